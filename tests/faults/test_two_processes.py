"""Two processes on one file: no update is lost, and a second window is refused."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from bounceback_tui.models.entry import Marker
from bounceback_tui.settings import Paths
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import FileLockedError
from tests.faults.places import open_store, opened, rows

pytestmark = pytest.mark.faults
ROUNDS = 200


def count_up(path: Path, rounds: int) -> None:
    """Read, add one and write, *rounds* times, each in one transaction."""
    database = Database(path)
    for _ in range(rounds):
        with database.quietly() as session:
            found = session.get(Marker, "count")
            session.merge(Marker(key="count", value=str(int(found.value if found else 0) + 1)))
    database.close()


def test_no_update_is_lost_between_two_processes(tmp_path: Path) -> None:
    with opened(tmp_path):
        pass
    context = get_context("forkserver")
    context.set_forkserver_preload(["bounceback_tui.store.store"])
    path = Paths.under(tmp_path).journal
    both = [context.Process(target=count_up, args=(path, ROUNDS)) for _ in range(2)]
    for process in both:
        process.start()
    for process in both:
        process.join()
    assert [process.exitcode for process in both] == [0, 0]
    assert rows(tmp_path, "SELECT value FROM marker WHERE key = 'count'") == [(str(2 * ROUNDS),)]


def try_to_open(home: Path) -> None:
    """Leave with the exit code of what refuses the file."""
    try:
        open_store(home)
    except FileLockedError as error:
        raise SystemExit(error.exit_code) from None


def test_a_second_process_is_refused_and_the_lock_ends_with_the_first(tmp_path: Path) -> None:
    context = get_context("forkserver")
    with opened(tmp_path):
        second = context.Process(target=try_to_open, args=(tmp_path,))
        second.start()
        second.join()
    third = context.Process(target=try_to_open, args=(tmp_path,))
    third.start()
    third.join()
    assert (second.exitcode, third.exitcode) == (3, 0)


def test_a_change_from_elsewhere_is_seen_and_ends_what_can_be_undone(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.journal.write("Mine")
        assert not store.changed_elsewhere()
        process = get_context("forkserver").Process(
            target=count_up, args=(Paths.under(tmp_path).journal, 1)
        )
        process.start()
        process.join()
        assert store.changed_elsewhere()
        assert store.undo() is None
        assert store.journal.count() == 1
