"""The drawn half of the stacked bars: legend, scale, bars, dates, and the lines drawn anew."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.legend import Entry, filled, legend
from bounceback_tui.ui.widgets.stack_layout import Scale, Slots

BASE, BASE_CURSOR, MORE = "─", "━", "…"
ROOMY = 10
FOOT = 2


class Layer(NamedTuple):
    """A part of each bar: its name, the theme's variable for its color, and its characters.

    The *fill* is a pattern of characters one cell wide, so that layers differ without color.
    """

    name: str
    token: str
    fill: str


class StackPaint(Widget, can_focus=True):
    """A bar a week, its layers on top of each other, from whole-number ticks at the left."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "stacked-bars--name",
        "stacked-bars--count",
        "stacked-bars--base",
        "stacked-bars--ground",
        "stacked-bars--cursor",
        "stacked-bars--placeholder",
    }
    DEFAULT_CSS = """
    StackPaint {
        width: 1fr;
        height: 1fr;
        & > .stacked-bars--name { color: $text-muted; }
        & > .stacked-bars--count { color: $foreground; }
        & > .stacked-bars--base { color: $text-disabled; }
        & > .stacked-bars--cursor { color: $text-muted; }
        & > .stacked-bars--placeholder { color: $text-muted; }
        &:focus > .stacked-bars--ground { background: $panel; }
        &:focus > .stacked-bars--cursor { color: $text-primary; }
    }
    """

    def __init__(
        self,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        """Show *placeholder* while there are no weeks."""
        super().__init__(id=id, classes=classes)
        self._placeholder = placeholder
        self._first: list[date] = []
        self._counts: list[Sequence[int]] = []
        self._layers: list[Layer] = []
        self._cursor = 0
        self._slots = Slots(0, 0)
        self._scale = Scale.up_to(0, 1)
        self._stacks: list[list[int]] = []
        self._head: list[Text] | None = None
        self._inks: dict[tuple[str, str], Style] = {}

    def _fill(
        self, first: Sequence[date], counts: Sequence[Sequence[int]], layers: Sequence[Layer]
    ) -> None:
        kept = self._first[self._cursor] if self._first else None
        self._first, self._counts, self._layers = list(first), list(counts), list(layers)
        newest = max(len(self._first) - 1, 0)
        self._cursor = self._first.index(kept) if kept in self._first else newest
        self._arrange()

    def _arrange(self) -> None:
        """Work out everything that depends on the counts and on the size."""
        self._head = None
        width, height = self.content_size
        highest = max(map(sum, self._counts), default=0)
        self._scale = Scale.up_to(highest, height - FOOT - self._top)
        self._stacks = [self._scale.stack(counts) for counts in self._counts]
        slots = Slots(len(self._first), max(width - self._axis, 1), self._slots.newer)
        self._slots = slots.settled(self._cursor)
        self.refresh()

    def _move(self, week: int) -> None:
        """Put the cursor on *week*; the legend stays as it is drawn."""
        if week == self._cursor:
            return
        self._cursor = week
        self._slots = self._slots.settled(week)
        width, height = self.content_size
        self.refresh(Region(0, self._top, width, max(height - self._top, 0)))

    def _week_at(self, x: int, y: int) -> int | None:
        return self._slots.at(x - self._axis) if y >= self._top else None

    def on_resize(self) -> None:
        self._arrange()

    def notify_style_update(self) -> None:
        self._head = None
        self._inks.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width, height = self.content_size
        if not self._first:
            pieces = [Segment(self._placeholder if y == 0 else "", self._ink("placeholder"))]
        elif y < len(self._legend):
            pieces = list(self._legend[y].render(self.app.console))
        else:
            pieces = self._below(height - FOOT - 1 - y)
        return Strip(pieces).adjust_cell_length(width, self._ink())

    @property
    def _legend(self) -> list[Text]:
        if self._head is None:
            totals = [sum(layer) for layer in zip(*self._counts, strict=True)]
            entries = [
                Entry(layer.fill, layer.name, total, self._ink(token=layer.token))
                for layer, total in zip(self._layers, totals, strict=bool(totals))
            ]
            width, name, count = self.content_size.width, self._ink("name"), self._ink("count")
            self._head = legend(entries, width, name=name, count=count)
        return self._head

    @property
    def _top(self) -> int:
        return len(self._legend) + (self.content_size.height >= ROOMY)

    @property
    def _axis(self) -> int:
        return len(f"{self._scale.top:,}") + 1

    def _below(self, row: int) -> list[Segment]:
        """Return a line below the legend; the lowest line of the bars is row 0."""
        if row >= 0:
            return self._bars(row)
        return self._base() if row == -1 else self._dates()

    def _bars(self, row: int) -> list[Segment]:
        is_inside = row < self._scale.height
        tick = self._scale.tick(row) if is_inside else None
        pieces = [self._tick("" if tick is None else f"{tick:,}")]
        for week in self._slots.in_sight if is_inside else ():
            pieces += self._bar(week, row)
        return pieces

    def _bar(self, week: int, row: int) -> tuple[Segment, ...]:
        stack, width = self._stacks[week], self._slots.bar
        layer = self._layers[stack[row]] if row < len(stack) else None
        fill, token = (layer.fill, layer.token) if layer else (" ", "")
        gap = " " * (self._slots.pitch - width)
        if week != self._cursor:
            return (Segment(filled(fill, width) + gap, self._ink("", token)),)
        bar = Segment(filled(fill, width), self._ink("ground", token))
        return bar, Segment(gap, self._ink())

    def _base(self) -> list[Segment]:
        slots, base = self._slots, self._ink("base")
        at, room = slots.left(self._cursor), len(slots.in_sight) * slots.pitch
        room -= slots.pitch - slots.bar
        after = max(room - at - slots.bar, 0)
        return [
            self._tick("0"),
            Segment(BASE * at, base),
            Segment(BASE_CURSOR * slots.bar, self._ink("cursor")),
            Segment(BASE * after, base),
        ]

    def _dates(self) -> list[Segment]:
        words = [_short(day) for day in self._first]
        has_older = self._slots.in_sight.start > 0
        pieces, x = [self._tick(MORE if has_older else "")], 0
        for left, week in self._slots.labels([len(word) for word in words], self._cursor):
            style = self._ink("cursor" if week == self._cursor else "name")
            if week == self._cursor:
                style += Style(reverse=True, bold=self.has_focus)
            pieces += [Segment(" " * (left - x), self._ink()), Segment(words[week], style)]
            x = left + len(words[week])
        if self._slots.newer and x + 2 <= self._slots.width:
            pieces.append(Segment(MORE.rjust(self._slots.width - x), self._ink("name")))
        return pieces

    def _tick(self, words: str) -> Segment:
        return Segment(words.rjust(self._axis - 1) + " ", self._ink("name"))

    def _ink(self, kind: str = "", token: str = "") -> Style:
        key = (kind, token)
        if key not in self._inks:
            kinds = [f"stacked-bars--{kind}"] if kind else []
            color = ink(self.app.theme_variables, token) if token else None
            self._inks[key] = self.get_visual_style(*kinds).rich_style + Style(color=color)
        return self._inks[key]


def _short(day: date) -> str:
    return f"{day.day} {day:%b}"
