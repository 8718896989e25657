"""People: who was met on the way, when last, and who sent the CV where."""

from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Select, case, func, or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from bounceback_tui.clock import Clock
from bounceback_tui.models.application import Application
from bounceback_tui.models.people import Contact, CvSending, Message
from bounceback_tui.models.plain_text import same_name
from bounceback_tui.models.words import ContactRole, MessageStatus, Stage
from bounceback_tui.store.database import Database
from bounceback_tui.store.rows import put, require
from bounceback_tui.store.words import holds

YOURSELF = "you"


class Person(NamedTuple):
    """A contact with what a list shows: how many messages there are, and how many replies."""

    id: int
    name: str
    role: ContactRole
    company: str
    last_contact: date | None
    application_id: int | None
    messages: int
    replies: int
    sendings: int


class Sending(NamedTuple):
    """Who sent the CV to a company, and when; ``id`` is 0 where the person applied alone."""

    id: int
    who: str
    company: str
    day: date


class People:
    """What a person does with the people they know; each writing method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # Reading

    def count(self, needle: str = "", role: ContactRole | None = None) -> int:
        """Return how many people match every word of *needle*, in *role* if given."""
        query = sql_select(func.count()).select_from(Contact).where(*_matching(needle, role))
        with self._database.read() as session:
            return int(session.execute(query).scalar_one())

    def page(
        self,
        needle: str = "",
        role: ContactRole | None = None,
        offset: int = 0,
        limit: int = 100,
    ) -> list[Person]:
        """Return *limit* people from *offset* on, by role and then by name."""
        query = _PEOPLE.where(*_matching(needle, role)).order_by(_BY_ROLE, *_BY_NAME)
        with self._database.read() as session:
            return _persons(session, query.offset(offset).limit(limit))

    def around(self, application_id: int, needle: str = "", limit: int = 8) -> list[Person]:
        """Return people by name: those of an application or its company first."""
        with self._database.read() as session:
            found = require(session, Application, application_id, "application")
            is_near = or_(
                col(Contact.application_id) == application_id,
                func.lower(col(Contact.company)) == func.lower(found.company),
            )
            nearest = case((is_near, 0), else_=1)
            query = _PEOPLE.where(*holds(needle, Contact.name))
            return _persons(session, query.order_by(nearest, *_BY_NAME).limit(limit))

    def get(self, contact_id: int) -> Contact:
        """Return one contact, or raise NotFoundError."""
        with self._database.read() as session:
            return require(session, Contact, contact_id, "person")

    def person(self, contact_id: int) -> Person:
        """Return one person as lists show them, or raise NotFoundError."""
        with self._database.read() as session:
            require(session, Contact, contact_id, "person")
            return _persons(session, _PEOPLE.where(col(Contact.id) == contact_id))[0]

    def sendings(self, contact_id: int, limit: int = 100) -> list[Sending]:
        """Return where one person sent the CV, newest first."""
        query = _SENDINGS.where(col(CvSending.contact_id) == contact_id)
        with self._database.read() as session:
            return _sent(session, query.limit(limit))

    def sent_before(self, company: str) -> list[Sending]:
        """Return who already brought the CV to *company*, newest first; also the person alone.

        Capitals and spaces make no difference.
        """
        wanted = same_name(company)
        with self._database.read() as session:
            found = [*_sent(session, _SENDINGS.limit(2000)), *_applied(session)]
        known = [sending for sending in found if same_name(sending.company) == wanted]
        return sorted(known, key=lambda sending: sending.day, reverse=True)

    # Writing

    def add(self, name: str, role: ContactRole = ContactRole.OTHER, **facts: Any) -> int:
        """Add somebody and return their id."""
        with self._database.act("Added somebody") as session:
            return put(session, Contact(name=name, role=role.value, **facts))

    def edit(self, contact_id: int, **facts: Any) -> None:
        """Change what is known about somebody."""
        with self._database.act("Changed what is known about somebody") as session:
            require(session, Contact, contact_id, "person").sqlmodel_update(facts)

    def delete(self, contact_id: int) -> None:
        """Delete somebody with their messages and sendings; lessons stay."""
        with self._database.act("Deleted somebody") as session:
            session.delete(require(session, Contact, contact_id, "person"))

    def send_cv(self, contact_id: int, company: str, day: date | None = None) -> int:
        """Note that somebody sent the CV to *company*, today if not on *day*."""
        with self._database.act("Noted where your CV went") as session:
            require(session, Contact, contact_id, "person")
            sent = CvSending(
                contact_id=contact_id,
                company=" ".join(company.split()),
                day=day or self._clock.today(),
            )
            return put(session, sent)


def touch(contact: Contact, day: date) -> None:
    """Note on *contact* that there was contact on *day*, unless there was one after it."""
    contact.last_contact = max(contact.last_contact or day, day)


def role_of(role: str) -> ContactRole:
    """Return *role* as the file keeps it; one nobody knows is another."""
    return ContactRole(role) if role in set(ContactRole) else ContactRole.OTHER


def _number_of(table: Any, *conditions: Any) -> Any:
    query = sql_select(func.count()).where(col(table.contact_id) == col(Contact.id), *conditions)
    return query.correlate(Contact).scalar_subquery()


_PEOPLE = sql_select(
    col(Contact.id),
    col(Contact.name),
    col(Contact.role),
    col(Contact.company),
    col(Contact.last_contact),
    col(Contact.application_id),
    _number_of(Message),
    _number_of(Message, col(Message.status) == MessageStatus.REPLIED.value),
    _number_of(CvSending),
)
_BY_NAME = (func.lower(col(Contact.name)), col(Contact.id))
_BY_ROLE = case(
    {role.value: place for place, role in enumerate(ContactRole)},
    value=col(Contact.role),
    else_=len(ContactRole),
)
_SENDINGS = (
    sql_select(col(CvSending.id), col(Contact.name), col(CvSending.company), col(CvSending.day))
    .join(Contact, col(Contact.id) == col(CvSending.contact_id))
    .order_by(col(CvSending.day).desc(), col(CvSending.id).desc())
)


def _matching(needle: str, role: ContactRole | None) -> list[ColumnElement[bool]]:
    places = (Contact.name, Contact.company, Contact.helped_with, Contact.notes)
    return holds(needle, *places) + ([col(Contact.role) == role.value] if role else [])


def _persons(session: Session, query: Select[*tuple[Any, ...]]) -> list[Person]:
    return [
        Person(number, name, role_of(role), *rest)
        for number, name, role, *rest in session.execute(query)
    ]


def _sent(session: Session, query: Select[*tuple[Any, ...]]) -> list[Sending]:
    return [Sending(*row) for row in session.execute(query)]


def _applied(session: Session) -> list[Sending]:
    """Return where the person applied alone; what is only saved went nowhere yet."""
    query = (
        sql_select(col(Application.company), col(Application.stage_day))
        .where(col(Application.stage) != Stage.SAVED.value)
        .order_by(col(Application.id).desc())
        .limit(2000)
    )
    return [Sending(0, YOURSELF, company, day) for company, day in session.execute(query)]
