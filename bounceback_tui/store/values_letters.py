"""Messages as values: each with the names it needs, what is due, and what several people said."""

from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlalchemy import Select
from sqlalchemy import select as sql_select
from sqlmodel import Session, col

from bounceback_tui.insight.following_up import Call
from bounceback_tui.models.application import Application
from bounceback_tui.models.people import Contact, Message
from bounceback_tui.models.words import FeedbackSort, MessageKind, MessageStatus

TWO = 2


class Letter(NamedTuple):
    """A message with whom it is to, and the application it is about, if it is about one."""

    id: int
    row: Message
    to: str
    company: str
    title: str

    @property
    def kind(self) -> MessageKind:
        """What it is for."""
        return MessageKind(self.row.kind) if self.row.kind in set(MessageKind) else _OTHER

    @property
    def status(self) -> MessageStatus:
        """What became of it."""
        known = self.row.status in set(MessageStatus)
        return MessageStatus(self.row.status) if known else MessageStatus.DRAFTED


class DueLetter(NamedTuple):
    """A message and what it asks for; None is nothing."""

    letter: Letter
    call: Call | None


class Replies(NamedTuple):
    """How many messages were sent, answered, and closed as quiet; the rest still wait."""

    sent: int
    replied: int
    quiet: int


class Theme(NamedTuple):
    """What several people said independently: a sort of feedback, or one thing to try."""

    words: str
    is_a_try: bool
    people: tuple[str, ...]
    tries: tuple[str, ...]


LETTERS = (
    sql_select(Message, col(Contact.name), col(Application.company), col(Application.title))
    .join(Contact, col(Contact.id) == col(Message.contact_id))
    .outerjoin(Application, col(Application.id) == col(Message.application_id))
)
NEWEST = (col(Message.drafted_on).desc(), col(Message.id).desc())
_OTHER = MessageKind.OTHER


def letters(session: Session, query: Select[*tuple[Any, ...]]) -> list[Letter]:
    """Return the messages that *query*, made of LETTERS, finds."""
    return [
        Letter(row.id or 0, row, to, company or "", title or "")
        for row, to, company, title in session.execute(query)
    ]


def themes_of(replied: Iterable[Letter]) -> list[Theme]:
    """Return the themes in *replied*: whatever two or more different people said."""
    by_sort: dict[str, list[Letter]] = {}
    by_try: dict[str, list[Letter]] = {}
    for letter in replied:
        by_sort.setdefault(letter.row.sort, []).append(letter)
        by_try.setdefault(_bare(letter.row.one_try), []).append(letter)
    sorts = [sort for sort in FeedbackSort if sort is not FeedbackSort.CANT_TELL]
    found = [_theme(sort.label, by_sort.get(sort.value, []), is_a_try=False) for sort in sorts]
    found += [
        _theme(group[0].row.one_try, group, is_a_try=True)
        for words, group in by_try.items()
        if words
    ]
    return [theme for theme in found if len(theme.people) >= TWO]


def _theme(words: str, group: list[Letter], *, is_a_try: bool) -> Theme:
    """Return one theme; each person counts once, however often they wrote."""
    people = {letter.row.contact_id: letter.to for letter in group}
    tries = dict.fromkeys(letter.row.one_try for letter in group if letter.row.one_try)
    return Theme(words, is_a_try, tuple(people.values()), tuple(tries))


def _bare(words: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in words.casefold()).split())
