"""How a chart by day is painted: dots, lines, marks and the names of days, as strips."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.axes import Tick, date_ticks, level, place
from bounceback_tui.ui.widgets.braille import ACROSS, Canvas, character

Look = Callable[[str], Style]
Points = Sequence[tuple[date, float]]
GUTTER, FEET = 4, 2
GUIDE = "┄"


class Mark(NamedTuple):
    """Something that happened on a day: its shape, the theme color it takes, and what it was."""

    day: date
    shape: str
    token: str
    words: str


class Drawing(NamedTuple):
    """What is drawn for the days *first* to *last*."""

    first: date
    last: date
    dots: Points = ()
    line: Sequence[Points] = ()
    second: Sequence[Points] = ()
    marks: Sequence[Mark] = ()
    guide: float | None = None


class Scale(NamedTuple):
    """The values from the lower to the upper edge, and those that are named."""

    low: float
    high: float
    ticks: Sequence[float]


def cell_of(day: date, drawn: Drawing, width: int) -> int:
    """Return the column that holds *day* in a plot of *width* cells."""
    return place(day, drawn.first, drawn.last, width * ACROSS) // ACROSS


class Plot:
    """A drawing at one size."""

    def __init__(self, drawn: Drawing, scale: Scale, width: int, height: int) -> None:
        """Paint *drawn* on *width* by *height* cells, its feet and gutter not counted."""
        self._drawn, self._scale = drawn, scale
        self._width, self._height = width, height
        self._style: Look = lambda _name: Style()

    def rows(self, style: Look, variables: Mapping[str, str]) -> list[Strip]:
        """Return the rows of the plot, the marks and the names of days.

        *style* gives the style of "dot", "line", "second" and "axis"; the marks take theirs from
        the theme's *variables*.
        """
        drawn, width, height = self._drawn, self._width, self._height
        self._style = style
        layers = {name: Canvas(width, height) for name in ("line", "second", "dot")}
        self._draw_dots(layers["dot"], drawn)
        self._draw_line(layers["line"], drawn, drawn.line, every=1)
        self._draw_line(layers["second"], drawn, drawn.second, every=3)
        named = {
            level(tick, self._scale.low, self._scale.high, height): tick
            for tick in self._scale.ticks
        }
        guide = None
        if drawn.guide is not None:
            guide = self._level(drawn.guide, height)
        rows = [self._row(layers, y, named.get(y), is_guide=y == guide) for y in range(height)]
        return [*rows, self._marks_row(drawn.marks, variables), self._ticks_row(drawn)]

    def _level(self, value: float, height: int) -> int:
        return level(value, self._scale.low, self._scale.high, height)

    def _draw_dots(self, canvas: Canvas, drawn: Drawing) -> None:
        across, down = canvas.dots_across, canvas.dots_down
        for day, value in drawn.dots:
            canvas.set(
                place(day, drawn.first, drawn.last, across),
                self._level(value, down),
            )

    def _draw_line(
        self, canvas: Canvas, drawn: Drawing, pieces: Iterable[Points], *, every: int
    ) -> None:
        """Draw each piece through the median of the days that share a column of dots."""
        across, down = canvas.dots_across, canvas.dots_down
        for piece in pieces:
            columns: dict[int, list[float]] = {}
            for day, value in piece:
                columns.setdefault(place(day, drawn.first, drawn.last, across), []).append(value)
            spots = [(x, self._level(median(values), down)) for x, values in columns.items()]
            for x, y in spots:
                canvas.set(x, y)
            for (x0, y0), (x1, y1) in pairwise(spots):
                canvas.line(x0, y0, x1, y1, every=every)

    def _row(
        self, layers: dict[str, Canvas], y: int, tick: float | None, *, is_guide: bool
    ) -> Strip:
        label = "" if tick is None else f"{tick:g}"
        axis = self._style("axis")
        segments = [Segment(f"{label:>{GUTTER - 2}} ", axis), Segment("┤" if label else "│", axis)]
        cells = [self._cell_at(layers, x, y, is_guide=is_guide) for x in range(self._width)]
        for name, run in groupby(cells, key=lambda cell: cell[0]):
            segments.append(Segment("".join(sign for _name, sign in run), self._style(name)))
        return Strip(segments, GUTTER + self._width)

    def _cell_at(
        self, layers: dict[str, Canvas], x: int, y: int, *, is_guide: bool
    ) -> tuple[str, str]:
        bits = {name: canvas.bits(x, y) for name, canvas in layers.items()}
        everything = bits["line"] | bits["second"] | bits["dot"]
        if not everything:
            return "axis", GUIDE if is_guide else " "
        return next(name for name, found in bits.items() if found), character(everything)

    def _marks_row(self, marks: Iterable[Mark], variables: Mapping[str, str]) -> Strip:
        by_cell = {
            cell_of(mark.day, self._drawn, self._width): mark
            for mark in sorted(marks, key=lambda m: m.day)
        }
        segments = [Segment(" " * GUTTER)]
        for x in range(self._width):
            mark = by_cell.get(x)
            style = Style.parse(ink(variables, mark.token)) if mark else None
            segments.append(Segment(mark.shape if mark else " ", style))
        return Strip(segments, GUTTER + self._width)

    def _ticks_row(self, drawn: Drawing) -> Strip:
        ticks: list[Tick] = date_ticks(drawn.first, drawn.last, self._width)
        line = " " * GUTTER
        for x, name in ticks:
            line = line.ljust(GUTTER + x) + name
        width = GUTTER + self._width
        return Strip([Segment(line.ljust(width), self._style("axis"))], width)
