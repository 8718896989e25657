"""Messages: drafted, sent by hand, nudged once, answered or closed; and themes of several."""

from datetime import date, timedelta

import pytest

from bounceback_tui.insight.following_up import Call
from bounceback_tui.models.words import MessageKind, MessageStatus, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.messages import Messages, NotNowError

TODAY = date(2026, 11, 22)
FEEDBACK = MessageKind.FEEDBACK


@pytest.fixture
def messages(services: Services) -> Messages:
    return services.store.messages


@pytest.fixture
def dana(services: Services) -> int:
    return services.store.people.add("Dana")


def later(days: int) -> date:
    return TODAY + timedelta(days=days)


def sent(messages: Messages, contact: int, days: int = 0) -> int:
    number = messages.add(contact, FEEDBACK)
    messages.mark_sent(number, later(days))
    return number


def called(messages: Messages, day: date) -> list[tuple[int, Call | None]]:
    return [(due.letter.id, due.call) for due in messages.due(day)]


def test_a_draft_knows_to_whom_and_about_what_it_is(
    services: Services, messages: Messages, dana: int
) -> None:
    acme = services.store.applications.add("Acme", Stage.APPLIED, title="Engineer")
    number = messages.add(dana, FEEDBACK, acme, subject="One question")
    found = messages.get(number)
    assert (found.to, found.company, found.title) == ("Dana", "Acme", "Engineer")
    assert (found.status, found.kind) == (MessageStatus.DRAFTED, FEEDBACK)
    assert found.row.drafted_on == TODAY
    assert [m.id for m in messages.of_application(acme)] == [number]
    assert [m.id for m in messages.of_contact(dana)] == [number]


def test_sending_is_contact_and_undo_takes_both_back(
    services: Services, messages: Messages, dana: int
) -> None:
    number = sent(messages, dana)
    assert services.store.people.get(dana).last_contact == TODAY
    services.store.undo()
    assert messages.get(number).status is MessageStatus.DRAFTED
    assert services.store.people.get(dana).last_contact is None


@pytest.mark.parametrize("days", [-1, 0, 6, 14])
def test_a_nudge_too_soon_or_too_late_is_refused_and_nothing_changes(
    messages: Messages, dana: int, days: int
) -> None:
    number = sent(messages, dana)
    with pytest.raises(NotNowError, match="One nudge"):
        messages.nudge(number, later(days))
    assert messages.get(number).row.nudged_on is None


def test_the_second_nudge_is_refused(messages: Messages, dana: int) -> None:
    number = sent(messages, dana)
    messages.nudge(number, later(7))
    with pytest.raises(NotNowError):
        messages.nudge(number, later(8))
    assert messages.get(number).row.nudged_on == later(7)


def test_a_draft_or_an_answered_message_is_not_nudged(messages: Messages, dana: int) -> None:
    answered = sent(messages, dana)
    messages.reply(answered, "Sure", later(2))
    for number in (answered, messages.add(dana, FEEDBACK)):
        with pytest.raises(NotNowError):
            messages.nudge(number, later(8))


def test_today_hears_of_what_is_ready_to_nudge_or_to_close_and_of_nothing_else(
    messages: Messages, dana: int
) -> None:
    ready = messages.add(dana, FEEDBACK, ready_on=later(-1))
    messages.add(dana, FEEDBACK, ready_on=later(1))
    messages.add(dana, FEEDBACK)
    close, nudge = sent(messages, dana, -14), sent(messages, dana, -7)
    sent(messages, dana, -6)
    messages.reply(sent(messages, dana, -20), "Sure", TODAY)
    expected = [(close, Call.CLOSE), (nudge, Call.NUDGE), (ready, Call.READY)]
    assert called(messages, TODAY) == expected
    assert len(messages.due(TODAY, 1)) == 1


def test_a_clock_set_back_makes_nothing_due(messages: Messages, dana: int) -> None:
    sent(messages, dana)
    assert called(messages, later(-30)) == []


def test_all_old_ones_are_closed_in_one_act(
    services: Services, messages: Messages, dana: int
) -> None:
    old = [sent(messages, dana, -14), sent(messages, dana, -30)]
    young = sent(messages, dana, -13)
    assert messages.close_old(TODAY) == 2
    assert {messages.get(number).status for number in old} == {MessageStatus.QUIET}
    assert messages.get(old[0]).row.closed_on == TODAY
    assert messages.get(young).status is MessageStatus.SENT
    services.store.undo()
    assert {messages.get(number).status for number in old} == {MessageStatus.SENT}


def test_closing_when_nothing_is_old_is_no_act(
    services: Services, messages: Messages, dana: int
) -> None:
    assert messages.close_old(TODAY) == 0
    assert services.store.undo() == "Added somebody"


def test_a_reply_with_one_thing_to_try_is_a_lesson_in_the_same_act(
    services: Services, messages: Messages, dana: int
) -> None:
    acme = services.store.applications.add("Acme")
    number = messages.add(dana, FEEDBACK, acme)
    messages.mark_sent(number, TODAY)
    messages.reply(
        number, "Be slower", later(3), friend_view="Fair", sort="skill", one_try="Breathe"
    )
    [lesson] = services.store.lessons.page()
    assert (lesson.text, lesson.came_from, lesson.sort) == ("Breathe", "what Dana wrote", "skill")
    assert (lesson.application_id, lesson.day) == (acme, later(3))
    row = messages.get(number).row
    assert (row.status, row.replied_on, row.friend_view) == ("replied", later(3), "Fair")
    services.store.undo()
    assert services.store.lessons.count() == 0
    assert messages.get(number).status is MessageStatus.SENT


