"""The demo: one whole search, the same on the same day, and believable on any."""

import tomllib
from collections import Counter
from datetime import UTC, datetime, timedelta, timezone
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.demo import crowded, make_demo, ten_years
from bounceback_tui.demo.days import Calendar
from bounceback_tui.models.plain_text import plain
from bounceback_tui.models.words import Deed, InterviewKind, Outcome, PayUnit, Stage, WorkMode
from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.settings import Paths
from tests.soundness import assert_sound
from tests.store.looking import dump, rows

NEW_YEAR = datetime(2027, 1, 1, 12, tzinfo=UTC)
MONDAY_EAST = FixedClock(datetime(2028, 2, 28, 22, tzinfo=UTC), timezone(timedelta(hours=9)))


@pytest.fixture
def demo(demo_plan: Plan) -> Any:
    opened = open_services(demo_plan)
    yield opened
    opened.store.close()


def made(home: Path, clock: FixedClock) -> Plan:
    plan = Plan.for_paths(Paths.under(home), clock)
    make_demo(plan)
    return plan


def test_the_search_has_every_stage_and_goes_on(demo: Services) -> None:
    counts = {stage.value: n for stage, n in demo.store.applications.counts().items()}
    assert counts == {
        "saved": 7, "applied": 19, "screening": 4, "interview": 3, "offer": 1, "closed": 26,
    }  # fmt: skip
    path = demo.plan.paths.journal
    ended = dict(
        rows(path, "SELECT outcome, count(*) FROM application WHERE stage='closed' GROUP BY 1")
    )
    assert ended == {"rejected": 15, "no_reply": 8, "withdrawn": 3}
    assert rows(path, "SELECT count(*) FROM check_in") == [(200,)]
    assert rows(path, "SELECT count(*) FROM entry") == [(40,)]
    assert_sound(demo.store)


def test_it_ends_yesterday_evening_and_today_is_still_to_come(demo: Services) -> None:
    latest = demo.store.check_ins.latest()
    assert latest is not None
    assert latest.at == datetime(2026, 11, 21, 21, 10, tzinfo=UTC)
    assert latest.good == "Walked by the river."
    newest = demo.store.journal.pages(0, 1)[0]
    assert newest.at < datetime(2026, 11, 22, tzinfo=UTC)


def test_something_is_overdue_something_is_today_and_an_interview_is_near(demo: Services) -> None:
    today = demo.clock.today()
    due = demo.store.applications.due(today + timedelta(14))
    assert [d.company for d in due if d.day < today] == ["Marlow & Finch", "Tidewater"]
    assert [d.what for d in due if d.day == today] == ["Follow up with Dana"]
    first = next(d for d in due if d.is_interview)
    assert (first.company, first.day, first.time) == (
        "Northwind Ferries", today + timedelta(2), "10:00",
    )  # fmt: skip
    assert demo.store.applications.changes(today - timedelta(7))


def test_a_no_is_felt_and_passes(demo: Services) -> None:
    path, no = demo.plan.paths.journal, "2026-11-19"
    before, after = "day BETWEEN '2026-11-12' AND '2026-11-18'", f"day = '{no}'"
    [(usual,)] = rows(path, f"SELECT avg(valence) FROM check_in WHERE {before}")
    [(that_day,)] = rows(path, f"SELECT avg(valence) FROM check_in WHERE {after}")
    assert that_day < usual - 2
    assert rows(path, "SELECT max(valence) FROM check_in WHERE day = '2026-11-21'") == [(6,)]


def test_the_moods_go_up_and_down_with_gaps_and_fuller_days(demo: Services) -> None:
    path = demo.plan.paths.journal
    found = rows(path, "SELECT day, count(*), avg(valence) FROM check_in GROUP BY day ORDER BY day")
    days = [datetime.fromisoformat(day) for day, _, _ in found]
    gaps = [(b - a).days - 1 for a, b in pairwise(days)]
    assert max(gaps) >= 5
    assert sum(gap > 0 for gap in gaps) > 10
    assert max(count for _, count, _ in found) > 1
    moods = [mood for _, _, mood in found]
    assert min(moods) <= 2
    assert max(moods) >= 7.5
    assert 5 <= sum(moods) / len(moods) <= 6.5
    weekend = [mood for day, mood in zip(days, moods, strict=True) if day.weekday() in (4, 5)]
    assert sum(weekend) / len(weekend) > sum(moods) / len(moods)


def test_every_history_is_a_chain_that_ends_where_the_card_is(demo: Services) -> None:
    applications = demo.store.applications
    for stage in Stage:
        for card in applications.cards(stage, 0, 99):
            history = applications.history(card.id)
            assert history[0].from_stage is None
            assert [c.from_stage for c in history[1:]] == [c.to_stage for c in history[:-1]]
            assert [c.day for c in history] == sorted(c.day for c in history)
            last = history[-1]
            assert (last.to_stage, last.day, last.outcome) == (
                card.stage, card.stage_day, card.outcome,
            )  # fmt: skip
            assert last.day < demo.clock.today()
            assert all(c.day.weekday() < 5 for c in history)


