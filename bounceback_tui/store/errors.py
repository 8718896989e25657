"""What can go wrong with the file, each as one sentence that says what to do."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager


class StoreError(Exception):
    """Something is wrong with the file; ``str()`` is a sentence without the person's words."""

    exit_code = 4
    safe = "Nothing in it was changed."
    advice = "Try again; if it stays like this, `bounceback path` shows where the backups are."


class FileLockedError(StoreError):
    """Another Bounceback has the file open."""

    exit_code = 3
    advice = "Close the other window, then try again."


class NewerFileError(StoreError):
    """The file was written by a newer Bounceback."""

    exit_code = 5
    advice = "Update Bounceback with the tool you installed it with, then open the file again."


class NotOurFileError(StoreError):
    """The file is a database of another program, or no database at all."""

    advice = "Move that file elsewhere, or choose another folder with --data-dir."


class DamagedFileError(StoreError):
    """SQLite finds the file damaged."""

    advice = "Copy the file somewhere safe first; `bounceback path` shows where the backups are."


class MissingFileError(StoreError):
    """The journal that was here before is gone or empty."""

    advice = (
        "If it was moved or a disk is not mounted, put it back and press r. "
        "Press n to start a new, empty journal here."
    )


class DiskFullError(StoreError):
    """No room is left for the change."""

    exit_code = 1
    safe = "What was saved before is safe; the last change was not saved."
    advice = "Free some space on the disk and try again."


class BusyError(StoreError):
    """Another program holds the file for longer than we wait."""

    exit_code = 3
    safe = "What was saved before is safe; the last change was not saved."
    advice = "Try again in a moment."


class NoAccessError(StoreError):
    """The file or its folder can't be read or written."""

    advice = "Check who owns the folder and whether it may be written to."


class NotFoundError(StoreError):
    """The thing asked for is not, or no longer, in the file."""

    exit_code = 1
    advice = "It may have been deleted; u brings back what was deleted last."


_BY_NAME: dict[str, tuple[type[StoreError], str]] = {
    "SQLITE_FULL": (DiskFullError, "The disk is full."),
    "SQLITE_BUSY": (BusyError, "Another program is using the journal file."),
    "SQLITE_LOCKED": (BusyError, "Another program is using the journal file."),
    "SQLITE_CORRUPT": (DamagedFileError, "The journal file is damaged."),
    "SQLITE_NOTADB": (NotOurFileError, "The journal file is not a Bounceback journal."),
    "SQLITE_CANTOPEN": (NoAccessError, "The journal file can't be opened."),
    "SQLITE_READONLY": (NoAccessError, "The journal file can't be written to."),
    "SQLITE_IOERR": (NoAccessError, "The disk did not answer while the journal was being used."),
    "SQLITE_PERM": (NoAccessError, "The journal file can't be opened."),
    "SQLITE_AUTH": (NoAccessError, "The journal file can't be opened."),
}


def as_store_error(error: BaseException) -> StoreError | None:
    """Return *error* as one of ours, or None when it is not about the file.

    SQLAlchemy's errors hold the driver's as ``orig``; its module is too slow to load for that.
    """
    cause = getattr(error, "orig", error)
    if isinstance(cause, OSError):
        return _of_the_system(cause)
    if not isinstance(cause, sqlite3.Error):
        return None
    name = getattr(cause, "sqlite_errorname", "") or ""
    for prefix, (kind, sentence) in _BY_NAME.items():
        if name.startswith(prefix):
            return kind(sentence)
    if any(sign in str(cause) for sign in ("UTF-8", "no such table", "no such column")):
        return DamagedFileError("The journal file is damaged.")
    return None


def _of_the_system(error: OSError) -> StoreError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFullError("The disk is full.")
    return NoAccessError("A file or folder that the journal needs can't be used.")


@contextmanager
def file_errors() -> Iterator[None]:
    """Turn the errors of SQLite and of the disk into ours; others pass through unchanged."""
    try:
        yield
    except UnicodeDecodeError:
        raise DamagedFileError("The journal file is damaged.") from None
    except Exception as error:
        ours = as_store_error(error)
        if ours is None:
            raise
        raise ours from None
