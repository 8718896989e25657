"""The bars and the logo: what a person reads from them, with color and without."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from bounceback_tui.ui.widgets.count_bars import CountBars, bar
from bounceback_tui.ui.widgets.day_bars import DayBars
from bounceback_tui.ui.widgets.logo import LOGO, bounce

LOWEST = "▁"
COUNTS = [("Saved", 7, False), ("Applied", 1_200, False), ("面接", 3, True), ("Offer", 0, True)]


class Bars(App[None]):
    """Both kinds of bars."""

    def compose(self) -> ComposeResult:
        yield DayBars(low=1, high=9, color=lambda value: "red" if value < 5 else "green")
        yield CountBars()

    @property
    def days(self) -> DayBars:
        return self.query_one(DayBars)

    @property
    def counts(self) -> CountBars:
        return self.query_one(CountBars)


def shown(widget: Widget) -> list[str]:
    return [widget.render_line(y).text for y in range(widget.size.height)]


def days_of(line: str) -> list[str]:
    """Return what stands on each day, a day being two cells and a gap."""
    return [line[at : at + 2] for at in range(0, len(line), 3)]


async def test_a_missing_day_is_a_dot_and_never_a_low_bar() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)) as pilot:
        app.days.show([1, None, 9])
        await pilot.pause()
        bars, digits = (days_of(line)[:3] for line in shown(app.days))
        assert bars == [LOWEST * 2, "· ", "██"]
        assert digits == ["1 ", "  ", "9 "]


async def test_a_day_reads_without_color_as_a_height_and_a_digit() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)) as pilot:
        app.days.show([1, 2.4, 4, 5.6, 7, 9])
        await pilot.pause()
        bars, digits = shown(app.days)
        heights = [ord(glyph[0]) for glyph in days_of(bars)[:6]]
        assert heights == sorted(set(heights))
        assert digits.split() == ["1", "2", "4", "6", "7", "9"]


async def test_a_day_has_the_color_of_its_value() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)) as pilot:
        app.days.show([2, 8])
        await pilot.pause()
        low, high = (s for s in app.days.render_line(0) if s.text.strip())
        assert low.style.color != high.style.color


async def test_a_narrow_place_shows_the_last_days() -> None:
    app = Bars()
    async with app.run_test(size=(8, 10)) as pilot:
        app.days.show([1, 2, 3, 4, None, 6])
        await pilot.pause()
        bars, digits = shown(app.days)
        assert digits.split() == ["4", "6"]
        assert days_of(bars)[1] == "· "


async def test_no_days_are_no_bars() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)):
        assert "".join(shown(app.days)).strip() == ""


async def test_values_out_of_range_stop_at_the_edge() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)) as pilot:
        app.days.show([0, 12])
        await pilot.pause()
        assert days_of(shown(app.days)[0])[:2] == [LOWEST * 2, "██"]


@pytest.mark.parametrize("width", [80, 40])
async def test_labels_stand_left_numbers_right_and_the_largest_bar_fills_the_rest(
    width: int,
) -> None:
    app = Bars()
    async with app.run_test(size=(width, 10)) as pilot:
        app.counts.show(COUNTS)
        await pilot.pause()
        lines = shown(app.counts)
        assert [line.split()[:2] for line in lines] == [
            ["Saved", "7"], ["Applied", "1,200"], ["面接", "3"], ["Offer", "0"],
        ]  # fmt: skip
        ends = [cell_len(line[: line.index(count) + len(count)])
                for line, count in zip(lines, ["7", "1,200", "3", "0"], strict=True)]  # fmt: skip
        assert len(set(ends)) == 1
        assert lines[1].endswith("━")
        assert {cell_len(line) for line in lines} == {width}


async def test_zero_is_an_empty_track_and_one_is_not() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)) as pilot:
        app.counts.show(COUNTS)
        await pilot.pause()
        *_, three, zero = shown(app.counts)
        assert "╸" in three
        assert set(zero.split()[2]) == {"─"}


async def test_counts_of_nothing_at_all_are_empty_tracks() -> None:
    app = Bars()
    async with app.run_test(size=(60, 10)) as pilot:
        app.counts.show([("Saved", 0, False), ("Offer", 0, True)])
        await pilot.pause()
        assert all("━" not in line and "─" in line for line in shown(app.counts))
        app.counts.show([])
        await pilot.pause()
        assert app.counts.size.height == 0


async def test_a_long_label_is_cut_before_the_bar_is_gone() -> None:
    app = Bars()
    async with app.run_test(size=(24, 10)) as pilot:
        app.counts.show([("東京データ株式会社サービス", 12, False), ("[/] short", 6, False)])
        await pilot.pause()
        wide, short = shown(app.counts)
        assert "…" in wide
        assert wide.endswith("━━━━")
        assert cell_len(wide) == cell_len(short) == 24
        assert "[/] short" in short


def test_a_bar_grows_with_its_count_and_never_beyond_its_room() -> None:
    lengths = [len(bar(count, 100, 20)) for count in range(101)]
    assert lengths == sorted(lengths)
    assert (lengths[0], lengths[1], lengths[100]) == (0, 1, 20)
    assert bar(5, 10, 5) == "━━╸"


@pytest.mark.parametrize("width", [3, 9, 24, 60])
def test_the_logo_is_one_line_of_braille_without_a_gap(width: int) -> None:
    drawn = bounce(width)
    assert len(drawn) == cell_len(drawn) == width
    assert all("\u2801" <= cell <= "\u28ff" for cell in drawn)


def test_each_bounce_is_lower_than_the_one_before() -> None:
    heights = [_height(cell) for cell in bounce(36)]
    tops = [max(heights[:16]), max(heights[17:28]), max(heights[29:])]
    assert tops == [3, 2, 1]
    assert (heights[0], heights[-1]) == (0, 0)
    assert len(LOGO) == 9


def _height(cell: str) -> int:
    """Return the lowest dot of *cell*, 0 being the ground."""
    dots = ord(cell) - 0x2800
    rows = [0xC0, 0x24, 0x12, 0x09]
    return next(height for height, row in enumerate(rows) if dots & row)
