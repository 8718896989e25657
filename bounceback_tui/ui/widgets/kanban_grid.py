"""The drawn half of the kanban: what it shows, where its cursor is, and what is repainted."""

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Self

from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.ui.widgets.kanban_columns import Column, Deck, Face, Fetch, Place
from bounceback_tui.ui.widgets.kanban_layout import Layout, View
from bounceback_tui.ui.widgets.kanban_paint import COMPONENTS, CSS, Painter

NARROW = 100


class KanbanGrid(Widget, can_focus=True):
    """Columns of cards drawn line by line; cards are fetched a page at a time when seen."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = COMPONENTS
    DEFAULT_CSS = CSS

    is_carrying: reactive[bool] = reactive(False, repaint=False, bindings=True)

    @dataclass
    class CursorMoved(Message, namespace="kanban"):
        """Another card is selected, or none."""

        kanban: "KanbanGrid"
        card_id: int | None

        @property
        def control(self) -> "KanbanGrid":
            return self.kanban

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._deck = Deck()
        self._first = 0
        self._told: int | None = None
        self._painter = Painter(self)

    def show(
        self,
        columns: Sequence[Column],
        fetch: Fetch,
        select: int | None = None,
        select_at: tuple[str, int] | None = None,
        changed: Collection[str] | None = None,
    ) -> None:
        """Show *columns*; the cursor stays, or goes to the card *select* or the spot *select_at*.

        Only cards of the columns *changed* are fetched anew; of all, where None is said.

        ``fetch(key, offset, limit)`` returns cards of a column, in their order. A card by its id
        is only found near a column's cursor: a spot is sure. A card in hand goes back.
        """
        kept = self.selected
        self._deck.put_back()
        self._deck = self._deck.renewed(columns, fetch, changed)
        deck = self._deck
        place: Place | None = None
        if select_at is not None:
            keys = [column.key for column in columns]
            place = Place(keys.index(select_at[0]), select_at[1])
        elif select is not None:
            place = deck.find(select, range(len(columns)))
        elif kept and columns:
            place = deck.find(kept.id, [deck.current])
        if place:
            deck.go(place)
        self._settle()
        self.refresh()

    def refresh_columns(self) -> Self:
        """Fetch the cards anew, in the columns as they are."""
        for lane in self._deck.lanes:
            lane.forget()
        self._settle()
        return self.refresh()

    @property
    def selected(self) -> Face | None:
        """The card under the cursor, or in hand."""
        return self._deck.selected

    @property
    def selected_column(self) -> str:
        """The key of the column the cursor is in."""
        return self._deck.key

    @property
    def view(self) -> View:
        """The columns as they are laid out now."""
        size = self.content_size
        compact = self.app.size.width < NARROW
        columns = len(self._deck.lanes)
        layout = Layout.arrange(size.width, size.height, columns, compact=compact)
        return View(self._deck, layout, self._first)

    def render_line(self, y: int) -> Strip:
        return self._painter.line(y, self.view)

    def on_resize(self) -> None:
        self._settle()
        self.refresh()

    def notify_style_update(self) -> None:
        self._painter.forget()
        super().notify_style_update()

    @contextmanager
    def _changing(self) -> Iterator[Deck]:
        before, old = self._picture(), self._deck.place
        yield self._deck
        self._settle()
        if self._picture() != before or self._deck.lift:
            self.refresh()
        elif self._deck.lanes:
            view = self.view
            overview = Region(0, 0, view.layout.width, int(view.layout.is_windowed))
            self.refresh(overview, view.region(old), view.region(self._deck.place))

    def _scroll_lane(self, lane: int, step: int) -> None:
        view = self.view
        if view.scroll(lane, step):
            left = view.layout.slot_left(lane - self._first)
            self.refresh(Region(left, 0, view.lane_width(lane), view.layout.height))

    def _picture(self) -> tuple[object, ...]:
        return self._first, self._deck.lift, *(lane.top for lane in self._deck.lanes)

    def _settle(self) -> None:
        self._deck.leave_empty()
        if self.content_size.height:
            self._first = self.view.settled().first
        self.is_carrying = self._deck.lift is not None
        card_id = self.selected.id if self.selected else None
        if card_id != self._told:
            self._told = card_id
            self.post_message(self.CursorMoved(self, card_id))