def test_every_stored_word_is_one_the_app_knows(demo: Services) -> None:
    path = demo.plan.paths.journal
    for column, table, words in (
        ("work_mode", "application", {*WorkMode, ""}),
        ("pay_unit", "application", {*PayUnit, ""}),
        ("stage", "application", {*Stage}),
        ("outcome", "application", {*Outcome, None}),
        ("kind", "interview", {*InterviewKind}),
    ):
        assert {value for (value,) in rows(path, f"SELECT {column} FROM {table}")} <= words
    deeds = {deed for (did,) in rows(path, "SELECT did FROM check_in") for deed in did.split()}
    assert deeds == set(Deed)
    assert rows(path, "SELECT 1 FROM check_in WHERE valence NOT BETWEEN 1 AND 9") == []
    assert rows(path, "SELECT 1 FROM check_in WHERE energy NOT BETWEEN 1 AND 9") == []
    scales = "stuck NOT BETWEEN 0 AND 4 OR progress NOT BETWEEN 0 AND 4"
    assert rows(path, f"SELECT 1 FROM check_in WHERE {scales}") == []


def test_the_pages_are_of_many_kinds(demo: Services) -> None:
    path = demo.plan.paths.journal
    lengths = [n for (n,) in rows(path, "SELECT length(body) FROM entry")]
    assert min(lengths) < 200
    assert max(lengths) > 700
    [(starred, linked, untitled)] = rows(
        path, "SELECT sum(starred), sum(application_id IS NOT NULL), sum(title = '') FROM entry"
    )
    assert starred >= 5
    assert linked >= 20
    assert untitled >= 5
    assert len(demo.store.journal.tags()) >= 10
    assert demo.store.journal.on_this_day(demo.clock.today())
    assert demo.store.search.count("river") >= 3


def test_names_are_long_foreign_and_colorful(demo: Services) -> None:
    names = [name for (name,) in rows(demo.plan.paths.journal, "SELECT company FROM application")]
    assert max(map(len, names)) > 60
    assert any("月" in name for name in names)
    assert any("🦦" in name for name in names)
    assert all(plain(name) == name for name in names)


def test_the_same_day_gives_the_same_journal_to_the_byte(tmp_path: Path) -> None:
    first, second = (made(tmp_path / name, FixedClock(NEW_YEAR)) for name in "ab")
    assert first.paths.journal.read_bytes() == second.paths.journal.read_bytes()


@pytest.mark.parametrize("days", range(7))
def test_it_holds_together_on_every_weekday(tmp_path: Path, days: int) -> None:
    clock = FixedClock(NEW_YEAR + timedelta(days=days))
    found = dump(made(tmp_path / "home", clock).paths.journal)
    sizes = {table: len(values) for table, values in found.items()}
    assert (sizes["application"], sizes["check_in"], sizes["entry"]) == (60, 200, 40)
    path = Paths.under(tmp_path / "home").journal
    assert rows(path, "SELECT 1 FROM stage_change WHERE day >= ?", str(clock.today())) == []
    assert rows(path, "SELECT 1 FROM check_in WHERE day >= ?", str(clock.today())) == []
    assert rows(path, "SELECT 1 FROM interview WHERE day > ?", str(clock.today()))


def test_days_are_those_of_the_persons_own_time_zone(tmp_path: Path) -> None:
    plan = made(tmp_path / "home", MONDAY_EAST)
    [(day, at)] = rows(plan.paths.journal, "SELECT day, at FROM check_in ORDER BY at DESC LIMIT 1")
    assert (day, at[:16]) == ("2028-02-28", "2028-02-28 12:10")


@pytest.mark.parametrize("ago", range(-7, 8))
def test_a_workday_is_none_of_the_weekend_and_never_changes_sides(ago: int) -> None:
    for days in range(7):
        calendar = Calendar(FixedClock(NEW_YEAR + timedelta(days=days)))
        day = calendar.workday(ago)
        assert day.weekday() < 5
        assert abs((day - calendar.day(ago)).days) <= 2
        assert (day <= calendar.day(ago)) if ago >= 0 else (day >= calendar.day(ago))


def test_a_month_before_a_long_month_is_its_last_day() -> None:
    calendar = Calendar(FixedClock(datetime(2027, 3, 31, 9, tzinfo=UTC)))
    assert [str(calendar.month_before(n)) for n in (1, 6)] == ["2027-02-28", "2026-09-30"]


def test_no_line_of_a_check_in_is_told_twice() -> None:
    text = files("bounceback_tui.demo").joinpath("check_ins.toml").read_text(encoding="utf-8")
    told = tomllib.loads(text)
    lines = [line for found in told["lines"].values() for line in found]
    assert [line for line, count in Counter(lines).items() if count > 1] == []


def test_ten_years_are_half_check_ins_half_entries_and_searchable(plan: Plan) -> None:
    ten_years(plan, entries=600, applications=60)
    path = plan.paths.journal
    sizes = {table: len(values) for table, values in dump(path).items()}
    assert (sizes["check_in"], sizes["entry"], sizes["application"]) == (300, 300, 60)
    assert 3 <= sizes["stage_change"] / 60 <= 5
    [(first, last)] = rows(path, "SELECT min(day), max(day) FROM entry")
    assert first.startswith("2016-11")
    assert last <= "2026-11-22"
    opened = open_services(plan)
    frequent = Counter(
        word for (body,) in rows(path, "SELECT body FROM entry") for word in body.split()
    )
    words = [word for word, _ in frequent.most_common()]
    assert opened.store.search.count(f"{words[0]} ") > 200
    assert 0 < opened.store.search.count(f"{words[-1]} ") < 5
    assert_sound(opened.store)
    opened.store.close()


def test_a_crowd_is_spread_over_all_stages(plan: Plan) -> None:
    crowded(plan, 60)
    opened = open_services(plan)
    assert set(opened.store.applications.counts().values()) == {10}
    assert opened.store.applications.changes(opened.clock.today() + timedelta(1)) == []
    opened.store.close()
