"""What the two steps share that write to somebody: whom, and a letter made from the record."""

import json
from typing import TYPE_CHECKING

from textual.binding import Binding

from bounceback_tui.guides.loader import Field
from bounceback_tui.models.words import ContactRole, MessageKind
from bounceback_tui.ui import commands
from bounceback_tui.ui.clipboard import copy
from bounceback_tui.ui.screens.letter_texts import NAMED, filled, state_words
from bounceback_tui.ui.screens.recovery.letter_boxes import LetterBox, PersonBox
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.screens.select import SelectDialog
from bounceback_tui.ui.widgets.answer import AnswerBox, texts_of

if TYPE_CHECKING:
    from bounceback_tui.store.people import Person
    from bounceback_tui.store.values_letters import Letter


class LetterStep(StepScreen):
    """A step that ends in a draft, which the person sends elsewhere or not at all."""

    PERSON_FIELD = "contact"
    CSS = (
        StepScreen.CSS
        + """
    StepScreen LetterBox KeyBar { dock: none; height: 1; margin-bottom: 1; padding: 0 1; }
    """
    )
    BINDINGS = [
        binding
        for binding in commands.bindings("message", priority=("copy", "show"))
        if isinstance(binding, Binding) and binding.action in ("copy", "show")
    ]
    _offered = ""

    @property
    def application_id(self) -> int | None:
        """The application that was turned down."""
        return None if self.recovering is None else self.recovering.application_id

    def names(self) -> list[str]:
        """Return who was chosen."""
        return texts_of(self.answers.get(self.PERSON_FIELD, ""))

    def person_box(self, *, several: bool = False) -> AnswerBox:
        """Return the box that finds people, those of this application first."""
        return PersonBox(self._find, several=several)

    def _find(self, needle: str) -> list[tuple[str, str]]:
        found: list[Person] = []
        self.guarded(lambda: found.extend(self._around(needle)))
        return [(person.name, self._about(person)) for person in found]

    def _around(self, needle: str) -> "list[Person]":
        people, number = self.store.people, self.application_id
        return people.page(needle, None, 0, 8) if number is None else people.around(number, needle)

    def _about(self, person: "Person") -> str:
        parts = [person.role.label.lower(), person.company]
        if latest := self.latest_to(person.id):
            words = state_words(latest, self.services.clock.today())
            parts.append(f"{NAMED[latest.kind]} {words}")
        return " · ".join(part for part in parts if part)

    def latest_to(self, contact_id: int) -> "Letter | None":
        """Return the newest message to somebody about this application."""
        letters = self.store.messages.of_contact(contact_id)
        about = [letter for letter in letters if letter.row.application_id == self.application_id]
        return next(iter(about), None)

    def known(self, name: str) -> "Person | None":
        """Return the person called *name*, those of this application first."""
        wanted = name.casefold()
        return next((p for p in self._around(name) if p.name.casefold() == wanted), None)

    def contact_of(self, name: str) -> int:
        """Return the id of the person called *name*, who is added when they are new."""
        if person := self.known(name):
            return person.id
        company = self.recovering.company if self.recovering else ""
        return self.store.people.add(
            name, ContactRole.INTERVIEWER, company=company, application_id=self.application_id
        )

    def letter_box(
        self, kind: MessageKind, *, asks_if_sent: bool = False, **more: str
    ) -> AnswerBox:
        """Return the box with the letter to the first that was chosen, made anew if untouched."""
        if self.answers.get("draft", "") in ("", self._offered):
            self._offered = self.letter_for(self.names()[0], kind, **more)
            self.answers["draft"] = self._offered
        own = self.plan.settings.keys
        keys = [
            (commands.keys_label(commands.BY_ID[f"message.{name}"], own), words, f"screen.{name}")
            for name, words in (("copy", "copy"), ("show", "show to select"))
        ]
        return LetterBox(keys, asks_if_sent=asks_if_sent)

    def _letter(self) -> str:
        return next((box.whole for box in self.query(LetterBox)), "")

    def action_copy(self) -> None:
        copy(self.app, self._letter())

    def action_show(self) -> None:
        self.app.push_screen(SelectDialog(self._letter()))

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Tell whether there is a letter to copy or show."""
        return bool(self.query(LetterBox)) if action in ("copy", "show") else True

    def letter_for(self, name: str, kind: MessageKind, **more: str) -> str:
        """Return the letter of *kind* to *name* as an answer: an open draft, or one made now."""
        from bounceback_tui.models.people import Contact

        person = self.known(name)
        if person is not None:
            latest = self.latest_to(person.id)
            if latest and latest.kind is kind and latest.row.sent_on is None and latest.row.body:
                return packed(latest.row.subject, latest.row.body)
        contact = self.store.people.get(person.id) if person else Contact(name=name)
        return packed(*filled(self.services, contact, kind, self.application_id, **more))

    def answer_box(self, field: Field) -> AnswerBox:
        if field.id == self.PERSON_FIELD:
            return self.person_box()
        return super().answer_box(field)


def packed(subject: str, body: str) -> str:
    """Return a letter as an answer."""
    return json.dumps([subject, body], ensure_ascii=False)
