"""Words that can be ticked, in rows that wrap."""

from collections.abc import Mapping
from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

GAP = 3


class Choices(Widget, can_focus=True):
    """Several of the words in *labels*, by key; a filled dot is chosen."""

    COMPONENT_CLASSES = {"choices--chosen", "choices--open", "choices--cursor"}
    DEFAULT_CSS = """
    Choices { height: auto; border-left: tall $panel; padding: 0 1; }
    Choices:focus { border-left: tall $accent; background: $panel; }
    Choices .choices--chosen { color: $accent; }
    Choices .choices--open { color: $text-muted; }
    Choices .choices--cursor { text-style: underline; }
    """
    BINDINGS = [
        Binding("left,h,up", "step(-1)", show=False),
        Binding("right,l,down", "step(1)", show=False),
        Binding("space", "toggle", show=False),
    ]

    value: reactive[frozenset[str]] = reactive(frozenset)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Something was ticked or unticked."""

        choices: "Choices"
        value: frozenset[str]

        @property
        def control(self) -> "Choices":
            return self.choices

    def __init__(self, labels: Mapping[str, str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._labels = dict(labels)
        self._spans: list[tuple[int, int, int]] = []

    def validate_value(self, value: object) -> frozenset[str]:
        return frozenset(value) & frozenset(self._labels)  # type: ignore[call-overload, no-any-return]

    def _rows(self, width: int) -> list[list[tuple[int, str]]]:
        rows: list[list[tuple[int, str]]] = [[]]
        used = 0
        for name, label in self._labels.items():
            needed = cell_len(label) + 2 + GAP
            if rows[-1] and used + needed - GAP > width:
                rows.append([])
                used = 0
            rows[-1].append((used, name))
            used += needed
        return rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows(width))

    def render(self) -> Text:
        names = list(self._labels)
        text = Text(no_wrap=True)
        self._spans = []
        for y, row in enumerate(self._rows(self.content_size.width)):
            line = Text("\n" if y else "")
            for x, name in row:
                line.append(" " * (x - cell_len(line.plain.lstrip("\n"))))
                chosen = name in self.value
                kind = "choices--chosen" if chosen else "choices--open"
                line.append("● " if chosen else "○ ", self.get_component_rich_style(kind, partial=True))
                at_cursor = self.has_focus and names[self.cursor] == name
                style = self.get_component_rich_style("choices--cursor", partial=True)
                line.append(self._labels[name], style if at_cursor else "")
                self._spans.append((y, x, names.index(name)))
            text.append_text(line)
        return text

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        for y, x, number in reversed(self._spans):
            if y == at.y and x <= at.x:
                self.cursor = number
                self.action_toggle()
                return

    def action_step(self, step: int) -> None:
        self.cursor = (self.cursor + step) % len(self._labels)

    def action_toggle(self) -> None:
        self.value = self.value ^ {list(self._labels)[self.cursor]}
        self.post_message(self.Changed(self, self.value))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
