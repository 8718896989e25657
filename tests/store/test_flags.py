"""Red flags and criteria: an example for each, and a ledger by company."""

from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import CriterionKind, Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.flags import Seen
from bounceback_tui.store.store import Store


@pytest.fixture
def store(services: Services) -> Store:
    return services.store


def test_a_flag_without_an_example_is_none_and_nothing_is_lost(store: Store) -> None:
    number = store.applications.add("Acme")
    store.flags.replace(number, [Seen("Pay was dodged.", "Asked twice.", 2)])
    with pytest.raises(ValueError, match="without an example"):
        store.flags.replace(number, [Seen("Late.", "  ", 1)])
    assert [flag.item for flag in store.flags.of(number)] == ["Pay was dodged."]


def test_keeping_flags_again_replaces_them_and_undo_brings_the_old_ones_back(store: Store) -> None:
    number = store.applications.add("Acme")
    store.flags.replace(number, [Seen("Late.", "20 minutes.", 1)])
    store.flags.replace(number, [Seen("Late.", "20 minutes.", 1), Seen("Rude.", "Laughed.", 3)])
    assert [flag.weight for flag in store.flags.of(number)] == [3, 1]
    store.undo()
    assert [flag.item for flag in store.flags.of(number)] == ["Late."]


def test_flags_of_an_application_that_is_gone_are_refused(store: Store) -> None:
    with pytest.raises(NotFoundError):
        store.flags.replace(99, [Seen("Late.", "20 minutes.", 1)])


def test_the_ledger_takes_all_applications_to_a_company_together(
    store: Store, clock: FixedClock
) -> None:
    first = store.applications.add("Acme", Stage.APPLIED, clock.today() - timedelta(days=90))
    store.applications.move(first, Stage.INTERVIEW)
    store.applications.move(first, Stage.CLOSED, outcome=Outcome.REJECTED)
    second = store.applications.add(" acme ", Stage.SAVED)
    store.flags.replace(first, [Seen("Late.", "20 minutes.", 1)])
    store.flags.replace(second, [Seen("Vague.", "Three jobs.", 2)])
    entry = store.flags.about_company("ACME")
    assert entry is not None
    assert (entry.applications, entry.furthest) == (2, Stage.INTERVIEW)
    assert [flag.item for flag in entry.flags] == ["Vague.", "Late."]
    assert store.flags.about_company("Acme Robotics") is None
    assert store.flags.about_company("  ") is None


def test_the_ledger_lists_companies_with_flags_only_newest_first(
    store: Store, clock: FixedClock
) -> None:
    store.applications.add("Nothing Inc")
    for name in ("Acme", "Globex"):
        number = store.applications.add(name)
        store.flags.replace(number, [Seen("Late.", "20 minutes.", 1)])
        clock.advance(days=1)
    assert [entry.company for entry in store.flags.ledger()] == ["Globex", "Acme"]
    assert [entry.company for entry in store.flags.ledger("acm")] == ["Acme"]


def test_criteria_come_musts_first_and_every_act_can_be_undone(store: Store) -> None:
    store.criteria.add(CriterionKind.NO, "Unpaid tasks")
    must = store.criteria.add(CriterionKind.MUST, "A team that writes", "How do you document?")
    assert [c.text for c in store.criteria.all()] == ["A team that writes", "Unpaid tasks"]
    assert [c.text for c in store.criteria.all(CriterionKind.NO)] == ["Unpaid tasks"]
    store.criteria.edit(must, text="A team that reads")
    store.criteria.delete(must)
    store.undo()
    store.undo()
    assert store.criteria.all()[0].text == "A team that writes"


def test_an_interview_that_was_moved_counts_its_moves(store: Store, clock: FixedClock) -> None:
    number = store.applications.add("Acme")
    interview = store.interviews.add(number)
    for days in (1, 1, 3, 9):
        store.interviews.edit(interview, day=clock.today() + timedelta(days=days))
    assert store.interviews.get(interview).times_moved == 2


@pytest.mark.parametrize("written", ["ørsted", "ØRSTED", "Ørsted  ", "\u00a0Ørsted"])
def test_the_ledger_knows_a_company_in_any_script_and_spacing(store: Store, written: str) -> None:
    number = store.applications.add("Ørsted")
    store.flags.replace(number, [Seen("Late.", "20 minutes.", 1)])
    store.applications.add(written)
    assert [entry.applications for entry in store.flags.ledger("øRSTED")] == [2]
    assert store.flags.about_company(written) == store.flags.ledger()[0]
