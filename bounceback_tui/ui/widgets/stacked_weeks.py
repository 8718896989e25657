"""Stacked bars, one for each week, gone through with keys or the mouse."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual import events
from textual.binding import Binding
from textual.message import Message

from bounceback_tui.ui.widgets.stack_paint import Layer, StackPaint

__all__ = ["Layer", "StackedBars"]


class StackedBars(StackPaint):
    """A bar of layers a week, the newest at the right; it tells which week one is on."""

    BINDINGS = [
        Binding("left,h", "go(-1)", show=False),
        Binding("right,l", "go(1)", show=False),
        Binding("home,g", "first", show=False),
        Binding("end,G", "last", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class AboutWeek(Message):
        """Something concerns the week with the number *index*, that of the oldest being 0."""

        stacked_bars: "StackedBars"
        index: int

        @property
        def control(self) -> "StackedBars":
            return self.stacked_bars

    class Moved(AboutWeek):
        """The cursor is on another week, or the weeks are others."""

    class Chosen(AboutWeek):
        """Enter was pressed on a week, or it was clicked twice."""

    def show(
        self, first: Sequence[date], counts: Sequence[Sequence[int]], layers: Sequence[Layer]
    ) -> None:
        """Show a bar for each Monday in *first*, oldest first, with a count for each of *layers*.

        The first layer is the lowest. The cursor stays on its Monday, or goes to the newest.
        """
        self._fill(first, counts, layers)
        self._tell()

    @property
    def cursor(self) -> int:
        """The number of the week under the cursor, that of the oldest being 0."""
        return self._cursor

    def move_to(self, index: int) -> None:
        """Put the cursor on week *index*, as near as there is one."""
        before = self._cursor
        self._move(max(0, min(index, len(self._first) - 1)))
        if before != self._cursor:
            self._tell()

    def action_go(self, weeks: int) -> None:
        self.move_to(self._cursor + weeks)

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(len(self._first) - 1)

    def action_choose(self) -> None:
        if self._first:
            self.post_message(self.Chosen(self, self._cursor))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        week = self._week_at(at.x, at.y) if at else None
        if week is not None:
            self.move_to(week)
            if event.chain == 2:
                self.action_choose()

    def _tell(self) -> None:
        if self._first:
            self.post_message(self.Moved(self, self._cursor))
