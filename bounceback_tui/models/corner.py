"""In your corner: strengths with proof, what one looks for, stories and practice."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field, SQLModel

from bounceback_tui.models.base import Row
from bounceback_tui.models.plain_text import PlainText


class Strength(Row, table=True):
    """Something done well, with one proof of it."""

    skill: str = Field(sa_type=PlainText)
    proof: str = Field(default="", sa_type=PlainText)
    position: int = 0


class Profile(SQLModel, table=True):
    """One thing a person says about themselves, by name, such as ``working_style``."""

    metadata = Row.metadata

    key: str = Field(primary_key=True)
    value: str = Field(default="", sa_type=PlainText)


class Story(Row, table=True):
    """A story to tell: the problem, what was done, and the result."""

    title: str = Field(sa_type=PlainText)
    problem: str = Field(default="", sa_type=PlainText)
    did: str = Field(default="", sa_type=PlainText)
    result: str = Field(default="", sa_type=PlainText)
    position: int = 0


class Practice(Row, table=True):
    """One question practised aloud; readiness is 0-10, before and after."""

    __table_args__ = (
        Index("ix_practice_day", "day"),
        Index("ix_practice_interview_id", "interview_id"),
    )

    day: date
    question: str = Field(sa_type=PlainText)
    answer_notes: str = Field(default="", sa_type=PlainText)
    feedback: str = Field(default="", sa_type=PlainText)
    one_change: str = Field(default="", sa_type=PlainText)
    ready_before: int | None = None
    ready_after: int | None = None
    interview_id: int | None = Field(default=None, foreign_key="interview.id", ondelete="SET NULL")
    contact_id: int | None = Field(default=None, foreign_key="contact.id", ondelete="SET NULL")
