"""A guess on the day of a no beside what came a week later."""

import random
from datetime import date, timedelta
from statistics import median

import pytest

from bounceback_tui.insight.forecast import Forecast, Outcome, Tally, outcomes, tally
from bounceback_tui.insight.mood import Entry

NO = date(2026, 11, 2)
DAY = timedelta(days=1)


def came(guess: int, days: dict[int, list[int]]) -> Outcome:
    told = [Entry(NO + n * DAY, valence) for n, valences in days.items() for valence in valences]
    return outcomes([Forecast(1, NO, guess)], told)[0]


def words(better: int, same: int, harder: int) -> str:
    return Tally(better, same, harder).words


def test_what_came_is_the_median_of_days_6_to_8() -> None:
    found = came(3, {5: [1] * 9, 6: [4], 7: [6, 7], 8: [9], 9: [1] * 9})
    assert (found.actual, found.n, found.error) == (6.5, 4, 3.5)


@pytest.mark.parametrize("day", [6, 7, 8])
def test_one_entry_is_enough(day: int) -> None:
    assert came(5, {day: [4]}).error == -1


def test_without_an_entry_on_these_days_there_is_no_answer() -> None:
    found = came(5, {5: [4], 9: [4]})
    assert (found.actual, found.n, found.error) == (None, 0, None)
    assert tally([found]).n == 0


def test_half_a_point_is_better_or_harder_and_the_same_is_the_same() -> None:
    found = [came(5, {7: [5, 6]}), came(5, {7: [4, 6]}), came(5, {7: [4, 5]})]
    assert tally(found) == Tally(1, 1, 1)


def test_the_example_of_the_book() -> None:
    assert words(4, 0, 1) == "In 4 of 5, a week later felt better than you'd guessed."


@pytest.mark.parametrize("n", [0, 1, 2])
def test_fewer_than_three_answers_say_so(n: int) -> None:
    assert words(n, 0, 0) == f"Not enough yet ({n} of 3)."
    assert words(0, 0, n) == f"Not enough yet ({n} of 3)."


def test_what_was_as_guessed_is_said_beside_what_was_better() -> None:
    assert words(4, 1, 1) == (
        "In 4 of 6, a week later felt better than you'd guessed, in 1 as you'd guessed."
    )


def test_most_of_them_harder_is_said_plainly_and_kindly() -> None:
    assert words(1, 0, 2) == (
        "In 2 of 3, a week later felt harder than you'd guessed. "
        "These have hurt longer than you expected. That's worth telling someone."
    )


def test_half_of_them_harder_is_not_most() -> None:
    assert words(2, 0, 2) == (
        "In 2 of 4, a week later felt better than you'd guessed, in 2 harder than you'd guessed."
    )


def test_a_mixed_lot_is_told_in_full() -> None:
    assert words(1, 1, 1) == (
        "In 1 of 3, a week later felt better than you'd guessed, in 1 as you'd guessed, "
        "in 1 harder than you'd guessed."
    )
    assert words(0, 3, 2) == (
        "In 3 of 5, a week later felt as you'd guessed, in 2 harder than you'd guessed."
    )
    assert words(0, 3, 0) == "In 3 of 3, a week later felt as you'd guessed."


@pytest.mark.parametrize("seed", range(40))
def test_any_guesses_come_out_the_same_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    told = [Entry(NO + rng.randint(0, 60) * DAY, rng.randint(1, 9)) for _ in range(60)]
    guesses = [
        Forecast(n, NO + rng.randint(0, 60) * DAY, rng.randint(1, 9))
        for n in range(rng.randint(0, 9))
    ]
    found = outcomes(guesses, told)
    assert found == outcomes(rng.sample(guesses, len(guesses)), rng.sample(told, len(told)))
    assert [one.forecast.day for one in found] == sorted(guess.day for guess in guesses)
    for one in found:
        near = [v for day, v in told if 6 <= (day - one.forecast.day).days <= 8]
        assert one.actual == (median(near) if near else None)
    assert tally(found).n == sum(one.n > 0 for one in found)
    assert tally(found).words.endswith(".")


def test_a_leap_day_is_a_day_like_any_other() -> None:
    guess = Forecast(1, date(2028, 2, 22), 5)
    days = [date(2028, 2, 27), date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1)]
    assert outcomes([guess], [Entry(day, 6) for day in days])[0].n == 3


def test_the_end_of_the_calendar_breaks_nothing() -> None:
    assert outcomes([Forecast(1, date.max, 5)], [])[0].actual is None
