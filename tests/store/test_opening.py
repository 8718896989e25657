"""Opening: who may open what, private from the first byte, and never silently a new journal."""

import os
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.store.errors import (
    BusyError,
    DamagedFileError,
    FileLockedError,
    MissingFileError,
    NewerFileError,
    NoAccessError,
    NotOurFileError,
    StoreError,
)
from bounceback_tui.store.migrations import scripts
from bounceback_tui.store.opening import APPLICATION_ID
from tests.soundness import assert_sound


@pytest.fixture
def umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.fixture
def journal(plan: Plan) -> Path:
    """A journal with one application in it, closed."""
    opened = open_services(plan)
    opened.store.applications.add("Acme")
    opened.store.close()
    return plan.paths.journal


def refused(plan: Plan, kind: type[StoreError], sentence: str) -> None:
    """Opening is refused with *kind* and *sentence*; the file keeps its bytes, the lock is free."""
    path = plan.paths.journal
    before = path.read_bytes() if path.is_file() else None
    for _ in range(2):
        with pytest.raises(kind, match=sentence):
            open_services(plan)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("mask", [0o000, 0o022])
@pytest.mark.usefixtures("umask")
def test_every_file_and_folder_is_for_its_owner_alone(plan: Plan, mask: int) -> None:
    plan.paths.data.parent.mkdir()
    os.umask(mask)
    opened = open_services(plan)
    opened.store.check_ins.add(5)
    opened.store.back_up()
    home = plan.paths.data.parent
    modes = {
        p.relative_to(home).as_posix(): stat.S_IMODE(p.stat().st_mode) for p in home.rglob("*")
    }
    opened.store.close()
    assert len([m for m in modes.values() if m == 0o600]) >= 4
    assert {name: oct(m) for name, m in modes.items() if m not in (0o600, 0o700)} == {}


def test_a_folder_that_was_open_to_others_is_closed_to_them(plan: Plan) -> None:
    plan.paths.data.mkdir(parents=True)
    plan.paths.data.chmod(0o755)
    open_services(plan).store.close()
    assert stat.S_IMODE(plan.paths.data.stat().st_mode) == 0o700


def test_what_was_kept_is_there_the_next_time(plan: Plan, journal: Path) -> None:
    opened = open_services(plan)
    assert opened.store.applications.get(1).company == "Acme"
    assert opened.store.undo() is None
    assert_sound(opened.store)
    opened.store.close()


def test_a_database_of_another_program_is_refused(plan: Plan) -> None:
    plan.paths.data.mkdir(parents=True)
    with closing(sqlite3.connect(plan.paths.journal)) as other:
        other.execute("CREATE TABLE theirs (x)")
    refused(plan, NotOurFileError, "a database of another program")


def test_a_file_that_is_no_database_is_refused(plan: Plan) -> None:
    plan.paths.data.mkdir(parents=True)
    plan.paths.journal.write_text("Dear diary, " * 100)
    refused(plan, NotOurFileError, "not a Bounceback journal")


def test_a_folder_in_the_place_of_the_journal_is_refused(plan: Plan) -> None:
    plan.paths.journal.mkdir(parents=True)
    refused(plan, NotOurFileError, "there is a folder")


def test_a_newer_journal_is_refused_with_both_versions(plan: Plan, journal: Path) -> None:
    with closing(sqlite3.connect(journal)) as newer:
        newer.execute("PRAGMA user_version = 41")
    refused(plan, NewerFileError, f"version 41; this program knows up to {len(scripts())}")


@pytest.mark.parametrize("is_empty", [False, True])
def test_a_journal_that_is_gone_or_empty_is_not_made_anew_unasked(
    plan: Plan, journal: Path, is_empty: bool
) -> None:
    journal.unlink()
    if is_empty:
        journal.touch()
    refused(plan, MissingFileError, "missing or empty")
    assert journal.exists() is is_empty
    opened = open_services(plan, start_new=True)
    assert sum(opened.store.applications.counts().values()) == 0
    opened.store.close()
    open_services(plan).store.close()


def test_starting_anew_keeps_a_journal_that_is_there(plan: Plan, journal: Path) -> None:
    opened = open_services(plan, start_new=True)
    assert opened.store.applications.get(1).company == "Acme"
    opened.store.close()


def test_a_second_window_is_refused_until_the_first_is_closed(services: Services) -> None:
    with pytest.raises(FileLockedError, match="already open"):
        open_services(services.plan)
    services.store.applications.add("Still works")
    services.store.close()
    open_services(services.plan).store.close()


def test_a_link_that_leads_nowhere_is_not_followed(plan: Plan, tmp_path: Path) -> None:
    plan.paths.data.mkdir(parents=True)
    plan.paths.journal.symlink_to(tmp_path / "elsewhere.db")
    refused(plan, NoAccessError, "can't be used")
    assert not (tmp_path / "elsewhere.db").exists()


def test_a_folder_that_can_not_be_made_is_said(plan: Plan) -> None:
    plan.paths.data.parent.mkdir()
    plan.paths.data.write_text("a file")
    refused(plan, NoAccessError, "can't be made or used")


def test_rows_without_owners_are_found_before_anything_is_written(
    plan: Plan, journal: Path
) -> None:
    with closing(sqlite3.connect(journal)) as connection:
        connection.execute("DELETE FROM application")
        connection.commit()
    refused(plan, DamagedFileError, "owners are missing")


def test_a_file_that_could_not_be_opened_is_let_go(
    plan: Plan, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch, closing(sqlite3.connect(journal)) as other:
        patch.setattr("bounceback_tui.store.database.WRITER_PRAGMAS", ("busy_timeout=1",))
        other.execute("BEGIN EXCLUSIVE")
        patch.setattr("bounceback_tui.store.opening._bring_up_to_date", lambda *_: None)
        refused(plan, BusyError, "Another program is using")
    open_services(plan).store.close()


def test_an_older_journal_is_copied_before_its_shape_is_changed(
    plan: Plan, journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = [*scripts(), "ALTER TABLE application ADD COLUMN mood INTEGER;\n"]
    monkeypatch.setattr("bounceback_tui.store.opening.scripts", lambda: newer)
    before = journal.read_bytes()
    open_services(plan).store.close()
    [copy] = plan.paths.backups.iterdir()
    assert copy.name == f"bounceback-20261122T093000Z-before-v{len(newer)}.db"
    assert stat.S_IMODE(copy.stat().st_mode) == 0o600
    with closing(sqlite3.connect(copy)) as old, closing(sqlite3.connect(journal)) as new:
        assert old.execute("PRAGMA user_version").fetchone() == (len(newer) - 1,)
        assert new.execute("PRAGMA user_version").fetchone() == (len(newer),)
        assert new.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert old.execute("SELECT company FROM application").fetchall() == [("Acme",)]
        assert new.execute("SELECT company FROM application").fetchall() == [("Acme",)]
    assert journal.read_bytes() != before


def test_what_another_process_writes_meanwhile_is_noticed_and_undo_lets_go(
    services: Services,
) -> None:
    store = services.store
    store.applications.add("Acme")
    assert store.changed_elsewhere() is False
    write = "import sqlite3,sys; c=sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()"
    change = "UPDATE application SET company = 'Other'"
    subprocess.run([sys.executable, "-c", write, services.plan.paths.journal, change], check=True)
    assert store.changed_elsewhere() is True
    assert store.changed_elsewhere() is False
    assert store.undo() is None
    assert store.applications.get(1).company == "Other"
