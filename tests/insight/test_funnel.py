"""How far applications came: only those old enough, whatever their order."""

import random
from datetime import date, timedelta

import pytest

from bounceback_tui.insight.funnel import (
    HINT,
    Sent,
    by_week,
    ever_reached,
    is_quiet,
    middle_days,
    narrow_spot,
)

TODAY = date(2026, 11, 22)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("days", "reply", "offer"), [(29, 0, 0), (30, 1, 0), (31, 1, 0), (59, 1, 0), (60, 1, 1)]
)
def test_only_applications_old_enough_count(days: int, reply: int, offer: int) -> None:
    one = Sent(1, ago(days), ago(0), ago(0), ago(0), ago(0), ago(0))
    heard, positive, interview, last, offered = ever_reached([one], TODAY)
    assert (heard.n, positive.n, interview.n) == (reply, reply, reply)
    assert (last.n, offered.n) == (offer, offer)
    assert (heard.k, offered.k) == (reply, offer)


def test_a_no_is_heard_back_but_nothing_positive() -> None:
    heard, positive, *_rest = ever_reached([Sent(1, ago(50), heard_on=ago(40))], TODAY)
    assert (heard.reached, positive.reached) == ([1], [])
    assert positive.interval is not None
    assert positive.interval.low == 0


def test_order_does_not_matter_and_a_thousand_on_one_day_are_fine() -> None:
    chance = random.Random(7)
    sent = [
        Sent(n, ago(45), ago(40) if n % 3 else None, interview_on=ago(9) if n % 9 == 0 else None)
        for n in range(1000)
    ]
    shuffled = chance.sample(sent, len(sent))
    ours, theirs = ever_reached(sent, TODAY), ever_reached(shuffled, TODAY)
    assert [(s.k, s.n) for s in ours] == [(s.k, s.n) for s in theirs]
    assert (ours[2].k, ours[2].n) == (112, 1000)
    assert [(s.k, s.n) for s in ever_reached([], TODAY)] == [(0, 0)] * 5


@pytest.mark.parametrize(
    ("sent", "quiet"),
    [
        (Sent(1, ago(29)), False),
        (Sent(1, ago(30)), True),
        (Sent(1, ago(90), heard_on=ago(80)), False),
        (Sent(1, ago(90), ago(80), ago(80), last_interview_on=ago(13)), False),
        (Sent(1, ago(90), ago(80), ago(80), last_interview_on=ago(14)), True),
        (Sent(1, ago(90), is_closed=True), False),
        (Sent(1, ago(90), offer_on=ago(2), last_interview_on=ago(40)), False),
    ],
)
def test_quiet_is_thirty_days_after_applying_or_fourteen_after_an_interview(
    sent: Sent, quiet: bool
) -> None:
    assert is_quiet(sent, TODAY) is quiet


def test_the_hint_needs_twenty_and_a_limit_under_a_tenth() -> None:
    few = [Sent(n, ago(40)) for n in range(19)]
    many = [Sent(n, ago(40)) for n in range(40)]
    assert narrow_spot(ever_reached(few, TODAY)) == ""
    assert narrow_spot(ever_reached(many, TODAY)) == HINT
    some = [Sent(n, ago(40), ago(30), ago(30), ago(20)) for n in range(4)]
    assert narrow_spot(ever_reached([*many[4:], *some], TODAY)) == ""


def test_weeks_begin_on_monday_and_empty_ones_are_there() -> None:
    sent = [Sent(1, date(2026, 11, 1)), Sent(2, date(2026, 11, 16)), Sent(3, TODAY)]
    weeks, counts, ids = by_week(sent, date(2026, 11, 1), TODAY, lambda one: one.id % 2, 2)
    assert weeks == [date(2026, 10, 26) + timedelta(days=7 * n) for n in range(4)]
    assert counts == [[0, 1], [0, 0], [0, 0], [1, 1]]
    assert ids == [[1], [], [], [2, 3]]
    assert by_week([Sent(1, ago(400))], ago(6), TODAY, lambda _one: 0, 1)[1] == [[0]]


def test_the_middle_of_no_days_is_none() -> None:
    assert middle_days([]) is None
    assert middle_days([9, 2, 4]) == 4
