"""The shape of the file, version by version; every file starts as the first and is brought along.

``NNNN_name.sql`` brings a file from version NNNN-1 to NNNN. A released one is never edited.
"""

import sqlite3
from collections.abc import Callable, Iterator
from importlib.resources import files

from bounceback_tui.store.errors import DamagedFileError


def scripts() -> list[str]:
    """Return the migrations in order; the n-th brings the file to version n."""
    found = sorted(
        (f for f in files(__name__).iterdir() if f.name.endswith(".sql")), key=lambda f: f.name
    )
    return [f.read_text(encoding="utf-8") for f in found]


def statements(script: str) -> Iterator[str]:
    """Yield the statements of *script*; a trigger's body is one with it."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending.strip()
            pending = ""


def migrate(
    connection: sqlite3.Connection,
    migrations: list[str],
    application_id: int,
    before_each: Callable[[str], None] = lambda _statement: None,
) -> None:
    """Bring the file to the newest version, in one transaction: all of it, or none.

    Foreign keys are off meanwhile, so that rebuilding a table does not empty its children, and
    are checked before the commit. *before_each* sees every statement before it is run.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version >= len(migrations):
        return
    connection.execute("PRAGMA foreign_keys=OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for script in migrations[version:]:
            for statement in statements(script):
                before_each(statement)
                connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone():
            raise DamagedFileError("The journal file has rows whose owners are missing.")
        connection.execute(f"PRAGMA application_id={application_id}")
        connection.execute(f"PRAGMA user_version={len(migrations)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON")
