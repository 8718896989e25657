"""Many rows at once, as the demo and the benches need them; undo knows nothing of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from bounceback_tui.models.tables import UNDOABLE
from bounceback_tui.store.database import Database

Values = dict[str, Any]


def insert_rows(database: Database, rows: Mapping[type[SQLModel], Iterable[Values]]) -> None:
    """Insert *rows*, by table and numbered by whoever made them, in one transaction.

    Owners come first; a value that is left out is the default of its column.
    """
    with database.quietly() as session:
        connection = session.connection()
        for table in UNDOABLE:
            for alike in _by_columns(rows.get(table, ())):
                connection.execute(insert(table), alike)


def _by_columns(rows: Iterable[Values]) -> Iterable[list[Values]]:
    """Return *rows* in groups that name the same columns, as one statement needs them."""
    groups: dict[tuple[str, ...], list[Values]] = {}
    for row in rows:
        groups.setdefault(tuple(row), []).append(row)
    return groups.values()
