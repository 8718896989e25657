"""The bars and the logo: what a person reads from them, with color and without."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from bounceback_tui.ui.widgets.day_bars import DayBars
from bounceback_tui.ui.widgets.logo import LOGO, bounce

LOWEST = "▁"


class Bars(App[None]):
    """Bars of days."""

    def compose(self) -> ComposeResult:
        yield DayBars(low=1, high=9, color=lambda value: "red" if value < 5 else "green")

    @property
    def days(self) -> DayBars:
        return self.query_one(DayBars)


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
