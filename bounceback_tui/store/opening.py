"""From a path to an open store: who may open it, what it is, and its shape brought up to date."""

import os
import sqlite3
from datetime import datetime
from pathlib import Path

from filelock import FileLock, Timeout

from bounceback_tui.store.backup import back_up
from bounceback_tui.store.database import (
    APPLICATION_ID,
    Database,
    make_private,
    private_folder,
    uri,
)
from bounceback_tui.store.errors import (
    DamagedFileError,
    FileLockedError,
    MissingFileError,
    NewerFileError,
    NoAccessError,
    NotOurFileError,
    file_errors,
)
from bounceback_tui.store.migrations import migrate, scripts

SEEN = "journal-seen"


class OpenFile:
    """An open database with the lock that keeps a second window out; close it to let go."""

    def __init__(self, database: Database, lock: FileLock) -> None:
        self.database = database
        self._lock = lock

    def close(self) -> None:
        """Close the file and let others open it."""
        self.database.close()
        self._lock.release()


def open_file(
    path: Path, state: Path, backup_folder: Path, now: datetime, *, start_new: bool = False
) -> OpenFile:
    """Open the journal at *path*, making or migrating it when that is needed.

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
            _bring_up_to_date(path, backup_folder, now)
            database = Database(path)
        (state / SEEN).touch(mode=0o600)
        return OpenFile(database, lock)
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
        if version == len(migrations):
            return
        if version:
            check(connection)
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
    for pragma in ("quick_check(1)", "integrity_check(1)"):
        if connection.execute(f"PRAGMA {pragma}").fetchone()[0] != "ok":
            raise DamagedFileError("The journal file is damaged.")
    if connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedFileError("The journal file has rows whose owners are missing.")


def check_path(path: Path) -> None:
    """Check the file at *path* through a connection of its own; safe in a thread."""
    with file_errors():
        connection = sqlite3.connect(uri(path, "ro"), uri=True, isolation_level=None)
        try:
            check(connection)
        finally:
            connection.close()
