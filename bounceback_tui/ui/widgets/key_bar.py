"""The bottom line: at most seven keys of this screen, and where to find the rest."""

from rich.cells import cell_len
from rich.text import Text
from textual import events
from textual.widget import Widget


class KeyBar(Widget):
    """Key-and-word pairs; a click on one does what its key does."""

    COMPONENT_CLASSES = {"key-bar--key", "key-bar--word"}

    def __init__(self, hints: list[tuple[str, str, str]]) -> None:
        """Show *hints*: (keys, word, action), the last of them at the far end."""
        super().__init__()
        self._hints = hints
        self._spans: list[tuple[int, int, str]] = []

    def show_hints(self, hints: list[tuple[str, str, str]]) -> None:
        """Replace what is shown."""
        self._hints = hints
        self.refresh()

    def render(self) -> Text:
        width = self.content_size.width
        bar = Text(no_wrap=True, overflow="crop")
        self._spans = []
        *hints, last = self._hints
        room = width - cell_len(last[0]) - cell_len(last[1]) - 1
        for keys, word, action in hints:
            if cell_len(bar.plain) + cell_len(keys) + cell_len(word) + 4 <= room:
                self._add(bar, keys, word, action)
                bar.append("   ")
        bar.append(" " * max(room - cell_len(bar.plain), 0))
        self._add(bar, *last)
        return bar

    def _add(self, bar: Text, keys: str, word: str, action: str) -> None:
        start = cell_len(bar.plain)
        bar.append(keys, self.get_component_rich_style("key-bar--key", partial=True))
        bar.append(f" {word}", self.get_component_rich_style("key-bar--word", partial=True))
        self._spans.append((start, cell_len(bar.plain), action))

    async def on_click(self, event: events.Click) -> None:
        x = event.x - self.styles.padding.left
        for start, end, action in self._spans:
            if start <= x < end and action:
                await self.run_action(action)
