"""People: added, found, written to, and where they sent the CV; by the keys a person presses."""

from collections.abc import Iterator
from datetime import date

import pytest
from textual.widgets import TextArea

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import ContactRole, MessageKind, MessageStatus, Outcome, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.messages import Messages
from bounceback_tui.store.people import People
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.contact import ContactDialog, CvDialog
from bounceback_tui.ui.screens.message import MessageScreen
from bounceback_tui.ui.screens.people import PeopleScreen
from bounceback_tui.ui.screens.select import SelectDialog
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until

TODAY = date(2026, 11, 22)
HOSTILE = "Zoë [/] [bold]Dé[/]"


@pytest.fixture
def plan(plan: Plan) -> Plan:
    plan.settings.ask_on_new_day = False
    return plan


@pytest.fixture
def known(plan: Plan, clock: FixedClock) -> Iterator[Plan]:
    """Dana of Acme, a hiring manager; and a recruiter with a hostile name."""
    services = open_services(plan)
    store = services.store
    acme = store.applications.add("Acme", Stage.APPLIED, title="Engineer")
    store.applications.move(acme, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.people.add("Dana Reyes", ContactRole.HIRING_MANAGER, company="Acme", application_id=acme)
    store.people.add(HOSTILE, ContactRole.RECRUITER, helped_with="a good word")
    store.close()
    return plan


def people(app: BouncebackApp) -> People:
    return app.services.store.people


def messages(app: BouncebackApp) -> Messages:
    return app.services.store.messages


def letter(app: BouncebackApp) -> MessageScreen:
    assert isinstance(app.screen, MessageScreen)
    return app.screen


def asked(plan: Plan, days_ago: int) -> int:
    """Leave a question to Dana that was sent *days_ago*."""
    services = open_services(plan)
    dana = services.store.people.page("Dana")[0]
    number = services.store.messages.add(
        dana.id, MessageKind.FEEDBACK, dana.application_id, subject="One question", body="Dear Dana"
    )
    services.store.messages.mark_sent(number, date.fromordinal(TODAY.toordinal() - days_ago))
    services.store.close()
    return number


async def test_an_empty_screen_says_what_belongs_there_and_the_key(plan: Plan) -> None:
    for size in (WIDE, NARROW):
        async with running(plan, size, "7") as (app, _pilot):
            assert isinstance(app.screen, PeopleScreen)
            assert "a adds the first" in seen(app)


async def test_somebody_is_added_by_keys_alone_and_undone(plan: Plan) -> None:
    async with running(plan, NARROW, "7", "a") as (app, pilot):
        await press(pilot, typed("Sam"), "tab", "right", "tab", typed("Globex"), "ctrl+s")
        await settle(pilot)
        added = people(app).page()[0]
        assert (added.name, added.role, added.company) == ("Sam", ContactRole.MENTOR, "Globex")
        assert "Sam" in seen(app)
        await press(pilot, "u")
        assert people(app).count() == 0


async def test_nobody_without_a_name_and_no_contact_in_the_future(plan: Plan) -> None:
    async with running(plan, NARROW, "7", "a", "ctrl+s") as (app, pilot):
        assert "A name is all that is needed." in seen(app)
        await press(pilot, typed("Sam"), *("tab",) * 4, typed("tomorrow"), "ctrl+s")
        assert isinstance(app.screen, ContactDialog)
        assert "has not come yet" in seen(app)
        await press(pilot, *("backspace",) * 8, typed("yesterday"), "ctrl+s")
        assert people(app).page()[0].last_contact == date(2026, 11, 21)


async def test_a_person_shows_role_contact_help_messages_and_sendings(known: Plan) -> None:
    services = open_services(known)
    recruiter = services.store.people.page("good")[0]
    number = services.store.messages.add(recruiter.id, MessageKind.FEEDBACK)
    services.store.messages.mark_sent(number, TODAY)
    services.store.messages.reply(number, "Slow down", TODAY, sort="skill", one_try="Breathe")
    services.store.people.send_cv(recruiter.id, "Globex")
    services.store.close()
    async with running(known, WIDE, "7", "down") as (app, pilot):
        await settle(pilot)
        words = seen(app)
        for expected in (HOSTILE, "recruiter", "a good word", "Slow down", "Breathe", "Globex"):
            assert expected in words
        assert "1 of 1 answered" in words


async def test_the_filter_and_the_roles_narrow_the_list(known: Plan) -> None:
    async with running(known, NARROW, "7", "slash", typed("good"), "enter") as (app, pilot):
        await settle(pilot)
        assert HOSTILE in seen(app)
        assert "Dana" not in seen(app)
        await press(pilot, "escape", "r")
        assert "1 person · hiring manager" in seen(app)
        assert HOSTILE not in seen(app)
        await press(pilot, "r")
        assert "Nobody here fits these words." in seen(app)
        await press(pilot, "escape")
        assert "2 people" in seen(app)


async def test_when_narrow_a_person_is_a_page_of_its_own(known: Plan) -> None:
    async with running(known, NARROW, "7", "enter") as (app, pilot):
        await settle(pilot)
        assert "Last contact" in seen(app)
        assert HOSTILE not in seen(app)
        await press(pilot, "escape")
        assert HOSTILE in seen(app)


async def test_a_deleted_person_comes_back_by_undo(known: Plan) -> None:
    async with running(known, WIDE, "7", "d") as (app, pilot):
        assert [person.name for person in people(app).page()] == [HOSTILE]
        await press(pilot, "u")
        assert people(app).count() == 2


async def test_a_second_sending_is_pointed_out_before_it_is_kept(known: Plan) -> None:
    async with running(known, NARROW, "7", "s", typed("Globex"), "ctrl+s") as (app, pilot):
        await press(pilot, "down", "s", typed("GLOBEX"), "ctrl+s")
        assert isinstance(app.screen, CvDialog)
        assert "Dana Reyes sent it there already, Sun 22 Nov." in seen(app)
        assert len(people(app).sent_before("globex")) == 1
        await press(pilot, "ctrl+s")
        assert len(people(app).sent_before("globex")) == 2


async def test_applying_oneself_is_pointed_out_too(known: Plan) -> None:
    async with running(known, NARROW, "7", "s", typed("acme"), "ctrl+s") as (app, _pilot):
        assert "You applied there yourself" in seen(app)


async def test_a_question_is_drafted_from_the_record_and_edited_in_place(known: Plan) -> None:
    async with running(known, NARROW, "7", "m", "enter") as (app, pilot):
        await settle(pilot)
        assert "Bounceback never sends anything" in seen(app)
        body = app.screen.query_one(TextArea)
        assert body.text.startswith("Dear Dana,\n")
        assert "stronger fit for Engineer" in body.text
        assert "[topic]" in body.text
        await press(pilot, typed("Hi"), "escape")
        [draft] = messages(app).of_contact(people(app).page()[0].id)
        assert draft.row.body.startswith("HiDear Dana,")
        assert draft.row.subject == "Thank you, and one question - Engineer"
        assert draft.company == "Acme"
        await press(pilot, "u")
        assert messages(app).get(draft.id).row.body.startswith("Dear Dana,")


async def test_what_was_being_typed_is_there_again(known: Plan) -> None:
    async with running(known, WIDE, "7", "m", "enter") as (app, pilot):
        await settle(pilot)
        await press(pilot, typed("Kept"))
        key = f"message:{letter(app).letter.row.uid}"
        await until(pilot, lambda: app.services.store.drafts.get(key) is not None)
    async with running(known, WIDE, "7", "m", "enter") as (app, pilot):
        await settle(pilot)
        assert letter(app).text.partition("\n\n")[2].startswith("KeptDear Dana")


async def test_the_text_is_copied_and_shown_to_select(known: Plan) -> None:
    async with running(known, NARROW, "7", "m", "enter") as (app, pilot):
        await settle(pilot)
        await press(pilot, "ctrl+y")
        assert app.clipboard.startswith("Thank you, and one question - Engineer\n\nDear Dana,")
        await press(pilot, "ctrl+l")
        assert isinstance(app.screen, SelectDialog)
        assert "Dear Dana," in seen(app)
        await press(pilot, "escape")
        assert letter(app)


async def test_what_stands_in_brackets_is_pointed_out_once_before_it_counts_as_sent(
    known: Plan,
) -> None:
    async with running(known, WIDE, "7", "m", "enter") as (app, pilot):
        await settle(pilot)
        await press(pilot, "ctrl+t")
        assert letter(app).letter.status is MessageStatus.DRAFTED
        assert "[team or names] still stands in it" in seen(app)
        await press(pilot, "ctrl+t")
        await settle(pilot)
        row = messages(app).get(letter(app).message_id).row
        assert (row.status, row.sent_on) == ("sent", TODAY)
        assert "close this on Sun 6 Dec." in seen(app)


@pytest.mark.parametrize(("days", "is_offered"), [(6, False), (7, True), (13, True), (14, False)])
async def test_the_nudge_is_offered_in_the_second_week_only(
    known: Plan, days: int, is_offered: bool
) -> None:
    number = asked(known, days)
    async with running(known, WIDE, "7", "m", "enter", "ctrl+g") as (app, _pilot):
        assert (messages(app).get(number).row.nudged_on == TODAY) is is_offered


async def test_one_nudge_is_all(known: Plan) -> None:
    asked(known, 8)
    async with running(known, WIDE, "7", "m", "enter") as (app, pilot):
        await settle(pilot)
        assert "I nudged" in seen(app)
        await press(pilot, "ctrl+g")
        await settle(pilot)
        assert "I nudged" not in seen(app)
        assert "nudged today" in seen(app)


async def test_a_message_is_closed_as_quiet_with_a_kind_word(known: Plan) -> None:
    number = asked(known, 15)
    async with running(known, WIDE, "7", "m", "enter", "ctrl+b") as (app, pilot):
        await settle(pilot)
        assert messages(app).get(number).status is MessageStatus.QUIET
        assert "quiet says nothing about you" in seen(app)


async def test_a_reply_becomes_a_lesson_by_keys_alone(known: Plan) -> None:
    number = asked(known, 3)
    async with running(known, NARROW, "7", "m", "enter", "ctrl+r") as (app, pilot):
        await press(pilot, "ctrl+s")
        assert "A word of it is enough" in seen(app)
        await press(
            pilot,
            typed("Slower"),
            "tab",
            typed("Fair"),
            "tab",
            "space",
            "tab",
            typed("Breathe"),
            "ctrl+s",
        )
        await settle(pilot)
        row = messages(app).get(number).row
        assert (row.reply, row.friend_view, row.sort) == ("Slower", "Fair", "skill")
        assert app.services.store.lessons.page()[0].text == "Breathe"
        assert "To try: Breathe" in seen(app)
        await press(pilot, "u")
        assert app.services.store.lessons.count() == 0


async def test_a_reply_half_written_is_there_again(known: Plan) -> None:
    asked(known, 3)
    async with running(known, WIDE, "7", "m", "enter", "ctrl+r", typed("Slow"), "escape") as (
        app,
        pilot,
    ):
        await press(pilot, "ctrl+r")
        await settle(pilot)
        assert "Slow" in app.screen.query_one(TextArea).text
