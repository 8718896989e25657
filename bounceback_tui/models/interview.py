"""Interviews: the rounds of an application, and what to prepare for each."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row
from bounceback_tui.models.plain_text import PlainText
from bounceback_tui.models.words import InterviewKind


class Interview(Row, table=True):
    """One round; ``day`` and ``time`` are the wall clock of the invitation.

    ``times_moved`` counts how often a day that was set became another one.
    """

    __table_args__ = (
        Index("ix_interview_application_id_day", "application_id", "day"),
        Index("ix_interview_day", "day"),
    )

    application_id: int = Field(foreign_key="application.id", ondelete="CASCADE")
    round: int = 1
    kind: str = InterviewKind.OTHER.value
    day: date | None = None
    time: str = Field(default="", sa_type=PlainText)
    with_whom: str = Field(default="", sa_type=PlainText)
    notes: str = Field(default="", sa_type=PlainText)
    company_notes: str = Field(default="", sa_type=PlainText)
    expectation: str = Field(default="", sa_type=PlainText)
    comparison: str = Field(default="", sa_type=PlainText)
    times_moved: int = 0


class PrepItem(Row, table=True):
    """One line of an interview's preparation checklist."""

    __tablename__ = "prep_item"
    __table_args__ = (Index("ix_prep_item_interview_id_position", "interview_id", "position"),)

    interview_id: int = Field(foreign_key="interview.id", ondelete="CASCADE")
    position: int = 0
    text: str = Field(sa_type=PlainText)
    done: bool = False
