"""The lessons: written down, found, tried, and said how they went."""

from collections.abc import Iterator

import pytest
from textual.widgets import OptionList

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.lessons import Lessons
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.lesson import LessonDialog
from bounceback_tui.ui.screens.lessons import LessonsScreen
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

HOSTILE = "Ask [/] who [bold]decides[/]"


@pytest.fixture
def learned(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    services = open_services(plan)
    acme = services.store.applications.add("Acme")
    lessons = services.store.lessons
    lessons.add("Draw first", "feedback", ["whiteboard"], application_id=acme)
    clock.advance(days=1)
    lessons.add(HOSTILE, kinds=[InterviewKind.PANEL.value])
    services.store.close()
    return plan


def lessons(app: BouncebackApp) -> Lessons:
    return app.services.store.lessons


async def test_an_empty_screen_says_what_belongs_there_and_the_key(plan: Plan) -> None:
    for size in (WIDE, NARROW):
        async with running(plan, size, "6") as (app, _pilot):
            assert isinstance(app.screen, LessonsScreen)
            assert "a writes down the first" in seen(app)


async def test_a_lesson_shows_what_where_from_what_for_and_how_it_went(learned: Plan) -> None:
    async with running(learned, WIDE, "6", "down") as (app, pilot):
        await settle(pilot)
        words = seen(app)
        for expected in (HOSTILE, "Draw first", "feedback · Acme", "#whiteboard", "○ not tried"):
            assert expected in words


async def test_a_lesson_is_added_by_keys_alone(plan: Plan) -> None:
    async with running(plan, NARROW, "6", "a") as (app, pilot):
        await press(
            pilot, typed("Slower"), "tab", typed("Sam"), "tab", typed("pace, Calm"), "tab", "space"
        )
        await press(pilot, "ctrl+s")
        await settle(pilot)
        added = lessons(app).page()[0]
        assert (added.text, added.came_from, added.tags) == ("Slower", "Sam", ("calm", "pace"))
        assert added.kinds == (InterviewKind.RECRUITER_CALL,)
        assert "Slower" in seen(app)
        await press(pilot, "u")
        assert lessons(app).count() == 0


async def test_a_lesson_without_words_is_asked_for_again(plan: Plan) -> None:
    async with running(plan, NARROW, "6", "a") as (app, pilot):
        await press(pilot, "tab", typed("Sam"), "ctrl+s")
        assert isinstance(app.screen, LessonDialog)
        assert "A few words are all that is needed" in seen(app)
        assert lessons(app).count() == 0


async def test_what_was_being_typed_is_there_again(learned: Plan) -> None:
    async with running(learned, WIDE, "6", "a", typed("Slow")) as (app, pilot):
        drafts = app.services.store.drafts
        await until(pilot, lambda: drafts.get("lesson:new") is not None)
    async with running(learned, WIDE, "6", "a") as (app, pilot):
        assert "Slow" in seen(app)
        await press(pilot, "end", typed("er"), "ctrl+s")
        assert lessons(app).page()[0].text == "Slower"
        assert app.services.store.drafts.get("lesson:new") is None


async def test_an_edit_is_one_act_and_none_is_none(learned: Plan) -> None:
    async with running(learned, WIDE, "6", "down", "e", "ctrl+s") as (app, pilot):
        assert app.services.store.undo() is None
        await press(pilot, "e", "end", *"!", "tab", *"!", "ctrl+s")
        found = lessons(app).page("", 1, 1)[0]
        assert (found.text, found.came_from, found.company) == ("Draw first!", "feedback!", "Acme")
        await press(pilot, "u")
        assert lessons(app).page("", 1, 1)[0].text == "Draw first"


async def test_how_it_went_is_said_by_keys(learned: Plan) -> None:
    async with running(learned, WIDE, "6", "t") as (app, pilot):
        assert isinstance(app.screen.focused, OptionList)
        await press(pilot, "down", "down", "enter")
        await settle(pilot)
        newest = lessons(app).page()[0]
        assert (newest.is_tried, newest.helped) == (True, "yes")
        assert "● tried, and it helped" in seen(app)
        await press(pilot, "t", "enter", "t", "escape", "u")
        assert not lessons(app).page()[0].is_tried


async def test_a_deleted_lesson_comes_back_by_undo(learned: Plan) -> None:
    async with running(learned, WIDE, "6", "d") as (app, pilot):
        assert [lesson.text for lesson in lessons(app).page()] == ["Draw first"]
        await press(pilot, "u")
        assert lessons(app).count() == 2
        await press(pilot, "e", "ctrl+d")
        assert lessons(app).count() == 1


async def test_the_filter_finds_words_tags_and_companies(learned: Plan) -> None:
    async with running(learned, NARROW, "6", "slash", typed("acme whi"), "enter") as (app, pilot):
        await settle(pilot)
        assert "1 lesson found" in seen(app)
        assert HOSTILE not in seen(app)
        await press(pilot, "slash", typed("nowhere"), "enter")
        assert "No lesson holds all of these words." in seen(app)
        await press(pilot, "escape")
        assert "2 lessons" in seen(app)
        assert HOSTILE in seen(app)


async def test_when_narrow_the_lesson_is_a_page_of_its_own(learned: Plan) -> None:
    async with running(learned, NARROW, "6", "enter") as (app, pilot):
        await settle(pilot)
        assert "any interview" not in seen(app)
        assert "Panel" in seen(app)
        await press(pilot, "escape")
        assert "Draw first" in seen(app)
