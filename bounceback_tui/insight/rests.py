"""Planned rest, counted in days (METRICS.md, section 9.2)."""

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from itertools import accumulate

Rest = tuple[date, date]


class RestDays:
    """The days of all rests, each counted once however many rests it lies in.

    A rest is the day it starts on and the day it is over on, which is no longer a rest day; one
    that is over before it starts has no days.
    """

    def __init__(self, rests: Iterable[Rest]) -> None:
        spans = _merged(sorted((a.toordinal(), b.toordinal()) for a, b in rests if a < b))
        self._starts = [start for start, _ in spans]
        self._lengths = [end - start for start, end in spans]
        self._before = [0, *accumulate(self._lengths)]

    def between(self, first: date, end: date) -> int:
        """Return how many rest days lie from *first* up to the day before *end*."""
        return max(self._until(end.toordinal()) - self._until(first.toordinal()), 0)

    def _until(self, day: int) -> int:
        """Return how many rest days lie before the ordinal *day*."""
        index = bisect_right(self._starts, day) - 1
        if index < 0:
            return 0
        return self._before[index] + min(day - self._starts[index], self._lengths[index])


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return *spans*, sorted by their start, with those that touch made one."""
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged
