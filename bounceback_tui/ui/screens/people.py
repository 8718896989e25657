"""People: who was met on the way, what was written to them, and what came of it."""

from textual import on, work

from bounceback_tui.models.words import MessageKind
from bounceback_tui.store.people import Person
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.contact import ContactDialog, CvDialog
from bounceback_tui.ui.screens.letter_texts import filled
from bounceback_tui.ui.screens.letters import LettersDialog, Wanted
from bounceback_tui.ui.screens.message import MessageScreen
from bounceback_tui.ui.screens.people_list import PeopleList
from bounceback_tui.ui.widgets.paged_list import PagedList


class PeopleScreen(PeopleList):
    """What is done with whoever is under the cursor."""

    SCOPE = "people"
    TAB = "people"
    BINDINGS = commands.bindings("people")
    CSS = """
    PeopleScreen #shelves { height: 1fr; }
    PeopleScreen #listed { width: 54; padding: 0 1 0 2; }
    PeopleScreen #people { height: 1fr; }
    PeopleScreen #said { height: 1; margin: 0 2 1 2; color: $text-muted; }
    PeopleScreen #filter { display: none; margin-bottom: 1; }
    PeopleScreen.-filtering #filter { display: block; }
    PeopleScreen.-low #said, PeopleScreen.-low #filter { margin-bottom: 0; }
    PeopleScreen #reader { width: 1fr; margin-right: 1; padding: 0 3; }
    PeopleScreen #reader { border-left: tall $background; }
    PeopleScreen #reader:focus { border-left: tall $accent; }
    PeopleScreen.-narrow #listed { width: 1fr; padding: 0 1; }
    PeopleScreen.-narrow #reader { display: none; padding: 0 1; }
    PeopleScreen.-narrow.-reading #listed { display: none; }
    PeopleScreen.-narrow.-reading #reader { display: block; }
    """

    @on(PagedList.Chosen)
    def _chosen(self) -> None:
        if self.has_class("-narrow"):
            self.action_turn()
        else:
            self.action_edit()

    @work
    async def action_add(self) -> None:
        if await self.app.push_screen_wait(ContactDialog(self.services)):
            self.tell("Added somebody")
            self.guarded(self.reload)

    @work
    async def action_edit(self) -> None:
        """Change what is known about whoever is under the cursor."""
        person = self.listed.item
        if person is not None:
            with self.sentences():
                await self.app.push_screen_wait(ContactDialog(self.services, person.id))

    def action_delete(self) -> None:
        person = self.listed.item
        if person is not None and self.guarded(lambda: self.store.people.delete(person.id)):
            self.tell("Deleted somebody, with their messages")
        self.guarded(self.reload)

    @work
    async def action_cv(self) -> None:
        """Note where whoever is under the cursor sent the CV."""
        person = self.listed.item
        if person is not None and await self.app.push_screen_wait(
            CvDialog(self.services, person.id)
        ):
            self.tell("Noted where your CV went")

    @work
    async def action_message(self) -> None:
        """Open a message to whoever is under the cursor, or draft a new one."""
        person = self.listed.item
        if person is None:
            return
        with self.sentences():
            letters = self.store.messages.of_contact(person.id)
            today = self.services.clock.today()
            wanted = await self.app.push_screen_wait(LettersDialog(person.name, letters, today))
            if wanted is not None:
                self.app.push_screen(MessageScreen(self.services, self._message(person, wanted)))

    def _message(self, person: Person, wanted: Wanted) -> int:
        """Return the message that is wanted; a new one is drafted from the record."""
        if wanted.message_id is not None:
            return wanted.message_id
        contact = self.store.people.get(person.id)
        about = None if wanted.kind is MessageKind.INTRODUCTION else contact.application_id
        subject, body = filled(self.services, contact, wanted.kind, about)
        return self.store.messages.add(person.id, wanted.kind, about, subject=subject, body=body)
