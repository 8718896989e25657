"""When what is asked, and when nothing is: the pace of getting back up (GUIDES.md, section 1).

Instants are aware datetimes in UTC, days are the person's own calendar days.
"""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from enum import Enum
from statistics import median

LONG_WRITING_AFTER = timedelta(hours=12)
MOST_SITTINGS = 4
FOLLOW_UP_AFTER_DAYS = 2
SOFT_TIMER_MINUTES = 15
GUIDES = ("not_personal", "not_personal_2", "not_personal_3")


class SessionRule(Enum):
    """Whether another sitting about the sting is for now, for another day, or enough."""

    OPEN = "open"
    TOMORROW = "tomorrow"
    ENOUGH = "enough"


def proposed_dose(*, met_people: bool) -> str:
    """Return ``steps`` when people were met, else ``first_aid``; a form letter needs no more."""
    return "steps" if met_people else "first_aid"


def is_resting(rest_until: datetime | None, now: datetime) -> bool:
    """Tell whether a chosen rest lasts at *now*; it ends at its very instant."""
    return rest_until is not None and now < rest_until


def long_writing_opens_at(rejected_at: datetime) -> datetime:
    """Return when the long writing is offered: twelve hours after the no."""
    return rejected_at + LONG_WRITING_AFTER


def may_write(rejected_at: datetime, now: datetime, *, asked_for_it: bool) -> bool:
    """Tell whether the long writing opens at *now*; asking for it opens it at any time.

    A clock that was set back to before the no does not lock anybody out for longer than that.
    """
    return asked_for_it or now < rejected_at or now >= long_writing_opens_at(rejected_at)


def is_calm(last_no: datetime | None, now: datetime) -> bool:
    """Tell whether a day has passed since the last no; a no in the future counts as none."""
    return last_no is None or now < last_no or now >= last_no + timedelta(days=1)


def sting_sessions_left(session_days: Sequence[date], today: date, finished: int) -> SessionRule:
    """Return the rule for one more sitting about one rejection: one a day, four in all.

    A day after *today*, as a traveller or a clock set back may have, counts as today.
    """
    if finished >= MOST_SITTINGS:
        return SessionRule.ENOUGH
    return SessionRule.TOMORROW if any(d >= today for d in session_days) else SessionRule.OPEN


def session_guide(finished: int) -> str:
    """Return the guide of the next sitting, by how many were finished before."""
    return GUIDES[min(finished, len(GUIDES) - 1)]


def follow_up_opens_on(rejected_on: date) -> date:
    """Return the first day on which asking for feedback is proposed."""
    return rejected_on + timedelta(days=FOLLOW_UP_AFTER_DAYS)


def baseline(valences: Sequence[int]) -> float | None:
    """Return the person's own usual valence, the median; None without any."""
    return median(valences) if valences else None


def suits_follow_up(latest: int | None, usual: float | None) -> bool:
    """Tell whether somebody is near enough to their usual self to take an answer; unknown is."""
    return latest is None or usual is None or latest >= usual - 1


def offered_today(
    not_before: datetime | None, shown_on: date | None, now: datetime, today: date
) -> bool:
    """Tell whether what was put off is shown: from its time on, and on one local day only."""
    if not_before is None or now < not_before:
        return False
    return shown_on is None or shown_on == today
