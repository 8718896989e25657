"""The top line: the logo, the tabs, and the day."""

from dataclasses import dataclass

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.message import Message
from textual.widget import Widget

from bounceback_tui.ui.widgets.logo import LOGO

NARROW = 100


class TopBar(Widget):
    """Tabs with their digits; the active one is the only one named when there is little room."""

    COMPONENT_CLASSES = {"top-bar--logo", "top-bar--name", "top-bar--tab", "top-bar--active"}

    @dataclass
    class TabChosen(Message):
        """A tab was clicked."""

        name: str

    def __init__(self, tabs: dict[str, tuple[str, str]], active: str, right: str) -> None:
        """Show *tabs*, name to (digit, title), and *right* at the far end."""
        super().__init__()
        self._tabs = tabs
        self._active = active
        self._right = right
        self._spans: list[tuple[int, int, str]] = []

    def show_right(self, right: str) -> None:
        """Replace what stands at the far end."""
        if right != self._right:
            self._right = right
            self.refresh()

    def render(self) -> Text:
        width = self.content_size.width
        style = self.get_component_rich_style
        bar = Text(no_wrap=True, overflow="crop")
        bar.append(LOGO, style("top-bar--logo", partial=True))
        if width >= NARROW:
            bar.append(" bounceback", style("top-bar--name", partial=True))
        bar.append("    " if width >= NARROW else "  ")
        self._spans = []
        for name, (digit, title) in self._tabs.items():
            active = name == self._active
            label = f"{digit} {title}" if active or width >= NARROW else digit
            start = cell_len(bar.plain)
            kind = "top-bar--active" if active else "top-bar--tab"
            bar.append(label, style(kind, partial=True))
            self._spans.append((start, cell_len(bar.plain), name))
            bar.append("   ")
        gap = width - cell_len(bar.plain) - cell_len(self._right)
        if gap >= 0:
            bar.append(" " * gap + self._right, style("top-bar--tab", partial=True))
        return bar

    def on_click(self, event: events.Click) -> None:
        x = event.x - self.styles.padding.left
        for start, end, name in self._spans:
            if start <= x < end:
                self.post_message(self.TabChosen(name))
