"""Charts by day: dots and lines where they belong, gaps left open, a cursor that can be seen."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pytest
from textual.app import App, ComposeResult

from bounceback_tui.ui.widgets.axes import date_ticks, day_at, level, place
from bounceback_tui.ui.widgets.braille import Canvas, character
from bounceback_tui.ui.widgets.day_chart import DayChart
from bounceback_tui.ui.widgets.day_plot import Drawing, Mark
from bounceback_tui.ui.widgets.event_dots import Dot, EventDots
from bounceback_tui.ui.widgets.year_pixels import YearPixels

START = date(2026, 1, 1)
DAY = timedelta(days=1)


def days(count: int, value: float = 5) -> list[tuple[date, float]]:
    return [(START + n * DAY, value) for n in range(count)]


class Shown(App[None]):
    """All three charts, and what they said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[object] = []

    def compose(self) -> ComposeResult:
        yield DayChart(low=1, high=9, ticks=(1, 5, 9))
        yield YearPixels(color=lambda _value: "red")
        yield EventDots()

    def on_day_chart_moved(self, message: DayChart.Moved) -> None:
        self.said.append(message.day)

    def on_day_chart_chosen(self, message: DayChart.Chosen) -> None:
        self.said.append(("day", message.day))

    def on_year_pixels_moved(self, message: YearPixels.Moved) -> None:
        self.said.append(message.day)

    def on_year_pixels_year_wanted(self, message: YearPixels.YearWanted) -> None:
        self.said.append(("year", message.day))

    def on_event_dots_chosen(self, message: EventDots.Chosen) -> None:
        self.said.append(("dot", message.dot.key))


def rows(app: App[None], widget: str) -> list[str]:
    region = app.query_one(widget).region
    strips = app.screen._compositor.render_strips(app.size)
    return [strip.text for strip in strips[region.y : region.bottom]]


# The canvas and the axes


def test_a_dot_is_set_where_it_is_asked_for_and_nowhere_outside() -> None:
    canvas = Canvas(2, 1)
    for x, y in ((0, 0), (3, 3), (4, 0), (-1, 2), (0, 4)):
        canvas.set(x, y)
    assert [character(canvas.bits(x, 0)) for x in range(2)] == ["⠁", "⢀"]


def test_a_line_has_a_dot_in_every_column_and_a_dashed_one_has_not() -> None:
    whole, dashed = Canvas(5, 1), Canvas(5, 1)
    whole.line(0, 0, 9, 0)
    dashed.line(0, 0, 9, 0, every=3)
    assert "".join(character(whole.bits(x, 0)) for x in range(5)) == "⠉" * 5
    assert "".join(character(dashed.bits(x, 0)) for x in range(5)) == "⠁⠈ ⠁⠈"


def test_the_first_and_last_day_stand_at_the_edges() -> None:
    last = START + 89 * DAY
    assert [place(day, START, last, 200) for day in (START, last)] == [0, 199]
    assert day_at(199, START, last, 200) == last
    assert place(START, START, START, 9) == 4
    assert [level(value, 1, 9, 9) for value in (1, 5, 9, 12)] == [8, 4, 0, 0]


@pytest.mark.parametrize("count", [1, 7, 30, 90, 365, 3650])
@pytest.mark.parametrize("width", [8, 40, 76, 115, 195])
def test_names_of_days_never_touch_and_never_leave_the_axis(count: int, width: int) -> None:
    ticks = date_ticks(START, START + (count - 1) * DAY, width)
    assert ticks
    for (x, name), (after, _name) in pairwise(ticks):
        assert x + len(name) < after
    assert ticks[-1][0] + len(ticks[-1][1]) <= width


# The chart by day


async def drawn(app: Shown, drawing: Drawing) -> DayChart:
    chart = app.query_one(DayChart)
    chart.show(drawing)
    chart.focus()
    return chart


async def test_a_gap_breaks_the_line() -> None:
    app, last = Shown(), START + 60 * DAY
    pieces: Sequence[Sequence[tuple[date, float]]] = [days(10), days(61)[50:]]
    async with app.run_test(size=(66, 40)) as pilot:
        await drawn(app, Drawing(START, last, line=pieces))
        await pilot.pause()
        line = next(row for row in rows(app, "DayChart") if "⠒" in row or "⠤" in row or "⠉" in row)
        assert "  " * 10 in line.rstrip()


async def test_days_that_share_a_column_are_drawn_as_their_median() -> None:
    app = Shown()
    line = [(day, 1 if n % 3 == 0 else 9) for n, (day, _value) in enumerate(days(3650))]
    async with app.run_test(size=(40, 40)) as pilot:
        await drawn(app, Drawing(START, line[-1][0], line=[line]))
        await pilot.pause()
        filled = ["".join(row.split()[-1:]) for row in rows(app, "DayChart")[:-2]]
        assert [bool(set(row) & set("⠉⠒⠤⣀⠁⠈")) for row in filled] == [True] + [False] * (
            len(filled) - 1
        )


