"""How long something takes when some of it is still under way (METRICS.md, section 9.2).

E. L. Kaplan and P. Meier 1958: S(t) is the product of 1 - d / n over the days up to t on which d
of n that were still waiting came to their end.
"""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

HALF = 0.5
ROUNDING = 1e-9


class Waiting(NamedTuple):
    """One wait in days; one that is not over is censored: it lasted at least as long."""

    days: float
    is_over: bool


def kaplan_meier(waits: Iterable[Waiting]) -> list[tuple[float, float]]:
    """Return (day, share still waiting after it) for each day of an end or a censoring, in order.

    A wait censored on the day of an end was still waiting then. Days below zero, as a clock set
    back may leave, count as zero.
    """
    rows = [(max(0.0, wait.days), wait.is_over) for wait in waits]
    leaving = Counter(days for days, _ in rows)
    ending = Counter(days for days, is_over in rows if is_over)
    waiting, share, curve = len(rows), 1.0, []
    for day in sorted(leaving):
        share *= (waiting - ending[day]) / waiting
        curve.append((day, share))
        waiting -= leaving[day]
    return curve


def median_wait(waits: Iterable[Waiting]) -> float | None:
    """Return the first day after which half or fewer still wait; None when it is not reached."""
    return next((day for day, share in kaplan_meier(waits) if share <= HALF + ROUNDING), None)
