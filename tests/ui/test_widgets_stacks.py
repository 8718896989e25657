"""Stacked weeks, shares and ranges: what a person reads from them, with color and without."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets import Input

from bounceback_tui.ui.themes import OWN_THEMES
from bounceback_tui.ui.widgets.interval_bar import interval_bar
from bounceback_tui.ui.widgets.legend import Entry, legend
from bounceback_tui.ui.widgets.segment_bar import segment_bar, shares
from bounceback_tui.ui.widgets.stack_layout import Scale, Slots
from bounceback_tui.ui.widgets.stacked_weeks import Layer, StackedBars

LAYERS = [
    Layer("Interview", "primary", "█"),
    Layer("Answered", "secondary", "▓"),
    Layer("Waiting", "text-muted", "▒"),
    Layer("Quiet", "text-disabled", "░"),
]
NEWEST = date(2026, 11, 16)
PLAIN = Style()
BAR, RANGE = Style(color="blue"), Style(color="white")


def mondays(weeks: int) -> list[date]:
    return [NEWEST - timedelta(weeks=n) for n in reversed(range(weeks))]


class Recorder(StackedBars):
    """The widget itself, noting which of its lines are drawn."""

    def __init__(self) -> None:
        self.drawn: list[int] = []
        super().__init__(placeholder="Nothing here yet: press a.")

    def render_line(self, y: int) -> Strip:
        self.drawn.append(y)
        return super().render_line(y)


class Weeks(App[None]):
    """Bars that note what they tell."""

    CSS = "StackedBars { height: 16; padding: 1 2; }"

    def __init__(self, counts: Sequence[Sequence[int]], layers: Sequence[Layer] = LAYERS) -> None:
        super().__init__()
        self.counts, self.layers = counts, layers
        self.moved: list[int] = []
        self.chosen: list[int] = []

    def compose(self) -> ComposeResult:
        yield Recorder()
        yield Input()

    def on_mount(self) -> None:
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self.theme = "dusk"
        self.bars.show(mondays(len(self.counts)), self.counts, self.layers)
        self.bars.focus()

    @property
    def bars(self) -> Recorder:
        return self.query_one(Recorder)

    def on_stacked_bars_moved(self, event: StackedBars.Moved) -> None:
        assert event.control is self.bars
        self.moved.append(event.index)

    def on_stacked_bars_chosen(self, event: StackedBars.Chosen) -> None:
        self.chosen.append(event.index)


def lines(app: Weeks) -> list[str]:
    return [app.bars.render_line(y).text for y in range(app.bars.content_size.height)]


def pieces(app: Weeks) -> list[Segment]:
    height = app.bars.content_size.height
    return [piece for y in range(height) for piece in app.bars.render_line(y)]


def reversed_words(app: Weeks) -> list[str]:
    return [piece.text for piece in pieces(app) if piece.style and piece.style.reverse]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


# The scale


@pytest.mark.parametrize(
    ("highest", "rows", "scale"),
    [
        (0, 10, Scale(1, 1, 10)),
        (3, 12, Scale(1, 3, 4)),
        (6, 12, Scale(1, 6, 2)),
        (7, 12, Scale(2, 4, 3)),
        (21, 10, Scale(5, 5, 2)),
        (31, 32, Scale(5, 7, 4)),
        (31, 7, Scale(5, 7, 1)),
        (21, 3, Scale(10, 3, 1)),
        (1_000, 1, Scale(1_000, 1, 1)),
        (4, 0, Scale(5, 1, 1)),
    ],
)
def test_ticks_are_round_whole_numbers_at_even_distances(
    highest: int, rows: int, scale: Scale
) -> None:
    assert Scale.up_to(highest, rows) == scale


def test_a_scale_always_reaches_the_highest_and_fits() -> None:
    for rows in range(1, 40):
        for highest in range(260):
            scale = Scale.up_to(highest, rows)
            assert scale.top >= highest
            assert scale.height <= rows
            ticks = [scale.tick(row) for row in range(scale.height)]
            assert [t for t in ticks if t] == [scale.step * (n + 1) for n in range(scale.ticks)]


def test_a_bar_is_as_high_as_its_sum_and_its_layers_are_in_order() -> None:
    scale = Scale(1, 6, 2)
    assert scale.stack([1, 0, 2, 1]) == [0, 0, 2, 2, 2, 2, 3, 3]
    assert scale.stack([0, 0, 0, 0]) == []
    assert len(scale.stack([6])) == scale.height


def test_many_small_layers_do_not_make_a_bar_higher_than_its_sum() -> None:
    scale = Scale(10, 4, 2)
    assert len(scale.stack([1, 1, 1, 1])) == 1
    assert scale.stack([1, 0, 0, 0]) == [0]
    assert scale.stack([1, 30, 0, 1]) == [0, 1, 1, 1, 1, 3]


# The places of the weeks


@pytest.mark.parametrize(
    ("weeks", "width", "pitch", "seen"),
    [
        (5, 100, 12, range(5)),
        (12, 100, 8, range(12)),
        (52, 115, 2, range(52)),
        (52, 70, 3, range(29, 52)),
        (52, 1, 3, range(51, 52)),
        (0, 50, 12, range(0)),
    ],
)
def test_as_many_of_the_newest_weeks_are_seen_as_fit(
    weeks: int, width: int, pitch: int, seen: range
) -> None:
    slots = Slots(weeks, width).settled(max(weeks - 1, 0))
    assert (slots.pitch, slots.in_sight) == (pitch, seen)


def test_the_weeks_scroll_no_more_than_the_cursor_needs() -> None:
    slots = Slots(52, 70).settled(51)
    oldest = slots.in_sight.start
    assert slots.settled(oldest) == slots
    assert slots.settled(oldest - 1).in_sight.start == oldest - 1
    assert slots.settled(0).in_sight.start == 0
    assert slots.settled(0).settled(51) == slots


def test_every_bar_is_found_where_it_stands() -> None:
    for weeks, width, cursor in ((5, 100, 4), (52, 115, 51), (52, 70, 3)):
        slots = Slots(weeks, width).settled(cursor)
        assert all(slots.at(slots.left(week)) == week for week in slots.in_sight)
        assert all(slots.left(week) + slots.bar <= width for week in slots.in_sight)
        assert slots.at(-1) is None
        assert slots.at(slots.left(slots.in_sight.stop - 1) + slots.pitch) is None


def test_dates_do_not_touch_and_the_one_of_the_cursor_is_always_there() -> None:
    widths = [5, 6] * 26
    for width in (8, 30, 70, 115, 190):
        for cursor in range(52):
            slots = Slots(52, width).settled(cursor)
            labels = slots.labels(widths, cursor)
            assert cursor in [week for _, week in labels]
            ends = [left + widths[week] for left, week in labels]
            assert all(
                end + 2 <= left
                for end, (left, _) in zip(ends, labels[1:], strict=False)
            )  # fmt: skip
            assert ends[-1] <= width


# What a person reads


async def test_a_bar_shows_its_layers_from_below_by_their_fills() -> None:
    app = Weeks([[1, 2, 1, 0], [0, 0, 0, 0], [0, 0, 0, 3]])
    async with app.run_test(size=(84, 24)):
        drawn = lines(app)
        assert drawn[0].startswith("██ Interview 1   ▓▓ Answered 2   ▒▒ Waiting 1   ░░ Quiet 3")
        column = "".join(line[2] for line in drawn[2:-2])
        assert column.strip() == "▒▒▓▓▓▓██"
        newest = "".join(line[2 + 24] for line in drawn[2:-2])
        assert newest.strip() == "░░░░░░"
        assert {cell_len(line) for line in drawn} == {80}


async def test_ticks_stand_at_the_left_from_zero_up() -> None:
    app = Weeks([[5, 0, 0, 0], [2, 0, 0, 0]])
    async with app.run_test(size=(84, 24)):
        ticks = [line.split()[0] for line in lines(app)[2:-1] if line[:1].strip()]
        assert ticks == ["5", "4", "3", "2", "1", "0"]
        at_two = next(line for line in lines(app) if line.startswith("2 "))
        above = lines(app)[lines(app).index(at_two) - 1]
        assert at_two[2 + 12] == "█"
        assert above[2 + 12] == " "


async def test_the_date_below_a_bar_is_its_monday() -> None:
    app = Weeks([[1, 0, 0, 0]] * 5)
    async with app.run_test(size=(84, 24)):
        dates = lines(app)[-1]
        assert [word.strip() for word in dates.split("  ") if word.strip()] == [
            "19 Oct", "26 Oct", "2 Nov", "9 Nov", "16 Nov",
        ]  # fmt: skip
        assert dates.index("16 Nov") == 2 + 4 * 12


async def test_older_weeks_are_told_by_an_ellipsis_and_scrolled_to() -> None:
    app = Weeks([[1, 0, 0, 0]] + [[0, 1, 0, 0]] * 59)
    async with app.run_test(size=(64, 24)) as pilot:
        assert "16 Nov" in lines(app)[-1]
        assert lines(app)[-1].strip().startswith("…")
        assert not any("█" in line for line in lines(app)[2:])
        await press(pilot, "home")
        assert any("█" in line for line in lines(app)[2:])
        assert "16 Nov" not in lines(app)[-1]
        assert lines(app)[-1].rstrip().endswith("…")


async def test_the_cursor_is_seen_without_color() -> None:
    app = Weeks([[1, 0, 0, 0]] * 5)
    async with app.run_test(size=(84, 24)) as pilot:
        assert reversed_words(app) == ["16 Nov"]
        assert lines(app)[-2].rstrip().endswith("─━━━━━━━━")
        await press(pilot, "left")
        assert reversed_words(app) == ["9 Nov"]
        app.query_one(Input).focus()
        await pilot.pause()
        assert reversed_words(app) == ["9 Nov"]


async def test_layers_have_the_colors_of_the_theme_even_after_a_change() -> None:
    app = Weeks([[3, 0, 0, 0]])
    async with app.run_test(size=(84, 24)) as pilot:
        seen = []
        for theme in OWN_THEMES:
            app.theme = theme.name
            await pilot.pause()
            seen.append({p.style.color.name for p in pieces(app)
                         if "█" in p.text and p.style and p.style.color})  # fmt: skip
            assert seen[-1] == {app.theme_variables["primary"].lower()}
        assert seen[0] != seen[1]


async def test_no_weeks_show_a_welcome_and_take_no_keys() -> None:
    app = Weeks([])
    async with app.run_test(size=(84, 24)) as pilot:
        await press(pilot, "left", "home", "end", "enter")
        await pilot.click(app.bars, offset=(8, 8), times=2)
        assert "".join(lines(app)).strip() == "Nothing here yet: press a."
        assert (app.moved, app.chosen) == ([], [])


async def test_weeks_of_nothing_are_an_empty_axis() -> None:
    app = Weeks([[0, 0, 0, 0]] * 3)
    async with app.run_test(size=(84, 24)):
        assert not any(fill in line for line in lines(app)[1:] for fill in "█▓▒░")
        assert lines(app)[-2].startswith("0 ─")


@pytest.mark.parametrize("size", [(84, 24), (30, 8), (12, 4)])
async def test_a_name_of_any_kind_is_cut_to_the_width(size: tuple[int, int]) -> None:
    app = Weeks([[1, 2]] * 9, [Layer("東京データ[/]サービス" * 6, "primary", "█"), LAYERS[1]])
    async with app.run_test(size=size):
        assert {cell_len(line) for line in lines(app)} == {app.bars.content_size.width}
        assert "…" in lines(app)[0]


# The way through the weeks


async def test_keys_go_by_week_and_to_the_ends() -> None:
    app = Weeks([[1, 0, 0, 0]] * 9)
    async with app.run_test(size=(84, 24)) as pilot:
        await press(pilot, "right", "left", "h", "l", "home", "left", "end", "enter")
        assert app.moved == [8, 7, 6, 7, 0, 8]
        assert app.chosen == [8]


async def test_a_click_moves_and_a_second_chooses() -> None:
    app = Weeks([[1, 0, 0, 0]] * 6)
    async with app.run_test(size=(84, 24)) as pilot:
        await pilot.click(app.bars, offset=(2 + 2 + 12, 9))
        assert (app.bars.cursor, app.chosen) == (1, [])
        await pilot.click(app.bars, offset=(2 + 2 + 3 * 12, 9), times=2)
        assert (app.bars.cursor, app.chosen) == (3, [3])
        for offset in ((2, 9), (20, 1), (79, 9)):
            await pilot.click(app.bars, offset=offset, times=2)
        assert (app.bars.cursor, app.chosen) == (3, [3])


async def test_the_cursor_stays_on_its_monday_when_a_week_is_added() -> None:
    app = Weeks([[1, 0, 0, 0]] * 6)
    async with app.run_test(size=(84, 24)) as pilot:
        await press(pilot, "left")
        app.bars.show(mondays(9), [[1, 0, 0, 0]] * 9, LAYERS)
        assert app.bars.cursor == 7
        app.bars.show(mondays(1), [[1, 0, 0, 0]], LAYERS)
        await pilot.pause()
        assert app.bars.cursor == 0
        assert app.moved == [5, 4, 7, 0]


async def test_a_step_does_not_draw_the_legend_anew() -> None:
    app = Weeks([[1, 0, 0, 0]] * 6)
    async with app.run_test(size=(84, 24)) as pilot:
        await pilot.pause()
        app.bars.drawn.clear()
        await press(pilot, "left")
        assert set(app.bars.drawn) == set(range(2, 14))


# Legend


def test_a_legend_leaves_nobody_out_and_wraps_between_entries() -> None:
    entries = [Entry("▚▞", f"Part {n}", n * 1_000, PLAIN) for n in range(5)]
    drawn = [line.plain for line in legend(entries, 40, name=PLAIN, count=PLAIN)]
    assert drawn[0] == "▚▞ Part 0 0   ▚▞ Part 1 1,000"
    assert all(f"Part {n}" in "\n".join(drawn) for n in range(5))
    assert all(cell_len(line) <= 40 for line in drawn)
    assert legend([], 40, name=PLAIN, count=PLAIN) == []


# Parts of a whole


def test_parts_are_told_apart_by_their_fills_and_fill_the_width() -> None:
    parts = [
        Entry(layer.fill, layer.name, n, PLAIN)
        for layer, n in zip(LAYERS, (5, 0, 10, 5), strict=True)
    ]
    assert segment_bar(8, parts, track=PLAIN).plain == "██▒▒▒▒░░"


def test_a_whole_of_nothing_is_a_thin_line() -> None:
    assert segment_bar(5, [Entry("█", "None", 0, PLAIN)], track=PLAIN).plain == "─────"
    assert segment_bar(5, [], track=PLAIN).plain == "─────"
    assert segment_bar(0, [Entry("█", "One", 1, PLAIN)], track=PLAIN).plain == ""


@pytest.mark.parametrize(
    ("counts", "width", "cells"),
    [
        ([1, 1, 1], 10, [4, 3, 3]),
        ([1000, 1, 1], 10, [8, 1, 1]),
        ([1, 100, 3], 2, [0, 1, 1]),
        ([0, 0], 10, [0, 0]),
        ([-4, 2], 6, [0, 6]),
        ([3], 0, [0]),
    ],
)
def test_small_parts_are_seen_as_long_as_there_is_room(
    counts: list[int], width: int, cells: list[int]
) -> None:
    assert shares(counts, width) == cells


def test_shares_always_add_up() -> None:
    for width in range(1, 40):
        for first in range(12):
            for second in range(0, 90, 7):
                cells = shares([first, second, 1], width)
                assert sum(cells) == width
                assert width < 3 or all(
                    bool(cell) == bool(n) for cell, n in zip(cells, (first, second, 1), strict=True)
                )


# A share and its range


@pytest.mark.parametrize(
    ("width", "point", "low", "high", "drawn"),
    [
        (20, 0.5, 0.2, 0.8, "████├█████─────┤    "),
        (10, 0.0, 0.0, 0.3, "├─┤       "),
        (10, 0.25, 0.0, 0.5, "├█▌─┤     "),
        (10, 1.0, 0.7, 1.0, "███████├█┤"),
        (8, 0.15, 0.071, 0.291, "├▎┤     "),
        (8, 0.5, 0.5, 0.5, "████│   "),
        (8, 1.0, 1.0, 1.0, "███████│"),
        (8, 0.0, 0.0, 0.0, "│       "),
        (8, 7.0, -3.0, 9.0, "├██████┤"),
        (8, 0.5, 0.8, 0.2, "█├██──┤ "),
        (1, 0.5, 0.2, 0.8, "│"),
        (0, 0.5, 0.2, 0.8, ""),
    ],
)
def test_a_range_is_read_from_its_shape(
    width: int, point: float, low: float, high: float, drawn: str
) -> None:
    assert interval_bar(width, point, low, high, bar=BAR, range_=RANGE).plain == drawn


def test_a_bar_grows_by_eighths_of_a_cell() -> None:
    drawn = [interval_bar(10, n / 80, 0.95, 1, bar=BAR, range_=RANGE).plain for n in range(9)]
    assert [line[0] for line in drawn] == [" ", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]


@pytest.mark.parametrize("width", range(8, 61))
def test_the_ends_lie_in_the_cells_that_hold_them(width: int) -> None:
    for k in range(41):
        low, point, high = max(k / 40 - 0.08, 0), k / 40, min(k / 40 + 0.2, 1)
        text = interval_bar(width, point, low, high, bar=BAR, range_=RANGE)
        assert cell_len(text.plain) == width
        begin, end = (text.plain.index("│" if "│" in text.plain else end) for end in "├┤")
        assert begin / width <= low + 1e-9 < (begin + 1) / width + 1e-9
        assert end / width - 1e-9 <= high <= (end + 1) / width + 1e-9
        assert "─" not in text.plain[:begin]
        assert text.plain[end + 1 :].strip() == ""


def test_the_low_end_is_a_notch_where_the_bar_covers_it() -> None:
    text = interval_bar(20, 0.5, 0.2, 0.8, bar=BAR, range_=RANGE)
    styles = {text.plain[s.start]: s.style for s in text.spans}
    assert styles["├"] == BAR + Style(reverse=True)
    assert styles["┤"] == RANGE
