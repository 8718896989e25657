"""Lists of applications: the columns of the board, what is due, what changed."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select
from sqlmodel import col

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.store.database import Database
from bounceback_tui.store.ordering import ORDER, comes_before
from bounceback_tui.store.values import Card, Change, Due
from bounceback_tui.store.words import holds


class ApplicationLists:
    """Reads many applications at once, as small values and never more than asked for."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def counts(self, needle: str = "") -> dict[Stage, int]:
        """Return how many applications each stage holds, of those that match *needle*."""
        query = (
            select(col(Application.stage), func.count())
            .where(*_matching(needle))
            .group_by(col(Application.stage))
        )
        with self._database.read() as session:
            found = dict[str, int](session.execute(query).all())
        return {stage: found.get(stage.value, 0) for stage in Stage}

    def cards(self, stage: Stage, offset: int, limit: int, needle: str = "") -> list[Card]:
        """Return *limit* cards of *stage* from *offset* on, in the person's order."""
        query = _cards(needle).where(col(Application.stage) == stage.value).order_by(*ORDER)
        with self._database.read() as session:
            return [_card(row) for row in session.execute(query.offset(offset).limit(limit))]

    def named(self, needle: str, limit: int = 20) -> list[Card]:
        """Return applications that match *needle*, newest first."""
        query = _cards(needle).order_by(col(Application.id).desc()).limit(limit)
        with self._database.read() as session:
            return [_card(row) for row in session.execute(query)]

    def waiting_since(self, day: date, limit: int = 200) -> list[Card]:
        """Return applications that wait for word since *day* or longer, the longest first."""
        query = (
            _cards("")
            .where(
                col(Application.stage).in_((Stage.APPLIED.value, Stage.SCREENING.value)),
                col(Application.stage_day) <= day,
            )
            .order_by(col(Application.stage_day), col(Application.id))
            .limit(limit)
        )
        with self._database.read() as session:
            return [_card(row) for row in session.execute(query)]

    def position(self, application_id: int, needle: str = "") -> tuple[Stage, int] | None:
        """Return the stage and place of a card among those that match, or None if it is not."""
        with self._database.read() as session:
            wanted = col(Application.id) == application_id
            found = session.scalars(select(Application).where(wanted, *_matching(needle))).first()
            if found is None:
                return None
            same_stage = col(Application.stage) == found.stage
            before = select(func.count()).where(same_stage, comes_before(found), *_matching(needle))
            return Stage(found.stage), session.execute(before).scalar_one()

    def due(self, until: date, limit: int = 50) -> list[Due]:
        """Return next actions and interviews up to *until*, overdue ones first."""
        with self._database.read() as session:
            actions = session.execute(_actions(until).limit(limit))
            found = [Due(a, b, c, d, e, "", is_interview=False) for a, b, c, d, e in actions]
            rounds = session.execute(_interviews(self._clock.today(), until).limit(limit))
            for number, company, title, round_, kind, day, time in rounds:
                what = f"round {round_}, {InterviewKind(kind).label.lower()}"
                found.append(Due(number, company, title, what, day, time, is_interview=True))
        return sorted(found, key=lambda due: (due.day, due.time.zfill(5)))[:limit]

    def changes(self, since: date, limit: int = 20) -> list[Change]:
        """Return the stage changes from *since* on, newest first."""
        query = (
            select(
                col(Application.id),
                col(Application.company),
                col(StageChange.to_stage),
                col(StageChange.outcome),
                col(StageChange.day),
                col(StageChange.from_stage).is_(None),
            )
            .join(StageChange, col(StageChange.application_id) == col(Application.id))
            .where(col(StageChange.day) >= since)
            .order_by(col(StageChange.day).desc(), col(StageChange.id).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return [
                Change(number, company, Stage(stage), _outcome(outcome), day, is_first)
                for number, company, stage, outcome, day, is_first in session.execute(query)
            ]


_NAMED = (col(Application.id), col(Application.company), col(Application.title))


def _actions(until: date) -> Select[*tuple[Any, ...]]:
    return (
        select(*_NAMED, col(Application.next_action), col(Application.next_action_on))
        .where(
            col(Application.next_action_on) <= until,
            col(Application.stage) != Stage.CLOSED.value,
        )
        .order_by(col(Application.next_action_on))
    )


def _interviews(since: date, until: date) -> Select[*tuple[Any, ...]]:
    facts = (Interview.round, Interview.kind, Interview.day, Interview.time)
    return (
        select(*_NAMED, *(col(fact) for fact in facts))
        .join(Interview, col(Interview.application_id) == col(Application.id))
        .where(
            col(Interview.day).between(since, until),
            col(Application.stage) != Stage.CLOSED.value,
        )
        .order_by(col(Interview.day))
    )


def _cards(needle: str) -> Select[*tuple[Any, ...]]:
    return select(
        *_NAMED,
        col(Application.stage),
        col(Application.outcome),
        col(Application.stage_day),
        col(Application.next_action),
        col(Application.next_action_on),
    ).where(*_matching(needle))


def _card(row: Any) -> Card:
    number, company, title, stage, outcome, *rest = row
    return Card(number, company, title, Stage(stage), _outcome(outcome), *rest)


def _outcome(value: str | None) -> Outcome | None:
    return Outcome(value) if value else None


def _matching(needle: str) -> list[ColumnElement[bool]]:
    return holds(
        needle,
        Application.company,
        Application.title,
        Application.location,
        Application.next_action,
        Application.source,
        Application.outcome,
    )
