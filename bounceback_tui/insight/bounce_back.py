"""How long it took to take another step after a no (METRICS.md, section 9.2).

Times are whole calendar days without planned rest. A no that has seen no step yet counts for as
long as it has lasted, never as a failure. The same words serve the days until mood is back.
"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from bounceback_tui.insight.rests import Rest, RestDays
from bounceback_tui.insight.shares import not_enough
from bounceback_tui.insight.survival import Waiting, median_wait

ENOUGH_FOR_DOTS = 3
ENOUGH_FOR_A_MEDIAN = 5
OVER_FOR_A_MEDIAN = 3
OVER_FOR_A_TREND = 6
LEAST_TREND_DAYS = 2
NO_HURRY = "Slower isn't worse."


class Rejection(NamedTuple):
    """One no, and whether a search step came after it on that very day.

    Days alone cannot tell what came first, so who knows the hours says it.
    """

    id: int
    day: date
    is_answered_that_day: bool = False


class Wait(NamedTuple):
    """What became of one no: how many days went by, and whether they are over."""

    id: int
    day: date
    days: int
    is_over: bool


class Form(Enum):
    """How much may be shown: nothing, a list, dots with their range, or dots and the median."""

    NOTHING = "nothing"
    LIST = "list"
    DOTS = "dots"
    MEDIAN = "median"


class Summary(NamedTuple):
    """What may be said of *n* waits of which *over* are over; the median is in days.

    The median is None below five waits, below three that are over, and when it is not reached.
    """

    form: Form
    words: str
    median: float | None
    n: int
    over: int


class Phrases(NamedTuple):
    """The words that differ between what is waited for."""

    event: str
    had_happened: str
    noun: str
    left_out: str


STEPS = Phrases("another step", "you had taken another step", "rejection", ", rest days left out")
MOOD = Phrases("back near your usual", "you were back near your usual", "dip", "")


def waits(
    rejections: Iterable[Rejection], steps: Iterable[date], rests: Iterable[Rest], today: date
) -> list[Wait]:
    """Return the wait after each no, oldest first, until the next search step or *today*.

    A step of a later day ends it, or one of the same day where the rejection says so. Steps after
    *today*, as a clock set back leaves them, have not happened yet.
    """
    taken = sorted(day for day in steps if day <= today)
    resting = RestDays(rests)
    in_order = sorted(rejections, key=lambda no: (no.day, no.id))
    return [_wait(no, taken, resting, today) for no in in_order]


def summary(found: Sequence[Wait], phrases: Phrases = STEPS) -> Summary:
    """Return what may be said: one or two are listed, three get a range, five a median.

    The median is that of Kaplan and Meier, which lets open waits count for as long as they have
    lasted; it needs three that are over.
    """
    n, over = len(found), sum(wait.is_over for wait in found)
    if not n:
        return Summary(Form.NOTHING, not_enough(0, 1), None, n, over)
    if n < ENOUGH_FOR_DOTS:
        return Summary(Form.LIST, _listed(found, phrases), None, n, over)
    if n < ENOUGH_FOR_A_MEDIAN or over < OVER_FOR_A_MEDIAN:
        return Summary(Form.DOTS, _range(found, phrases), None, n, over)
    middle = _median(found)
    return Summary(Form.MEDIAN, _half_the_time(middle, n, phrases), middle, n, over)


def lately(found: Sequence[Wait], phrases: Phrases = STEPS) -> str | None:
    """Return a sentence when the later half of the waits differs from the earlier one, or None.

    It takes six waits that are over and medians two days apart; with an odd number the one in
    the middle belongs to neither half. Open waits count, or the latest would look too short.
    """
    if sum(wait.is_over for wait in found) < OVER_FOR_A_TREND:
        return None
    in_order = sorted(found, key=lambda wait: (wait.day, wait.id))
    half = len(in_order) // 2
    before, since = _median(in_order[:half]), _median(in_order[-half:])
    if before is None or since is None or abs(since - before) < LEAST_TREND_DAYS:
        return None
    behind = f"({half} and {half} {phrases.noun}s{phrases.left_out})"
    times = f"half the time {phrases.had_happened} {within(since)}; before that, {within(before)}"
    return f"Lately {times} {behind}. {NO_HURRY}"


def days_said(days: float) -> str:
    """Return a number of days in words; they are whole."""
    whole = round(days)
    return "1 day" if whole == 1 else f"{whole} days"


def so_far(days: int) -> str:
    """Return ``3 days so far``; none at all, rest left out, are ``still open``."""
    return f"{days_said(days)} so far" if days else "still open"


def within(days: float) -> str:
    """Return ``within 3 days``; no days at all, rest left out, are ``right away``."""
    return f"within {days_said(days)}" if round(days) else "right away"


def _wait(no: Rejection, taken: Sequence[date], resting: RestDays, today: date) -> Wait:
    if no.is_answered_that_day:
        return Wait(no.id, no.day, 0, is_over=True)
    index = bisect_right(taken, no.day)
    is_over = index < len(taken)
    end = taken[index] if is_over else max(today, no.day)
    days = (end - no.day).days - resting.between(no.day, end)
    return Wait(no.id, no.day, days, is_over)


def _median(found: Iterable[Wait]) -> float | None:
    return median_wait([Waiting(wait.days, wait.is_over) for wait in found])


def _half_the_time(middle: float | None, n: int, phrases: Phrases) -> str:
    behind = f"({n} {phrases.noun}s{phrases.left_out})"
    if middle is None:
        return f"Half the time is not reached yet {behind}. {NO_HURRY}"
    return f"Half the time {phrases.had_happened} {within(middle)} {behind}. {NO_HURRY}"


def _listed(found: Iterable[Wait], phrases: Phrases) -> str:
    in_order = sorted(found, key=lambda wait: (wait.day, wait.id))
    return " ".join(_told(wait, phrases) for wait in in_order)


def _told(wait: Wait, phrases: Phrases) -> str:
    day = f"{wait.day.day} {wait.day:%b} {wait.day.year}"
    if not wait.is_over:
        return f"{day}: {so_far(wait.days)}."
    when = f"after {days_said(wait.days)}" if wait.days else "right away"
    return f"{day}: {phrases.event} {when}."


def _range(found: Iterable[Wait], phrases: Phrases) -> str:
    """Return the range of what is over, and how many are not."""
    known = list(found)
    over = [wait.days for wait in known if wait.is_over]
    behind = f"({len(over)} of {len(known)} {phrases.noun}s{phrases.left_out})"
    if not over:
        return f"Still open {behind}. {NO_HURRY}"
    low, high = min(over), max(over)
    times = days_said(high) if low == high else f"{low} to {days_said(high)}"
    return f"{phrases.event.capitalize()} after {times} {behind}. {NO_HURRY}"
