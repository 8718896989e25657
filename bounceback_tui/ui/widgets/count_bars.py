"""Counts as horizontal bars."""

from collections.abc import Sequence

from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from bounceback_tui.ui.cells import fit

FULL, HALF, TRACK = "━", "╸", "─"
SHORTEST = 4


class CountBars(Widget):
    """Rows of a label, a count and a bar as long as the count is of the largest."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "count-bars--label",
        "count-bars--count",
        "count-bars--bar",
        "count-bars--strong",
        "count-bars--track",
    }
    DEFAULT_CSS = """
    CountBars {
        height: auto;
        text-wrap: nowrap;
        text-overflow: clip;
        & > .count-bars--label { color: $text-muted; }
        & > .count-bars--count { color: $foreground; }
        & > .count-bars--bar { color: $text-secondary; }
        & > .count-bars--strong { color: $text-accent; }
        & > .count-bars--track { color: $panel; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._rows: list[tuple[str, int, bool]] = []

    def show(self, rows: Sequence[tuple[str, int, bool]]) -> None:
        """Show *rows* of label, count and whether the bar is a strong one."""
        changed = len(rows) != len(self._rows)
        self._rows = list(rows)
        self.refresh(layout=changed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self._rows)

    def render(self) -> Content:
        if not self._rows:
            return Content.empty()
        most = max(count for _, count, _ in self._rows)
        digits = len(f"{most:,}")
        spare = self.content_size.width - digits - SHORTEST - 4
        labels = max(min(max(cell_len(label) for label, _, _ in self._rows), spare), 0)
        room = spare + SHORTEST - labels
        return Content("\n").join(
            Content.assemble(
                self._styled(fit(label, labels), "label"),
                self._styled(f"  {count:>{digits},}  ", "count"),
                self._bar(bar(count, most, room), room, "strong" if strong else "bar"),
            )
            for label, count, strong in self._rows
        )

    def _bar(self, filled: str, room: int, kind: str) -> Content:
        track = self._styled(TRACK * (room - len(filled)), "track")
        return self._styled(filled, kind).append(track)

    def _styled(self, words: str, kind: str) -> Content:
        return Content.styled(words, self.get_visual_style(f"count-bars--{kind}", partial=True))


def bar(count: int, most: int, room: int) -> str:
    """Return a bar of at most *room* cells, in halves of a cell, for *count* of *most*."""
    halves = round(count / most * room * 2) if most else 0
    if count and not halves:
        halves = 1
    return FULL * (halves // 2) + HALF * (halves % 2)
