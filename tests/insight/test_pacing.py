"""The pace of getting back up, at every edge of its rules."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bounceback_tui.insight import pacing
from bounceback_tui.insight.pacing import SessionRule

NO = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
TODAY = NO.date()
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
SECOND = timedelta(seconds=1)


def test_a_form_letter_gets_first_aid_and_people_who_were_met_get_the_steps() -> None:
    assert pacing.proposed_dose(met_people=False) == "first_aid"
    assert pacing.proposed_dose(met_people=True) == "steps"


def test_a_rest_ends_at_its_very_instant() -> None:
    assert not pacing.is_resting(None, NO)
    assert pacing.is_resting(NO + SECOND, NO)
    assert not pacing.is_resting(NO, NO)


def test_the_long_writing_opens_after_twelve_hours_or_when_asked_for() -> None:
    opens = NO + 12 * HOUR
    assert not pacing.may_write(NO, opens - SECOND, asked_for_it=False)
    assert pacing.may_write(NO, opens, asked_for_it=False)
    assert pacing.may_write(NO, NO, asked_for_it=True)


def test_a_clock_set_back_to_before_the_no_locks_nobody_out() -> None:
    assert pacing.may_write(NO, NO - 400 * DAY, asked_for_it=False)
    assert pacing.is_calm(NO, NO - 400 * DAY)


def test_a_day_after_the_last_no_is_calm() -> None:
    assert pacing.is_calm(None, NO)
    assert not pacing.is_calm(NO, NO)
    assert not pacing.is_calm(NO, NO + DAY - SECOND)
    assert pacing.is_calm(NO, NO + DAY)


@pytest.mark.parametrize(
    ("days_ago", "finished", "rule"),
    [
        ([], 0, SessionRule.OPEN),
        ([0], 1, SessionRule.TOMORROW),
        ([1], 1, SessionRule.OPEN),
        ([3, 2, 1], 3, SessionRule.OPEN),
        ([4, 3, 2, 1], 4, SessionRule.ENOUGH),
        ([4, 3, 2, 0], 4, SessionRule.ENOUGH),
    ],
)
def test_one_sitting_a_day_and_four_in_all(
    days_ago: list[int], finished: int, rule: SessionRule
) -> None:
    days = [TODAY - n * DAY for n in days_ago]
    assert pacing.sting_sessions_left(days, TODAY, finished) is rule


def test_a_traveller_whose_day_repeats_has_had_that_day_s_sitting() -> None:
    assert pacing.sting_sessions_left([TODAY + DAY], TODAY, 1) is SessionRule.TOMORROW
    assert pacing.sting_sessions_left([TODAY], TODAY + DAY, 1) is SessionRule.OPEN


def test_a_leap_day_is_a_day_like_any_other() -> None:
    leap = date(2028, 2, 29)
    assert pacing.sting_sessions_left([date(2028, 2, 28)], leap, 1) is SessionRule.OPEN
    assert pacing.sting_sessions_left([leap], leap, 1) is SessionRule.TOMORROW
    assert pacing.sting_sessions_left([leap], date(2028, 3, 1), 1) is SessionRule.OPEN
    assert pacing.follow_up_opens_on(date(2028, 2, 27)) == leap


@pytest.mark.parametrize(
    ("finished", "guide"),
    [(0, "not_personal"), (1, "not_personal_2"), (2, "not_personal_3"), (3, "not_personal_3")],
)
def test_each_sitting_has_its_own_text(finished: int, guide: str) -> None:
    assert pacing.session_guide(finished) == guide


def test_an_answer_is_for_somebody_near_their_usual_self() -> None:
    assert pacing.baseline([]) is None
    usual = pacing.baseline([4, 6, 9])
    assert usual == 6
    assert pacing.suits_follow_up(5, usual)
    assert not pacing.suits_follow_up(4, usual)
    assert pacing.suits_follow_up(None, usual)
    assert pacing.suits_follow_up(1, None)


def test_what_was_put_off_is_offered_from_its_time_on_and_on_one_day_only() -> None:
    assert not pacing.offered_today(None, None, NO, TODAY)
    assert not pacing.offered_today(NO + SECOND, None, NO, TODAY)
    assert pacing.offered_today(NO, None, NO, TODAY)
    assert pacing.offered_today(NO, TODAY, NO + HOUR, TODAY)
    assert not pacing.offered_today(NO, TODAY, NO + DAY, TODAY + DAY)


def test_a_clock_set_back_offers_again_only_what_has_come() -> None:
    assert not pacing.offered_today(NO, TODAY, NO - DAY, TODAY - DAY)
    assert not pacing.offered_today(NO - 9 * DAY, TODAY, NO - DAY, TODAY - DAY)
