"""Full text of the journal: entries and check-in notes, newest first, page by page."""

import re
import unicodedata

from sqlalchemy import text

from bounceback_tui.store.database import Database
from bounceback_tui.store.journal import read_pages
from bounceback_tui.store.values import Page

_KIND, _ID = 30, (1 << 30) - 1
COUNTED = 1000

NEWEST = text(
    "SELECT rowid FROM search WHERE search MATCH :match ORDER BY rowid DESC "
    "LIMIT :limit OFFSET :offset"
)
HOW_MANY = text(
    "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH :match LIMIT :counted)"
)


class Search:
    """Searches title and body of entries, the good line and the note of check-ins."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def count(self, query: str) -> int:
        """Return how many lines hold every word of *query*; counting stops at COUNTED."""
        match = match_expression(query)
        if not match:
            return 0
        with self._database.read() as session:
            found = session.execute(HOW_MANY, {"match": match, "counted": COUNTED})
            return int(found.scalar_one())

    def pages(self, query: str, offset: int, limit: int) -> list[Page]:
        """Return *limit* lines that hold every word of *query*, from *offset* on, newest first.

        The last word may be the beginning of one, so that results come while typing.
        """
        match = match_expression(query)
        if not match:
            return []
        values = {"match": match, "limit": limit, "offset": offset}
        with self._database.read() as session:
            rows = session.execute(NEWEST, values).scalars().all()
            return read_pages(session, [((row >> _KIND) & 1, row & _ID) for row in rows])


def words(query: str) -> list[str]:
    """Return the words of *query* as the index sees them: composed, and none without a letter."""
    found = re.findall(r"\w+", unicodedata.normalize("NFC", query))
    return [word for word in found if any(sign.isalnum() for sign in word)]


def match_expression(query: str) -> str:
    """Return *query* in FTS5's language: every word, the last as a prefix; empty for no words."""
    found = words(query)
    if not found:
        return ""
    ended = query[-1:].isspace()
    quoted = [f'"{word}"' for word in found]
    if not ended:
        quoted[-1] += "*"
    return " AND ".join(quoted)
