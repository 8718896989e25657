"""Follow up and Grace by the keys a person presses: asked once, thanked once, or not at all."""

from collections.abc import Iterator
from datetime import date

import pytest
from textual.widgets import TextArea

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import (
    ContactRole,
    Dose,
    MessageKind,
    MessageStatus,
    Outcome,
    Stage,
    Step,
    StepState,
)
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.messages import Messages
from bounceback_tui.store.values_letters import Letter
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.recovery.follow_up import FollowUpScreen
from bounceback_tui.ui.screens.recovery.grace import GraceScreen
from bounceback_tui.ui.screens.recovery.letter_step import LetterStep
from bounceback_tui.ui.screens.select import SelectDialog
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed

TODAY = date(2026, 11, 22)
GO_ON = "ctrl+n"
Where = tuple[BouncebackApp, LetterStep]


@pytest.fixture
def plan(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    """A no from Acme, where Dana was the hiring manager; the way back up has begun."""
    plan.settings.ask_on_new_day = False
    store = open_services(plan).store
    acme = store.applications.add("Acme", Stage.APPLIED, title="Engineer")
    store.applications.move(acme, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.people.add("Dana Reyes", ContactRole.HIRING_MANAGER, company="Acme", application_id=acme)
    store.recoveries.begin(acme, Dose.STEPS)
    store.close()
    return plan


def messages(app: BouncebackApp) -> Messages:
    return app.services.store.messages


def written(app: BouncebackApp) -> list[Letter]:
    store = app.services.store
    return store.messages.of_application(store.recoveries.under_way()[0].application_id)


def state(app: BouncebackApp, step: Step) -> StepState:
    return app.services.store.recoveries.under_way()[0].steps[step]


async def sit(app: BouncebackApp, pilot, screen: type[LetterStep], *keys: str) -> None:
    await app.push_screen(screen(app.services, app.services.store.recoveries.under_way()[0].id))
    await settle(pilot)
    await press(pilot, *keys)
    await settle(pilot)


async def test_a_question_is_asked_from_the_first_prompt_to_sent(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, "space", GO_ON, typed("Dana"), "enter", "enter")
        assert app.screen.query_one(TextArea).text.startswith("Dear Dana,")
        await press(pilot, typed("Hi "), GO_ON, "space", GO_ON)
        await settle(pilot)
        [letter] = written(app)
        assert (letter.to, letter.kind, letter.row.sent_on) == (
            "Dana Reyes",
            MessageKind.FEEDBACK,
            TODAY,
        )
        assert letter.row.body.startswith("Hi Dear Dana,")
        assert state(app, Step.FOLLOW_UP) is StepState.DONE
        assert "close this on Sun 6 Dec." in seen(app)


async def test_another_day_brings_the_draft_back_on_that_day(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, "right", "space", "enter", typed("+3"), GO_ON)
        await press(pilot, "down", "enter", GO_ON)
        await settle(pilot)
        assert messages(app).due(date(2026, 11, 24)) == []
        [due] = messages(app).due(date(2026, 11, 25))
        assert due.letter.status is MessageStatus.DRAFTED
        assert due.letter.row.body.startswith("Dear Dana,")


@pytest.mark.parametrize(("day", "sentence"), [("today", "is past"), ("soonish", "no day")])
async def test_a_day_that_cannot_be_is_named_and_nothing_is_lost(
    plan: Plan, day: str, sentence: str
) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, "right", "space", "enter", *day, GO_ON)
        assert sentence in seen(app)
        assert day in seen(app)


async def test_somebody_new_is_added_with_the_question_only(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, "space", GO_ON, typed("Sam"), "enter")
        assert app.services.store.people.count("Sam") == 0
        await press(pilot, GO_ON, GO_ON, "right", "space", GO_ON)
        await settle(pilot)
        [letter] = written(app)
        assert (letter.to, letter.status) == ("Sam", MessageStatus.DRAFTED)
        assert app.services.store.people.page("Sam")[0].company == "Acme"


async def test_asking_nobody_is_fine(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, GO_ON, GO_ON)
        assert written(app) == []
        assert state(app, Step.FOLLOW_UP) is StepState.DONE


async def test_nobody_is_asked_twice(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        dana = app.services.store.people.page("Dana")[0]
        messages(app).keep(dana.id, MessageKind.FEEDBACK, dana.application_id, is_sent=True)
        await sit(app, pilot, FollowUpScreen, "space", GO_ON, typed("Dana"))
        assert "a question sent today" in seen(app)
        await press(pilot, "enter", GO_ON, GO_ON, "space", GO_ON)
        await settle(pilot)
        assert len(written(app)) == 1
        assert "one question is enough" in " ".join(seen(app).split())


async def test_what_was_typed_stands_there_after_leaving(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(
            app,
            pilot,
            FollowUpScreen,
            "space",
            GO_ON,
            typed("Dana"),
            "enter",
            GO_ON,
            typed("Mine "),
        )
        await press(pilot, "escape")
        assert written(app) == []
        await sit(app, pilot, FollowUpScreen)
        assert app.screen.query_one(TextArea).text.startswith("Mine Dear Dana,")


async def test_the_letter_is_copied_from_the_step(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(
            app, pilot, FollowUpScreen, "space", GO_ON, typed("Dana"), "enter", GO_ON, "ctrl+y"
        )
        assert app.clipboard.startswith("Thank you, and one question - Engineer\n\nDear Dana,")


async def test_writing_nothing_is_a_whole_answer(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, GraceScreen)
        assert "Writing nothing is graceful, too." in " ".join(seen(app).split())
        await press(pilot, GO_ON, "3", GO_ON, GO_ON)
        await settle(pilot)
        assert state(app, Step.GRACE) is StepState.DONE
        assert written(app) == []


async def test_thanks_go_to_each_with_their_own_name_and_the_door_is_kept(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, GraceScreen, typed("Dana"), "enter", typed("Sam"), "enter", GO_ON)
        await press(pilot, typed("Clear"), GO_ON, "space", GO_ON)
        await settle(pilot)
        assert app.screen.query_one(TextArea).text.startswith("Dear Dana,")
        assert "Clear" in app.screen.query_one(TextArea).text
        await press(pilot, "tab", "space", GO_ON, "4", GO_ON, GO_ON)
        await settle(pilot)
        found = {letter.to: letter for letter in written(app)}
        assert found["Dana Reyes"].status is MessageStatus.SENT
        assert found["Sam"].status is MessageStatus.DRAFTED
        assert found["Sam"].row.body.startswith("Dear Sam,")
        doors = {p.name: app.services.store.people.get(p.id).door for p in people(app)}
        assert doors == {"Dana Reyes": "open", "Sam": "open"}


def people(app: BouncebackApp) -> list:
    return app.services.store.people.page()


async def test_a_closed_door_leaves_its_line_out(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, GraceScreen, typed("Dana"), "enter", GO_ON, GO_ON)
        await press(pilot, "right", "space", GO_ON)
        assert "happy to hear from you" not in app.screen.query_one(TextArea).text


async def test_a_fresh_draft_of_a_question_carries_the_thanks(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        dana = app.services.store.people.page("Dana")[0]
        messages(app).keep(
            dana.id, MessageKind.FEEDBACK, dana.application_id, subject="Q", body="My question"
        )
        await sit(app, pilot, GraceScreen, typed("Dana"), "enter", GO_ON, GO_ON, GO_ON)
        assert app.screen.query_one(TextArea).text == "My question"
        assert "one message does for both" in " ".join(seen(app).split())
        await press(pilot, GO_ON, GO_ON, GO_ON)
        await settle(pilot)
        assert [letter.kind for letter in written(app)] == [MessageKind.FEEDBACK]


@pytest.mark.parametrize(("days", "count"), [(3, 1), (4, 2)])
async def test_a_question_sent_in_the_last_three_days_leaves_no_room_for_a_second_message(
    plan: Plan, clock: FixedClock, days: int, count: int
) -> None:
    async with running(plan, NARROW) as (app, pilot):
        dana = app.services.store.people.page("Dana")[0]
        messages(app).keep(dana.id, MessageKind.FEEDBACK, dana.application_id, is_sent=True)
        clock.advance(days=days)
        await sit(app, pilot, GraceScreen, typed("Dana"), "enter", *(GO_ON,) * 5)
        if count == 2:
            await press(pilot, GO_ON)
        await settle(pilot)
        assert len(written(app)) == count
        assert state(app, Step.GRACE) is StepState.DONE


async def test_the_letter_is_copied_and_shown_by_the_mouse(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, "space", GO_ON, typed("Dana"), "enter", GO_ON)
        await pilot.click("LetterBox KeyBar", offset=(4, 0))
        assert "Dear Dana," in app.clipboard
        await pilot.click("LetterBox KeyBar", offset=(70, 0))
        await settle(pilot)
        assert isinstance(app.screen, SelectDialog)


async def test_somebody_is_chosen_by_the_mouse(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await sit(app, pilot, FollowUpScreen, GO_ON)
        await pilot.click("PersonBox OptionList", offset=(3, 0))
        await settle(pilot)
        assert "● Dana Reyes" in seen(app)
        await pilot.click("PersonBox OptionList", offset=(3, 0))
        await settle(pilot)
        assert "● Dana Reyes" not in seen(app)


async def test_what_nobody_answered_in_two_weeks_is_closed_when_the_app_opens(
    plan: Plan, clock: FixedClock
) -> None:
    store = open_services(plan).store
    person = store.people.add("Dana")
    message = store.messages.add(person, MessageKind.FEEDBACK, body="One question")
    store.messages.mark_sent(message, clock.today())
    store.close()
    clock.advance(days=13)
    async with running(plan, WIDE) as (app, _pilot):
        assert app.services is not None
        assert app.services.store.messages.get(message).status is MessageStatus.SENT
    clock.advance(days=1)
    async with running(plan, WIDE) as (app, pilot):
        assert app.services is not None
        assert app.services.store.messages.get(message).status is MessageStatus.QUIET
        assert "closed as quiet" in seen(app)
        await press(pilot, "escape", "u")
        assert app.services.store.messages.get(message).status is MessageStatus.SENT
