"""Small steps every store takes with one row."""

from typing import TypeVar

from sqlmodel import Session, SQLModel

from bounceback_tui.models.base import Row
from bounceback_tui.store.errors import NotFoundError

T = TypeVar("T", bound=SQLModel)


def require(session: Session, table: type[T], number: int | str, name: str) -> T:
    """Return the row *number* of *table*, or raise NotFoundError that calls it *name*."""
    found = session.get(table, number)
    if found is None:
        raise NotFoundError(f"That {name} is not in the journal any more.")
    return found


def put(session: Session, row: Row) -> int:
    """Add *row* and return its id."""
    session.add(row)
    session.flush()
    assert row.id is not None  # noqa: S101
    return row.id
