"""Applications: the cards of the board, where they stand, and how they came there."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, func, update
from sqlmodel import Session, col, or_, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.values import Card, Change, Due

_CARD = (
    Application.id,
    Application.company,
    Application.title,
    Application.stage,
    Application.outcome,
    Application.stage_day,
    Application.next_action,
    Application.next_action_on,
)
_ORDER = (col(Application.rank), col(Application.id))


class Applications:
    """What a person does with applications; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # Reading

    def get(self, application_id: int) -> Application:
        """Return one application, or raise NotFoundError."""
        with self._database.read() as session:
            return _get(session, application_id)

    def counts(self, needle: str = "") -> dict[Stage, int]:
        """Return how many applications each stage holds, of those that match *needle*."""
        query = select(Application.stage, func.count()).where(*_matching(needle))
        with self._database.read() as session:
            found = dict(session.exec(query.group_by(col(Application.stage))).all())
        return {stage: found.get(stage.value, 0) for stage in Stage}

    def cards(self, stage: Stage, offset: int, limit: int, needle: str = "") -> list[Card]:
        """Return *limit* cards of *stage* from *offset* on, in the person's order."""
        query = (
            select(*_CARD)  # type: ignore[call-overload]
            .where(Application.stage == stage.value, *_matching(needle))
            .order_by(*_ORDER)
            .offset(offset)
            .limit(limit)
        )
        with self._database.read() as session:
            return [_card(row) for row in session.exec(query)]

    def position(self, application_id: int, needle: str = "") -> tuple[Stage, int] | None:
        """Return the stage and place of a card among those that match, or None if it is not."""
        with self._database.read() as session:
            found = session.exec(
                select(Application).where(Application.id == application_id, *_matching(needle))
            ).first()
            if found is None:
                return None
            before = select(func.count()).where(
                Application.stage == found.stage, _comes_before(found), *_matching(needle)
            )
            return Stage(found.stage), session.exec(before).one()

    def history(self, application_id: int) -> list[StageChange]:
        """Return the stage changes of one application, oldest first."""
        with self._database.read() as session:
            return _history(session, application_id)

    def due(self, until: date, limit: int = 50) -> list[Due]:
        """Return next actions and interviews up to *until*, overdue ones first."""
        actions = (
            select(
                Application.id,
                Application.company,
                Application.title,
                Application.next_action,
                Application.next_action_on,
            )
            .where(
                col(Application.next_action_on) <= until, Application.stage != Stage.CLOSED.value
            )
            .order_by(col(Application.next_action_on))
            .limit(limit)
        )
        interviews = (
            select(  # type: ignore[call-overload]
                Application.id,
                Application.company,
                Application.title,
                Interview.round,
                Interview.kind,
                Interview.day,
                Interview.time,
            )
            .join(Interview)
            .where(
                col(Interview.day).between(self._clock.today(), until),
                Application.stage != Stage.CLOSED.value,
            )
            .order_by(col(Interview.day))
            .limit(limit)
        )
        with self._database.read() as session:
            found = [
                Due(number, company, title, what, day, "", is_interview=False)
                for number, company, title, what, day in session.exec(actions)
                if day is not None and number is not None
            ]
            found += [
                Due(
                    row[0],
                    row[1],
                    row[2],
                    f"round {row[3]}, {InterviewKind(row[4]).label.lower()}",
                    row[5],
                    row[6],
                    is_interview=True,
                )
                for row in session.exec(interviews)
            ]
        return sorted(found, key=lambda due: (due.day, due.time))[:limit]

    def changes(self, since: date, limit: int = 20) -> list[Change]:
        """Return the stage changes from *since* on, newest first."""
        query = (
            select(
                Application.id,
                Application.company,
                StageChange.to_stage,
                StageChange.outcome,
                StageChange.day,
            )
            .join(Application)
            .where(col(StageChange.day) >= since)
            .order_by(col(StageChange.day).desc(), col(StageChange.id).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return [
                Change(number or 0, company, Stage(stage), _outcome(outcome), day)
                for number, company, stage, outcome, day in session.exec(query)
            ]

    def named(self, needle: str, limit: int = 20) -> list[Card]:
        """Return applications whose company or title holds *needle*, newest first."""
        query = (
            select(*_CARD)  # type: ignore[call-overload]
            .where(*_matching(needle))
            .order_by(col(Application.id).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return [_card(row) for row in session.exec(query)]

    # Writing

    def add(
        self, company: str, stage: Stage = Stage.SAVED, day: date | None = None, **facts: Any
    ) -> int:
        """Add an application at the top of *stage*, since *day*, and return its id."""
        today = day or self._clock.today()
        with self._database.act(f"Added {company}") as session:
            added = Application(
                company=company,
                stage=stage.value,
                stage_day=today,
                rank=_top_rank(session, stage),
                created_at=self._clock.now(),
                **facts,
            )
            session.add(added)
            session.flush()
            assert added.id is not None  # noqa: S101
            session.add(
                StageChange(
                    application_id=added.id,
                    to_stage=stage.value,
                    outcome=added.outcome,
                    at=self._clock.now(),
                    day=today,
                )
            )
            return added.id

    def edit(self, application_id: int, **facts: Any) -> None:
        """Change *facts* of an application."""
        with self._database.act("Edited an application") as session:
            _get(session, application_id).sqlmodel_update(facts)

    def delete(self, application_id: int) -> str:
        """Delete an application with its history and interviews; return its company."""
        with self._database.read() as session:
            company = _get(session, application_id).company
        with self._database.act(f"Deleted {company}") as session:
            session.delete(_get(session, application_id))
        return company

    def move(
        self,
        application_id: int,
        stage: Stage,
        *,
        outcome: Outcome | None = None,
        day: date | None = None,
        above: int | None = None,
        below: int | None = None,
    ) -> None:
        """Put a card into *stage*, at its top or next to the card *above* or *below* which it goes.

        A change of stage or outcome is written to the history, for *day* or today.
        """
        with self._database.read() as session:
            label = _move_label(_get(session, application_id), stage, outcome)
        with self._database.act(label) as session:
            found = _get(session, application_id)
            outcome_value = outcome.value if outcome and stage is Stage.CLOSED else None
            if (found.stage, found.outcome) != (stage.value, outcome_value):
                self._change_stage(session, found, stage, outcome_value, day)
            found.rank = _rank_beside(session, found, stage, above, below)

    def redate(self, change_id: int, day: date) -> None:
        """Set the day of a stage change by hand; the age of the present stage follows."""
        with self._database.act("Set the date of a stage") as session:
            change = session.get(StageChange, change_id)
            if change is None:
                raise NotFoundError("That stage change is not in the journal any more.")
            change.day = day
            session.flush()
            _follow_history(session, change.application_id)

    def drop_change(self, change_id: int) -> None:
        """Delete a stage change that never was; the present stage follows what is left."""
        with self._database.act("Removed a line of the history") as session:
            change = session.get(StageChange, change_id)
            if change is None:
                raise NotFoundError("That stage change is not in the journal any more.")
            if len(_history(session, change.application_id)) > 1:
                session.delete(change)
                session.flush()
                _follow_history(session, change.application_id)

    def _change_stage(
        self,
        session: Session,
        found: Application,
        stage: Stage,
        outcome: str | None,
        day: date | None,
    ) -> None:
        when = day or self._clock.today()
        session.add(
            StageChange(
                application_id=found.id or 0,
                from_stage=found.stage,
                to_stage=stage.value,
                outcome=outcome,
                at=self._clock.now(),
                day=when,
            )
        )
        found.stage, found.outcome, found.stage_day = stage.value, outcome, when


def _get(session: Session, application_id: int) -> Application:
    found = session.get(Application, application_id)
    if found is None:
        raise NotFoundError("That application is not in the journal any more.")
    return found


def _history(session: Session, application_id: int) -> list[StageChange]:
    query = (
        select(StageChange)
        .where(StageChange.application_id == application_id)
        .order_by(col(StageChange.day), col(StageChange.id))
    )
    return list(session.exec(query))


def _follow_history(session: Session, application_id: int) -> None:
    found, last = _get(session, application_id), _history(session, application_id)[-1]
    if found.stage != last.to_stage:
        found.rank = _top_rank(session, Stage(last.to_stage))
    found.stage, found.outcome, found.stage_day = last.to_stage, last.outcome, last.day


def _card(row: Any) -> Card:
    number, company, title, stage, outcome, *rest = row
    return Card(number, company, title, Stage(stage), _outcome(outcome), *rest)


def _outcome(value: str | None) -> Outcome | None:
    return Outcome(value) if value else None


def _move_label(found: Application, stage: Stage, outcome: Outcome | None) -> str:
    if found.stage == stage.value and (outcome is None or found.outcome == outcome.value):
        return f"Reordered {found.company}"
    return f"Moved {found.company} to {(outcome or stage).label}"


def _matching(needle: str) -> list[ColumnElement[bool]]:
    """Conditions for cards that hold every word of *needle* in a name, title, place or action."""
    fields = (
        Application.company,
        Application.title,
        Application.location,
        Application.next_action,
        Application.source,
        Application.outcome,
    )
    return [
        or_(*(col(field).contains(word, autoescape=True) for field in fields))
        for word in needle.split()
    ]


def _comes_before(found: Application) -> ColumnElement[bool]:
    return or_(
        col(Application.rank) < found.rank,
        (col(Application.rank) == found.rank) & (col(Application.id) < found.id),
    )


def _top_rank(session: Session, stage: Stage) -> float:
    query = select(func.min(Application.rank)).where(Application.stage == stage.value)
    lowest: float | None = session.exec(query).one()
    return 0.0 if lowest is None else lowest - 1.0


def _rank_beside(
    session: Session, moved: Application, stage: Stage, above: int | None, below: int | None
) -> float:
    """Return a rank that puts *moved* next to a neighbour, making room when there is none."""
    neighbour_id = above if above is not None else below
    if neighbour_id is None:
        return _top_rank(session, stage)
    session.flush()
    for _try in range(2):
        neighbour = _get(session, neighbour_id)
        low, high = _gap(session, moved, neighbour, is_above=above is not None)
        middle = (low + high) / 2
        if low < middle < high:
            return middle
        _spread(session, stage)
        session.refresh(neighbour)
    return middle


def _gap(
    session: Session, moved: Application, neighbour: Application, *, is_above: bool
) -> tuple[float, float]:
    others = (Application.stage == neighbour.stage, Application.id != moved.id)
    if is_above:
        edge = session.exec(
            select(func.max(Application.rank)).where(*others, _comes_before(neighbour))
        ).one()
        return (neighbour.rank - 2 if edge is None else edge), neighbour.rank
    edge = session.exec(
        select(func.min(Application.rank)).where(
            *others, ~_comes_before(neighbour), Application.id != neighbour.id
        )
    ).one()
    return neighbour.rank, (neighbour.rank + 2 if edge is None else edge)


def _spread(session: Session, stage: Stage) -> None:
    """Renumber a column 1, 2, 3 … in its present order."""
    place = func.row_number().over(order_by=_ORDER)
    numbered = select(col(Application.id).label("id"), place.label("place")).where(
        Application.stage == stage.value
    )
    table = numbered.subquery()
    session.exec(
        update(Application)
        .where(col(Application.id) == table.c.id)
        .values(rank=table.c.place)
        .execution_options(synchronize_session=False)
    )
