"""The mood screen: a cursor by day, a year, getting up again, in words and as a picture."""

import stat
from datetime import date
from pathlib import Path

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.services import Plan, open_services
from bounceback_tui.settings import load_settings
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.journal import JournalScreen
from bounceback_tui.ui.screens.mood import MoodScreen
from bounceback_tui.ui.screens.recovery.hub import HubScreen
from bounceback_tui.ui.widgets.day_chart import DayChart
from bounceback_tui.ui.widgets.event_dots import EventDots
from bounceback_tui.ui.widgets.year_pixels import YearPixels
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until


@pytest.fixture
def demo(demo_plan: Plan) -> Plan:
    demo_plan.settings.ask_on_new_day = False
    return demo_plan


@pytest.fixture
def plan(plan: Plan) -> Plan:
    plan.settings.ask_on_new_day = False
    return plan


async def open_mood(app: BouncebackApp, pilot) -> MoodScreen:
    await press(pilot, "4")
    await settle(pilot)
    assert isinstance(app.screen, MoodScreen)
    return app.screen


async def test_without_a_check_in_it_says_what_belongs_here(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await open_mood(app, pilot)
        assert "Nothing to see yet" in seen(app)
        assert "Year in pixels" not in seen(app)


async def test_two_weeks_with_little_in_them_say_what_is_missing(
    plan: Plan, clock: FixedClock
) -> None:
    store = open_services(plan).store
    for valence in (6, 5):
        store.check_ins.add(valence)
        clock.advance(days=1)
    store.close()
    async with running(plan, (120, 60)) as (app, pilot):
        screen = await open_mood(app, pilot)
        assert "7-day median of 2 check-ins" in seen(app)
        assert "Not enough yet (0 of 4)." in screen.summary()
        assert "A line needs four check-ins within a week" in screen.summary()


async def test_the_cursor_says_what_a_day_was_and_enter_opens_it(demo: Plan) -> None:
    async with running(demo, WIDE) as (app, pilot):
        screen = await open_mood(app, pilot)
        await press(pilot, "left", "left", "left")
        assert "× Acme Robotics, a no" in seen(app)
        assert screen.query_one(DayChart).cursor == date(2026, 11, 19)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, JournalScreen))
        await settle(pilot)
        assert app.screen.page is not None
        assert app.screen.page.day == date(2026, 11, 19)


async def test_a_day_without_a_page_stays_here(demo: Plan) -> None:
    async with running(demo, WIDE) as (app, pilot):
        await open_mood(app, pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, MoodScreen)
        assert "Nothing was written on that day" in seen(app)


async def test_the_range_goes_from_a_month_to_everything(demo: Plan) -> None:
    async with running(demo, WIDE) as (app, pilot):
        screen = await open_mood(app, pilot)
        firsts = []
        for key in ["left_square_bracket"] * 2 + ["right_square_bracket"] * 4:
            await press(pilot, key)
            assert screen.figures is not None
            firsts.append(screen.figures.first)
        assert firsts[0] == firsts[1] == date(2026, 10, 24)
        assert firsts[2] == date(2026, 8, 25)
        assert firsts[3:] == [date(2026, 3, 27)] * 3


async def test_energy_is_a_second_line_when_wanted(demo: Plan) -> None:
    async with running(demo, WIDE) as (app, pilot):
        screen = await open_mood(app, pilot)
        assert screen.figures is not None
        assert screen.figures.energy == []
        await press(pilot, "e")
        assert screen.figures.energy
        assert "dashed: energy" in seen(app)


async def test_the_year_goes_back_as_far_as_there_is_something(demo: Plan) -> None:
    async with running(demo, WIDE) as (app, pilot):
        screen = await open_mood(app, pilot)
        await press(pilot, "tab", "up")
        assert screen.query_one(YearPixels).cursor == date(2026, 11, 21)
        assert "Sat 21 Nov  5, 6" in seen(app)
        await press(pilot, "pageup")
        assert screen.query_one(YearPixels).cursor == date(2026, 11, 21)
        assert "nothing from before" in seen(app)


