"""What every table shares."""

from datetime import UTC, datetime
from uuid import uuid4

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Row(SQLModel):
    """A row with a number for this file and a ``uid`` that is the same in every export.

    A table does not validate what it is made from, so what Pydantic would need for that is not
    built while the app starts.
    """

    model_config = {"defer_build": True}
    metadata = MetaData(naming_convention=NAMES)

    id: int | None = Field(default=None, primary_key=True)
    uid: str = Field(default_factory=lambda: uuid4().hex, unique=True)


def instant() -> datetime:
    """Return an instant nobody mistakes for a real one; the store sets the true one."""
    return datetime.fromtimestamp(0, UTC)
