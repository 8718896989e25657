"""One application: edited in place, its history, its interviews."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.applications import Applications
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.board import BoardScreen
from bounceback_tui.ui.screens.editor import EditorScreen
from bounceback_tui.ui.screens.interview import InterviewDialog
from bounceback_tui.ui.widgets.field import Field
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

OPEN = ("2", "enter")


@pytest.fixture
def acme(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    services = open_services(plan)
    day = clock.today() - timedelta(days=20)
    services.store.applications.add("Acme Robotics", Stage.APPLIED, day, title="Engineer [/]")
    services.store.applications.move(1, Stage.SCREENING, day=day + timedelta(days=8))
    services.store.close()
    return plan


def applications(app: BouncebackApp) -> Applications:
    return app.services.store.applications


def field(app: BouncebackApp, name: str) -> Field:
    return app.screen.query_one(f"#field-{name}", Field)


async def test_it_shows_where_it_stands_and_how_it_went(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, _pilot):
        words = seen(app)
        assert "Acme Robotics  Engineer [/]" in words
        assert "Screening since Tue 10 Nov, 12 days" in words
        assert "Applied" in words
        assert "8 days" in words


async def test_a_field_is_kept_when_it_is_left_and_undo_takes_it_back(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "location").editor.focus()
        await press(pilot, typed("Harbor"), "tab")
        assert applications(app).get(1).location == "Harbor"
        await press(pilot, "escape", "u")
        assert applications(app).get(1).location == ""
        assert field(app, "location").text == ""


async def test_a_field_left_as_it_was_is_no_act(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "location").editor.focus()
        await press(pilot, "tab", "tab", "escape")
        assert app.services.store.undo() is None


async def test_what_can_not_be_understood_is_said_and_stays_as_typed(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "desire").editor.focus()
        await press(pilot, typed("99"), "tab")
        assert "whole number from 0 to 10" in " ".join(seen(app).split())
        assert field(app, "desire").text == "99"
        assert applications(app).get(1).desire is None
        field(app, "desire").editor.focus()
        await press(pilot, "backspace", "tab")
        assert applications(app).get(1).desire == 9


async def test_words_for_a_day_become_the_day(acme: Plan, clock: FixedClock) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "next_action_on").editor.focus()
        await press(pilot, typed("tomorrow"), "enter")
        await settle(pilot)
        assert applications(app).get(1).next_action_on == clock.today() + timedelta(days=1)
        assert field(app, "next_action_on").text == "2026-11-23"


async def test_a_choice_is_kept_at_once(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        field(app, "work_mode").editor.focus()
        await press(pilot, "right", "right", "right")
        assert applications(app).get(1).work_mode == "remote"


async def test_text_on_its_way_is_a_draft_and_comes_back(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN) as (app, pilot):
        drafts = app.services.store.drafts
        field(app, "desire").editor.focus()
        await press(pilot, typed("eleven"))
        await until(pilot, lambda: "eleven" in getattr(drafts.get("application:1"), "body", ""))
        await press(pilot, "escape", "escape")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        await press(pilot, "enter")
        await settle(pilot)
        assert field(app, "desire").text == "eleven"


async def test_the_history_can_be_dated_anew(acme: Plan, clock: FixedClock) -> None:
    async with running(acme, WIDE, *OPEN, "down", "t") as (app, pilot):
        await settle(pilot)
        await press(pilot, *["backspace"] * 10, typed("-3"), "enter")
        await settle(pilot)
        assert applications(app).get(1).stage_day == clock.today() - timedelta(days=3)
        assert "3 days" in seen(app)


async def test_a_line_that_never_was_can_go_but_not_the_first(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN, "down", "delete") as (app, pilot):
        await settle(pilot)
        assert applications(app).get(1).stage == Stage.APPLIED.value
        await press(pilot, "delete")
        assert len(applications(app).history(1)) == 1
        await press(pilot, "u")
        assert applications(app).get(1).stage == Stage.SCREENING.value


async def test_it_can_be_closed_and_moved_on_a_day_of_the_past(
    acme: Plan, clock: FixedClock
) -> None:
    async with running(acme, WIDE, *OPEN, "x") as (app, pilot):
        await settle(pilot)
        assert applications(app).get(1).outcome == Outcome.REJECTED.value
        assert "It was a no" in seen(app)
        await press(
            pilot, "escape", "s", "home", "down", "down", "down", "tab", typed("-2"), "enter"
        )
        await settle(pilot)
        row = applications(app).get(1)
        assert (row.stage, row.outcome) == (Stage.INTERVIEW.value, None)
        assert row.stage_day == clock.today() - timedelta(days=2)


async def test_deleting_goes_back_and_undo_brings_all_back(acme: Plan) -> None:
    async with running(acme, WIDE, *OPEN, "d") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)
        assert sum(applications(app).counts().values()) == 0
        await press(pilot, "u")
        assert len(applications(app).history(1)) == 2


async def test_an_application_undone_away_is_left_with_a_sentence(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "a", typed("Acme"), "enter") as (app, pilot):
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, ApplicationScreen)
        await press(pilot, "u")
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)


async def test_writing_about_it_links_the_entry(acme: Plan) -> None:
    async with running(acme, NARROW, *OPEN, "n") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, EditorScreen)
        await press(pilot, typed("hello"), "ctrl+s")
        await settle(pilot)
        assert app.services.store.journal.of_application(1)[0].body == "hello"
        assert "hello" in seen(app)


async def test_an_interview_is_added_with_its_preparation(acme: Plan, clock: FixedClock) -> None:
    async with running(acme, (120, 40), *OPEN, "i") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, InterviewDialog)
        await press(
            pilot,
            typed("+2"),
            "enter",
            typed("9.30"),
            "enter",
            typed("Dana"),
            "tab",
            "space",
            "ctrl+s",
        )
        await settle(pilot)
        interview = app.services.store.interviews.of(1)[0]
        assert (interview.round, interview.kind) == (1, InterviewKind.RECRUITER_CALL.value)
        assert (interview.day, interview.time) == (clock.today() + timedelta(2), "09:30")
        assert interview.with_whom == "Dana"
        assert app.services.store.interviews.prepared(1) == {1: (1, 5)}
        await press(pilot, "u", "u")
        assert app.services.store.interviews.of(1) == []


async def test_a_time_that_is_none_is_said(acme: Plan) -> None:
    async with running(acme, (120, 40), *OPEN, "i", "tab", typed("25:99"), "ctrl+s") as (
        app,
        _pilot,
    ):
        assert isinstance(app.screen, InterviewDialog)
        assert "no time of day" in seen(app)


async def test_leaving_an_interview_keeps_its_text_for_the_next_time(acme: Plan) -> None:
    keys = (*OPEN, "i", "tab", "tab", typed("Dana"), "escape", "i")
    async with running(acme, (120, 40), *keys) as (app, pilot):
        await settle(pilot)
        assert "Dana" in seen(app)
        assert app.services.store.interviews.of(1) == []


async def test_more_rounds_than_announced_are_said_plainly(acme: Plan, clock: FixedClock) -> None:
    services = open_services(acme)
    services.store.applications.edit(1, rounds_announced=1)
    for number in (1, 2):
        services.store.interviews.add(1, round=number, day=clock.today() - timedelta(number))
    services.store.close()
    async with running(acme, WIDE, *OPEN) as (app, _pilot):
        heading = str(app.screen.query_one("#rounds").render())
        assert heading == "Interviews  2 held of 1 announced, more than they said"