async def test_marks_stand_below_their_day() -> None:
    app = Shown()
    async with app.run_test(size=(64, 40)) as pilot:
        marks = [Mark(START + 59 * DAY, "×", "secondary", "a no")]
        await drawn(app, Drawing(START, START + 59 * DAY, days(60), marks=marks))
        app.query_one(YearPixels).focus()
        await pilot.pause()
        assert rows(app, "DayChart")[-2].rstrip().endswith("×")
        assert rows(app, "DayChart")[-2].rstrip().index("×") == 63


async def test_the_cursor_goes_by_day_and_week_and_stays_inside() -> None:
    app = Shown()
    async with app.run_test(size=(80, 40)) as pilot:
        chart = await drawn(app, Drawing(START, START + 59 * DAY, days(60)))
        await pilot.press("left", "shift+left", "home", "left", "enter", "end")
        assert app.said == [
            START + 58 * DAY,
            START + 51 * DAY,
            START,
            ("day", START),
            START + 59 * DAY,
        ]
        assert "│" in rows(app, "DayChart")[0][-2:]
        assert chart.cursor == START + 59 * DAY


async def test_a_click_puts_the_cursor_there_and_a_second_one_chooses() -> None:
    app = Shown()
    async with app.run_test(size=(64, 40)) as pilot:
        await drawn(app, Drawing(START, START + 59 * DAY, days(60)))
        await pilot.click(DayChart, offset=(4, 3), times=2)
        assert app.said[-1] == ("day", app.query_one(DayChart).cursor)
        assert app.query_one(DayChart).cursor == START


@pytest.mark.parametrize("size", [(3, 40), (20, 12), (200, 60)])
async def test_any_size_is_drawn(size: tuple[int, int]) -> None:
    app = Shown()
    async with app.run_test(size=size) as pilot:
        await drawn(app, Drawing(START, START, days(1), line=[days(1)], guide=5))
        app.query_one(YearPixels).show({}, {}, today=START, cursor=START)
        app.query_one(EventDots).show([Dot(1, START, 0, is_open=True)])
        await pilot.pause()
        assert "○" not in "".join(rows(app, "EventDots")) or size[0] > 5
        await pilot.resize_terminal(90, 45)
        await pilot.pause()
        assert "○" in "".join(rows(app, "EventDots"))


# The year


async def test_a_day_has_its_digit_and_a_day_without_is_a_dot() -> None:
    app = Shown()
    async with app.run_test(size=(120, 45)) as pilot:
        pixels = app.query_one(YearPixels)
        today = date(2026, 1, 20)
        pixels.show({START: 7.4, START + DAY: 2.5}, {}, today=today, cursor=today)
        await pilot.pause()
        lines = rows(app, "YearPixels")
        assert lines[4][:6] == "Th 7 ·"[:6]
        assert lines[5].startswith("Fr 2")
        assert lines[3].rstrip() == "We   · ·"


async def test_the_year_fits_eighty_columns() -> None:
    app = Shown()
    async with app.run_test(size=(80, 45)) as pilot:
        app.query_one(YearPixels).show({}, {}, today=date(2027, 1, 1), cursor=date(2026, 12, 31))
        await pilot.pause()
        assert rows(app, "YearPixels")[4].count("·") == 53


async def test_arrows_go_by_day_and_week_and_ask_for_another_year() -> None:
    app = Shown()
    async with app.run_test(size=(120, 45)) as pilot:
        pixels = app.query_one(YearPixels)
        pixels.show({}, {}, today=date(2028, 3, 1), cursor=date(2028, 2, 29))
        pixels.focus()
        await pilot.press("left", "up", "home", "up")
        assert app.said == [
            date(2028, 2, 22),
            date(2028, 2, 21),
            date(2028, 1, 1),
            ("year", date(2027, 12, 31)),
        ]
        pixels.show({}, {}, today=date(2028, 3, 1), cursor=date(2028, 2, 29))
        await pilot.press("pageup", "end")
        assert app.said[-2:] == [("year", date(2027, 2, 28)), date(2028, 3, 1)]


# Events


async def test_open_ones_are_hollow_and_enter_opens_the_one_under_the_cursor() -> None:
    app = Shown()
    async with app.run_test(size=(60, 45)) as pilot:
        dots = [Dot(n, START + n * 9 * DAY, n, is_open=n == 3) for n in range(4)]
        app.query_one(EventDots).show(dots, middle=1)
        app.query_one(EventDots).focus()
        await pilot.press("left", "left", "enter", "home", "enter")
        text = "".join(rows(app, "EventDots"))
        assert (text.count("●"), text.count("○")) == (3, 1)
        assert "┄" in text
        assert app.said == [("dot", 1), ("dot", 0)]
