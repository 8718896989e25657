"""Grace: a last thank-you to whoever was decent, or none; and the door open or closed."""

from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.guides.loader import Field
from bounceback_tui.insight.following_up import is_too_close
from bounceback_tui.models.words import MessageKind, Step
from bounceback_tui.ui.screens.letter_texts import first_name
from bounceback_tui.ui.screens.recovery.letter_boxes import IS_SENT
from bounceback_tui.ui.screens.recovery.letter_step import LetterStep, packed
from bounceback_tui.ui.text import plural
from bounceback_tui.ui.widgets.answer import AnswerBox, texts_of

WITH_PEOPLE = ("thanks_for", "door", "draft")
MERGED = "Your question to {name} carries the thanks, so one message does for both."
ENOUGH = "{name} heard from you in the last days; that one carries the thanks."
OTHERS = "The same goes to {names}, with their own name on top; each waits in People."


class GraceScreen(LetterStep):
    """Who was decent, what for, the door, a draft, and whether it is closed."""

    STEP = Step.GRACE
    PERSON_FIELD = "people"

    def answer_box(self, field: Field) -> AnswerBox:
        if field.id == "people":
            return self.person_box(several=True)
        if field.id == "draft":
            return self.letter_box(self._kind(self.names()[0]), asks_if_sent=True, **self._more())
        return super().answer_box(field)

    def _more(self) -> dict[str, str]:
        """Return what the letter takes from this step; a closed door leaves its line out."""
        more = {"specific_thanks": self.answers.get("thanks_for", "")}
        return more | ({"door_line": ""} if self.answers.get("door") == "closed" else {})

    def _kind(self, name: str) -> MessageKind:
        """Return the sort of letter to *name*: a fresh question to them is gone on with."""
        return MessageKind.FEEDBACK if self._fresh(name) else MessageKind.THANKS

    def _fresh(self, name: str) -> bool:
        person = self.known(name)
        latest = self.latest_to(person.id) if person else None
        if latest is None or latest.kind is not MessageKind.FEEDBACK:
            return False
        day = latest.row.sent_on or latest.row.drafted_on
        return is_too_close(day, self.services.clock.today())

    def _has_sent(self, name: str) -> bool:
        """Tell whether the fresh question to *name* is on its way."""
        person = self.known(name)
        latest = self.latest_to(person.id) if person else None
        return self._fresh(name) and latest is not None and latest.row.sent_on is not None

    def asks(self, field: Field, answers: dict[str, str]) -> bool:
        if field.id not in WITH_PEOPLE:
            return True
        names = texts_of(answers.get("people", ""))
        return bool(names) and not (field.id == "draft" and self._has_sent(names[0]))

    def beside(self, field: Field) -> Widget | None:
        names = self.names()
        if field.id != "draft" or not names:
            return self._enough(names) if field.id == "door" and names else None
        words = [MERGED.format(name=names[0])] if self._fresh(names[0]) else []
        words += [OTHERS.format(names=", ".join(names[1:]))] if names[1:] else []
        return Static("\n".join(words), classes="muted", markup=False) if words else None

    def _enough(self, names: list[str]) -> Widget | None:
        if not self._has_sent(names[0]):
            return None
        return Static(ENOUGH.format(name=names[0]), classes="muted", markup=False)

    def finished(self, answers: dict[str, str]) -> None:
        """Keep a draft for each; who was written to in the last days gets no second message."""
        names, door = self.names(), answers.get("door", "")
        written = [name for name in names if self._keep_for(name, names[0], answers, door)]
        self.tell(
            f"Filed, with {plural(len(written), 'thank-you')} kept in People"
            if written
            else "Filed"
        )

    def _keep_for(self, name: str, first: str, answers: dict[str, str], door: str) -> bool:
        """Keep the letter to *name* and the state of the door; tell whether one was kept."""
        if self._has_sent(name):
            self.store.people.edit(self.contact_of(name), door=door)
            return False
        kind = self._kind(name)
        is_own = name == first
        draft = answers.get("draft", "") if is_own else self._like(name, first, kind, answers)
        subject, body, *rest = (*texts_of(draft or self.letter_for(name, kind, **self._more())), "")
        self.store.messages.keep(
            self.contact_of(name),
            kind,
            self.application_id,
            is_sent=is_own and IS_SENT in rest,
            door=door,
            subject=subject,
            body=body,
        )
        return True

    def _like(self, name: str, first: str, kind: MessageKind, answers: dict[str, str]) -> str:
        """Return for *name* the letter that was written to *first*, greeted by their own name."""
        draft = answers.get("draft", "")
        if self._kind(first) is not kind or not draft:
            return ""
        subject, body = (*texts_of(draft), "", "")[:2]
        greeting, _, rest = body.partition("\n")
        own = greeting.replace(first_name(first), first_name(name))
        return packed(subject, f"{own}\n{rest}")
