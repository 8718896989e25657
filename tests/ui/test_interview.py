"""An interview: added, edited, deleted, and never half lost."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from textual.widgets import Input

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.interviews import Interviews
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.interview import InterviewDialog
from bounceback_tui.ui.widgets.tick_lines import TickLines
from tests.ui.driving import NARROW, press, running, seen, settle, typed, until

TALL = (120, 44)
HOSTILE = "Dana [/] [bold]Reed[/]"


@pytest.fixture
def acme(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    services = open_services(plan)
    services.store.applications.add("Acme", Stage.INTERVIEW)
    services.store.interviews.add(
        1,
        ["Three stories", "One practice, aloud"],
        round=2,
        kind=InterviewKind.TECHNICAL.value,
        day=clock.today() + timedelta(days=2),
        time="10:00",
        with_whom=HOSTILE,
    )
    services.store.close()
    return plan


def interviews(app: BouncebackApp) -> Interviews:
    return app.services.store.interviews


async def test_enter_on_an_interview_opens_it_with_everything_in_it(acme: Plan) -> None:
    async with running(acme, TALL, "2", "enter") as (app, pilot):
        await settle(pilot)
        app.screen.query_one("#interviews").focus()
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, InterviewDialog)
        words = seen(app)
        for expected in ("Technical", "2026-11-24", "10:00", HOSTILE, "Three stories"):
            assert expected in words


async def opened(app: BouncebackApp, number: int | None = 1) -> InterviewDialog:
    dialog = InterviewDialog(app.services, 1, number)
    await app.push_screen(dialog)
    return dialog


async def test_an_edit_is_one_act(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        dialog = await opened(app)
        dialog.query_one("#with_whom").focus()
        await press(pilot, "end", *"!")
        dialog.query_one(TickLines).focus()
        await press(pilot, "space", "ctrl+s")
        await settle(pilot)
        assert interviews(app).get(1).with_whom == HOSTILE + "!"
        assert interviews(app).prepared(1) == {1: (1, 2)}
        app.services.store.undo()
        assert interviews(app).get(1).with_whom == HOSTILE
        assert interviews(app).prepared(1) == {1: (0, 2)}


async def test_keeping_without_a_change_is_no_act(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        await opened(app)
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert not isinstance(app.screen, InterviewDialog)
        assert app.services.store.undo() is None


async def test_a_new_one_is_the_next_round_with_the_guides_checklist(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        dialog = await opened(app, None)
        assert dialog.query_one("#round", Input).value == "3"
        await press(pilot, "ctrl+s")
        await settle(pilot)
        added = interviews(app).of(1)[-1]
        checklist = tuple(item.text for item in interviews(app).checklist(added.id))
        assert (added.round, added.day) == (3, None)
        assert checklist == app.services.guides["preparation"].items


async def test_enter_goes_to_the_next_field_and_keeps_nothing_yet(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        dialog = await opened(app, None)
        await press(pilot, "enter")
        assert dialog.focused is dialog.query_one("#time")
        assert len(interviews(app).of(1)) == 1


async def test_a_day_that_is_none_is_said_and_stays_as_typed(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        dialog = await opened(app, None)
        await press(pilot, typed("someday"), "ctrl+s")
        assert "That is no day" in seen(app)
        assert dialog.query_one("#day", Input).value == "someday"
        assert len(interviews(app).of(1)) == 1


async def test_a_deleted_one_comes_back_with_its_checklist(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        await opened(app)
        await press(pilot, "ctrl+d")
        await settle(pilot)
        assert interviews(app).of(1) == []
        assert "Deleted the interview" in seen(app)
        app.services.store.undo()
        assert [item.text for item in interviews(app).checklist(1)] == [
            "Three stories",
            "One practice, aloud",
        ]


async def test_what_is_typed_is_in_the_file_without_leaving(acme: Plan) -> None:
    async with running(acme, TALL) as (app, pilot):
        dialog = await opened(app)
        dialog.query_one("#notes").focus()
        await press(pilot, typed("calm"))
        drafts = app.services.store.drafts
        await until(pilot, lambda: "calm" in getattr(drafts.get("interview:1"), "body", ""))
        assert interviews(app).get(1).notes == ""
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert interviews(app).get(1).notes == "calm"
        assert drafts.get("interview:1") is None


async def test_it_fits_a_small_terminal(acme: Plan) -> None:
    async with running(acme, NARROW, "2", "enter", "i") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, InterviewDialog)
        assert "Add an interview" in seen(app)
        app.screen.query_one("#notes").focus()
        await settle(pilot)
        assert app.screen.query_one("#notes").region.bottom <= NARROW[1]
        await press(pilot, "escape")
        await settle(pilot)
        assert isinstance(app.screen, ApplicationScreen)
