"""Whether a file is in order, asked of SQLite through the open store."""

from bounceback_tui.store.opening import check
from bounceback_tui.store.store import Store


def assert_sound(store: Store) -> None:
    """Raise DamagedFileError unless the whole file is in order."""
    with store._database.raw() as connection:
        check(connection)
