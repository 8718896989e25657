"""Words for days, spans and counts, and days from words."""

from datetime import date, datetime

import pytest

from bounceback_tui.ui import text

SUNDAY = date(2026, 11, 22)


def day(number: int, month: int = 11, year: int = 2026) -> date:
    return date(year, month, number)


def test_a_count_agrees_with_its_noun() -> None:
    assert text.plural(1, "card") == "1 card"
    assert text.plural(0, "card") == "0 cards"
    assert text.plural(2, "entry", "entries") == "2 entries"
    assert text.plural(5000, "card") == "5,000 cards"


def test_a_date_says_its_year_only_when_it_is_not_this_one() -> None:
    assert text.date_words(day(2), SUNDAY) == "Mon 2 Nov"
    assert text.date_words(day(2, year=2024), SUNDAY) == "2 Nov 2024"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (day(22), "today"),
        (day(23), "tomorrow"),
        (day(24), "Tue"),
        (day(28), "Sat"),
        (day(29), "29 Nov"),
        (day(21), "yesterday"),
        (day(20), "2 days ago"),
    ],
)
def test_a_day_to_come_is_near_in_words_and_far_as_a_date(when: date, words: str) -> None:
    assert text.ahead(when, SUNDAY) == words


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (day(22), "today"),
        (day(21), "yesterday"),
        (day(8), "14 days ago"),
        (day(7), "Sat 7 Nov"),
        (day(22, year=2025), "22 Nov 2025"),
        (day(23), "tomorrow"),
    ],
)
def test_a_past_day_is_near_in_words_and_far_as_a_date(when: date, words: str) -> None:
    assert text.ago(when, SUNDAY) == words


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (-3, "new"),
        (0, "new"),
        (1, "1d"),
        (27, "27d"),
        (28, "4w"),
        (90, "12w"),
        (91, "3mo"),
        (365, "1y"),
    ],
)
def test_a_span_is_as_short_as_a_card_needs_it(days: int, words: str) -> None:
    assert text.span(days) == words


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("today", day(22)),
        (" Tomorrow ", day(23)),
        ("yesterday", day(21)),
        ("+3", day(25)),
        ("-2", day(20)),
        ("mon", day(23)),
        ("sunday", day(29)),
        ("2026-12-01", day(1, 12)),
    ],
)
def test_a_day_can_be_named_in_short_words(words: str, expected: date) -> None:
    assert text.parse_day(words, SUNDAY) == expected


def test_a_weekday_in_the_past_is_the_last_one() -> None:
    assert text.parse_day("fri", SUNDAY, past=True) == day(20)
    assert text.parse_day("sun", SUNDAY, past=True) == SUNDAY


@pytest.mark.parametrize(
    "words", ["", "mo", "+", "-", "+x", "2026-13-01", "03/04", "someday", "+99999999999", "٣"]
)
def test_what_is_no_day_is_refused_with_the_forms_that_are(words: str) -> None:
    with pytest.raises(ValueError, match=r"^That is no day; write .*2026-11-30"):
        text.parse_day(words, SUNDAY)


@pytest.mark.parametrize(
    ("words", "number"), [("", None), (" ", None), ("7", 7), ("90,000", 90_000), ("9 000", 9_000)]
)
def test_a_whole_number_can_be_written_in_groups(words: str, number: int | None) -> None:
    assert text.parse_number(words, 0, 100_000) == number


@pytest.mark.parametrize("words", ["x", "-1", "1.5", "100001", "²"])
def test_a_number_out_of_range_or_none_is_refused(words: str) -> None:
    with pytest.raises(ValueError, match="whole number from 0 to 100,000"):
        text.parse_number(words, 0, 100_000)


def test_the_first_line_that_says_something_is_found_without_its_signs() -> None:
    assert text.first_line("\n\n## A walk\nby the river") == "A walk"
    assert text.first_line("> - said she") == "said she"
    assert text.first_line("\n  \n#\n") == ""


def test_the_time_of_day_has_two_digits_each() -> None:
    assert text.clock_words(datetime(2026, 11, 22, 9, 5)) == "09:05"


def test_a_line_stands_in_quotation_marks() -> None:
    assert text.quoted("So it is") == "“So it is”"
