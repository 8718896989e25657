"""The store: everything that can be read from or done to one open file."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlmodel import SQLModel

from bounceback_tui.clock import Clock
from bounceback_tui.models.tables import UNDOABLE
from bounceback_tui.store.applications import Applications
from bounceback_tui.store.archive import archive
from bounceback_tui.store.backup import back_up, is_due, thin_out
from bounceback_tui.store.bulk import insert_rows
from bounceback_tui.store.check_ins import CheckIns
from bounceback_tui.store.corner import Corner
from bounceback_tui.store.criteria import Criteria
from bounceback_tui.store.database import Database
from bounceback_tui.store.drafts import Drafts, Markers
from bounceback_tui.store.errors import file_errors
from bounceback_tui.store.flags import Flags
from bounceback_tui.store.interviews import Interviews
from bounceback_tui.store.journal import Journal
from bounceback_tui.store.lessons import Lessons
from bounceback_tui.store.messages import Messages
from bounceback_tui.store.mood_history import MoodHistory
from bounceback_tui.store.opening import ReadyFile, make_ready
from bounceback_tui.store.people import People
from bounceback_tui.store.record import OwnRecord
from bounceback_tui.store.recoveries import Recoveries
from bounceback_tui.store.search import Search
from bounceback_tui.store.search_history import SearchHistory
from bounceback_tui.store.sittings import Sittings
from bounceback_tui.store.small_steps import SmallSteps


class Store:
    """One open file, by noun."""

    def __init__(self, file: ReadyFile, clock: Clock) -> None:
        """Open *file*; where that fails it is let go."""
        self._file = file
        self._clock = clock
        self._database = Database(file.path)
        try:
            self._database.prepare(tuple(str(t.__tablename__) for t in UNDOABLE))
        except BaseException:
            self.abandon()
            raise
        self.applications = Applications(self._database, clock)
        self.interviews = Interviews(self._database)
        self.check_ins = CheckIns(self._database, clock)
        self.journal = Journal(self._database, clock)
        self.search = Search(self._database)
        self.recoveries = Recoveries(self._database, clock)
        self.sittings = Sittings(self._database, clock)
        self.small_steps = SmallSteps(self._database, clock)
        self.mood = MoodHistory(self._database, clock)
        self.history = SearchHistory(self._database, clock)
        self.record = OwnRecord(self._database, clock)
        self.flags = Flags(self._database, clock)
        self.criteria = Criteria(self._database, clock)
        self.lessons = Lessons(self._database, clock)
        self.corner = Corner(self._database, clock)
        self.people = People(self._database, clock)
        self.messages = Messages(self._database, clock)
        self.drafts = Drafts(self._database, clock)
        self.markers = Markers(self._database)

    @classmethod
    def open(
        cls, path: Path, state: Path, backups: Path, clock: Clock, *, start_new: bool = False
    ) -> "Store":
        """Open the journal at *path*; see ``opening.make_ready``."""
        return cls(make_ready(path, state, backups, clock.now(), start_new=start_new), clock)

    def undo(self) -> str | None:
        """Take back the last act; return what it was, or None."""
        return self._database.undo()

    def redo(self) -> str | None:
        """Do again what was undone last; return what it was, or None."""
        return self._database.redo()

    def changed_elsewhere(self) -> bool:
        """Tell whether another process wrote meanwhile; then nothing before it can be undone."""
        changed = self._database.changed_elsewhere()
        if changed:
            self._database.undo_log.forget()
        return changed

    def back_up(self) -> Path | None:
        """Make the routine backup when the last is old enough, and thin out older ones."""
        now: datetime = self._clock.now()
        folder = self._file.backups
        if not is_due(folder, now):
            return None
        with file_errors(), self._database.raw() as connection:
            made = back_up(connection, folder, now)
            thin_out(folder, now)
        return made

    def archive(self) -> dict[str, list[dict[str, Any]]]:
        """Return everything in the file as plain values, by table."""
        return archive(self._database)

    def load(self, rows: Mapping[type[SQLModel], Iterable[dict[str, Any]]]) -> None:
        """Put *rows*, many and by table, into the file; see ``bulk.insert_rows``."""
        insert_rows(self._database, rows)

    def close(self) -> None:
        """Clear deleted words out of the search index, then close the file whatever happens."""
        try:
            self._database.tidy()
        finally:
            self.abandon()

    def abandon(self) -> None:
        """Close the file as it is."""
        self._database.close()
        self._file.let_go()
