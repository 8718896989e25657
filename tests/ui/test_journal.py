"""The journal: reading, finding, and what is done to a page."""

from datetime import UTC, datetime

import pytest
from textual.widgets import Input

from bounceback_tui.clock import FixedClock
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.store import Store
from bounceback_tui.ui.screens.check_in import CheckInDialog
from bounceback_tui.ui.screens.editor import EditorScreen
from bounceback_tui.ui.screens.journal import JournalScreen
from bounceback_tui.ui.screens.link import LinkDialog
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until
from tests.ui.hearing import heard, hearing

RIVER, TALK, ODD = "By the river all day.", "They asked about *scaling*.", "[/] [b]\x1b]0;x"


@pytest.fixture
def written(plan: Plan, clock: FixedClock) -> Plan:
    """A journal of three entries and a check-in, an hour apart, the newest first in this list.

    "[/] odd" · 6 "Café with Zoë" · "The talk", about Northwind · (untitled) the river
    """
    services = open_services(plan)
    store = services.store
    about = store.applications.add("Northwind", title="Staff Engineer")
    store.applications.add("Initech", title="Data Engineer")
    store.journal.write(RIVER)
    clock.advance(hours=1)
    store.journal.write(TALK, title="The talk", tags=["interview"], application_id=about)
    clock.advance(hours=1)
    store.check_ins.add(6, good="Café with Zoë", note="A long\nwalk", energy=4)
    clock.advance(hours=1)
    store.journal.write(ODD, title="[/] odd")
    store.close()
    return plan


def screen_of(app) -> JournalScreen:
    assert isinstance(app.screen, JournalScreen)
    return app.screen


def titles(store: Store) -> list[str]:
    return [page.title for page in store.journal.pages(0, 50)]


async def reading(app, pilot, words: str) -> None:
    await until(pilot, lambda: words in screen_of(app).reader.text)


async def test_an_empty_journal_says_what_belongs_here_and_the_key_that_starts_it(
    plan: Plan,
) -> None:
    async with running(plan, WIDE, "3") as (app, pilot):
        await reading(app, pilot, "n  write a page")
        assert "No page yet. n writes the first." in seen(app)
        await press(pilot, "e", "asterisk", "l", "d", "E", "tab", "escape", "enter")
        assert isinstance(app.screen, JournalScreen)


async def test_entries_and_check_ins_stand_in_one_line_of_days(written: Plan) -> None:
    async with running(written, WIDE, "3") as (app, pilot):
        await reading(app, pilot, "[/] odd")
        lines = [line[:54].strip(" ▎") for line in seen(app).splitlines()[3:9]]
        assert [" ".join(line.split()) for line in lines if line] == [
            "4 pages",
            "Sun 22 Nov 12:30 ¶ [/] odd",
            "11:30 6 “Café with Zoë”",
            "10:30 ¶ The talk",
            "09:30 ¶ By the river all day.",
        ]


async def test_the_reader_shows_the_page_under_the_cursor(written: Plan) -> None:
    async with running(written, WIDE, "3", "down") as (app, pilot):
        await reading(app, pilot, "6 of 9")
        for words in ("Energy", "4 of 9", "“Café with Zoë”", "A long\nwalk"):
            assert words in screen_of(app).reader.text
        await press(pilot, "down")
        await reading(app, pilot, "They asked about scaling.")
        assert "#interview  about Northwind" in screen_of(app).reader.text


async def test_what_was_typed_steers_nothing(written: Plan) -> None:
    async with running(written, WIDE, "3") as (app, pilot):
        await reading(app, pilot, "[/] [b]\ufffd]0;x")
        assert "\x1b" not in seen(app)


async def test_in_a_narrow_window_list_and_reader_are_pages(written: Plan) -> None:
    async with running(written, NARROW, "3", "down", "down") as (app, pilot):
        assert "The talk" in seen(app)
        assert "They asked about" not in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: "They asked about" in seen(app))
        assert "4 pages" not in seen(app)
        await press(pilot, "escape")
        assert "4 pages" in seen(app)
        await press(pilot, "tab")
        assert "They asked about" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, EditorScreen)


async def test_tab_goes_to_the_reader_and_back(written: Plan) -> None:
    async with running(written, WIDE, "3", "tab") as (app, pilot):
        assert screen_of(app).reader.has_focus
        await press(pilot, "tab")
        assert screen_of(app).lines.pages.has_focus


async def test_a_search_lists_what_it_finds_and_marks_it_in_the_list_and_the_page(
    written: Plan,
) -> None:
    async with running(written, WIDE, "3", "slash", typed("cafe")) as (app, pilot):
        await until(pilot, lambda: "1 found" in seen(app))
        await reading(app, pilot, "“Café with Zoë”")
        marked = {
            segment.text
            for strip in app.screen._compositor.render_strips(app.size)
            for segment in strip
            if segment.style and segment.style.underline and segment.style.bold
        }
        assert marked == {"Café"}
        await press(pilot, "enter")
        assert screen_of(app).lines.pages.has_focus


