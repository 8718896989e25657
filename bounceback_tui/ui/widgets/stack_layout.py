"""Where stacked bars stand and how high they are: numbers only, nothing is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import count
from typing import NamedTuple, Self

from bounceback_tui.ui.widgets.segment_bar import shares

NARROWEST, COMFORTABLE, WIDEST = 2, 3, 12
LEAST_AIRY, MOST_TICKS = 8, 8
LABEL_GAP = 2


class Scale(NamedTuple):
    """A y axis: *ticks* steps of *step* each, every one of them *rows* lines high."""

    step: int
    ticks: int
    rows: int

    @classmethod
    def up_to(cls, highest: int, rows: int) -> Self:
        """Return the finest scale in whole numbers that reaches *highest* within *rows* lines.

        Steps are 1, 2 or 5 times a power of ten, and apart enough to be read at a glance.
        """
        rows = max(rows, 1)
        apart = max(2 if rows >= LEAST_AIRY else 1, rows // MOST_TICKS)
        for step in _round_numbers():
            ticks = max(-(-highest // step), 1)
            if rows // ticks >= apart:
                return cls(step, ticks, rows // ticks)
        raise AssertionError("steps never end")

    @property
    def top(self) -> int:
        """The number at the upper end."""
        return self.step * self.ticks

    @property
    def height(self) -> int:
        """How many lines the whole axis takes."""
        return self.ticks * self.rows

    def tick(self, row: int) -> int | None:
        """Return the number that the top of *row* stands for, the lowest row being 0, if any."""
        full, rest = divmod(row + 1, self.rows)
        return None if rest else full * self.step

    def stack(self, counts: Sequence[int]) -> list[int]:
        """Return which of *counts* each line of a bar belongs to, by its index, from below.

        The bar is as high as the sum, rounded to lines, one at least for anything above zero. Its
        lines are shared out: what is not zero has one as long as there are enough.
        """
        total = sum(counts)
        lines = max(round(total * self.height / self.top), 1) if total else 0
        cells = shares(counts, min(lines, self.height))
        return [index for index, room in enumerate(cells) for _ in range(room)]


@dataclass(frozen=True)
class Slots:
    """The places of *weeks* bars in *width* cells, with *newer* weeks out of sight at the right."""

    weeks: int
    width: int
    newer: int = 0

    @cached_property
    def pitch(self) -> int:
        """How many cells there are from one bar to the next."""
        room = self.width // max(self.weeks, 1)
        return min(room, WIDEST) if room >= NARROWEST else COMFORTABLE

    @cached_property
    def bar(self) -> int:
        """How many cells wide a bar is."""
        return self.pitch - max(1, self.pitch // 3)

    @property
    def capacity(self) -> int:
        """How many bars there is room for, at least one."""
        return max(1, (self.width + self.pitch - self.bar) // self.pitch)

    @cached_property
    def in_sight(self) -> range:
        """The weeks in sight."""
        end = self.weeks - self.newer
        return range(max(0, end - self.capacity), end)

    def settled(self, cursor: int) -> Self:
        """Return the places scrolled as little as it takes to see week *cursor*, none empty."""
        first = self.weeks - 1 - cursor
        newer = min(max(self.newer, first - self.capacity + 1), first)
        return replace(self, newer=max(0, min(newer, self.weeks - self.capacity)))

    def left(self, week: int) -> int:
        """Return the cell in which the bar of *week* begins."""
        return (week - self.in_sight.start) * self.pitch

    def at(self, x: int) -> int | None:
        """Return the week at the cell *x*; a gap belongs to the bar on its left."""
        week = self.in_sight.start + x // self.pitch
        return week if x >= 0 and week in self.in_sight else None

    def labels(self, widths: Sequence[int], cursor: int) -> list[tuple[int, int]]:
        """Return where labels of *widths* begin and whose they are, from the left; none touch.

        The cursor's is always there, the others at even distances from the newest. With newer
        weeks out of sight, the last cells are left free.
        """
        end = self.width - (LABEL_GAP if self.newer else 0)
        every = -(-(max(widths, default=0) + LABEL_GAP) // self.pitch)
        taken: list[tuple[int, int]] = []
        for week in (cursor, *range(self.in_sight.stop - 1, self.in_sight.start - 1, -every)):
            if week not in self.in_sight or widths[week] > end:
                continue
            left = min(self.left(week), end - widths[week])
            if all(self._is_clear(left, week, other, widths) for other in taken):
                taken.append((left, week))
        return sorted(taken)

    def _is_clear(
        self, left: int, week: int, other: tuple[int, int], widths: Sequence[int]
    ) -> bool:
        begin, whose = other
        ends_before = left + widths[week] + LABEL_GAP <= begin
        return ends_before or begin + widths[whose] + LABEL_GAP <= left


def _round_numbers() -> Iterator[int]:
    for power in count():
        yield from (10**power, 2 * 10**power, 5 * 10**power)
