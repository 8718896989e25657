"""Red flags, and the ledger by company that answers "do I apply there again?"."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from sqlalchemy import func
from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.flag import Flag
from bounceback_tui.models.plain_text import same_name
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import Stage
from bounceback_tui.store.database import Database
from bounceback_tui.store.rows import replace, require
from bounceback_tui.store.words import holds

OPEN: list[Stage] = [stage for stage in Stage if stage is not Stage.CLOSED]


class Seen(NamedTuple):
    """A flag before it is kept: what it is, what was seen or heard, and its weight of 1 to 3."""

    item: str
    evidence: str
    weight: int


class LedgerEntry(NamedTuple):
    """What is known of one company: how often one applied, how far it went, and its flags."""

    company: str
    applications: int
    furthest: Stage
    last_day: date
    flags: list[Flag]


class Flags:
    """What a person does with red flags; each method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def of(self, application_id: int) -> list[Flag]:
        """Return the flags of one application, the heaviest first."""
        query = (
            select(Flag)
            .where(Flag.application_id == application_id)
            .order_by(col(Flag.weight).desc(), col(Flag.id))
        )
        with self._database.read() as session:
            return list(session.exec(query))

    def replace(self, application_id: int, seen: Iterable[Seen]) -> None:
        """Keep *seen* as all the flags of one application.

        Raises ValueError for a flag without anything seen or heard: no example, no flag.
        """
        flags = list(seen)
        if any(not flag.evidence.strip() for flag in flags):
            raise ValueError("A flag needs what was seen or heard; without an example it is none.")
        with self._database.act("Kept the red flags") as session:
            require(session, Application, application_id, "application")
            kept = session.exec(select(Flag).where(Flag.application_id == application_id))
            wanted = (
                Flag(application_id=application_id, day=self._clock.today(), **flag._asdict())
                for flag in flags
            )
            replace(session, kept, wanted)

    def about_company(self, company: str) -> LedgerEntry | None:
        """Return what is known of *company*, however its name is written, or None."""
        with self._database.read() as session:
            known = _by_company(session).get(same_name(company), [])
            return _entry(session, known) if known else None

    def ledger(self, needle: str = "", limit: int = 100) -> list[LedgerEntry]:
        """Return the companies that have flags and match *needle*, the newest flag first."""
        query = (
            select(col(Application.company), func.max(Flag.day))
            .join(Flag, col(Flag.application_id) == col(Application.id))
            .where(*holds(needle, Application.company))
            .group_by(col(Application.company))
            .order_by(func.max(Flag.day).desc(), col(Application.company))
        )
        with self._database.read() as session:
            names = dict.fromkeys(same_name(name) for name, _ in session.exec(query))
            known = _by_company(session)
            return [_entry(session, known[name]) for name in list(names)[:limit]]


def _by_company(session: Session) -> dict[str, list[int]]:
    """Return the applications to every company, under what all ways to write it have in common."""
    found: dict[str, list[int]] = {}
    for number, company in session.exec(select(col(Application.id), col(Application.company))):
        found.setdefault(same_name(company), []).append(number or 0)
    return found


def _entry(session: Session, ids: list[int]) -> LedgerEntry:
    rows = session.exec(select(Application).where(col(Application.id).in_(ids))).all()
    stages = session.exec(
        select(StageChange.to_stage).where(col(StageChange.application_id).in_(ids))
    )
    reached = [OPEN.index(Stage(stage)) for stage in stages if stage != Stage.CLOSED]
    flags = session.exec(
        select(Flag)
        .where(col(Flag.application_id).in_(ids))
        .order_by(col(Flag.weight).desc(), col(Flag.id))
    )
    newest = max(rows, key=lambda row: (row.stage_day, row.id or 0))
    furthest = OPEN[max(reached, default=0)]
    return LedgerEntry(newest.company.strip(), len(rows), furthest, newest.stage_day, list(flags))
