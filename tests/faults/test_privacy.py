"""What is deleted is gone from the file, and what is kept is for its owner's eyes only."""

import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bounceback_tui.settings import Paths
from bounceback_tui.store.store import Store
from tests.faults.places import fill, open_store, opened

pytestmark = pytest.mark.faults
SENTINEL = "Quetzalcoatlus"
Drill = Callable[[Store], None]


def _entry(store: Store) -> None:
    written = store.journal.write(f"So it said: {SENTINEL}. " * 30, SENTINEL, [SENTINEL])
    store.journal.delete(written)


def _revised_entry(store: Store) -> None:
    written = store.journal.write(f"So it said: {SENTINEL}. " * 30, SENTINEL, [SENTINEL])
    store.journal.revise(written, [], title="Calmer", body="Calmer")


def _check_in(store: Store) -> None:
    store.check_ins.delete(store.check_ins.add(3, good=SENTINEL, note=SENTINEL * 9))


def _application(store: Store) -> None:
    added = store.applications.add(SENTINEL, notes=f"{SENTINEL} " * 900)
    store.interviews.add(added, [SENTINEL], notes=SENTINEL)
    store.applications.delete(added)


def _draft(store: Store) -> None:
    store.drafts.keep("entry:new", f"{SENTINEL} " * 2000)
    store.drafts.drop("entry:new")


def _undone(store: Store) -> None:
    store.journal.write(f"{SENTINEL} " * 30)
    store.undo()


def _changed_elsewhere(store: Store) -> None:
    _entry(store)
    store._database.undo_log.forget()


DRILLS: dict[str, Drill] = {
    "an entry": _entry,
    "an entry's old words": _revised_entry,
    "a check-in": _check_in,
    "an application": _application,
    "a draft": _draft,
    "an entry that was undone": _undone,
    "an entry, before another program wrote": _changed_elsewhere,
}


def hits(home: Path) -> list[str]:
    """Return the files that hold the sentinel, in whatever case the index keeps it."""
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path.name for path in files if SENTINEL.lower().encode() in path.read_bytes().lower()]


@pytest.mark.parametrize("drill", DRILLS.values(), ids=DRILLS)
def test_what_is_deleted_is_gone_from_the_file(tmp_path: Path, drill: Drill) -> None:
    with opened(tmp_path) as store:
        fill(store)
        drill(store)
    assert hits(tmp_path) == []


def test_what_is_kept_would_be_found(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.journal.write(SENTINEL)
    assert hits(tmp_path) == ["bounceback.db"]


MAKE_EVERY_FILE = """
import os, sys
from pathlib import Path
os.umask(int(sys.argv[2], 8))
from bounceback_tui.transfer.own_file import write_own_file
from bounceback_tui.settings import Paths, save_choice
from bounceback_tui.ui.safety import keep_crash_report
from tests.faults.places import NOW, fill, open_store
home = Path(sys.argv[1])
paths = Paths.under(home)
save_choice(paths.settings, "theme", "dawn")
keep_crash_report(paths.state, ValueError(), NOW)
store = open_store(home)
fill(store, 3)
store.drafts.keep("entry:new", "On its way")
assert store.back_up()
os.umask(int(sys.argv[2], 8))
write_own_file(paths.data / "export.json", "{}")
save_choice(paths.settings, "theme", "dusk")
database = store._database
with database.quietly() as session:
    session.connection().exec_driver_sql("UPDATE marker SET value = value")
    session.connection().exec_driver_sql("INSERT INTO marker VALUES ('a', 'b')")
    assert list(paths.data.glob("*-journal")), "a journal should be there during a write"
    for path in home.rglob("*"):
        print(oct(path.stat().st_mode & 0o777), path.relative_to(home))
os._exit(0)
"""


@pytest.mark.parametrize("umask", ["000", "022", "077"])
def test_every_file_is_0600_in_a_0700_folder(tmp_path: Path, umask: str) -> None:
    home = tmp_path / "home"
    subprocess.run(
        [sys.executable, "-c", MAKE_EVERY_FILE, str(home), umask], check=True, timeout=60
    )
    names = {path.name.partition("-")[0] for path in home.rglob("*") if path.is_file()}
    assert names >= {"bounceback.db", "settings.toml", "bounceback.lock", "crash", "journal"}
    assert list(Paths.under(home).backups.iterdir())
    wrong = [
        f"{path.relative_to(home)} {stat.S_IMODE(path.stat().st_mode):o}"
        for path in home.rglob("*")
        if stat.S_IMODE(path.stat().st_mode) != (0o700 if path.is_dir() else 0o600)
    ]
    assert wrong == []


def test_what_was_deleted_before_a_kill_is_gone_after_the_next_visit(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    fill(store)
    _entry(store)
    store.abandon()
    with opened(tmp_path) as store:
        store.journal.count()
    assert hits(tmp_path) == []
