"""The last seven days beside the seven before, and when they count as different (METRICS.md, 9.1).

The difference of the two means has to exceed what the spread within the weeks would bring by
itself, and one point at least; neighboring entries are alike, so they count for less than n.
"""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import Enum
from fractions import Fraction
from itertools import pairwise
from math import floor, fsum, sqrt
from statistics import median
from typing import NamedTuple

from bounceback_tui.insight.mood import WEEK, Entry
from bounceback_tui.insight.shares import not_enough

ENOUGH = 4
ENOUGH_FOR_LIKENESS = 30
USUAL_LIKENESS = 0.25
LEAST = 1.0
Z = 1.96


class Change(Enum):
    """What two weeks side by side allow to be said."""

    NOT_ENOUGH = "not enough"
    SAME = "about the same"
    HIGHER = "higher"
    LOWER = "lower"


class Week(NamedTuple):
    """The entries of seven days; median and mean are None without any."""

    n: int
    median: float | None
    mean: float | None


class TwoWeeks(NamedTuple):
    """Two weeks, and by how many points their means had to differ; None below four entries."""

    before: Week
    last: Week
    threshold: float | None
    change: Change

    @property
    def words(self) -> str:
        """Return the sentence for this, with its n; means are rounded to whole points."""
        if self.before.mean is None or self.last.mean is None or self.threshold is None:
            return not_enough(min(self.before.n, self.last.n), ENOUGH)
        ns = f"({self.last.n} and {self.before.n} entries)"
        if self.change is Change.SAME:
            return f"These seven days were about the same as the seven before {ns}."
        means = f"about {_whole(self.last.mean)} on average, {_whole(self.before.mean)} before"
        return f"These seven days were {self.change.value} than the seven before: {means} {ns}."


def two_weeks(entries: Iterable[Entry], today: date) -> TwoWeeks:
    """Compare the seven days that end with *today* with the seven before.

    Entries of later days, as a clock set back leaves them, count for neither.
    """
    weeks: tuple[list[int], list[int]] = ([], [])
    for day, valence in entries:
        age = (today - day) // timedelta(days=1)
        if 0 <= age < 2 * WEEK:
            weeks[age < WEEK].append(valence)
    before, last = weeks
    limit = threshold(before, last) if min(len(before), len(last)) >= ENOUGH else None
    return TwoWeeks(_week(before), _week(last), limit, _change(before, last, limit))


def threshold(first: Sequence[int], second: Sequence[int]) -> float:
    """Return by how many points the means of two weeks have to differ to count as different.

    max(1, 1.96 s sqrt(1/n1 + 1/n2) sqrt((1 + rho) / (1 - rho))) with the SD *s* within the weeks;
    *rho* is 0.25, or from thirty entries on that of neighbors in the order they were written.
    """
    n = len(first) + len(second)
    off = [_off_the_mean(first), _off_the_mean(second)]
    squares = fsum(x * x for week in off for x in week)
    rho = _likeness(off, squares) if n >= ENOUGH_FOR_LIKENESS else USUAL_LIKENESS
    spread = sqrt(squares / (n - 2)) * sqrt(1 / len(first) + 1 / len(second))
    return max(LEAST, Z * spread * sqrt((1 + rho) / (1 - rho)))


def _likeness(weeks: Iterable[Sequence[float]], squares: float) -> float:
    """Return the lag-1 autocorrelation within weeks; 0 when nothing varies. Always below 1."""
    together = fsum(a * b for week in weeks for a, b in pairwise(week))
    return together / squares if squares else 0.0


def _off_the_mean(valences: Sequence[int]) -> list[float]:
    mean = sum(valences) / len(valences)
    return [valence - mean for valence in valences]


def _week(valences: Sequence[int]) -> Week:
    if not valences:
        return Week(0, None, None)
    return Week(len(valences), float(median(valences)), sum(valences) / len(valences))


def _change(before: Sequence[int], last: Sequence[int], limit: float | None) -> Change:
    if limit is None:
        return Change.NOT_ENOUGH
    more = Fraction(sum(last), len(last)) - Fraction(sum(before), len(before))
    if abs(more) < limit:
        return Change.SAME
    return Change.HIGHER if more > 0 else Change.LOWER


def _whole(value: float) -> int:
    """Return the nearest whole number, halves upwards, so that a point apart stays a point."""
    return floor(value + 0.5)
