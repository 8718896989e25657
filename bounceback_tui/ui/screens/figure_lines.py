"""How the lines of the dashboard are painted."""

from rich.style import Style
from rich.text import Text

from bounceback_tui.store.values import Change
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.screens.change_lines import change_line
from bounceback_tui.ui.screens.panels import Panels
from bounceback_tui.ui.screens.search_figures import Figure
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.interval_bar import interval_bar

BAR = 24


class FigureLines(Panels):
    """Names at the left, values at the right, and beside a share the range it may lie in."""

    @property
    def _muted(self) -> str:
        return ink(self.app.theme_variables, "text-muted")

    def paint_change(
        self, change: Change, _before: Change | None, width: int, _selected: bool
    ) -> Text:
        """Return a line about something that moved."""
        return change_line(change, self.services.clock.today(), self._muted, width)

    def paint_figure(
        self, figure: Figure, _before: Figure | None, width: int, _selected: bool
    ) -> Text | list[Text]:
        """Return a figure with its value, and the sentence about it below."""
        first = spread(Text().append(figure.name, "bold"), self._value(figure, width), width)
        if not figure.words:
            return first
        words = Text(figure.words, self._muted, no_wrap=True)
        words.truncate(width, overflow="ellipsis")
        return [first, words]

    def _value(self, figure: Figure, width: int) -> Text:
        value = Text(figure.value.rjust(10))
        if figure.share is None or figure.interval is None or width < BAR * 2:
            return value
        accent = Style.parse(ink(self.app.theme_variables, "secondary"))
        quiet = Style.parse(self._muted)
        limits = figure.interval
        bar = interval_bar(BAR, figure.share, limits.low, limits.high, bar=accent, range_=quiet)
        return bar.append_text(value)
