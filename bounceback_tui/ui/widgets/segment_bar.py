"""A whole as one bar of its parts, told apart by their fills."""

from collections.abc import Sequence

from rich.style import Style
from rich.text import Text

from bounceback_tui.ui.widgets.legend import Entry, filled

TRACK = "─"


def segment_bar(width: int, parts: Sequence[Entry], *, track: Style) -> Text:
    """Return *width* cells shared out among *parts* by their counts.

    A part that is not zero has a cell at least, as long as there are enough. The rest goes by
    largest remainders, so the cells add up. Nothing at all is a thin line in the style *track*.
    """
    cells = shares([part.total for part in parts], width)
    bar = Text(end="", no_wrap=True)
    for part, room in zip(parts, cells, strict=True):
        bar.append(filled(part.fill, room), part.style)
    return bar.append(TRACK * (width - sum(cells)), track)


def shares(counts: Sequence[int], width: int) -> list[int]:
    """Return how many of *width* cells each count gets; they add up to *width*, or are all 0.

    The largest count lends to those that would vanish. With more parts than cells, the smallest
    of them vanish all the same. Counts below zero count as none.
    """
    known = [max(count, 0) for count in counts]
    total = sum(known)
    if not total or width <= 0:
        return [0] * len(known)
    cells = _largest_remainders(known, total, width)
    for index in sorted(range(len(known)), key=lambda i: -known[i]):
        if known[index] and not cells[index] and max(cells) > 1:
            cells[cells.index(max(cells))] -= 1
            cells[index] = 1
    return cells


def _largest_remainders(counts: Sequence[int], total: int, width: int) -> list[int]:
    cells = [count * width // total for count in counts]
    by_remainder = sorted(range(len(counts)), key=lambda i: -(counts[i] * width % total))
    for index in by_remainder[: width - sum(cells)]:
        cells[index] += 1
    return cells
