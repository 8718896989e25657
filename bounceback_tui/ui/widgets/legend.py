"""What the fills of a chart stand for: shapes, names and counts, in as many lines as it takes."""

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from bounceback_tui.ui.cells import cut

SWATCH = 2
BETWEEN = "   "


class Entry(NamedTuple):
    """A meaning: the characters of a *fill*, the *name* of what it is, and how many in total."""

    fill: str
    name: str
    total: int
    style: Style


def filled(fill: str, width: int) -> str:
    """Return *width* cells of the pattern *fill*, whose characters take one cell each."""
    return (fill * width)[:width]


def legend(entries: Sequence[Entry], width: int, *, name: Style, count: Style) -> list[Text]:
    """Return the *entries*, a swatch, a name and a count each, in lines of at most *width* cells.

    No entry is left out; a name that is wider than a line is cut. No entries are no lines.
    """
    lines: list[Text] = []
    for entry in entries:
        words = _words(entry, width, name, count)
        if lines and cell_len(lines[-1].plain) + len(BETWEEN) + cell_len(words.plain) <= width:
            lines[-1].append(BETWEEN, name).append_text(words)
        else:
            lines.append(words)
    return lines


def _words(entry: Entry, width: int, name: Style, count: Style) -> Text:
    number = f" {entry.total:,}"
    room = width - SWATCH - 1 - len(number)
    words = Text(filled(entry.fill, SWATCH), entry.style, end="")
    return words.append(f" {cut(entry.name, room)}", name).append(number, count)
