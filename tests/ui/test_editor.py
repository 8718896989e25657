"""Writing: what is typed is never lost."""

import json

import pytest
from textual.widgets import TextArea

from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.screens.editor import EditorScreen
from bounceback_tui.ui.screens.journal import JournalScreen
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until
from tests.ui.hearing import heard, hearing


def text_of(app) -> TextArea:
    return app.screen.query_one("#text", TextArea)


def draft_of(app, key: str = "entry:new") -> dict:
    draft = app.services.store.drafts.get(key)
    return json.loads(draft.body) if draft else {}


@pytest.fixture
def one_entry(plan: Plan) -> Plan:
    """A journal with one entry and an application."""
    services = open_services(plan)
    services.store.applications.add("Northwind")
    services.store.journal.write("First words.", title="The talk", tags=["calm"])
    services.store.close()
    return plan


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_an_entry_is_written_from_title_to_text(plan: Plan, size: tuple[int, int]) -> None:
    keys = [
        "n",
        "shift+tab",
        "shift+tab",
        typed("Day"),
        "enter",
        typed("#Calm,walk"),
        "enter",
        typed("Hi 1"),
        "q",
    ]
    async with running(plan, size, *keys, "ctrl+s") as (app, _pilot):
        found = app.services.store.journal.get(1)
        assert (found.entry.title, found.entry.body, found.tags) == (
            "Day",
            "Hi 1q",
            ("calm", "walk"),
        )
        assert not isinstance(app.screen, EditorScreen)
        assert app.services.store.drafts.pending() == []


async def test_a_written_entry_is_one_act(plan: Plan) -> None:
    async with running(plan, WIDE, "n", typed("hello"), "ctrl+t", "escape", "u") as (app, pilot):
        assert app.services.store.journal.count() == 0
        await press(pilot, "ctrl+r")
        entry = app.services.store.journal.get(1).entry
        assert (entry.body, entry.starred) == ("hello", True)


async def test_an_empty_page_leaves_nothing_behind(plan: Plan) -> None:
    async with running(plan, WIDE, "n", "space", "backspace", "escape") as (app, _pilot):
        assert app.services.store.journal.count() == 0
        assert app.services.store.drafts.pending() == []


async def test_looking_at_an_entry_is_no_act(one_entry: Plan) -> None:
    async with hearing(one_entry, "3", "e", "escape", "u") as (app, _pilot):
        assert isinstance(app.screen, JournalScreen)
        assert "There is nothing to undo." in heard(app)


async def test_an_edited_entry_shows_at_once_in_the_journal(one_entry: Plan) -> None:
    async with running(one_entry, WIDE, "3", "e", typed(" More."), "escape") as (app, pilot):
        await until(pilot, lambda: "First words. More." in seen(app))
        assert app.services.store.journal.get(1).tags == ("calm",)


async def test_what_is_typed_is_in_the_file_without_any_key_for_it(plan: Plan) -> None:
    async with running(plan, WIDE, "n", typed("hello")) as (app, pilot):
        await until(pilot, lambda: draft_of(app).get("body") == "hello")
        assert "kept a moment ago" in seen(app)
        assert "1 word" in seen(app)
        assert app.services.store.journal.count() == 0


async def test_every_field_is_in_the_draft(one_entry: Plan) -> None:
    keys = ["3", "e", "x", "ctrl+t", "ctrl+l", typed("north"), "enter"]
    async with running(one_entry, WIDE, *keys) as (app, pilot):
        await settle(pilot)
        app.screen.drafts.flush()
        assert draft_of(app, "entry:1") == {
            "title": "The talk",
            "tags": "calm",
            "body": "First words.x",
            "starred": True,
            "application_id": 1,
        }
        assert "★ about Northwind" in seen(app)


async def test_a_draft_is_kept_when_the_app_is_quit_in_the_middle_of_a_word(plan: Plan) -> None:
    async with running(plan, WIDE, "n", typed("hal")) as (app, pilot):
        app.exit()
        await pilot.pause()
    async with running(plan, WIDE, "n") as (app, _pilot):
        assert text_of(app).text == "hal"
        assert "picked up where you left off" in seen(app)


