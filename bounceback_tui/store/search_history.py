"""The search over time: what became of each application that was sent, made by SQL in one go."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Date, Select, Subquery, case, func, select
from sqlmodel import col

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.store.database import Database
from bounceback_tui.store.values import Card

MET = (Stage.SCREENING.value, Stage.INTERVIEW.value, Stage.OFFER.value)
TALKED = (Stage.INTERVIEW.value, Stage.OFFER.value)
SENT = (Stage.APPLIED.value, *MET)
MOST_CARDS = 1000


class SentRow(NamedTuple):
    """An application that was sent on ``applied_on``, and the first day of what came of it.

    ``led_on`` is a screening, an interview or an offer; ``declined_on`` a no. An interview is one
    that was written down, or the move of the card.
    """

    id: int
    source: str
    resume_version: str
    is_closed: bool
    applied_on: date
    led_on: date | None
    declined_on: date | None
    offer_on: date | None
    interview_on: date | None
    last_interview_on: date | None
    last_round_on: date | None


class Stay(NamedTuple):
    """A stay of an application in a stage: its days, and whether it is over."""

    id: int
    days: int
    is_over: bool


class SearchHistory:
    """Reads only."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def first_day(self) -> date | None:
        """Return the day the first application was sent."""
        query = select(func.min(col(StageChange.day))).where(col(StageChange.to_stage).in_(SENT))
        with self._database.read() as session:
            return session.scalar(query)

    def sent(self, since: date) -> list[SentRow]:
        """Return every application first sent on *since* or later, oldest first."""
        turned, met = _turns(since), _interviews(self._clock.today())
        query = (
            select(
                col(Application.id),
                col(Application.source),
                col(Application.resume_version),
                col(Application.stage) == Stage.CLOSED.value,
                turned.c.sent,
                turned.c.led,
                turned.c.declined,
                turned.c.offered,
                func.min(
                    func.coalesce(met.c.first, turned.c.talked),
                    func.coalesce(turned.c.talked, met.c.first),
                    type_=Date(),
                ),
                met.c.last,
                met.c.final,
            )
            .join(turned, turned.c.id == col(Application.id))
            .outerjoin(met, met.c.id == col(Application.id))
            .where(turned.c.sent >= since)
            .order_by(turned.c.sent, col(Application.id))
        )
        with self._database.read() as session:
            return [SentRow(*row) for row in session.execute(query)]

    def stays(self, since: date) -> dict[Stage, list[Stay]]:
        """Return each stay in a stage that began on *since* or later.

        One that goes on has lasted until today.
        """
        query = (
            select(col(StageChange.application_id), col(StageChange.to_stage), col(StageChange.day))
            .where(col(StageChange.application_id).in_(_changed_since(since)))
            .order_by(col(StageChange.application_id), col(StageChange.day), col(StageChange.id))
        )
        found: dict[Stage, list[Stay]] = {stage: [] for stage in Stage}
        with self._database.read() as session:
            for number, turns in groupby(session.execute(query), key=lambda row: row[0]):
                for stage, begun, days, is_over in _stays(turns, self._clock.today()):
                    if begun >= since:
                        found[Stage(stage)].append(Stay(number, days, is_over))
        return found

    def cards(self, ids: Iterable[int]) -> list[Card]:
        """Return the applications called *ids*, newest first."""
        wanted = list(ids)[:MOST_CARDS]
        query = (
            select(
                col(Application.id),
                col(Application.company),
                col(Application.title),
                col(Application.stage),
                col(Application.outcome),
                col(Application.stage_day),
                col(Application.next_action),
                col(Application.next_action_on),
            )
            .where(col(Application.id).in_(wanted))
            .order_by(col(Application.stage_day).desc(), col(Application.id).desc())
        )
        with self._database.read() as session:
            return [
                Card(number, company, title, Stage(stage), Outcome(how) if how else None, *rest)
                for number, company, title, stage, how, *rest in session.execute(query)
            ]


def _changed_since(since: date) -> Select[Any]:
    return select(col(StageChange.application_id)).where(col(StageChange.day) >= since)


def _first(condition: ColumnElement[bool]) -> ColumnElement[Any]:
    return func.min(case((condition, col(StageChange.day))))


def _turns(since: date) -> Subquery:
    return (
        select(
            col(StageChange.application_id).label("id"),
            _first(col(StageChange.to_stage).in_(SENT)).label("sent"),
            _first(col(StageChange.to_stage).in_(MET)).label("led"),
            _first(col(StageChange.to_stage).in_(TALKED)).label("talked"),
            _first(col(StageChange.outcome) == Outcome.REJECTED.value).label("declined"),
            _first(col(StageChange.to_stage) == Stage.OFFER.value).label("offered"),
        )
        .where(col(StageChange.application_id).in_(_changed_since(since)))
        .group_by(col(StageChange.application_id))
        .subquery()
    )


def _interviews(until: date) -> Subquery:
    is_final = col(Interview.kind) == InterviewKind.FINAL.value
    return (
        select(
            col(Interview.application_id).label("id"),
            func.min(col(Interview.day)).label("first"),
            func.max(col(Interview.day)).label("last"),
            func.min(case((is_final, col(Interview.day)))).label("final"),
        )
        .where(col(Interview.day) <= until)
        .group_by(col(Interview.application_id))
        .subquery()
    )


def _stays(turns: Iterable[Any], today: date) -> Iterator[tuple[str, date, int, bool]]:
    """Yield each stage with the day it began, its days, and whether it is over."""
    before: tuple[str, date] | None = None
    for _number, stage, day in turns:
        if before is not None:
            yield *before, (day - before[1]).days, True
        before = stage, day
    if before is not None:
        yield *before, max((today - before[1]).days, 0), False
