"""Messages: drafted here, sent by hand elsewhere, nudged once, answered or left quiet."""

from datetime import date
from typing import Any

from sqlalchemy import func, or_
from sqlalchemy import select as sql_select
from sqlmodel import Session, col, select

from bounceback_tui.clock import Clock
from bounceback_tui.insight.following_up import call_of, is_to_be_closed, may_nudge
from bounceback_tui.models.lesson import Lesson
from bounceback_tui.models.people import Contact, Message
from bounceback_tui.models.words import FeedbackSort, MessageKind, MessageStatus
from bounceback_tui.store.database import Database
from bounceback_tui.store.errors import StoreError
from bounceback_tui.store.people import touch
from bounceback_tui.store.rows import put, require
from bounceback_tui.store.values_letters import (
    LETTERS,
    NEWEST,
    DueLetter,
    Letter,
    Replies,
    Theme,
    letters,
    themes_of,
)

THANKS = MessageKind.THANKS.value
OPEN = (MessageStatus.DRAFTED.value, MessageStatus.SENT.value)


class NotNowError(StoreError):
    """A message can't be nudged or sent now."""

    exit_code = 1
    advice = ""


class Messages:
    """What a person does with messages; each writing method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # Reading

    def get(self, message_id: int) -> Letter:
        """Return one message, or raise NotFoundError."""
        with self._database.read() as session:
            require(session, Message, message_id, "message")
            return letters(session, LETTERS.where(col(Message.id) == message_id))[0]

    def of_contact(self, contact_id: int, limit: int = 50) -> list[Letter]:
        """Return the messages to one person, newest first."""
        query = LETTERS.where(col(Message.contact_id) == contact_id)
        with self._database.read() as session:
            return letters(session, query.order_by(*NEWEST).limit(limit))

    def of_application(self, application_id: int, limit: int = 50) -> list[Letter]:
        """Return the messages about one application, newest first."""
        query = LETTERS.where(col(Message.application_id) == application_id)
        with self._database.read() as session:
            return letters(session, query.order_by(*NEWEST).limit(limit))

    def due(self, today: date, limit: int = 20) -> list[DueLetter]:
        """Return what asks for something: ready to send, to nudge, or to close; oldest first.

        A thank-you that went out waits for nothing.
        """
        query = LETTERS.where(
            col(Message.status).in_(OPEN),
            or_(col(Message.kind) != THANKS, col(Message.sent_on).is_(None)),
            func.coalesce(col(Message.sent_on), col(Message.ready_on)).is_not(None),
        ).order_by(func.coalesce(col(Message.sent_on), col(Message.ready_on)), col(Message.id))
        with self._database.read() as session:
            found = letters(session, query.limit(200))
        calls = (DueLetter(letter, self._call(letter.row, today)) for letter in found)
        return [due for due in calls if due.call is not None][:limit]

    def _call(self, row: Message, today: date) -> Any:
        return call_of(row.ready_on, row.sent_on, row.nudged_on, today)

    def replies(self) -> Replies:
        """Return how many messages that wait for an answer were sent, and what came of them."""
        query = (
            sql_select(col(Message.status), func.count())
            .where(col(Message.sent_on).is_not(None), col(Message.kind) != THANKS)
            .group_by(col(Message.status))
        )
        with self._database.read() as session:
            found = dict[str, int](session.execute(query).all())
        return Replies(
            sum(found.values()),
            found.get(MessageStatus.REPLIED, 0),
            found.get(MessageStatus.QUIET, 0),
        )

    def themes(self) -> list[Theme]:
        """Return what two or more people said independently; one view is never a theme."""
        query = LETTERS.where(col(Message.status) == MessageStatus.REPLIED.value)
        with self._database.read() as session:
            return themes_of(letters(session, query.order_by(*NEWEST).limit(1000)))

    # Writing

    def add(
        self,
        contact_id: int,
        kind: MessageKind,
        application_id: int | None = None,
        **facts: Any,
    ) -> int:
        """Draft a message to somebody and return its id."""
        with self._database.act("Drafted a message") as session:
            require(session, Contact, contact_id, "person")
            return put(session, self._new(contact_id, kind, application_id, facts))

    def _new(
        self, contact_id: int, kind: MessageKind, application_id: int | None, facts: dict[str, Any]
    ) -> Message:
        return Message(
            contact_id=contact_id,
            kind=kind.value,
            application_id=application_id,
            drafted_on=self._clock.today(),
            **facts,
        )

    def keep(
        self,
        contact_id: int,
        kind: MessageKind,
        application_id: int | None,
        *,
        is_sent: bool = False,
        door: str = "",
        **facts: Any,
    ) -> int:
        """Keep the draft to somebody about an application, sent or not, and how the door stands.

        The draft that is open is changed; without one a new message is made. Returns its id.
        """
        today = self._clock.today()
        with self._database.act("Sent a message" if is_sent else "Drafted a message") as session:
            contact = require(session, Contact, contact_id, "person")
            contact.door = door or contact.door
            row = _open_draft(session, contact_id, kind, application_id)
            if row is None:
                row = self._new(contact_id, kind, application_id, facts)
            row.sqlmodel_update(facts)
            if is_sent:
                _mark_sent(row, contact, today)
            return put(session, row)

    def edit(self, message_id: int, **facts: Any) -> None:
        """Change a message."""
        with self._database.act("Edited a message") as session:
            require(session, Message, message_id, "message").sqlmodel_update(facts)

    def delete(self, message_id: int) -> None:
        """Delete a message."""
        with self._database.act("Deleted a message") as session:
            session.delete(require(session, Message, message_id, "message"))

    def mark_sent(self, message_id: int, day: date) -> None:
        """Note that a message went out on *day*."""
        with self._database.act("Marked a message as sent") as session:
            row, contact = _pair(session, message_id)
            _mark_sent(row, contact, day)

    def nudge(self, message_id: int, day: date) -> None:
        """Note the one nudge; raise NotNowError when it is too soon, too late or a second one."""
        with self._database.act("Nudged once") as session:
            row, contact = _pair(session, message_id)
            waits = row.status == MessageStatus.SENT and row.kind != THANKS
            if not waits or not may_nudge(row.sent_on, row.nudged_on, day):
                raise NotNowError("One nudge, in the second week after sending, is all.")
            row.nudged_on = day
            touch(contact, day)

    def reply(
        self,
        message_id: int,
        reply: str,
        day: date,
        *,
        friend_view: str = "",
        sort: str = "",
        one_try: str = "",
    ) -> None:
        """Keep a reply and what to take from it; one thing to try becomes a lesson."""
        with self._database.act("Kept a reply") as session:
            row, contact = _pair(session, message_id)
            row.sqlmodel_update(
                {
                    "reply": reply,
                    "friend_view": friend_view,
                    "sort": sort if sort in set(FeedbackSort) else "",
                    "one_try": one_try,
                    "status": MessageStatus.REPLIED.value,
                    "replied_on": row.replied_on or day,
                    "closed_on": None,
                }
            )
            touch(contact, day)
            if one_try.strip():
                _teach(session, row, contact, day)

    def close_as_quiet(self, message_id: int, day: date) -> None:
        """Close a message that got no answer."""
        with self._database.act("Closed a message as quiet") as session:
            _close(require(session, Message, message_id, "message"), day)

    def close_old(self, today: date) -> int:
        """Close every message that was sent two weeks ago or longer; return how many."""
        query = select(Message).where(
            Message.status == MessageStatus.SENT.value, Message.kind != THANKS
        )
        with self._database.read() as session:
            old = [m.id for m in session.exec(query) if is_to_be_closed(m.sent_on, today)]
        if old:
            with self._database.act("Closed quiet messages") as session:
                for message_id in old:
                    _close(require(session, Message, message_id or 0, "message"), today)
        return len(old)


def _pair(session: Session, message_id: int) -> tuple[Message, Contact]:
    row = require(session, Message, message_id, "message")
    return row, require(session, Contact, row.contact_id, "person")


def _open_draft(
    session: Session, contact_id: int, kind: MessageKind, application_id: int | None
) -> Message | None:
    query = select(Message).where(
        Message.contact_id == contact_id,
        Message.kind == kind.value,
        Message.status == MessageStatus.DRAFTED.value,
        col(Message.application_id).is_not_distinct_from(application_id),
    )
    return session.exec(query.order_by(*NEWEST)).first()


def _mark_sent(row: Message, contact: Contact, day: date) -> None:
    row.status, row.sent_on = MessageStatus.SENT.value, day
    touch(contact, day)


def _close(row: Message, day: date) -> None:
    row.status, row.closed_on = MessageStatus.QUIET.value, day


def _teach(session: Session, row: Message, contact: Contact, day: date) -> None:
    """Write the lesson of a reply, or write it anew when the reply is looked at again."""
    lesson = session.exec(select(Lesson).where(Lesson.message_id == row.id)).first()
    if lesson is None:
        lesson = Lesson(day=day, text=row.one_try, message_id=row.id)
    lesson.sqlmodel_update(
        {
            "text": row.one_try,
            "sort": row.sort,
            "came_from": f"what {contact.name} wrote",
            "application_id": row.application_id,
        }
    )
    session.add(lesson)
