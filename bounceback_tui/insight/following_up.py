"""When a message that was sent, or is to be sent, asks for something (GUIDES.md, section 5).

All days are the person's own calendar days; a clock that was set back makes nothing due.
"""

from datetime import date, timedelta
from enum import Enum

NUDGE_AFTER_DAYS = 7
CLOSE_AFTER_DAYS = 14
APART_DAYS = 3


class Call(Enum):
    """What a message asks for: to be sent, to be nudged once, or to be closed as quiet."""

    READY = "ready"
    NUDGE = "nudge"
    CLOSE = "close"


def nudge_opens_on(sent_on: date) -> date:
    """Return the first day for a nudge."""
    return _later(sent_on, NUDGE_AFTER_DAYS)


def closes_on(sent_on: date) -> date:
    """Return the day on which silence is taken for an answer."""
    return _later(sent_on, CLOSE_AFTER_DAYS)


def may_nudge(sent_on: date | None, nudged_on: date | None, today: date) -> bool:
    """Tell whether a nudge is fine: once, a week or more after sending, and before closing."""
    if sent_on is None or nudged_on is not None:
        return False
    return NUDGE_AFTER_DAYS <= (today - sent_on).days < CLOSE_AFTER_DAYS


def is_to_be_closed(sent_on: date | None, today: date) -> bool:
    """Tell whether two weeks have passed since sending, nudged or not."""
    return sent_on is not None and (today - sent_on).days >= CLOSE_AFTER_DAYS


def is_ready(ready_on: date | None, today: date) -> bool:
    """Tell whether the day somebody chose for sending has come; without one it never does."""
    return ready_on is not None and ready_on <= today


def call_of(
    ready_on: date | None, sent_on: date | None, nudged_on: date | None, today: date
) -> Call | None:
    """Return what a message without a reply asks for on *today*, or None."""
    if sent_on is None:
        return Call.READY if is_ready(ready_on, today) else None
    if is_to_be_closed(sent_on, today):
        return Call.CLOSE
    return Call.NUDGE if may_nudge(sent_on, nudged_on, today) else None


def is_too_close(other: date, today: date) -> bool:
    """Tell whether a message of *other* leaves no room for a second one to the same person."""
    return abs((today - other).days) <= APART_DAYS


def _later(day: date, days: int) -> date:
    """Return the day *days* on, or the last one there is."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
