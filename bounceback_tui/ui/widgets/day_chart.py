"""A chart of values by day: faint dots, a line that may break, marks below, a cursor by day."""

from collections.abc import Sequence
from datetime import date, timedelta

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.ui.widgets.axes import day_at
from bounceback_tui.ui.widgets.day_plot import FEET, GUIDE, GUTTER, Drawing, Plot, Scale, cell_of

CURSOR = "│"


class DayChart(Widget, can_focus=True):
    """Values by day as braille dots; the cursor says which day is meant."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "day-chart--dot",
        "day-chart--line",
        "day-chart--second",
        "day-chart--axis",
        "day-chart--cursor",
    }
    DEFAULT_CSS = """
    DayChart {
        height: 12;
        & > .day-chart--dot { color: $text-muted; }
        & > .day-chart--line { color: $primary; text-style: bold; }
        & > .day-chart--second { color: $secondary; }
        & > .day-chart--axis { color: $text-muted; }
        & > .day-chart--cursor { color: $foreground; background: $panel; }
    }
    """
    BINDINGS = [
        Binding("left", "step(-1)", "A day back", show=False),
        Binding("right", "step(1)", "A day on", show=False),
        Binding("shift+left", "step(-7)", "A week back", show=False),
        Binding("shift+right", "step(7)", "A week on", show=False),
        Binding("home", "first", "The first day", show=False),
        Binding("end", "last", "The last day", show=False),
        Binding("enter", "choose", "Open the day", show=False),
    ]

    class Moved(Message):
        """The cursor went to another day."""

        def __init__(self, chart: "DayChart", day: date) -> None:
            super().__init__()
            self.chart, self.day = chart, day

        @property
        def control(self) -> "DayChart":
            """The chart it moved in."""
            return self.chart

    class Chosen(Moved):
        """Enter was pressed on a day, or it was clicked twice."""

    def __init__(
        self,
        *,
        low: float,
        high: float,
        ticks: Sequence[float],
        id: str | None = None,  # noqa: A002
    ) -> None:
        """Draw values from *low* to *high*, naming those of *ticks* at the left."""
        super().__init__(id=id)
        self._scale = Scale(low, high, ticks)
        self._drawing: Drawing | None = None
        self._rows: list[Strip] = []
        self.cursor: date | None = None

    def show(self, drawing: Drawing, cursor: date | None = None) -> None:
        """Draw *drawing*; the cursor goes to *cursor*, or stays where it can."""
        self._drawing = drawing
        wanted = cursor or self.cursor or drawing.last
        self.cursor = min(max(wanted, drawing.first), drawing.last)
        self._redraw()

    # Moving

    def action_step(self, days: int) -> None:
        if self.cursor is not None:
            self.move_to(self.cursor + timedelta(days=days))

    def action_first(self) -> None:
        if self._drawing is not None:
            self.move_to(self._drawing.first)

    def action_last(self) -> None:
        if self._drawing is not None:
            self.move_to(self._drawing.last)

    def move_to(self, day: date) -> None:
        """Put the cursor on *day*, or on the nearest day that is drawn."""
        if self._drawing is None or self.cursor is None:
            return
        before, self.cursor = self.cursor, min(max(day, self._drawing.first), self._drawing.last)
        if before != self.cursor:
            self.refresh(*(self._column(day) for day in (before, self.cursor)))
            self.post_message(self.Moved(self, self.cursor))

    def action_choose(self) -> None:
        if self.cursor is not None:
            self.post_message(self.Chosen(self, self.cursor))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None or self._drawing is None or at.x < GUTTER:
            return
        drawn = self._drawing
        self.move_to(day_at(at.x - GUTTER, drawn.first, drawn.last, self._plot_width))
        if event.chain == 2:
            self.action_choose()

    def _column(self, day: date) -> Region:
        return Region(GUTTER + self._cell(day), 0, 1, self.size.height)

    # Drawing

    @property
    def _plot_width(self) -> int:
        return max(self.content_size.width - GUTTER, 0)

    @property
    def _plot_height(self) -> int:
        return max(self.content_size.height - FEET, 0)

    def _cell(self, day: date) -> int:
        assert self._drawing is not None  # noqa: S101
        return cell_of(day, self._drawing, self._plot_width)

    def on_resize(self) -> None:
        self._redraw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        self._redraw()

    def _redraw(self) -> None:
        self._rows = []
        if self._drawing and self._plot_width > 0:
            plot = Plot(self._drawing, self._scale, self._plot_width, self._plot_height)
            self._rows = plot.rows(self._style, self.app.theme_variables)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        row = self._rows[y]
        if self.cursor is not None and self.has_focus:
            row = self._with_cursor(row, GUTTER + self._cell(self.cursor))
        return row.adjust_cell_length(width, self.rich_style).apply_style(self.rich_style)

    def _with_cursor(self, row: Strip, x: int) -> Strip:
        under = row.crop(x, x + 1)
        sign = under.text if under.text.strip() and under.text != GUIDE else CURSOR
        here = Strip([Segment(sign, self._style("cursor"))], 1)
        return Strip.join([row.crop(0, x), here, row.crop(x + 1, row.cell_length)])

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"day-chart--{name}", partial=True)
