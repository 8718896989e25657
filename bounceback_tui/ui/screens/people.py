"""People: who was met on the way, what was written to them, and what came of it."""

from rich.text import Text
from textual import work
from textual.widgets import Static

from bounceback_tui.models.words import ContactRole, MessageKind
from bounceback_tui.services import Services
from bounceback_tui.store.people import Person, role_of
from bounceback_tui.store.values_letters import Theme
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens import people_lines
from bounceback_tui.ui.screens.contact import ContactDialog, CvDialog
from bounceback_tui.ui.screens.filtered import FilteredScreen
from bounceback_tui.ui.screens.letter_texts import filled
from bounceback_tui.ui.screens.letters import LettersDialog, Wanted
from bounceback_tui.ui.screens.message import MessageScreen
from bounceback_tui.ui.text import plural

NOBODY_YET = "Nobody yet. {add} adds the first."
NONE_FOUND = "Nobody here fits these words."


class PeopleScreen(FilteredScreen[Person]):
    """A list of people, by role if one likes, and all about the one under its cursor."""

    SCOPE = "people"
    TAB = "people"
    BINDINGS = commands.bindings("people")
    FILTERED_BY = "a name, a company, what they helped with"
    ADDS = "add somebody"
    WELCOME = (
        "Whoever you meet on the way belongs here: interviewers, recruiters, and those who "
        "practice with you or simply listen.\n\n"
        "For each of them you see when you were last in touch, what you wrote and what came of it, "
        "what they helped with, and where they sent your CV.\n"
    )

    def __init__(self, services: Services) -> None:
        """Start with everybody."""
        super().__init__(services)
        self._role: ContactRole | None = None
        self._themes: list[Theme] = []

    # What is shown

    def is_filtered(self) -> bool:
        return bool(self.needle or self._role)

    def unfilter(self) -> None:
        super().unfilter()
        self._role = None

    def reload(self) -> None:
        needle, role, people = self.needle, self._role, self.store.people
        count = people.count(needle, role)
        self._themes = self.store.messages.themes()
        self.query_one("#said", Static).update(self._said(count))
        self.listed.show(
            count,
            lambda offset, limit: people.page(needle, role, offset, limit),
            placeholder=NONE_FOUND if self.is_filtered() else self.with_key(NOBODY_YET),
        )
        self.read()

    def _said(self, count: int) -> str:
        """Return how many there are, of which role, and how many messages were answered."""
        parts = [plural(count, "person", "people")] if count or self.is_filtered() else []
        if self._role:
            parts.append(self._role.label.lower())
        replies = self.store.messages.replies()
        if replies.sent and not getattr(self.app, "is_gentle", False):
            parts.append(f"{replies.replied} of {replies.sent} answered")
        return " · ".join(parts)

    def paint(
        self, item: Person, _before: Person | None, width: int, _is_selected: bool
    ) -> list[Text]:
        return people_lines.lines(item, self.services.clock.today(), width, self.ink("text-muted"))

    def about(self, item: Person) -> Text:
        contact = self.store.people.get(item.id)
        return people_lines.page(
            contact,
            role_of(contact.role).label,
            self.services.clock.today(),
            self.ink("text-muted"),
            letters=self.store.messages.of_contact(item.id),
            sendings=self.store.people.sendings(item.id),
            themes=[theme for theme in self._themes if item.name in theme.people],
        )

    # Doing

    def action_role(self) -> None:
        """Show the people of the next role, and after the last everybody again."""
        roles: list[ContactRole | None] = [None, *ContactRole]
        self._role = roles[(roles.index(self._role) + 1) % len(roles)]
        self.guarded(self.reload)

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
                self.show_over(MessageScreen(self.services, self._message(person, wanted)))

    def _message(self, person: Person, wanted: Wanted) -> int:
        """Return the message that is wanted; a new one is drafted from the record."""
        if wanted.message_id is not None:
            return wanted.message_id
        contact = self.store.people.get(person.id)
        about = None if wanted.kind is MessageKind.INTRODUCTION else contact.application_id
        subject, body = filled(self.services, contact, wanted.kind, about)
        return self.store.messages.add(person.id, wanted.kind, about, subject=subject, body=body)
