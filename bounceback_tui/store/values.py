"""What the store hands to lists: small values, read without building whole rows."""

from datetime import date, datetime
from typing import NamedTuple

from bounceback_tui.models.words import Outcome, Stage


class Card(NamedTuple):
    """An application as the board shows it."""

    id: int
    company: str
    title: str
    stage: Stage
    outcome: Outcome | None
    stage_day: date
    next_action: str
    next_action_on: date | None


class Due(NamedTuple):
    """Something with a day: a next action or an interview of an application."""

    application_id: int
    company: str
    title: str
    what: str
    day: date
    time: str
    is_interview: bool


class Change(NamedTuple):
    """A stage change with the name of what changed; the first is where it was added."""

    application_id: int
    company: str
    to_stage: Stage
    outcome: Outcome | None
    day: date
    is_first: bool


class Page(NamedTuple):
    """One line of the journal's timeline: an entry, or a check-in when ``valence`` is set."""

    id: int
    at: datetime
    day: date
    title: str
    body: str
    valence: int | None
    starred: bool

    @property
    def is_check_in(self) -> bool:
        """Whether this is a check-in, not an entry."""
        return self.valence is not None

    @property
    def key(self) -> tuple[bool, int]:
        """What tells this line from every other."""
        return self.is_check_in, self.id


class DayMood(NamedTuple):
    """The check-ins of one local day: their mean valence and how many there were."""

    day: date
    mean: float
    check_ins: int
