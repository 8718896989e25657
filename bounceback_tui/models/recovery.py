"""Getting back up after one rejection: the recovery, its sittings, and every answer given."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row, instant
from bounceback_tui.models.plain_text import PlainText
from bounceback_tui.models.words import Dose, RecoveryState


class Recovery(Row, table=True):
    """What is done about one rejection; ``want`` is 0-10, ``forecast`` a valence of 1-9.

    ``not_before`` is the instant it was put off to, ``shown_on`` the day it was offered again.
    """

    __table_args__ = (
        Index("ix_recovery_application_id", "application_id"),
        Index("ix_recovery_state_day", "state", "day"),
    )

    application_id: int = Field(foreign_key="application.id", ondelete="CASCADE")
    at: datetime = Field(default_factory=instant)
    day: date
    stage_reached: str
    dose: str = Dose.FIRST_AID.value
    want: int | None = None
    forecast: int | None = None
    state: str = RecoveryState.UNDER_WAY.value
    not_before: datetime | None = None
    shown_on: date | None = None
    closed_at: datetime | None = None


class Rest(Row, table=True):
    """A chosen rest: the local day it began on, and the instant it ends at."""

    __table_args__ = (
        Index("ix_rest_recovery_id", "recovery_id"),
        Index("ix_rest_until", "until"),
    )

    recovery_id: int = Field(foreign_key="recovery.id", ondelete="CASCADE")
    day: date
    until: datetime


class Sitting(Row, table=True):
    """One time somebody sat down to a step; ``place`` is the prompt they were at.

    It belongs to a recovery, or to none for what is done on a calm day.
    """

    __table_args__ = (Index("ix_sitting_recovery_id_step", "recovery_id", "step", "number"),)

    recovery_id: int | None = Field(default=None, foreign_key="recovery.id", ondelete="CASCADE")
    step: str
    number: int = 1
    started_at: datetime = Field(default_factory=instant)
    day: date
    finished_at: datetime | None = None
    is_skipped: bool = False
    place: str = ""


class Answer(Row, table=True):
    """What was answered to one prompt, with the prompt as it was shown; lists are JSON."""

    __table_args__ = (Index("ix_answer_sitting_id_field", "sitting_id", "field", unique=True),)

    sitting_id: int = Field(foreign_key="sitting.id", ondelete="CASCADE")
    guide: str
    version: int
    field: str
    prompt: str = Field(sa_type=PlainText)
    value: str = Field(default="", sa_type=PlainText)
    at: datetime = Field(default_factory=instant)
