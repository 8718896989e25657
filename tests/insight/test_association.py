"""Days with something beside days without it."""

import random
from math import atanh, sqrt, tanh
from statistics import median

import pytest
from scipy.stats import spearmanr

from bounceback_tui.insight.association import Day, association, interval, spearman, strongest

FRIEND = "you saw a friend"


def days(with_it: list[float], without: list[float]) -> list[Day]:
    return [(True, rating) for rating in with_it] + [(False, rating) for rating in without]


CLEAR = days([7, 7, 8, 6, 7, 7, 9, 7, 6], [5, 4, 5, 6, 5, 3, 5, 5, 4, 5, 6, 5])


def test_the_sentence_of_the_book() -> None:
    found = association(FRIEND, CLEAR)
    assert found is not None
    assert found.words == (
        "On the 9 days you saw a friend, your rating was usually higher (7 vs 5). "
        "That doesn't show which came first."
    )


def test_lower_is_said_the_same_way() -> None:
    found = association("you slept badly", [(was_so, 10 - rating) for was_so, rating in CLEAR])
    assert found is not None
    assert "usually lower (3 vs 5)" in found.words
    assert found.r < 0


def test_medians_between_two_points_are_said_without_decimals() -> None:
    found = association(FRIEND, days([7, 7, 7, 8, 8, 8], [5] * 15))
    assert found is not None
    assert "higher (7–8 vs 5)" in found.words


def test_twenty_days_are_too_few() -> None:
    assert association(FRIEND, CLEAR[:-1]) is None


def test_four_days_in_either_group_are_too_few() -> None:
    assert association(FRIEND, days([9] * 5, [2] * 16)) is not None
    assert association(FRIEND, days([9] * 4, [2] * 17)) is None
    assert association(FRIEND, days([9] * 17, [2] * 4)) is None
    assert association(FRIEND, days([], [2] * 30)) is None


def test_less_than_a_point_between_the_medians_is_not_told() -> None:
    nearly = days([5] * 20 + [6] * 20, [5] * 40 + [4] * 30)
    assert interval(spearman(*zip(*nearly, strict=True)) or 0, len(nearly))[0] > 0
    assert association(FRIEND, nearly) is None


def test_medians_that_point_another_way_than_the_ranks_are_not_told() -> None:
    with_it, without = [1.0] * 22 + [6.0] * 28, [5.0] * 28 + [9.0] * 22
    told = days(with_it, without)
    assert median(with_it) > median(without)
    assert interval(spearman(*zip(*told, strict=True)) or 0, len(told))[1] < 0
    assert association(FRIEND, told) is None


def test_an_interval_that_holds_zero_is_not_told() -> None:
    mixed = days([1, 2, 7, 7, 7, 9, 1], [6, 6, 6, 9, 9, 1, 2, 6, 6, 5, 7, 8, 6, 3])
    assert association(FRIEND, mixed) is None


def test_ratings_that_never_change_are_not_told() -> None:
    assert association(FRIEND, days([5] * 20, [5] * 20)) is None
    assert spearman([1, 2, 3], [4, 4, 4]) is None
    assert spearman([], []) is None


def test_ratings_that_follow_it_without_exception_are_told() -> None:
    found = association(FRIEND, days([8] * 11, [2] * 11))
    assert found is not None
    assert (found.r, found.low, found.high) == (1, 1, 1)


@pytest.mark.parametrize("seed", range(60))
def test_any_r_is_that_of_scipy_ties_and_all(seed: int) -> None:
    rng = random.Random(seed)
    n = rng.randint(3, 60)
    xs, ys = [float(rng.random() < 0.4) for _ in range(n)], [rng.randint(1, 9) for _ in range(n)]
    xs[:2] = [0.0, 1.0]
    ys[:2] = [1, 2]
    assert spearman(xs, ys) == pytest.approx(spearmanr(xs, ys).statistic)
    assert spearman(ys, [-y for y in ys]) == pytest.approx(-1)


@pytest.mark.parametrize(("r", "n"), [(0.5, 21), (-0.3, 40), (0.0, 30), (0.9, 4)])
def test_the_interval_is_that_of_the_formula(r: float, n: int) -> None:
    half = 1.96 * 1.06 / sqrt(n - 3)
    assert interval(r, n) == pytest.approx((tanh(atanh(r) - half), tanh(atanh(r) + half)))


def test_the_interval_of_a_half_over_21_days() -> None:
    assert interval(0.5, 21) == pytest.approx((0.0595, 0.7775), abs=0.0001)


@pytest.mark.parametrize("seed", range(60))
def test_what_is_told_is_what_the_rules_allow_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    told = [(rng.random() < 0.4, float(rng.randint(1, 9))) for _ in range(rng.randint(0, 60))]
    told = [(was_so, min(9, rating + rng.randint(0, 5) * was_so)) for was_so, rating in told]
    found = association(FRIEND, told)
    again = association(FRIEND, rng.sample(told, len(told)))
    assert found == again
    one, other = ([r for was_so, r in told if was_so is kind] for kind in (True, False))
    if len(told) < 21 or min(len(one), len(other)) < 5:
        assert found is None
        return
    r = spearmanr(*zip(*told, strict=True)).statistic
    clear = abs(atanh(r)) > 1.96 * 1.06 / sqrt(len(told) - 3)
    agree = (median(one) - median(other)) * r > 0
    assert (found is not None) == (clear and agree and abs(median(one) - median(other)) >= 1)


def test_at_most_one_is_shown_and_it_is_the_strongest() -> None:
    weaker = [*CLEAR, (True, 4.0), (False, 8.0)]
    found = strongest({"b": weaker, "c": CLEAR, "a": CLEAR[:9]})
    assert found is not None
    assert found.what == "c"
    assert strongest({"c": CLEAR, "b": CLEAR}) == association("b", CLEAR)
    assert strongest({"a": CLEAR[:9]}) is None
    assert strongest({}) is None
