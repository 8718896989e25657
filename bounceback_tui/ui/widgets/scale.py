"""A row of digits, answered by one key."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

PITCH = 6


class Scale(Widget, can_focus=True):
    """Digits from *low* to *high*; the chosen one stands in brackets, so color is not needed."""

    COMPONENT_CLASSES = {"scale--digit", "scale--chosen", "scale--label"}
    DEFAULT_CSS = """
    Scale { height: 2; border-left: tall $panel; padding: 0 1; }
    Scale:focus { border-left: tall $accent; background: $panel; }
    Scale .scale--digit { color: $foreground; }
    Scale .scale--chosen { color: $accent; text-style: bold; }
    Scale .scale--label { color: $text-muted; }
    """
    BINDINGS = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
        Binding("backspace,delete", "clear", show=False),
    ]

    value: reactive[int | None] = reactive(None)

    @dataclass
    class Chosen(Message):
        """A digit was chosen, or taken away."""

        scale: "Scale"
        value: int | None

        @property
        def control(self) -> "Scale":
            return self.scale

    def __init__(
        self,
        low: int,
        high: int,
        *,
        low_label: str = "",
        middle_label: str = "",
        high_label: str = "",
        required: bool = False,
        colors: Sequence[str] | None = None,
        id: str | None = None,  # noqa: A002
    ) -> None:
        super().__init__(id=id)
        self._digits = range(low, high + 1)
        self._labels = (low_label, middle_label, high_label)
        self._required = required
        self._colors = colors

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return 2

    def render(self) -> Text:
        row = Text(no_wrap=True)
        for digit in self._digits:
            chosen = digit == self.value
            row.append(f"[{digit}]   " if chosen else f" {digit}    ", self._style(digit, chosen))
        low, middle, high = self._labels
        width = PITCH * len(self._digits)
        label = f" {low}"
        if middle:
            label = label.ljust((width - len(middle)) // 2) + middle
        label = label.ljust(width - len(high) - 2) + high
        return row.append("\n").append(
            label, self.get_component_rich_style("scale--label", partial=True)
        )

    def _style(self, digit: int, chosen: bool) -> Style:
        kind = "scale--chosen" if chosen else "scale--digit"
        style = self.get_component_rich_style(kind, partial=True)
        if self._colors:
            style += Style(color=self._colors[digit - self._digits.start])
        return style

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdecimal():
            digit = int(event.character)
            if digit in self._digits:
                self._choose(digit)
            event.stop()

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None and at.y == 0 and at.x // PITCH < len(self._digits):
            self._choose(self._digits[at.x // PITCH])

    def action_step(self, step: int) -> None:
        if self.value is None:
            self._choose(self._digits[len(self._digits) // 2])
        else:
            self._choose(max(self._digits[0], min(self.value + step, self._digits[-1])))

    def action_clear(self) -> None:
        if not self._required:
            self._choose(None)

    def _choose(self, value: int | None) -> None:
        self.value = value
        self.post_message(self.Chosen(self, value))
