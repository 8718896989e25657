"""A check-in: how somebody is, in one digit, and whatever they wish to add."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row, instant
from bounceback_tui.models.plain_text import PlainText


class CheckIn(Row, table=True):
    """Valence 1–9 at an instant; energy 1–9, stuck and progress 0–4 if given."""

    __tablename__ = "check_in"
    __table_args__ = (
        Index("ix_check_in_day_valence", "day", "valence"),
        Index("ix_check_in_at", "at"),
    )

    at: datetime = Field(default_factory=instant)
    day: date
    valence: int
    energy: int | None = None
    stuck: int | None = None
    progress: int | None = None
    did: str = ""
    good: str = Field(default="", sa_type=PlainText)
    note: str = Field(default="", sa_type=PlainText)
    plan: str = Field(default="", sa_type=PlainText)
