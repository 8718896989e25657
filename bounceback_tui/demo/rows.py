"""A heap of rows for the file, numbered as they come."""

import re
from collections import defaultdict
from typing import Any
from uuid import UUID, uuid5

from bounceback_tui.models.base import Row
from bounceback_tui.models.entry import EntryTag

NAMESPACE = UUID("0b0c0d0e-2a3b-4c5d-8e9f-102132435465")

WRAP = re.compile(r"(?<=[^\n])\n(?=[^\n\s>|*-])(?!\d+\.)")


def unwrapped(text: str) -> str:
    """Return Markdown with each paragraph on one line, as somebody types it."""
    return WRAP.sub(" ", text.strip())


class Rows:
    """Values of rows by table, the n-th of a table always with the same ``uid``."""

    def __init__(self) -> None:
        self.by_table: dict[type[Any], list[dict[str, Any]]] = defaultdict(list)

    def add(self, table: type[Row], **values: Any) -> int:
        """Add a row of *table* and return its id."""
        rows = self.by_table[table]
        number = len(rows) + 1
        uid = uuid5(NAMESPACE, f"{table.__name__} {number}").hex
        rows.append({"id": number, "uid": uid, **values})
        return number

    def tag(self, entry_id: int, tags: list[str]) -> None:
        """Put *tags* on an entry."""
        self.by_table[EntryTag] += [{"entry_id": entry_id, "tag": tag} for tag in tags]
