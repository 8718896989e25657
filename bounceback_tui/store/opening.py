"""From a path to a file that may be opened: whose it is, that it is whole, and its shape.

Nothing here loads the data layer, so that a file can be checked while that is being loaded.
"""

import os
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from bounceback_tui.store.backup import back_up
from bounceback_tui.store.errors import (
    DamagedFileError,
    FileLockedError,
    MissingFileError,
    NewerFileError,
    NoAccessError,
    NotOurFileError,
    file_errors,
)
from bounceback_tui.store.files import make_private, private_folder
from bounceback_tui.store.migrations import migrate, scripts

APPLICATION_ID = 0x42_42_41_4B
SEEN = "journal-seen"


@dataclass(frozen=True)
class ReadyFile:
    """A journal that was found whole, has this program's shape, and is ours until let go."""

    path: Path
    backups: Path
    lock: FileLock

    def let_go(self) -> None:
        """Let others open it."""
        self.lock.release()


def make_ready(
    path: Path, state: Path, backups: Path, now: datetime, *, start_new: bool = False
) -> ReadyFile:
    """Make the journal at *path* ready to be opened, creating or migrating it where needed.

    A file that was here before and is now missing or empty is not replaced unless *start_new*.
    Raises a ``StoreError`` for everything a person may have to act on; the file is then as it was.
    """
    os.umask(0o077)
    try:
        private_folder(path.parent)
        private_folder(state)
    except OSError:
        raise NoAccessError("The folder for the journal can't be made or used.") from None
    lock = _lock(state)
    try:
        with file_errors():
            _make_sure_it_exists(path, state, start_new=start_new)
            _bring_up_to_date(path, backups, now)
            (state / SEEN).touch(mode=0o600)
        return ReadyFile(path, backups, lock)
    except BaseException:
        lock.release()
        raise


def _lock(state: Path) -> FileLock:
    lock = FileLock(state / "bounceback.lock", mode=0o600, thread_local=False)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise FileLockedError("This journal is already open in another window.") from None
    except OSError:
        raise NoAccessError("The folder for the journal can't be written to.") from None
    return lock


def _make_sure_it_exists(path: Path, state: Path, *, start_new: bool) -> None:
    if path.is_dir():
        raise NotOurFileError("Where the journal should be there is a folder.")
    if path.with_name(path.name + "-wal").exists():
        raise DamagedFileError(
            f"Beside the journal lies {path.name}-wal, the log of another program or another copy."
        )
    is_empty = not path.exists() or path.stat().st_size == 0
    if not is_empty:
        return
    if (state / SEEN).exists() and not start_new:
        raise MissingFileError("Your journal file is missing or empty, though it was here before.")
    if not path.exists():
        make_private(path)


def _bring_up_to_date(path: Path, backup_folder: Path, now: datetime) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.execute("PRAGMA busy_timeout=5000")
        connection.execute("PRAGMA synchronous=FULL")
        version = _version_of(connection)
        migrations = scripts()
        if version > len(migrations):
            raise NewerFileError(
                f"This journal has version {version}; this program knows up to {len(migrations)}."
            )
        if version:
            check(connection)
        if version == len(migrations):
            return
        if version:
            back_up(connection, backup_folder, now, reason=f"before-v{len(migrations)}")
        migrate(connection, migrations, APPLICATION_ID)
    finally:
        connection.close()


def _version_of(connection: sqlite3.Connection) -> int:
    """Return the file's version, 0 for one with nothing in it; refuse another program's file."""
    version: int = connection.execute("PRAGMA user_version").fetchone()[0]
    application_id = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application_id != APPLICATION_ID and (tables or version or application_id):
        raise NotOurFileError("The journal file is a database of another program.")
    return version


def check(connection: sqlite3.Connection) -> None:
    """Raise DamagedFileError unless SQLite finds the whole file in order."""
    if connection.execute("PRAGMA integrity_check(1)").fetchone()[0] != "ok":
        raise DamagedFileError("The journal file is damaged.")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedFileError("The journal file has rows whose owners are missing.")
