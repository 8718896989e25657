"""The orders in which the journal's lines can be listed: all, those found, those of this day."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from bounceback_tui.store.values import Page
from bounceback_tui.ui.marks import NOTHING, Needle
from bounceback_tui.ui.text import plural

if TYPE_CHECKING:
    from bounceback_tui.store.journal import Journal
    from bounceback_tui.store.search import Search

NEARBY = 200


@dataclass(frozen=True)
class Shelf:
    """Lines in one order: how many, how to read some, and what to say when there are none.

    ``position`` finds a line among all of them; without it only those nearby are looked at.
    """

    count: int
    fetch: Callable[[int, int], Sequence[Page]]
    nothing: str
    said: str
    needle: Needle = NOTHING
    position: Callable[[Page], int] | None = None

    def place(self, page: Page, near: int) -> int | None:
        """Return where *page* stands, or None when it is gone or far from *near*."""
        first, limit = max(0, near - NEARBY // 2), NEARBY
        if self.position is not None:
            first, limit = self.position(page), 1
        keys = [found.key for found in self.fetch(first, limit)]
        return first + keys.index(page.key) if page.key in keys else None


def timeline(journal: "Journal", nothing: str) -> Shelf:
    """Return every line of *journal*, newest first."""
    count = journal.count()
    return Shelf(count, journal.pages, nothing, plural(count, "page"), position=journal.position)


def results(search: "Search", query: str) -> Shelf:
    """Return the lines that hold every word of *query*."""
    from bounceback_tui.store.search import COUNTED

    count = search.count(query)
    return Shelf(
        count,
        lambda offset, limit: search.pages(query, offset, limit),
        "No page holds all of these words.",
        f"{count:,}{'+' if count >= COUNTED else ''} found",
        Needle.of(query),
    )


def on_this_day(journal: "Journal", today: date) -> Shelf:
    """Return what was written on *today*'s day before."""
    pages = journal.on_this_day(today)
    return Shelf(
        len(pages),
        lambda offset, limit: pages[offset : offset + limit],
        "Nothing was written on this day before: a month ago, half a year, or in earlier years.",
        "On this day",
    )
