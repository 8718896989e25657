"""The list of people with its filter, and all about the one under the cursor."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from bounceback_tui.models.words import ContactRole
from bounceback_tui.services import Services
from bounceback_tui.store.people import Person, role_of
from bounceback_tui.store.values_letters import Theme
from bounceback_tui.ui import commands
from bounceback_tui.ui.marks import Needle
from bounceback_tui.ui.screens import people_lines
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.text import plural
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.page_view import PageView
from bounceback_tui.ui.widgets.paged_list import PagedList

FILTER_AFTER = 0.08
NOBODY_YET = "Nobody yet. {add} adds the first."
NONE_FOUND = "Nobody here fits these words."
WELCOME = (
    "Whoever you meet on the way belongs here: interviewers, recruiters, and those who practice "
    "with you or simply listen.\n\n"
    "For each of them you see when you were last in touch, what you wrote and what came of it, "
    "what they helped with, and where they sent your CV.\n"
)


class PeopleList(DataScreen):
    """Shows people by role, and goes about among them."""

    def __init__(self, services: Services) -> None:
        """Start with everybody."""
        super().__init__(services)
        self._role: ContactRole | None = None
        self._filtering: Timer | None = None
        self._themes: list[Theme] = []

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="shelves"):
            with Vertical(id="listed"):
                yield Input(placeholder="a name, a company, what they helped with", id="filter")
                yield Static("", id="said", markup=False)
                yield PagedList(self._paint, row_height=2, id="people")
            yield PageView(id="reader")

    def on_mount(self) -> None:
        self.listed.focus()

    @property
    def listed(self) -> "PagedList[Person]":
        """The list."""
        return self.query_one("#people", PagedList)

    @property
    def field(self) -> Input:
        """Where the words to filter by are written."""
        return self.query_one("#filter", Input)

    @property
    def _needle(self) -> str:
        return self.field.value.strip() if self.has_class("-filtering") else ""

    # What is shown

    def reload(self) -> None:
        needle, role, people = self._needle, self._role, self.store.people
        count = people.count(needle, role)
        self._themes = self.store.messages.themes()
        self.query_one("#said", Static).update(self._said(count))
        self.listed.show(
            count,
            lambda offset, limit: people.page(needle, role, offset, limit),
            placeholder=NONE_FOUND if needle or role else self._with_key(NOBODY_YET),
        )
        self._read()

    def _said(self, count: int) -> str:
        """Return how many there are, of which role, and how many messages were answered."""
        parts = [plural(count, "person", "people")] if count or self._needle or self._role else []
        if self._role:
            parts.append(self._role.label.lower())
        replies = self.store.messages.replies()
        if replies.sent and not getattr(self.app, "is_gentle", False):
            parts.append(f"{replies.replied} of {replies.sent} answered")
        return " · ".join(parts)

    def _with_key(self, words: str) -> str:
        key = commands.keys_label(commands.BY_ID["people.add"], self.plan.settings.keys)
        return words.format(add=key)

    def _paint(
        self, person: Person, _before: Person | None, width: int, _selected: bool
    ) -> list[Text]:
        today = self.services.clock.today()
        return people_lines.lines(person, today, width, self._ink("text-muted"))

    def _ink(self, name: str) -> str:
        return ink(self.app.theme_variables, name)

    @on(PagedList.Highlighted)
    def _read(self) -> None:
        person, reader = self.listed.item, self.query_one(PageView)
        if person is None:
            is_chosen = bool(self._needle or self._role)
            reader.show(Text() if is_chosen else self._welcome())
            return
        self.guarded(lambda: reader.show(self._about(person), needle=Needle.of(self._needle)))

    def _about(self, person: Person) -> Text:
        contact = self.store.people.get(person.id)
        return people_lines.page(
            contact,
            role_of(contact.role).label,
            self.services.clock.today(),
            self._ink("text-muted"),
            letters=self.store.messages.of_contact(person.id),
            sendings=self.store.people.sendings(person.id),
            themes=[theme for theme in self._themes if person.name in theme.people],
        )

    def _welcome(self) -> Text:
        key = self._with_key("{add}")
        return Text(WELCOME).append(f"\n{key}  ", self._ink("accent")).append("add somebody")

    # Going about

    def action_turn(self) -> None:
        """Go to the reader, or back to the list."""
        if self.listed.has_focus:
            self.add_class("-reading")
            self.query_one(PageView).focus()
        else:
            self._to_list()

    def _to_list(self) -> None:
        self.remove_class("-reading")
        self.listed.focus()

    def action_role(self) -> None:
        """Show the people of the next role, and after the last everybody again."""
        roles: list[ContactRole | None] = [None, *ContactRole]
        self._role = roles[(roles.index(self._role) + 1) % len(roles)]
        self.guarded(self.reload)

    def action_filter(self) -> None:
        self.remove_class("-reading")
        self.add_class("-filtering")
        self.field.focus()
        self.field.action_select_all()

    def action_clear(self) -> None:
        """Go back one step: from the page to the list, or to everybody."""
        if not self.has_class("-reading"):
            with self.prevent(Input.Changed):
                self.field.value = ""
            self.remove_class("-filtering")
            self._role = None
            self.guarded(self.reload)
        self._to_list()

    @on(Input.Changed)
    def _filter_soon(self) -> None:
        if self._filtering is not None:
            self._filtering.stop()
        self._filtering = self.set_timer(FILTER_AFTER, self._filter)

    def _filter(self) -> None:
        self.guarded(self.reload)

    @on(Input.Submitted)
    def _found(self) -> None:
        self._filter()
        self.listed.focus()
