"""Where days and values stand in a chart, and which of them are named beside it."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

DAY, WEEK = timedelta(days=1), timedelta(days=7)
GAP = 2
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
Tick = tuple[int, str]


def place(day: date, first: date, last: date, width: int) -> int:
    """Return the column of *day*, from 0 to *width* - 1, for days from *first* to *last*."""
    span = (last - first).days
    return round((day - first).days * (width - 1) / span) if span > 0 else (width - 1) // 2


def day_at(column: int, first: date, last: date, width: int) -> date:
    """Return the day that stands nearest to *column*."""
    span = (last - first).days
    share = min(max(column, 0), width - 1) / (width - 1) if width > 1 else 0
    return first + timedelta(days=round(span * share))


def level(value: float, low: float, high: float, height: int) -> int:
    """Return the row of *value*, 0 being the top one, for values from *low* to *high*."""
    share = (min(max(value, low), high) - low) / (high - low) if high > low else 0.0
    return round((1 - share) * (height - 1))


def date_ticks(first: date, last: date, width: int) -> list[Tick]:
    """Return names of days with their columns: the finest kind of step whose names don't touch."""
    for days in (_days(first, last), _weeks(first, last), *_months(first, last)):
        ticks = [(place(day, first, last, width), name) for day, name in days]
        kept = [(x, name) for x, name in ticks if x + len(name) <= width]
        if kept and _fit(kept):
            return kept
    return [(0, str(first.year))] if width >= len(str(first.year)) else []


def _fit(ticks: Sequence[Tick]) -> bool:
    return all(x + len(name) + GAP <= after for (x, name), (after, _name) in pairwise(ticks))


def _days(first: date, last: date) -> list[tuple[date, str]]:
    if (last - first).days > 400:
        return []
    return [(day, f"{day.day} {MONTHS[day.month - 1]}") for day in _each(first, last, DAY)]


def _weeks(first: date, last: date) -> list[tuple[date, str]]:
    if (last - first).days > 400:
        return []
    monday = first + timedelta(days=-first.weekday() % 7)
    return [(day, f"{day.day} {MONTHS[day.month - 1]}") for day in _each(monday, last, WEEK)]


def _months(first: date, last: date) -> Iterator[list[tuple[date, str]]]:
    """Yield every month, every third, every January, every fifth January."""
    starts = [
        date(year, month, 1)
        for year in range(first.year, last.year + 1)
        for month in range(1, 13)
        if first <= date(year, month, 1) <= last
    ]
    for every in (1, 3):
        yield [(day, _month(day)) for day in starts if (day.month - 1) % every == 0]
    for every in (1, 5):
        yield [(d, str(d.year)) for d in starts if d.month == 1 and d.year % every == 0]


def _month(day: date) -> str:
    return str(day.year) if day.month == 1 else MONTHS[day.month - 1]


def _each(first: date, last: date, step: timedelta) -> Iterator[date]:
    day = first
    while day <= last:
        yield day
        day += step
