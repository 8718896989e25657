"""A year of days, a cell each: weeks across, weekdays down, a digit beside the color."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.ui.widgets.axes import MONTHS

WEEKDAYS = ("Mo", "Tu", "We", "Th", "Fr", "Sa", "Su")
GUTTER, WEEK, MOST_WEEKS = 3, 7, 54
MISSING = "·"


class YearPixels(Widget, can_focus=True):
    """A digit a day in the color of its value; underlined where something happened."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"year-pixels--label", "year-pixels--missing", "year-pixels--cursor"}
    DEFAULT_CSS = """
    YearPixels {
        height: 8;
        & > .year-pixels--label { color: $text-muted; }
        & > .year-pixels--missing { color: $text-disabled; }
        & > .year-pixels--cursor { text-style: reverse; }
    }
    """
    BINDINGS = [
        Binding("up", "step(-1)", "A day back", show=False),
        Binding("down", "step(1)", "A day on", show=False),
        Binding("left", "step(-7)", "A week back", show=False),
        Binding("right", "step(7)", "A week on", show=False),
        Binding("home", "edge(1, 1)", "The first of January", show=False),
        Binding("end", "edge(12, 31)", "The last day", show=False),
        Binding("pageup", "year(-1)", "The year before", show=False),
        Binding("pagedown", "year(1)", "The year after", show=False),
        Binding("enter", "choose", "Open the day", show=False),
    ]

    class Moved(Message):
        """The cursor went to another day."""

        def __init__(self, day: date) -> None:
            super().__init__()
            self.day = day

    class Chosen(Moved):
        """Enter was pressed on a day, or it was clicked twice."""

    class YearWanted(Moved):
        """The cursor wants to go to a day of another year."""

    def __init__(self, *, color: Callable[[float], str], id: str | None = None) -> None:  # noqa: A002
        """Draw each value in the color that *color* returns for it."""
        super().__init__(id=id)
        self._color = color
        self._values: Mapping[date, float] = {}
        self._marks: Mapping[date, str] = {}
        self._today = date.max
        self.cursor: date | None = None

    def show(
        self, values: Mapping[date, float], marks: Mapping[date, str], *, today: date, cursor: date
    ) -> None:
        """Show the year of *cursor*: *values* by day, and *marks*, the days to underline."""
        self._values, self._marks, self._today = values, marks, today
        self.cursor = min(cursor, today)
        self.refresh()

    # Moving

    def action_step(self, days: int) -> None:
        if self.cursor is not None:
            self._go(self.cursor + timedelta(days=days))

    def action_edge(self, month: int, day: int) -> None:
        if self.cursor is not None:
            self._go(date(self.cursor.year, month, day))

    def action_year(self, years: int) -> None:
        if self.cursor is not None:
            is_leap_day = (self.cursor.month, self.cursor.day) == (2, 29)
            self._go(
                self.cursor.replace(
                    year=self.cursor.year + years, day=28 if is_leap_day else self.cursor.day
                )
            )

    def _go(self, day: date) -> None:
        assert self.cursor is not None  # noqa: S101
        wanted = min(day, self._today)
        if wanted.year != self.cursor.year:
            self.post_message(self.YearWanted(wanted))
        elif wanted != self.cursor:
            self.cursor = wanted
            self.refresh()
            self.post_message(self.Moved(wanted))

    def action_choose(self) -> None:
        if self.cursor is not None:
            self.post_message(self.Chosen(self.cursor))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        day = self._day_at(at.x, at.y) if at is not None else None
        if day is not None:
            self._go(day)
            if event.chain == 2:
                self.action_choose()

    def _day_at(self, x: int, y: int) -> date | None:
        if self.cursor is None or x < GUTTER or y < 1:
            return None
        week = (x - GUTTER) // self._pitch + self._first_week
        day = self._monday + timedelta(days=WEEK * week + y - 1)
        return day if day.year == self.cursor.year and day <= self._today else None

    # Drawing

    @property
    def _monday(self) -> date:
        """The Monday of the week that holds the first of January."""
        assert self.cursor is not None  # noqa: S101
        start = date(self.cursor.year, 1, 1)
        return start - timedelta(days=start.weekday())

    @property
    def _pitch(self) -> int:
        return 2 if self.content_size.width >= GUTTER + 2 * MOST_WEEKS else 1

    @property
    def _weeks(self) -> int:
        return max(min((self.content_size.width - GUTTER) // self._pitch, MOST_WEEKS), 0)

    @property
    def _first_week(self) -> int:
        """The first week that is shown; where not all fit, the last is that of the cursor."""
        assert self.cursor is not None  # noqa: S101
        here = (self.cursor - self._monday).days // WEEK
        return 0 if self._weeks >= MOST_WEEKS else max(here - self._weeks + 1, 0)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if self.cursor is None or y > WEEK:
            return Strip.blank(width, self.rich_style)
        segments = self._months() if y == 0 else self._days(y - 1)
        strip = Strip(segments).adjust_cell_length(width, self.rich_style)
        return strip.apply_style(self.rich_style)

    def _months(self) -> list[Segment]:
        line = " " * GUTTER
        for number, name in enumerate(MONTHS, 1):
            assert self.cursor is not None  # noqa: S101
            first = date(self.cursor.year, number, 1)
            week = -(-(first - self._monday).days // WEEK) - self._first_week
            x = GUTTER + week * self._pitch
            if 0 <= week < self._weeks and len(line) <= x:
                line = line.ljust(x) + name
        return [Segment(line, self._style("label"))]

    def _days(self, weekday: int) -> list[Segment]:
        segments = [Segment(f"{WEEKDAYS[weekday]} ", self._style("label"))]
        gap = " " * (self._pitch - 1)
        for week in range(self._first_week, self._first_week + self._weeks):
            sign, style = self._cell(self._monday + timedelta(days=WEEK * week + weekday))
            segments += [Segment(sign, style), Segment(gap)]
        return segments

    def _cell(self, day: date) -> tuple[str, Style]:
        assert self.cursor is not None  # noqa: S101
        if day.year != self.cursor.year or day > self._today:
            return " ", Style()
        value = self._values.get(day)
        style = self._style("missing") if value is None else Style(color=self._color(value))
        style += Style(underline=True) if day in self._marks else Style()
        if day == self.cursor and self.has_focus:
            style += self._style("cursor")
        return MISSING if value is None else str(min(round(value), 9)), style

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"year-pixels--{name}", partial=True)