async def test_a_search_counts_while_it_is_typed(written: Plan) -> None:
    async with running(written, WIDE, "slash") as (app, pilot):
        for words, said in (("a", "3 found"), ("the r", "1 found"), ("zzz", "0 found")):
            app.screen.query_one("#search", Input).value = words
            await until(pilot, lambda said=said: said in seen(app))
        assert "No page holds all of these words." in seen(app)


async def test_escape_leaves_the_search_and_stays_on_the_page_it_found(written: Plan) -> None:
    async with running(written, WIDE, "3", "slash", typed("river")) as (app, pilot):
        await until(pilot, lambda: "1 found" in seen(app))
        await press(pilot, "escape")
        await until(pilot, lambda: "4 pages" in seen(app))
        assert screen_of(app).page.body == RIVER
        assert not screen_of(app).lines.field.display


async def test_a_letter_typed_into_the_search_is_a_letter(written: Plan) -> None:
    async with running(written, WIDE, "3", "slash", typed("ndqe1")) as (app, _pilot):
        assert screen_of(app).lines.field.value == "ndqe1"
        assert app.services.store.journal.count() == 4


async def test_on_this_day_lists_earlier_years_only(written: Plan, clock: FixedClock) -> None:
    clock.at = datetime(2027, 11, 22, 8, tzinfo=UTC)
    written.settings.ask_on_new_day = False
    async with running(written, WIDE, "3", "n", typed("now"), "ctrl+s", "o") as (app, pilot):
        await until(pilot, lambda: "On this day" in seen(app))
        assert screen_of(app).lines.pages.count == 4
        await press(pilot, "escape")
        await until(pilot, lambda: "5 pages" in seen(app))


async def test_a_star_is_put_on_and_taken_off(written: Plan) -> None:
    async with running(written, WIDE, "3", "down", "down", "asterisk") as (app, pilot):
        await until(pilot, lambda: "The talk ★" in " ".join(seen(app).split()))
        assert screen_of(app).page.title == "The talk"
        await press(pilot, "asterisk")
        assert not screen_of(app).page.starred


async def test_a_check_in_cannot_be_starred_or_linked_and_says_so(written: Plan) -> None:
    async with hearing(written, "3", "down", "asterisk", "l") as (app, pilot):
        await settle(pilot)
        assert "A check-in can't be starred" in heard(app)
        assert "A check-in can't be linked" in heard(app)


async def test_what_is_deleted_comes_back_with_undo(written: Plan) -> None:
    async with hearing(written, "3", "down", "down", "d") as (app, pilot):
        store = app.services.store
        assert "Deleted “The talk” · u undoes it" in heard(app)
        assert titles(store) == ["[/] odd", "Café with Zoë", ""]
        assert screen_of(app).page.body == RIVER
        await press(pilot, "up", "d")
        assert store.journal.count() == 2
        await press(pilot, "u", "u")
        assert titles(store) == ["[/] odd", "Café with Zoë", "The talk", ""]
        assert store.journal.get(2).tags == ("interview",)


async def test_the_cursor_stays_on_its_page_when_others_come_and_go(written: Plan) -> None:
    async with running(written, WIDE, "3", "down", "down") as (app, pilot):
        app.services.store.journal.write("later")
        screen_of(app).reload()
        await pilot.pause()
        assert screen_of(app).page.title == "The talk"
        app.services.store.undo()
        screen_of(app).reload()
        assert screen_of(app).page.title == "The talk"


async def test_an_entry_is_linked_to_an_application_and_unlinked(written: Plan) -> None:
    async with running(written, WIDE, "3", "l", typed("inite"), "enter") as (app, pilot):
        await settle(pilot)
        await reading(app, pilot, "about Initech")
        await press(pilot, "l", "up", "enter")
        await settle(pilot)
        assert app.services.store.journal.get(3).entry.application_id is None


async def test_leaving_the_question_changes_no_link(written: Plan) -> None:
    async with running(written, WIDE, "3", "down", "down", "l", typed("zzz")) as (app, pilot):
        assert isinstance(app.screen, LinkDialog)
        assert "No application holds these words." in seen(app)
        await press(pilot, "enter", "escape")
        await settle(pilot)
        found = app.services.store.journal.get(2).entry
        assert found.application_id == 1


async def test_a_check_in_opens_as_a_check_in(written: Plan) -> None:
    async with running(written, WIDE, "3", "down", "e") as (app, pilot):
        assert isinstance(app.screen, CheckInDialog)
        await press(pilot, "8", "enter")
        await reading(app, pilot, "8 of 9")


async def test_without_a_terminal_to_lend_the_page_opens_here(written: Plan) -> None:
    async with hearing(written, "3", "E") as (app, pilot):
        await until(pilot, lambda: "can't be opened from this terminal" in heard(app))
        assert isinstance(app.screen, EditorScreen)
        assert app.services.store.journal.get(3).entry.body.startswith("[/]")


async def test_a_page_deleted_elsewhere_is_a_sentence_not_a_crash(written: Plan) -> None:
    async with hearing(written, "3") as (app, pilot):
        app.services.store.journal.delete(3)
        await press(pilot, "asterisk")
        await until(pilot, lambda: "That entry is not in the journal any more." in heard(app))
        assert screen_of(app).page.title == "Café with Zoë"
