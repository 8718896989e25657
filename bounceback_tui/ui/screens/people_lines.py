"""How people look in words: two lines in a list, and all about one in the reader."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text

from bounceback_tui.models.words import FeedbackSort, MessageStatus
from bounceback_tui.ui.cells import cut, spread
from bounceback_tui.ui.screens.letter_texts import NAMED, SHAPES, state_words
from bounceback_tui.ui.text import ago, date_words, first_line, plural, quoted

if TYPE_CHECKING:
    from bounceback_tui.models.people import Contact
    from bounceback_tui.store.people import Person, Sending
    from bounceback_tui.store.values_letters import Letter, Theme

LABEL_WIDTH = 14
DOORS = {"open": "open", "closed": "closed for me"}


def lines(person: "Person", today: date, width: int, muted: str) -> list[Text]:
    """Return the two lines of *person* in a list, *width* cells wide."""
    last = ago(person.last_contact, today) if person.last_contact else ""
    first = spread(Text(cut(person.name, width), "bold"), Text(last, f"not bold {muted}"), width)
    about = [person.role.label.lower(), person.company, *_counts(person)]
    words = " · ".join(part for part in about if part)
    return [first, Text().append(cut(words, width), muted)]


def _counts(person: "Person") -> list[str]:
    counts = [plural(person.messages, "message")] if person.messages else []
    counts += [f"{person.replies} answered"] if person.replies else []
    return counts + ([f"CV sent to {person.sendings}"] if person.sendings else [])


def page(
    contact: "Contact",
    role: str,
    today: date,
    muted: str,
    *,
    letters: Sequence["Letter"] = (),
    sendings: Sequence["Sending"] = (),
    themes: Sequence["Theme"] = (),
) -> Text:
    """Return all about one person."""
    about = " · ".join(part for part in (role.lower(), contact.company) if part)
    text = Text(contact.name, "bold").append(f"\n{about}\n", f"not bold {muted}")
    for label, words in _facts(contact, today):
        text.append(f"\n{label.ljust(LABEL_WIDTH)}", f"not bold {muted}")
        text.append(words, "not bold")
    text.append_text(_letters(letters, today, muted))
    text.append_text(_sendings(sendings, today, muted))
    for theme in themes:
        text.append("\n\nHeard from more than one\n", f"not bold {muted}")
        text.append(f"{theme.words} – {', '.join(theme.people)}", "not bold")
    return text


def _facts(contact: "Contact", today: date) -> list[tuple[str, str]]:
    last = ago(contact.last_contact, today) if contact.last_contact else "not yet"
    facts = [("Last contact", last), ("Reach by", contact.address)]
    facts += [("Helped with", contact.helped_with), ("The door", DOORS.get(contact.door, ""))]
    facts += [("Notes", contact.notes.replace("\n", f"\n{' ' * LABEL_WIDTH}"))]
    return [(label, words) for label, words in facts if words]


def _letters(letters: Sequence["Letter"], today: date, muted: str) -> Text:
    text = Text()
    if letters:
        text.append("\n\nMessages", f"not bold {muted}")
    for letter in letters:
        text.append(f"\n{SHAPES[letter.status]} {letter_words(letter)}", "not bold")
        text.append(f"  {state_words(letter, today)}", f"not bold {muted}")
        for line in _outcome(letter):
            text.append(f"\n  {line}", "not bold")
    return text


def letter_words(letter: "Letter") -> str:
    """Return what a message is and what it is about."""
    about = f" · {letter.company}" if letter.company else ""
    return f"{NAMED[letter.kind].capitalize()}{about}"


def _outcome(letter: "Letter") -> list[str]:
    """Return what came of an answered message: a line of it, its sort, the thing to try."""
    row = letter.row
    if letter.status is not MessageStatus.REPLIED:
        return []
    said = quoted(first_line(row.reply)) if row.reply.strip() else ""
    sort = f"about: {FeedbackSort(row.sort).label.lower()}" if row.sort in set(FeedbackSort) else ""
    tried = f"to try: {first_line(row.one_try)}" if row.one_try.strip() else ""
    return [line for line in (said, sort, tried) if line]


def _sendings(sendings: Sequence["Sending"], today: date, muted: str) -> Text:
    text = Text()
    if sendings:
        text.append("\n\nSent your CV to", f"not bold {muted}")
    for sending in sendings:
        text.append(f"\n{sending.company}", "not bold")
        text.append(f"  {date_words(sending.day, today)}", f"not bold {muted}")
    return text
