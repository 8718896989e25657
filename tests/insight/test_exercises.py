"""Before and after an exercise, counted."""

import random

import pytest

from bounceback_tui.insight.exercises import Sessions, pooled, reliable_change


def test_the_example_of_the_book() -> None:
    pairs = [(3, 5), (2, 4), (5, 5), (1, 9), (6, 7), (4, 3)]
    assert pooled(pairs) == Sessions(4, 1, 1)
    assert pooled(pairs).told() == (
        "After this one you rated yourself higher 4 times, the same once, lower once."
    )


@pytest.mark.parametrize("n", [0, 1, 4])
def test_fewer_than_five_sessions_say_so(n: int) -> None:
    assert pooled([(1, 9)] * n).told() == f"Not enough yet ({n} of 5)."


def test_five_sessions_are_enough_whatever_came_of_them() -> None:
    assert pooled([(9, 1)] * 5).told() == (
        "After this one you rated yourself higher never, the same never, lower 5 times."
    )
    assert "higher twice, the same 3 times, lower never" in Sessions(2, 3, 0).told()


@pytest.mark.parametrize("seed", range(20))
def test_every_session_is_counted_once_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    pairs = [(rng.randint(1, 9), rng.randint(1, 9)) for _ in range(rng.randint(0, 50))]
    found = pooled(pairs)
    assert found.n == len(pairs)
    assert found.higher == len([1 for before, after in pairs if after - before > 0])
    assert found.lower == len([1 for before, after in pairs if before - after > 0])
    assert found == pooled(rng.sample(pairs, len(pairs)))


def test_a_single_pair_would_have_to_differ_by_three_points() -> None:
    assert reliable_change(2, 0.7) == pytest.approx(3.036, abs=0.001)
    assert reliable_change(2, 1) == 0


def test_what_else_was_rated_is_told_in_its_own_words() -> None:
    assert Sessions(0, 1, 4).told("Afterwards it felt", "truer", "less true") == (
        "Afterwards it felt truer never, the same once, less true 4 times."
    )
