"""How mood went after a no: what is usual, whether it dipped, when it was back (METRICS.md, 9.1).

Valences are 1-9, days are counted from the day of the no. Entries are given in the order they
were written; within one day that order is kept.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from functools import cached_property
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from bounceback_tui.insight.bounce_back import Rejection, Wait
from bounceback_tui.insight.mood import Entry

BASELINE_DAYS = 14
ENOUGH_IN_BASELINE = 5
ENOUGH_IN_LIFE = 7
LAST_DAY_OF_STING = 3
MOST_DAYS_APART = 3
LOWEST_VALENCE = 1
NORMAL_FROM_MAD = 1.4826


class Baseline(NamedTuple):
    """What is usual before a no: the median of *n* entries, and the noise around it, in points."""

    median: float
    noise: float
    n: int

    @property
    def floor(self) -> float:
        """Return the valence below which an entry is a dip, and which ends it again."""
        return self.median - self.noise


class Course(Enum):
    """How mood went after a no, as far as the entries tell."""

    NO_BASELINE = "There is too little before it to say what was usual for you."
    NO_ENTRIES = "Nothing was written in the first days."
    LOW_ALREADY = "It was a low time already, so a dip can't be told from here."
    NO_DIP = "No clear dip this time."
    DIP = "A dip."


class MoodRecovery(NamedTuple):
    """What became of mood after one no; *days* is None unless it dipped.

    *days* last until mood was back, or, when that is not over, until the last that is known.
    """

    course: Course
    baseline: Baseline | None
    days: int | None = None
    is_over: bool = False


class History:
    """All entries in the order of their days, and all days with a no."""

    def __init__(self, entries: Iterable[Entry], noes: Iterable[date]) -> None:
        self._entries = sorted(entries, key=lambda entry: entry.day)
        self._days = [entry.day.toordinal() for entry in self._entries]
        self._noes = sorted({day.toordinal() for day in noes})
        self._stung = {no + n for no in self._noes for n in range(LAST_DAY_OF_STING + 1)}

    def after(self, day: date, first: int, last: int) -> Sequence[Entry]:
        """Return the entries of the days *first* to *last*, counted from *day*."""
        zero = day.toordinal()
        start, end = bisect_left(self._days, zero + first), bisect_right(self._days, zero + last)
        return self._entries[start:end]

    def calm(self, entries: Iterable[Entry]) -> list[Entry]:
        """Return those of *entries* that were not written on days 0 to 3 after a no."""
        return [entry for entry in entries if entry.day.toordinal() not in self._stung]

    @cached_property
    def lifetime(self) -> Baseline | None:
        """What is usual over all calm days; None below seven entries."""
        calm = self.calm(self._entries)
        return usual(calm) if len(calm) >= ENOUGH_IN_LIFE else None

    def known_until(self, day: date) -> int:
        """Return the last day that tells of this no alone: the next no, or the last entry."""
        index = bisect_right(self._noes, day.toordinal())
        ends = [*self._noes[index : index + 1], *self._days[-1:]]
        return max(min(ends, default=0) - day.toordinal(), 0)

    def until_the_next(self, day: date) -> Sequence[Entry]:
        """Return the entries from *day* to the last day before the next no of a later day."""
        index = bisect_right(self._noes, day.toordinal())
        end = self._noes[index] if index < len(self._noes) else date.max.toordinal() + 1
        return self.after(day, 0, end - day.toordinal() - 1)


def usual(entries: Sequence[Entry]) -> Baseline:
    """Return the median of *entries*, one at least, and max(1, 0.5 x 1.4826 x MAD) around it."""
    valences = [entry.valence for entry in entries]
    middle = median(valences)
    spread = median(abs(valence - middle) for valence in valences)
    return Baseline(float(middle), max(1.0, 0.5 * NORMAL_FROM_MAD * spread), len(valences))


def baseline(day: date, history: History) -> Baseline | None:
    """Return what was usual before the no of *day*, or None.

    Fourteen days count, without days 0 to 3 of an earlier no. Below five entries on five days
    all calm days of a lifetime do.
    """
    calm = history.calm(history.after(day, -BASELINE_DAYS, -1))
    if len({entry.day for entry in calm}) >= ENOUGH_IN_BASELINE:
        return usual(calm)
    return history.lifetime


def recovery(day: date, history: History) -> MoodRecovery:
    """Return how mood went after the no of *day*.

    It is a dip when an entry of days 0 to 3 lies below the floor, and it is over on the first
    day of two entries in a row, three days apart at most, whose mean does not: the second day or
    later, after the entry that first dipped, and before the next no.
    """
    found = baseline(day, history)
    if found is None:
        return MoodRecovery(Course.NO_BASELINE, None)
    first_days = history.after(day, 0, LAST_DAY_OF_STING)
    if not first_days:
        return MoodRecovery(Course.NO_ENTRIES, found)
    if any(entry.valence < found.floor for entry in first_days):
        return _dipped(day, found, history)
    if found.floor <= LOWEST_VALENCE:
        return MoodRecovery(Course.LOW_ALREADY, found)
    return MoodRecovery(Course.NO_DIP, found)


def recoveries(
    rejections: Iterable[Rejection], entries: Iterable[Entry]
) -> list[tuple[Rejection, MoodRecovery]]:
    """Return how mood went after each no, oldest first, *rejections* being all there are."""
    in_order = sorted(rejections, key=lambda no: (no.day, no.id))
    history = History(entries, (no.day for no in in_order))
    return [(no, recovery(no.day, history)) for no in in_order]


def undipped_words(found: Iterable[tuple[Rejection, MoodRecovery]]) -> str:
    """Return after how many no's mood did not dip, and after how many nobody can tell."""
    courses = [course.course for _no, course in found]
    n, calm = len(courses), courses.count(Course.NO_DIP)
    unknown = n - calm - courses.count(Course.DIP)
    words = [f"No clear dip after {calm} of {n}."] if calm else []
    words += [f"{unknown} of {n} can't be told from what was written."] if unknown else []
    return " ".join(words)


def mood_waits(found: Iterable[tuple[Rejection, MoodRecovery]]) -> list[Wait]:
    """Return the dips as waits for ``bounce_back.summary``; what did not dip is left out."""
    return [
        Wait(no.id, no.day, course.days, course.is_over)
        for no, course in found
        if course.days is not None
    ]


def _dipped(day: date, usually: Baseline, history: History) -> MoodRecovery:
    own = history.until_the_next(day)
    dip = next((n for n, entry in enumerate(own) if entry.valence < usually.floor), len(own))
    for one, two in pairwise(own[dip + 1 :]):
        is_back = (one.valence + two.valence) / 2 >= usually.floor
        if one.day > day and (two.day - one.day).days <= MOST_DAYS_APART and is_back:
            return MoodRecovery(Course.DIP, usually, (one.day - day).days, is_over=True)
    return MoodRecovery(Course.DIP, usually, history.known_until(day))
