"""What the mood screen reads: check-ins, what happened, steps, rests and guesses, by day."""

from datetime import date, timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Deed, Dose, InterviewKind, Outcome, Stage, Step
from bounceback_tui.services import Services
from bounceback_tui.store.mood_history import EventKind
from bounceback_tui.store.sittings import Given

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)
AGES = (date(2000, 1, 1), date(2100, 1, 1))


@pytest.fixture
def applied(services: Services, clock: FixedClock) -> int:
    number = services.store.applications.add("Acme", Stage.APPLIED)
    clock.advance(hours=1)
    return number


def reject(services: Services, number: int) -> None:
    services.store.applications.move(number, Stage.CLOSED, outcome=Outcome.REJECTED)


def test_entries_come_in_the_order_they_were_made(services: Services, clock: FixedClock) -> None:
    for valence in (7, 2, 5):
        services.store.check_ins.add(valence, energy=valence if valence > 2 else None)
        clock.advance(minutes=5)
    mood = services.store.mood
    assert mood.entries(*AGES) == [(TODAY, 7), (TODAY, 2), (TODAY, 5)]
    assert mood.energy(*AGES) == [(TODAY, 7), (TODAY, 5)]
    assert mood.means(*AGES) == {TODAY: pytest.approx(14 / 3)}
    assert mood.first_day() == TODAY
    assert mood.entries(TODAY + DAY, AGES[1]) == []


def test_an_empty_file_has_no_first_day(services: Services) -> None:
    assert services.store.mood.first_day() is None
    assert services.store.mood.rejections(*AGES) == []


def test_events_are_no_s_interviews_and_offers(services: Services, applied: int) -> None:
    store = services.store
    technical = InterviewKind.TECHNICAL.value
    store.interviews.add(applied, [], round=1, kind=technical, day=TODAY - DAY)
    store.interviews.add(applied, [], round=2, kind=technical, day=TODAY + DAY)
    store.applications.move(applied, Stage.OFFER)
    reject(services, applied)
    events = store.mood.events(*AGES)
    assert [event.kind for event in events] == [
        EventKind.INTERVIEW,
        EventKind.OFFER,
        EventKind.NO,
    ]
    assert {event.company for event in events} == {"Acme"}


def test_a_no_knows_its_recovery_and_whether_a_step_came_that_very_day(
    services: Services, clock: FixedClock, applied: int
) -> None:
    reject(services, applied)
    assert [no.recovery_id for no in services.store.mood.rejections(*AGES)] == [None]
    begun = services.store.recoveries.begin(applied, Dose.STEPS, forecast=4)
    clock.advance(hours=1)
    services.store.applications.add("Initech", Stage.APPLIED)
    [no] = services.store.mood.rejections(*AGES)
    assert (no.recovery_id, no.is_answered_that_day) == (begun, True)
    assert [(g.recovery_id, g.valence) for g in services.store.mood.guesses()] == [(begun, 4)]


def test_what_came_before_the_no_does_not_answer_it(services: Services, applied: int) -> None:
    reject(services, applied)
    [no] = services.store.mood.rejections(*AGES)
    assert not no.is_answered_that_day


def test_the_same_application_taken_up_again_does_not_answer_its_no(
    services: Services, clock: FixedClock, applied: int
) -> None:
    reject(services, applied)
    clock.advance(hours=1)
    services.store.applications.move(applied, Stage.APPLIED)
    [no] = services.store.mood.rejections(*AGES)
    assert not no.is_answered_that_day


def test_steps_are_what_moved_the_search_and_nothing_else(
    services: Services, clock: FixedClock, applied: int
) -> None:
    for deeds in ([Deed.RESTED], [Deed.LIFE], [Deed.PREPARED], []):
        clock.advance(days=1)
        services.store.check_ins.add(5, deeds)
    assert services.store.mood.steps(*AGES) == [TODAY, TODAY + 3 * DAY]
    clock.advance(days=1)
    reject(services, applied)
    assert services.store.mood.steps(TODAY + DAY, AGES[1]) == [TODAY + 3 * DAY]


def test_a_rest_lasts_from_the_plan_to_its_morning(
    services: Services, clock: FixedClock, applied: int
) -> None:
    reject(services, applied)
    begun = services.store.recoveries.begin(applied, Dose.STEPS)
    clock.advance(days=2)
    services.store.recoveries.rest(begun, clock.at_local(TODAY + 5 * DAY, 9))
    clock.advance(days=10)
    services.store.recoveries.rest(begun, clock.at_local(TODAY + 13 * DAY, 9))
    first, second = (TODAY + 2 * DAY, TODAY + 5 * DAY), (TODAY + 12 * DAY, TODAY + 13 * DAY)
    assert services.store.mood.rests() == [first, second]


def test_a_rest_that_is_chosen_anew_ends_the_one_that_lasts(
    services: Services, clock: FixedClock, applied: int
) -> None:
    reject(services, applied)
    begun = services.store.recoveries.begin(applied, Dose.STEPS)
    services.store.recoveries.rest(begun, clock.at_local(TODAY + 9 * DAY, 9))
    clock.advance(days=3)
    services.store.recoveries.rest(begun, clock.at_local(TODAY + 4 * DAY, 9))
    assert services.store.recoveries.resting_until(clock.now()) == clock.at_local(
        TODAY + 4 * DAY, 9
    )
    assert services.store.mood.rests() == [
        (TODAY, TODAY + 3 * DAY),
        (TODAY + 3 * DAY, TODAY + 4 * DAY),
    ]
    services.store.undo()
    assert services.store.mood.rests() == [(TODAY, TODAY + 9 * DAY)]


def test_only_sittings_with_both_ratings_count(services: Services, applied: int) -> None:
    reject(services, applied)
    store = services.store
    begun = store.recoveries.begin(applied, Dose.STEPS)
    for before, after in (("3", "5"), ("4", "")):
        given = [
            Given("not_personal", 1, "valence_before", "?", before),
            Given("not_personal", 1, "valence_after", "?", after),
        ]
        store.sittings.keep(begun, Step.NOT_PERSONAL, given, "facts", is_last=True)
    assert store.mood.before_and_after(Step.NOT_PERSONAL, "valence") == [(3, 5)]


def test_a_day_is_paired_with_all_that_was_done_on_it(
    services: Services, clock: FixedClock
) -> None:
    store = services.store
    store.check_ins.add(4, did=[Deed.APPLIED, Deed.RESTED])
    store.check_ins.add(7, did=[Deed.CONTACTED])
    clock.advance(days=1)
    store.check_ins.add(2)
    clock.advance(days=1)
    store.check_ins.add(6, did=[Deed.LIFE])
    assert store.mood.deeds(*AGES) == [
        (5.5, {Deed.APPLIED, Deed.RESTED, Deed.CONTACTED}),
        (6.0, {Deed.LIFE}),
    ]
    assert store.mood.deeds(TODAY + DAY, TODAY + DAY) == []
