"""Everything in the file as plain values; what belongs together refers to each other by ``uid``."""

from typing import Any

from sqlmodel import Session, SQLModel, select

from bounceback_tui.models.application import Application
from bounceback_tui.models.entry import EntryTag
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.people import Contact, Message
from bounceback_tui.models.recovery import Recovery, Sitting
from bounceback_tui.models.tables import UNDOABLE
from bounceback_tui.store.database import Database

_OWNERS: dict[str, type[SQLModel]] = {
    "application_id": Application,
    "interview_id": Interview,
    "recovery_id": Recovery,
    "sitting_id": Sitting,
    "contact_id": Contact,
    "message_id": Message,
}


def archive(database: Database) -> dict[str, list[dict[str, Any]]]:
    """Return every row of every table by table name; tags stand with their entries."""
    with database.read() as session:
        owners = {column: _uids(session, table) for column, table in _OWNERS.items()}
        tags = _tags(session)
        tables = {}
        for table in UNDOABLE:
            if table is not EntryTag:
                rows = session.exec(select(table))
                tables[str(table.__tablename__)] = sorted(
                    (_plain(row, owners, tags) for row in rows),
                    key=lambda row: str(row.get("uid") or row["key"]),
                )
        return tables


def _uids(session: Session, table: Any) -> dict[int, str]:
    return dict(session.exec(select(table.id, table.uid)).all())


def _tags(session: Session) -> dict[int, list[str]]:
    found: dict[int, list[str]] = {}
    for tag in session.exec(select(EntryTag).order_by(EntryTag.tag)):
        found.setdefault(tag.entry_id, []).append(tag.tag)
    return found


def _plain(
    row: SQLModel, owners: dict[str, dict[int, str]], tags: dict[int, list[str]]
) -> dict[str, Any]:
    values = row.model_dump()
    number = values.pop("id", 0)
    for column, uids in owners.items():
        if column in values:
            owner = values.pop(column)
            values[column.removesuffix("_id")] = None if owner is None else uids[owner]
    if row.__tablename__ == "entry":
        values["tags"] = tags.get(number, [])
    return values
