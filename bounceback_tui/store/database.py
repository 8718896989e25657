"""The file: how it is opened, and the transactions everything goes through."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event, text
from sqlmodel import Session

from bounceback_tui.models.entry import Marker
from bounceback_tui.store.draft_keys import let_drafts_go
from bounceback_tui.store.errors import DamagedFileError, file_errors
from bounceback_tui.store.files import uri
from bounceback_tui.store.undo import UndoLog

UNTIDY = "search_untidy"
WRITER_PRAGMAS = (
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "secure_delete=1",
    "busy_timeout=5000",
    "temp_store=MEMORY",
    "cell_size_check=ON",
)
# The writer's schema is trusted: SQLite 3.40 refuses a virtual table in a trigger otherwise, and
# ours keep the search index. We register no function that a foreign schema could call.
READER_PRAGMAS = (
    "foreign_keys=ON",
    "busy_timeout=5000",
    "temp_store=MEMORY",
    "trusted_schema=OFF",
    "query_only=ON",
)


def engine_for(path: Path, pragmas: tuple[str, ...], begin: str, **options: Any) -> Engine:
    """Return an engine on *path* whose transactions are real ones, opened with *begin*."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: sqlite3.connect(
            uri(path, "rw"), uri=True, isolation_level=None, check_same_thread=False
        ),
        hide_parameters=True,
        **options,
    )

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _record: object) -> None:
        for pragma in pragmas:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


class Database:
    """One open file: one writing connection, which also remembers how to undo, and readers.

    Writes go through ``act`` (can be undone) or ``quietly`` (drafts and markers). Each is one
    ``BEGIN IMMEDIATE`` transaction. Reads go through ``read`` and never wait for the write lock.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._writer = engine_for(path, WRITER_PRAGMAS, "BEGIN IMMEDIATE", poolclass=StaticPool)
        self._reader = engine_for(path, READER_PRAGMAS, "BEGIN")
        self.undo_log = UndoLog()
        self._seen_version: int | None = None

    def prepare(self, tables: tuple[str, ...]) -> None:
        """Start to record how to undo what is done to *tables*, and to let drafts go with rows."""
        with file_errors(), self._writer.begin() as connection:
            self.undo_log.attach(connection, tables)
            let_drafts_go(connection)
        self.changed_elsewhere()

    @contextmanager
    def act(self, label: str, *, forgets_words: bool = False) -> Iterator[Session]:
        """Give a session for one act of the person; *label* is how undo will name it.

        *forgets_words* says that words leave the journal, so that the index is to be cleared of
        them before the file is closed, or at the next closing after a crash.
        """
        with self.quietly() as session:
            if forgets_words:
                session.merge(Marker(key=UNTIDY, value="1"))
            step = self.undo_log.begin(session.connection())
            yield session
            session.flush()
            self.undo_log.end(session.connection(), step, label)
        self.undo_log.settle()

    @contextmanager
    def quietly(self) -> Iterator[Session]:
        """Give a session for a write that undo does not touch."""
        with file_errors(), Session(self._writer, expire_on_commit=False) as session:
            try:
                with session.begin():
                    yield session
            except BaseException:
                self.undo_log.forget_pending()
                raise

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that only reads; rows stay readable after it."""
        try:
            with file_errors(), Session(self._reader, expire_on_commit=False) as session:
                yield session
        except (TypeError, ValueError):
            raise DamagedFileError("The journal file holds a value that can't be read.") from None

    def undo(self) -> str | None:
        """Take back the last act and return its label, or None when there is none."""
        return self._replay(self.undo_log.undo)

    def redo(self) -> str | None:
        """Do again what was undone last and return its label, or None when there is none."""
        return self._replay(self.undo_log.redo)

    def _replay(self, step: Any) -> str | None:
        with self.quietly() as session:
            session.merge(Marker(key=UNTIDY, value="1"))
            label: str | None = step(session.connection())
        self.undo_log.settle()
        return label

    def changed_elsewhere(self) -> bool:
        """Tell whether another process wrote since the last call; its acts can't be undone here."""
        with self.raw() as connection:
            version = connection.execute("PRAGMA data_version").fetchone()[0]
        changed = self._seen_version is not None and version != self._seen_version
        self._seen_version = version
        return changed

    @contextmanager
    def raw(self) -> Iterator[sqlite3.Connection]:
        """Give the writing connection itself, outside any transaction of ours."""
        with file_errors():
            holder = self._writer.raw_connection()
            try:
                connection = holder.driver_connection
                assert isinstance(connection, sqlite3.Connection)  # noqa: S101
                yield connection
            finally:
                holder.close()

    def tidy(self) -> None:
        """Clear the words that have left the journal out of the search index."""
        with self.quietly() as session:
            marker = session.get(Marker, UNTIDY)
            if marker is not None:
                session.execute(text("INSERT INTO search(search) VALUES ('optimize')"))
                session.delete(marker)

    def close(self) -> None:
        """Close every connection."""
        self._reader.dispose()
        self._writer.dispose()
