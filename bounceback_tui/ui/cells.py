"""Text cut and padded by the cells it takes on a terminal, not by its characters."""

import re

from rich.cells import cell_len, set_cell_size
from rich.text import Text

ELLIPSIS = "…"
_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")


def cut(text: str, width: int) -> str:
    """Return *text* on one line of at most *width* cells; what is cut off shows as an ellipsis."""
    flat = _CONTROLS.sub(" ", text)
    if cell_len(flat) <= width:
        return flat
    if width <= 0:
        return ""
    return set_cell_size(flat, width - 1).rstrip() + ELLIPSIS


def fit(text: str, width: int) -> str:
    """Return *text* on one line of exactly *width* cells: cut with an ellipsis, or padded."""
    return set_cell_size(cut(text, width), max(width, 0))


def spread(left: Text, right: Text, width: int) -> Text:
    """Return *left*, cut to leave room, with *right* at the far end of *width* cells."""
    room = max(width - cell_len(right.plain) - 2, 4)
    left.truncate(room, overflow="ellipsis", pad=True)
    return left.append("  ").append_text(right)
