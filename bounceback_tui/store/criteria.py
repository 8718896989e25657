"""Criteria: what a job must have or must not have, and the questions that check it early."""

from typing import Any

from sqlmodel import case, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.flag import Criterion
from bounceback_tui.models.words import CriterionKind
from bounceback_tui.store.database import Database
from bounceback_tui.store.rows import put, require


class Criteria:
    """What a person does with criteria; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def all(self, kind: CriterionKind | None = None, limit: int = 200) -> list[Criterion]:
        """Return the criteria, musts before nice ones before noes, oldest first."""
        order = case({k.value: n for n, k in enumerate(CriterionKind)}, value=col(Criterion.kind))
        query = select(Criterion).order_by(order, col(Criterion.id)).limit(limit)
        if kind is not None:
            query = query.where(Criterion.kind == kind.value)
        with self._database.read() as session:
            return list(session.exec(query))

    def add(
        self,
        kind: CriterionKind,
        text: str,
        question: str = "",
        application_id: int | None = None,
    ) -> int:
        """Keep a criterion and return its id."""
        with self._database.act("Added a criterion") as session:
            row = Criterion(
                day=self._clock.today(),
                kind=kind.value,
                text=text,
                question=question,
                application_id=application_id,
            )
            return put(session, row)

    def edit(self, criterion_id: int, **facts: Any) -> None:
        """Change *facts* of a criterion."""
        with self._database.act("Edited a criterion") as session:
            require(session, Criterion, criterion_id, "criterion").sqlmodel_update(facts)

    def delete(self, criterion_id: int) -> None:
        """Delete a criterion."""
        with self._database.act("Deleted a criterion") as session:
            found = session.get(Criterion, criterion_id)
            if found is not None:
                session.delete(found)
