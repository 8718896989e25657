"""Help lines anywhere, silently; the two cards by their rules; and nothing written about either."""

from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from textual.widgets import Input, TextArea

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.settings import load_settings
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.care import DirectCard, GentleCard
from bounceback_tui.ui.screens.check_in import CheckInDialog
from bounceback_tui.ui.screens.help_lines import HelpLinesDialog
from bounceback_tui.ui.screens.start import RescueScreen
from bounceback_tui.ui.screens.today import TodayScreen
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

PHRASE = "no reason to live"


def words(app: BouncebackApp) -> str:
    """Return what is seen, as one line without frames."""
    return " ".join(seen(app).replace("│", " ").split())


def written(home: Path) -> dict[str, bytes]:
    """Return every file under *home*, but for SQLite's own bookkeeping of who reads."""
    return {
        str(path.relative_to(home)): path.read_bytes()
        for path in sorted(home.rglob("*"))
        if path.is_file() and not path.name.endswith("-shm")
    }


def held_up(opening: Event, go_on: Event) -> None:
    """Keep the file from being opened until *go_on* is set."""
    opening.set()
    go_on.wait(10)


def check_in(plan: Plan, *valences: int) -> None:
    """Keep one check-in a day, the last of them yesterday."""
    services = open_services(plan)
    clock = plan.clock
    assert isinstance(clock, FixedClock)
    today = clock.at
    for days, valence in zip(range(len(valences), 0, -1), valences, strict=True):
        clock.at = today - timedelta(days=days)
        services.store.check_ins.add(valence)
    clock.at = today
    services.store.close()


def be_quiet(plan: Plan) -> None:
    """Keep the check-in from asking by itself."""
    plan.settings.ask_on_new_day = False


@pytest.fixture
def heavy_plan(plan: Plan) -> Plan:
    """A plan for a journal of five low days."""
    be_quiet(plan)
    check_in(plan, 3, 2, 2, 3, 4)
    return plan


# Help lines

PLACES = {
    "today": (),
    "the board": ("2",),
    "the journal": ("3",),
    "its search": ("3", "slash"),
    "the card dialog": ("a",),
    "the editor": ("n",),
    "the check-in": ("c",),
    "the help": ("question_mark",),
    "the palette": ("ctrl+p",),
}


@pytest.mark.parametrize("place", PLACES)
async def test_f1_opens_the_help_lines_and_nothing_is_written(plan: Plan, place: str) -> None:
    plan.settings.country = "GB"
    home = plan.paths.data.parent
    async with running(plan, WIDE, *PLACES[place]) as (app, pilot):
        before, screen, focused = written(home), app.screen, app.screen.focused
        await press(pilot, "f1")
        assert isinstance(app.screen, HelpLinesDialog)
        assert "116 123" in seen(app)
        await press(pilot, "f1", "escape")
        assert app.screen is screen
        assert app.screen.focused is focused
        assert written(home) == before
        assert app.services.store.markers.get("note_shown_on") is None
        assert not app.is_gentle


@pytest.mark.parametrize(
    ("keys", "field"),
    [
        (("a", typed("Acme")), Input),
        (("n", "shift+tab", "shift+tab", typed("Acme")), Input),
        (("n", typed("Acme")), TextArea),
    ],
)
async def test_f1_leaves_what_is_being_typed_as_it_is(
    plan: Plan, keys: tuple[str, ...], field: type[Input] | type[TextArea]
) -> None:
    async with running(plan, WIDE, *keys, "f1", "escape") as (app, pilot):
        await press(pilot, "!")
        focused = app.screen.focused
        assert isinstance(focused, field)
        assert (focused.value if isinstance(focused, Input) else focused.text) == "Acme!"


async def test_f1_leaves_the_digits_of_a_check_in_as_they_are(plan: Plan) -> None:
    async with running(plan, NARROW, "c", "7", "f1", "escape", "enter") as (app, _pilot):
        assert app.services.store.check_ins.latest().valence == 7


async def test_the_palette_has_the_help_lines_and_the_card(plan: Plan) -> None:
    async with running(plan) as (app, pilot):
        await press(pilot, "ctrl+p", typed("someone now"))
        await until(pilot, lambda: "I need someone now" in seen(app))
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, DirectCard))
        titles = {c.title for c in app.get_system_commands(app.screen)}
        assert {"Help lines", "I need someone now"} <= titles


