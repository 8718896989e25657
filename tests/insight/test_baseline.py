"""What is usual before a no, whether mood dipped, and when it was back."""

import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import numpy as np
import pytest
from scipy.stats import median_abs_deviation

from bounceback_tui.insight.baseline import (
    Baseline,
    Course,
    History,
    MoodRecovery,
    baseline,
    mood_waits,
    recoveries,
    recovery,
    undipped_words,
    usual,
)
from bounceback_tui.insight.bounce_back import Rejection, Wait
from bounceback_tui.insight.mood import Entry

NO = date(2026, 11, 2)
DAY = timedelta(days=1)
SIXES = {n: [6] for n in range(-5, 0)}

Days = Mapping[int, Sequence[int]]


def after(days: int) -> date:
    return NO + days * DAY


def entries(days: Days) -> list[Entry]:
    return [Entry(after(n), valence) for n, valences in days.items() for valence in valences]


def before(days: Days, *noes: int) -> Baseline | None:
    """What was usual before a no of day 0, with more noes on other days."""
    return baseline(NO, History(entries(days), map(after, [0, *noes])))


def went(days: Days, *noes: int) -> MoodRecovery:
    """How mood went after a no of day 0, five sixes being before it."""
    return recovery(NO, History(entries(SIXES | days), map(after, [0, *noes])))


# What is usual


def test_the_noise_is_at_least_a_point() -> None:
    assert usual([Entry(NO, 6)]) == Baseline(6, 1, 1)
    assert usual(entries({0: [5, 6, 7]})) == Baseline(6, 1, 3)


def test_the_noise_is_half_the_spread_that_the_mad_stands_for() -> None:
    found = usual(entries({0: [1, 2, 5, 8, 9]}))
    assert (found.median, found.noise) == (5, pytest.approx(0.5 * 1.4826 * 3))
    assert found.floor == pytest.approx(5 - 2.2239)


@pytest.mark.parametrize("seed", range(40))
def test_median_and_noise_are_those_of_scipy_in_any_order(seed: int) -> None:
    rng = random.Random(seed)
    valences = [rng.randint(1, 9) for _ in range(rng.randint(1, 40))]
    found = usual(entries({0: valences}))
    mad = median_abs_deviation(valences)
    assert found == (np.median(valences), pytest.approx(max(1, 0.5 * 1.4826 * mad)), len(valences))
    assert found == usual(entries({0: rng.sample(valences, len(valences))}))


def test_five_entries_on_five_days_are_a_baseline() -> None:
    assert before(SIXES) == Baseline(6, 1, 5)
    assert before({n: [6] for n in range(-4, 0)}) is None


def test_five_entries_on_four_days_are_none() -> None:
    assert before({-4: [6], -3: [6], -2: [6], -1: [6, 6]}) is None


def test_the_fourteen_days_before_count_and_neither_the_fifteenth_nor_the_day_itself() -> None:
    days = {n: [6] for n in range(-14, -9)}
    assert before(days | {-15: [1] * 9, 0: [1] * 9}) == Baseline(6, 1, 5)
    assert before({n - 1: v for n, v in days.items()}) is None


def test_days_0_to_3_after_an_earlier_no_are_left_out() -> None:
    low = {n: [1, 1, 1] for n in range(-10, -6)}
    assert before(SIXES | low, -10) == Baseline(6, 1, 5)
    assert before(SIXES | {-6: [1]}, -10) == Baseline(6, 1, 6)


def test_a_no_before_the_fourteen_days_reaches_into_them() -> None:
    assert before(SIXES | {-14: [1], -13: [1], -12: [2]}, -16) == Baseline(6, 1, 6)


def test_with_too_little_before_it_a_lifetime_counts_from_seven_entries_on() -> None:
    assert before({-40: [7, 7, 7], 20: [5, 5, 5]}) is None
    assert before({-40: [7, 7, 7], 20: [5, 5, 5, 5]}) == Baseline(5, 1, 7)


def test_a_lifetime_leaves_out_days_0_to_3_after_every_no() -> None:
    days = {-40: [7] * 7, 0: [1] * 5, 3: [1] * 5, 30: [1] * 5, 33: [1] * 5}
    assert before(days, 30) == Baseline(7, 1, 7)
    assert before(days | {4: [1] * 20}, 30) == Baseline(1, 1, 27)


