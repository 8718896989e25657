"""A list that is filtered as one types, with all about what is under its cursor beside it."""

from typing import Generic, TypeVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.marks import Needle
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.page_view import PageView
from bounceback_tui.ui.widgets.paged_list import PagedList

T = TypeVar("T")
FILTER_AFTER = 0.08


class FilteredScreen(DataScreen, Generic[T]):
    """Two panes, of which a narrow window shows one; what is listed is the subclass's to say.

    ``FILTERED_BY`` names what the words are looked for in, ``WELCOME`` explains an empty list and
    ``ADDS`` says what its scope's command "add" does.
    """

    FILTERED_BY = ""
    WELCOME = ""
    ADDS = ""
    SCOPED_CSS = False
    CSS = """
    FilteredScreen #shelves { height: 1fr; }
    FilteredScreen #listed { width: 54; padding: 0 1 0 2; }
    FilteredScreen #items { height: 1fr; }
    FilteredScreen #said { height: 1; margin: 0 2 1 2; color: $text-muted; }
    FilteredScreen #filter { display: none; margin-bottom: 1; }
    FilteredScreen.-filtering #filter { display: block; }
    FilteredScreen.-low #said, FilteredScreen.-low #filter { margin-bottom: 0; }
    FilteredScreen #reader { width: 1fr; margin-right: 1; padding: 0 3; }
    FilteredScreen #reader { border-left: tall $background; }
    FilteredScreen #reader:focus { border-left: tall $accent; }
    FilteredScreen.-narrow #listed { width: 1fr; padding: 0 1; }
    FilteredScreen.-narrow #reader { display: none; padding: 0 1; }
    FilteredScreen.-narrow.-reading #listed { display: none; }
    FilteredScreen.-narrow.-reading #reader { display: block; }
    """

    def __init__(self, services: Services) -> None:
        """Start with everything."""
        super().__init__(services)
        self._filtering: Timer | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="shelves"):
            with Vertical(id="listed"):
                yield Input(placeholder=self.FILTERED_BY, id="filter")
                yield Static("", id="said", markup=False)
                yield PagedList(self.paint, row_height=2, id="items")
            yield PageView(id="reader")

    def on_mount(self) -> None:
        self.listed.focus()

    @property
    def listed(self) -> PagedList[T]:
        """The list."""
        return self.query_one("#items", PagedList)

    @property
    def needle(self) -> str:
        """The words the list is filtered by; empty for all."""
        return self._field.value.strip() if self.has_class("-filtering") else ""

    @property
    def _field(self) -> Input:
        return self.query_one("#filter", Input)

    # What is shown

    def paint(self, item: T, before: T | None, width: int, is_selected: bool) -> list[Text]:
        """Return the two lines of *item* in *width* cells."""
        raise NotImplementedError

    def about(self, item: T) -> Text:
        """Return all there is to read about *item*."""
        raise NotImplementedError

    def is_filtered(self) -> bool:
        """Tell whether the list may hold less than everything."""
        return bool(self.needle)

    @on(PagedList.Highlighted)
    def read(self) -> None:
        """Show what is under the cursor, or what belongs here while there is nothing."""
        item, reader = self.listed.item, self.query_one(PageView)
        if item is None:
            reader.show(Text() if self.is_filtered() else self._welcome())
        else:
            self.guarded(lambda: reader.show(self.about(item), needle=Needle.of(self.needle)))

    def _welcome(self) -> Text:
        key = self.with_key("{add}")
        return Text(self.WELCOME).append(f"\n{key}  ", self.ink("accent")).append(self.ADDS)

    def with_key(self, words: str) -> str:
        """Return *words* with the key that adds one in them."""
        key = commands.keys_label(commands.BY_ID[f"{self.SCOPE}.add"], self.plan.settings.keys)
        return words.format(add=key)

    def ink(self, name: str) -> str:
        """Return a color of the theme by the *name* of its token."""
        return ink(self.app.theme_variables, name)

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

    def action_filter(self) -> None:
        self.remove_class("-reading")
        self.add_class("-filtering")
        self._field.focus()
        self._field.action_select_all()

    def action_clear(self) -> None:
        """Go back one step: from the page to the list, or from the filter to everything."""
        if not self.has_class("-reading"):
            self.unfilter()
            self.guarded(self.reload)
        self._to_list()

    def unfilter(self) -> None:
        """Choose everything."""
        with self.prevent(Input.Changed):
            self._field.value = ""
        self.remove_class("-filtering")

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

    @on(PagedList.Chosen)
    async def _chosen(self) -> None:
        if self.has_class("-narrow"):
            self.action_turn()
        else:
            await self.run_action("edit")
