"""Interviews of an application and their preparation."""

from collections.abc import Container, Iterable
from typing import Any

from sqlmodel import col, func, select

from bounceback_tui.models.interview import Interview, PrepItem
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.rows import replace


class Interviews:
    """What a person does with interviews; each method is one transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, application_id: int) -> list[Interview]:
        """Return the interviews of one application by round."""
        query = (
            select(Interview)
            .where(Interview.application_id == application_id)
            .order_by(col(Interview.round), col(Interview.id))
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def get(self, interview_id: int) -> Interview:
        """Return one interview, or raise NotFoundError."""
        with self._database.read() as session:
            found = session.get(Interview, interview_id)
        if found is None:
            raise NotFoundError("That interview is not in the journal any more.")
        return found

    def is_there(self, interview_id: int) -> bool:
        """Tell whether that interview is in the file."""
        with self._database.read() as session:
            return session.get(Interview, interview_id) is not None

    def checklist(self, interview_id: int) -> list[PrepItem]:
        """Return the preparation of one interview in its order."""
        query = (
            select(PrepItem)
            .where(PrepItem.interview_id == interview_id)
            .order_by(col(PrepItem.position), col(PrepItem.id))
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def prepared(self, application_id: int) -> dict[int, tuple[int, int]]:
        """Return, by interview, how many checklist lines are done, and how many there are."""
        query = (
            select(PrepItem.interview_id, func.count().filter(col(PrepItem.done)), func.count())
            .join(Interview)
            .where(Interview.application_id == application_id)
            .group_by(col(PrepItem.interview_id))
        )
        with self._database.read() as session:
            return {number: (done, count) for number, done, count in session.exec(query)}

    def add(
        self,
        application_id: int,
        checklist: Iterable[str] = (),
        done: Container[int] = (),
        **facts: Any,
    ) -> int:
        """Add an interview with a *checklist*, whose places in *done* are, and return its id."""
        with self._database.act("Added an interview") as session:
            added = Interview(application_id=application_id, **facts)
            session.add(added)
            session.flush()
            assert added.id is not None  # noqa: S101
            session.add_all(
                PrepItem(interview_id=added.id, position=place, text=text, done=place in done)
                for place, text in enumerate(checklist)
            )
            return added.id

    def edit(
        self,
        interview_id: int,
        checklist: Iterable[tuple[str, bool]] | None = None,
        **facts: Any,
    ) -> None:
        """Change *facts* of an interview and, when given, its whole checklist."""
        with self._database.act("Edited an interview") as session:
            found = session.get(Interview, interview_id)
            if found is None:
                raise NotFoundError("That interview is not in the journal any more.")
            if found.day is not None and facts.get("day", found.day) != found.day:
                found.times_moved += 1
            found.sqlmodel_update(facts)
            if checklist is None:
                return
            kept = session.exec(select(PrepItem).where(PrepItem.interview_id == interview_id))
            wanted = (
                PrepItem(interview_id=interview_id, position=place, text=text, done=done)
                for place, (text, done) in enumerate(checklist)
            )
            replace(session, kept, wanted)

    def delete(self, interview_id: int) -> None:
        """Delete an interview with its checklist."""
        with self._database.act("Deleted an interview") as session:
            found = session.get(Interview, interview_id)
            if found is not None:
                session.delete(found)
