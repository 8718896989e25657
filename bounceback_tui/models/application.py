"""An application: one posting and all that became of it.

Facts of the posting carry schema.org JobPosting's names where it has one: ``title``, ``url``,
``description``, ``date_posted``; ``company`` is its hiringOrganization, ``location`` its
jobLocation, ``work_mode`` its jobLocationType, ``pay_*`` its baseSalary.
"""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row, instant
from bounceback_tui.models.plain_text import PlainText
from bounceback_tui.models.words import Stage


class Application(Row, table=True):
    """One posting, its facts, where it stands and what comes next."""

    __table_args__ = (
        Index("ix_application_stage_rank", "stage", "rank", "id"),
        Index("ix_application_next_action_on", "next_action_on"),
    )

    company: str = Field(sa_type=PlainText)
    title: str = Field(default="", sa_type=PlainText)
    stage: str = Stage.SAVED.value
    outcome: str | None = None
    rank: float = 0.0
    stage_day: date

    url: str = Field(default="", sa_type=PlainText)
    location: str = Field(default="", sa_type=PlainText)
    work_mode: str = ""
    pay: str = Field(default="", sa_type=PlainText)
    pay_min: int | None = None
    pay_max: int | None = None
    pay_currency: str = Field(default="", sa_type=PlainText)
    pay_unit: str = ""
    source: str = Field(default="", sa_type=PlainText)
    date_posted: date | None = None
    description: str = Field(default="", sa_type=PlainText)

    resume_version: str = Field(default="", sa_type=PlainText)
    desire: int | None = None
    next_action: str = Field(default="", sa_type=PlainText)
    next_action_on: date | None = None
    rounds_announced: int | None = None
    notes: str = Field(default="", sa_type=PlainText)
    created_at: datetime = Field(default_factory=instant)
