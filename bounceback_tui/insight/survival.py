"""How long something takes when some of it is still going on (METRICS.md, section 9.2)."""

from collections.abc import Iterable
from fractions import Fraction
from typing import NamedTuple


class Waiting(NamedTuple):
    """A wait of so many days; one that is not over has lasted at least that long."""

    days: float
    is_over: bool


def kaplan_meier(waits: Iterable[Waiting]) -> list[tuple[float, Fraction]]:
    """Return the share still waiting after each length of time, shortest first."""
    known = sorted(waits)
    share, curve = Fraction(1), []
    for days in sorted({wait.days for wait in known}):
        at_risk = sum(wait.days >= days for wait in known)
        share *= 1 - Fraction(sum(w.days == days and w.is_over for w in known), at_risk)
        curve.append((days, share))
    return curve


def median_wait(waits: Iterable[Waiting]) -> float | None:
    """Return the shortest time by which half the waits were over, or None if not reached."""
    half = Fraction(1, 2)
    return next((days for days, share in kaplan_meier(waits) if share <= half), None)
