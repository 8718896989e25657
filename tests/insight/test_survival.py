"""Waits, some of them still under way."""

from fractions import Fraction
from random import Random

import pytest

from bounceback_tui.insight.survival import Waiting, kaplan_meier, median_wait


def over(*days: float) -> list[Waiting]:
    return [Waiting(day, is_over=True) for day in days]


def going_on(*days: float) -> list[Waiting]:
    return [Waiting(day, is_over=False) for day in days]


def drawn(random: Random, most: int = 40) -> list[Waiting]:
    return [
        Waiting(random.randrange(12), random.random() < 0.7) for _ in range(random.randrange(most))
    ]


def still_waiting(waits: list[Waiting], day: float) -> Fraction:
    share = Fraction(1)
    for end in {wait.days for wait in waits if wait.is_over and wait.days <= day}:
        at_risk = sum(wait.days >= end for wait in waits)
        share *= 1 - Fraction(sum(wait == (end, True) for wait in waits), at_risk)
    return share


SIX = over(1, 2, 3, 6) + going_on(4, 9)


def test_six_waits_of_which_two_go_on() -> None:
    curve = kaplan_meier(SIX)
    assert [day for day, _ in curve] == [1, 2, 3, 4, 6, 9]
    assert [round(share, 3) for _, share in curve] == [0.833, 0.667, 0.5, 0.5, 0.25, 0.25]
    assert median_wait(SIX) == 3


def test_without_waits_there_is_no_curve_and_no_median() -> None:
    assert kaplan_meier([]) == []
    assert median_wait([]) is None


def test_one_wait_that_is_over_is_its_own_median() -> None:
    assert kaplan_meier(over(5)) == [(5, 0.0)]
    assert median_wait(over(5)) == 5


def test_one_wait_that_goes_on_has_no_median() -> None:
    assert kaplan_meier(going_on(5)) == [(5, 1.0)]
    assert median_wait(going_on(5)) is None


def test_the_median_is_not_reached_while_more_than_half_still_wait() -> None:
    assert median_wait(over(1, 2) + going_on(3, 3, 3)) is None
    assert median_wait(over(1, 2) + going_on(3, 3)) == 2


def test_a_wait_cut_off_on_the_day_of_an_end_was_still_waiting_then() -> None:
    assert kaplan_meier(over(2, 5) + going_on(2)) == [(2, pytest.approx(2 / 3)), (5, 0.0)]


def test_a_step_on_the_same_day_is_a_wait_of_no_days() -> None:
    assert median_wait(over(0, 0, 4)) == 0


def test_days_below_zero_count_as_none() -> None:
    assert kaplan_meier(over(-3, 2)) == kaplan_meier(over(0, 2))


def test_a_thousand_on_one_day_end_together() -> None:
    assert kaplan_meier(over(*[4] * 1000)) == [(4, 0.0)]
    assert kaplan_meier(going_on(*[4] * 1000)) == [(4, 1.0)]
    assert median_wait(over(*[4] * 500) + going_on(*[4] * 500)) == 4
    assert median_wait(over(*[4] * 499) + going_on(*[4] * 501)) is None


@pytest.mark.parametrize("half", range(1, 200))
def test_exactly_half_is_half_whatever_the_rounding(half: int) -> None:
    assert median_wait(over(*range(half)) + going_on(*[9999] * half)) == half - 1


def test_the_curve_is_the_product_of_its_definition() -> None:
    random = Random(1958)
    for _ in range(150):
        waits = drawn(random)
        for day, share in kaplan_meier(waits):
            assert share == pytest.approx(float(still_waiting(waits, day)))


def test_the_median_is_the_first_day_with_half_or_fewer_by_exact_fractions() -> None:
    random = Random(11)
    for _ in range(150):
        waits = drawn(random)
        days = sorted({wait.days for wait in waits if still_waiting(waits, wait.days) * 2 <= 1})
        assert median_wait(waits) == (days[0] if days else None)


def test_the_order_of_the_waits_makes_no_difference() -> None:
    random = Random(2)
    for _ in range(100):
        waits = drawn(random)
        shuffled = random.sample(waits, len(waits))
        assert kaplan_meier(iter(shuffled)) == kaplan_meier(waits)


def test_every_wait_twice_is_the_same_curve() -> None:
    random = Random(3)
    for _ in range(100):
        waits = drawn(random)
        for (day, share), (same_day, same_share) in zip(
            kaplan_meier(waits), kaplan_meier(waits * 2), strict=True
        ):
            assert (day, share) == (same_day, pytest.approx(same_share))


def test_the_curve_never_rises_and_every_day_stands_once() -> None:
    random = Random(4)
    for _ in range(100):
        curve = kaplan_meier(drawn(random))
        shares = [share for _, share in curve]
        assert shares == sorted(shares, reverse=True)
        assert all(0 <= share <= 1 for share in shares)
        assert [day for day, _ in curve] == sorted({day for day, _ in curve})


def test_without_anything_going_on_the_curve_is_the_plain_share_left() -> None:
    random = Random(5)
    days = [random.randrange(30) for _ in range(200)]
    for day, share in kaplan_meier(over(*days)):
        assert share == pytest.approx(sum(other > day for other in days) / 200)
