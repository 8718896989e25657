"""Mood beside the events of the search: what the mood screen reads, a range of days at a time."""

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import aliased
from sqlmodel import Session, col

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.corner import Practice
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.people import Message
from bounceback_tui.models.recovery import Answer, Recovery, Rest, Sitting
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import Deed, Outcome, Stage, Step
from bounceback_tui.store.database import Database

STEPS = (Deed.APPLIED, Deed.CONTACTED, Deed.PREPARED, Deed.INTERVIEWED)


class EventKind(Enum):
    """What happened in the search on a day."""

    NO = "a no"
    INTERVIEW = "interview"
    OFFER = "offer"


class Event(NamedTuple):
    """Something that happened on a day, and where."""

    day: date
    kind: EventKind
    application_id: int
    company: str


class Rejected(NamedTuple):
    """One no: the application, its day, and its recovery if there is one.

    ``is_answered_that_day`` says that another application was sent later on the very day.
    """

    application_id: int
    company: str
    day: date
    recovery_id: int | None
    is_answered_that_day: bool


class Guess(NamedTuple):
    """The valence somebody expected a week after a no."""

    recovery_id: int
    day: date
    valence: int


class MoodHistory:
    """Reads only; every list is for the days *first* to *last*, both included."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def first_day(self) -> date | None:
        """Return the day of the first check-in."""
        with self._database.read() as session:
            return session.scalar(select(func.min(col(CheckIn.day))))

    def entries(self, first: date, last: date) -> list[tuple[date, int]]:
        """Return day and valence of each check-in, in the order they were made."""
        query = (
            select(col(CheckIn.day), col(CheckIn.valence))
            .where(col(CheckIn.day).between(first, last))
            .order_by(col(CheckIn.day), col(CheckIn.at))
        )
        with self._database.read() as session:
            return [(day, valence) for day, valence in session.execute(query)]

    def energy(self, first: date, last: date) -> list[tuple[date, int]]:
        """Return day and energy of each check-in that says it."""
        query = (
            select(col(CheckIn.day), col(CheckIn.energy))
            .where(col(CheckIn.day).between(first, last), col(CheckIn.energy).is_not(None))
            .order_by(col(CheckIn.day), col(CheckIn.at))
        )
        with self._database.read() as session:
            return [(day, energy) for day, energy in session.execute(query) if energy is not None]

    def means(self, first: date, last: date) -> dict[date, float]:
        """Return the mean valence of each day with a check-in."""
        query = (
            select(col(CheckIn.day), func.avg(col(CheckIn.valence)))
            .where(col(CheckIn.day).between(first, last))
            .group_by(col(CheckIn.day))
        )
        with self._database.read() as session:
            return dict[date, float](session.execute(query).all())

    def events(self, first: date, last: date) -> list[Event]:
        """Return the no's, the interviews up to today and the offers, oldest first."""
        with self._database.read() as session:
            found = [*_turns(session, first, last), *self._interviews(session, first, last)]
        return sorted(found, key=lambda event: event.day)

    def _interviews(self, session: Session, first: date, last: date) -> Iterable[Event]:
        query = (
            select(col(Interview.day), col(Application.id), col(Application.company))
            .join(Application, col(Application.id) == col(Interview.application_id))
            .where(col(Interview.day).between(first, min(last, self._clock.today())))
        )
        for day, number, company in session.execute(query):
            if day is not None:
                yield Event(day, EventKind.INTERVIEW, number or 0, company)

    def rejections(self, first: date, last: date) -> list[Rejected]:
        """Return the no's, oldest first, each with the newest recovery of its application."""
        query = (
            select(
                col(StageChange.application_id),
                col(Application.company),
                col(StageChange.day),
                func.max(col(Recovery.id)),
                _applied_later_that_day(),
            )
            .join(Application, col(Application.id) == col(StageChange.application_id))
            .outerjoin(Recovery, col(Recovery.application_id) == col(Application.id))
            .where(
                col(StageChange.outcome) == Outcome.REJECTED.value,
                col(StageChange.day).between(first, last),
            )
            .group_by(col(StageChange.id))
            .order_by(col(StageChange.day), col(StageChange.id))
        )
        with self._database.read() as session:
            return [Rejected(*row) for row in session.execute(query)]

    def steps(self, first: date, last: date) -> list[date]:
        """Return the days of a self-chosen search step: applied, contacted, prepared, met."""
        said = or_(*(col(CheckIn.did).contains(deed.value) for deed in STEPS))
        upto = min(last, self._clock.today())
        applied = col(StageChange.to_stage) == Stage.APPLIED.value
        queries = (
            select(col(StageChange.day)).where(col(StageChange.day).between(first, upto), applied),
            select(col(Interview.day)).where(col(Interview.day).between(first, upto)),
            select(col(CheckIn.day)).where(col(CheckIn.day).between(first, upto), said),
            select(col(Message.sent_on)).where(col(Message.sent_on).between(first, upto)),
            select(col(Practice.day)).where(col(Practice.day).between(first, upto)),
        )
        with self._database.read() as session:
            days = {day for query in queries for day in session.scalars(query.distinct()) if day}
        return sorted(days)

    def rests(self) -> list[tuple[date, date]]:
        """Return the chosen rests: the day each began, and the day whose morning ended it."""
        query = select(col(Rest.day), col(Rest.until)).order_by(col(Rest.day), col(Rest.id))
        with self._database.read() as session:
            return [(day, self._clock.local(until).date()) for day, until in session.execute(query)]

    def guesses(self) -> list[Guess]:
        """Return what was expected for a week after each no, oldest first."""
        query = (
            select(col(Recovery.id), col(Recovery.day), col(Recovery.forecast))
            .where(col(Recovery.forecast).is_not(None))
            .order_by(col(Recovery.day), col(Recovery.id))
        )
        with self._database.read() as session:
            return [
                Guess(number or 0, day, guess or 0) for number, day, guess in session.execute(query)
            ]

    def deeds(self, first: date, last: date) -> list[tuple[float, frozenset[Deed]]]:
        """Return the mean valence of each day on which a check-in said what was done, and what."""
        did = (func.max(col(CheckIn.did).contains(deed.value)) for deed in Deed)
        query = (
            select(func.avg(col(CheckIn.valence)), *did)
            .where(col(CheckIn.day).between(first, last))
            .group_by(col(CheckIn.day))
            .having(func.max(col(CheckIn.did)) != "")
            .order_by(col(CheckIn.day))
        )
        with self._database.read() as session:
            rows = session.execute(query).all()
        return [
            (mean, frozenset(deed for deed, was_done in zip(Deed, flags, strict=True) if was_done))
            for mean, *flags in rows
        ]

    def before_and_after(self, step: Step, field: str) -> list[tuple[int, int]]:
        """Return what was said before and after in each sitting of *step* that has both.

        The fields of a guide for that are called ``{field}_before`` and ``{field}_after``.
        """
        before, after = f"{field}_before", f"{field}_after"
        query = (
            select(col(Answer.sitting_id), col(Answer.field), col(Answer.value))
            .join(Sitting, col(Sitting.id) == col(Answer.sitting_id))
            .where(col(Sitting.step) == step.value, col(Answer.field).in_((before, after)))
            .order_by(col(Answer.sitting_id))
        )
        said: dict[int, dict[str, int]] = {}
        with self._database.read() as session:
            for sitting, field, value in session.execute(query):
                if value.isdecimal():
                    said.setdefault(sitting, {})[field] = int(value)
        return [(pair[before], pair[after]) for pair in said.values() if len(pair) == 2]


def _turns(session: Session, first: date, last: date) -> Iterable[Event]:
    is_no = col(StageChange.outcome) == Outcome.REJECTED.value
    is_offer = col(StageChange.to_stage) == Stage.OFFER.value
    query = (
        select(
            col(StageChange.day),
            col(StageChange.outcome),
            col(Application.id),
            col(Application.company),
        )
        .join(Application, col(Application.id) == col(StageChange.application_id))
        .where(col(StageChange.day).between(first, last), or_(is_no, is_offer))
    )
    for day, outcome, number, company in session.execute(query):
        yield Event(day, EventKind.NO if outcome else EventKind.OFFER, number or 0, company)


def _applied_later_that_day() -> ColumnElement[bool]:
    later = aliased(StageChange)
    return (
        select(col(later.id))
        .where(
            col(later.day) == col(StageChange.day),
            col(later.at) > col(StageChange.at),
            col(later.to_stage) == Stage.APPLIED.value,
            col(later.application_id) != col(StageChange.application_id),
        )
        .exists()
    )
