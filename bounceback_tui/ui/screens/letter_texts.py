"""Letters filled from the record, and the words for what became of them."""

import re
from datetime import date
from typing import TYPE_CHECKING

from bounceback_tui.insight.following_up import closes_on, may_nudge, nudge_opens_on
from bounceback_tui.models.words import MessageKind, MessageStatus
from bounceback_tui.services import Services
from bounceback_tui.ui.screens.recovery.corner_texts import brief_facts, introduction_values
from bounceback_tui.ui.text import ago, ahead

if TYPE_CHECKING:
    from bounceback_tui.models.people import Contact
    from bounceback_tui.store.store import Store
    from bounceback_tui.store.values_letters import Letter

NEVER_SENT = "Bounceback never sends anything: copy it, or open it in your editor, and send it."
_PLACE = re.compile(r"\[[a-z][a-z ]*\]")
PURPOSE = {
    MessageKind.FEEDBACK: "Ask for feedback",
    MessageKind.THANKS: "Say thank you",
    MessageKind.INTRODUCTION: "Introduce yourself",
    MessageKind.OTHER: "Write something else",
}
NAMED = {
    MessageKind.FEEDBACK: "a question",
    MessageKind.THANKS: "a thank-you",
    MessageKind.INTRODUCTION: "an introduction",
    MessageKind.OTHER: "a message",
}
SHAPES = {
    MessageStatus.DRAFTED: "○",
    MessageStatus.SENT: "◐",
    MessageStatus.REPLIED: "●",
    MessageStatus.QUIET: "–",
}


def filled(
    services: Services,
    contact: "Contact",
    kind: MessageKind,
    application_id: int | None,
    **more: str,
) -> tuple[str, str]:
    """Return subject and body of a letter of *kind*; what is not known stays as "[topic]"."""
    template = services.guides.templates.get(kind.value)
    if template is None:
        return "", ""
    values = introduction_values(brief_facts(services.store))
    values["first_name"] = first_name(contact.name)
    if application_id is not None:
        values |= _about(services.store, contact, application_id)
    if strength := values.get("strength_1"):
        values["strength"] = strength
    return template.fill(values | more)


def first_name(name: str) -> str:
    """Return how somebody called *name* is greeted."""
    return next(iter(name.split()), "")


def open_places(text: str) -> list[str]:
    """Return what still stands in brackets, for the person to fill in."""
    return _PLACE.findall(text)


def _about(store: "Store", contact: "Contact", application_id: int) -> dict[str, str]:
    role = store.applications.get(application_id).title
    met = [i.with_whom.strip() for i in store.interviews.of(application_id) if i.with_whom.strip()]
    others = [name for name in dict.fromkeys(met) if contact.name not in name]
    return {"role": role, "team_or_names": " and ".join(others)}


def state_words(letter: "Letter", today: date) -> str:
    """Return what became of a message, and what comes next."""
    row = letter.row
    if letter.status is MessageStatus.REPLIED and row.replied_on:
        return f"answered {ago(row.replied_on, today)}"
    if letter.status is MessageStatus.QUIET:
        return "closed as quiet; quiet says nothing about you"
    if row.sent_on is None:
        wait = f", for {ahead(row.ready_on, today)}" if row.ready_on else ""
        return f"draft of {ago(row.drafted_on, today)}{wait}"
    waiting = "" if letter.kind is MessageKind.THANKS else f" · {_waiting(letter, today)}"
    return f"sent {ago(row.sent_on, today)}{waiting}"


def _waiting(letter: "Letter", today: date) -> str:
    row = letter.row
    assert row.sent_on is not None  # noqa: S101
    closing = f"closes {ahead(closes_on(row.sent_on), today)}"
    if row.nudged_on is not None:
        return f"nudged {ago(row.nudged_on, today)} · {closing}"
    if may_nudge(row.sent_on, None, today):
        return f"one nudge is fine now · {closing}"
    opens = nudge_opens_on(row.sent_on)
    return f"a nudge from {ahead(opens, today)} · {closing}" if opens > today else closing