async def test_the_country_is_asked_once_and_kept(plan: Plan) -> None:
    async with running(plan, NARROW, "f1") as (app, pilot):
        assert "Which country are you in?" in seen(app)
        assert "findahelpline.com" in seen(app)
        await press(pilot, "down", "down", "enter")
        assert "116 123" in seen(app)
        assert "Which country" not in seen(app)
        await press(pilot, "escape", "f1")
        assert "116 123" in seen(app)
    assert load_settings(plan.paths.settings).country == "GB"


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_countrys_lines_come_first_and_the_finder_last(
    plan: Plan, size: tuple[int, int]
) -> None:
    plan.settings.country = "US"
    async with running(plan, size, "f1") as (app, _pilot):
        found = seen(app)
        assert found.index("988lifeline.org") < found.index("911") < found.index("findahelpline")


async def test_the_country_can_be_changed(plan: Plan) -> None:
    plan.settings.country = "US"
    async with running(plan, WIDE, "f1", "c", "down", "enter") as (app, _pilot):
        assert "Canada" in seen(app)
    assert load_settings(plan.paths.settings).country == "CA"


async def test_somewhere_else_means_the_finder_alone_and_no_second_question(plan: Plan) -> None:
    async with running(plan, NARROW, "f1", "end", "enter", "escape", "f1") as (app, _pilot):
        assert "findahelpline.com" in seen(app)
        assert "In an emergency" not in seen(app)
        assert "Which country" not in seen(app)


async def test_a_country_nobody_knows_is_asked_for_again(plan: Plan) -> None:
    plan.settings.country = "XX"
    async with running(plan, NARROW, "f1") as (app, _pilot):
        assert "Which country are you in?" in seen(app)


async def test_what_is_shown_can_be_copied(plan: Plan) -> None:
    plan.settings.country = "GB"
    async with running(plan, WIDE, "f1", "y") as (app, _pilot):
        for word in ("Samaritans", "116 123", "999", "findahelpline.com"):
            assert word in app.clipboard


async def test_settings_that_cant_be_written_cost_nothing(plan: Plan) -> None:
    plan.paths.settings.parent.mkdir(parents=True)
    plan.paths.settings.write_text("theme = ", encoding="utf-8")
    async with running(plan, NARROW, "f1", "enter") as (app, _pilot):
        assert "988" in seen(app)
    assert plan.paths.settings.read_text(encoding="utf-8") == "theme = "


async def test_lines_without_a_date_are_named_and_the_built_in_ones_shown(plan: Plan) -> None:
    plan.settings.country = "GB"
    plan.paths.guides.mkdir(parents=True)
    own = '[[countries]]\ncode="GB"\nname="UK"\nemergency="999"\n[[countries.lines]]\n'
    own += 'name = "[b]Mine[/b]"\ncall = "1"\n'
    (plan.paths.guides / "help_lines.toml").write_text(own, encoding="utf-8")
    async with running(plan, NARROW, "f1") as (app, _pilot):
        assert "116 123" in seen(app)
        assert "'[b]Mine[/b]' in the country 'GB' has no 'checked_on' date" in words(app)


async def test_help_is_there_when_the_file_cant_be_opened(plan: Plan) -> None:
    plan.settings.country = "GB"
    plan.paths.data.mkdir(parents=True)
    plan.paths.journal.write_bytes(b"something else entirely, and long enough to be looked at" * 20)
    app = BouncebackApp(plan)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, RescueScreen))
        await settle(pilot)
        await press(pilot, "f1")
        assert "116 123" in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, RescueScreen)


async def test_help_is_there_before_the_file_is_open_and_stays_when_it_is(plan: Plan) -> None:
    plan.settings.country = "GB"
    opening, go_on = Event(), Event()
    app = BouncebackApp(plan, lambda _: held_up(opening, go_on))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, opening.is_set)
        await press(pilot, "f1")
        assert "116 123" in seen(app)
        go_on.set()
        await until(pilot, lambda: app.services is not None)
        await settle(pilot)
        assert isinstance(app.screen, HelpLinesDialog)
        assert "116 123" in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)
        assert len(app.screen_stack) == 2
    app.close_file()


