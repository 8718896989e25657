"""How a kanban looks: one screen line at a time, made of styled pieces of text."""

from functools import lru_cache
from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.ui.cells import cut, fit
from bounceback_tui.ui.widgets.kanban_columns import Face, Place
from bounceback_tui.ui.widgets.kanban_layout import View

BAR = "▌"
NOTE = 8
CARD_LINES_KEPT = 2048
MARKS = ("due", "overdue", "quiet")
COMPONENTS = {
    f"kanban--{name}"
    for name in (
        *("title", "count", "current", "card", "selected", "lifted", "bar", "name", "text"),
        *("note", "moving", *MARKS),
    )
}
CSS = """
KanbanGrid {
    width: 1fr;
    height: 1fr;
    & > .kanban--title { color: $foreground; text-style: bold; }
    & > .kanban--count { color: $text-muted; }
    & > .kanban--current { color: $text-primary; text-style: bold; }
    & > .kanban--card { background: $surface; }
    & > .kanban--selected { background: $panel 60%; }
    & > .kanban--lifted { background: $primary 25%; }
    & > .kanban--bar { color: $text-disabled; }
    & > .kanban--name { color: $foreground; text-style: bold; }
    & > .kanban--text { color: $foreground; }
    & > .kanban--note { color: $text-muted; }
    & > .kanban--moving { color: $text-primary; text-style: bold; }
    & > .kanban--due { color: $text-primary; }
    & > .kanban--overdue { color: $text-warning; text-style: bold; }
    & > .kanban--quiet { color: $text-secondary; }
    &:focus > .kanban--selected { background: $panel; }
    &:focus > .kanban--bar { color: $primary; }
}
"""


class CardLine(NamedTuple):
    """All that one line of one card is drawn from; *ground* is the style of what is behind it."""

    face: Face | None
    line: int
    ground: str
    width: int
    is_compact: bool


class Painter:
    """Draws the lines of a view, in the styles of the widget's theme; keeps those of cards."""

    def __init__(self, widget: Widget) -> None:
        self._widget = widget
        self._styles: dict[tuple[str, str], Style] = {}
        self._card_line = lru_cache(CARD_LINES_KEPT)(self._draw)

    def forget(self) -> None:
        """Read the styles anew, as after a change of theme or focus."""
        self._styles.clear()
        self._card_line.cache_clear()

    def line(self, y: int, view: View) -> Strip:
        """Return the screen line *y*."""
        layout = view.layout
        pieces: list[Segment] = []
        if layout.is_windowed and y == 0:
            pieces = self._overview(view)
        elif y == layout.header_row:
            pieces = self._across([self._header(lane, view) for lane in view.lanes], view)
        elif y >= layout.body_top:
            pieces = self._across([self._body(y, lane, view) for lane in view.lanes], view)
        return Strip(pieces).adjust_cell_length(layout.width, self._style())

    def _across(self, cells: list[list[Segment]], view: View) -> list[Segment]:
        gap = Segment(" " * view.layout.gap, self._style())
        return [piece for cell in cells for piece in (*cell, gap)]

    def _overview(self, view: View) -> list[Segment]:
        pieces: list[Segment] = []
        for lane, title, count, gap in view.overview():
            kind = "text" if lane in view.lanes else "note"
            kind = "current" if lane == view.deck.current else kind
            pieces.append(Segment(f" {title} ", self._style(kind)))
            pieces.append(Segment(count + " " * gap, self._style("count")))
        return pieces

    def _header(self, lane: int, view: View) -> list[Segment]:
        held = view.deck.lanes[lane]
        width = view.lane_width(lane)
        above = f" ↑ {held.top:,}" if held.top else ""
        count = f" {view.deck.count(lane):,}"
        room = max(width - 1 - cell_len(count) - cell_len(above), 0)
        title = cut(held.column.title, room)
        gap = " " * (room - cell_len(title))
        return self._trimmed(
            [
                Segment(f" {title}", self._style("title")),
                Segment(f"{count}{gap}{above}", self._style("count")),
            ],
            width,
        )

    def _body(self, y: int, lane: int, view: View) -> list[Segment]:
        layout, deck = view.layout, view.deck
        row, line = divmod(y - layout.body_top, layout.pitch)
        room = layout.capacity(deck.count(lane))
        place = Place(lane, deck.lanes[lane].top + row)
        if row < room and line < layout.card_rows and place.at < deck.count(lane):
            return self._card(line, place, view)
        below = deck.count(lane) - deck.lanes[lane].top - room
        words = f" ↓ {below:,} more" if below > 0 and y == layout.height - 1 else ""
        return [Segment(fit(words, view.lane_width(lane)), self._style("note"))]

    def _card(self, line: int, place: Place, view: View) -> list[Segment]:
        ground = "card"
        if place == view.deck.place:
            ground = "lifted" if view.deck.lift else "selected"
        width, is_compact = view.lane_width(place.lane), view.layout.is_compact
        return self._card_line(CardLine(view.deck.face(place), line, ground, width, is_compact))

    def _draw(self, card: CardLine) -> list[Segment]:
        ground = card.ground
        inside = [Segment(" " * card.width, self._style("text", ground))]
        if card.face:
            inside = self._inside(card, card.face, card.width - 2)
        bar = Segment(" " if ground == "card" else BAR, self._style("bar", ground))
        end = Segment(" ", self._style("text", ground))
        return self._trimmed([bar, *inside, end], card.width)

    def _inside(self, card: CardLine, face: Face, width: int) -> list[Segment]:
        line, ground = card.line, card.ground
        mark = face.mark if face.mark in MARKS else "note"
        style = self._style(("name", "text", mark)[line], ground)
        if line != (0 if card.is_compact else 2):
            return [Segment(fit(face.lines[line], width), style)]
        note, kind = cut(face.note, NOTE), mark if card.is_compact else "note"
        if ground == "lifted":
            note, kind = "moving", "moving"
        room = width - cell_len(note) - 1 if note else width
        words = fit(face.lines[line], room) + " " * (width - room - cell_len(note))
        return [Segment(words, style), Segment(note, self._style(kind, ground))]

    def _trimmed(self, pieces: list[Segment], width: int) -> list[Segment]:
        return list(Segment.adjust_line_length(pieces, width, self._style()))

    def _style(self, kind: str = "", ground: str = "") -> Style:
        key = (kind, ground)
        if key not in self._styles:
            self._styles[key] = self._mixed(kind, ground)
        return self._styles[key]

    def _mixed(self, kind: str, ground: str) -> Style:
        _, background = self._widget.background_colors
        if ground:
            background += self._widget.get_component_styles(f"kanban--{ground}").background
        style = Style(bgcolor=background.rich_color)
        if not kind:
            return style
        styles = self._widget.get_component_styles(f"kanban--{kind}")
        color = styles.color
        if styles.auto_color:
            color = background.get_contrast_text(color.a)
        return style + styles.text_style + Style(color=(background + color).rich_color)
