"""The journal's list: the whole timeline, what a search finds, or what was written on this day."""

from dataclasses import dataclass
from datetime import date

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Input, Static

from bounceback_tui.store.values import Page
from bounceback_tui.ui.marks import Needle
from bounceback_tui.ui.screens import shelves
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.journal_lines import Look, line
from bounceback_tui.ui.screens.shelves import Shelf
from bounceback_tui.ui.themes import mood_colors
from bounceback_tui.ui.widgets.paged_list import PagedList

SEARCH_AFTER = 0.08


class JournalList(Vertical):
    """One line for each page, a search field above them that is hidden until it is needed."""

    COMPONENT_CLASSES = {"journal--quiet", "journal--mark", "journal--star"}

    @dataclass
    class Reached(Message):
        """Another page is under the cursor."""

    @dataclass
    class Chosen(Message):
        """The page under the cursor was chosen, with Enter or a click."""

    def __init__(self, host: DataScreen, nothing_yet: str, *, id: str | None = None) -> None:  # noqa: A002
        """List the journal of *host*'s file; *nothing_yet* is said while it is empty."""
        super().__init__(id=id)
        self._host = host
        self._nothing_yet = nothing_yet
        self._is_this_day = False
        self._shelf = Shelf(0, lambda _offset, _limit: [], nothing_yet, "")
        self._searching: Timer | None = None

    def compose(self) -> ComposeResult:
        yield Input(placeholder="words in titles, pages and check-ins", id="search")
        yield Static("", id="said", markup=False)
        yield PagedList(self._paint, id="pages")

    @property
    def pages(self) -> "PagedList[Page]":
        """The lines."""
        return self.query_one("#pages", PagedList)

    @property
    def field(self) -> Input:
        """The search field."""
        return self.query_one("#search", Input)

    @property
    def page(self) -> Page | None:
        """The page under the cursor."""
        return self.pages.item

    @property
    def needle(self) -> Needle:
        """What is searched for."""
        return self._shelf.needle

    @property
    def is_whole(self) -> bool:
        """Whether the list shows the whole timeline."""
        return not self._is_this_day and not self.field.value.strip()

    @property
    def look(self) -> Look:
        """The styles of the journal's words."""
        quiet, mark, star = (
            self.get_component_rich_style(f"journal--{kind}", partial=True)
            for kind in ("quiet", "mark", "star")
        )
        return Look(quiet, mark, star, mood_colors(self.app.current_theme))

    # What is shown

    def reload(self) -> None:
        """Read the lines again; the cursor stays on its page, or at the very top."""
        page, at = self.page, self.pages.cursor
        shelf = self._stocked()
        place = shelf.place(page, at) if page and at else None
        self._show(shelf, at if place is None else place)

    def go_to(self, day: date) -> None:
        """Show the whole timeline with the cursor on the newest page of *day*, if it has one."""
        pages = self._host.store.journal.on_day(day)
        if pages:
            self.show_whole()
            shelf = self._stocked()
            self._show(shelf, shelf.place(pages[0], 0) or 0)
            self.screen.remove_class("-reading")
            self.pages.focus()

    def _stocked(self) -> Shelf:
        store, services = self._host.store, self._host.services
        if self._is_this_day:
            return shelves.on_this_day(store.journal, services.clock.today())
        if not self.is_whole:
            return shelves.results(store.search, self.field.value)
        return shelves.timeline(store.journal, self._nothing_yet)

    def _show(self, shelf: Shelf, at: int = 0) -> None:
        self._shelf = shelf
        said = self.query_one("#said", Static)
        said.update("" if self.is_whole and not shelf.count else shelf.said)
        said.set_class(self._is_this_day, "-heading")
        self.pages.show(shelf.count, shelf.fetch, select=at, placeholder=shelf.nothing)

    def _paint(self, page: Page, before: Page | None, width: int, _selected: bool) -> Text:
        clock = self._host.services.clock
        return line(page, before, width, self.look, clock, self.needle)

    @on(PagedList.Highlighted)
    def _moved(self) -> None:
        self.post_message(self.Reached())

    @on(PagedList.Chosen)
    def _chosen(self) -> None:
        self.post_message(self.Chosen())

    # Finding

    def start_search(self) -> None:
        """Show the search field, ready for words."""
        self._is_this_day = False
        self.add_class("-searching")
        self.field.focus()
        self.field.action_select_all()

    @on(Input.Changed)
    def _search_soon(self) -> None:
        self._stop_searching()
        self._searching = self.set_timer(SEARCH_AFTER, self._search)

    def _stop_searching(self) -> None:
        if self._searching is not None:
            self._searching.stop()

    def _search(self) -> None:
        self._stop_searching()
        self._host.guarded(lambda: self._show(self._stocked()))

    @on(Input.Submitted)
    def _found(self) -> None:
        self._search()
        self.pages.focus()

    def show_this_day(self) -> None:
        """List what was written on this day before."""
        self._leave_search()
        self._is_this_day = True
        self._host.guarded(lambda: self._show(self._stocked()))

    def show_whole(self) -> None:
        """List the whole timeline, from the page under the cursor on."""
        page = self.page
        self._leave_search()
        self._is_this_day = False
        self._host.guarded(lambda: self._return_to(page))

    def _leave_search(self) -> None:
        self._stop_searching()
        self.remove_class("-searching")
        with self.prevent(Input.Changed):
            self.field.value = ""

    def _return_to(self, page: Page | None) -> None:
        shelf = self._stocked()
        place = shelf.place(page, 0) if page else None
        self._show(shelf, place or 0)
