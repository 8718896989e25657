"""The small step that was planned: shown for two weeks, and taken once."""

from datetime import date

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Dose, Step
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.sittings import Given


def plan_step(services: Services, *, is_last: bool = True, **answers: str) -> int:
    store = services.store
    begun = store.recoveries.begin(store.applications.add("Acme"), Dose.STEPS)
    given = [Given("press_on", 1, field, "asked", text) for field, text in answers.items()]
    store.sittings.keep(begun, Step.PRESS_ON, given, "step", is_last=is_last)
    return begun


def test_a_planned_step_is_shown_in_the_person_s_words(services: Services) -> None:
    begun = plan_step(services, step="Open the mail", when_where='["nine", "desk"]')
    [found] = services.store.small_steps.open_ones()
    assert (found.recovery_id, found.company, found.words) == (begun, "Acme", "Open the mail")
    assert (found.when, found.taken_on) == ("nine · desk", None)


def test_a_step_made_smaller_is_the_smaller_one(services: Services) -> None:
    plan_step(services, step="Write three mails", smaller="Open one")
    [found] = services.store.small_steps.open_ones()
    assert (found.words, found.when) == ("Open one", "")


def test_a_step_that_is_only_the_smaller_one_is_taken_too(services: Services) -> None:
    begun = plan_step(services, smaller="Open one")
    assert services.store.small_steps.take(begun, "Taken?").taken_on == date(2026, 11, 22)


def test_nothing_is_shown_of_a_plan_without_a_step_or_not_finished(services: Services) -> None:
    plan_step(services, rest_until="tomorrow")
    unfinished = plan_step(services, step="Open the mail", is_last=False)
    assert services.store.small_steps.open_ones() == []
    with pytest.raises(NotFoundError):
        services.store.small_steps.take(unfinished, "Taken?")


def test_a_step_is_taken_once_and_undo_opens_it_again(
    services: Services, clock: FixedClock
) -> None:
    steps = services.store.small_steps
    begun = plan_step(services, step="Open the mail")
    assert steps.take(begun, "Taken?").taken_on == date(2026, 11, 22)
    clock.advance(days=1)
    assert steps.take(begun, "Taken?").taken_on == date(2026, 11, 22)
    assert steps.open_ones() == []
    assert services.store.undo() == "Took the small step"
    assert [step.words for step in steps.open_ones()] == ["Open the mail"]


def test_after_two_weeks_a_step_is_not_shown_any_more(
    services: Services, clock: FixedClock
) -> None:
    begun = plan_step(services, step="Open the mail")
    clock.advance(days=14)
    assert len(services.store.small_steps.open_ones()) == 1
    clock.advance(days=1)
    assert services.store.small_steps.open_ones() == []
    assert services.store.small_steps.of(begun) is not None
