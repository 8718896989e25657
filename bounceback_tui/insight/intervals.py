"""How far a share may be from what was counted (METRICS.md, section 9.4)."""

from math import sqrt
from typing import NamedTuple

Z = 1.96
ENOUGH_TO_COMPARE = 20


class Interval(NamedTuple):
    """The range of a share, or of a difference of two, that the counts leave open."""

    low: float
    high: float


def wilson(successes: int, n: int) -> Interval | None:
    """Return Wilson's 95 % interval of *successes* in *n*; None without any.

    centre = (p + z²/2n) / (1 + z²/n); half = z/(1 + z²/n) · sqrt(p(1-p)/n + z²/4n²), kept in 0-1.
    """
    if n <= 0:
        return None
    share, square = successes / n, Z * Z
    scale = 1 + square / n
    centre = (share + square / (2 * n)) / scale
    half = Z / scale * sqrt(share * (1 - share) / n + square / (4 * n * n))
    return Interval(max(0.0, centre - half), min(1.0, centre + half))


def newcombe(k1: int, n1: int, k2: int, n2: int) -> Interval | None:
    """Return Newcombe's 95 % interval of k1/n1 - k2/n2, from the Wilson limits of each."""
    first, second = wilson(k1, n1), wilson(k2, n2)
    if first is None or second is None:
        return None
    p1, p2 = k1 / n1, k2 / n2
    below = sqrt((p1 - first.low) ** 2 + (second.high - p2) ** 2)
    above = sqrt((first.high - p1) ** 2 + (p2 - second.low) ** 2)
    return Interval(p1 - p2 - below, p1 - p2 + above)


def may_compare(k1: int, n1: int, k2: int, n2: int) -> bool:
    """Tell whether the two shares may be called different: enough of each, and no 0 between."""
    if min(n1, n2) < ENOUGH_TO_COMPARE:
        return False
    found = newcombe(k1, n1, k2, n2)
    return found is not None and not found.low <= 0 <= found.high
