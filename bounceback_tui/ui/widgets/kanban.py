"""A board of columns and cards, moved about with keys or the mouse; it posts what was done."""

from dataclasses import dataclass

from textual import events
from textual.binding import Binding
from textual.geometry import Offset
from textual.message import Message

from bounceback_tui.ui.widgets.kanban_columns import Column, Drop, Face, Fetch, Place
from bounceback_tui.ui.widgets.kanban_grid import KanbanGrid

__all__ = ["Column", "Face", "Fetch", "Kanban"]


class Kanban(KanbanGrid):
    """Cards in columns; it changes nothing itself, but tells what a person moved or opened."""

    BINDINGS = [
        Binding("left,h", "cursor_left", show=False),
        Binding("right,l", "cursor_right", show=False),
        Binding("up,k", "cursor_up", show=False),
        Binding("down,j", "cursor_down", show=False),
        Binding("home,g", "cursor_first", show=False),
        Binding("end,G", "cursor_last", show=False),
        Binding("pageup", "cursor_page_up", show=False),
        Binding("pagedown", "cursor_page_down", show=False),
        Binding("enter", "keep", show=False),
        Binding("enter", "open", show=False),
        Binding("escape", "put_back", show=False),
    ]

    @dataclass
    class CardMoved(Message):
        """A card was put into *column*, beside the card *above* or *below* which it goes."""

        kanban: "Kanban"
        card_id: int
        column: str
        from_column: str
        above: int | None = None
        below: int | None = None

        @property
        def control(self) -> "Kanban":
            return self.kanban

    @dataclass
    class CardOpened(Message):
        """A card was chosen, with Enter or a double click."""

        kanban: "Kanban"
        card_id: int

        @property
        def control(self) -> "Kanban":
            return self.kanban

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._grip: Offset | None = None
        self._has_dragged = False

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("keep", "put_back"):
            return self.is_carrying
        if action == "open":
            return not self.is_carrying
        return super().check_action(action, parameters)

    def action_cursor_left(self) -> None:
        with self._changing() as deck:
            deck.across(-1)

    def action_cursor_right(self) -> None:
        with self._changing() as deck:
            deck.across(1)

    def action_cursor_up(self) -> None:
        self._go(self._deck.place.at - 1)

    def action_cursor_down(self) -> None:
        self._go(self._deck.place.at + 1)

    def action_cursor_first(self) -> None:
        self._go(0)

    def action_cursor_last(self) -> None:
        if self._deck.lanes:
            self._go(self._deck.count(self._deck.current))

    def action_cursor_page_up(self) -> None:
        self._go(self._deck.place.at - self._page_size())

    def action_cursor_page_down(self) -> None:
        self._go(self._deck.place.at + self._page_size())

    def action_move_left(self) -> None:
        self._move(-1)

    def action_move_right(self) -> None:
        self._move(1)

    def action_order_up(self) -> None:
        self._order(-1)

    def action_order_down(self) -> None:
        self._order(1)

    def action_carry(self) -> None:
        with self._changing() as deck:
            deck.pick_up()

    def action_keep(self) -> None:
        drop = self._deck.dropped()
        self.action_put_back()
        self._tell(drop)

    def action_put_back(self) -> None:
        self._let_go()
        with self._changing() as deck:
            deck.put_back()

    def action_open(self) -> None:
        if self.selected and not self.is_carrying:
            self.post_message(self.CardOpened(self, self.selected.id))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        self._has_dragged = False
        if event.button != 1 or not self._deck.lanes:
            return
        point = event.offset - self.content_offset
        place = self.view.named_at(*point) or self.view.card_at(*point)
        if self.is_carrying:
            self._go_to(self.view.near(*point))
        elif place:
            self._go_to(place)
            if self.view.card_at(*point):
                self._grip = point
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        point = event.offset - self.content_offset
        if self._grip is None or (point == self._grip and not self.is_carrying):
            return
        self._has_dragged = True
        with self._changing() as deck:
            deck.pick_up()
            deck.go(self.view.near(*point))

    def on_mouse_up(self) -> None:
        if self._grip is None:
            return
        self._let_go()
        if self.is_carrying:
            self.action_keep()

    def on_mouse_release(self) -> None:
        if self._grip is not None:
            self.action_put_back()

    def on_click(self, event: events.Click) -> None:
        is_on_card = self._deck.lanes and self.view.card_at(*(event.offset - self.content_offset))
        if event.chain == 2 and is_on_card and not self._has_dragged:
            self.action_open()

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        self._wheel(event, -1)

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        self._wheel(event, 1)

    def _wheel(self, event: events.MouseEvent, step: int) -> None:
        if self._deck.lanes:
            event.stop()
            self._scroll_lane(self.view.lane_at(event.x - self.content_offset.x), step)

    def _go(self, index: int) -> None:
        self._go_to(self._deck.place._replace(at=index))

    def _go_to(self, place: Place) -> None:
        with self._changing() as deck:
            deck.go(place)

    def _page_size(self) -> int:
        deck = self._deck
        return self.view.layout.capacity(deck.count(deck.current)) if deck.lanes else 0

    def _move(self, step: int) -> None:
        if self.is_carrying:
            with self._changing() as deck:
                deck.across(step)
        else:
            self._tell(self._deck.moved(step))

    def _order(self, step: int) -> None:
        if self.is_carrying:
            self._go(self._deck.place.at + step)
        else:
            self._tell(self._deck.reordered(step))

    def _tell(self, drop: Drop | None) -> None:
        if drop:
            self.post_message(self.CardMoved(self, **drop._asdict()))

    def _let_go(self) -> None:
        if self._grip is not None:
            self._grip = None
            self.release_mouse()
