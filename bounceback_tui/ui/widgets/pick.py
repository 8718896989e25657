"""One of a few words, chosen in place."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget


class Pick(Widget, can_focus=True):
    """A line that shows the chosen word; arrows go through *options*, (value, label) each."""

    COMPONENT_CLASSES = {"pick--arrow"}
    DEFAULT_CSS = """
    Pick { height: 1; width: 1fr; padding: 0 1; border-left: tall $panel; background: $panel; }
    Pick:focus { border-left: tall $accent; }
    Pick .pick--arrow { color: $text-muted; }
    """
    BINDINGS = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l,space", "step(1)", show=False),
    ]

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Another word was chosen."""

        pick: "Pick"
        value: str

        @property
        def control(self) -> "Pick":
            return self.pick

    def __init__(
        self,
        options: Sequence[tuple[str, str]],
        *,
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._labels = dict(options)
        self.set_reactive(Pick.value, next(iter(self._labels)))

    def validate_value(self, value: str) -> str:
        return value if value in self._labels else next(iter(self._labels))

    def render(self) -> Text:
        style = self.get_component_rich_style("pick--arrow", partial=True)
        label = self._labels[self.value]
        if not self.has_focus:
            return Text(label, no_wrap=True, overflow="ellipsis")
        return Text().append("‹ ", style).append(label).append(" ›", style)

    def action_step(self, step: int) -> None:
        values = list(self._labels)
        self.value = values[(values.index(self.value) + step) % len(values)]
        self.post_message(self.Changed(self, self.value))

    def on_click(self, _event: events.Click) -> None:
        self.action_step(1)

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
