"""People met on the way, what was written to them and what came of it."""

from datetime import date

from sqlalchemy import Index
from sqlmodel import Field

from bounceback_tui.models.base import Row
from bounceback_tui.models.plain_text import PlainText
from bounceback_tui.models.words import ContactRole, MessageKind, MessageStatus


class Contact(Row, table=True):
    """Somebody: an interviewer, a recruiter, a mentor, a friend."""

    __table_args__ = (Index("ix_contact_name", "name"),)

    name: str = Field(sa_type=PlainText)
    role: str = ContactRole.OTHER.value
    company: str = Field(default="", sa_type=PlainText)
    address: str = Field(default="", sa_type=PlainText)
    helped_with: str = Field(default="", sa_type=PlainText)
    notes: str = Field(default="", sa_type=PlainText)
    door: str = ""
    last_contact: date | None = None
    application_id: int | None = Field(
        default=None, foreign_key="application.id", ondelete="SET NULL"
    )


class Message(Row, table=True):
    """Something to write to somebody, by hand and outside the app; days are local."""

    __table_args__ = (
        Index("ix_message_contact_id", "contact_id"),
        Index("ix_message_application_id", "application_id"),
        Index("ix_message_status_sent_on", "status", "sent_on"),
    )

    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE")
    application_id: int | None = Field(
        default=None, foreign_key="application.id", ondelete="SET NULL"
    )
    kind: str = MessageKind.FEEDBACK.value
    channel: str = Field(default="", sa_type=PlainText)
    subject: str = Field(default="", sa_type=PlainText)
    body: str = Field(default="", sa_type=PlainText)
    status: str = MessageStatus.DRAFTED.value
    drafted_on: date
    ready_on: date | None = None
    sent_on: date | None = None
    nudged_on: date | None = None
    replied_on: date | None = None
    closed_on: date | None = None
    reply: str = Field(default="", sa_type=PlainText)
    friend_view: str = Field(default="", sa_type=PlainText)
    sort: str = ""
    one_try: str = Field(default="", sa_type=PlainText)


class CvSending(Row, table=True):
    """A recruiter or ally who sent the CV to a company."""

    __tablename__ = "cv_sending"
    __table_args__ = (Index("ix_cv_sending_contact_id", "contact_id"),)

    contact_id: int = Field(foreign_key="contact.id", ondelete="CASCADE")
    company: str = Field(sa_type=PlainText)
    day: date
