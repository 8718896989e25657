"""The journal: every entry and check-in in one timeline, with a reader beside it."""

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.timer import Timer

from bounceback_tui.services import Services
from bounceback_tui.store.values import Page
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.journal_lines import check_in_page, entry_head
from bounceback_tui.ui.screens.journal_list import JournalList
from bounceback_tui.ui.screens.link import LinkDialog
from bounceback_tui.ui.text import quoted
from bounceback_tui.ui.widgets.page_view import PageView

READ_AFTER = 0.06
NOTHING_YET = "No page yet. {write} writes the first."
WELCOME = (
    "Pages you write and every check-in stand here, in one line of days.\n\n"
    "A page can be anything: how a talk went, what they asked, what you would say next time, "
    "what goes round in your head tonight. It is kept while you type, and nobody else reads it.\n"
)


class JournalScreen(DataScreen):
    """A list of pages that is searched as one types, and the page under its cursor."""

    SCOPE = "journal"
    TAB = "journal"
    BINDINGS = commands.bindings("journal")
    CSS = """
    JournalScreen #shelves { height: 1fr; }
    JournalList { width: 54; padding: 0 1 0 2; }
    JournalList #pages { height: 1fr; }
    JournalList #said { height: 1; margin: 0 2 1 2; color: $text-muted; }
    JournalList #said.-heading { color: $accent; text-style: bold; }
    JournalList #search { display: none; margin-bottom: 1; }
    JournalList.-searching #search { display: block; }
    JournalScreen.-low #said, JournalScreen.-low #search { margin-bottom: 0; }
    JournalList .journal--quiet { color: $text-muted; }
    JournalList .journal--mark { color: $accent; text-style: bold underline; }
    JournalList .journal--star { color: $accent; }
    #reader { width: 1fr; margin-right: 1; padding: 0 3; border-left: tall $background; }
    #reader:focus { border-left: tall $accent; }
    JournalScreen.-narrow JournalList { width: 1fr; padding: 0 1; }
    JournalScreen.-narrow #reader { display: none; padding: 0 1; }
    JournalScreen.-narrow.-reading JournalList { display: none; }
    JournalScreen.-narrow.-reading #reader { display: block; }
    """

    def __init__(self, services: Services) -> None:
        """Start with the whole timeline."""
        super().__init__(services)
        self._reading: Timer | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="shelves"):
            yield JournalList(self, self._with_keys(NOTHING_YET))
            yield PageView(id="reader")

    def _with_keys(self, words: str) -> str:
        names = {"write": "app.write", "check_in": "app.check_in"}
        own = self.plan.settings.keys
        keys = {k: commands.keys_label(commands.BY_ID[i], own) for k, i in names.items()}
        return words.format(**keys)

    def on_mount(self) -> None:
        self.lines.pages.focus()

    @property
    def lines(self) -> JournalList:
        """The list."""
        return self.query_one(JournalList)

    @property
    def reader(self) -> PageView:
        """The page beside it."""
        return self.query_one(PageView)

    @property
    def page(self) -> Page | None:
        """The page under the cursor."""
        return self.lines.page

    # Reading

    def reload(self) -> None:
        self.lines.reload()
        self._read()

    @on(JournalList.Reached)
    def _read_soon(self) -> None:
        """Show the page when the cursor rests, so that it can run down the list."""
        self._stop_reading()
        self._reading = self.set_timer(READ_AFTER, self._read)

    def _read(self) -> None:
        self._stop_reading()
        self.guarded(self._open_page)

    def _stop_reading(self) -> None:
        if self._reading is not None:
            self._reading.stop()

    def _open_page(self) -> None:
        page = self.page
        if page is None:
            self.reader.show(self._welcome() if self.lines.is_whole else Text())
        elif page.is_check_in:
            found, guide = self.store.check_ins.get(page.id), self.services.guides["check_in"]
            head = check_in_page(found, guide, self.lines.look, self.services.clock)
            self.reader.show(head, needle=self.lines.needle)
        else:
            self._open_entry(page.id)

    def _welcome(self) -> Text:
        welcome, accent = Text(WELCOME), self.lines.look.star
        for key, what in (("{write}", "write a page"), ("{check_in}", "check in")):
            welcome.append(f"\n{self._with_keys(key)}  ", accent).append(what)
        return welcome

    def _open_entry(self, entry_id: int) -> None:
        found = self.store.journal.get(entry_id)
        about, company = found.entry.application_id, ""
        if about is not None:
            company = self.store.applications.get(about).company
        head = entry_head(found.entry, found.tags, company, self.lines.look, self.services.clock)
        self.reader.show(head, found.entry.body, self.lines.needle)

    def action_turn(self) -> None:
        """Go to the reader, or back to the list."""
        if self.lines.pages.has_focus:
            self.add_class("-reading")
            self.reader.focus()
        else:
            self._to_list()

    def _to_list(self) -> None:
        self.remove_class("-reading")
        self.lines.pages.focus()

    # Finding

    def action_search(self) -> None:
        self.remove_class("-reading")
        self.lines.start_search()

    def action_on_this_day(self) -> None:
        self.lines.show_this_day()
        self._to_list()

    def action_clear(self) -> None:
        """Go back one step: from the page to the list, or from a search to the timeline."""
        is_reading = self.has_class("-reading")
        self._to_list()
        if not is_reading:
            self.lines.show_whole()

    # Doing

    @on(JournalList.Chosen)
    def _chosen(self) -> None:
        if self.has_class("-narrow"):
            self.action_turn()
        else:
            self.action_edit()

    def action_edit(self) -> None:
        self._edit(outside=False)

    def action_external(self) -> None:
        self._edit(outside=True)

    def _edit(self, *, outside: bool) -> None:
        from bounceback_tui.ui.screens.check_in import CheckInDialog
        from bounceback_tui.ui.screens.editor import EditorScreen

        page = self.page
        if page is None:
            return
        if page.is_check_in:
            self.show_over(CheckInDialog(self.services, check_in_id=page.id))
        else:
            self.show_over(EditorScreen(self.services, page.id, outside=outside))

    def _entry(self, done: str) -> Page | None:
        """Return the entry under the cursor; of a check-in, say that it can't be *done*."""
        page = self.page
        if page is None or not page.is_check_in:
            return page
        self.app.notify(f"A check-in can't be {done}; a page can.", timeout=4, markup=False)
        return None

    def action_star(self) -> None:
        page = self._entry("starred")
        if page:
            self.guarded(lambda: self.store.journal.star(page.id))
            self.guarded(self.reload)

    @work
    async def action_link(self) -> None:
        """Ask which application the entry is about."""
        page = self._entry("linked")
        if page is None:
            return
        linked = self.store.journal.get(page.id).entry.application_id
        chosen = await self.app.push_screen_wait(LinkDialog(self.services, linked))
        if chosen is None or chosen.application_id == linked:
            return
        about = chosen.application_id
        if self.guarded(lambda: self.store.journal.revise(page.id, application_id=about)):
            self.tell("Changed what a page is about")
        self.guarded(self.reload)

    def action_delete(self) -> None:
        page = self.page
        if page is None:
            return
        delete = self.store.check_ins.delete if page.is_check_in else self.store.journal.delete
        if self.guarded(lambda: delete(page.id)):
            name = quoted(page.title) if page.title else "a page"
            self.tell(f"Deleted {'a check-in' if page.is_check_in else name}")
        self.guarded(self.reload)
