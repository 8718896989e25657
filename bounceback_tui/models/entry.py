"""A journal entry, its tags, and the draft of whatever is being written."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bounceback_tui.models.base import Row, instant
from bounceback_tui.models.plain_text import PlainText


class Entry(Row, table=True):
    """A page of Markdown, written at an instant on a local day."""

    __table_args__ = (
        Index("ix_entry_at", "at"),
        Index("ix_entry_day", "day"),
        Index("ix_entry_application_id", "application_id"),
    )

    at: datetime = Field(default_factory=instant)
    day: date
    title: str = Field(default="", sa_type=PlainText)
    body: str = Field(default="", sa_type=PlainText)
    starred: bool = False
    application_id: int | None = Field(
        default=None, foreign_key="application.id", ondelete="SET NULL"
    )
    edited_at: datetime = Field(default_factory=instant)


class EntryTag(SQLModel, table=True):
    """A tag on an entry, in lower case and without its sign."""

    __tablename__ = "entry_tag"
    metadata = Row.metadata
    __table_args__ = (Index("ix_entry_tag_tag", "tag"),)

    entry_id: int = Field(foreign_key="entry.id", ondelete="CASCADE", primary_key=True)
    tag: str = Field(sa_type=PlainText, primary_key=True)


class Draft(SQLModel, table=True):
    """Text that is being written, kept so that a crash costs at most a second of it.

    ``key`` names the field, e.g. ``entry:12`` or ``entry:new``; ``body`` is what stood in it.
    """

    metadata = Row.metadata

    key: str = Field(primary_key=True)
    body: str = Field(default="", sa_type=PlainText)
    saved_at: datetime


class Marker(SQLModel, table=True):
    """A small fact of the app about itself, such as the last day it asked for a check-in."""

    metadata = Row.metadata

    key: str = Field(primary_key=True)
    value: str
