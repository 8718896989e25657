"""The dashboard: what is new first, every figure with its n, and what is behind it."""

from pathlib import Path

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.behind import BehindScreen
from bounceback_tui.ui.screens.dashboard import DashboardScreen
from bounceback_tui.ui.widgets.stacked_weeks import StackedBars
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

TALL = (120, 80)


@pytest.fixture
def demo(demo_plan: Plan) -> Plan:
    demo_plan.settings.ask_on_new_day = False
    return demo_plan


@pytest.fixture
def plan(plan: Plan) -> Plan:
    plan.settings.ask_on_new_day = False
    return plan


async def open_dashboard(app: BouncebackApp, pilot) -> DashboardScreen:
    await press(pilot, "5")
    await settle(pilot)
    assert isinstance(app.screen, DashboardScreen)
    return app.screen


async def test_without_an_application_it_says_what_belongs_here(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await open_dashboard(app, pilot)
        assert "Nothing was sent yet" in seen(app)
        assert "The pipeline now" not in seen(app)


async def test_two_weeks_in_every_figure_says_what_is_missing(
    plan: Plan, clock: FixedClock
) -> None:
    store = open_services(plan).store
    for name in ("A", "B"):
        store.applications.add(name, Stage.APPLIED, source="mail")
    store.close()
    clock.advance(days=14)
    async with running(plan, TALL) as (app, pilot):
        screen = await open_dashboard(app, pilot)
        words = screen.summary()
        assert "2 applications sent" in words
        assert "an interview: 0 of 0. Not enough yet (0 of 1)." in words
        assert "Not enough yet (0 of 20)." in words
        assert "Too early to tell." in words


async def test_what_is_new_comes_first_and_opens(demo: Plan) -> None:
    async with running(demo, NARROW) as (app, pilot):
        await open_dashboard(app, pilot)
        assert seen(app).splitlines()[2].strip().startswith("What is new")
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, ApplicationScreen)


@pytest.mark.parametrize(
    ("name", "title", "count"),
    [
        ("pipeline", "Saved now", 7),
        ("reached", "An interview: 11 of 36", 11),
        ("replies", "Heard back, a no included: 21 of 36", 21),
        ("sources", "Job board: 1 of 15", 15),
        ("stays", "In Applied: 53", 53),
        ("next", "Interviews: 11 of 36", 36),
    ],
)
async def test_behind_a_figure_are_its_applications(
    demo: Plan, name: str, title: str, count: int
) -> None:
    async with running(demo, TALL) as (app, pilot):
        screen = await open_dashboard(app, pilot)
        screen.query_one(f"#{name}").focus()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, BehindScreen))
        await settle(pilot)
        assert title in seen(app)
        assert app.screen.query_one("#behind").count == count
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, ApplicationScreen)
        await press(pilot, "escape", "escape")
        assert isinstance(app.screen, DashboardScreen)


async def test_a_week_is_gone_to_and_opened(demo: Plan) -> None:
    async with running(demo, WIDE) as (app, pilot):
        screen = await open_dashboard(app, pilot)
        screen.query_one(StackedBars).focus()
        await press(pilot, "left")
        assert "the week of 9 Nov  4 applications: 4 open" in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, BehindScreen))
        await settle(pilot)
        assert app.screen.query_one("#behind").count == 4


async def test_an_offer_is_estimated_only_for_who_asks(demo: Plan) -> None:
    async with running(demo, TALL) as (app, pilot):
        await open_dashboard(app, pilot)
        assert "No honest estimate yet." not in seen(app)
        await press(pilot, "o")
        assert "No honest estimate yet." in seen(app)


async def test_a_fresh_count_starts_today_and_can_be_taken_back(
    plan: Plan, clock: FixedClock
) -> None:
    store = open_services(plan).store
    store.applications.add("A", Stage.APPLIED)
    store.close()
    clock.advance(days=3)
    async with running(plan, WIDE) as (app, pilot):
        await open_dashboard(app, pilot)
        assert "1 application sent" in seen(app)
        await press(pilot, "f")
        assert "0 applications sent" in seen(app)
        assert "a fresh count" in seen(app)
        assert "count_from" in plan.paths.settings.read_text(encoding="utf-8")
        await press(pilot, "f")
        assert "1 application sent" in seen(app)


async def test_a_no_without_talks_silence_and_an_open_one_are_kept_apart(
    plan: Plan, clock: FixedClock
) -> None:
    store = open_services(plan).store
    ids = [store.applications.add(name, Stage.APPLIED) for name in "ABCD"]
    store.applications.move(ids[0], Stage.SCREENING)
    store.applications.move(ids[1], Stage.CLOSED, outcome=Outcome.REJECTED)
    clock.advance(days=31)
    store.applications.add("E", Stage.APPLIED)
    store.close()
    async with running(plan, TALL) as (app, pilot):
        screen = await open_dashboard(app, pilot)
        words = screen.summary()
        assert "4 applications: 1 led to talks, 1 a no before any, 2 quiet" in words
        assert "1 application: 1 open" in words
        assert "heard back, a no included: 2 of 4" in words
        assert "a positive reply: 1 of 4" in words
        assert "quiet now: 2" in words


async def test_after_a_card_the_shares_and_estimates_are_left_out(demo: Plan) -> None:
    async with running(demo, TALL) as (app, pilot):
        app.is_gentle = True
        await open_dashboard(app, pilot)
        assert "First of all" in seen(app)
        assert "Stages ever reached" not in seen(app)
        assert "What may come next" not in seen(app)


async def test_the_range_and_the_words(demo: Plan, tmp_path: Path) -> None:
    async with running(demo, NARROW) as (app, pilot):
        await open_dashboard(app, pilot)
        await press(pilot, "left_square_bracket")
        assert "25 Aug 2026 – 22 Nov 2026" in seen(app)
        await press(pilot, "t", "tab", typed(str(tmp_path / "search.txt")), "ctrl+s")
        await settle(pilot)
        assert "Applications by week" in (tmp_path / "search.txt").read_text(encoding="utf-8")
