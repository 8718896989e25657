"""How somebody has been: the line, the weekdays, two weeks side by side (METRICS.md, 9.0-9.1).

Valences are 1-9 and days are the person's own calendar days, so no clock or time zone comes in.
A day without entries is missing: it is never filled in and never low.
"""

from collections import Counter, deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from bounceback_tui.insight.shares import not_enough

WEEK = 7
ENOUGH_FOR_A_POINT = 4
LONGEST_GAP = 3
ENOUGH_FOR_A_WEEKDAY = 3

Line = list[list[tuple[date, float]]]


class Entry(NamedTuple):
    """One valence and the day it was written on."""

    day: date
    valence: int


class Weekday(NamedTuple):
    """A day of the week, 0 being Monday: its median of *n* entries, None below three."""

    weekday: int
    median: float | None
    n: int

    @property
    def words(self) -> str:
        """Return the median with its n, or that there is not enough yet."""
        if self.median is None:
            return not_enough(self.n, ENOUGH_FOR_A_WEEKDAY)
        return f"{said(self.median)} ({self.n})"


def said(value: float) -> str:
    """Return a median without decimals: ``6``, or ``5–6`` where it falls between the two."""
    low = int(value // 1)
    return str(low) if value == low else f"{low}–{low + 1}"


def trailing_median(days: Mapping[date, Sequence[int]], first: date, last: date) -> Line:
    """Return the pieces of the trailing seven-day median from *first* to *last*.

    A point stands on a day with four entries or more in the seven days that end with it. After
    three days without an entry the line ends, and it goes on as a new piece; so it does when
    there was too little for a point on more than three days. Entries before *first* count for
    the first points. The work grows with the entries and the days between them, no more.
    """
    filled = {day.toordinal(): valences for day, valences in days.items() if valences}
    if not filled:
        return []
    start = max(first.toordinal(), min(filled))
    end = min(last.toordinal(), max(filled) + LONGEST_GAP)
    return _line(filled, start, end)


def weekdays(entries: Iterable[Entry]) -> list[Weekday]:
    """Return the seven days of the week, Monday first."""
    found: list[list[int]] = [[] for _ in range(WEEK)]
    for entry in entries:
        found[entry.day.weekday()].append(entry.valence)
    return [
        Weekday(n, median(v) if len(v) >= ENOUGH_FOR_A_WEEKDAY else None, len(v))
        for n, v in enumerate(found)
    ]


def _line(filled: Mapping[int, Sequence[int]], first: int, last: int) -> Line:
    window, line, empty = _Window(), _Line(), 0
    for day in range(first - WEEK + 1, last + 1):
        valences = filled.get(day, ())
        window.push(valences)
        empty = 0 if valences else empty + 1
        if empty > LONGEST_GAP:
            line.end()
        elif day >= first and window.n >= ENOUGH_FOR_A_POINT:
            line.add(day, window.median())
    return line.pieces


class _Line:
    """Points by day, in pieces."""

    def __init__(self) -> None:
        self.pieces: Line = []
        self._latest: int | None = None

    def end(self) -> None:
        self._latest = None

    def add(self, day: int, value: float) -> None:
        if self._latest is None or day - self._latest > LONGEST_GAP + 1:
            self.pieces.append([])
        self.pieces[-1].append((date.fromordinal(day), value))
        self._latest = day


class _Window:
    """The valences of seven days, counted, so that a step costs only the days that change."""

    def __init__(self) -> None:
        self.n = 0
        self._days: deque[Sequence[int]] = deque()
        self._counts: Counter[int] = Counter()

    def push(self, valences: Sequence[int]) -> None:
        self._days.append(valences)
        self._counts.update(valences)
        self.n += len(valences)
        if len(self._days) > WEEK:
            oldest = self._days.popleft()
            self._counts.subtract(oldest)
            self.n -= len(oldest)

    def median(self) -> float:
        return (self._at((self.n - 1) // 2) + self._at(self.n // 2)) / 2

    def _at(self, index: int) -> int:
        """Return the valence at *index* when all are in order."""
        passed = 0
        for valence, count in sorted(self._counts.items()):
            passed += count
            if passed > index:
                return valence
        raise IndexError(index)
