"""Lessons: what to try next time, whether it helped, and when to be reminded of it."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, and_, func, or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.lesson import Lesson
from bounceback_tui.models.words import InterviewKind, Stage
from bounceback_tui.store.database import Database
from bounceback_tui.store.journal import clean_tag
from bounceback_tui.store.rows import put, require
from bounceback_tui.store.words import holds

DAYS_BEFORE = 3
MOST_INTERVIEWS = 6
HELPED, DID_NOT = "yes", "no"


class Learned(NamedTuple):
    """A lesson with the name of the company it came from, if it came from one."""

    id: int
    day: date
    text: str
    came_from: str
    tags: tuple[str, ...]
    kinds: tuple[InterviewKind, ...]
    sort: str
    is_tried: bool
    helped: str
    application_id: int | None
    company: str


class Resurfacing(NamedTuple):
    """A lesson whose time has come, and the interview it is for."""

    lesson: Learned
    application: Application
    interview: Interview


class Lessons:
    """What a person does with lessons; each writing method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # Reading

    def count(self, needle: str = "") -> int:
        """Return how many lessons hold every word of *needle*."""
        query = select(func.count()).select_from(Lesson).where(*_matching(needle))
        with self._database.read() as session:
            return session.exec(query.outerjoin(Application, _COMES_FROM)).one()

    def page(self, needle: str = "", offset: int = 0, limit: int = 100) -> list[Learned]:
        """Return *limit* lessons that hold every word of *needle*, newest first."""
        query = _LEARNED.where(*_matching(needle)).order_by(*_NEWEST).offset(offset).limit(limit)
        with self._database.read() as session:
            return _learned(session, query)

    def get(self, lesson_id: int) -> Learned:
        """Return one lesson, or raise NotFoundError."""
        with self._database.read() as session:
            require(session, Lesson, lesson_id, "lesson")
            return _learned(session, _LEARNED.where(col(Lesson.id) == lesson_id))[0]

    def of_application(self, application_id: int, limit: int = 20) -> list[Learned]:
        """Return what was learned from one application, newest first."""
        query = _LEARNED.where(col(Lesson.application_id) == application_id).order_by(*_NEWEST)
        with self._database.read() as session:
            return _learned(session, query.limit(limit))

    def fitting(self, kind: str, limit: int = 5) -> list[Learned]:
        """Return the lessons for an interview of *kind*: untried ones, then those that helped.

        A lesson without kinds fits every interview; one that did not help is left alone.
        """
        with self._database.read() as session:
            return _fitting(session, kind, limit)

    def for_today(self, today: date, limit: int = 3) -> list[Resurfacing]:
        """Return lessons for the interviews of the next days, the nearest first, each once."""
        near = (
            sql_select(Interview, Application)
            .join(Application, col(Application.id) == col(Interview.application_id))
            .where(
                col(Interview.day) >= today,
                col(Interview.day) <= today + timedelta(days=DAYS_BEFORE),
                col(Application.stage) != Stage.CLOSED.value,
            )
            .order_by(col(Interview.day), col(Interview.time), col(Interview.id))
            .limit(MOST_INTERVIEWS)
        )
        found: dict[int, Resurfacing] = {}
        with self._database.read() as session:
            for interview, application in session.execute(near):
                for lesson in _fitting(session, interview.kind, limit):
                    found.setdefault(lesson.id, Resurfacing(lesson, application, interview))
        return list(found.values())[:limit]

    # Writing

    def add(
        self,
        text: str,
        came_from: str = "",
        tags: Iterable[str] = (),
        kinds: Iterable[str] = (),
        **facts: Any,
    ) -> int:
        """Keep a lesson of today and return its id."""
        with self._database.act("Added a lesson") as session:
            lesson = Lesson(
                day=self._clock.today(),
                text=text,
                came_from=came_from,
                tags=pack_tags(tags),
                kinds=pack_kinds(kinds),
                **facts,
            )
            return put(session, lesson)

    def edit(
        self,
        lesson_id: int,
        tags: Iterable[str] | None = None,
        kinds: Iterable[str] | None = None,
        **facts: Any,
    ) -> None:
        """Change a lesson; the day it was learned stays."""
        with self._database.act("Edited a lesson") as session:
            found = require(session, Lesson, lesson_id, "lesson")
            if tags is not None:
                facts["tags"] = pack_tags(tags)
            if kinds is not None:
                facts["kinds"] = pack_kinds(kinds)
            found.sqlmodel_update(facts)

    def tried(self, lesson_id: int, helped: str = "", *, is_tried: bool = True) -> None:
        """Say that a lesson was tried, and whether it helped: "yes", "no", or "" for unknown."""
        if helped not in ("", HELPED, DID_NOT):
            raise ValueError("A lesson helped, did not, or nobody knows.")
        with self._database.act("Said how a lesson went") as session:
            found = require(session, Lesson, lesson_id, "lesson")
            found.is_tried, found.helped = is_tried, helped if is_tried else ""

    def delete(self, lesson_id: int) -> None:
        """Delete a lesson."""
        with self._database.act("Deleted a lesson") as session:
            session.delete(require(session, Lesson, lesson_id, "lesson"))


def pack_tags(tags: Iterable[str]) -> str:
    """Return *tags* as the file keeps them."""
    return " ".join(sorted({clean_tag(tag) for tag in tags} - {""}))


def pack_kinds(kinds: Iterable[str]) -> str:
    """Return *kinds* of interview as the file keeps them; those nobody knows are left out."""
    wanted = set(kinds)
    return " ".join(kind.value for kind in InterviewKind if kind.value in wanted)


_COMES_FROM = col(Application.id) == col(Lesson.application_id)
_LEARNED = sql_select(Lesson, col(Application.company)).outerjoin(Application, _COMES_FROM)
_NEWEST = (col(Lesson.day).desc(), col(Lesson.id).desc())


def _matching(needle: str) -> list[ColumnElement[bool]]:
    return holds(needle, Lesson.text, Lesson.came_from, Lesson.tags, Application.company)


def _fitting(session: Session, kind: str, limit: int) -> list[Learned]:
    kinds = " " + col(Lesson.kinds) + " "
    fits = or_(col(Lesson.kinds) == "", kinds.contains(f" {kind} ", autoescape=True))
    query = (
        _LEARNED.where(and_(fits, col(Lesson.helped) != DID_NOT))
        .order_by(col(Lesson.is_tried), col(Lesson.helped).desc(), *_NEWEST)
        .limit(limit)
    )
    return _learned(session, query)


def _learned(session: Session, query: Select[Lesson, str]) -> list[Learned]:
    return [_one(lesson, company) for lesson, company in session.execute(query)]


def _one(row: Lesson, company: str | None) -> Learned:
    kept = row.kinds.split()
    return Learned(
        row.id or 0,
        row.day,
        row.text,
        row.came_from,
        tuple(row.tags.split()),
        tuple(kind for kind in InterviewKind if kind.value in kept),
        row.sort,
        row.is_tried,
        row.helped,
        row.application_id,
        company or "",
    )
