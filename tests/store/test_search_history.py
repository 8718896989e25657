"""What the dashboard reads: what became of each application that was sent."""

from datetime import date, timedelta

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.services import Services

TODAY, DAY = date(2026, 11, 22), timedelta(days=1)
EVER = date(2000, 1, 1)


def test_nothing_sent_is_nothing(services: Services) -> None:
    services.store.applications.add("Saved only")
    assert services.store.history.first_day() is None
    assert services.store.history.sent(EVER) == []


def test_an_application_has_the_first_day_of_each_thing(
    services: Services, clock: FixedClock
) -> None:
    store = services.store
    number = store.applications.add("Acme", Stage.APPLIED, source="mail", resume_version="two")
    for stage in (Stage.SCREENING, Stage.APPLIED, Stage.INTERVIEW, Stage.OFFER):
        clock.advance(days=2)
        store.applications.move(number, stage)
    for kind, day in ((InterviewKind.TECHNICAL, 4), (InterviewKind.FINAL, 6)):
        store.interviews.add(number, [], kind=kind.value, day=TODAY + day * DAY)
    store.interviews.add(number, [], kind=InterviewKind.FINAL.value, day=TODAY + 90 * DAY)
    clock.advance(days=2)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.REJECTED)
    [row] = store.history.sent(EVER)
    assert (row.id, row.source, row.resume_version, row.is_closed) == (number, "mail", "two", True)
    days = [row.applied_on, row.led_on, row.declined_on, row.offer_on]
    assert days == [TODAY + n * DAY for n in (0, 2, 10, 8)]
    met = [row.interview_on, row.last_interview_on, row.last_round_on]
    assert met == [TODAY + n * DAY for n in (4, 6, 6)]


def test_a_card_moved_to_interview_has_one_even_when_none_was_written_down(
    services: Services, clock: FixedClock
) -> None:
    store = services.store
    moved = store.applications.add("Moved", Stage.APPLIED)
    written = store.applications.add("Written", Stage.APPLIED)
    clock.advance(days=9)
    for number in (moved, written):
        store.applications.move(number, Stage.INTERVIEW)
    store.interviews.add(written, [], kind=InterviewKind.TECHNICAL.value, day=TODAY + 3 * DAY)
    assert [row.interview_on for row in store.history.sent(EVER)] == [
        TODAY + 9 * DAY,
        TODAY + 3 * DAY,
    ]


def test_only_those_first_sent_since_then_count(services: Services, clock: FixedClock) -> None:
    store = services.store
    old = store.applications.add("Old", Stage.APPLIED)
    clock.advance(days=40)
    store.applications.move(old, Stage.SCREENING)
    new = store.applications.add("New", Stage.APPLIED)
    assert [row.id for row in store.history.sent(TODAY + DAY)] == [new]
    assert [row.id for row in store.history.sent(TODAY)] == [old, new]
    assert store.history.first_day() == TODAY


def test_a_stay_lasts_until_the_next_and_the_last_until_today(
    services: Services, clock: FixedClock
) -> None:
    store = services.store
    number = store.applications.add("Acme", Stage.APPLIED)
    clock.advance(days=5)
    store.applications.move(number, Stage.SCREENING)
    clock.advance(days=3)
    stays = store.history.stays(EVER)
    assert stays[Stage.APPLIED] == [(number, 5, True)]
    assert stays[Stage.SCREENING] == [(number, 3, False)]
    assert store.history.stays(TODAY + DAY)[Stage.APPLIED] == []


def test_cards_are_those_asked_for(services: Services) -> None:
    store = services.store
    ids = [store.applications.add(name, Stage.APPLIED) for name in ("A", "B", "C")]
    assert [card.company for card in store.history.cards(ids[:2])] == ["B", "A"]
    assert store.history.cards([]) == []
