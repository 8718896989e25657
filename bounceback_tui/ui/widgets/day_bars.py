"""The last days as small bars, with their digits below."""

from collections.abc import Callable, Sequence

from textual.color import Color
from textual.content import Content
from textual.geometry import Size
from textual.style import Style
from textual.widget import Widget

BARS = "▁▂▃▄▅▆▇█"
MISSING = "·"
PITCH = 3


class DayBars(Widget):
    """A bar and a digit a day; a day without a value is a dot, never a low bar."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"day-bars--missing"}
    DEFAULT_CSS = """
    DayBars {
        height: 2;
        text-wrap: nowrap;
        text-overflow: clip;
        & > .day-bars--missing { color: $text-disabled; }
    }
    """

    def __init__(
        self,
        *,
        low: float,
        high: float,
        color: Callable[[float], str],
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Draw values from *low* to *high*, each in the color that *color* returns for it."""
        super().__init__(id=id)
        self._low, self._high, self._color = low, high, color
        self._values: Sequence[float | None] = ()

    def show(self, values: Sequence[float | None]) -> None:
        """Show *values*, oldest first; None for a day without one."""
        self._values = list(values)
        self.refresh()

    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        return max(len(self._values) * PITCH - 1, 0)

    def render(self) -> Content:
        """Return the bars and the digits of the last days that there is room for."""
        fitting = (self.content_size.width + 1) // PITCH
        days = [self._day(value) for value in self._values[-fitting:]] if fitting else []
        gap = Content(" ")
        return Content("\n").join(gap.join(line) for line in zip(*days, strict=True))

    def _day(self, value: float | None) -> tuple[Content, Content]:
        if value is None:
            faint = self.get_visual_style("day-bars--missing", partial=True)
            return Content.styled(f"{MISSING} ", faint), Content("  ")
        style = Style(foreground=Color.parse(self._color(value)))
        bar, digit = self._bar(value) * 2, f"{round(value)}".ljust(2)
        return Content.styled(bar, style), Content.styled(digit, style)

    def _bar(self, value: float) -> str:
        share = (value - self._low) / (self._high - self._low)
        return BARS[max(0, min(round(share * (len(BARS) - 1)), len(BARS) - 1))]
