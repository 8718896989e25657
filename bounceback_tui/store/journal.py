"""The journal: entries with their tags, and one timeline of entries and check-ins."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import bindparam, func, text
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.entry import Entry, EntryTag
from bounceback_tui.models.plain_text import plain
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.rows import replace
from bounceback_tui.store.values import Page

PREVIEW = 240
ENTRY, CHECK_IN = 0, 1

TIMELINE = text(
    """
    SELECT at, 0 AS kind, id FROM entry
    UNION ALL
    SELECT at, 1 AS kind, id FROM check_in
    ORDER BY at DESC, kind, id DESC
    LIMIT :limit OFFSET :offset
    """
)
ON_DAYS = text(
    """
    SELECT day, at, 0 AS kind, id FROM entry WHERE day IN :days
    UNION ALL
    SELECT day, at, 1 AS kind, id FROM check_in WHERE day IN :days
    ORDER BY day DESC, at DESC, kind, id DESC
    LIMIT 50
    """
).bindparams(bindparam("days", expanding=True))


@dataclass(frozen=True)
class WrittenEntry:
    """An entry with its tags."""

    entry: Entry
    tags: tuple[str, ...]


class Journal:
    """What a person does with the journal; each writing method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # Reading

    def count(self) -> int:
        """Return how many lines the timeline has."""
        with self._database.read() as session:
            entries = session.exec(select(func.count()).select_from(Entry)).one()
            return entries + session.exec(select(func.count()).select_from(CheckIn)).one()

    def pages(self, offset: int, limit: int) -> list[Page]:
        """Return *limit* lines of the timeline from *offset* on, newest first."""
        with self._database.read() as session:
            keys = session.execute(TIMELINE, {"limit": limit, "offset": offset}).all()
            return read_pages(session, [(kind, number) for _, kind, number in keys])

    def on_day(self, day: date) -> list[Page]:
        """Return the lines of one local day, newest first; of a thousand, the newest fifty."""
        return self._on_days([day])

    def on_this_day(self, today: date, years: int = 10) -> list[Page]:
        """Return what was written on this day of earlier years, and a month and half a year ago."""
        days = [d for back in range(1, years + 1) if (d := _years_before(today, back))]
        days += [d for back in (1, 6) if (d := _months_before(today, back))]
        return self._on_days(days)

    def _on_days(self, days: Iterable[date]) -> list[Page]:
        with self._database.read() as session:
            keys = session.execute(ON_DAYS, {"days": [day.isoformat() for day in days]}).all()
            return read_pages(session, [(kind, number) for _, _, kind, number in keys])

    def position(self, page: Page) -> int:
        """Return the offset of *page* in the timeline."""
        query = text(
            """
            SELECT (SELECT count(*) FROM entry
                    WHERE at > :at OR (at = :at AND 0 = :kind AND id > :id))
                 + (SELECT count(*) FROM check_in
                    WHERE at > :at OR (at = :at AND (0 < :kind AND id > :id)))
                 + (SELECT count(*) FROM entry WHERE at = :at AND 1 = :kind)
            """
        )
        with self._database.read() as session:
            table = CheckIn if page.is_check_in else Entry
            at = session.execute(
                text(f"SELECT at FROM {table.__tablename__} WHERE id = :id"),  # noqa: S608
                {"id": page.id},
            ).scalar()
            values = {"at": at, "kind": int(page.is_check_in), "id": page.id}
            return int(session.execute(query, values).scalar_one())

    def get(self, entry_id: int) -> WrittenEntry:
        """Return one entry with its tags, or raise NotFoundError."""
        with self._database.read() as session:
            found = _get(session, entry_id)
            tags = session.exec(
                select(EntryTag.tag).where(EntryTag.entry_id == entry_id).order_by(EntryTag.tag)
            )
            return WrittenEntry(found, tuple(tags))

    def of_application(self, application_id: int, limit: int = 50) -> list[Page]:
        """Return the entries linked to an application, newest first."""
        query = (
            select(Entry.id)
            .where(Entry.application_id == application_id)
            .order_by(col(Entry.at).desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return read_pages(session, [(ENTRY, n) for n in session.exec(query) if n is not None])

    def tags(self) -> list[tuple[str, int]]:
        """Return every tag with how often it is used, the most used first."""
        query = select(EntryTag.tag, func.count()).group_by(EntryTag.tag)
        with self._database.read() as session:
            return sorted(session.exec(query).all(), key=lambda row: (-row[1], row[0]))

    # Writing

    def write(self, body: str, title: str = "", tags: Iterable[str] = (), **facts: Any) -> int:
        """Keep a new entry of this moment and return its id."""
        now = self._clock.now()
        with self._database.act("Wrote an entry") as session:
            added = Entry(
                at=now, day=self._clock.today(), edited_at=now, title=title, body=body, **facts
            )
            session.add(added)
            session.flush()
            assert added.id is not None  # noqa: S101
            _set_tags(session, added.id, tags)
            return added.id

    def revise(self, entry_id: int, tags: Iterable[str] | None = None, **facts: Any) -> None:
        """Change an entry; when it was written stays."""
        with self._database.act("Edited an entry", forgets_words=True) as session:
            found = _get(session, entry_id)
            found.sqlmodel_update({**facts, "edited_at": self._clock.now()})
            if tags is not None:
                _set_tags(session, entry_id, tags)

    def star(self, entry_id: int) -> bool:
        """Star an entry, or take its star away, and return whether it has one now."""
        with self._database.act("Changed a star") as session:
            found = _get(session, entry_id)
            found.starred = not found.starred
            return found.starred

    def delete(self, entry_id: int) -> None:
        """Delete an entry with its tags."""
        with self._database.act("Deleted an entry", forgets_words=True) as session:
            session.delete(_get(session, entry_id))


def read_pages(session: Session, keys: list[tuple[int, int]]) -> list[Page]:
    """Return the timeline's lines for (kind, id) *keys*, in their order."""
    entries = [number for kind, number in keys if kind == ENTRY]
    check_ins = [number for kind, number in keys if kind == CHECK_IN]
    found = _entry_pages(session, entries) | _check_in_pages(session, check_ins)
    return [found[key] for key in keys if key in found]


def _entry_pages(session: Session, ids: list[int]) -> dict[tuple[int, int], Page]:
    preview = func.substr(col(Entry.body), 1, PREVIEW)
    query = sql_select(
        col(Entry.id), col(Entry.at), col(Entry.day), col(Entry.title), preview, col(Entry.starred)
    ).where(col(Entry.id).in_(ids))
    return {
        (ENTRY, number): Page(number, at, day, title, body, None, starred)
        for number, at, day, title, body, starred in session.execute(query)
        if number is not None
    }


def _check_in_pages(session: Session, ids: list[int]) -> dict[tuple[int, int], Page]:
    preview = func.substr(col(CheckIn.note), 1, PREVIEW)
    facts = (CheckIn.id, CheckIn.at, CheckIn.day, CheckIn.good, CheckIn.valence)
    query = sql_select(preview, *(col(fact) for fact in facts)).where(col(CheckIn.id).in_(ids))
    return {
        (CHECK_IN, number): Page(number, at, day, good, note, valence, starred=False)
        for note, number, at, day, good, valence in session.execute(query)
    }


def clean_tag(tag: str) -> str:
    """Return *tag* as the file keeps it: lower case, one word, without its sign."""
    return "-".join(plain(tag).strip().lstrip("#@").lower().split())


def _get(session: Session, entry_id: int) -> Entry:
    found = session.get(Entry, entry_id)
    if found is None:
        raise NotFoundError("That entry is not in the journal any more.")
    return found


def _set_tags(session: Session, entry_id: int, tags: Iterable[str]) -> None:
    kept = session.exec(select(EntryTag).where(EntryTag.entry_id == entry_id))
    wanted = sorted({clean_tag(tag) for tag in tags} - {""})
    replace(session, kept, (EntryTag(entry_id=entry_id, tag=tag) for tag in wanted))


def _years_before(day: date, years: int) -> date | None:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return None


def _months_before(day: date, months: int) -> date | None:
    month = day.year * 12 + day.month - 1 - months
    try:
        return date(month // 12, month % 12 + 1, day.day)
    except ValueError:
        return None
