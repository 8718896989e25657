"""What works on every screen: tabs, help, palette, keys of one's own, themes, faults."""

import os
import stat
from pathlib import Path

import pytest

from bounceback_tui.services import Plan, open_services
from bounceback_tui.settings import load_settings
from bounceback_tui.ui import commands
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.command_list import COMMANDS
from bounceback_tui.ui.screens.board import BoardScreen
from bounceback_tui.ui.screens.help import HelpScreen
from bounceback_tui.ui.screens.journal import JournalScreen
from bounceback_tui.ui.screens.start import RescueScreen
from bounceback_tui.ui.screens.today import TodayScreen
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until
from tests.ui.hearing import heard, hearing


async def test_digits_go_from_tab_to_tab(plan: Plan) -> None:
    async with running(plan, NARROW) as (app, pilot):
        for key, kind in (("2", BoardScreen), ("3", JournalScreen), ("1", TodayScreen)):
            await press(pilot, key)
            assert isinstance(app.screen, kind)


async def test_a_click_on_a_tab_goes_there(plan: Plan) -> None:
    async with running(plan, WIDE) as (app, pilot):
        x = seen(app).splitlines()[1].index("2 Board")
        await pilot.click(offset=(x, 1))
        await settle(pilot)
        assert isinstance(app.screen, BoardScreen)


@pytest.mark.parametrize(("key", "word"), [("1", "Today"), ("2", "Board"), ("3", "Journal")])
async def test_help_names_every_key_of_the_screen_it_was_asked_on(
    plan: Plan, key: str, word: str
) -> None:
    async with running(plan, (120, 80), key, "question_mark") as (app, pilot):
        assert isinstance(app.screen, HelpScreen)
        words = seen(app)
        for command in (*commands.of(word.lower()), *commands.of("app")):
            assert command.title in words
        await press(pilot, "escape")
        assert not isinstance(app.screen, HelpScreen)


async def test_the_palette_finds_actions_of_this_screen_and_of_others(plan: Plan) -> None:
    async with running(plan) as (app, _pilot):
        titles = {c.title for c in app.get_system_commands(app.screen)}
        expected = {
            c.title
            for c in COMMANDS
            if c.in_palette and c.scope in ("app", "today", "board", "journal")
        }
        assert expected <= titles


async def test_an_action_of_another_screen_goes_there_first(plan: Plan) -> None:
    async with running(plan, WIDE, "ctrl+p", typed("Filter")) as (app, pilot):
        await until(pilot, lambda: "Show the cards that hold" in seen(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, BoardScreen))
        await until(pilot, lambda: app.screen.query_one("#filter").has_focus)


async def test_keys_of_ones_own_replace_the_default_and_faults_are_named(plan: Plan) -> None:
    plan.paths.config.mkdir(parents=True)
    plan.paths.settings.write_text(
        '[keys]\n"app.board" = "f2"\n"board.fly" = "z"\n"board.edit" = "x"\n'
    )
    plan.settings = load_settings(plan.paths.settings)
    async with running(plan, WIDE) as (app, pilot):
        words = " ".join(seen(app).split())
        assert "no command called 'board.fly'" in words
        assert "'x' is both" in words
        await press(pilot, "2")
        assert isinstance(app.screen, TodayScreen)
        await press(pilot, "f2")
        assert isinstance(app.screen, BoardScreen)


async def test_a_chosen_theme_is_kept_for_the_next_time(plan: Plan) -> None:
    async with running(plan) as (app, pilot):
        app.theme = "dawn"
        await pilot.pause()
    assert load_settings(plan.paths.settings).theme == "dawn"
    assert stat.S_IMODE(plan.paths.settings.stat().st_mode) == 0o600


@pytest.mark.parametrize("theme", sorted(BouncebackApp(Plan.__new__(Plan)).available_themes))
async def test_every_stock_theme_shows_the_board(demo_plan: Plan, theme: str) -> None:
    demo_plan.settings.theme = theme
    async with running(demo_plan, WIDE, "escape", "2") as (app, _pilot):
        assert app.theme == theme
        assert "Interview" in seen(app)


async def test_settings_that_are_out_of_order_are_never_written_over(plan: Plan) -> None:
    plan.paths.config.mkdir(parents=True, exist_ok=True)
    plan.paths.settings.write_text("theme = dusk, or so", encoding="utf-8")
    async with hearing(plan) as (app, pilot):
        app.theme = "nord"
        await pilot.pause()
        assert app.theme == "nord"
        assert "this holds until you quit" in heard(app)
    assert plan.paths.settings.read_text(encoding="utf-8") == "theme = dusk, or so"


async def test_undo_with_nothing_done_says_so(plan: Plan) -> None:
    async with running(plan, WIDE, "u") as (app, _pilot):
        assert "nothing to undo" in seen(app)


async def test_a_file_of_another_program_is_left_alone_and_the_screen_says_so(plan: Plan) -> None:
    plan.paths.data.mkdir(parents=True)
    plan.paths.journal.write_bytes(b"not a database at all" * 100)
    before = plan.paths.journal.read_bytes()
    app = BouncebackApp(plan)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, RescueScreen))
        await pilot.pause()
        assert "not a Bounceback journal" in seen(app)
        await press(pilot, "q")
    assert app.return_code == 4
    assert plan.paths.journal.read_bytes() == before


async def test_a_journal_that_is_gone_is_not_silently_started_anew(plan: Plan) -> None:
    open_services(plan).store.close()
    plan.paths.journal.unlink()
    app = BouncebackApp(plan)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, RescueScreen))
        await pilot.pause()
        assert "missing or empty" in seen(app)
        await press(pilot, "n")
        await until(pilot, lambda: isinstance(app.screen, TodayScreen))
    app.close_file()


async def test_a_second_window_is_refused(plan: Plan) -> None:
    first = open_services(plan)
    app = BouncebackApp(plan)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: isinstance(app.screen, RescueScreen))
        await pilot.pause()
        assert "already open" in seen(app)
        first.store.close()
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, TodayScreen))
    app.close_file()


def test_every_file_is_for_its_owner_alone(plan: Plan) -> None:
    open_services(plan).store.close()
    for folder, _folders, files in os.walk(plan.paths.data.parent):
        for name in files:
            assert stat.S_IMODE(Path(folder, name).stat().st_mode) == 0o600, name


async def test_a_page_left_in_mid_sentence_is_offered_when_the_app_opens_again(plan: Plan) -> None:
    services = open_services(plan)
    services.store.drafts.keep("entry:new", '{"title": "", "body": "mid sen"}')
    services.store.close()
    async with running(plan, WIDE) as (app, pilot):
        await until(pilot, lambda: "n goes on with it" in seen(app))
        await press(pilot, "n")
        await until(pilot, lambda: "mid sen" in seen(app))


async def test_a_click_on_a_key_of_a_dialog_is_as_good_as_pressing_it(plan: Plan) -> None:
    async with running(plan, WIDE, "a", typed("Acme")) as (app, pilot):
        lines = seen(app).splitlines()
        y, line = next((n, line) for n, line in enumerate(lines) if "enter keep" in line)
        await pilot.click(offset=(line.index("enter keep"), y))
        await settle(pilot)
        assert app.services is not None
        assert [card.company for card in app.services.store.applications.named("")] == ["Acme"]
