"""Recoveries and their sittings: what is asked once, kept whole, and can be taken back."""

from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import (
    Dose,
    InterviewKind,
    Outcome,
    RecoveryState,
    Stage,
    Step,
    StepState,
)
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.sittings import Given
from bounceback_tui.store.store import Store


@pytest.fixture
def store(services: Services) -> Store:
    return services.store


@pytest.fixture
def rejected(store: Store) -> int:
    number = store.applications.add("Acme", Stage.APPLIED, title="Engineer")
    store.applications.move(number, Stage.INTERVIEW)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.REJECTED)
    return number


def given(field: str, value: str, prompt: str = "What happened?") -> Given:
    return Given("not_personal", 1, field, prompt, value)


def test_the_doorway_opens_once_for_a_no(store: Store, rejected: int) -> None:
    assert store.recoveries.asks_about(rejected)
    store.recoveries.decline(rejected)
    assert not store.recoveries.asks_about(rejected)


def test_the_doorway_opens_for_nothing_but_a_no(store: Store) -> None:
    number = store.applications.add("Acme", Stage.APPLIED)
    assert not store.recoveries.asks_about(number)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.NO_REPLY)
    assert not store.recoveries.asks_about(number)


def test_a_second_no_after_a_second_try_is_asked_about_again(
    store: Store, rejected: int, clock: FixedClock
) -> None:
    store.recoveries.begin(rejected, Dose.STEPS)
    clock.advance(days=30)
    store.applications.move(rejected, Stage.APPLIED)
    store.applications.move(rejected, Stage.CLOSED, outcome=Outcome.REJECTED)
    assert store.recoveries.asks_about(rejected)


def test_the_furthest_stage_counts_whatever_came_after(store: Store, rejected: int) -> None:
    store.applications.move(rejected, Stage.SAVED)
    reached = store.recoveries.reached(rejected)
    assert (reached.stage, reached.met_people) == (Stage.INTERVIEW, True)


def test_an_interview_that_was_held_means_that_people_were_met(
    store: Store, clock: FixedClock
) -> None:
    number = store.applications.add("Acme", Stage.APPLIED)
    store.interviews.add(number, day=clock.today() + timedelta(days=1))
    assert not store.recoveries.reached(number).met_people
    clock.advance(days=1)
    assert store.recoveries.reached(number).met_people


def test_an_answer_keeps_the_prompt_as_it_was_shown(store: Store, rejected: int) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    store.sittings.keep(begun, Step.NOT_PERSONAL, [given("facts", "They wrote.")], "facts")
    [(sitting, [answer])] = store.sittings.all_answers(begun)
    assert (sitting.place, sitting.number) == ("facts", 1)
    assert (answer.prompt, answer.value, answer.version) == ("What happened?", "They wrote.", 1)


def test_one_sitting_goes_on_until_it_is_finished_and_then_the_next_begins(
    store: Store, rejected: int
) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    keep = store.sittings.keep
    keep(begun, Step.NOT_PERSONAL, [given("facts", "They")], "facts")
    keep(begun, Step.NOT_PERSONAL, [given("facts", "They wrote.")], "balanced", is_last=True)
    keep(begun, Step.NOT_PERSONAL, [given("shifted", "A little.")], "shifted")
    first, second = store.sittings.of(begun, Step.NOT_PERSONAL)
    assert store.sittings.answers(first.id or 0) == {"facts": "They wrote."}
    assert store.sittings.answers(second.id or 0) == {"shifted": "A little."}
    assert (first.number, second.number) == (1, 2)
    assert store.sittings.open_one(begun, Step.NOT_PERSONAL) == second


def test_the_state_of_a_step_is_that_of_its_sittings(store: Store, rejected: int) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    store.sittings.keep(begun, Step.FIRST_AID, [], "breath", is_last=True)
    store.sittings.keep(begun, Step.GRACE, [given("thanks_for", "Time.")], "thanks_for")
    store.sittings.skip(begun, Step.RED_FLAGS)
    steps = store.recoveries.get(begun).steps
    assert steps[Step.FIRST_AID] is StepState.DONE
    assert steps[Step.GRACE] is StepState.BEGUN
    assert steps[Step.RED_FLAGS] is StepState.SKIPPED
    assert steps[Step.PRESS_ON] is StepState.NOT_STARTED
    assert store.recoveries.get(begun).next_step is Step.NOT_PERSONAL


def test_a_step_that_was_left_out_can_be_begun_all_the_same(store: Store, rejected: int) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    store.sittings.skip(begun, Step.GRACE)
    store.sittings.keep(begun, Step.GRACE, [given("thanks_for", "Time.")], "thanks_for")
    assert store.recoveries.get(begun).steps[Step.GRACE] is StepState.BEGUN
    store.undo()
    assert store.recoveries.get(begun).steps[Step.GRACE] is StepState.SKIPPED