async def test_help_that_is_open_stays_when_the_file_turns_out_to_be_bad(plan: Plan) -> None:
    plan.settings.country = "GB"
    plan.paths.data.mkdir(parents=True)
    plan.paths.journal.write_bytes(b"something else entirely, and long enough to be looked at" * 20)
    opening, go_on = Event(), Event()
    app = BouncebackApp(plan, lambda _: held_up(opening, go_on))
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, opening.is_set)
        await press(pilot, "f1")
        go_on.set()
        await until(pilot, lambda: any(isinstance(s, RescueScreen) for s in app.screen_stack))
        await settle(pilot)
        assert isinstance(app.screen, HelpLinesDialog)
        await press(pilot, "escape")
        assert isinstance(app.screen, RescueScreen)


# The gentle card


async def test_two_heavy_weeks_are_met_with_the_gentle_card_when_the_app_opens(
    heavy_plan: Plan,
) -> None:
    async with running(heavy_plan, NARROW) as (app, pilot):
        assert isinstance(app.screen, GentleCard)
        assert "You don't have to be in crisis to call." in words(app)
        assert "988" not in seen(app)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_weeks_that_are_not_heavy_are_left_alone(plan: Plan) -> None:
    be_quiet(plan)
    check_in(plan, 5, 5, 2, 2, 4)
    async with running(plan) as (app, _pilot):
        assert isinstance(app.screen, TodayScreen)
        assert not app.is_gentle
        assert app.services.store.markers.get("note_shown_on") is None


async def test_the_card_comes_after_the_check_in_that_opens_by_itself(plan: Plan) -> None:
    check_in(plan, 3, 2, 2, 3, 4)
    async with running(plan, NARROW) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, CheckInDialog))
        await press(pilot, "2", "enter")
        await until(pilot, lambda: isinstance(app.screen, GentleCard))
        assert app.services.store.check_ins.latest().valence == 2


async def test_the_check_in_that_makes_it_heavy_is_met_at_once(plan: Plan) -> None:
    be_quiet(plan)
    check_in(plan, 3, 3, 3, 3)
    async with running(plan, NARROW) as (app, pilot):
        assert isinstance(app.screen, TodayScreen)
        await press(pilot, "c", "3", "enter")
        await until(pilot, lambda: isinstance(app.screen, GentleCard))


async def open_again(plan: Plan, days: int, *keys: str) -> bool:
    """Open the app *days* later and tell whether the card is there."""
    assert isinstance(plan.clock, FixedClock)
    plan.clock.advance(days=days)
    async with running(plan, NARROW) as (app, pilot):
        is_shown = isinstance(app.screen, GentleCard)
        await press(pilot, *(keys if is_shown else ()))
    return is_shown


async def test_the_card_waits_a_week_before_it_comes_again(heavy_plan: Plan) -> None:
    assert await open_again(heavy_plan, 0, "down", "enter")
    assert not await open_again(heavy_plan, 6)
    assert await open_again(heavy_plan, 1)


async def test_the_card_stays_away_for_two_weeks_when_asked_to(plan: Plan) -> None:
    be_quiet(plan)
    check_in(plan, 2, 2, 2, 2, 2)
    assert await open_again(plan, 0, "down", "down", "enter")
    assert isinstance(plan.clock, FixedClock)
    plan.clock.advance(days=13)
    check_in(plan, 2, 2, 2, 2, 2)
    assert not await open_again(plan, 0)
    assert await open_again(plan, 1)


async def test_the_numbers_are_one_key_away_on_the_card(heavy_plan: Plan) -> None:
    heavy_plan.settings.country = "GB"
    async with running(heavy_plan, NARROW, "enter") as (app, pilot):
        assert "The last two weeks look heavy." in words(app)
        assert "116 123" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, TodayScreen)


async def test_the_card_asks_for_the_country_when_numbers_are_wanted(heavy_plan: Plan) -> None:
    async with running(heavy_plan, NARROW) as (app, pilot):
        assert "Which country" not in seen(app)
        await press(pilot, "enter", "down", "down", "enter")
        assert "116 123" in seen(app)
        await press(pilot, "down", "enter")
        assert isinstance(app.screen, TodayScreen)
        assert app.services.store.markers.get("note_not_before") == "2026-12-06"


async def test_only_a_day_is_remembered_of_the_gentle_card(heavy_plan: Plan) -> None:
    async with running(heavy_plan, NARROW, "escape") as (app, _pilot):
        assert app.services.store.markers.get("note_shown_on") == "2026-11-22"
        assert app.services.store.markers.get("note_not_before") is None
        assert app.services.store.undo() is None
    state = written(heavy_plan.paths.data.parent)
    words_of_the_card = (b"look heavy", b"gentle", b"GentleCard", b"crisis")
    assert not [name for name, held in state.items() if any(w in held for w in words_of_the_card)]


