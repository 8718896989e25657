"""A share as a bar, with the range it may well lie in as a thin line with an end at each side."""

from math import ceil, floor

from rich.style import Style
from rich.text import Text

FULL = "█"
EIGHTHS = " ▏▎▍▌▋▊▉"
LINE, LOW_END, HIGH_END, BOTH_ENDS = "─", "├", "┤", "│"


def interval_bar(
    width: int, point: float, low: float, high: float, *, bar: Style, range_: Style
) -> Text:
    """Return *width* cells for 0 to 1: a bar to *point*, a line from *low* to *high*.

    The bar is exact to an eighth of a cell. The ends of the line stand in the cells that hold
    *low* and *high*, as a notch where the bar covers them, and as one end where they share a cell.
    Values beyond 0 and 1 count as those; *low* and *high* may come in either order.
    """
    ends = _ends(width, *sorted((_within(low), _within(high))))
    eighths = round(_within(point) * max(width, 0) * 8)
    text = Text(end="", no_wrap=True)
    for cell in range(width):
        glyph = _end(cell, *ends)
        full = eighths >= 8 * (cell + 1)
        if glyph:
            text.append(glyph, bar + Style(reverse=True) if full else range_)
        elif eighths > 8 * cell:
            text.append(FULL if full else EIGHTHS[eighths - 8 * cell], bar)
        else:
            text.append(LINE if ends[0] < cell < ends[1] else " ", range_)
    return text


def _within(share: float) -> float:
    return max(0.0, min(share, 1.0))


def _ends(width: int, low: float, high: float) -> tuple[int, int]:
    first = min(floor(round(low * width, 9)), width - 1)
    return first, max(first, ceil(round(high * width, 9)) - 1)


def _end(cell: int, first: int, last: int) -> str:
    if first == last == cell:
        return BOTH_ENDS
    return LOW_END if cell == first else HIGH_END if cell == last else ""
