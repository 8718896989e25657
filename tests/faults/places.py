"""A journal to do harm to, with the store's own ways in and out."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Stage
from bounceback_tui.settings import Paths
from bounceback_tui.store.store import Store

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def open_store(home: Path) -> Store:
    """Open the journal under *home*, or make one there."""
    paths = Paths.under(home)
    return Store.open(paths.journal, paths.state, paths.backups, FixedClock(NOW))


@contextmanager
def opened(home: Path) -> Iterator[Store]:
    """Give the store under *home* and close it."""
    store = open_store(home)
    try:
        yield store
    finally:
        store.close()


def ask_nothing(home: Path) -> None:
    """Keep the check-in from opening by itself, whatever day the test is run on."""
    settings = Paths.under(home).settings
    settings.parent.mkdir()
    settings.write_text("ask_on_new_day = false\n", encoding="utf-8")


def fill(store: Store, count: int = 40) -> None:
    """Write *count* of everything, with enough text that the file has many pages.

    The days are good ones, so that no card about low ones lies over what a test looks at.
    """
    for number in range(count):
        applied = store.applications.add(f"Company {number}", notes=f"Note {number}. " * 40)
        store.applications.move(applied, Stage.APPLIED)
        store.interviews.add(applied, ["Read it again", "Ask about the team"], round=1)
        store.journal.write(f"Page {number}. " * 60, title=f"Title {number}", tags=["no", "rest"])
        store.check_ins.add(number % 5 + 5, good=f"Good thing {number}", note="Walked.")


def read_everything(store: Store) -> None:
    """Read what the screens read."""
    store.archive()
    store.journal.pages(0, 200)
    store.journal.tags()
    store.search.pages("page", 0, 50)
    store.applications.counts()
    for stage in Stage:
        store.applications.cards(stage, 0, 200)
    store.applications.due(NOW.date())
    store.applications.changes(NOW.date())
    store.check_ins.by_day(NOW.date().replace(year=2020))
    store.check_ins.latest()


def rows(home: Path, query: str, values: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Return what *query* finds in the closed journal under *home*."""
    with closing(sqlite3.connect(Paths.under(home).journal)) as connection:
        return connection.execute(query, values).fetchall()


def integrity(path: Path) -> str:
    """Return what SQLite itself says about the file, its search index included."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("INSERT INTO search(search) VALUES ('integrity-check')")
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            return "a row without its owner"
        return str(connection.execute("PRAGMA integrity_check").fetchone()[0])
