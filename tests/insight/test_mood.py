"""The line through the days and the days of the week."""

import random
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import numpy as np
import pytest

from bounceback_tui.insight.mood import Entry, Weekday, said, trailing_median, weekdays

START = date(2026, 11, 2)
DAY = timedelta(days=1)


def on(days: Mapping[int, Sequence[int]]) -> dict[date, Sequence[int]]:
    return {START + n * DAY: valences for n, valences in days.items()}


def line(days: Mapping[int, Sequence[int]], first: int, last: int) -> list[list[tuple[int, float]]]:
    found = trailing_median(on(days), START + first * DAY, START + last * DAY)
    return [[((day - START).days, value) for day, value in piece] for piece in found]


def plainly(days: Mapping[int, Sequence[int]], first: int, last: int) -> dict[int, float]:
    """The points by the book: window by window, with NumPy's median."""
    points = {}
    for day in range(first, last + 1):
        week = [v for n in range(day - 6, day + 1) for v in days.get(n, ())]
        if len(week) >= 4 and any(days.get(n) for n in range(day - 3, day + 1)):
            points[day] = float(np.median(week))
    return points


def diary(seed: int) -> dict[int, list[int]]:
    rng = random.Random(seed)
    share = rng.choice([0.15, 0.4, 0.8, 1])
    days = [n for n in range(rng.randint(1, 90)) if rng.random() < share]
    return {n: [rng.randint(1, 9) for _ in range(rng.choice([0, 1, 1, 2, 5]))] for n in days}


def test_no_entries_draw_nothing() -> None:
    assert line({}, 0, 30) == []
    assert line({3: []}, 0, 30) == []


def test_three_entries_draw_nothing_and_the_fourth_starts_the_line() -> None:
    assert line({0: [1], 1: [2], 2: [9]}, 0, 2) == []
    assert line({0: [1], 1: [2], 2: [9], 3: [4]}, 0, 3) == [[(3, 3.0)]]


def test_four_entries_of_one_day_are_enough() -> None:
    assert line({0: [9, 1, 2, 3]}, 0, 0) == [[(0, 2.5)]]


def test_an_entry_counts_on_its_day_and_the_six_after_it() -> None:
    days = {0: [9, 9, 9, 9], 3: [1], 6: [1, 1], 7: [1]}
    assert line(days, 6, 7) == [[(6, 9.0), (7, 1.0)]]


def test_entries_before_the_first_day_count_for_the_first_points() -> None:
    assert line({-6: [5], -4: [5], -2: [5], 0: [1]}, 0, 0) == [[(0, 5.0)]]
    assert line({-7: [5], -4: [5], -2: [5], 0: [1]}, 0, 0) == []


def test_entries_after_the_last_day_count_for_nothing() -> None:
    assert line({0: [5, 5, 5], 1: [9]}, 0, 0) == []


def test_three_days_without_entries_do_not_break_the_line() -> None:
    week = {n: [5, 5] for n in range(7)}
    found = line(week | {10: [5]}, 6, 10)
    assert [[day for day, _ in piece] for piece in found] == [[6, 7, 8, 9, 10]]


def test_four_days_without_entries_break_it_and_nothing_is_drawn_between() -> None:
    week = {n: [5, 5] for n in range(7)}
    found = line(week | {11: [5]}, 6, 11)
    assert [[day for day, _ in piece] for piece in found] == [[6, 7, 8, 9], [11]]


def test_the_line_ends_three_days_after_the_last_entry() -> None:
    found = line({0: [5] * 9}, 0, 400)
    assert [[day for day, _ in piece] for piece in found] == [[0, 1, 2, 3]]


def test_too_little_for_a_point_on_four_days_breaks_the_line_though_no_gap_is_that_long() -> None:
    days = {n: [5, 5] for n in range(4)} | {7: [5], 10: [5], 13: [5]} | {14: [5, 5], 15: [5]}
    found = [[day for day, _ in piece] for piece in line(days, 0, 15)]
    assert found == [[1, 2, 3, 4, 5, 6, 7, 8], [14, 15]]


def test_every_other_day_is_one_line_with_a_point_on_each_day_that_has_four() -> None:
    days = {n: [5] for n in range(0, 20, 2)}
    found = [[day for day, _ in piece] for piece in line(days, 0, 18)]
    assert found == [[6, 8, 10, 12, 14, 16, 18]]


def test_a_last_day_before_the_first_draws_nothing() -> None:
    assert line({0: [5] * 9}, 3, 2) == []