def test_no_entries_at_all_are_no_baseline() -> None:
    assert before({}) is None


# How it went


def test_without_a_baseline_nothing_is_said_of_a_dip() -> None:
    found = recovery(NO, History(entries({0: [1], 1: [9]}), [NO]))
    assert found == MoodRecovery(Course.NO_BASELINE, None)


def test_an_entry_at_the_floor_is_no_dip_and_is_not_no_days() -> None:
    found = went({0: [5], 3: [5], 4: [1]})
    assert found == MoodRecovery(Course.NO_DIP, Baseline(6, 1, 5), None, is_over=False)
    assert found.course.value == "No clear dip this time."


@pytest.mark.parametrize("day", [0, 1, 2, 3])
def test_one_entry_below_the_floor_on_days_0_to_3_is_a_dip(day: int) -> None:
    assert went({0: [6], day: [6, 4, 6]}).course is Course.DIP


def test_a_low_entry_on_day_4_belongs_to_something_else() -> None:
    assert went({0: [6], 4: [1]}).course is Course.NO_DIP


def test_first_days_without_entries_say_nothing_of_a_dip() -> None:
    assert went({4: [1], 5: [6], 6: [6]}).course is Course.NO_ENTRIES


def test_a_time_that_was_low_already_has_no_room_for_a_dip() -> None:
    twos = {n: [2] for n in range(-5, 0)}
    assert went(twos | {0: [1], 1: [1]}).course is Course.LOW_ALREADY
    assert went({n: [3] for n in range(-5, 0)} | {0: [1]}).course is Course.DIP


def test_mood_is_back_on_the_first_day_of_two_entries_whose_mean_is_at_the_floor() -> None:
    found = went({0: [2], 1: [3], 2: [4], 3: [6], 4: [9]})
    assert (found.days, found.is_over) == (2, True)


def test_one_good_entry_alone_is_not_back() -> None:
    found = went({0: [2], 1: [6], 2: [3], 3: [3], 4: [3]})
    assert (found.days, found.is_over) == (4, False)


def test_the_day_of_the_no_itself_is_never_the_day_mood_is_back() -> None:
    assert went({0: [2, 9, 9], 1: [9], 2: [9]}).days == 1
    assert went({0: [2, 9, 9]}) == MoodRecovery(Course.DIP, Baseline(6, 1, 5), 0, is_over=False)


def test_two_entries_of_one_day_are_two_in_a_row() -> None:
    assert went({0: [2], 1: [5, 5]}).days == 1


def test_within_a_day_the_order_they_were_written_in_counts() -> None:
    assert went({0: [2], 1: [3, 5, 1, 6]}).is_over is False
    assert went({0: [2], 1: [3, 1, 5, 6]}).is_over is True


def test_two_entries_three_days_apart_are_in_a_row_and_four_days_apart_are_not() -> None:
    assert went({0: [2], 4: [6], 7: [6]}).days == 4
    assert went({0: [2], 4: [6], 8: [6]}) == MoodRecovery(Course.DIP, Baseline(6, 1, 5), 8)


def test_good_entries_before_the_dip_are_not_a_recovery_from_it() -> None:
    assert went({0: [6], 1: [6, 6], 3: [2], 4: [3], 5: [6], 6: [6]}).days == 5


def test_the_entry_that_dipped_is_not_half_of_a_recovery() -> None:
    assert went({1: [3], 2: [9], 3: [9]}).days == 2


def test_a_recovery_that_was_not_reached_is_known_up_to_the_last_entry() -> None:
    found = went({0: [2], 40: [2]})
    assert (found.days, found.is_over) == (40, False)


def test_the_next_no_ends_what_is_known() -> None:
    found = went({0: [2], 1: [3], 5: [6], 6: [6]}, 5)
    assert (found.days, found.is_over) == (5, False)
    assert went({0: [2], 1: [3], 3: [6], 4: [6]}, 5).days == 3


def test_a_pair_that_the_next_no_cuts_in_two_is_not_a_recovery() -> None:
    assert went({0: [2], 4: [6], 5: [6]}, 5).is_over is False


