"""Sittings: one time somebody sat down to a step, and what they answered."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.recovery import Answer, Recovery, Sitting
from bounceback_tui.models.words import Step, StepState
from bounceback_tui.store.database import Database
from bounceback_tui.store.rows import put, require


class Given(NamedTuple):
    """An answer with what was asked: the guide, its version, the field and the prompt as shown."""

    guide: str
    version: int
    field: str
    prompt: str
    value: str


class Sittings:
    """What a person does with the steps; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, recovery_id: int | None, step: Step | None = None) -> list[Sitting]:
        """Return the sittings of one recovery, or those of none, oldest first."""
        query = (
            select(Sitting)
            .where(col(Sitting.recovery_id).is_(recovery_id))
            .order_by(col(Sitting.step), col(Sitting.number))
        )
        if recovery_id is not None:
            query = query.where(Sitting.recovery_id == recovery_id)
        if step is not None:
            query = query.where(Sitting.step == step.value)
        with self._database.read() as session:
            return list(session.exec(query.limit(200)))

    def open_one(self, recovery_id: int | None, step: Step) -> Sitting | None:
        """Return the sitting of a step that is not finished."""
        going_on = [s for s in self.of(recovery_id, step) if not s.finished_at and not s.is_skipped]
        return going_on[-1] if going_on else None

    def answers(self, sitting_id: int) -> dict[str, str]:
        """Return what was answered in one sitting, by field."""
        with self._database.read() as session:
            query = select(Answer).where(Answer.sitting_id == sitting_id)
            return {answer.field: answer.value for answer in session.exec(query)}

    def all_answers(self, recovery_id: int) -> list[tuple[Sitting, list[Answer]]]:
        """Return every sitting of a recovery with its answers, in the order they were given."""
        with self._database.read() as session:
            query = select(Answer).join(Sitting).where(Sitting.recovery_id == recovery_id)
            given: dict[int, list[Answer]] = {}
            for answer in session.exec(query.order_by(col(Answer.id)).limit(500)):
                given.setdefault(answer.sitting_id, []).append(answer)
        return [(sitting, given.get(sitting.id or 0, [])) for sitting in self.of(recovery_id)]

    def keep(
        self,
        recovery_id: int | None,
        step: Step,
        given: Iterable[Given],
        place: str,
        *,
        is_last: bool = False,
    ) -> Sitting:
        """Keep what was answered and the prompt the person is at; the last prompt ends the sitting.

        The sitting that is not finished goes on; without one the next is begun.
        """
        label = f"Finished {step.label}" if is_last else f"Wrote in {step.label}"
        going_on = self.open_one(recovery_id, step)
        with self._database.act(label) as session:
            sitting = self._begun(session, recovery_id, step, going_on)
            query = select(Answer).where(Answer.sitting_id == sitting.id)
            kept = {answer.field: answer for answer in session.exec(query)}
            for answer in given:
                self._keep_one(session, sitting.id or 0, kept.get(answer.field), answer)
            sitting.place = place
            if is_last:
                sitting.finished_at = self._clock.now()
        return sitting

    def _begun(
        self, session: Session, recovery_id: int | None, step: Step, going_on: Sitting | None
    ) -> Sitting:
        if going_on is not None:
            return require(session, Sitting, going_on.id or 0, "page")
        if recovery_id is not None:
            require(session, Recovery, recovery_id, "recovery")
        _take_back_skips(session, recovery_id, step)
        begun = self._sitting(session, recovery_id, step)
        put(session, begun)
        return begun

    def _sitting(
        self, session: Session, recovery_id: int | None, step: Step, *, is_skipped: bool = False
    ) -> Sitting:
        numbers = select(func.coalesce(func.max(Sitting.number), 0)).where(
            Sitting.recovery_id == recovery_id, Sitting.step == step.value
        )
        return Sitting(
            recovery_id=recovery_id,
            step=step.value,
            number=1 + session.exec(numbers).one(),
            started_at=self._clock.now(),
            day=self._clock.today(),
            is_skipped=is_skipped,
        )

    def _keep_one(self, session: Session, sitting_id: int, kept: Answer | None, new: Given) -> None:
        if kept is None and new.value:
            row = Answer(sitting_id=sitting_id, at=self._clock.now(), **new._asdict())
            session.add(row)
        elif kept is not None and kept.value != new.value:
            kept.sqlmodel_update(new._asdict() | {"at": self._clock.now()})

    def skip(self, recovery_id: int, step: Step) -> None:
        """Leave a step out; it can still be begun."""
        with self._database.act(f"Left out {step.label}") as session:
            require(session, Recovery, recovery_id, "recovery")
            put(session, self._sitting(session, recovery_id, step, is_skipped=True))


def state_of(sittings: Iterable[Sitting]) -> StepState:
    """Return how far a step has come, from its sittings."""
    state = StepState.NOT_STARTED
    for sitting in sittings:
        if sitting.finished_at:
            return StepState.DONE
        state = StepState.SKIPPED if sitting.is_skipped else StepState.BEGUN
    return state


def _take_back_skips(session: Session, recovery_id: int | None, step: Step) -> None:
    query = select(Sitting).where(
        Sitting.recovery_id == recovery_id, Sitting.step == step.value, col(Sitting.is_skipped)
    )
    for skipped in session.exec(query):
        session.delete(skipped)
