"""A reader for one page of the journal, however long: its beginning first, the rest when idle."""

from collections.abc import Iterator
from itertools import pairwise

from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from rich.theme import Theme
from textual import events
from textual.binding import Binding
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from bounceback_tui.ui.marks import NOTHING, Needle
from bounceback_tui.ui.widgets.page_markdown import chunks, draw, theme_of

WIDEST = 84


class PageView(ScrollView, can_focus=True):
    """Shows a heading of styled text and below it a body of Markdown, with marks on some words.

    A long body is drawn piece by piece between other work, so that no key waits for it.
    """

    BINDINGS = [
        Binding("j", "scroll_down", show=False),
        Binding("k", "scroll_up", show=False),
        Binding("space", "page_down", show=False),
        Binding("g", "scroll_home", show=False),
        Binding("G", "scroll_end", show=False),
    ]
    COMPONENT_CLASSES = {
        "page-view--heading",
        "page-view--quiet",
        "page-view--strong",
        "page-view--mark",
    }
    DEFAULT_CSS = """
    PageView {
        scrollbar-size-vertical: 1;
        & > .page-view--heading { color: $foreground; text-style: bold; }
        & > .page-view--quiet { color: $text-muted; }
        & > .page-view--strong { color: $secondary; }
        & > .page-view--mark { color: $accent; text-style: bold underline; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._head = Text()
        self._body = ""
        self._needle = NOTHING
        self._lines: list[Strip] = []
        self._rest: Iterator[str] = iter(())
        self._turn = 0
        self._drawn_width = 0

    @property
    def is_complete(self) -> bool:
        """Whether the whole page is drawn."""
        return self._rest is _DONE

    @property
    def text(self) -> str:
        """What is drawn so far, as plain lines."""
        return "\n".join(line.text.rstrip() for line in self._lines)

    def show(self, head: Text, body: str = "", needle: Needle = NOTHING) -> None:
        """Show a page from its top, with the words of *needle* marked."""
        self._head, self._body, self._needle = head, body, needle
        self.scroll_home(animate=False)
        self._draw()

    def on_resize(self, _event: events.Resize) -> None:
        if self._width != self._drawn_width:
            self._draw()

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self._drawn_width:
            self._draw()

    @property
    def _width(self) -> int:
        return min(self.scrollable_content_region.width, WIDEST)

    def _draw(self) -> None:
        """Draw what fits the window at once, and leave the rest for later."""
        self._turn += 1
        self._lines, self._rest = [], chunks(self._body)
        self._drawn_width = self._width
        if self._width <= 0:
            return
        self._add(self._head_lines())
        while len(self._lines) < self.size.height and self._draw_piece():
            pass
        self._fit()
        self._go_on(self._turn)

    def _go_on(self, turn: int) -> None:
        if turn == self._turn and not self.is_complete:
            self.set_timer(0.01, lambda: self._later(turn))

    def _later(self, turn: int) -> None:
        if turn == self._turn:
            self._draw_piece()
            self._fit()
            self._go_on(turn)

    def _draw_piece(self) -> bool:
        """Draw the next piece of the body; return whether there was one."""
        piece = next(self._rest, None)
        if piece is None:
            self._rest = _DONE
            return False
        if self._lines:
            self._lines.append(Strip.blank(0))
        console, base = self.app.console, self.rich_style
        self._add(draw(piece, self._width, console, self._theme(), base))
        return True

    def _head_lines(self) -> list[list[Segment]]:
        if not self._head.plain:
            return []
        options = self.app.console.options.update(width=self._width, height=None)
        return self.app.console.render_lines(self._head, options, style=self.rich_style, pad=False)

    def _theme(self) -> Theme:
        kinds = ("heading", "quiet", "strong")
        return theme_of(*(self._style(kind) for kind in kinds))

    def _style(self, kind: str) -> Style:
        return self.get_component_rich_style(f"page-view--{kind}", partial=True)

    def _add(self, lines: list[list[Segment]]) -> None:
        mark = self._style("mark") if self._needle else None
        for line in lines:
            plain = "".join(segment.text for segment in line)
            spans = self._needle.spans(plain) if mark else []
            self._lines.append(Strip(_marked(line, spans, mark) if mark and spans else line))

    def _fit(self) -> None:
        self.virtual_size = Size(self._width, len(self._lines))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        number = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        line = self._lines[number] if number < len(self._lines) else Strip.blank(0)
        return line.crop_extend(0, width, self.rich_style)


_DONE: Iterator[str] = iter(())


def _marked(line: list[Segment], spans: list[tuple[int, int]], mark: Style) -> list[Segment]:
    """Return *line* with *mark* over the characters of *spans*."""
    cuts = sorted({edge for span in spans for edge in span})
    marked: list[Segment] = []
    at = 0
    for text, style, _control in line:
        edges = [0, *(cut - at for cut in cuts if 0 < cut - at < len(text)), len(text)]
        for start, end in pairwise(edges):
            is_hit = any(first <= at + start < last for first, last in spans)
            piece = Style.combine([style or Style(), mark]) if is_hit else style
            marked.append(Segment(text[start:end], piece))
        at += len(text)
    return marked
