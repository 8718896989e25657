"""Applications: the cards of the board, where they stand, and how they came there."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import Session, col, select

from bounceback_tui.models.application import Application
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.store.application_lists import ApplicationLists
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.ordering import rank_beside, top_rank


class Applications(ApplicationLists):
    """What a person does with applications; each method is one transaction."""

    # Reading

    def get(self, application_id: int) -> Application:
        """Return one application, or raise NotFoundError."""
        with self._database.read() as session:
            return _get(session, application_id)

    def history(self, application_id: int) -> list[StageChange]:
        """Return the stage changes of one application, oldest first."""
        with self._database.read() as session:
            return _history(session, application_id)

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
                rank=top_rank(session, stage),
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
    ) -> Application:
        """Put a card into *stage*, at its top or next to the card *above* or *below* which it goes.

        A change of stage or outcome is written to the history, for *day* or today. Returns the
        application as it stood before.
        """
        before = self.get(application_id)
        with self._database.act(_move_label(before, stage, outcome)) as session:
            found = _get(session, application_id)
            outcome_value = outcome.value if outcome and stage is Stage.CLOSED else None
            if (found.stage, found.outcome) != (stage.value, outcome_value):
                self._change_stage(session, found, stage, outcome_value, day)
            found.rank = rank_beside(session, found, stage, above, below)
        return before

    def close_all(self, application_ids: Sequence[int], outcome: Outcome) -> None:
        """Close many applications at once, each at the top of its column, as one act."""
        label = f"Closed {len(application_ids)} applications: {outcome.label.lower()}"
        with self._database.act(label) as session:
            for number in application_ids:
                found = _get(session, number)
                self._change_stage(session, found, Stage.CLOSED, outcome.value, None)
                found.rank = top_rank(session, Stage.CLOSED)
                session.flush()

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
    """Let the present stage be that of the move made last, whatever day it was given."""
    found = _get(session, application_id)
    last = max(_history(session, application_id), key=lambda change: change.id or 0)
    if found.stage != last.to_stage:
        found.rank = top_rank(session, Stage(last.to_stage))
    found.stage, found.outcome, found.stage_day = last.to_stage, last.outcome, last.day


def _move_label(found: Application, stage: Stage, outcome: Outcome | None) -> str:
    if found.stage == stage.value and (outcome is None or found.outcome == outcome.value):
        return f"Reordered {found.company}"
    return f"Moved {found.company} to {(outcome or stage).label}"
