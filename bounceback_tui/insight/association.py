"""Whether days with something were rated otherwise than days without it (METRICS.md, section 9.6).

It never says which came first, and it is said of one thing at most.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from math import atanh, fsum, sqrt, tanh
from statistics import median
from typing import NamedTuple

from bounceback_tui.insight.mood import said

ENOUGH_DAYS = 21
ENOUGH_IN_A_GROUP = 5
LEAST_POINTS = 1
Z = 1.96
SPEARMAN_SPREAD = 1.06

Day = tuple[bool, float]


class Association(NamedTuple):
    """The *n* days on which *what* was so beside the others: medians, Spearman r, 95% interval."""

    what: str
    n: int
    median: float
    others: int
    median_of_others: float
    r: float
    low: float
    high: float

    @property
    def words(self) -> str:
        """Return the sentence for this."""
        way = "higher" if self.median > self.median_of_others else "lower"
        medians = f"{said(self.median)} vs {said(self.median_of_others)}"
        what = f"On the {self.n} days {self.what}, your rating was usually {way} ({medians})."
        return f"{what} That doesn't show which came first."


def association(what: str, days: Sequence[Day]) -> Association | None:
    """Return what may be said of *days*, each whether *what* was so and the day's rating.

    *what* reads on from "On the 9 days", as in "you saw a friend". None below 21 days or five in
    a group, for medians less than a point apart, and when the interval holds 0.
    """
    groups = [[rating for was_so, rating in days if was_so is kind] for kind in (True, False)]
    if len(days) < ENOUGH_DAYS or min(map(len, groups)) < ENOUGH_IN_A_GROUP:
        return None
    r = spearman([float(was_so) for was_so, _ in days], [rating for _, rating in days])
    return None if r is None else _clear(what, groups, r)


def strongest(things: Mapping[str, Sequence[Day]]) -> Association | None:
    """Return the one association that may be shown: the strongest, or the first of equals."""
    found = [association(what, things[what]) for what in sorted(things)]
    shown = [one for one in found if one is not None]
    return max(shown, key=lambda one: abs(one.r), default=None)


def spearman(xs: Sequence[float], ys: Sequence[float]) -> float | None:
    """Return Spearman's rank correlation, ties ranked by their mean; None if either is constant."""
    one, two = _off_the_middle(_ranks(xs)), _off_the_middle(_ranks(ys))
    squares = fsum(x * x for x in one) * fsum(y * y for y in two)
    if not squares:
        return None
    together = fsum(x * y for x, y in zip(one, two, strict=True))
    return max(-1.0, min(1.0, together / sqrt(squares)))


def interval(r: float, n: int) -> tuple[float, float]:
    """Return the rough 95% interval of Spearman's *r* from *n* pairs, four at least.

    tanh(atanh(r) +- 1.96 x 1.06 / sqrt(n - 3)); a perfect r has no width.
    """
    if abs(r) >= 1:
        return r, r
    half = Z * SPEARMAN_SPREAD / sqrt(n - 3)
    return tanh(atanh(r) - half), tanh(atanh(r) + half)


def _clear(what: str, groups: Sequence[Sequence[float]], r: float) -> Association | None:
    with_it, without = groups
    low, high = interval(r, len(with_it) + len(without))
    one, other = float(median(with_it)), float(median(without))
    points_the_same_way = (one - other) * r > 0
    if abs(one - other) < LEAST_POINTS or low <= 0 <= high or not points_the_same_way:
        return None
    return Association(what, len(with_it), one, len(without), other, r, low, high)


def _ranks(values: Iterable[float]) -> list[float]:
    """Return the rank of each value, 1 being the lowest; equal ones share their mean rank."""
    known = list(values)
    ranks = [0.0] * len(known)
    in_order = sorted(range(len(known)), key=known.__getitem__)
    passed = 0
    for _, equal in groupby(in_order, key=known.__getitem__):
        places = list(equal)
        for place in places:
            ranks[place] = passed + (len(places) + 1) / 2
        passed += len(places)
    return ranks


def _off_the_middle(ranks: Sequence[float]) -> list[float]:
    return [rank - (len(ranks) + 1) / 2 for rank in ranks]