@pytest.mark.parametrize("seed", range(60))
def test_any_diary_gives_the_points_that_counting_each_week_anew_gives(seed: int) -> None:
    days = diary(seed)
    found = line(days, 3, 80)
    points = [point for piece in found for point in piece]
    assert dict(points) == plainly(days, 3, 80)
    assert points == sorted(points)


@pytest.mark.parametrize("seed", range(60))
def test_a_piece_never_spans_four_days_without_entries_nor_four_without_points(seed: int) -> None:
    days = diary(seed)
    written = {n for n, valences in days.items() if valences}
    for piece in line(days, 0, 90):
        for (one, _), (two, _) in pairwise(piece):
            assert two - one <= 4
            assert all(written & set(range(n, n + 4)) for n in range(one + 1, two - 2))


@pytest.mark.parametrize("seed", range(20))
def test_the_order_of_days_and_of_entries_within_them_is_irrelevant(seed: int) -> None:
    days, rng = diary(seed), random.Random(seed)
    shuffled = {n: rng.sample(days[n], len(days[n])) for n in rng.sample(list(days), len(days))}
    assert line(shuffled, 0, 90) == line(days, 0, 90)


def test_a_later_entry_does_not_change_the_points_before_it() -> None:
    days = diary(7)
    before = [p for piece in line(days, 0, 30) for p in piece]
    after = [p for piece in line(days | {31: [1] * 50}, 0, 31) for p in piece if p[0] <= 30]
    assert after == before


def test_a_thousand_entries_on_one_day_are_one_point_on_it() -> None:
    assert line({0: [1, 9] * 500}, 0, 0) == [[(0, 5.0)]]


def test_the_same_entry_twice_counts_twice() -> None:
    assert line({0: [5, 5], 1: [5, 5]}, 1, 1) == [[(1, 5.0)]]


def test_a_leap_day_is_a_day_like_any_other() -> None:
    days = {date(2028, 2, 28): [4, 4], date(2028, 2, 29): [6, 6], date(2028, 3, 1): [6]}
    assert trailing_median(days, date(2028, 2, 28), date(2028, 3, 1)) == [
        [(date(2028, 2, 29), 5.0), (date(2028, 3, 1), 6.0)]
    ]


def test_the_ends_of_the_calendar_break_nothing() -> None:
    days = {date.min: [5] * 4, date.max: [5] * 4}
    assert trailing_median({date.min: [5] * 4}, date.min, date.min) == [[(date.min, 5.0)]]
    assert trailing_median(days, date.max, date.max) == [[(date.max, 5.0)]]


class Counted(list[int]):
    """Valences that count how often they are gone through."""

    reads = 0

    def __iter__(self) -> Iterator[int]:
        Counted.reads += 1
        return super().__iter__()


def test_each_day_is_gone_through_twice_however_long_the_line() -> None:
    Counted.reads = 0
    days = {START + n * DAY: Counted([5] * 28) for n in range(3652)}
    found = trailing_median(days, START, START + 3651 * DAY)
    assert sum(map(len, found)) == 3652
    assert Counted.reads <= 2 * 3652


# Days of the week


def test_the_days_of_the_week_have_their_medians_from_three_entries_on() -> None:
    monday, tuesday = START, START + DAY
    mondays = [Entry(monday, 4), Entry(monday + 7 * DAY, 6), Entry(monday, 5)]
    found = weekdays([*mondays, Entry(tuesday, 9), Entry(tuesday, 9)])
    assert found[0] == Weekday(0, 5, 3)
    assert found[1] == Weekday(1, None, 2)
    assert found[6] == Weekday(6, None, 0)
    assert [day.weekday for day in found] == list(range(7))
    assert [day.words for day in found[:3]] == [
        "5 (3)",
        "Not enough yet (2 of 3).",
        "Not enough yet (0 of 3).",
    ]


@pytest.mark.parametrize("seed", range(20))
def test_the_days_of_the_week_are_those_of_the_calendar_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    entries = [
        Entry(START + rng.randint(-900, 900) * DAY, rng.randint(1, 9))
        for _ in range(rng.randint(0, 80))
    ]
    found = weekdays(entries)
    assert found == weekdays(rng.sample(entries, len(entries)))
    for day in found:
        own = [e.valence for e in entries if e.day.isoweekday() == day.weekday + 1]
        assert day.n == len(own)
        assert day.median == (median(own) if len(own) >= 3 else None)


@pytest.mark.parametrize(("value", "words"), [(1.0, "1"), (5, "5"), (5.5, "5–6"), (8.5, "8–9")])
def test_a_median_is_said_without_decimals(value: float, words: str) -> None:
    assert said(value) == words