def test_the_next_no_after_the_last_entry_adds_no_knowledge() -> None:
    assert went({0: [2], 3: [3]}, 20).days == 3


def test_a_second_no_of_the_same_day_cuts_nothing() -> None:
    assert went({0: [2], 1: [6], 2: [6]}, 0).days == 1


def test_each_no_has_its_course_oldest_first_and_dips_become_waits() -> None:
    noes = [Rejection(8, after(30)), Rejection(9, NO), Rejection(7, after(60))]
    days = SIXES | {0: [2], 1: [3], 2: [6], 3: [6]}
    days |= {n: [6] for n in range(16, 30)} | {30: [6], 31: [6]} | {n: [6] for n in range(46, 60)}
    days |= {60: [2], 61: [2]}
    found = recoveries(noes, entries(days))
    assert [(no.id, course.course) for no, course in found] == [
        (9, Course.DIP),
        (8, Course.NO_DIP),
        (7, Course.DIP),
    ]
    assert mood_waits(found) == [
        Wait(9, NO, 2, is_over=True),
        Wait(7, after(60), 1, is_over=False),
    ]


def test_calm_ones_and_those_nobody_can_tell_are_counted_apart() -> None:
    def found(*courses: Course) -> list[tuple[Rejection, MoodRecovery]]:
        return [(Rejection(n, NO), MoodRecovery(c, None)) for n, c in enumerate(courses)]

    assert undipped_words([]) == undipped_words(found(Course.DIP)) == ""
    assert undipped_words(found(Course.DIP, Course.NO_DIP)) == "No clear dip after 1 of 2."
    unknown = found(Course.NO_DIP, Course.NO_ENTRIES, Course.NO_BASELINE, Course.LOW_ALREADY)
    assert undipped_words(unknown) == (
        "No clear dip after 1 of 4. 3 of 4 can't be told from what was written."
    )


def test_a_leap_day_is_a_day_like_any_other() -> None:
    no = date(2028, 2, 28)
    told = [Entry(no - n * DAY, 6) for n in range(1, 6)] + [Entry(no, 2)]
    told += [Entry(date(2028, 2, 29), 3), Entry(date(2028, 3, 1), 6), Entry(date(2028, 3, 2), 6)]
    assert recovery(no, History(told, [no])).days == 2


def test_a_thousand_entries_on_the_day_of_the_no_are_one_dip() -> None:
    assert went({0: [2, 9] * 500, 1: [6], 2: [6]}).days == 1


def test_the_ends_of_the_calendar_break_nothing() -> None:
    for end in (date.min, date.max):
        assert recovery(end, History([Entry(end, 5)] * 9, [end])).course is Course.NO_BASELINE


@pytest.mark.parametrize("seed", range(60))
def test_any_course_is_that_of_the_rules_gone_through_one_by_one(seed: int) -> None:
    rng = random.Random(seed)
    days = {n: [rng.randint(1, 9) for _ in range(rng.choice([0, 1, 1, 2]))] for n in range(-20, 40)}
    noes = sorted({0, *(rng.randint(-20, 40) for _ in range(rng.randint(0, 3)))})
    told = entries(days)
    found = recovery(NO, History(told, map(after, noes)))
    shuffled = {n: days[n] for n in rng.sample(list(days), len(days))}
    assert found == recovery(NO, History(entries(shuffled), map(after, noes[::-1])))
    if not found.baseline or found.course is not Course.DIP:
        return
    floor = found.baseline.floor
    flat = [(n, v) for n, valences in days.items() for v in valences if n >= 0]
    ends = next((n for n in noes if n > 0), 999)
    flat = [(n, v) for n, v in flat if n < ends]
    first = next((i for i, (_, v) in enumerate(flat) if v < floor), len(flat))
    back = [
        flat[i][0]
        for i in range(first + 1, len(flat) - 1)
        if flat[i][0] >= 1
        and flat[i + 1][0] - flat[i][0] <= 3
        and flat[i][1] + flat[i + 1][1] >= 2 * floor
    ]
    last = max(n for n, valences in days.items() if valences)
    assert (found.days, found.is_over) == ((back[0], True) if back else (min(ends, last), False))
