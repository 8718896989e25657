"""The corner: everything in it is kept when it is left, and comes out as a letter and a brief."""

import stat
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input, TextArea

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import ContactRole, CriterionKind
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.corner import Corner
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.lessons import LessonsScreen
from bounceback_tui.ui.screens.recovery.corner import CornerScreen
from bounceback_tui.ui.screens.recovery.corner_brief import BriefDialog
from bounceback_tui.ui.screens.recovery.corner_forms import PracticeForm
from bounceback_tui.ui.widgets.choices import Choices
from bounceback_tui.ui.widgets.field import Field
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

OPEN = ("6", "o")
TALL = (120, 60)


@pytest.fixture
def robin(plan: Plan) -> Iterator[Plan]:
    services = open_services(plan)
    store = services.store
    store.corner.set_profile(
        my_name="Robin Vale",
        target_role="Data Engineer",
        pay_floor="58,000",
        best_when="the goal is clear",
    )
    store.corner.replace_strengths([("Calm [/]", "billing back in an hour")])
    store.criteria.add(CriterionKind.MUST, "a team that writes", "How do you decide?")
    store.criteria.add(CriterionKind.NO, "on call every week")
    store.corner.add_story("The outage", problem="billing down")
    store.corner.add_practice("Why here?", ready_before=4, ready_after=7)
    store.people.add("Sam Ode", ContactRole.RECRUITER)
    store.close()
    return plan


def corner(app: BouncebackApp) -> Corner:
    return app.services.store.corner


def field(app: BouncebackApp, name: str) -> Field:
    return app.screen.query_one(f"#field-{name}", Field)


async def test_it_opens_from_the_lessons_and_goes_back_there(plan: Plan) -> None:
    for size in (WIDE, NARROW):
        async with running(plan, size, *OPEN) as (app, pilot):
            assert isinstance(app.screen, CornerScreen)
            assert "What you do well" in seen(app)
            await press(pilot, "escape")
            assert isinstance(app.screen, LessonsScreen)


async def test_it_shows_everything_that_is_known(robin: Plan) -> None:
    async with running(robin, TALL, *OPEN) as (app, _pilot):
        words = seen(app)
        for expected in (
            "Calm [/]",
            "billing back in an hour",
            "Data Engineer",
            "a team that writes",
            "must have",
            "on call every week",
            "The outage",
            "still: what you did, result",
            "Why here?",
            "4 → 7",
            "Sam Ode",
            "Recruiters are paid by employers",
        ):
            assert expected in words


async def test_a_field_is_kept_when_it_is_left_and_undo_takes_it_back(plan: Plan) -> None:
    async with running(
        plan, WIDE, *OPEN, "tab", typed("Calm"), "tab", typed("an outage"), "tab"
    ) as (
        app,
        pilot,
    ):
        kept = [(s.skill, s.proof) for s in corner(app).strengths()]
        assert kept == [("Calm", "an outage")]
        field(app, "pay_floor").editor.focus()
        await press(pilot, typed("58,000"), "escape", "u")
        assert corner(app).profile() == {}
        assert field(app, "pay_floor").text == ""
        await press(pilot, "u")
        assert [(s.skill, s.proof) for s in corner(app).strengths()] == [("Calm", "")]


async def test_a_strength_stays_where_it_was_written(plan: Plan) -> None:
    async with running(plan, WIDE, *OPEN) as (app, pilot):
        field(app, "skill_2").editor.focus()
        await press(pilot, typed("Third"), "tab")
        assert field(app, "skill_2").text == "Third"
        assert field(app, "skill_0").text == ""


async def test_a_field_left_as_it_was_is_no_act(robin: Plan) -> None:
    async with running(robin, WIDE, *OPEN, "tab", "tab", "tab") as (app, _pilot):
        assert app.services.store.undo() is None


async def test_leaving_by_a_tab_keeps_what_was_being_typed(plan: Plan) -> None:
    async with running(plan, WIDE, *OPEN) as (app, pilot):
        field(app, "my_name").editor.focus()
        await press(pilot, typed("Robin"))
        await app.run_action("today")
        await settle(pilot)
        assert corner(app).profile() == {"my_name": "Robin"}


async def test_what_was_being_typed_is_drafted_within_a_second(plan: Plan) -> None:
    async with running(plan, WIDE, *OPEN) as (app, pilot):
        field(app, "my_name").editor.focus()
        await press(pilot, typed("Rob"))
        drafts = app.services.store.drafts
        await until(pilot, lambda: drafts.get("corner") is not None)
        assert corner(app).profile() == {}


async def test_a_must_have_and_its_question_are_added_edited_and_deleted(plan: Plan) -> None:
    async with running(plan, NARROW, *OPEN, "m", "right", "tab", typed("a park")) as (app, pilot):
        await press(pilot, "tab", typed("Where do you eat?"), "ctrl+s")
        criteria = app.services.store.criteria
        found = criteria.all()[0]
        assert (found.kind, found.text, found.question) == (
            "nice",
            "a park",
            "Where do you eat?",
        )
        app.screen.query_one("#criteria").focus()
        await press(pilot, "enter", "right", "ctrl+s")
        assert criteria.all()[0].kind == "no"
        await press(pilot, "d")
        assert criteria.all() == []
        await press(pilot, "u")
        assert len(criteria.all()) == 1


