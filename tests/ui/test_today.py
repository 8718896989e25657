"""Today: what a person meets first."""

from datetime import timedelta

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.check_in import CheckInDialog
from bounceback_tui.ui.screens.today import TodayScreen
from bounceback_tui.ui.screens.welcome import SENTENCES
from tests.ui.driving import NARROW, press, running, seen, settle


async def test_an_empty_journal_greets_in_three_sentences_and_asks_for_nothing(plan: Plan) -> None:
    async with running(plan) as (app, _pilot):
        assert isinstance(app.screen, TodayScreen)
        words = " ".join(seen(app).split())
        assert len(SENTENCES) == 3
        assert "Welcome" in words
        assert "or with one application, a" in words
        assert "Nothing is due" not in words


async def test_the_check_in_opens_by_itself_once_on_a_new_day(
    demo_plan: Plan, clock: FixedClock
) -> None:
    async with running(demo_plan) as (app, pilot):
        assert isinstance(app.screen, CheckInDialog)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
    async with running(demo_plan) as (app, _pilot):
        assert isinstance(app.screen, TodayScreen)
    clock.advance(days=1)
    demo_plan.clock = clock
    async with running(demo_plan) as (app, _pilot):
        assert isinstance(app.screen, CheckInDialog)


async def test_today_shows_what_is_due_and_enter_opens_it(plan: Plan, clock: FixedClock) -> None:
    services = open_services(plan)
    today = clock.today()
    services.store.applications.add(
        "Late Ltd", Stage.APPLIED, next_action="write to Dana", next_action_on=today - timedelta(3)
    )
    soon = services.store.applications.add("Soon & Co", Stage.INTERVIEW)
    services.store.interviews.add(soon, round=2, day=today + timedelta(2), time="10:00")
    services.store.close()
    async with running(plan) as (app, pilot):
        late, soon_line = (line for line in seen(app).splitlines() if "●" in line)
        assert "Late Ltd  write to Dana" in late
        assert "was due 3 days ago" in late
        assert "Soon & Co  round 2" in soon_line
        await press(pilot, "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, ApplicationScreen)
        assert "Soon & Co" in seen(app)


async def test_a_good_line_of_ones_own_is_shown_and_never_todays(
    plan: Plan, clock: FixedClock
) -> None:
    services = open_services(plan)
    clock.advance(days=-5)
    services.store.check_ins.add(6, good="Sam laughed at my joke.")
    clock.advance(days=5)
    services.store.check_ins.add(6, good="Soup.")
    services.store.close()
    async with running(plan) as (app, _pilot):
        good = app.screen.query_one("#good-line").render()
        assert "Sam laughed" in str(good)
        assert "Soup" not in str(good)


async def test_words_in_brackets_are_shown_as_they_were_written(plan: Plan) -> None:
    services = open_services(plan)
    services.store.check_ins.add(6, good="[/] [bold]not bold[/bold] [@click=app.quit]x")
    services.store.applications.add("[/] Ltd", next_action="[link=x]", next_action_on=None)
    services.store.close()
    async with running(plan) as (app, _pilot):
        assert "[bold]not bold[/bold]" in seen(app)
        assert "[/] Ltd" in seen(app)


async def test_everything_is_reachable_on_a_small_screen(demo_plan: Plan) -> None:
    async with running(demo_plan, NARROW, "escape") as (app, pilot):
        assert "How are you right now?" in seen(app)
        column = app.screen.query_one("#columns")
        column.scroll_end(animate=False)
        await pilot.pause()
        assert column.max_scroll_y > 0
