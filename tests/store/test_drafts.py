"""Drafts leave the file with what they are about."""

from collections.abc import Callable

import pytest

from bounceback_tui.models.words import Dose, MessageKind, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.store import Store


@pytest.fixture
def store(services: Services) -> Store:
    """Two of everything; the first of each has a draft, and so has its application."""
    store = services.store
    for name in ("Acme", "Initech"):
        number = store.applications.add(name, Stage.APPLIED)
        store.interviews.add(number, [], round=1)
        store.recoveries.begin(number, Dose.STEPS)
        store.journal.write(name)
        store.check_ins.add(5)
        person = store.people.add("Dana")
        store.messages.add(person, MessageKind.OTHER, number)
    for key in keys(store, 1) | {"check_in:2", "entry:new", "check_in:new"}:
        store.drafts.keep(key, "words")
    return store


def keys(store: Store, number: int) -> set[str]:
    """Return what the screens call the drafts about the first, or second, of each."""
    recovery = store.recoveries.get(number).row.uid
    message = store.messages.get(number).row.uid
    plain = ("application", "card", "interview", "preparation", "entry", "check_in", "person")
    return {f"{noun}:{number}" for noun in plain} | {
        f"interview:new:{number}",
        f"practice-run:new:{number}",
        f"step:{recovery}:press_on",
        f"message:{message}",
        f"reply:{message}",
    }


@pytest.mark.parametrize(
    ("act", "gone"),
    [
        (lambda s: s.check_ins.delete(1), {"check_in"}),
        (lambda s: s.journal.delete(1), {"entry"}),
        (lambda s: s.people.delete(1), {"person", "message", "reply"}),
        (
            lambda s: s.applications.delete(1),
            {"application", "card", "interview", "preparation", "practice-run", "step"},
        ),
    ],
    ids=["check-in", "entry", "person", "application"],
)
def test_a_draft_leaves_with_what_it_is_about_and_no_other_does(
    store: Store, act: Callable[[Store], None], gone: set[str]
) -> None:
    before = set(store.drafts.pending())
    leaving = {key for key in keys(store, 1) if key.split(":")[0] in gone}
    act(store)
    assert set(store.drafts.pending()) == before - leaving


def test_the_next_row_of_the_same_number_finds_no_draft(services: Services) -> None:
    store = services.store
    number = store.check_ins.add(5)
    store.drafts.keep(f"check_in:{number}", "words")
    store.undo()
    assert store.check_ins.add(6) == number
    assert store.drafts.get(f"check_in:{number}") is None
