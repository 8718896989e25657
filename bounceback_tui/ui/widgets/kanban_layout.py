"""Where a kanban's columns and cards stand, in cells."""

from dataclasses import dataclass

from rich.cells import cell_len
from textual.geometry import Region

from bounceback_tui.ui.cells import cut
from bounceback_tui.ui.widgets.kanban_columns import Deck, Place

SNUG = 18
WINDOW = 24
ROOMY = 26


@dataclass(frozen=True)
class Layout:
    """Widths and rows; ``shown`` columns stand side by side, of which there may be more."""

    width: int
    height: int
    columns: int
    shown: int
    gap: int
    card_rows: int

    @classmethod
    def arrange(cls, width: int, height: int, columns: int, *, compact: bool) -> "Layout":
        """Return the layout for a size: all columns, or as many as fit with room to read."""
        each = width // max(columns, 1)
        if each >= SNUG:
            shown, gap = columns, 2 if each >= WINDOW else 1
        else:
            shown, gap = max(1, min(columns, (width + 2) // (WINDOW + 2))), 2
        return cls(width, height, columns, shown, gap, 2 if compact else 3)

    @property
    def is_windowed(self) -> bool:
        """Whether some columns are out of sight."""
        return self.shown < self.columns

    @property
    def is_compact(self) -> bool:
        """Whether cards have no third line."""
        return self.card_rows < 3

    @property
    def header_row(self) -> int:
        """The row of the titles."""
        return (1 + self._is_roomy) if self.is_windowed else 0

    @property
    def body_top(self) -> int:
        """The first row of cards."""
        return self.header_row + 1 + self._is_roomy

    @property
    def pitch(self) -> int:
        """From one card's first row to the next one's."""
        return self.card_rows + 1

    @property
    def _is_roomy(self) -> bool:
        return self.height >= ROOMY

    def capacity(self, count: int) -> int:
        """Return how many of *count* cards a column shows; the last row may say what is below."""
        rows = self.height - self.body_top
        fitting = (rows + 1) // self.pitch
        return max(1, fitting if count <= fitting else rows // self.pitch)

    def slot_left(self, slot: int) -> int:
        """Return the first cell of the column in *slot*."""
        return slot * (self.width + self.gap) // max(self.shown, 1)

    def lane_width(self, slot: int) -> int:
        """Return the width of the column in *slot*; they differ by a cell to fill the line."""
        return max(1, self.slot_left(slot + 1) - self.slot_left(slot) - self.gap)

    def slot_at(self, x: int) -> int:
        """Return the slot at or nearest to the cell *x*."""
        slot = ((x + 1) * self.shown - 1) // max(self.width + self.gap, 1)
        return max(0, min(slot, self.shown - 1))


@dataclass(frozen=True)
class View:
    """A deck laid out: which columns and cards are in sight, and what is under the pointer."""

    deck: Deck
    layout: Layout
    first: int

    @property
    def lanes(self) -> range:
        """The columns in sight."""
        return range(self.first, min(self.first + self.layout.shown, len(self.deck.lanes)))

    def region(self, place: Place) -> Region:
        """Return the cells of the card at *place*."""
        layout = self.layout
        row = place.at - self.deck.lanes[place.lane].top
        slot = place.lane - self.first
        top = layout.body_top + row * layout.pitch
        return Region(layout.slot_left(slot), top, layout.lane_width(slot), layout.card_rows)

    def lane_width(self, lane: int) -> int:
        """Return the width of a column in sight."""
        return self.layout.lane_width(lane - self.first)

    def lane_at(self, x: int) -> int:
        """Return the column at or nearest to the cell *x*."""
        return self.first + self.layout.slot_at(x)

    def near(self, x: int, y: int) -> Place:
        """Return the place a card dropped at a cell would take; past an edge, the next beyond."""
        lane = self.lane_at(x)
        if self.layout.is_windowed and not 0 < x < self.layout.width - 1:
            lane += 1 if x else -1
        lane = max(0, min(lane, len(self.deck.lanes) - 1))
        row = (y - self.layout.body_top) // self.layout.pitch
        row = max(-1, min(row, self.layout.capacity(self.deck.count(lane))))
        return Place(lane, self.deck.lanes[lane].top + row)

    def card_at(self, x: int, y: int) -> Place | None:
        """Return the place of the card at a cell, None where there is none."""
        if y < self.layout.body_top:
            return None
        lane = self.lane_at(x)
        row = (y - self.layout.body_top) // self.layout.pitch
        place = Place(lane, self.deck.lanes[lane].top + row)
        is_shown = row < self.layout.capacity(self.deck.count(lane))
        on_card = self.region(place).contains(x, y)
        return place if is_shown and on_card and self.deck.face(place) else None

    def settled(self) -> "View":
        """Bring the cursor into sight, scroll no column past its end, and return the view."""
        deck, layout = self.deck, self.layout
        current, index = deck.place
        for number, lane in enumerate(deck.lanes):
            room = layout.capacity(deck.count(number))
            if number == current:
                lane.top = max(min(lane.top, index), index - room + 1)
            lane.top = max(0, min(lane.top, deck.count(number) - room))
        first = max(min(self.first, current), current - layout.shown + 1)
        return View(deck, layout, max(0, min(first, len(deck.lanes) - layout.shown)))

    def scroll(self, lane: int, step: int) -> bool:
        """Scroll a column by *step* cards and return whether that moved it."""
        held = self.deck.lanes[lane]
        last = self.deck.count(lane) - self.layout.capacity(self.deck.count(lane))
        top = max(0, min(held.top + step, last))
        moved, held.top = top != held.top, top
        return moved

    def overview(self) -> list[tuple[int, str, str, int]]:
        """Return each column's number, title and count as they fit one line, and the gap after."""
        lanes = range(len(self.deck.lanes))
        titles = [lane.column.title for lane in self.deck.lanes]
        counts = [f"{self.deck.count(lane):,}" for lane in lanes]
        room = self.layout.width - sum(2 + len(count) for count in counts)
        wanted = sum(map(cell_len, titles))
        gap = 2 if wanted + 2 * len(lanes) <= room else 1
        if wanted + gap * len(lanes) > room:
            titles = [cut(title, max(room // len(lanes) - gap, 1)) for title in titles]
        return [(lane, titles[lane], counts[lane], gap) for lane in lanes]

    def named_at(self, x: int, y: int) -> Place | None:
        """Return the cursor of the column whose name in the overview is at a cell."""
        if y or not self.layout.is_windowed:
            return None
        end = 0
        for lane, title, count, gap in self.overview():
            end += cell_len(f" {title} {count}") + gap
            if x < end:
                return Place(lane, self.deck.lanes[lane].cursor)
        return None
