"""The last seven days beside the seven before."""

import random
from datetime import date, timedelta
from math import sqrt

import numpy as np
import pytest

from bounceback_tui.insight.mood import Entry
from bounceback_tui.insight.two_weeks import Change, TwoWeeks, threshold, two_weeks

TODAY = date(2026, 11, 22)
DAY = timedelta(days=1)


def compared(before: list[int], last: list[int]) -> TwoWeeks:
    """Compare two weeks whose entries were all written on one day each."""
    entries = [Entry(TODAY - 9 * DAY, v) for v in before] + [Entry(TODAY, v) for v in last]
    return two_weeks(entries, TODAY)


def by_the_book(first: list[int], second: list[int], rho: float) -> float:
    n1, n2 = len(first), len(second)
    within = (n1 - 1) * np.var(first, ddof=1) + (n2 - 1) * np.var(second, ddof=1)
    s = sqrt(within / (n1 + n2 - 2))
    return max(1.0, 1.96 * s * sqrt(1 / n1 + 1 / n2) * sqrt((1 + rho) / (1 - rho)))


def test_five_entries_each_with_an_sd_of_one_and_a_half_need_two_point_four_points() -> None:
    assert threshold([1, 1, 1, 1, 1], [1, 1, 3, 4, 6]) == pytest.approx(2.4005, abs=1e-4)


@pytest.mark.parametrize("seed", range(40))
def test_the_threshold_is_that_of_the_formula(seed: int) -> None:
    rng = random.Random(seed)
    weeks = [[rng.randint(1, 9) for _ in range(rng.randint(4, 14))] for _ in range(2)]
    assert threshold(*weeks) == pytest.approx(by_the_book(*weeks, rho=0.25))


@pytest.mark.parametrize("seed", range(20))
def test_from_thirty_entries_on_the_likeness_of_neighbors_is_their_own(seed: int) -> None:
    rng = random.Random(seed)
    weeks = [[rng.randint(1, 9) for _ in range(rng.randint(15, 40))] for _ in range(2)]
    off = [np.array(week) - np.mean(week) for week in weeks]
    rho = sum(np.dot(w[:-1], w[1:]) for w in off) / sum(np.dot(w, w) for w in off)
    assert threshold(*weeks) == pytest.approx(by_the_book(*weeks, rho=rho))


def test_twenty_nine_entries_use_the_usual_likeness_and_thirty_their_own() -> None:
    to_and_fro, up = [1, 9] * 7, [1, 9] * 7 + [1]
    assert threshold(to_and_fro, up) == pytest.approx(by_the_book(to_and_fro, up, 0.25))
    assert threshold(up, up) < by_the_book(up, up, 0)


def test_weeks_without_any_spread_differ_from_one_point_on() -> None:
    assert compared([5] * 4, [5] * 4).change is Change.SAME
    assert compared([5] * 4, [6] * 4).change is Change.HIGHER
    assert compared([6] * 40, [5] * 40).change is Change.LOWER
    assert compared([5] * 4, [6] * 4).threshold == 1


def test_less_than_a_point_is_about_the_same_however_many_entries_there_are() -> None:
    found = compared([5] * 400, [6] * 399 + [5])
    assert found.change is Change.SAME
    assert found.words == (
        "These seven days were about the same as the seven before (400 and 400 entries)."
    )


def test_a_spread_of_two_points_and_five_entries_each_hide_a_difference_of_two() -> None:
    assert compared([2, 3, 4, 5, 6], [4, 5, 6, 7, 8]).change is Change.SAME
    assert compared([2, 3, 4, 5, 6], [5, 6, 7, 8, 9]).change is Change.HIGHER


def test_the_words_give_both_means_in_whole_points_and_both_n() -> None:
    assert compared([2, 2, 3, 2], [6, 7, 7, 6, 6]).words == (
        "These seven days were higher than the seven before: "
        "about 6 on average, 2 before (5 and 4 entries)."
    )
    assert "lower than" in compared([8, 8, 8, 8], [2, 2, 2, 2]).words


@pytest.mark.parametrize("seed", range(40))
def test_means_that_differ_never_read_the_same(seed: int) -> None:
    rng = random.Random(seed)
    middle = rng.randint(1, 7)
    found = compared(
        [rng.choice([middle, middle + 1]) for _ in range(90)],
        [rng.choice([middle + 1, middle + 2]) for _ in range(90)],
    )
    if found.change is Change.HIGHER:
        later, before = found.words.split("about ")[1].split(" on average, ")
        assert int(later) > int(before.split()[0])


@pytest.mark.parametrize(("before", "last", "n"), [(4, 3, 3), (3, 4, 3), (0, 0, 0), (1, 900, 1)])
def test_fewer_than_four_entries_in_either_week_say_so(before: int, last: int, n: int) -> None:
    found = compared([1] * before, [9] * last)
    assert found.change is Change.NOT_ENOUGH
    assert found.threshold is None
    assert found.words == f"Not enough yet ({n} of 4)."


def test_a_week_is_seven_days_and_today_is_the_last_of_them() -> None:
    entries = [Entry(TODAY - n * DAY, 5) for n in range(-2, 15)]
    found = two_weeks(entries, TODAY)
    assert (found.last.n, found.before.n) == (7, 7)


def test_each_week_has_its_median_and_mean() -> None:
    found = compared([1, 2, 2, 9], [5])
    assert found.before == (4, 2.0, 3.5)
    assert found.last == (1, 5.0, 5.0)
    assert compared([], [5]).before == (0, None, None)


@pytest.mark.parametrize("seed", range(20))
def test_below_thirty_entries_their_order_is_irrelevant(seed: int) -> None:
    rng = random.Random(seed)
    entries = [Entry(TODAY - rng.randint(0, 13) * DAY, rng.randint(1, 9)) for _ in range(29)]
    assert two_weeks(entries, TODAY) == two_weeks(rng.sample(entries, 29), TODAY)


def test_two_weeks_reach_over_a_leap_day() -> None:
    entries = [Entry(date(2028, 2, 29), 5)] * 4
    assert two_weeks(entries, date(2028, 3, 6)).last.n == 4
    assert two_weeks(entries, date(2028, 3, 7)).before.n == 4
    assert two_weeks(entries, date(2028, 3, 14)).before.n == 0
