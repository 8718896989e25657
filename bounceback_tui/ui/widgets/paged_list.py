"""A list of any length, drawn line by line and fetched a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

T = TypeVar("T")
Paint = Callable[[Any, Any, int, bool], Text]
PAGE = 100
PAGES_KEPT = 20
MARGIN = 2
BAR = "▎ "


class PagedList(ScrollView, Generic[T], can_focus=True):
    """Rows of one line each; only those in sight are fetched and painted.

    ``paint(item, item before it, width, is selected)`` returns a row as Text.
    """

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "paged-list--bar",
        "paged-list--bar-blurred",
        "paged-list--selected",
        "paged-list--placeholder",
    }
    DEFAULT_CSS = """
    PagedList {
        height: 1fr;
        scrollbar-size-vertical: 1;
        &.-auto-height { height: auto; }
    }
    PagedList .paged-list--bar { color: $accent; }
    PagedList .paged-list--bar-blurred { color: $text-disabled; }
    PagedList .paged-list--selected { background: $panel; }
    PagedList .paged-list--placeholder { color: $text-muted; }
    """
    BINDINGS = [
        Binding("down,j", "go(1)", show=False),
        Binding("up,k", "go(-1)", show=False),
        Binding("home,g", "first", show=False),
        Binding("end,G", "last", show=False),
        Binding("pagedown,ctrl+f", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("enter", "choose", show=False),
    ]

    @dataclass
    class Highlighted(Message):
        """The cursor is on another row, or on none."""

        paged_list: "PagedList[Any]"
        item: Any
        index: int

        @property
        def control(self) -> "PagedList[Any]":
            return self.paged_list

    @dataclass
    class Chosen(Highlighted):
        """Enter was pressed on a row, or it was clicked twice."""

    def __init__(
        self,
        paint: Paint,
        *,
        placeholder: str = "",
        id: str | None = None,  # noqa: A002
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paint = paint
        self._placeholder = placeholder
        self._count = 0
        self._fetch: Callable[[int, int], Sequence[T]] = lambda _offset, _limit: ()
        self._pages: dict[int, Sequence[T]] = {}
        self.cursor = 0

    # What is shown

    def show(
        self,
        count: int,
        fetch: Callable[[int, int], Sequence[T]],
        select: int | None = None,
        placeholder: str | None = None,
    ) -> None:
        """Show *count* rows that ``fetch(offset, limit)`` returns; the cursor goes to *select*."""
        self._count, self._fetch = count, fetch
        self._pages.clear()
        if placeholder is not None:
            self._placeholder = placeholder
        wanted = self.cursor if select is None else select
        self.cursor = max(0, min(wanted, count - 1))
        self._resize()
        self._tell()

    def _resize(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, self._count)
        self._keep_in_view()
        self.refresh(layout=self.styles.is_auto_height)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        if self._count:
            return self._count
        return len(Text(self._placeholder).wrap(self.app.console, max(width, 1)))

    @property
    def count(self) -> int:
        """How many rows there are."""
        return self._count

    @property
    def item(self) -> T | None:
        """What is under the cursor."""
        return self.at(self.cursor)

    def at(self, index: int) -> T | None:
        """Return row *index*, fetching its page when it is not kept."""
        if not 0 <= index < self._count:
            return None
        number, within = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._pages[number] = self._fetch(number * PAGE, PAGE)
            if len(self._pages) > PAGES_KEPT:
                del self._pages[next(iter(self._pages))]
        return page[within] if within < len(page) else None

    # The cursor

    def move_to(self, index: int) -> None:
        """Put the cursor on row *index*, as near as there is one."""
        before, self.cursor = self.cursor, max(0, min(index, self._count - 1))
        if before == self.cursor:
            return
        scrolled = self._keep_in_view()
        if not scrolled:
            for row in (before, self.cursor):
                self.refresh(Region(0, row - self.scroll_offset.y, self.size.width, 1))
        self._tell()

    def _keep_in_view(self) -> bool:
        height = self.scrollable_content_region.height
        if height <= 0:
            return False
        margin = min(MARGIN, (height - 1) // 2)
        top = self.scroll_offset.y
        lowest = self.cursor - margin
        highest = self.cursor + margin - height + 1
        wanted = max(0, min(max(min(top, lowest), highest), self._count - height))
        if wanted == top:
            return False
        self.scroll_to(y=wanted, animate=False, immediate=True)
        return True

    def _tell(self) -> None:
        self.post_message(self.Highlighted(self, self.item, self.cursor))

    def action_go(self, rows: int) -> None:
        self.move_to(self.cursor + rows)

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(self._count - 1)

    def action_page(self, pages: int) -> None:
        self.move_to(self.cursor + pages * max(self.scrollable_content_region.height - 1, 1))

    def action_choose(self) -> None:
        if self.item is not None:
            self.post_message(self.Chosen(self, self.item, self.cursor))

    def on_click(self, event: events.Click) -> None:
        row = event.y + self.scroll_offset.y
        if row < self._count:
            self.move_to(row)
            if event.chain == 2:
                self.action_choose()

    def on_resize(self) -> None:
        self._resize()

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()

    # Drawing

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        if not self._count:
            return self._placeholder_line(y, width)
        index = y + self.scroll_offset.y
        item = self.at(index)
        if item is None:
            return Strip.blank(width, self.rich_style)
        selected = index == self.cursor
        row = self._paint(item, self.at(index - 1), width - len(BAR), selected)
        style = self.rich_style
        bar = "paged-list--bar" if self.has_focus else "paged-list--bar-blurred"
        if selected and self.has_focus:
            style += self.get_component_rich_style("paged-list--selected", partial=True)
        edge = style + self.get_component_rich_style(bar, partial=True)
        segments = [Segment(BAR if selected else "  ", edge)]
        segments += [
            Segment(text, style + kind if kind else style)
            for text, kind, _control in row.render(self.app.console)
            if text != "\n"
        ]
        return Strip(segments).adjust_cell_length(width, style)

    def _placeholder_line(self, y: int, width: int) -> Strip:
        style = self.get_component_rich_style("paged-list--placeholder")
        lines = Text(self._placeholder).wrap(self.app.console, max(width - 1, 1))
        words = lines[y].plain if y < len(lines) else ""
        return Strip([Segment(words, style)]).adjust_cell_length(width, style)
