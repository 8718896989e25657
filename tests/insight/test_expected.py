"""The next ten, and an offer, against METRICS.md's values and against SciPy."""

import pytest
from scipy import special, stats

from bounceback_tui.insight.expected import (
    NO_ESTIMATE,
    next_ten,
    next_ten_words,
    until_offer,
    until_offer_words,
)


@pytest.mark.parametrize(
    ("k", "n", "low", "high", "chance"),
    [(4, 40, 0, 3, 0.649), (0, 20, 0, 1, 0.182), (10, 60, 0, 3, 0.826)],
)
def test_the_next_ten_have_the_values_of_metrics(
    k: int, n: int, low: int, high: int, chance: float
) -> None:
    found = next_ten(k, n)
    assert found is not None
    assert (found.low, found.high, round(found.any_chance, 3)) == (low, high, chance)


def test_the_next_ten_agree_with_scipy() -> None:
    for n in (20, 41, 300):
        for k in {0, 1, n // 4, n}:
            found, theirs = next_ten(k, n), stats.betabinom(10, 0.5 + k, 0.5 + n - k)
            assert found is not None
            assert found.any_chance == pytest.approx(1 - theirs.pmf(0))
            assert (found.low, found.high) == (theirs.ppf(0.1), theirs.ppf(0.9))


@pytest.mark.parametrize(
    ("k", "n", "median", "low", "high", "ten"),
    [(1, 40, 29, 11, 70, 0.236), (2, 60, 24, 9, 53, 0.273), (3, 60, 17, 7, 37, 0.348)],
)
def test_an_offer_has_the_values_of_metrics(
    k: int, n: int, median: int, low: int, high: int, ten: float
) -> None:
    found = until_offer(k, n)
    assert found is not None
    assert (found.median, found.low, found.high) == (median, low, high)
    assert round(found.within_ten, 3) == ten


def test_an_offer_agrees_with_scipys_beta_functions() -> None:
    for k, n in ((1, 20), (5, 200), (20, 20)):
        found, a, b = until_offer(k, n), 1 + k, 30 + n - k
        assert found is not None

        def within(m: int, a: int = a, b: int = b) -> float:
            return float(1 - special.beta(a, b + m) / special.beta(a, b))

        for m, share in ((found.low, 0.25), (found.median, 0.5), (found.high, 0.75)):
            assert within(m) >= share > within(m - 1)


def test_too_few_or_no_offer_say_so() -> None:
    assert next_ten(3, 19) is None
    assert next_ten_words(3, 19) == "Not enough yet (19 of 20)."
    assert until_offer(0, 400) is None
    assert until_offer_words(0, 400) == NO_ESTIMATE
    assert until_offer_words(1, 19) == "Not enough yet (19 of 20)."


def test_the_words_hold_the_figures() -> None:
    assert next_ten_words(4, 40).startswith("Of the next 10 applications 0 to 3 may lead")
    assert "more than 24 further applications" in until_offer_words(2, 60)
    assert "9 to 53" in until_offer_words(2, 60)
    assert until_offer_words(1, 40).endswith("(From 1 offer in 40.)")
    assert next_ten_words(4, 40).endswith("(From 4 interviews in 40.)")
