"""How far applications came that had the time for it (METRICS.md, section 9.4)."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from statistics import median
from typing import NamedTuple

from bounceback_tui.insight.intervals import Interval, wilson

MATURE_DAYS, MATURE_FOR_OFFER = 30, 60
QUIET_AFTER_APPLYING, QUIET_AFTER_INTERVIEW = 30, 14
ENOUGH_FOR_A_HINT, NARROW = 20, 0.10
HINT = (
    "The narrow spot seems to be before interviews; CV and targeting are worth a look. "
    "Markets and luck are in it, too."
)


class Sent(NamedTuple):
    """One application that was sent, and the first day of each thing that came of it.

    ``heard_on`` is any reply of a person, a no included; ``positive_on`` one that led on.
    """

    id: int
    applied_on: date
    heard_on: date | None = None
    positive_on: date | None = None
    interview_on: date | None = None
    last_round_on: date | None = None
    offer_on: date | None = None
    last_interview_on: date | None = None
    is_closed: bool = False


class Reached(NamedTuple):
    """A stage: the applications that ever reached it, of those old enough to tell."""

    name: str
    reached: Sequence[int]
    mature: Sequence[int]

    @property
    def k(self) -> int:
        """How many reached it."""
        return len(self.reached)

    @property
    def n(self) -> int:
        """How many are old enough."""
        return len(self.mature)

    @property
    def interval(self) -> Interval | None:
        """The range the share may lie in."""
        return wilson(self.k, self.n)


_STAGES: tuple[tuple[str, int, Callable[[Sent], date | None]], ...] = (
    ("heard back", MATURE_DAYS, lambda sent: sent.heard_on),
    ("a positive reply", MATURE_DAYS, lambda sent: sent.positive_on),
    ("an interview", MATURE_DAYS, lambda sent: sent.interview_on),
    ("the last round", MATURE_FOR_OFFER, lambda sent: sent.last_round_on),
    ("an offer", MATURE_FOR_OFFER, lambda sent: sent.offer_on),
)


def ever_reached(sent: Iterable[Sent], today: date) -> list[Reached]:
    """Return each stage with the applications that ever reached it.

    Only those sent 30 days ago or earlier count, 60 for the last round and an offer, whatever
    became of them: recent ones had no time yet and would bias every share down.
    """
    known = list(sent)
    found = []
    for name, days, reached_on in _STAGES:
        mature = [one for one in known if (today - one.applied_on).days >= days]
        came = [one.id for one in mature if reached_on(one) is not None]
        found.append(Reached(name, came, [one.id for one in mature]))
    return found


def is_quiet(sent: Sent, today: date) -> bool:
    """Tell whether nothing was heard for 30 days after applying, or 14 after an interview."""
    if sent.is_closed or sent.offer_on is not None:
        return False
    if sent.last_interview_on is not None:
        return (today - sent.last_interview_on).days >= QUIET_AFTER_INTERVIEW
    return sent.heard_on is None and (today - sent.applied_on).days >= QUIET_AFTER_APPLYING


def narrow_spot(stages: Iterable[Reached]) -> str:
    """Return the hint about where few get through, with twenty mature ones and a limit of 10 %."""
    for stage in stages:
        early = stage.name in ("a positive reply", "an interview")
        limit = stage.interval
        if early and stage.n >= ENOUGH_FOR_A_HINT and limit and limit.high < NARROW:
            return HINT
    return ""


def by_week(
    sent: Iterable[Sent], first: date, last: date, part_of: Callable[[Sent], int], parts: int
) -> tuple[list[date], list[list[int]], list[list[int]]]:
    """Return the Mondays from *first* to *last*, the counts of each part by week, and the ids."""
    monday = first - timedelta(days=first.weekday())
    weeks = [monday + timedelta(days=7 * n) for n in range((last - monday).days // 7 + 1)]
    counts = [[0] * parts for _week in weeks]
    ids: list[list[int]] = [[] for _week in weeks]
    for one in sent:
        week = (one.applied_on - monday).days // 7
        if 0 <= week < len(weeks):
            counts[week][part_of(one)] += 1
            ids[week].append(one.id)
    return weeks, counts, ids


def middle_days(days: Iterable[int]) -> float | None:
    """Return the median of whole days; None without any."""
    known = list(days)
    return float(median(known)) if known else None
