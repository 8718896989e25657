"""A list of any length, gone through with keys or the mouse; it tells where one is."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from textual import events
from textual.binding import Binding
from textual.message import Message

from bounceback_tui.ui.widgets.paged_rows import PagedRows

T = TypeVar("T")


class PagedList(PagedRows[T]):
    """Rows that can be gone through and chosen; those out of sight are not even read."""

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
    class AboutRow(Message):
        """Something concerns a row; ``item`` is None where there is none."""

        paged_list: "PagedList[Any]"
        item: Any
        index: int

        @property
        def control(self) -> "PagedList[Any]":
            return self.paged_list

    class Highlighted(AboutRow):
        """The cursor is on another row, or on none."""

    class Chosen(AboutRow):
        """Enter was pressed on a row, or it was clicked twice."""

    def show(
        self,
        count: int,
        fetch: Callable[[int, int], Sequence[T]],
        select: int | None = None,
        placeholder: str | None = None,
    ) -> None:
        """Show *count* rows that ``fetch(offset, limit)`` returns; the cursor goes to *select*."""
        super().show(count, fetch, select, placeholder)
        self._tell()

    def move_to(self, index: int) -> None:
        """Put the cursor on row *index*, as near as there is one."""
        before, self._at = self._at, self._nearest(index)
        scrolled = self._keep_in_view()
        if before == self._at:
            return
        if not scrolled:
            self._refresh_row(before)
            self._refresh_row(self._at)
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Highlighted(self, self.item, self._at))

    def action_go(self, rows: int) -> None:
        self.move_to(self._at + rows)

    def action_first(self) -> None:
        self.move_to(0)

    def action_last(self) -> None:
        self.move_to(self.count - 1)

    def action_page(self, pages: int) -> None:
        rows = self.scrollable_content_region.height // self._row_height
        self.move_to(self._at + pages * max(rows - 1, 1))

    def action_choose(self) -> None:
        if self.item is not None:
            self.post_message(self.Chosen(self, self.item, self._at))

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is None:
            return
        row = (at.y + self.scroll_offset.y) // self._row_height
        if row < self.count:
            self.move_to(row)
            if event.chain == 2:
                self.action_choose()
