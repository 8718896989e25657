"""Words that can be ticked, in rows that wrap."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len
from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from bounceback_tui.ui.cells import cut

GAP = 3
CHOSEN, OPEN = "● ", "○ "


class Spot(NamedTuple):
    """Where a word stands: its row, the cells from *left* up to *right*, what it says."""

    row: int
    left: int
    right: int
    name: str
    words: str


class Choices(Widget, can_focus=True):
    """Several of the words in *labels*, by key; a filled dot is chosen."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {"choices--chosen", "choices--open", "choices--cursor"}
    DEFAULT_CSS = """
    Choices {
        height: auto;
        border-left: tall $panel;
        padding: 0 1;
        text-wrap: nowrap;
        text-overflow: clip;
        &:focus { border-left: tall $accent; background: $panel; }
        & > .choices--chosen { color: $accent; }
        & > .choices--open { color: $text-muted; }
        & > .choices--cursor { text-style: underline; }
    }
    """
    BINDINGS = [
        Binding("left,h", "step(-1)", show=False),
        Binding("right,l", "step(1)", show=False),
        Binding("up,k", "row(-1)", show=False),
        Binding("down,j", "row(1)", show=False),
        Binding("space", "tick", show=False),
    ]

    value: reactive[frozenset[str]] = reactive(frozenset)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Changed(Message):
        """Something was ticked or unticked."""

        choices: "Choices"
        value: frozenset[str]

        @property
        def control(self) -> "Choices":
            return self.choices

    def __init__(self, labels: Mapping[str, str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._labels = dict(labels)

    def validate_value(self, value: object) -> frozenset[str]:
        return frozenset(value) & frozenset(self._labels)  # type: ignore[call-overload, no-any-return]

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self._labels) - 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self._spots(width)[-1].row + 1 if self._labels else 1

    def _spots(self, width: int) -> list[Spot]:
        spots: list[Spot] = []
        row = left = 0
        for name, label in self._labels.items():
            words = cut(label, max(width - len(OPEN), 1))
            right = left + len(OPEN) + cell_len(words)
            if left and right > width:
                row, left, right = row + 1, 0, right - left
            spots.append(Spot(row, left, right, name, words))
            left = right + GAP
        return spots

    @property
    def _shown(self) -> list[Spot]:
        return self._spots(self.content_size.width)

    def render(self) -> Content:
        rows = groupby(self._shown, lambda spot: spot.row)
        gap = Content(" " * GAP)
        return Content("\n").join(gap.join(map(self._word, spots)) for _row, spots in rows)

    def _word(self, spot: Spot) -> Content:
        chosen = spot.name in self.value
        kind = "choices--chosen" if chosen else "choices--open"
        mark = Content.styled(CHOSEN if chosen else OPEN, self._style(kind))
        at_cursor = self.has_focus and list(self._labels)[self.cursor] == spot.name
        style = self._style("choices--cursor") if at_cursor else Style.null()
        return mark.append(Content.styled(spot.words, style))

    def _style(self, kind: str) -> Style:
        return self.get_visual_style(kind, partial=True)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        for number, spot in enumerate(self._shown):
            if at is not None and spot.row == at.y and spot.left <= at.x < spot.right:
                self.cursor = number
                self.action_tick()

    def action_step(self, step: int) -> None:
        if self._labels:
            self.cursor = (self.cursor + step) % len(self._labels)

    def action_row(self, step: int) -> None:
        """Go to the nearest word of the row above or below, if there is one."""
        if not self._labels:
            return
        spots = self._shown
        here = spots[self.cursor]
        there = [spot for spot in spots if spot.row == here.row + step]
        near = min(there, key=lambda spot: abs(spot.left - here.left), default=here)
        self.cursor = spots.index(near)

    def action_tick(self) -> None:
        if self._labels:
            self.value = self.value ^ {list(self._labels)[self.cursor]}
            self.post_message(self.Changed(self, self.value))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
