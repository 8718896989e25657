"""Rows that are fetched a page at a time, and of which only the last pages are kept."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

T = TypeVar("T")
PAGE = 100
PAGES_KEPT = 20


class Pages(Generic[T]):
    """The *count* rows that ``fetch(offset, limit)`` returns, each asked for when it is needed."""

    def __init__(self, count: int, fetch: Callable[[int, int], Sequence[T]]) -> None:
        self.count = count
        self._fetch = fetch
        self._kept: dict[int, list[T]] = {}

    def at(self, index: int) -> T | None:
        """Return row *index*, or None when there is none."""
        if not 0 <= index < self.count:
            return None
        page, within = self._page(index // PAGE), index % PAGE
        return page[within] if within < len(page) else None

    def replace(self, index: int, item: T) -> None:
        """Put *item* in the place of row *index*, until its page is fetched anew."""
        if self.at(index) is not None:
            self._page(index // PAGE)[index % PAGE] = item

    def _page(self, number: int) -> list[T]:
        page = self._kept.pop(number, None)
        if page is None:
            page = list(self._fetch(number * PAGE, PAGE))
        self._kept[number] = page
        if len(self._kept) > PAGES_KEPT:
            del self._kept[next(iter(self._kept))]
        return page
