"""Check-ins: how somebody was, and when."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlalchemy import func
from sqlalchemy import select as sql_select
from sqlmodel import col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.words import Deed
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.values import DayMood


class CheckIns:
    """What a person does with check-ins; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def get(self, check_in_id: int) -> CheckIn:
        """Return one check-in, or raise NotFoundError."""
        with self._database.read() as session:
            found = session.get(CheckIn, check_in_id)
        if found is None:
            raise NotFoundError("That check-in is not in the journal any more.")
        return found

    def latest(self) -> CheckIn | None:
        """Return the newest check-in."""
        with self._database.read() as session:
            return session.exec(select(CheckIn).order_by(col(CheckIn.at).desc()).limit(1)).first()

    def by_day(self, since: date) -> list[DayMood]:
        """Return the mean valence of each day with a check-in from *since* on, oldest first."""
        query = (
            sql_select(col(CheckIn.day), func.avg(col(CheckIn.valence)), func.count())
            .where(col(CheckIn.day) >= since)
            .group_by(col(CheckIn.day))
            .order_by(col(CheckIn.day))
        )
        with self._database.read() as session:
            return [DayMood(day, mean, count) for day, mean, count in session.execute(query)]

    def valences(self, since: date, until: date, limit: int = 500) -> list[tuple[date, int]]:
        """Return day and valence of the newest check-ins from *since* to *until*, both included."""
        query = (
            sql_select(col(CheckIn.day), col(CheckIn.valence))
            .where(col(CheckIn.day) >= since, col(CheckIn.day) <= until)
            .order_by(col(CheckIn.day).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return [(day, valence) for day, valence in session.execute(query)]

    def good_lines(self, before: date, limit: int = 60) -> list[CheckIn]:
        """Return the newest check-ins from before *before* that name something good."""
        query = (
            select(CheckIn)
            .where(CheckIn.good != "", col(CheckIn.day) < before)
            .order_by(col(CheckIn.at).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def add(self, valence: int, did: Iterable[Deed] = (), **rest: Any) -> int:
        """Keep a check-in of this moment and return its id."""
        with self._database.act("Checked in") as session:
            added = CheckIn(
                at=self._clock.now(),
                day=self._clock.today(),
                valence=valence,
                did=pack(did),
                **rest,
            )
            session.add(added)
            session.flush()
            assert added.id is not None  # noqa: S101
            return added.id

    def edit(self, check_in_id: int, did: Iterable[Deed] | None = None, **facts: Any) -> None:
        """Change a check-in; when it was made stays."""
        with self._database.act("Edited a check-in", forgets_words=True) as session:
            found = session.get(CheckIn, check_in_id)
            if found is None:
                raise NotFoundError("That check-in is not in the journal any more.")
            if did is not None:
                facts["did"] = pack(did)
            found.sqlmodel_update(facts)

    def delete(self, check_in_id: int) -> None:
        """Delete a check-in."""
        with self._database.act("Deleted a check-in", forgets_words=True) as session:
            found = session.get(CheckIn, check_in_id)
            if found is not None:
                session.delete(found)


def pack(deeds: Iterable[Deed]) -> str:
    """Return *deeds* as the file keeps them."""
    return " ".join(sorted({deed.value for deed in deeds}))


def unpack(did: str) -> list[Deed]:
    """Return the deeds kept in *did*, in the order the check-in asks for them."""
    kept = set(did.split())
    return [deed for deed in Deed if deed.value in kept]
