"""Undo and redo: everything comes back, byte for byte, in any order of acts."""

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounceback_tui.models.words import Deed, Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.store import Store
from tests.store.looking import Dump, dump

Act = Callable[[Store], object]
DAY = date(2026, 11, 20)

ACTS: dict[str, Act] = {
    "add an application": lambda s: s.applications.add("New Ltd", Stage.APPLIED, title="x"),
    "edit an application": lambda s: s.applications.edit(1, company="Ac'me", notes="a\nb ' \" ;"),
    "move an application": lambda s: s.applications.move(1, Stage.OFFER),
    "reorder": lambda s: s.applications.move(1, Stage.INTERVIEW, above=3),
    "reject": lambda s: s.applications.move(1, Stage.CLOSED, outcome=Outcome.REJECTED),
    "redate": lambda s: s.applications.redate(1, DAY),
    "drop a change": lambda s: s.applications.drop_change(2),
    "delete an application": lambda s: s.applications.delete(1),
    "add an interview": lambda s: s.interviews.add(1, ["a", "b"], round=3),
    "edit an interview": lambda s: s.interviews.edit(1, [("only", True)], notes="n"),
    "delete an interview": lambda s: s.interviews.delete(1),
    "check in": lambda s: s.check_ins.add(5, [Deed.RESTED], good="g", note="n"),
    "edit a check-in": lambda s: s.check_ins.edit(1, [Deed.APPLIED], valence=9, note="other"),
    "delete a check-in": lambda s: s.check_ins.delete(1),
    "write": lambda s: s.journal.write("body", "title", ["x", "y"], application_id=2),
    "revise": lambda s: s.journal.revise(1, ["z"], body="new body"),
    "star": lambda s: s.journal.star(1),
    "delete an entry": lambda s: s.journal.delete(1),
}


def fill(store: Store) -> None:
    """Put a little of everything into an empty journal."""
    for company in ("Acme Robotics", "Ferry 渡し船", "Otterly 🦦"):
        number = store.applications.add(company, Stage.APPLIED, title="Engineer")
        store.applications.move(number, Stage.INTERVIEW)
        store.interviews.add(number, ["stories", "a walk"], round=1, day=DAY, time="10:00")
        store.journal.write(f"About *{company}*", "Page", ["no", "rest"], application_id=number)
        store.check_ins.add(4, [Deed.INTERVIEWED], good="soup", note="it's 'quoted'")


@pytest.fixture
def store(services: Services) -> Store:
    fill(services.store)
    return services.store


def look(store: Store) -> Dump:
    return dump(store._database.path)


@pytest.mark.parametrize("name", ACTS)
def test_an_act_is_taken_back_and_done_again_byte_for_byte(store: Store, name: str) -> None:
    before = look(store)
    ACTS[name](store)
    after = look(store)
    assert after != before
    label = store.undo()
    assert label
    assert look(store) == before
    assert store.redo() == label
    assert look(store) == after
    assert store.undo() == label
    assert look(store) == before


def test_a_deleted_application_takes_its_own_with_it_and_brings_it_back(store: Store) -> None:
    before = look(store)
    assert store.applications.delete(1) == "Acme Robotics"
    assert store.interviews.of(1) == []
    assert store.interviews.checklist(1) == []
    assert store.journal.get(1).entry.application_id is None
    assert [len(look(store)[t]) for t in ("stage_change", "interview", "prep_item")] == [4, 2, 4]
    assert store.undo() == "Deleted Acme Robotics"
    assert look(store) == before
    assert store.journal.get(1).entry.application_id == 1


def test_undo_names_the_acts_from_the_last_to_the_first(services: Services) -> None:
    store = services.store
    number = store.applications.add("Acme")
    store.applications.move(number, Stage.APPLIED)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.NO_REPLY)
    assert store.undo() == "Moved Acme to No reply"
    assert store.undo() == "Moved Acme to Applied"
    assert store.undo() == "Added Acme"
    assert store.undo() is None
    assert store.redo() == "Added Acme"


def test_a_new_act_ends_what_could_be_done_again(store: Store) -> None:
    store.check_ins.add(5)
    store.undo()
    store.check_ins.add(6)
    assert store.redo() is None
    assert store.undo() == "Checked in"


def test_an_act_that_changes_nothing_is_not_one(store: Store) -> None:
    label = store.undo()
    store.redo()
    store.check_ins.delete(999)
    store.interviews.delete(999)
    assert store.undo() == label


def test_an_act_that_fails_leaves_nothing_and_is_not_undone(store: Store) -> None:
    before = look(store)
    with pytest.raises(NotFoundError):
        store.journal.revise(999, body="lost")
    with pytest.raises(ZeroDivisionError):
        _fail_halfway(store)
    assert look(store) == before
    assert store.undo() == "Checked in"


def test_undo_brings_back_what_search_finds(store: Store) -> None:
    assert store.search.count("quoted") == 3
    store.check_ins.delete(1)
    assert store.search.count("quoted") == 2
    store.undo()
    assert store.search.count("quoted") == 3
    store.journal.revise(1, body="zebra")
    assert store.search.count("zebra") == 1
    store.undo()
    assert store.search.count("zebra") == 0
    assert store.search.count("robotics") == 1


def test_drafts_and_markers_are_not_undone(store: Store) -> None:
    store.check_ins.add(5)
    store.drafts.keep("entry:new", "half a sentence")
    store.markers.set("asked", "2026-11-22")
    assert store.undo() == "Checked in"
    kept = store.drafts.get("entry:new")
    assert kept is not None
    assert kept.body == "half a sentence"
    assert store.markers.get("asked") == "2026-11-22"
    store.drafts.drop("entry:new")
    assert store.drafts.pending() == []
    assert store.redo() == "Checked in"


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)
@given(names=st.lists(st.sampled_from([*sorted(ACTS), "undo", "redo"]), max_size=18))
def test_any_sequence_of_acts_can_be_walked_back_and_forth(store: Store, names: list[str]) -> None:
    before = look(store)
    for name in names:
        if name in ACTS:
            _try(store, ACTS[name])
        elif name == "redo":
            store.redo()
        elif look(store) != before:
            store.undo()
    _redo_all(store)
    after = look(store)
    for _ in range(_undo_to(store, before)):
        store.redo()
    assert look(store) == after
    _undo_to(store, before)
    assert look(store) == before


def _fail_halfway(store: Store) -> None:
    with store._database.act("Half done") as session:
        session.connection().exec_driver_sql("DELETE FROM check_in")
        raise ZeroDivisionError


def _try(store: Store, act: Act) -> None:
    """Do *act*, or nothing when what it is about is gone."""
    try:
        act(store)
    except NotFoundError:
        return


def _redo_all(store: Store) -> int:
    count = 0
    while store.redo():
        count += 1
    return count


def _undo_to(store: Store, wanted: Dump) -> int:
    """Undo until the file is as *wanted*; return how many acts that took."""
    count = 0
    while look(store) != wanted:
        assert store.undo() is not None
        count += 1
    return count
