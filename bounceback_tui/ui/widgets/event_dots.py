"""Events as dots: when they were across, how long something took upwards; open ones are hollow."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from bounceback_tui.ui.widgets.axes import date_ticks, level, place

GUTTER, FEET = 5, 1
OVER, OPEN, MIDDLE = "●", "○", "┄"


class Dot(NamedTuple):
    """One event: its key, its day, its value, and whether that may still grow."""

    key: int
    day: date
    value: float
    is_open: bool


class EventDots(Widget, can_focus=True):
    """Goes from dot to dot with the arrows; Enter chooses the event."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"event-dots--dot", "event-dots--axis", "event-dots--cursor"}
    DEFAULT_CSS = """
    EventDots {
        height: 8;
        & > .event-dots--dot { color: $secondary; }
        & > .event-dots--axis { color: $text-muted; }
        & > .event-dots--cursor { text-style: reverse bold; }
    }
    """
    BINDINGS = [
        Binding("left", "step(-1)", "The one before", show=False),
        Binding("right", "step(1)", "The next one", show=False),
        Binding("home", "edge(0)", "The first one", show=False),
        Binding("end", "edge(-1)", "The last one", show=False),
        Binding("enter", "choose", "Open it", show=False),
    ]

    class Moved(Message):
        """The cursor went to another dot."""

        def __init__(self, control: "EventDots", dot: Dot) -> None:
            super().__init__()
            self.dot = dot
            self._control = control

        @property
        def control(self) -> "EventDots":
            """The widget it is in."""
            return self._control

    class Chosen(Moved):
        """Enter was pressed on a dot, or it was clicked twice."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        """Start without dots."""
        super().__init__(id=id)
        self._dots: Sequence[Dot] = ()
        self._middle: float | None = None
        self._at = 0

    def show(self, dots: Sequence[Dot], middle: float | None = None) -> None:
        """Show *dots*, oldest first, and a line at *middle*; the cursor is on the newest."""
        self._dots, self._middle = dots, middle
        self._at = len(dots) - 1
        self.refresh()

    @property
    def dot(self) -> Dot | None:
        """The dot under the cursor."""
        return self._dots[self._at] if self._dots else None

    # Moving

    def action_step(self, step: int) -> None:
        self._go(self._at + step)

    def action_edge(self, at: int) -> None:
        self._go(at % len(self._dots) if self._dots else 0)

    def _go(self, at: int) -> None:
        wanted = min(max(at, 0), len(self._dots) - 1)
        if self._dots and wanted != self._at:
            self._at = wanted
            self.refresh()
            self.post_message(self.Moved(self, self._dots[wanted]))

    def action_choose(self) -> None:
        if self.dot is not None:
            self.post_message(self.Chosen(self, self.dot))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None or not self._dots:
            return
        columns = [self._column(dot) for dot in self._dots]
        nearest = min(range(len(columns)), key=lambda n: abs(columns[n] - (at.x - GUTTER)))
        self._go(nearest)
        if event.chain == 2:
            self.action_choose()

    # Drawing

    @property
    def _plot_width(self) -> int:
        return max(self.content_size.width - GUTTER, 0)

    @property
    def _plot_height(self) -> int:
        return max(self.content_size.height - FEET, 1)

    @property
    def _top(self) -> float:
        return max([dot.value for dot in self._dots] + [1.0])

    def _column(self, dot: Dot) -> int:
        return place(dot.day, self._dots[0].day, self._dots[-1].day, self._plot_width)

    def _level(self, value: float) -> int:
        return level(value, 0, self._top, self._plot_height)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        segments: list[Segment] = []
        if self._dots and self._plot_width and y <= self._plot_height:
            segments = self._foot() if y == self._plot_height else self._row(y)
        strip = Strip(segments).adjust_cell_length(width, self.rich_style)
        return strip.apply_style(self.rich_style)

    def _row(self, y: int) -> list[Segment]:
        named = {self._level(value): value for value in (0, round(self._top / 2), self._top)}
        label = f"{named[y]:g}" if y in named else ""
        axis = self._style("axis")
        is_middle = self._middle is not None and self._level(self._middle) == y
        cells = [Segment(MIDDLE if is_middle else " ", axis)] * self._plot_width
        for number, dot in enumerate(self._dots):
            if self._level(dot.value) == y:
                cells[self._column(dot)] = Segment(OPEN if dot.is_open else OVER, self._ink(number))
        return [
            Segment(f"{label:>{GUTTER - 2}} ", axis),
            Segment("┤" if label else "│", axis),
            *cells,
        ]

    def _ink(self, number: int) -> Style:
        here = number == self._at and self.has_focus
        return self._style("dot") + (self._style("cursor") if here else Style())

    def _foot(self) -> list[Segment]:
        line = " " * GUTTER
        for x, name in date_ticks(self._dots[0].day, self._dots[-1].day, self._plot_width):
            line = line.ljust(GUTTER + x) + name
        return [Segment(line, self._style("axis"))]

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"event-dots--{name}", partial=True)
