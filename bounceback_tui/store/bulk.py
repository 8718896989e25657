"""Many rows at once, as the demo and the benches need them; undo knows nothing of it."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert
from sqlmodel import SQLModel

from bounceback_tui.models.tables import UNDOABLE
from bounceback_tui.store.database import Database


def insert_rows(database: Database, rows: Iterable[SQLModel]) -> None:
    """Insert *rows*, numbered by whoever made them, in one transaction, owners first."""
    by_table: dict[type[SQLModel], list[dict[str, Any]]] = {table: [] for table in UNDOABLE}
    for row in rows:
        by_table[type(row)].append(row.model_dump())
    with database.quietly() as session:
        connection = session.connection()
        for table, values in by_table.items():
            if values:
                connection.execute(insert(table), values)
