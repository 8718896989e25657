"""The time to another step after a no, and what may be said of it."""

import random
from datetime import date, timedelta
from statistics import median_low

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf

from bounceback_tui.insight.bounce_back import (
    MOOD,
    Form,
    Rejection,
    Wait,
    days_said,
    lately,
    summary,
    waits,
)

START = date(2026, 5, 4)
DAY = timedelta(days=1)
BOOK = [(1, True), (2, True), (3, True), (4, False), (6, True), (9, False)]


def after(days: int) -> date:
    return START + days * DAY


def waited(*steps: int, today: int = 30, rests: tuple[tuple[int, int], ...] = ()) -> Wait:
    """The wait after a no of day 0."""
    resting = [(after(a), after(b)) for a, b in rests]
    return waits([Rejection(1, START)], map(after, steps), resting, after(today))[0]


def some(*days: tuple[int, bool]) -> list[Wait]:
    return [Wait(n, after(10 * n), time, is_over) for n, (time, is_over) in enumerate(days)]


def over(*days: int) -> list[Wait]:
    return some(*((time, True) for time in days))


# Waiting


def test_the_next_step_of_a_later_day_ends_the_wait() -> None:
    assert waited(9, 4, -3) == Wait(1, START, 4, is_over=True)


def test_without_a_step_the_wait_has_lasted_until_today() -> None:
    assert waited(today=12) == Wait(1, START, 12, is_over=False)
    assert waited(-5, today=0) == Wait(1, START, 0, is_over=False)


def test_a_step_of_the_same_day_counts_only_where_it_is_known_to_have_come_after() -> None:
    assert waited(0, 2).days == 2
    known = [Rejection(1, START, is_answered_that_day=True)]
    assert waits(known, [START], [], after(9)) == [Wait(1, START, 0, is_over=True)]


def test_one_step_ends_the_waits_of_all_noes_before_it() -> None:
    noes = [Rejection(3, after(2)), Rejection(1, START), Rejection(2, START)]
    found = waits(noes, [after(5)], [], after(9))
    assert [(wait.id, wait.days) for wait in found] == [(1, 5), (2, 5), (3, 3)]


def test_a_step_that_has_not_come_yet_ends_nothing() -> None:
    assert waited(9, today=8) == Wait(1, START, 8, is_over=False)
    assert waited(9, today=9).is_over


def test_a_clock_set_back_to_before_the_no_waits_no_days() -> None:
    assert waited(today=-40) == Wait(1, START, 0, is_over=False)


@pytest.mark.parametrize(
    ("rests", "days"),
    [
        (((0, 2),), 3),
        (((0, 2), (1, 3)), 2),
        (((0, 2), (0, 2)), 3),
        (((-9, 1),), 4),
        (((4, 30),), 4),
        (((5, 30),), 5),
        (((3, 3),), 5),
        (((3, 1),), 5),
        (((-9, 30),), 0),
        (((0, 1), (2, 3), (4, 5)), 2),
    ],
)
def test_a_planned_rest_is_left_out_up_to_the_day_it_is_over_on(
    rests: tuple[tuple[int, int], ...], days: int
) -> None:
    assert waited(5, rests=rests) == Wait(1, START, days, is_over=True)


def test_rest_is_left_out_of_a_wait_that_is_not_over() -> None:
    assert waited(today=10, rests=((0, 7),)) == Wait(1, START, 3, is_over=False)
    assert waited(today=3, rests=((0, 7),)) == Wait(1, START, 0, is_over=False)


def test_a_leap_day_is_a_day_like_any_other() -> None:
    no = [Rejection(1, date(2028, 2, 28))]
    assert waits(no, [date(2028, 3, 1)], [], date(2028, 3, 1))[0].days == 2
    rest = [(date(2028, 2, 29), date(2028, 3, 1))]
    assert waits(no, [date(2028, 3, 1)], rest, date(2028, 3, 1))[0].days == 1


@pytest.mark.parametrize("seed", range(60))
def test_any_wait_is_the_days_gone_through_one_by_one(seed: int) -> None:
    rng = random.Random(seed)
    noes = [Rejection(n, after(rng.randint(0, 60))) for n in range(rng.randint(0, 12))]
    steps = [after(rng.randint(-5, 70)) for _ in range(rng.randint(0, 12))]
    starts = [rng.randint(-5, 60) for _ in range(rng.randint(0, 8))]
    rests = [(after(start), after(start + rng.randint(-2, 12))) for start in starts]
    today = after(rng.randint(40, 66))
    found = waits(noes, steps, rests, today)
    assert found == waits(rng.sample(noes, len(noes)), steps[::-1], rests[::-1] * 2, today)
    for wait in found:
        day, days = wait.day, 0
        while day < today and not (day > wait.day and day in steps):
            days += not any(a <= day < b for a, b in rests)
            day += DAY
        assert wait.days == days
        assert wait.is_over == (day > wait.day and day in steps)


# What may be said


def test_nothing_is_said_of_nothing() -> None:
    assert summary([]) == (Form.NOTHING, "Not enough yet (0 of 1).", None, 0, 0)


def test_one_and_two_are_listed_oldest_first() -> None:
    one = summary(some((1, True)))
    assert (one.form, one.words) == (Form.LIST, "4 May 2026: another step after 1 day.")
    two = [Wait(2, after(30), 12, is_over=False), Wait(1, START, 0, is_over=True)]
    assert summary(two).words == (
        "4 May 2026: another step right away. 3 Jun 2026: 12 days so far."
    )


