"""Looks into the file from outside, through a connection of its own."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from bounceback_tui.models.tables import UNDOABLE

Dump = dict[str, list[tuple[Any, ...]]]


def rows(path: Path, query: str, *values: Any) -> list[tuple[Any, ...]]:
    """Return what *query* finds in the file."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query, values).fetchall()


def dump(path: Path) -> Dump:
    """Return every row of every table that undo knows, numbers included."""
    names = [str(table.__tablename__) for table in UNDOABLE]
    return {name: sorted(rows(path, f"SELECT rowid, * FROM {name}"), key=repr) for name in names}


def plan_of(path: Path, query: str, *values: Any) -> str:
    """Return how SQLite would go about *query*."""
    return "\n".join(str(row[3]) for row in rows(path, f"EXPLAIN QUERY PLAN {query}", *values))


def statements_of(database: Any, read: Callable[[], object]) -> list[tuple[str, Any]]:
    """Return the statements, with their values, that *read* sends to the reading connection."""
    from sqlalchemy import event

    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_rest: Any) -> None:
        seen.append((statement, values))

    event.listen(database._reader, "before_cursor_execute", note)
    try:
        read()
    finally:
        event.remove(database._reader, "before_cursor_execute", note)
    return seen