def test_a_reply_without_anything_to_try_is_no_lesson(
    services: Services, messages: Messages, dana: int
) -> None:
    messages.reply(sent(messages, dana), "No comment", later(1), one_try="  ")
    assert services.store.lessons.count() == 0


def test_looking_at_a_reply_again_changes_its_lesson_and_makes_no_second(
    services: Services, messages: Messages, dana: int
) -> None:
    number = sent(messages, dana)
    messages.reply(number, "Slower", later(1), one_try="Breathe")
    messages.reply(number, "Slower", later(5), sort="skill", one_try="Breathe twice")
    [lesson] = services.store.lessons.page()
    assert (lesson.text, lesson.sort, lesson.day) == ("Breathe twice", "skill", later(1))
    assert messages.get(number).row.replied_on == later(1)


def test_a_reply_long_after_the_closing_is_welcome(messages: Messages, dana: int) -> None:
    number = sent(messages, dana)
    messages.close_as_quiet(number, later(14))
    messages.reply(number, "Sorry, I was away", later(40))
    row = messages.get(number).row
    assert (row.status, row.closed_on) == ("replied", None)


def test_a_sort_nobody_knows_is_left_out(messages: Messages, dana: int) -> None:
    number = sent(messages, dana)
    messages.reply(number, "Hm", later(1), sort="worth")
    assert messages.get(number).row.sort == ""


def test_two_mentions_of_one_person_are_no_theme(messages: Messages, dana: int) -> None:
    for _ in range(2):
        messages.reply(sent(messages, dana), "Slower", TODAY, sort="skill", one_try="Breathe")
    assert messages.themes() == []


def test_two_people_make_a_theme_of_the_sort_and_of_what_to_try(
    services: Services, messages: Messages, dana: int
) -> None:
    sam = services.store.people.add("Sam")
    messages.reply(sent(messages, dana), "a", TODAY, sort="skill", one_try="Breathe first.")
    messages.reply(sent(messages, sam), "b", TODAY, sort="skill", one_try="breathe  FIRST")
    messages.reply(sent(messages, sam), "c", TODAY, sort="fit")
    skill, breathe = messages.themes()
    assert (skill.words, skill.is_a_try, sorted(skill.people)) == ("Skill", False, ["Dana", "Sam"])
    assert breathe.is_a_try
    assert sorted(breathe.people) == ["Dana", "Sam"]


def test_nobody_can_tell_is_never_a_theme(
    services: Services, messages: Messages, dana: int
) -> None:
    for person in (dana, services.store.people.add("Sam")):
        messages.reply(sent(messages, person), "x", TODAY, sort="cant_tell")
    assert messages.themes() == []


def test_replies_are_counted_of_those_that_were_sent(messages: Messages, dana: int) -> None:
    messages.add(dana, FEEDBACK)
    sent(messages, dana)
    messages.reply(sent(messages, dana), "a", TODAY)
    messages.close_as_quiet(sent(messages, dana), TODAY)
    assert messages.replies() == (3, 1, 1)


def test_keeping_goes_on_with_the_open_draft_of_that_kind_and_application(
    services: Services, messages: Messages, dana: int
) -> None:
    acme = services.store.applications.add("Acme")
    first = messages.keep(dana, FEEDBACK, acme, subject="a")
    assert messages.keep(dana, FEEDBACK, acme, subject="b", is_sent=True, door="open") == first
    row = messages.get(first).row
    assert (row.subject, row.status, row.sent_on) == ("b", "sent", TODAY)
    assert services.store.people.get(dana).door == "open"
    assert messages.keep(dana, FEEDBACK, acme, subject="c") != first
    assert messages.keep(dana, FEEDBACK, None, subject="d") != first
    services.store.undo()
    services.store.undo()
    services.store.undo()
    assert messages.get(first).row.subject == "a"
    assert services.store.people.get(dana).door == ""


def test_an_edit_and_a_deletion_come_back(
    services: Services, messages: Messages, dana: int
) -> None:
    number = messages.add(dana, FEEDBACK, subject="a")
    messages.edit(number, subject="b")
    messages.delete(number)
    with pytest.raises(NotFoundError, match="That message"):
        messages.get(number)
    services.store.undo()
    services.store.undo()
    assert messages.get(number).row.subject == "a"


def test_a_thank_you_waits_for_nothing(messages: Messages, dana: int) -> None:
    number = messages.add(dana, MessageKind.THANKS)
    messages.mark_sent(number, later(-30))
    assert called(messages, TODAY) == []
    assert messages.close_old(TODAY) == 0
    assert messages.replies() == (0, 0, 0)
    with pytest.raises(NotNowError):
        messages.nudge(number, later(-22))


def test_a_thank_you_for_another_day_is_ready_on_that_day(messages: Messages, dana: int) -> None:
    number = messages.add(dana, MessageKind.THANKS, ready_on=TODAY)
    assert called(messages, TODAY) == [(number, Call.READY)]
