"""Backups: whole, private, thinned out with age, and never half a file."""

import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.clock import FixedClock
from bounceback_tui.services import Services, open_services
from bounceback_tui.store.backup import MIN_INTERVAL, back_up, backups, superfluous, thin_out
from bounceback_tui.store.errors import NoAccessError
from tests.soundness import assert_sound
from tests.store.looking import dump
from tests.store.test_undo import fill

NOW = datetime(2026, 11, 22, 9, 30)
AGES = st.lists(st.integers(0, 500 * 24 * 60), max_size=150)


def test_a_backup_is_the_whole_journal_for_its_owner_alone(services: Services) -> None:
    fill(services.store)
    made = services.store.back_up()
    assert made is not None
    assert dump(made) == dump(services.plan.paths.journal)
    assert stat.S_IMODE(made.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.parent.stat().st_mode) == 0o700
    assert made.name == "bounceback-20261122T093000Z.db"


def test_a_backup_put_in_the_place_of_the_journal_opens_as_it_was(services: Services) -> None:
    fill(services.store)
    made = services.store.back_up()
    before = dump(services.plan.paths.journal)
    services.store.applications.delete(1)
    services.store.close()
    assert made is not None
    shutil.copy(made, services.plan.paths.journal)
    again = open_services(services.plan)
    assert_sound(again.store)
    assert dump(services.plan.paths.journal) == before
    assert again.store.search.count("robotics") == 1
    again.store.close()


def test_a_routine_backup_is_made_at_most_every_half_hour(
    services: Services, clock: FixedClock
) -> None:
    assert services.store.back_up() is not None
    clock.advance(minutes=29)
    assert services.store.back_up() is None
    clock.advance(minutes=1)
    assert services.store.back_up() is not None
    assert len(backups(services.plan.paths.backups)) == 2


def test_a_backup_made_while_the_clock_was_wrong_holds_up_no_other(
    services: Services, clock: FixedClock
) -> None:
    clock.advance(days=365)
    assert services.store.back_up() is not None
    clock.advance(days=-365)
    assert services.store.back_up() is not None


def test_a_backup_made_for_a_reason_is_never_thinned_out(
    services: Services, clock: FixedClock
) -> None:
    folder = services.plan.paths.backups
    with services.store._database.raw() as connection:
        kept = back_up(connection, folder, clock.now(), reason="before-v2")
    for _ in range(30):
        clock.advance(days=20)
        services.store.back_up()
    assert kept.exists()
    assert len(backups(folder)) < 20
    (folder / "bounceback-notes.db").touch()
    thin_out(folder, clock.now())
    assert (folder / "bounceback-notes.db").exists()


def test_a_backup_that_fails_leaves_nothing_behind(services: Services, clock: FixedClock) -> None:
    folder = services.plan.paths.backups

    class Failing(sqlite3.Connection):
        def backup(self, target: sqlite3.Connection, **_: object) -> None:  # type: ignore[override]
            target.execute("CREATE TABLE half (x)")
            raise sqlite3.OperationalError("disk I/O error")

    with (
        closing(sqlite3.connect(services.plan.paths.journal, factory=Failing)) as source,
        pytest.raises(sqlite3.OperationalError),
    ):
        back_up(source, folder, clock.now())
    assert list(folder.iterdir()) == []


def test_a_half_backup_of_a_killed_run_is_no_obstacle(services: Services) -> None:
    folder = services.plan.paths.backups
    folder.mkdir(mode=0o700)
    (folder / "bounceback-20261122T093000Z.db.part").write_text("half")
    assert services.store.back_up() is not None
    assert [path.suffix for path in folder.iterdir()] == [".db"]


def test_a_folder_that_can_not_be_made_is_said_in_a_sentence(services: Services) -> None:
    services.plan.paths.backups.write_text("not a folder")
    with pytest.raises(NoAccessError, match="can't be used"):
        services.store.back_up()


def test_what_is_kept_after_two_years_of_backups_every_six_hours() -> None:
    stamps = [NOW - timedelta(hours=6 * n) for n in range(2920)]
    gone = superfluous(stamps, NOW)
    kept = [stamp for stamp in stamps if stamp not in gone]
    assert kept[:8] == stamps[:8]
    assert [f"{stamp:%d.%m.%y %H:%M}" for stamp in kept[8:]] == [
        f"{day} 21:30"
        for day in (
            "19.11.26", "18.11.26", "17.11.26", "16.11.26",
            "15.11.26", "08.11.26", "01.11.26",
            "31.10.26", "30.09.26", "31.08.26", "31.07.26", "30.06.26", "31.05.26",
            "30.04.26", "31.03.26", "28.02.26", "31.01.26", "31.12.25",
        )
    ]  # fmt: skip


@given(ages=AGES)
def test_the_newest_of_two_days_a_week_and_a_year_are_always_kept(ages: list[int]) -> None:
    stamps = {NOW - timedelta(minutes=age) for age in ages}
    gone = set(superfluous(stamps, NOW))
    kept = stamps - gone
    assert gone <= stamps
    assert {s for s in stamps if NOW - s < timedelta(days=2)} <= kept
    assert not stamps or max(stamps) in kept
    assert len({s for s in kept if NOW - s >= timedelta(days=2)}) <= 7 + 4 + 12
    for period, count in (("%Y-%j", 7), ("%G-%V", 4), ("%Y-%m", 12)):
        newest = {s.strftime(period): s for s in sorted(stamps)}
        assert set(sorted(newest.values(), reverse=True)[:count]) <= kept


@given(ages=AGES)
def test_thinning_out_twice_is_thinning_out_once(ages: list[int]) -> None:
    stamps = {NOW - timedelta(minutes=age) for age in ages}
    kept = stamps - set(superfluous(stamps, NOW))
    assert superfluous(kept, NOW) == []


@given(ages=st.lists(st.integers(0, 90 * 24 * 60), min_size=1, max_size=60))
def test_thinning_out_as_one_goes_keeps_a_copy_of_every_recent_day(ages: list[int]) -> None:
    kept: set[datetime] = set()
    for stamp in sorted(NOW - timedelta(minutes=age) for age in ages):
        kept.add(stamp)
        kept -= set(superfluous(kept, stamp))
    days = {(NOW - timedelta(minutes=age)).date() for age in ages}
    assert set(sorted(days)[-7:]) <= {stamp.date() for stamp in kept}


def test_the_interval_is_half_an_hour() -> None:
    assert timedelta(minutes=30) == MIN_INTERVAL
