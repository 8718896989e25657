"""The journal: one timeline of entries and check-ins, tags, stars, and days before."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Deed
from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.store.check_ins import unpack
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.store import Store
from bounceback_tui.store.values import Page


@pytest.fixture
def store(services: Services) -> Store:
    return services.store


def titles(pages: list[Page]) -> list[str]:
    return [page.title for page in pages]


def write_at(store: Store, clock: FixedClock, at: str, title: str) -> int:
    clock.at = datetime.fromisoformat(at).replace(tzinfo=UTC)
    return store.journal.write("body", title)


def test_entries_and_check_ins_stand_in_one_timeline_newest_first(
    store: Store, clock: FixedClock
) -> None:
    store.journal.write("body", "first")
    clock.advance(hours=1)
    store.check_ins.add(4, good="second", note="a note")
    clock.advance(hours=1)
    store.journal.write("body", "third")
    pages = store.journal.pages(0, 9)
    assert titles(pages) == ["third", "second", "first"]
    assert [page.is_check_in for page in pages] == [False, True, False]
    assert (pages[1].valence, pages[1].body) == (4, "a note")
    assert store.journal.count() == 3


@settings(
    max_examples=20,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(minutes=st.lists(st.tuples(st.integers(0, 4), st.booleans()), max_size=12))
def test_pages_and_places_agree_even_where_two_lines_share_an_instant(
    store: Store, clock: FixedClock, minutes: list[tuple[int, bool]]
) -> None:
    start = clock.at
    for minute, is_check_in in minutes:
        clock.at = start + timedelta(minutes=minute)
        if is_check_in:
            store.check_ins.add(5)
        else:
            store.journal.write("x")
    clock.at = start
    whole = store.journal.pages(0, 10_000)
    assert len(whole) == store.journal.count()
    assert [p.at for p in whole] == sorted((p.at for p in whole), reverse=True)
    paged = [p for offset in range(0, len(whole), 5) for p in store.journal.pages(offset, 5)]
    assert paged == whole
    assert [store.journal.position(page) for page in whole] == list(range(len(whole)))


def test_a_page_shows_the_beginning_and_the_entry_has_it_all(store: Store) -> None:
    number = store.journal.write("x" * 5000, "long")
    assert len(store.journal.pages(0, 1)[0].body) == 240
    assert len(store.journal.get(number).entry.body) == 5000


def test_an_entry_keeps_its_instant_when_it_is_revised(store: Store, clock: FixedClock) -> None:
    number = store.journal.write("draft", "a", application_id=None)
    written = clock.now()
    clock.advance(days=3)
    store.journal.revise(number, title="b", body="better")
    found = store.journal.get(number).entry
    assert (found.title, found.body, found.at) == ("b", "better", written)
    assert found.edited_at == clock.now()


def test_tags_are_cleaned_counted_and_replaced(store: Store) -> None:
    first = store.journal.write("x", tags=["#Rest", " rest ", "A Bad  Night", "", "#"])
    store.journal.write("y", tags=["rest"])
    assert store.journal.get(first).tags == ("a-bad-night", "rest")
    assert store.journal.tags() == [("rest", 2), ("a-bad-night", 1)]
    store.journal.revise(first, ["no"])
    assert store.journal.get(first).tags == ("no",)
    store.journal.revise(first, body="tags stay")
    assert store.journal.get(first).tags == ("no",)
    store.journal.delete(first)
    assert store.journal.tags() == [("rest", 1)]


def test_a_star_is_set_and_taken_away(store: Store) -> None:
    number = store.journal.write("x")
    assert store.journal.star(number) is True
    assert store.journal.pages(0, 1)[0].starred
    assert store.journal.star(number) is False
    assert not store.journal.get(number).entry.starred


def test_what_is_gone_is_said_to_be_gone(store: Store) -> None:
    for act in (store.journal.get, store.journal.star, store.journal.delete, store.check_ins.get):
        with pytest.raises(NotFoundError):
            act(1)


def test_the_entries_of_an_application_are_its_own(store: Store, clock: FixedClock) -> None:
    card, other = store.applications.add("Acme"), store.applications.add("Northwind")
    store.journal.write("x", "old", application_id=card)
    store.journal.write("x", "other", application_id=other)
    clock.advance(days=1)
    store.journal.write("x", "new", application_id=card)
    assert titles(store.journal.of_application(card)) == ["new", "old"]


def test_this_day_is_remembered_from_other_years_and_months(
    store: Store, clock: FixedClock
) -> None:
    for at, title in (
        ("2024-11-22T08:00", "two years"),
        ("2025-11-21T23:59", "the day before"),
        ("2025-11-22T23:59", "a year"),
        ("2026-05-22T10:00", "half a year"),
        ("2026-10-22T10:00", "a month"),
        ("2026-11-22T10:00", "today"),
    ):
        write_at(store, clock, at, title)
    found = store.journal.on_this_day(date(2026, 11, 22))
    assert titles(found) == ["a month", "half a year", "a year", "two years"]


def test_a_leap_day_remembers_leap_days_and_no_other(store: Store, clock: FixedClock) -> None:
    for at, title in (
        ("2020-02-29T10:00", "leap"),
        ("2023-02-28T10:00", "not this"),
        ("2023-03-01T10:00", "nor this"),
        ("2024-01-29T10:00", "a month"),
    ):
        write_at(store, clock, at, title)
    assert titles(store.journal.on_this_day(date(2024, 2, 29))) == ["a month", "leap"]
    assert store.journal.on_this_day(date(2024, 8, 31)) == []


def test_a_day_is_the_local_one_and_an_instant_comes_back_in_utc(plan: Plan) -> None:
    east = timezone(timedelta(hours=13))
    plan.clock = FixedClock(datetime(2026, 11, 22, 20, 0, tzinfo=UTC), east)
    opened = open_services(plan)
    opened.store.check_ins.add(5)
    opened.store.journal.write("late", "late")
    [entry, check_in] = opened.store.journal.on_day(date(2026, 11, 23))
    assert entry.title == "late"
    assert check_in.at == datetime(2026, 11, 22, 20, 0, tzinfo=UTC)
    assert check_in.at.utcoffset() == timedelta()
    opened.store.close()


def test_a_check_in_keeps_what_was_said_and_nothing_that_was_not(store: Store) -> None:
    number = store.check_ins.add(3, [Deed.RESTED, Deed.APPLIED], stuck=0)
    found = store.check_ins.get(number)
    assert (found.valence, found.energy, found.stuck, found.progress) == (3, None, 0, None)
    assert unpack(found.did) == [Deed.APPLIED, Deed.RESTED]
    store.check_ins.edit(number, [], valence=4)
    assert store.check_ins.get(number).did == ""
    assert store.check_ins.get(number).at == found.at


def test_days_are_means_and_missing_days_are_missing(store: Store, clock: FixedClock) -> None:
    for days, valence in ((0, 3), (0, 6), (2, 8)):
        clock.advance(days=days)
        store.check_ins.add(valence)
    first = date(2026, 11, 22)
    assert [tuple(day) for day in store.check_ins.by_day(first)] == [
        (first, 4.5, 2),
        (first + timedelta(2), 8.0, 1),
    ]
    latest = store.check_ins.latest()
    assert latest is not None
    assert latest.valence == 8


def test_good_lines_are_of_days_before_newest_first(store: Store, clock: FixedClock) -> None:
    for good in ("soup", "", "river", "today's"):
        store.check_ins.add(6, good=good)
        clock.advance(days=1)
    clock.advance(days=-1)
    assert [c.good for c in store.check_ins.good_lines(clock.today())] == ["river", "soup"]
