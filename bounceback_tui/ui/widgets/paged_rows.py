"""The drawn half of a list: rows that are fetched and painted only when they are in sight."""

from collections.abc import Callable, Sequence
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bounceback_tui.ui.cells import cut
from bounceback_tui.ui.widgets.pages import Pages

T = TypeVar("T")
Paint = Callable[[Any, Any, int, bool], Text | list[Text]]
MARGIN = 2
BAR, NO_BAR = "▎ ", "  "


class PagedRows(ScrollView, Generic[T], can_focus=True):
    """Rows of *row_height* lines each, one of them under the cursor.

    ``paint(item, item before it, width, is selected)`` returns a row as Text, one for each line.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "paged-list--bar",
        "paged-list--bar-blurred",
        "paged-list--selected",
        "paged-list--placeholder",
    }
    DEFAULT_CSS = """
    PagedRows {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .paged-list--bar { color: $accent; }
        & > .paged-list--bar-blurred { color: $text-disabled; }
        & > .paged-list--selected { background: $panel; }
        & > .paged-list--placeholder { color: $text-muted; }
    }
    """

    def __init__(
        self,
        paint: Paint,
        *,
        row_height: int = 1,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paint = paint
        self._row_height = row_height
        self._placeholder = placeholder
        self._pages: Pages[T] = Pages(0, lambda _offset, _limit: ())
        self._at = 0

    def show(
        self,
        count: int,
        fetch: Callable[[int, int], Sequence[T]],
        select: int | None = None,
        placeholder: str | None = None,
    ) -> None:
        """Show *count* rows that ``fetch(offset, limit)`` returns; the cursor goes to *select*."""
        self._pages = Pages(count, fetch)
        if placeholder is not None:
            self._placeholder = placeholder
        self._at = self._nearest(self._at if select is None else select)
        self._resize()

    def replace(self, index: int, item: T) -> None:
        """Show *item* in row *index* without fetching anything."""
        self._pages.replace(index, item)
        self._refresh_row(index)
        self._refresh_row(index + 1)

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._pages.count

    @property
    def cursor(self) -> int:
        """The number of the row under the cursor, the first being 0."""
        return self._at

    @property
    def item(self) -> T | None:
        """What is under the cursor."""
        return self._pages.at(self._at)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return self.count * self._row_height or len(self._placeholder_lines(width))

    def _nearest(self, index: int) -> int:
        return max(0, min(index, self.count - 1))

    def _keep_in_view(self) -> bool:
        """Scroll until the cursor's row and its neighbors are seen; return whether it had to."""
        height, tall = self.scrollable_content_region.height, self._row_height
        if height <= 0:
            return False
        margin = max(0, min(MARGIN, (height // tall - 1) // 2)) * tall
        lowest = self._at * tall - margin
        highest = (self._at + 1) * tall + margin - height
        top = self.scroll_offset.y
        wanted = min(max(top, highest), lowest)
        wanted = max(0, min(wanted, self.count * tall - height))
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, immediate=True)
        return wanted != top

    def _resize(self) -> None:
        lines = self.count * self._row_height
        self.virtual_size = Size(self.scrollable_content_region.width, lines)
        self._keep_in_view()
        self.refresh(layout=self.styles.is_auto_height)

    def _refresh_row(self, index: int) -> None:
        y = index * self._row_height - self.scroll_offset.y
        row = Region(0, y, self.scrollable_content_region.width, self._row_height)
        self.refresh(row.translate(self.gutter.top_left))

    def on_resize(self) -> None:
        self._resize()

    def on_focus(self) -> None:
        self._refresh_row(self._at)

    def on_blur(self) -> None:
        self._refresh_row(self._at)

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if not self.count:
            return self._placeholder_line(y, width)
        index, line = divmod(y + self.scroll_offset.y, self._row_height)
        item = self._pages.at(index)
        if item is None:
            return Strip.blank(width, self.rich_style)
        selected = index == self._at
        painted = self._paint(item, self._pages.at(index - 1), width - len(BAR), selected)
        lines = [painted] if isinstance(painted, Text) else painted
        row = lines[line] if line < len(lines) else Text()
        return self._row(row, width, selected)

    def _row(self, row: Text, width: int, selected: bool) -> Strip:
        ground = ["paged-list--selected"] if selected and self.has_focus else []
        bar = "paged-list--bar" if self.has_focus else "paged-list--bar-blurred"
        style, edge = self._style(*ground), self._style(*ground, bar)
        row.plain = cut(row.plain, len(row.plain) * 2)
        row.truncate(width - len(BAR), overflow="ellipsis")
        segments = [Segment(BAR if selected else NO_BAR, edge)]
        own = self.app.console.get_style(row.style)
        for text, kind, _control in row.render(self.app.console):
            segments.append(Segment(text, style + (kind or own)))
        return Strip(segments).adjust_cell_length(width, style)

    def _style(self, *kinds: str) -> Style:
        return self.get_visual_style(*kinds).rich_style

    def _placeholder_line(self, y: int, width: int) -> Strip:
        style = self._style("paged-list--placeholder")
        lines = self._placeholder_lines(width)
        words = NO_BAR + lines[y] if y < len(lines) else ""
        return Strip([Segment(words, style)]).adjust_cell_length(width, style)

    def _placeholder_lines(self, width: int) -> list[str]:
        room = max(width - len(BAR), 1)
        wrapped = Text(self._placeholder).wrap(self.app.console, room)
        return [line.plain for line in wrapped]
