"""Small steps: the next one somebody planned when they pressed on, and whether it was taken."""

import json
from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.recovery import Answer, Recovery, Sitting
from bounceback_tui.models.words import Step
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.rows import put

STEP, SMALLER, WHEN, TAKEN = "step", "smaller", "when_where", "taken_on"
SHOWN_DAYS = 14


class SmallStep(NamedTuple):
    """What somebody will do next, in their words; ``taken_on`` is the day they did it."""

    recovery_id: int
    sitting_id: int
    company: str
    words: str
    when: str
    taken_on: date | None


class SmallSteps:
    """Reads the small steps from the answers to "press on", and notes that one was taken."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, recovery_id: int) -> SmallStep | None:
        """Return the newest small step of a recovery."""
        with self._database.read() as session:
            return next(iter(_found(session, col(Sitting.recovery_id) == recovery_id)), None)

    def open_ones(self, limit: int = 2) -> list[SmallStep]:
        """Return the steps of the last two weeks that were not taken yet, newest first."""
        since = self._clock.today() - timedelta(days=SHOWN_DAYS)
        with self._database.read() as session:
            found = _found(session, col(Sitting.day) >= since)
        return [step for step in found if step.taken_on is None][:limit]

    def take(self, recovery_id: int, prompt: str) -> SmallStep:
        """Note that the small step of a recovery was taken today; *prompt* is what that answers."""
        step = self.of(recovery_id)
        if step is None:
            raise NotFoundError("That small step is not there any more.")
        today = self._clock.today()
        if step.taken_on is None:
            with self._database.act("Took the small step") as session:
                asked = session.exec(
                    select(Answer)
                    .where(
                        Answer.sitting_id == step.sitting_id,
                        col(Answer.field).in_((STEP, SMALLER)),
                    )
                    .limit(1)
                ).one()
                put(session, self._taken(asked, prompt, today))
        return step._replace(taken_on=step.taken_on or today)

    def _taken(self, asked: Answer, prompt: str, today: date) -> Answer:
        return Answer(
            sitting_id=asked.sitting_id,
            guide=asked.guide,
            version=asked.version,
            field=TAKEN,
            prompt=prompt,
            value=today.isoformat(),
            at=self._clock.now(),
        )


def _found(session: Session, wanted: object) -> list[SmallStep]:
    query = (
        select(Sitting, Application.company)
        .join(Recovery, col(Recovery.id) == col(Sitting.recovery_id))
        .join(Application, col(Application.id) == col(Recovery.application_id))
        .where(
            Sitting.step == Step.PRESS_ON.value,
            col(Sitting.finished_at).is_not(None),
            wanted,  # type: ignore[arg-type]
        )
        .order_by(col(Sitting.day).desc(), col(Sitting.id).desc())
        .limit(20)
    )
    sittings = session.exec(query).all()
    said = _said(session, [sitting.id or 0 for sitting, _company in sittings])
    steps = [_step(sitting, company, said) for sitting, company in sittings]
    return [step for step in steps if step.words]


def _said(session: Session, sittings: Iterable[int]) -> dict[tuple[int, str], str]:
    query = select(Answer.sitting_id, Answer.field, Answer.value).where(
        col(Answer.sitting_id).in_(list(sittings)),
        col(Answer.field).in_((STEP, SMALLER, WHEN, TAKEN)),
    )
    return {(sitting, field): value for sitting, field, value in session.exec(query)}


def _step(sitting: Sitting, company: str, said: dict[tuple[int, str], str]) -> SmallStep:
    def answer(field: str) -> str:
        return said.get((sitting.id or 0, field), "").strip()

    when = [part for part in json.loads(answer(WHEN) or "[]") if part]
    taken = answer(TAKEN)
    return SmallStep(
        sitting.recovery_id or 0,
        sitting.id or 0,
        company,
        answer(SMALLER) or answer(STEP),
        " · ".join(when),
        date.fromisoformat(taken) if taken else None,
    )