def test_three_are_dots_with_their_range() -> None:
    found = summary(some((6, True), (1, True), (9, False)))
    assert (found.form, found.median, found.n, found.over) == (Form.DOTS, None, 3, 2)
    assert found.words == (
        "Another step after 1 to 6 days (2 of 3 rejections, rest days left out). "
        "Slower isn't worse."
    )


def test_a_range_of_one_length_is_one_length() -> None:
    assert "after 2 days (3 of 3 " in summary(over(2, 2, 2)).words


def test_three_that_are_all_open_say_only_that() -> None:
    assert summary(some((6, False), (1, False), (9, False))).words == (
        "Still open (0 of 3 rejections, rest days left out). Slower isn't worse."
    )


def test_a_median_takes_five_of_which_three_are_over() -> None:
    three_over = [(1, True), (2, True), (3, True)]
    assert summary(some(*three_over, (9, False))).form is Form.DOTS
    assert summary(some(*three_over[:2], (8, False), (9, False), (9, False))).form is Form.DOTS
    assert summary(some(*three_over, (8, False), (9, False))).form is Form.MEDIAN


def test_the_waits_of_the_book_have_a_median_of_three() -> None:
    found = summary(some(*BOOK))
    assert found[2:] == (3, 6, 4)
    assert found.words == (
        "Half the time you had taken another step within 3 days "
        "(6 rejections, rest days left out). Slower isn't worse."
    )


def test_five_rejections_are_worded_as_in_the_book() -> None:
    assert summary(over(1, 2, 3, 4, 5)).words == (
        "Half the time you had taken another step within 3 days "
        "(5 rejections, rest days left out). Slower isn't worse."
    )


def test_a_median_of_one_day_and_of_none_are_said_as_such() -> None:
    assert "another step within 1 day (5" in summary(over(1, 1, 1, 1, 1)).words
    assert "another step right away (5" in summary(over(0, 0, 0, 1, 1)).words


def test_a_median_that_is_not_reached_says_so() -> None:
    found = summary(some((1, True), (2, True), (3, True), *[(9, False)] * 4))
    assert (found.form, found.median) == (Form.MEDIAN, None)
    assert found.words == (
        "Half the time is not reached yet (7 rejections, rest days left out). Slower isn't worse."
    )


def test_mood_has_its_own_words() -> None:
    assert summary(over(1, 2, 3, 4, 5), MOOD).words == (
        "Half the time you were back near your usual within 3 days (5 dips). Slower isn't worse."
    )
    assert (
        "Back near your usual after 1 to 3 days (3 of 3 dips)."
        in summary(over(1, 2, 3), MOOD).words
    )


@pytest.mark.parametrize("seed", range(60))
def test_any_median_is_that_of_scipys_survival_function(seed: int) -> None:
    rng = random.Random(seed)
    found = some(*((rng.randint(0, 12), rng.random() < 0.7) for _ in range(rng.randint(5, 30))))
    done = [w.days for w in found if w.is_over]
    going = [w.days for w in found if not w.is_over]
    if len(done) < 3:
        return
    curve = ecdf(CensoredData(uncensored=done, right=going)).sf
    reached = curve.quantiles[curve.probabilities <= 0.5 + 1e-9]
    said = summary(found)
    assert said.median == (np.min(reached) if len(reached) else None)
    assert said == summary(rng.sample(found, len(found)))


def test_a_thousand_noes_of_one_day_are_summed_up_like_any() -> None:
    noes = [Rejection(n, START) for n in range(1000)]
    found = summary(waits(noes, [after(4)], [], after(9)))
    assert (found.median, found.n, found.over) == (4, 1000, 1000)


# Lately


def test_lately_takes_six_that_are_over() -> None:
    assert lately(over(9, 9, 9, 1, 1)) is None
    assert lately(some(*[(9, True)] * 3, (1, True), (1, True), (1, False))) is None
    assert lately(over(9, 9, 9, 1, 1, 1)) == (
        "Lately half the time you had taken another step within 1 day; before that, "
        "within 9 days (3 and 3 rejections, rest days left out). Slower isn't worse."
    )


def test_lately_takes_two_days_between_the_medians() -> None:
    assert lately(over(5, 5, 5, 4, 4, 4)) is None
    assert lately(over(5, 5, 5, 3, 3, 3)) is not None
    assert lately(over(3, 3, 3, 5, 5, 5)) is not None


def test_the_one_in_the_middle_of_an_odd_number_belongs_to_neither_half() -> None:
    found = lately(over(5, 5, 5, 900, 3, 3, 3))
    assert found is not None
    assert "(3 and 3 rejections" in found


def test_open_waits_keep_the_latest_from_looking_short() -> None:
    quick = [(1, True)] * 3
    assert lately(some(*[(5, True)] * 6, *quick, *[(30, False)] * 4)) is None
    assert lately(some(*[(5, True)] * 6, *quick, *[(30, False)] * 3)) is not None


def test_nothing_is_said_of_lately_while_half_of_the_latest_are_open() -> None:
    assert lately(some(*[(1, True)] * 6, *[(30, False)] * 6)) is None


@pytest.mark.parametrize("seed", range(30))
def test_lately_compares_the_halves_in_the_order_of_their_days(seed: int) -> None:
    rng = random.Random(seed)
    found = over(*(rng.randint(1, 9) for _ in range(rng.randint(6, 15))))
    half = len(found) // 2
    before = median_low([wait.days for wait in found[:half]])
    since = median_low([wait.days for wait in found[-half:]])
    said = lately(rng.sample(found, len(found)))
    assert (said is not None) == (abs(before - since) >= 2)
    assert said is None or said.index(days_said(since)) < said.index("before that")
