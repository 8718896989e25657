"""Copies of the file: made whole, checked, private, and thinned out with age."""

import os
import sqlite3
from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

from bounceback_tui.store.errors import DamagedFileError
from bounceback_tui.store.files import make_private, private_folder

STAMP = "%Y%m%dT%H%M%SZ"
MIN_INTERVAL = timedelta(minutes=30)
DAILY, WEEKLY, MONTHLY = 7, 4, 12


def back_up(source: sqlite3.Connection, folder: Path, now: datetime, reason: str = "") -> Path:
    """Copy *source* into *folder* and return the copy's path.

    The copy is made by SQLite's backup API into a private temporary file, checked there, brought
    to the disk and only then given its name. On failure nothing is left behind.
    """
    private_folder(folder)
    name = f"bounceback-{now.strftime(STAMP)}{'-' + reason if reason else ''}.db"
    target, partial = folder / name, folder / (name + ".part")
    partial.unlink(missing_ok=True)
    make_private(partial)
    try:
        _copy(source, partial)
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)
    _sync_folder(folder)
    return target


def _copy(source: sqlite3.Connection, path: Path) -> None:
    copy = sqlite3.connect(path)
    try:
        source.backup(copy)
        if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise DamagedFileError("The backup did not pass its check and was not kept.")
    finally:
        copy.close()
    with path.open("rb") as handle:
        os.fsync(handle.fileno())


def _sync_folder(folder: Path) -> None:
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def backups(folder: Path) -> list[tuple[datetime, Path]]:
    """Return the routine backups in *folder*, newest first; those made for a reason are apart."""
    found = []
    for path in folder.glob("bounceback-*.db"):
        try:
            found.append((datetime.strptime(path.stem, f"bounceback-{STAMP}"), path))  # noqa: DTZ007
        except ValueError:
            continue
    return sorted(found, reverse=True)


def is_due(folder: Path, now: datetime) -> bool:
    """Tell whether the newest routine backup is old enough for another.

    One from the future was made while the clock was wrong, and is no reason to wait for it.
    """
    newest = backups(folder)[:1]
    return not newest or abs(now.replace(tzinfo=None) - newest[0][0]) >= MIN_INTERVAL


def superfluous(stamps: Iterable[datetime], now: datetime) -> list[datetime]:
    """Return which of *stamps* may go.

    Kept are all of two days, then the newest of each of 7 days, 4 weeks and 12 months.
    """
    newest_first = sorted(stamps, reverse=True)
    keep = {s for s in newest_first if now - s < timedelta(days=2)}
    for period, count in (("%Y-%j", DAILY), ("%G-%V", WEEKLY), ("%Y-%m", MONTHLY)):
        newest_of: dict[str, datetime] = {}
        for stamp in newest_first:
            newest_of.setdefault(stamp.strftime(period), stamp)
        keep.update(list(newest_of.values())[:count])
    return [s for s in newest_first if s not in keep]


def thin_out(folder: Path, now: datetime) -> None:
    """Delete the routine backups that ``superfluous`` names."""
    known = dict(backups(folder))
    for stamp in superfluous(known, now.replace(tzinfo=None)):
        known[stamp].unlink(missing_ok=True)
