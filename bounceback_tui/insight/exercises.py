"""What was rated before and after one exercise, counted over its sessions (METRICS.md, 9.1).

A single pair says nothing: it would have to differ by more than ``reliable_change``, and people
do exercises when they feel low, so scores drift back by themselves. Hence counts alone.
"""

from collections.abc import Iterable
from math import sqrt
from typing import NamedTuple

from bounceback_tui.insight.shares import not_enough

ENOUGH = 5
Z = 1.96
TIMES = {0: "never", 1: "once", 2: "twice"}


class Sessions(NamedTuple):
    """How many sessions of one exercise ended with a higher, the same or a lower rating."""

    higher: int
    same: int
    lower: int

    @property
    def n(self) -> int:
        """Return how many sessions have both ratings."""
        return sum(self)

    def told(
        self,
        lead: str = "After this one you rated yourself",
        up: str = "higher",
        down: str = "lower",
    ) -> str:
        """Return the counts as a sentence, from five sessions on; *up* and *down* name the ways."""
        if self.n < ENOUGH:
            return not_enough(self.n, ENOUGH)
        higher, same, lower = (TIMES.get(count, f"{count} times") for count in self)
        return f"{lead} {up} {higher}, the same {same}, {down} {lower}."


def pooled(pairs: Iterable[tuple[int, int]]) -> Sessions:
    """Count the sessions of one exercise, each a rating before and one after."""
    known = list(pairs)
    higher = sum(after > before for before, after in known)
    lower = sum(after < before for before, after in known)
    return Sessions(higher, len(known) - higher - lower, lower)


def reliable_change(sd: float, reliability: float) -> float:
    """Return by how many points a single pair must differ to be more than measurement error.

    1.96 x SD x sqrt(1 - r) x sqrt(2), after Jacobson and Truax; *reliability* is 0 to 1.
    """
    return Z * sd * sqrt(1 - reliability) * sqrt(2)
