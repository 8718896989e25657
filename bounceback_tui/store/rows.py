"""Small steps every store takes with one row."""

from collections.abc import Hashable, Iterable
from typing import TypeVar

from sqlmodel import Session, SQLModel

from bounceback_tui.models.base import Row
from bounceback_tui.models.plain_text import plain
from bounceback_tui.store.errors import NotFoundError

T = TypeVar("T", bound=SQLModel)


def require(session: Session, table: type[T], number: int | str, name: str) -> T:
    """Return the row *number* of *table*, or raise NotFoundError that calls it *name*."""
    found = session.get(table, number)
    if found is None:
        raise NotFoundError(f"That {name} is not in the journal any more.")
    return found


def replace(session: Session, kept: Iterable[T], wanted: Iterable[T]) -> None:
    """Put the rows *wanted* in place of those *kept*; one that says the same stays the one it was.

    So a list that was not changed is no act, and what stays has the same ``uid`` in every export.
    """
    left: dict[Hashable, T] = {_says(row): row for row in kept}
    new = [row for row in wanted if left.pop(_says(row), None) is None]
    for row in left.values():
        session.delete(row)
    session.flush()
    session.add_all(new)


def _says(row: SQLModel) -> Hashable:
    facts = row.model_dump(exclude={"id", "uid", "day"})
    return frozenset((k, plain(v) if isinstance(v, str) else v) for k, v in facts.items())


def put(session: Session, row: Row) -> int:
    """Add *row* and return its id."""
    session.add(row)
    session.flush()
    assert row.id is not None  # noqa: S101
    return row.id