async def test_a_draft_of_an_entry_is_picked_up_and_kept_as_that_entry(one_entry: Plan) -> None:
    services = open_services(one_entry)
    services.store.drafts.keep("entry:1", json.dumps({"body": "Second words.", "starred": "no"}))
    services.store.close()
    async with running(one_entry, WIDE, "3", "e") as (app, pilot):
        assert "picked up where you left off" in seen(app)
        await press(pilot, "escape")
        entry = app.services.store.journal.get(1).entry
        assert (entry.title, entry.body, entry.starred) == ("The talk", "Second words.", False)


@pytest.mark.parametrize("body", ["", "no json", "[1]", '{"body": 5, "other": 1}'])
async def test_a_draft_nobody_can_read_is_no_draft(plan: Plan, body: str) -> None:
    services = open_services(plan)
    services.store.drafts.keep("entry:new", body)
    services.store.close()
    async with running(plan, WIDE, "n") as (app, _pilot):
        assert text_of(app).text == ""
        assert "a new page" in seen(app)


async def test_a_draft_older_than_the_entry_is_left_alone(one_entry: Plan, clock) -> None:
    services = open_services(one_entry)
    services.store.drafts.keep("entry:1", json.dumps({"body": "Old."}))
    clock.advance(hours=1)
    services.store.journal.revise(1, body="New.")
    services.store.close()
    async with running(one_entry, WIDE, "3", "e") as (app, _pilot):
        assert text_of(app).text == "New."


async def test_changes_are_thrown_away_only_when_asked_twice(one_entry: Plan) -> None:
    async with hearing(one_entry, "3", "e", "x", "ctrl+d") as (app, pilot):
        assert "Press ^d again to throw away what changed." in heard(app)
        await press(pilot, "y", "ctrl+d")
        assert isinstance(app.screen, EditorScreen)
        await press(pilot, "ctrl+d")
        assert isinstance(app.screen, JournalScreen)
        assert app.services.store.journal.get(1).entry.body == "First words."
        assert app.services.store.drafts.pending() == []


async def test_an_entry_deleted_meanwhile_is_written_anew(one_entry: Plan) -> None:
    async with running(one_entry, WIDE, "3", "e", "x") as (app, pilot):
        app.services.store.journal.delete(1)
        await press(pilot, "escape")
        assert [p.body for p in app.services.store.journal.pages(0, 9)] == ["First words.x"]


async def test_a_file_that_cannot_be_written_leaves_the_text_in_the_editor(plan: Plan) -> None:
    async with hearing(plan, "n", typed("hello")) as (app, pilot):
        with app.services.store._database.raw() as connection:
            connection.execute("PRAGMA query_only=ON")
        await press(pilot, "escape")
        await until(pilot, lambda: "The journal file can't be written to." in heard(app))
        assert text_of(app).text == "hello"
        with app.services.store._database.raw() as connection:
            connection.execute("PRAGMA query_only=OFF")
        await press(pilot, "escape")
        assert app.services.store.journal.get(1).entry.body == "hello"


async def test_hostile_text_is_shown_as_it_was_typed(plan: Plan) -> None:
    services = open_services(plan)
    services.store.applications.add("[/] & [b]Söhne")
    services.store.journal.write(
        "[/]\x1b[2J [bold]x", title="[@click=app.quit]t[/]", application_id=1
    )
    services.store.close()
    async with running(plan, WIDE, "3", "e") as (app, pilot):
        for words in ("[/]\ufffd[2J [bold]x", "[@click=app.quit]t[/]", "about [/] & [b]Söhne"):
            assert words in seen(app)
        await press(pilot, "ctrl+l")
        assert "● [/] & [b]Söhne" in seen(app)


async def test_without_a_terminal_to_lend_writing_goes_on_here(plan: Plan) -> None:
    async with hearing(plan, "n", typed("hello"), "ctrl+e", "x") as (app, _pilot):
        assert "can't be opened from this terminal" in heard(app)
        assert text_of(app).text == "hellox"
        assert draft_of(app)["body"] == "hello"
