"""Undo and redo for every table at once: a log of inverse statements, kept by TEMP triggers.

The technique is SQLite's own (sqlite.org/undoredo.html). The log lives in memory with the writing
connection, so it ends with the session and nothing deleted lingers in the file. A cascade's
deletions are logged too, after their parent's; replayed backwards with deferred foreign keys,
they find it again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection

ACTS_KEPT = 500


@dataclass(frozen=True)
class _Step:
    label: str
    first: int
    last: int


@dataclass
class UndoLog:
    """The acts that can be taken back and those that can be done again."""

    done: list[_Step] = field(default_factory=list)
    undone: list[_Step] = field(default_factory=list)
    _pending: Callable[[], None] | None = None

    def attach(self, connection: Connection, tables: tuple[str, ...]) -> None:
        """Create the log and its triggers on *connection*, for *tables*."""
        cursor = connection.connection.cursor()
        cursor.execute(
            "CREATE TEMP TABLE undo_log (seq INTEGER PRIMARY KEY AUTOINCREMENT, statement TEXT)"
        )
        for table in tables:
            cursor.execute(f'PRAGMA table_info("{table}")')
            for statement in _triggers(table, [row[1] for row in cursor.fetchall()]):
                cursor.execute(statement)
        cursor.close()

    def begin(self, connection: Connection) -> int:
        """Return where the next act's statements will start."""
        return _last_seq(connection) + 1

    def end(self, connection: Connection, first: int, label: str) -> None:
        """Note the statements since *first* as one act; an act that changed nothing is none."""
        last = _last_seq(connection)
        if last >= first:
            self._pending = lambda: self._did(_Step(label, first, last))

    def settle(self) -> None:
        """Make the noted act part of the history, now that it is committed."""
        pending, self._pending = self._pending, None
        if pending:
            pending()

    def forget_pending(self) -> None:
        """Drop the noted act: its transaction was rolled back."""
        self._pending = None

    def undo(self, connection: Connection) -> str | None:
        """Replay the last act's inverse inside the running transaction."""
        return self._replay(connection, self.done, self.undone)

    def redo(self, connection: Connection) -> str | None:
        """Replay the inverse of the last undo inside the running transaction."""
        return self._replay(connection, self.undone, self.done)

    def forget(self) -> None:
        """Forget every act, because the file changed under us."""
        self.done.clear()
        self.undone.clear()

    def _did(self, step: _Step) -> None:
        self.done.append(step)
        self.undone.clear()
        del self.done[:-ACTS_KEPT]

    def _replay(
        self, connection: Connection, source: list[_Step], target: list[_Step]
    ) -> str | None:
        if not source:
            return None
        step = source[-1]
        connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
        statements = connection.exec_driver_sql(
            "SELECT statement FROM undo_log WHERE seq BETWEEN ? AND ? ORDER BY seq DESC",
            (step.first, step.last),
        ).all()
        first = self.begin(connection)
        for (statement,) in statements:
            connection.exec_driver_sql(statement)
        last = _last_seq(connection)
        connection.exec_driver_sql(
            "DELETE FROM undo_log WHERE seq BETWEEN ? AND ?", (step.first, step.last)
        )

        def turn() -> None:
            source.pop()
            target.append(_Step(step.label, first, last))

        self._pending = turn
        return step.label


def _last_seq(connection: Connection) -> int:
    row = connection.exec_driver_sql(
        "SELECT seq FROM temp.sqlite_sequence WHERE name = 'undo_log'"
    ).first()
    return int(row[0]) if row else 0


def _triggers(table: str, columns: list[str]) -> list[str]:
    names = ", ".join(f'"{c}"' for c in columns)
    values = " || ',' || ".join(f'quote(old."{c}")' for c in columns)
    pairs = " || ',' || ".join(f"""'"{c}"=' || quote(old."{c}")""" for c in columns)
    log = "INSERT INTO undo_log(statement) VALUES"
    return [
        f"""CREATE TEMP TRIGGER undo_{table}_insert AFTER INSERT ON main."{table}" BEGIN
        {log} ('DELETE FROM main."{table}" WHERE rowid=' || new.rowid); END""",
        f"""CREATE TEMP TRIGGER undo_{table}_update AFTER UPDATE ON main."{table}" BEGIN
        {log} ('UPDATE main."{table}" SET ' || {pairs} || ' WHERE rowid=' || old.rowid); END""",
        f"""CREATE TEMP TRIGGER undo_{table}_delete BEFORE DELETE ON main."{table}" BEGIN
        {log} ('INSERT INTO main."{table}" (rowid, {names}) VALUES (' || old.rowid || ',' ||
        {values} || ')'); END""",
    ]
