"""The last days as small bars, with their digits below."""

from collections.abc import Callable, Sequence

from rich.style import Style
from rich.text import Text
from textual.widget import Widget

BARS = "▁▂▃▄▅▆▇█"
MISSING = "·"


class DayBars(Widget):
    """A bar and a digit a day; a day without a value is a dot, never a low bar."""

    COMPONENT_CLASSES = {"day-bars--missing"}
    DEFAULT_CSS = """
    DayBars { height: 2; }
    DayBars .day-bars--missing { color: $text-disabled; }
    """

    def __init__(
        self,
        *,
        low: int,
        high: int,
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

    def render(self) -> Text:
        bars, digits = Text(no_wrap=True), Text(no_wrap=True)
        faint = self.get_component_rich_style("day-bars--missing", partial=True)
        for value in self._values:
            if value is None:
                bars.append(f"{MISSING}  ", faint)
                digits.append("   ")
            else:
                style = Style(color=self._color(value))
                bars.append(f"{self._bar(value) * 2} ", style)
                digits.append(f"{round(value)}  ", style)
        return bars.append("\n").append_text(digits)

    def _bar(self, value: float) -> str:
        share = (value - self._low) / (self._high - self._low)
        return BARS[max(0, min(round(share * (len(BARS) - 1)), len(BARS) - 1))]