async def test_enter_on_a_dot_opens_its_recovery(demo: Plan) -> None:
    async with running(demo, (120, 60)) as (app, pilot):
        screen = await open_mood(app, pilot)
        screen.query_one(EventDots).focus()
        assert "Acme Robotics, Thu 19 Nov · the next step" in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))


async def test_a_dip_is_a_dot_too_and_a_calm_no_is_said(demo: Plan) -> None:
    async with running(demo, (120, 90)) as (app, pilot):
        screen = await open_mood(app, pilot)
        assert "No clear dip after 1 of 5." in seen(app)
        screen.query_one("#dips").focus()
        assert "Acme Robotics, Thu 19 Nov · near your usual 2 days so far" in seen(app)
        await press(pilot, "left")
        assert "near your usual after 1 day" in seen(app)
        await press(pilot, "end", "enter")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))


async def test_what_goes_together_is_said_of_one_thing_and_not_after_a_card(demo: Plan) -> None:
    async with running(demo, (120, 90)) as (app, pilot):
        screen = await open_mood(app, pilot)
        assert seen(app).count("That doesn't show which came first.") == 1
        assert "Not personal: After this one you rated yourself higher 4 times" in seen(app)
        assert "The harsh thought: Afterwards it felt truer never" in seen(app)
        assert "Red flags: Not enough yet (0 of 5)." in seen(app)
        app.is_gentle = True
        screen.reload()
        await settle(pilot)
        assert "That doesn't show which came first." not in seen(app)


async def test_the_words_hold_every_figure_and_can_be_written_privately(
    demo: Plan, tmp_path: Path
) -> None:
    async with running(demo, NARROW) as (app, pilot):
        screen = await open_mood(app, pilot)
        words = screen.summary()
        for part in ("7-day median of", "Acme Robotics, a no", "Half the time", "about the same"):
            assert part in words
        for name in ("mood.svg", "mood.txt"):
            await press(pilot, "t", "tab", typed(str(tmp_path / name)), "ctrl+s")
            await settle(pilot)
            assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600
        assert (tmp_path / "mood.txt").read_text(encoding="utf-8") == words + "\n"
        assert (tmp_path / "mood.svg").read_text(encoding="utf-8").startswith("<svg")


async def test_a_file_that_is_there_is_replaced_only_when_asked_twice(
    demo: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "mood.txt"
    path.write_text("mine", encoding="utf-8")
    async with running(demo, NARROW) as (app, pilot):
        await open_mood(app, pilot)
        await press(pilot, "t", "tab", typed(str(path)), "ctrl+s")
        assert path.read_text(encoding="utf-8") == "mine"
        await press(pilot, "ctrl+s")
        assert path.read_text(encoding="utf-8") != "mine"


async def test_a_panel_can_be_hidden_and_stays_hidden(plan: Plan) -> None:
    store = open_services(plan).store
    store.check_ins.add(5)
    store.close()
    async with running(plan, WIDE) as (app, pilot):
        await open_mood(app, pilot)
        await press(pilot, "tab", "x")
        assert "Year in pixels" not in seen(app)
    plan.settings = load_settings(plan.paths.settings)
    plan.settings.ask_on_new_day = False
    async with running(plan, WIDE) as (app, pilot):
        await open_mood(app, pilot)
        assert "Year in pixels" not in seen(app)
        await press(pilot, "w")
        assert "Year in pixels" in seen(app)


async def test_on_a_low_day_good_lines_come_first(demo: Plan, clock: FixedClock) -> None:
    store = open_services(demo).store
    clock.advance(minutes=1)
    store.check_ins.add(2)
    store.close()
    async with running(demo, WIDE) as (app, pilot):
        await open_mood(app, pilot)
        lines = [line.strip() for line in seen(app).splitlines() if line.strip()]
        assert lines[1] == "First of all"
        assert lines[2].startswith("“")
        assert any(line.startswith("Next: ") for line in lines[2:7])


@pytest.mark.parametrize("key", ["4", "5"])
async def test_every_theme_can_draw_it(demo: Plan, key: str) -> None:
    async with running(demo, WIDE, key) as (app, pilot):
        for theme in app.available_themes:
            app.theme = theme
            await settle(pilot)
            assert ("7-day median" if key == "4" else "Applications by week") in seen(app)
