"""Wilson and Newcombe, against METRICS.md's values and against SciPy."""

import random

import pytest
from scipy import stats

from bounceback_tui.insight.compare import OTHERS, TOO_EARLY, Arm, compared
from bounceback_tui.insight.intervals import may_compare, newcombe, wilson
from bounceback_tui.insight.shares import not_enough, share_words

GIVEN = {
    (0, 10): (0, 27.8),
    (0, 20): (0, 16.1),
    (1, 10): (1.8, 40.4),
    (2, 20): (2.8, 30.1),
    (6, 40): (7.1, 29.1),
    (5, 50): (4.3, 21.4),
    (3, 6): (18.8, 81.2),
    (2, 60): (0.9, 11.4),
    (3, 30): (3.5, 25.6),
}


@pytest.mark.parametrize(("counts", "limits"), GIVEN.items())
def test_wilson_has_the_values_of_metrics(
    counts: tuple[int, int], limits: tuple[float, float]
) -> None:
    found = wilson(*counts)
    assert found is not None
    assert (round(found.low * 100, 1), round(found.high * 100, 1)) == limits


def test_wilson_agrees_with_scipy() -> None:
    for n in (1, 2, 7, 20, 133, 5000):
        for k in {0, 1, n // 3, n - 1, n}:
            found = wilson(k, n)
            theirs = stats.binomtest(k, n).proportion_ci(method="wilson")
            assert found is not None
            assert found.low == pytest.approx(theirs.low, abs=2e-5)
            assert found.high == pytest.approx(theirs.high, abs=2e-5)


def test_none_of_none_has_no_interval() -> None:
    assert wilson(0, 0) is None
    assert newcombe(0, 0, 1, 2) is None
    assert not may_compare(0, 0, 0, 0)


@pytest.mark.parametrize(
    ("counts", "difference", "limits", "shows"),
    [((8, 20, 2, 25), 0.32, (0.07, 0.54), True), ((5, 20, 2, 25), 0.17, (-0.05, 0.40), False)],
)
def test_newcombe_has_the_values_of_metrics(
    counts: tuple[int, int, int, int], difference: float, limits: tuple[float, float], shows: bool
) -> None:
    k1, n1, k2, n2 = counts
    found = newcombe(*counts)
    assert found is not None
    assert round(k1 / n1 - k2 / n2, 2) == difference
    assert (round(found.low, 2), round(found.high, 2)) == limits
    assert may_compare(*counts) is shows


def test_newcombe_agrees_with_scipys_wilson_limits_and_turns_with_the_sides() -> None:
    chance = random.Random(4)
    for _ in range(200):
        n1, n2 = chance.randint(1, 90), chance.randint(1, 90)
        k1, k2 = chance.randint(0, n1), chance.randint(0, n2)
        one, two = (
            stats.binomtest(k, n).proportion_ci(method="wilson") for k, n in ((k1, n1), (k2, n2))
        )
        p1, p2 = k1 / n1, k2 / n2
        low = p1 - p2 - ((p1 - one.low) ** 2 + (two.high - p2) ** 2) ** 0.5
        found, turned = newcombe(k1, n1, k2, n2), newcombe(k2, n2, k1, n1)
        assert found is not None
        assert turned is not None
        assert found.low == pytest.approx(low, abs=1e-4)
        assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))


def test_nineteen_of_one_side_are_never_compared() -> None:
    assert not may_compare(19, 19, 0, 500)
    assert may_compare(20, 20, 0, 20)


# Words


def test_a_share_says_its_n_and_its_range() -> None:
    assert share_words(3, 30, "led to an interview") == (
        "3 of 30 led to an interview – somewhere between 1 in 29 and 1 in 4."
    )
    assert share_words(0, 20, "led on") == (
        "None of 20 yet; that fits anything up to about 1 in 6."
    )


def test_below_ten_there_are_only_counts() -> None:
    assert share_words(2, 7, "led on") == "2 of 7 led on."
    assert share_words(0, 9, "led on") == "0 of 9 led on."
    assert share_words(0, 0, "led on") == "None yet."
    assert not_enough(3, 20) == "Not enough yet (3 of 20)."


def test_large_shares_are_said_in_tens() -> None:
    assert (
        share_words(27, 30, "led on") == "27 of 30 led on – somewhere between 7 in 10 and 10 in 10."
    )
    assert share_words(30, 30, "led on") == (
        "30 of 30 led on; that fits anything from about 9 in 10 up."
    )


def test_a_range_that_is_one_number_is_said_once() -> None:
    assert share_words(848, 4993, "led on") == "848 of 4993 led on – about 1 in 6."


def test_two_are_compared_only_when_the_counts_allow_it() -> None:
    assert compared([Arm("A", 8, 20), Arm("B", 2, 25)]) == (
        f"“A” led on more often than “B”: 8 of 20 against 2 of 25. {OTHERS}"
    )
    assert compared([Arm("A", 5, 20), Arm("B", 2, 25)]) == TOO_EARLY
    for arms in ([], [Arm("A", 8, 20)], [Arm("A", 8, 20), Arm("B", 0, 19)], [Arm("", 9, 90)] * 2):
        assert compared(arms).startswith(TOO_EARLY)


def test_the_two_with_the_most_are_compared_in_any_order() -> None:
    arms = [Arm("small", 3, 3), Arm("A", 8, 20), Arm("B", 2, 25)]
    assert {compared(chosen) for chosen in (arms, arms[::-1])} == {compared(arms)}
    assert "small" not in compared(arms)