def test_sittings_are_numbered_from_one_after_what_was_left_out(
    store: Store, rejected: int
) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    store.sittings.skip(begun, Step.GRACE)
    for _ in range(2):
        store.sittings.keep(begun, Step.GRACE, [], "thanks_for", is_last=True)
    assert [sitting.number for sitting in store.sittings.of(begun, Step.GRACE)] == [1, 2]


def test_a_last_round_counts_once_it_was(store: Store, rejected: int, clock: FixedClock) -> None:
    for days in (0, 1):
        day = clock.today() + timedelta(days=days)
        store.interviews.add(rejected, [], kind=InterviewKind.FINAL.value, day=day)
        rejected = store.applications.add("Initech", Stage.INTERVIEW)
    assert store.record.counts().last_rounds == 1


def test_a_form_letter_proposes_no_step_after_first_aid(store: Store, rejected: int) -> None:
    begun = store.recoveries.begin(rejected, Dose.FIRST_AID)
    assert store.recoveries.get(begun).next_step is Step.FIRST_AID
    store.sittings.keep(begun, Step.FIRST_AID, [], "breath", is_last=True)
    assert store.recoveries.get(begun).next_step is None


def test_the_thought_and_its_sting_are_those_said_last(store: Store, rejected: int) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    first = [given("harsh_thought", "I always blow it."), given("belief_before", "78")]
    first.append(given("belief_after", "60"))
    store.sittings.keep(begun, Step.NOT_PERSONAL, first, "facts", is_last=True)
    store.sittings.keep(begun, Step.NOT_PERSONAL, [given("belief_after", "41")], "balanced")
    found = store.recoveries.get(begun)
    assert (found.harsh_thought, found.before, found.after) == ("I always blow it.", 78, 41)


def test_an_answer_that_was_emptied_stays_as_no_answer(store: Store, rejected: int) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    store.sittings.keep(begun, Step.GRACE, [given("thanks_for", "Time.")], "thanks_for")
    store.sittings.keep(begun, Step.GRACE, [given("thanks_for", "")], "thanks_for")
    sitting = store.sittings.open_one(begun, Step.GRACE)
    assert sitting is not None
    assert store.sittings.answers(sitting.id or 0) == {"thanks_for": ""}


def test_what_is_put_off_is_not_under_way_until_it_is_begun(
    store: Store, rejected: int, clock: FixedClock
) -> None:
    later = clock.now() + timedelta(hours=1)
    begun = store.recoveries.begin(rejected, Dose.STEPS, not_before=later)
    assert [r.id for r in store.recoveries.put_off()] == [begun]
    assert store.recoveries.under_way() == []
    store.recoveries.start(begun)
    assert store.recoveries.put_off() == []
    assert [r.id for r in store.recoveries.under_way()] == [begun]


def test_a_rest_lasts_until_its_instant(store: Store, rejected: int, clock: FixedClock) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    until = clock.now() + timedelta(hours=20)
    store.recoveries.rest(begun, until)
    assert store.recoveries.resting_until(clock.now()) == until
    assert store.recoveries.resting_until(until) is None


@pytest.mark.parametrize("act", ["start", "close"])
def test_every_act_on_a_recovery_can_be_taken_back(
    store: Store, rejected: int, clock: FixedClock, act: str
) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS, not_before=clock.now())
    getattr(store.recoveries, act)(begun)
    assert store.recoveries.get(begun).row.state != RecoveryState.WAITING
    store.undo()
    assert store.recoveries.get(begun).row.state == RecoveryState.WAITING


def test_deleting_an_application_takes_its_recovery_and_undo_brings_all_back(
    store: Store, rejected: int
) -> None:
    begun = store.recoveries.begin(rejected, Dose.STEPS)
    store.sittings.keep(begun, Step.GRACE, [given("thanks_for", "Time.")], "thanks_for")
    store.applications.delete(rejected)
    with pytest.raises(NotFoundError):
        store.recoveries.get(begun)
    store.undo()
    [(_sitting, [answer])] = store.sittings.all_answers(begun)
    assert answer.value == "Time."


def test_one_s_own_record_counts_stages_ever_reached(store: Store, rejected: int) -> None:
    store.applications.move(rejected, Stage.CLOSED, outcome=Outcome.WITHDRAWN)
    letter = store.applications.add("Initech", Stage.APPLIED)
    store.applications.move(letter, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.applications.add("Globex", Stage.SAVED)
    record = store.record.counts()
    assert (record.applied, record.interviewed, record.offers) == (2, 1, 0)
    assert (record.rejections, record.rejections_before_anyone) == (1, 1)
