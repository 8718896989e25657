"""No room left: a sentence, nothing that was acknowledged lost, and work goes on with room."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from bounceback_tui.settings import Paths
from bounceback_tui.store.errors import DiskFullError
from bounceback_tui.store.store import Store
from tests.faults.places import integrity, open_store, opened, rows
from tests.soundness import assert_sound

pytestmark = pytest.mark.faults
WORDS = "Some words that need room. " * 40


def write_until_full(store: Store) -> list[int]:
    """Return the entries that were acknowledged before the disk was full."""
    written: list[int] = []
    try:
        while len(written) < 5000:
            written.append(store.journal.write(WORDS, tags=["no"]))
    except DiskFullError:
        return written
    pytest.fail("The disk was never full.")


@contextmanager
def full(home: Path) -> Iterator[Store]:
    """Give the store under *home*; closing it may say, once it is closed, that the disk is full."""
    store = open_store(home)
    try:
        yield store
    finally:
        with suppress(DiskFullError):
            store.close()


def limit(store: Store, more_pages: int) -> None:
    """Let the file grow by *more_pages*; the pages a migration left free are given back first."""
    with store._database.raw() as connection:
        connection.execute("VACUUM")
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages + more_pages}")


def kept(home: Path) -> list[int]:
    return [number for (number,) in rows(home, "SELECT id FROM entry ORDER BY id")]


def test_a_file_that_may_not_grow_loses_nothing_and_takes_more_when_it_may(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        limit(store, 60)
        written = write_until_full(store)
        assert len(store.journal.pages(0, 500)) == len(written)
        store.journal.delete(written.pop())
        assert_sound(store)
        limit(store, 1000)
        written.append(store.journal.write(WORDS))
    assert kept(tmp_path) == sorted(written)
    assert integrity(Paths.under(tmp_path).journal) == "ok"


def test_what_failed_for_want_of_room_is_not_offered_for_undo(tmp_path: Path) -> None:
    with full(tmp_path) as store:
        limit(store, 60)
        written = write_until_full(store)
        assert store.undo() == "Wrote an entry"
    assert kept(tmp_path) == written[:-1]


ACTS: dict[str, Callable[[Store], object]] = {
    "check-in": lambda store: store.check_ins.add(5, note=WORDS * 9),
    "draft": lambda store: store.drafts.keep("entry:new", WORDS * 9),
    "application": lambda store: store.applications.add("Company", notes=WORDS * 9),
}


def repeat(act: Callable[[Store], object], store: Store) -> None:
    for _ in range(50):
        act(store)


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS)
def test_every_kind_of_act_says_that_the_disk_is_full(
    tmp_path: Path, act: Callable[[Store], object]
) -> None:
    with full(tmp_path) as store:
        limit(store, 0)
        with pytest.raises(DiskFullError):
            repeat(act, store)
        assert_sound(store)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root can mount a small disk")
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(disk)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("no small disk can be mounted here")
    yield disk
    subprocess.run(["umount", "-l", str(disk)], check=True)


def test_a_full_disk_loses_nothing_that_was_acknowledged(small_disk: Path) -> None:
    with full(small_disk) as store:
        written = write_until_full(store)
        assert len(store.journal.pages(0, 500)) == len(written)
    assert len(written) > 20
    assert kept(small_disk) == written
    assert integrity(Paths.under(small_disk).journal) == "ok"


def test_a_backup_that_finds_no_room_leaves_nothing_behind(small_disk: Path) -> None:
    with full(small_disk) as store:
        write_until_full(store)
        with pytest.raises(DiskFullError):
            store.back_up()
        assert_sound(store)
    assert list(Paths.under(small_disk).backups.iterdir()) == []


def test_after_room_is_made_work_goes_on(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 200_000)
    with full(small_disk) as store:
        written = write_until_full(store)
        ballast.unlink()
        written.append(store.journal.write(WORDS))
    assert kept(small_disk) == written


def test_closing_on_a_full_disk_lets_go_of_the_file(small_disk: Path) -> None:
    store = open_store(small_disk)
    written = write_until_full(store)
    with suppress(DiskFullError):
        store.close()
    assert kept(small_disk) == written
    with full(small_disk) as again:
        assert len(again.journal.pages(0, 500)) == len(written)
