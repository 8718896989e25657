"""A heap of rows for the file, numbered as they come."""

from collections import Counter
from typing import Any
from uuid import UUID, uuid5

from bounceback_tui.models.base import Row
from bounceback_tui.models.entry import EntryTag

NAMESPACE = UUID("0b0c0d0e-2a3b-4c5d-8e9f-102132435465")


class Rows:
    """Rows of every table, the n-th of a table always with the same ``uid``."""

    def __init__(self) -> None:
        self.all: list[Row | EntryTag] = []
        self._last: Counter[type[Row]] = Counter()

    def add(self, table: type[Row], **values: Any) -> int:
        """Add a row of *table* and return its id."""
        self._last[table] += 1
        number = self._last[table]
        uid = uuid5(NAMESPACE, f"{table.__name__} {number}").hex
        self.all.append(table(id=number, uid=uid, **values))
        return number

    def tag(self, entry_id: int, tags: list[str]) -> None:
        """Put *tags* on an entry."""
        self.all += [EntryTag(entry_id=entry_id, tag=tag) for tag in tags]