async def test_a_story_is_told_in_three_parts(plan: Plan) -> None:
    async with running(plan, WIDE, *OPEN, "s", typed("Outage"), "tab", typed("down"), "tab") as (
        app,
        pilot,
    ):
        await press(pilot, typed("fixed"), "tab", typed("an hour"), "ctrl+s")
        story = corner(app).stories()[0]
        assert (story.title, story.problem, story.did, story.result) == (
            "Outage",
            "down",
            "fixed",
            "an hour",
        )
        assert "● whole" in seen(app)


async def test_a_practice_run_is_kept_with_its_readiness(plan: Plan) -> None:
    async with running(
        plan, NARROW, *OPEN, "p", typed("Why?"), "tab", "4", "tab", typed("long")
    ) as (
        app,
        pilot,
    ):
        await press(
            pilot, "tab", typed("the end"), "tab", typed("shorter"), "tab", typed("12"), "ctrl+s"
        )
        assert "whole number from 0 to 10" in seen(app)
        await press(pilot, "backspace", "backspace", "7", "ctrl+s")
        run = corner(app).practices()[0]
        assert (run.question, run.answer_notes, run.feedback, run.one_change) == (
            "Why?",
            "long",
            "the end",
            "shorter",
        )
        assert (run.ready_before, run.ready_after) == (4, 7)


async def test_two_minutes_can_be_timed_stopped_and_run_out(plan: Plan, clock: FixedClock) -> None:
    async with running(plan, NARROW, *OPEN, "p", "ctrl+t") as (app, pilot):
        form = app.screen
        assert isinstance(form, PracticeForm)
        clock.advance(seconds=35)
        form.show_time()
        await settle(pilot)
        assert "1:25 left" in seen(app)
        await press(pilot, "ctrl+t")
        assert "Stopped" in seen(app)
        await press(pilot, "ctrl+t")
        clock.advance(minutes=2)
        form.show_time()
        await settle(pilot)
        assert "one thing to keep, and one to change" in seen(app)


async def test_allies_say_when_the_last_contact_was_and_who_sent_the_cv(
    robin: Plan, clock: FixedClock
) -> None:
    async with running(robin, TALL, *OPEN) as (app, pilot):
        store = app.services.store
        store.people.add("Jo Reed", ContactRole.INTERVIEWER)
        store.people.edit(1, last_contact=clock.today() - timedelta(days=3))
        store.people.send_cv(1, "Acme")
        app.screen.reload()
        await settle(pilot)
        sent = next(ally.sendings for ally in store.corner.allies())
        assert sent == 1
        assert "1 recruiter" in seen(app)
        assert "CV sent once" in seen(app)
        assert "Jo Reed" not in seen(app)


async def test_the_letter_is_filled_edited_and_found_again(robin: Plan) -> None:
    async with running(robin, WIDE, *OPEN, "i") as (app, pilot):
        letter = app.screen.query_one(TextArea)
        assert "Calm [/] (billing back in an hour)" in letter.text
        assert "I need a team that writes; on call every week would not suit me" in letter.text
        assert "Pay range: happy to discuss" in letter.text
        assert "58,000" not in letter.text
        await press(pilot, typed("Hi. "), "escape", "i")
        assert app.screen.query_one(TextArea).text.startswith("Hi. Dear [first name]")
        await press(pilot, "ctrl+n")
        assert app.screen.query_one(TextArea).text.startswith("Dear [first name]")


async def test_the_brief_shows_what_is_ticked_and_the_floor_only_then(robin: Plan) -> None:
    async with running(robin, TALL, *OPEN, "b") as (app, pilot):
        dialog = app.screen
        assert isinstance(dialog, BriefDialog)
        assert "58,000" not in dialog.text
        assert "**Calm [/]**: billing back in an hour" in seen(app)
        choices = dialog.query_one(Choices)
        await press(pilot, "space")
        assert "Data Engineer" not in seen(app)
        choices.value = choices.value | {"pay_floor"}
        assert "58,000" in dialog.text


async def test_letter_and_brief_go_to_the_clipboard(
    robin: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_TTY", "here")
    async with running(robin, WIDE, *OPEN, "i", "ctrl+y", "escape") as (app, pilot):
        assert app.clipboard.startswith("Data Engineer, ")
        assert "Robin Vale" in app.clipboard
        await press(pilot, "b", "ctrl+y")
        assert app.clipboard.startswith("# Robin Vale")


async def test_the_brief_goes_into_a_file_which_is_replaced_only_when_asked_twice(
    robin: Plan, tmp_path: Path
) -> None:
    path = tmp_path / "brief.md"
    path.write_text("mine", encoding="utf-8")
    async with running(robin, WIDE, *OPEN, "b", "ctrl+s") as (app, pilot):
        assert "Name a file" in seen(app)
        app.screen.query_one("#file", Input).value = str(path)
        await press(pilot, "ctrl+s")
        assert "There is a file of that name already" in seen(app)
        assert path.read_text(encoding="utf-8") == "mine"
        await press(pilot, "ctrl+s")
        await settle(pilot)
        assert path.read_text(encoding="utf-8").startswith("# Robin Vale\n")
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert isinstance(app.screen, CornerScreen)


async def test_a_file_that_cannot_be_written_is_named_in_a_sentence(
    robin: Plan, tmp_path: Path
) -> None:
    async with running(robin, WIDE, *OPEN, "b") as (app, pilot):
        app.screen.query_one("#file", Input).value = str(tmp_path / "no" / "brief.md")
        await press(pilot, "ctrl+s")
        assert "That file can't be written" in seen(app)
        app.screen.query_one("#file", Input).value = "a\x00b"
        await press(pilot, "ctrl+s")
        assert "That file can't be written" in seen(app)
