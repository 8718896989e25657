"""Drafts of what is being written, and markers of what the app has done. Undo knows neither."""

from sqlmodel import select

from bounceback_tui.clock import Clock
from bounceback_tui.models.entry import Draft, Marker
from bounceback_tui.store.database import Database


class Drafts:
    """Text on its way; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def keep(self, key: str, body: str) -> None:
        """Keep *body* as what stands in the field *key* now."""
        with self._database.quietly() as session:
            session.merge(Draft(key=key, body=body, saved_at=self._clock.now()))

    def get(self, key: str) -> Draft | None:
        """Return what was kept for *key*."""
        with self._database.read() as session:
            return session.get(Draft, key)

    def pending(self) -> list[str]:
        """Return the keys of all drafts."""
        with self._database.read() as session:
            return list(session.exec(select(Draft.key).order_by(Draft.key)))

    def drop(self, key: str) -> None:
        """Forget the draft of *key*."""
        with self._database.quietly() as session:
            found = session.get(Draft, key)
            if found is not None:
                session.delete(found)


class Markers:
    """Small facts of the app about itself, by name."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def get(self, key: str) -> str | None:
        """Return the fact *key*."""
        with self._database.read() as session:
            found = session.get(Marker, key)
        return found.value if found else None

    def set(self, key: str, value: str) -> None:
        """Remember the fact *key*."""
        with self._database.quietly() as session:
            session.merge(Marker(key=key, value=value))
