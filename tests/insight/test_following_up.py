"""When a message asks for something: a day too early, on the day, a day too late."""

from datetime import date, timedelta

import pytest

from bounceback_tui.insight.following_up import (
    Call,
    call_of,
    closes_on,
    is_ready,
    is_to_be_closed,
    is_too_close,
    may_nudge,
    nudge_opens_on,
)

SENT = date(2026, 11, 2)


def after(days: int, start: date = SENT) -> date:
    return start + timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "asks_for"),
    [
        (-400, None),
        (-1, None),
        (0, None),
        (6, None),
        (7, Call.NUDGE),
        (13, Call.NUDGE),
        (14, Call.CLOSE),
        (900, Call.CLOSE),
    ],
)
def test_a_sent_message_asks_for_a_nudge_in_its_second_week_and_then_for_its_end(
    days: int, asks_for: Call | None
) -> None:
    assert call_of(None, SENT, None, after(days)) is asks_for


@pytest.mark.parametrize("days", [7, 13])
def test_one_nudge_is_all(days: int) -> None:
    assert may_nudge(SENT, None, after(days))
    assert not may_nudge(SENT, SENT, after(days))
    assert call_of(None, SENT, after(7), after(days)) is None


def test_a_nudge_does_not_put_off_the_end() -> None:
    assert call_of(None, SENT, after(13), after(14)) is Call.CLOSE


def test_what_was_never_sent_is_neither_nudged_nor_closed() -> None:
    assert not may_nudge(None, None, after(8))
    assert not is_to_be_closed(None, after(80))


@pytest.mark.parametrize(("days", "is_so"), [(-1, False), (0, True), (30, True)])
def test_another_day_comes_on_that_day_and_stays(days: int, is_so: bool) -> None:
    assert is_ready(SENT, after(days)) is is_so
    assert call_of(SENT, None, None, after(days)) is (Call.READY if is_so else None)


def test_a_draft_without_a_day_asks_for_nothing() -> None:
    assert call_of(None, None, None, after(90)) is None


def test_a_leap_day_is_a_day_like_any_other() -> None:
    sent = date(2028, 2, 22)
    assert nudge_opens_on(sent) == date(2028, 2, 29)
    assert closes_on(date(2028, 2, 29)) == date(2028, 3, 14)
    assert not may_nudge(sent, None, date(2028, 2, 28))
    assert may_nudge(sent, None, date(2028, 2, 29))
    assert is_to_be_closed(date(2028, 2, 29), date(2028, 3, 14))


def test_the_last_day_of_the_calendar_breaks_nothing() -> None:
    assert closes_on(date.max) == date.max
    assert call_of(None, date.max, None, SENT) is None


@pytest.mark.parametrize(
    ("days", "is_so"), [(-4, False), (-3, True), (0, True), (3, True), (4, False)]
)
def test_a_second_message_within_three_days_is_too_close_whichever_way_the_clock_went(
    days: int, is_so: bool
) -> None:
    assert is_too_close(SENT, after(days)) is is_so
