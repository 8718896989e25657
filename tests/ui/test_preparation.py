"""Preparation: what is brought to an interview, and how it was next to what one expected."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import CriterionKind, InterviewKind, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.interviews import Interviews
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.interview import InterviewDialog
from bounceback_tui.ui.screens.preparation import PreparationScreen
from bounceback_tui.ui.widgets.field import Field
from bounceback_tui.ui.widgets.tick_lines import TickLines
from bounceback_tui.ui.widgets.ticks import Ticks
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

TECHNICAL = InterviewKind.TECHNICAL.value


@pytest.fixture
def acme(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    services = open_services(plan)
    store = services.store
    store.applications.add("Acme [/]", Stage.INTERVIEW)
    day = clock.today() + timedelta(days=2)
    store.interviews.add(1, ["Stories", "Company"], kind=TECHNICAL, day=day, time="10:00")
    store.lessons.add("Draw first", kinds=[TECHNICAL])
    store.lessons.add("For a panel", kinds=[InterviewKind.PANEL.value])
    store.criteria.add(CriterionKind.MUST, "a team that writes", "How do you decide?")
    store.criteria.add(CriterionKind.NO, "on call")
    store.corner.add_story("The outage")
    store.close()
    return plan


def interviews(app: BouncebackApp) -> Interviews:
    return app.services.store.interviews


def ticked(app: BouncebackApp) -> list[tuple[str, bool]]:
    return [(item.text, item.done) for item in interviews(app).checklist(1)]


def field(app: BouncebackApp, name: str) -> Field:
    return app.screen.query_one(f"#field-{name}", Field)


async def opened(app: BouncebackApp) -> PreparationScreen:
    screen = PreparationScreen(app.services, 1)
    await app.push_screen(screen)
    return screen


async def test_it_opens_from_the_interview_by_a_key_and_keeps_what_was_changed_there(
    acme: Plan,
) -> None:
    for size in (WIDE, NARROW):
        async with running(acme, size) as (app, pilot):
            await app.push_screen(InterviewDialog(app.services, 1, 1))
            app.screen.query_one("#with_whom").focus()
            await press(pilot, "end", "!", "ctrl+o")
            await settle(pilot)
            assert isinstance(app.screen, PreparationScreen)
            assert interviews(app).get(1).with_whom.endswith("!")
            assert "Acme [/]  round 1, technical" in seen(app)


async def test_it_opens_from_the_application_by_a_key(acme: Plan) -> None:
    async with running(acme, WIDE, "2", "enter", "p") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, PreparationScreen)
        await press(pilot, "escape")
        assert isinstance(app.screen, ApplicationScreen)


async def test_it_shows_what_fits_and_only_that(acme: Plan) -> None:
    async with running(acme, WIDE) as (app, pilot):
        await opened(app)
        await settle(pilot)
        words = seen(app)
        for expected in ("Tue 24 Nov · 10:00", "Draw first", "How do you decide?", "The outage"):
            assert expected in words
        for other in ("For a panel", "on call"):
            assert other not in words


async def test_a_tick_is_kept_at_once_and_undone_as_one(acme: Plan) -> None:
    async with running(acme, WIDE) as (app, pilot):
        screen = await opened(app)
        screen.query_one(TickLines).focus()
        await press(pilot, "down", "space")
        assert ticked(app) == [("Stories", False), ("Company", True)]
        await press(pilot, "u")
        assert ticked(app) == [("Stories", False), ("Company", False)]
        assert screen.query_one(Ticks).items == [("Stories", False), ("Company", False)]


async def test_a_line_that_is_added_is_kept_when_the_list_is_left(acme: Plan) -> None:
    async with running(acme, WIDE) as (app, pilot):
        screen = await opened(app)
        screen.query_one(TickLines).focus()
        await press(pilot, "down", "down", typed("Shoes"), "tab")
        assert ticked(app)[-1] == ("Shoes", False)
        assert app.services.store.drafts.get("preparation:1") is None


async def test_what_one_expects_is_kept_when_left_and_undo_takes_it_back(acme: Plan) -> None:
    async with running(acme, WIDE) as (app, pilot):
        await opened(app)
        field(app, "expectation").editor.focus()
        await press(pilot, typed("Slow"), "escape")
        assert interviews(app).get(1).expectation == "Slow"
        field(app, "company_notes").editor.focus()
        await press(pilot, typed("Maps"), "escape", "u", "u")
        found = interviews(app).get(1)
        assert (found.expectation, found.company_notes) == ("", "")
        assert field(app, "expectation").text == ""


@pytest.mark.parametrize(("days", "is_asked"), [(2, False), (3, True)])
async def test_the_comparison_is_asked_for_once_the_day_has_passed(
    acme: Plan, clock: FixedClock, days: int, is_asked: bool
) -> None:
    clock.advance(days=days)
    async with running(acme, WIDE) as (app, pilot):
        await opened(app)
        await settle(pilot)
        assert field(app, "comparison").display is is_asked
        assert ("And how was it" in seen(app)) is is_asked
        if is_asked:
            field(app, "comparison").editor.focus()
            await press(pilot, typed("Kinder"), "escape")
            assert interviews(app).get(1).comparison == "Kinder"


async def test_what_was_being_typed_is_there_again_after_a_fall(acme: Plan) -> None:
    async with running(acme, WIDE) as (app, pilot):
        await opened(app)
        field(app, "expectation").editor.focus()
        await press(pilot, typed("Slow"))
        drafts = app.services.store.drafts
        await until(pilot, lambda: drafts.get("preparation:1") is not None)
        draft = drafts.get("preparation:1")
        assert draft is not None
        await press(pilot, "escape", "escape")
        interviews(app).edit(1, expectation="")
        drafts.keep("preparation:1", draft.body)
        await opened(app)
        await settle(pilot)
        assert field(app, "expectation").text == "Slow"


async def test_a_practice_run_belongs_to_the_interview(acme: Plan) -> None:
    async with running(acme, NARROW) as (app, pilot):
        await opened(app)
        await press(pilot, "p", typed("Why?"), "ctrl+s")
        corner = app.services.store.corner
        assert [run.question for run in corner.practices(interview_id=1)] == ["Why?"]


async def test_a_lesson_is_said_to_have_helped_from_here(acme: Plan) -> None:
    async with running(acme, WIDE) as (app, pilot):
        await opened(app)
        await press(pilot, "t", "down", "down", "enter")
        await settle(pilot)
        assert "it helped" in seen(app)
        assert app.services.store.lessons.fitting(TECHNICAL)[0].helped == "yes"


async def test_it_leaves_when_the_interview_is_undone(plan: Plan) -> None:
    async with running(plan, WIDE) as (app, pilot):
        app.services.store.applications.add("Acme", Stage.INTERVIEW)
        interviews(app).add(1)
        await opened(app)
        await press(pilot, "u")
        await settle(pilot)
        assert not isinstance(app.screen, PreparationScreen)
