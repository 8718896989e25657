"""The lines of a checklist, drawn, with a cursor."""

from dataclasses import dataclass

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from bounceback_tui.ui.cells import cut

Items = list[tuple[str, bool]]
BAR, NO_BAR = "▎ ", "  "
DONE, OPEN = "☑ ", "☐ "
EDGE = len(BAR) + len(DONE)


class TickLines(Widget, can_focus=True):
    """One line for each item, cut to fit; a bar and a lighter ground show where the cursor is."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES = {
        "tick-lines--bar",
        "tick-lines--bar-blurred",
        "tick-lines--done",
        "tick-lines--selected",
    }
    DEFAULT_CSS = """
    TickLines {
        height: auto;
        text-wrap: nowrap;
        text-overflow: clip;
        & > .tick-lines--bar { color: $accent; }
        & > .tick-lines--bar-blurred { color: $text-disabled; }
        & > .tick-lines--done { color: $text-muted; }
        & > .tick-lines--selected { background: $panel; }
    }
    """

    items: reactive[Items] = reactive(list, layout=True, always_update=True)
    cursor: reactive[int] = reactive(0)

    @dataclass
    class Pressed(Message):
        """The line *number* was clicked, on its *box* or on its words."""

        number: int
        box: bool

    def validate_cursor(self, cursor: int) -> int:
        return max(0, min(cursor, len(self.items) - 1))

    def watch_items(self, items: Items) -> None:
        self.display = bool(items)
        self.cursor = min(self.cursor, max(len(items) - 1, 0))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002
        return len(self.items)

    def render(self) -> Content:
        return Content("\n").join(self._line(number) for number in range(len(self.items)))

    def _line(self, number: int) -> Content:
        words, done = self.items[number]
        width = self.content_size.width
        bar = self._style("bar" if self.has_focus else "bar-blurred")
        ink = self._style("done") if done else Style.null()
        line = Content.assemble(
            Content.styled(BAR if number == self.cursor else NO_BAR, bar),
            Content.styled((DONE if done else OPEN) + cut(words, width - EDGE), ink),
        )
        if number == self.cursor and self.has_focus:
            line = line.extend_right(width - line.cell_length)
            return line.stylize_before(self._style("selected"))
        return line

    def _style(self, kind: str) -> Style:
        return self.get_visual_style(f"tick-lines--{kind}", partial=True)

    def on_click(self, event: events.Click) -> None:
        at = event.get_content_offset(self)
        if at is not None and at.y < len(self.items):
            self.post_message(self.Pressed(at.y, at.x < EDGE))

    def on_focus(self) -> None:
        self.refresh()

    def on_blur(self) -> None:
        self.refresh()
