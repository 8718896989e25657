"""Counts as horizontal bars."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.text import Text
from textual.geometry import Size
from textual.widget import Widget

FULL, HALF = "━", "╸"


class CountBars(Widget):
    """Rows of a label, a count and a bar as long as the count is of the largest."""

    COMPONENT_CLASSES = {"count-bars--label", "count-bars--bar", "count-bars--strong"}
    DEFAULT_CSS = """
    CountBars { height: auto; }
    CountBars .count-bars--label { color: $text-muted; }
    CountBars .count-bars--bar { color: $text-secondary; }
    CountBars .count-bars--strong { color: $text-accent; }
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

    def render(self) -> Text:
        if not self._rows:
            return Text()
        labels = max(cell_len(label) for label, _, _ in self._rows)
        most = max(count for _, count, _ in self._rows)
        digits = len(f"{most:,}")
        room = max(self.content_size.width - labels - digits - 6, 4)
        style = self.get_component_rich_style
        text = Text(no_wrap=True, overflow="crop")
        for number, (label, count, strong) in enumerate(self._rows):
            text.append("\n" if number else "")
            text.append(label.ljust(labels), style("count-bars--label", partial=True))
            text.append(f"  {count:>{digits},}  ")
            kind = "count-bars--strong" if strong else "count-bars--bar"
            text.append(bar(count, most, room), style(kind, partial=True))
        return text


def bar(count: int, most: int, room: int) -> str:
    """Return a bar of at most *room* cells, in halves of a cell, for *count* of *most*."""
    halves = round(count / most * room * 2) if most else 0
    if count and not halves:
        halves = 1
    return FULL * (halves // 2) + HALF * (halves % 2)
