"""A kanban's content as plain values: pages of cards, a cursor per column, the card in hand."""

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

PAGE = 16


class Face(NamedTuple):
    """What one card shows: three lines, a note for its corner, and how pressing the third is."""

    id: int
    lines: tuple[str, str, str]
    note: str = ""
    mark: str = ""


@dataclass(frozen=True)
class Column:
    """A column: its key, its title, and how many cards it holds."""

    key: str
    title: str
    count: int


Fetch = Callable[[str, int, int], Sequence[Face]]


class Place(NamedTuple):
    """A spot on the board: the number of a column, and an index in it."""

    lane: int
    at: int


class Lift(NamedTuple):
    """A card in hand: where it came from, and where it would go."""

    face: Face
    home: Place
    place: Place


class Drop(NamedTuple):
    """Where a card goes: its new column, and the neighbor *above* or *below* which it goes."""

    card_id: int
    column: str
    from_column: str
    above: int | None = None
    below: int | None = None


class Lane:
    """One column's cards, fetched a page at a time and kept, with its own cursor and scroll."""

    def __init__(self, column: Column, fetch: Fetch, cursor: int = 0, top: int = 0) -> None:
        self.column = column
        self.cursor = max(0, min(cursor, column.count - 1))
        self.top = top
        self._fetch = fetch
        self.pages: dict[int, Sequence[Face]] = {}

    def face(self, index: int) -> Face | None:
        """Return the card at *index*, None outside the column."""
        if not 0 <= index < self.column.count:
            return None
        page, offset = divmod(index, PAGE)
        faces = self._page(page)
        return faces[offset] if offset < len(faces) else None

    def find(self, card_id: int) -> int | None:
        """Return the index of a card when it is on the page of the cursor."""
        if not self.column.count:
            return None
        page = self.cursor // PAGE
        found = (n for n, face in enumerate(self._page(page)) if face.id == card_id)
        return next((page * PAGE + n for n in found), None)

    def keep(self, other: "Lane") -> None:
        """Take over what *other*, of the same column and as long, has fetched already."""
        if other.column == self.column:
            self.pages = other.pages

    def forget(self) -> None:
        """Fetch every page anew when it is needed."""
        self.pages.clear()

    def _page(self, page: int) -> Sequence[Face]:
        if page not in self.pages:
            self.pages[page] = self._fetch(self.column.key, page * PAGE, PAGE)
        return self.pages[page]


