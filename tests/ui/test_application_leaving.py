"""Every way out of an application: nothing typed is lost, nothing is kept in a wrong place."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.day import DayDialog
from bounceback_tui.ui.screens.today import TodayScreen
from bounceback_tui.ui.widgets.field import Field
from bounceback_tui.ui.widgets.tick_lines import TickLines
from tests.ui.driving import WIDE, press, running, seen, settle, typed, until

OPEN = ("2", "enter")


@pytest.fixture
def acme(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    services = open_services(plan)
    services.store.applications.add("Acme", Stage.INTERVIEW, clock.today() - timedelta(days=12))
    services.store.close()
    return plan


def field(app: BouncebackApp, name: str) -> Field:
    return app.screen.query_one(f"#field-{name}", Field)


async def test_a_sentence_is_one_act_and_keeps_its_spaces(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "next_action").editor.focus()
        await press(pilot, *["space" if key == " " else key for key in "write to Dana"])
        applications = app.services.store.applications
        assert applications.get(1).next_action == ""
        await press(pilot, "escape")
        await settle(pilot)
        assert applications.get(1).next_action == "write to Dana"
        await press(pilot, "u")
        assert applications.get(1).next_action == ""


async def test_a_click_on_a_tab_keeps_what_was_being_typed(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "notes").editor.focus()
        await press(pilot, typed("hello"))
        await pilot.click(offset=(seen(app).splitlines()[1].index("1 Today"), 1))
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert app.services.store.applications.get(1).notes == "hello"


async def test_quitting_in_the_middle_of_a_word_keeps_it(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "notes").editor.focus()
        await press(pilot, typed("hello"))
        await pilot.press("ctrl+q")
    services = open_services(acme)
    kept = services.store.applications.get(1).notes
    draft = services.store.drafts.get("application:1")
    services.store.close()
    assert kept == "hello" or (draft is not None and "hello" in draft.body)


async def test_a_complaint_goes_when_the_field_is_put_right(acme: Plan) -> None:
    async with running(acme, (120, 60), *OPEN) as (app, pilot):
        day = field(app, "next_action_on")
        day.editor.focus()
        await press(pilot, typed("foo"), "tab")
        await settle(pilot)
        assert "That is no day" in seen(app)
        day.editor.focus()
        await press(pilot, "end", *["backspace"] * 3, "tab")
        await settle(pilot)
        assert "That is no day" not in seen(app)
        assert app.services.store.drafts.get("application:1") is None


async def test_a_draft_is_never_offered_to_another_application(
    acme: Plan, clock: FixedClock
) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        drafts, applications = app.services.store.drafts, app.services.store.applications
        field(app, "desire").editor.focus()
        await press(pilot, typed("eleven"))
        await until(pilot, lambda: "eleven" in getattr(drafts.get("application:1"), "body", ""))
        await press(pilot, "escape", "d")
        await settle(pilot)
        clock.advance(minutes=1)
        assert applications.add("Another Ltd") == 1
        app.push_screen(ApplicationScreen(app.services, 1))
        await settle(pilot)
        assert field(app, "desire").text == ""


async def test_a_stage_does_not_start_in_the_future(acme: Plan, clock: FixedClock) -> None:
    async with running(acme, WIDE, *OPEN, "t") as (app, pilot):
        await settle(pilot)
        await press(pilot, "backspace", typed("+5"), "enter")
        await settle(pilot)
        assert isinstance(app.screen, DayDialog)
        assert "has not come yet" in seen(app)
        stage_day = app.services.store.applications.get(1).stage_day
        assert stage_day == clock.today() - timedelta(days=12)


async def test_choosing_the_stage_it_has_says_so_and_is_no_act(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN, "s") as (app, pilot):
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "stands there already" in seen(app)
        assert app.services.store.undo() is None


async def test_an_interview_that_is_prepared_already_is_added_in_one_act(acme: Plan) -> None:
    async with running(acme, (120, 44), *OPEN, "i") as (app, pilot):
        await settle(pilot)
        app.screen.query_one(TickLines).focus()
        await press(pilot, "space", "ctrl+s")
        await settle(pilot)
        assert app.services.store.interviews.prepared(1) == {1: (1, 5)}
        app.services.store.undo()
        assert app.services.store.interviews.of(1) == []
