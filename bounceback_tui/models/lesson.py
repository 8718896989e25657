"""Lessons: what to try next time, and whether it helped."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row
from bounceback_tui.models.plain_text import PlainText


class Lesson(Row, table=True):
    """One thing learned; ``kinds`` are the interview kinds it is for, all of them when empty.

    ``tags`` and ``kinds`` are words with a space between; ``helped`` is empty until it was tried.
    """

    __table_args__ = (
        Index("ix_lesson_day", "day"),
        Index("ix_lesson_application_id", "application_id"),
    )

    day: date
    text: str = Field(sa_type=PlainText)
    came_from: str = Field(default="", sa_type=PlainText)
    tags: str = Field(default="", sa_type=PlainText)
    kinds: str = ""
    sort: str = ""
    is_tried: bool = False
    helped: str = ""
    application_id: int | None = Field(
        default=None, foreign_key="application.id", ondelete="SET NULL"
    )
    message_id: int | None = Field(default=None, foreign_key="message.id", ondelete="SET NULL")