class Deck:
    """All columns, as they look with the card in hand already where it would go."""

    def __init__(self, lanes: Sequence[Lane] = (), current: int = 0) -> None:
        self.lanes = list(lanes)
        self.current = max(0, min(current, len(self.lanes) - 1))
        self.lift: Lift | None = None

    def renewed(
        self, columns: Sequence[Column], fetch: Fetch, changed: Collection[str] | None = None
    ) -> "Deck":
        """Return a deck of *columns* whose cursors stand where they stood in this one.

        Cards are fetched anew, those of the columns *changed* alone if they are named.
        """
        known = {lane.column.key: lane for lane in self.lanes}
        lanes = []
        for column in columns:
            old = known.get(column.key)
            lane = Lane(column, fetch, old.cursor, old.top) if old else Lane(column, fetch)
            if old and changed is not None and column.key not in changed:
                lane.keep(old)
            lanes.append(lane)
        keys = [column.key for column in columns]
        current = keys.index(self.key) if self.key in keys else self.current
        return Deck(lanes, current)

    @property
    def key(self) -> str:
        """The key of the column the cursor is in."""
        return self.lanes[self.current].column.key if self.lanes else ""

    @property
    def place(self) -> Place:
        """Where the cursor is, or the card in hand."""
        if self.lift:
            return self.lift.place
        return Place(self.current, self.lanes[self.current].cursor if self.lanes else 0)

    @property
    def selected(self) -> Face | None:
        """The card under the cursor, or in hand."""
        return self.face(self.place)

    def count(self, lane: int) -> int:
        """Return how many cards a column shows."""
        held = self.lanes[lane].column.count
        if self.lift:
            held += (lane == self.lift.place.lane) - (lane == self.lift.home.lane)
        return held

    def face(self, place: Place) -> Face | None:
        """Return the card shown at *place*."""
        if not 0 <= place.lane < len(self.lanes):
            return None
        index = place.at
        if self.lift:
            if place == self.lift.place:
                return self.lift.face
            index -= place.lane == self.lift.place.lane and index > self.lift.place.at
            index += place.lane == self.lift.home.lane and index >= self.lift.home.at
        return self.lanes[place.lane].face(index)

    def go(self, place: Place) -> None:
        """Put the cursor, or the card in hand, as near to *place* as there is room."""
        if not self.lanes:
            return
        lane = max(0, min(place.lane, len(self.lanes) - 1))
        self.current = lane
        if self.lift:
            others = self.lanes[lane].column.count - (lane == self.lift.home.lane)
            index = max(0, min(place.at, others))
            self.lift = self.lift._replace(place=Place(lane, index))
        else:
            self.lanes[lane].cursor = max(0, min(place.at, self.count(lane) - 1))

    def across(self, step: int) -> None:
        """Go to the next column with cards; a card in hand goes to any, beside where it was."""
        lane, index = self.place
        if self.lift:
            if 0 <= lane + step < len(self.lanes):
                row = index - self.lanes[lane].top
                self.go(Place(lane + step, self.lanes[lane + step].top + row))
            return
        beyond = range(lane + step, len(self.lanes) if step > 0 else -1, step)
        target = next((n for n in beyond if self.count(n)), None)
        if target is not None:
            self.go(Place(target, self.lanes[target].cursor))

    def leave_empty(self) -> None:
        """Take the cursor out of an empty column, to the nearest that shows cards."""
        if self.lift or not self.lanes or self.count(self.current):
            return
        filled = [n for n in range(len(self.lanes)) if self.count(n)]
        if filled:
            nearest = min(filled, key=lambda n: abs(n - self.current))
            self.go(Place(nearest, self.lanes[nearest].cursor))

    def find(self, card_id: int, lanes: Iterable[int]) -> Place | None:
        """Return where a card is when it is near the cursor of one of *lanes*."""
        for lane in lanes:
            index = self.lanes[lane].find(card_id)
            if index is not None:
                return Place(lane, index)
        return None

    def pick_up(self) -> None:
        """Take the card under the cursor in hand."""
        face = self.selected
        if face and not self.lift:
            self.lift = Lift(face, self.place, self.place)

    def put_back(self) -> None:
        """Let the card in hand go back to where it came from."""
        if self.lift:
            home = self.lift.home
            self.lift = None
            self.go(home)

    def dropped(self) -> Drop | None:
        """Return where the card in hand would go, None when that is where it came from."""
        lift = self.lift
        if not lift or lift.place == lift.home:
            return None
        lane, index = lift.place
        after, before = self.face(Place(lane, index + 1)), self.face(Place(lane, index - 1))
        return Drop(
            lift.face.id,
            self.lanes[lane].column.key,
            self.lanes[lift.home.lane].column.key,
            above=after.id if after else None,
            below=before.id if before and not after else None,
        )

    def moved(self, step: int) -> Drop | None:
        """Return the move of the selected card to the column *step* away, None past the edge."""
        target = self.current + step
        face = self.selected
        if not face or not 0 <= target < len(self.lanes):
            return None
        return Drop(face.id, self.lanes[target].column.key, self.key)

    def reordered(self, step: int) -> Drop | None:
        """Return the move of the selected card past its neighbor, None at the column's end."""
        lane, index = self.place
        face, neighbor = self.selected, self.face(Place(lane, index + step))
        if not face or not neighbor:
            return None
        above, below = (None, neighbor.id) if step > 0 else (neighbor.id, None)
        return Drop(face.id, self.key, self.key, above, below)
