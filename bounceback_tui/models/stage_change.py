"""A stage change: the history that an application's present stage is only the end of."""

from datetime import date, datetime

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row, instant


class StageChange(Row, table=True):
    """One move of an application, at an instant and on a local day."""

    __tablename__ = "stage_change"
    __table_args__ = (
        Index("ix_stage_change_application_id_day", "application_id", "day", "id"),
        Index("ix_stage_change_day", "day"),
    )

    application_id: int = Field(foreign_key="application.id", ondelete="CASCADE")
    from_stage: str | None = None
    to_stage: str
    outcome: str | None = None
    at: datetime = Field(default_factory=instant)
    day: date
