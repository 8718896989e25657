"""What was seen at a company that one would not want again, and what one looks for instead."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row
from bounceback_tui.models.plain_text import PlainText
from bounceback_tui.models.words import CriterionKind


class Flag(Row, table=True):
    """A red flag: what it is, what was seen or heard, and its weight of 1 to 3."""

    __table_args__ = (Index("ix_flag_application_id", "application_id"),)

    application_id: int = Field(foreign_key="application.id", ondelete="CASCADE")
    day: date
    item: str = Field(sa_type=PlainText)
    evidence: str = Field(sa_type=PlainText)
    weight: int = 1


class Criterion(Row, table=True):
    """What a job must have, should have or must not have, and a question that checks it early."""

    __table_args__ = (Index("ix_criterion_kind", "kind"),)

    day: date
    kind: str = CriterionKind.MUST.value
    text: str = Field(sa_type=PlainText)
    question: str = Field(default="", sa_type=PlainText)
    application_id: int | None = Field(
        default=None, foreign_key="application.id", ondelete="SET NULL"
    )
