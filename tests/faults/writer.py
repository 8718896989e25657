"""A process that writes through the real store and says what was acknowledged, until killed."""

from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.store.store import Store
from tests.faults.places import open_store

TAGS = ("first", "second", "third")


def write_until_killed(home: Path, seed: int, acknowledged: Connection) -> None:
    """Do one act after the other; send (kind, what) when the store has said that it is done."""
    store = open_store(home)
    number = seed * 1_000_000
    while True:
        number += 1
        for done in _round(store, number):
            acknowledged.send(done)


def _round(store: Store, number: int) -> Iterator[tuple[str, int]]:
    entry = store.journal.write(f"Entry {number}. " * 20, title=f"T{number}", tags=TAGS)
    yield "entry", entry
    applied = store.applications.add(f"Company {number}")
    yield "application", applied
    store.applications.move(applied, Stage.CLOSED, outcome=Outcome.REJECTED)
    yield "closed", applied
    store.drafts.keep("entry:new", f"{number}")
    yield "draft", number
