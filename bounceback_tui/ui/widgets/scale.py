"""A row of digits, answered by one key."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from bounceback_tui.ui.cells import cut, fit

PITCH, TIGHTEST = 6, 3


class Scale(Widget, can_focus=True):
    """Digits from *low* to *high*; the chosen one stands in brackets, so color is not needed."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"scale--digit", "scale--chosen", "scale--label"}
    DEFAULT_CSS = """
    Scale {
        height: 2;
        border-left: tall $panel;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: clip;
        &:focus { border-left: tall $accent; background: $panel; }
        & > .scale--digit { color: $foreground; }
        & > .scale--chosen { color: $accent; text-style: bold; }
        & > .scale--label { color: $text-muted; }
    }
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
        """Ask for a digit; *colors* are those of the digits, and a *required* one stays chosen."""
        super().__init__(id=id)
        self._digits = range(low, high + 1)
        self._labels = (low_label, middle_label, high_label)
        self._required = required
        self._colors = colors

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return 2

    @property
    def pitch(self) -> int:
        """How many cells each digit has."""
        gaps = max(len(self._digits) - 1, 1)
        return max(TIGHTEST, min(PITCH, (self.content_size.width - TIGHTEST) // gaps))

    def render(self) -> Content:
        label = self.get_visual_style("scale--label", partial=True)
        gap = Content(" " * (self.pitch - TIGHTEST))
        digits = gap.join(self._digit(digit) for digit in self._digits)
        return Content("\n").join([digits, Content.styled(self._legend(), label)])

    def _digit(self, digit: int) -> Content:
        chosen = digit == self.value
        words = f"[{digit}]" if chosen else f" {digit} "
        kind = "scale--chosen" if chosen else "scale--digit"
        style = self.get_visual_style(kind, partial=True)
        if self._colors:
            color = Color.parse(self._colors[digit - self._digits.start])
            style += Style(foreground=color, reverse=chosen)
        return Content.styled(words, style)

    def _legend(self) -> str:
        """Return the labels: under the first digit, in the middle, and under the last."""
        low, middle, high = self._labels
        needed = sum(cell_len(label) + 2 for label in (low, high))
        room = max(self.pitch * (len(self._digits) - 1) + 1, needed)
        room = min(room, self.content_size.width - 1)
        if needed > room:
            return f" {fit(low, room // 2)} {cut(high, (room - 1) // 2)}"
        gap = room - cell_len(low) - cell_len(high)
        left = max((room - cell_len(middle)) // 2 - cell_len(low), 2)
        right = gap - left - cell_len(middle)
        between = " " * left + middle + " " * right if right >= 2 else " " * gap
        return f" {low}{between}{high}"

    def on_key(self, event: events.Key) -> None:
        if event.character and event.character.isdecimal():
            digit = int(event.character)
            if digit in self._digits:
                self._choose(digit)
            event.stop()

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None and at.y == 0 and at.x // self.pitch < len(self._digits):
            self._choose(self._digits[at.x // self.pitch])

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
