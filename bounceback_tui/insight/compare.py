"""Sources and résumé versions side by side, only when the counts allow it (METRICS.md, 9.4)."""

from collections.abc import Sequence
from typing import NamedTuple

from bounceback_tui.insight.intervals import ENOUGH_TO_COMPARE, may_compare

TOO_EARLY = "Too early to tell."
OTHERS = "Other things differed, too."


class Arm(NamedTuple):
    """One of the things compared: *k* positive replies of *n* mature applications."""

    name: str
    k: int
    n: int


def compared(arms: Sequence[Arm]) -> str:
    """Return a sentence about the two with the most applications, or that it is too early."""
    named = sorted((arm for arm in arms if arm.name), key=lambda arm: (-arm.n, arm.name))
    if len(named) < 2 or named[1].n < ENOUGH_TO_COMPARE:
        return f"{TOO_EARLY} It takes {ENOUGH_TO_COMPARE} of each."
    one, two = named[:2]
    if not may_compare(one.k, one.n, two.k, two.n):
        return TOO_EARLY
    more, less = (one, two) if one.k * two.n > two.k * one.n else (two, one)
    return (
        f"“{more.name}” led on more often than “{less.name}”: "
        f"{more.k} of {more.n} against {less.k} of {less.n}. {OTHERS}"
    )