# The direct card


async def test_a_page_with_one_of_the_phrases_is_kept_and_met_at_once(plan: Plan) -> None:
    async with running(plan, NARROW, "n", *PHRASE, "ctrl+s") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DirectCard))
        assert "please reach a person" in words(app)
        page = app.services.store.journal.pages(0, 1)[0]
        assert page.body == PHRASE
        markers = app.services.store.markers
        assert (markers.get("note_shown_on"), markers.get("note_not_before")) == (None, None)
        await press(pilot, "escape")
        assert isinstance(app.screen, TodayScreen)


async def test_a_note_in_a_check_in_is_met_the_same_way(plan: Plan) -> None:
    keys = ("c", "2", *("tab",) * 6, *PHRASE, "ctrl+s")
    async with running(plan, NARROW, *keys) as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DirectCard))
        assert app.services.store.check_ins.latest().note == PHRASE


async def test_a_page_that_is_thrown_away_is_met_with_nothing(plan: Plan) -> None:
    keys = ("n", *PHRASE, "ctrl+d", "ctrl+d")
    async with running(plan, NARROW, *keys) as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_an_ordinary_page_is_met_with_nothing(plan: Plan) -> None:
    async with running(plan, NARROW, "n", typed("tea and rain"), "ctrl+s") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)
        assert not app.is_gentle


async def test_one_card_in_a_session_is_enough(plan: Plan) -> None:
    be_quiet(plan)
    check_in(plan, 2, 2, 2, 2)
    async with running(plan, NARROW) as (app, pilot):
        app.action_someone()
        await settle(pilot)
        await press(pilot, "escape", "c", "2", "enter")
        await settle(pilot)
        assert isinstance(app.screen, TodayScreen)


async def test_opening_the_direct_card_writes_nothing(plan: Plan) -> None:
    plan.settings.country = "GB"
    home = plan.paths.data.parent
    async with running(plan, NARROW) as (app, pilot):
        before = written(home)
        app.action_someone()
        await settle(pilot)
        found = words(app)
        assert found.index("999") < found.index("116 123") < found.index("findahelpline")
        await press(pilot, "escape")
        assert written(home) == before


@pytest.mark.parametrize("country", ["GB", ""])
async def test_the_whole_direct_card_is_in_sight_on_a_small_terminal(
    plan: Plan, country: str
) -> None:
    plan.settings.country = country
    async with running(plan, NARROW) as (app, pilot):
        app.action_someone()
        await settle(pilot)
        assert "It sounds as if" in seen(app)
        assert "so please reach a person." in words(app)


async def test_the_direct_card_is_there_without_a_file(plan: Plan) -> None:
    plan.paths.data.mkdir(parents=True)
    plan.paths.journal.write_bytes(b"something else entirely, and long enough to be looked at" * 20)
    app = BouncebackApp(plan)
    async with app.run_test(size=NARROW) as pilot:
        await until(pilot, lambda: isinstance(app.screen, RescueScreen))
        app.action_someone()
        await settle(pilot)
        assert "You matter more than any job." in words(app)


# What is left out afterwards


async def test_figures_are_left_out_after_a_card_until_the_app_is_started_again(
    demo_plan: Plan,
) -> None:
    be_quiet(demo_plan)
    async with running(demo_plan) as (app, pilot):
        bars = app.screen.query_one("#two-weeks")
        assert bars.size.height == 2
        app.action_someone()
        await settle(pilot)
        await press(pilot, "escape")
        assert app.is_gentle
        assert "What changed" in seen(app)
        assert bars.size.height == 1
    async with running(demo_plan) as (app, _pilot):
        assert app.screen.query_one("#two-weeks").size.height == 2


async def test_words_in_the_notes_of_an_interview_bring_the_card_too(plan: Plan) -> None:
    plan.settings.ask_on_new_day = False
    store = open_services(plan).store
    store.applications.add("Acme", Stage.INTERVIEW)
    store.close()
    async with running(plan, WIDE, "2", "enter", "i") as (app, pilot):
        app.screen.query_one("#notes", TextArea).text = "Afterwards I felt suicidal."
        await press(pilot, "ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DirectCard))
        assert app.services is not None
        [interview] = app.services.store.interviews.of(1)
        assert interview.notes == "Afterwards I felt suicidal."
