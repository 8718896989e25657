"""One's own record: how far applications came, and the kind lines that were written down."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import case, func, select
from sqlmodel import col

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.entry import Entry
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.people import Message
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.store.database import Database

MET = (Stage.SCREENING.value, Stage.INTERVIEW.value, Stage.OFFER.value)


class Record(NamedTuple):
    """Counts over all applications that were sent; each stage counts for good once reached."""

    applied: int
    interviewed: int
    last_rounds: int
    offers: int
    rejections: int
    rejections_before_anyone: int


class OwnRecord:
    """Reads one's own evidence; nothing here is written."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def counts(self) -> Record:
        """Return how far the applications came."""
        reached = (
            select(
                col(StageChange.application_id).label("id"),
                _ever(Stage.APPLIED.value, *MET).label("applied"),
                _ever(*MET).label("met"),
                _ever(Stage.INTERVIEW.value, Stage.OFFER.value).label("interviewed"),
                _ever(Stage.OFFER.value).label("offered"),
            )
            .group_by(col(StageChange.application_id))
            .subquery()
        )
        is_no = case((col(Application.outcome) == Outcome.REJECTED.value, 1), else_=0)
        final = select(func.count(col(Interview.application_id).distinct())).where(
            col(Interview.kind) == InterviewKind.FINAL.value,
            col(Interview.day) <= self._clock.today(),
        )
        query = select(
            func.coalesce(func.sum(reached.c.applied), 0),
            func.coalesce(func.sum(reached.c.interviewed), 0),
            func.coalesce(func.sum(reached.c.offered), 0),
            func.coalesce(func.sum(is_no), 0),
            func.coalesce(func.sum(is_no * (1 - reached.c.met)), 0),
        ).join(Application, col(Application.id) == reached.c.id)
        with self._database.read() as session:
            applied, interviewed, offers, noes, early = session.execute(query).one()
            finals = session.execute(final).scalar_one()
        return Record(applied, interviewed, finals, offers, noes, early)

    def kind_lines(self, limit: int = 2) -> list[tuple[str, date]]:
        """Return the newest replies that came, with their days."""
        query = (
            select(col(Message.reply), col(Message.replied_on))
            .where(col(Message.reply) != "", col(Message.replied_on).is_not(None))
            .order_by(col(Message.replied_on).desc(), col(Message.id).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return [(reply, day) for reply, day in session.execute(query)]

    def starred(self, limit: int = 3) -> list[Entry]:
        """Return the newest starred entries."""
        query = select(Entry).where(col(Entry.starred)).order_by(col(Entry.at).desc())
        with self._database.read() as session:
            return list(session.scalars(query.limit(limit)))


def _ever(*stages: str) -> Any:
    return func.max(case((col(StageChange.to_stage).in_(stages), 1), else_=0))
