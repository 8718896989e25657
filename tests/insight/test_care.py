"""When a kind word is offered, at every edge of the rules."""

from datetime import date, timedelta

import pytest

from bounceback_tui.guides.care.cards import load_cards
from bounceback_tui.insight.care import (
    after_two_weeks,
    first_day,
    looks_heavy,
    matches_direct,
    may_show,
)

TODAY = date(2026, 11, 22)


def days_ago(days: int) -> date:
    return TODAY - timedelta(days=days)


def on_one_day(*valences: int, days: int = 0) -> list[tuple[date, int]]:
    return [(days_ago(days), valence) for valence in valences]


# Heavy weeks


def test_nothing_written_says_nothing() -> None:
    assert not looks_heavy([], TODAY)


def test_four_entries_say_nothing_however_low() -> None:
    assert not looks_heavy(on_one_day(1, 1, 1, 1), TODAY)


def test_five_entries_with_a_median_of_three_are_heavy() -> None:
    assert looks_heavy(on_one_day(1, 2, 3, 9, 9), TODAY)


def test_five_entries_with_a_median_of_four_are_not() -> None:
    assert not looks_heavy(on_one_day(1, 2, 4, 9, 9), TODAY)


def test_a_median_between_three_and_four_is_not_heavy() -> None:
    assert not looks_heavy(on_one_day(1, 1, 3, 4, 9, 9), TODAY)


def test_five_very_low_entries_are_heavy_among_many_good_ones() -> None:
    assert looks_heavy(on_one_day(*[2] * 5, *[9] * 20), TODAY)


def test_four_very_low_entries_among_many_good_ones_are_not() -> None:
    assert not looks_heavy(on_one_day(*[2] * 4, 3, *[9] * 20), TODAY)


def test_the_fourteenth_day_counts_and_the_fifteenth_does_not() -> None:
    assert first_day(TODAY) == days_ago(13)
    assert looks_heavy(on_one_day(2, 2, 2, 2, 2, days=13), TODAY)
    assert not looks_heavy(on_one_day(2, 2, 2, 2, 2, days=14), TODAY)
    assert not looks_heavy(on_one_day(2, 2, 2, 2) + on_one_day(2, days=14), TODAY)


def test_days_that_have_not_come_yet_do_not_count() -> None:
    assert not looks_heavy(on_one_day(1, 1, 1, 1, 1, days=-1), TODAY)


def test_the_fourteen_days_reach_over_a_leap_day() -> None:
    today = date(2028, 3, 13)
    assert first_day(today) == date(2028, 2, 29)
    assert looks_heavy([(date(2028, 2, 29), 1)] * 5, today)
    assert not looks_heavy([(date(2028, 2, 28), 1)] * 5, today)


# Pacing


def test_what_was_never_shown_may_be_shown() -> None:
    assert may_show(None, None, TODAY)


@pytest.mark.parametrize(("days", "may"), [(0, False), (1, False), (6, False), (7, True)])
def test_the_card_comes_at_most_every_seven_days(days: int, may: bool) -> None:
    assert may_show(days_ago(days), None, TODAY) is may


def test_two_quiet_weeks_last_fourteen_days() -> None:
    quiet = after_two_weeks(TODAY)
    assert quiet == TODAY + timedelta(days=14)
    assert not may_show(TODAY, quiet, TODAY + timedelta(days=13))
    assert may_show(TODAY, quiet, TODAY + timedelta(days=14))


def test_a_day_gained_on_a_journey_does_not_bring_the_card_back() -> None:
    assert not may_show(TODAY, None, TODAY - timedelta(days=1))
    assert not may_show(TODAY, after_two_weeks(TODAY), TODAY - timedelta(days=1))


def test_a_clock_set_back_far_does_not_keep_the_card_away_for_years() -> None:
    assert may_show(date(2036, 1, 1), date(2036, 1, 15), TODAY)


def test_a_clock_set_back_by_less_than_a_week_still_waits() -> None:
    assert not may_show(TODAY + timedelta(days=6), None, TODAY)
    assert may_show(TODAY + timedelta(days=7), None, TODAY)


# Words

PHRASES = load_cards().phrases


@pytest.mark.parametrize("phrase", PHRASES)
def test_every_phrase_is_found_in_a_sentence(phrase: str) -> None:
    assert matches_direct(f"Some days I think: {phrase}. Then tea.", PHRASES)


@pytest.mark.parametrize(
    "text",
    [
        "KILL MYSELF",
        "I want to kill\nmyself",
        "kill \t  myself",
        "kill\u00a0myself",
        "“kill myself”",
        "*kill myself*",
        "_suicidal_",
        "suici\u00addal",
        "no reason to live",
    ],
)
def test_case_spaces_and_marks_make_no_difference(text: str) -> None:
    assert matches_direct(text, PHRASES)


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘", "ʼ", "´", "`", "＇", ""])
def test_apostrophes_make_no_difference(apostrophe: str) -> None:
    assert matches_direct(f"I can{apostrophe}t go on", ["can't go on"])
    assert matches_direct("I can't go on", [f"can{apostrophe}t go on"])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "parasuicidally",
        "skill myself up",
        "kill myselfie stick",
        "weekend my lifeline",
        "no reason to lively debate",
        "I would kill for a job",
        "Kill the process myself",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert not matches_direct(text, PHRASES)


def test_an_empty_phrase_matches_nothing() -> None:
    assert not matches_direct("anything at all", ["", " ", "'"])
