"""Recoveries: what is done about a rejection, from the doorway to its end."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.insight.pacing import is_resting
from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.recovery import Answer, Recovery, Rest, Sitting
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import Dose, Outcome, RecoveryState, Stage, Step, StepState
from bounceback_tui.store.database import Database
from bounceback_tui.store.rows import put, require
from bounceback_tui.store.sittings import state_of

IN_ORDER: tuple[Step, ...] = tuple(
    step for step in Step if step not in (Step.STAYS_TRUE, Step.CORNER)
)
THOUGHT, BEFORE, AFTER = "harsh_thought", "belief_before", "belief_after"


class Reached(NamedTuple):
    """How far an application came: its furthest stage and the interviews that were held."""

    stage: Stage
    rounds_held: int

    @property
    def met_people(self) -> bool:
        """Whether anybody was met, so that more is to be got over than a form letter."""
        return self.rounds_held > 0 or self.stage in (
            Stage.SCREENING,
            Stage.INTERVIEW,
            Stage.OFFER,
        )


class Recovering(NamedTuple):
    """A recovery with what is shown of it everywhere."""

    id: int
    application_id: int
    company: str
    title: str
    day: date
    row: Recovery
    steps: dict[Step, StepState]
    harsh_thought: str
    before: int | None
    after: int | None

    @property
    def next_step(self) -> Step | None:
        """The first step that is neither done nor left out; a form letter has only first aid."""
        shown = IN_ORDER if self.row.dose == Dose.STEPS else (Step.FIRST_AID,)
        open_ones = (StepState.NOT_STARTED, StepState.BEGUN)
        return next((step for step in shown if self.steps[step] in open_ones), None)


class Recoveries:
    """What a person does about rejections; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # Reading

    def get(self, recovery_id: int) -> Recovering:
        """Return one recovery, or raise NotFoundError."""
        with self._database.read() as session:
            return _whole(session, [require(session, Recovery, recovery_id, "recovery")])[0]

    def of_application(self, application_id: int) -> list[Recovering]:
        """Return the recoveries of one application, newest first."""
        with self._database.read() as session:
            query = select(Recovery).where(Recovery.application_id == application_id)
            return _whole(session, session.exec(query.order_by(col(Recovery.id).desc())))

    def under_way(self, limit: int = 10) -> list[Recovering]:
        """Return those that have begun and not ended, newest first."""
        return self._in_state(RecoveryState.UNDER_WAY, limit)

    def put_off(self, limit: int = 10) -> list[Recovering]:
        """Return those that were put off, newest first."""
        return self._in_state(RecoveryState.WAITING, limit)

    def _in_state(self, state: RecoveryState, limit: int) -> list[Recovering]:
        query = (
            select(Recovery)
            .where(Recovery.state == state.value)
            .order_by(col(Recovery.day).desc(), col(Recovery.id).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return _whole(session, session.exec(query))

    def resting_until(self, now: datetime) -> datetime | None:
        """Return the end of the rest somebody is in at *now*, if they are in one."""
        query = select(Rest.until).order_by(col(Rest.until).desc()).limit(1)
        with self._database.read() as session:
            until = session.exec(query).first()
        return until if is_resting(until, now) else None

    def last_no(self) -> datetime | None:
        """Return when the newest rejection was written down."""
        query = (
            select(StageChange.at)
            .where(StageChange.outcome == Outcome.REJECTED.value)
            .order_by(col(StageChange.day).desc(), col(StageChange.id).desc())
            .limit(1)
        )
        with self._database.read() as session:
            return session.exec(query).first()

    def reached(self, application_id: int) -> Reached:
        """Return how far an application ever came, by its history and its interviews."""
        today = self._clock.today()
        with self._database.read() as session:
            stages = session.exec(
                select(StageChange.to_stage).where(StageChange.application_id == application_id)
            )
            order: list[Stage] = [stage for stage in Stage if stage is not Stage.CLOSED]
            furthest = max(
                (Stage(s) for s in stages if s != Stage.CLOSED), key=order.index, default=order[0]
            )
            held = session.exec(
                select(Interview.id).where(
                    Interview.application_id == application_id, col(Interview.day) <= today
                )
            )
            return Reached(furthest, len(held.all()))

    def asks_about(self, application_id: int) -> bool:
        """Tell whether the doorway is to open: rejected, and nobody asked since it was."""
        with self._database.read() as session:
            found = require(session, Application, application_id, "application")
            if (found.stage, found.outcome) != (Stage.CLOSED, Outcome.REJECTED):
                return False
            asked = session.exec(
                select(Recovery.at)
                .where(Recovery.application_id == application_id)
                .order_by(col(Recovery.id).desc())
            ).first()
            closed = session.exec(
                select(StageChange.at)
                .where(StageChange.application_id == application_id)
                .order_by(col(StageChange.id).desc())
            ).first()
        return asked is None or (closed is not None and asked < closed)

    # Writing

    def begin(
        self,
        application_id: int,
        dose: Dose,
        *,
        want: int | None = None,
        forecast: int | None = None,
        not_before: datetime | None = None,
    ) -> int:
        """Begin to get back up from one rejection, or put it off until *not_before*."""
        state = RecoveryState.UNDER_WAY if not_before is None else RecoveryState.WAITING
        label = "Began to get back up" if not_before is None else "Put off getting back up"
        facts: dict[str, Any] = {
            "dose": dose.value,
            "want": want,
            "forecast": forecast,
            "not_before": not_before,
        }
        return self._add(application_id, state, label, **facts)

    def decline(
        self, application_id: int, *, want: int | None = None, forecast: int | None = None
    ) -> int:
        """Note that nothing is wanted for this one, so that nobody asks again."""
        facts: dict[str, Any] = {"want": want, "forecast": forecast}
        return self._add(application_id, RecoveryState.DECLINED, "Left it at that", **facts)

    def _add(self, application_id: int, state: RecoveryState, label: str, **facts: Any) -> int:
        stage = self.reached(application_id).stage
        with self._database.act(label) as session:
            row = Recovery(
                application_id=application_id,
                at=self._clock.now(),
                day=self._clock.today(),
                stage_reached=stage.value,
                state=state.value,
                **facts,
            )
            return put(session, row)

    def start(self, recovery_id: int) -> None:
        """Begin, or take up again, what was put off, declined or ended."""
        self._set(
            recovery_id,
            "Began to get back up",
            state=RecoveryState.UNDER_WAY.value,
            not_before=None,
            closed_at=None,
        )

    def rest(self, recovery_id: int, until: datetime) -> None:
        """Rest from now until an instant; it takes the place of a rest that lasts."""
        now = self._clock.now()
        with self._database.act("Chose to rest") as session:
            require(session, Recovery, recovery_id, "recovery")
            for lasting in session.exec(select(Rest).where(col(Rest.until) > now)):
                lasting.until = now
            session.add(Rest(recovery_id=recovery_id, day=self._clock.today(), until=until))

    def close(self, recovery_id: int) -> None:
        """End it: it is not needed any more."""
        self._set(
            recovery_id,
            "Put it behind you",
            state=RecoveryState.DONE.value,
            closed_at=self._clock.now(),
        )

    def _set(self, recovery_id: int, label: str, **facts: Any) -> None:
        with self._database.act(label) as session:
            require(session, Recovery, recovery_id, "recovery").sqlmodel_update(facts)

    def shown(self, recovery_ids: Iterable[int], day: date) -> None:
        """Note the day on which what was put off was offered again."""
        with self._database.quietly() as session:
            for number in recovery_ids:
                require(session, Recovery, number, "recovery").shown_on = day


def _whole(session: Session, rows: Iterable[Recovery]) -> list[Recovering]:
    found = list(rows)
    ids = [row.id for row in found]
    sittings = session.exec(
        select(Sitting).where(col(Sitting.recovery_id).in_(ids)).order_by(col(Sitting.number))
    ).all()
    said: dict[tuple[int | None, str], str] = {}
    query = (
        select(Sitting.recovery_id, Answer.field, Answer.value)
        .join(Answer)
        .where(col(Sitting.recovery_id).in_(ids), col(Answer.field).in_((THOUGHT, BEFORE, AFTER)))
        .order_by(col(Sitting.number))
    )
    for owner, field, value in session.exec(query):
        if value:
            said[owner, field] = value
    return [_shown(session, row, sittings, said) for row in found]


def _shown(
    session: Session,
    row: Recovery,
    sittings: Iterable[Sitting],
    said: dict[tuple[int | None, str], str],
) -> Recovering:
    application = require(session, Application, row.application_id, "application")
    own = [sitting for sitting in sittings if sitting.recovery_id == row.id]
    steps = {step: state_of(s for s in own if s.step == step.value) for step in IN_ORDER}
    before, after = (said.get((row.id, field), "") for field in (BEFORE, AFTER))
    return Recovering(
        row.id or 0,
        row.application_id,
        application.company,
        application.title,
        row.day,
        row,
        steps,
        said.get((row.id, THOUGHT), ""),
        int(before) if before.isdecimal() else None,
        int(after) if after.isdecimal() else None,
    )
