"""Keys that arrive in one breath, as over a slow line: what is chosen twice is done once."""

import sqlite3
from contextlib import closing

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Static

from bounceback_tui.models.words import Dose, MessageKind, Outcome, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.board import BoardScreen
from bounceback_tui.ui.screens.message import MessageScreen
from bounceback_tui.ui.screens.recovery.first_aid import FirstAidScreen
from bounceback_tui.ui.screens.recovery.hub import HubScreen
from tests.ui.driving import WIDE, press, running, seen, settle, typed, until


async def breath(app: BouncebackApp, pilot: Pilot[None], *keys: str) -> None:
    """Send *keys* without giving the app time for any of them."""
    for key in keys:
        app.post_message(Key(key, key if len(key) == 1 else None))
    await settle(pilot)


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """One application, turned down, with a recovery under way."""
    plan.settings.ask_on_new_day = False
    store = open_services(plan).store
    acme = store.applications.add("Acme", Stage.APPLIED)
    store.applications.move(acme, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.recoveries.begin(acme, Dose.STEPS)
    store.applications.add("Initech", Stage.APPLIED)
    store.close()
    return plan


async def test_an_application_is_added_once(plan: Plan) -> None:
    async with running(plan, WIDE, "a", typed("Globex")) as (app, pilot):
        await breath(app, pilot, "enter", "enter")
        assert app.services is not None
        assert sum(app.services.store.applications.counts("Globex").values()) == 1


async def test_a_dialog_is_answered_once_and_every_tab_still_opens(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "s") as (app, pilot):
        await breath(app, pilot, "enter", "enter")
        assert isinstance(app.screen, BoardScreen)
        await press(pilot, "1", "2")
        assert isinstance(app.screen, BoardScreen)


async def test_a_card_is_opened_once(plan: Plan) -> None:
    async with running(plan, WIDE, "2") as (app, pilot):
        await breath(app, pilot, "enter", "enter")
        assert [type(screen) for screen in app.screen_stack].count(ApplicationScreen) == 1


async def test_the_doorway_is_opened_once(plan: Plan) -> None:
    async with running(plan, WIDE, "2") as (app, pilot):
        before = len(app.screen_stack)
        await breath(app, pilot, "x", "x")
        assert len(app.screen_stack) == before + 1


async def test_a_recovery_that_is_gone_is_left_with_a_sentence(plan: Plan) -> None:
    async with running(plan, WIDE, "r") as (app, pilot):
        assert isinstance(app.screen, HubScreen)
        assert app.services is not None
        app.services.store.applications.delete(1)
        await press(pilot, "s")
        await until(pilot, lambda: "not in the journal any more" in seen(app))
        assert not isinstance(app.screen, HubScreen)


async def test_a_step_whose_recovery_is_gone_can_be_left(plan: Plan) -> None:
    async with running(plan, WIDE, "r", "enter") as (app, pilot):
        await until(pilot, lambda: "take one slow breath" in seen(app))
        await press(pilot, "ctrl+n")
        assert app.services is not None
        app.services.store.applications.delete(1)
        await press(pilot, typed("They were kind"), "escape")
        await until(pilot, lambda: "not in the journal any more" in seen(app))
        assert not isinstance(app.screen, FirstAidScreen)


async def test_leaving_a_dialog_is_possible_while_another_program_holds_the_file(
    plan: Plan,
) -> None:
    async with running(plan, WIDE, "2", "e") as (app, pilot):
        with closing(sqlite3.connect(plan.paths.journal)) as other:
            other.execute("BEGIN IMMEDIATE")
            await press(pilot, "escape")
            await until(pilot, lambda: isinstance(app.screen, BoardScreen))


async def test_a_draft_brings_back_what_was_typed_and_nothing_else(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "e", "tab", typed("Analyst"), "escape") as (app, pilot):
        assert app.services is not None
        applications = app.services.store.applications
        applications.edit(2, next_action="Call Dana")
        await press(pilot, "e", "enter")
        found = applications.get(2)
        assert (found.title, found.next_action) == ("Analyst", "Call Dana")


async def test_writing_is_not_begun_twice(plan: Plan) -> None:
    async with running(plan, WIDE, "n") as (app, pilot):
        before = len(app.screen_stack)
        await app.run_action("write")
        await settle(pilot)
        assert len(app.screen_stack) == before


async def test_a_rest_ends_on_a_day_to_come(plan: Plan) -> None:
    async with running(plan, WIDE, "r", "z") as (app, pilot):
        await until(pilot, lambda: "Rest until" in seen(app))
        await press(pilot, typed("-3"), "enter")
        await until(pilot, lambda: "That day has come already" in seen(app))


async def test_a_message_is_deleted_by_its_key_while_its_text_has_the_focus(plan: Plan) -> None:
    store = open_services(plan).store
    number = store.messages.add(store.people.add("Dana"), MessageKind.OTHER, None, body="Dear Dana")
    store.close()
    async with running(plan, WIDE) as (app, pilot):
        assert app.services is not None
        await app.push_screen(MessageScreen(app.services, number))
        await settle(pilot)
        await press(pilot, "ctrl+d")
        assert not isinstance(app.screen, MessageScreen)
        assert app.services.store.messages.of_contact(1) == []


async def test_a_message_that_is_gone_can_be_left(plan: Plan) -> None:
    store = open_services(plan).store
    number = store.messages.add(store.people.add("Dana"), MessageKind.OTHER, None, body="Dear Dana")
    store.close()
    async with running(plan, WIDE) as (app, pilot):
        assert app.services is not None
        await app.push_screen(MessageScreen(app.services, number))
        await settle(pilot)
        app.services.store.messages.delete(number)
        await press(pilot, typed("Hello"), "escape")
        assert not isinstance(app.screen, MessageScreen)


async def test_colors_follow_the_theme_at_once(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "enter") as (app, pilot):
        app.theme = "dawn"
        await settle(pilot)
        head = app.screen.query_one("#head", Static).content
        assert app.theme_variables["text-muted"].lower() in repr(head.spans).lower()
