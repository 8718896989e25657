"""A checklist that can be ticked, added to, reworded and thinned."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.message import Message
from textual.widgets import Input

from bounceback_tui.ui.widgets.tick_lines import EDGE, Items, TickLines


class Ticks(Vertical):
    """Lines to tick with Space and to reword in place with Enter; the last row adds one.

    What is being typed belongs to the list already: leaving in the middle of a line loses nothing.
    """

    DEFAULT_CSS = """
    Ticks {
        height: auto;
        & > .ticks--add { margin-left: 2; }
        & > .ticks--reword { position: absolute; display: none; }
    }
    """
    BINDINGS = [
        Binding("down", "go(1)", show=False),
        Binding("up", "go(-1)", show=False),
        Binding("j", "go(1)", show=False),
        Binding("k", "go(-1)", show=False),
        Binding("space", "tick", show=False),
        Binding("enter", "reword", show=False),
        Binding("delete", "remove", show=False),
        Binding("escape", "put_back", show=False),
    ]

    @dataclass
    class Changed(Message):
        """The list is another one now."""

        ticks: "Ticks"
        items: Items

        @property
        def control(self) -> "Ticks":
            return self.ticks

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._lines = TickLines()
        self._added = Input(placeholder="add a line", classes="ticks--add")
        self._reworded = Input(classes="ticks--reword", select_on_focus=False)

    def compose(self) -> ComposeResult:
        yield self._lines
        yield self._added
        yield self._reworded

    @property
    def items(self) -> Items:
        """The lines and whether each is done; those still being typed are among them."""
        items = list(self._lines.items)
        if self._is_rewording and self._reworded.value.strip():
            at = self._lines.cursor
            items[at] = (self._reworded.value.strip(), items[at][1])
        if self._added.value.strip():
            items.append((self._added.value.strip(), False))
        return items

    def show(self, items: Sequence[tuple[str, bool]]) -> None:
        """Show *items* in place of everything, half-typed lines too."""
        self._reworded.display = False
        with self.prevent(Input.Changed):
            self._added.value = ""
        self._lines.items = list(items)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("tick", "reword", "remove"):
            return self._lines.has_focus
        if action == "put_back":
            return self._reworded.has_focus
        return super().check_action(action, parameters)

    # Going about

    def action_go(self, step: int) -> None:
        """Go to the next line; the row that adds one is below the last."""
        if self._reworded.has_focus:
            self._lines.focus()
        at = self._lines.cursor + step
        if self._added.has_focus and step < 0:
            self._lines.focus()
        elif self._lines.has_focus and at >= len(self._lines.items):
            self._added.focus()
        elif not self._added.has_focus:
            self._lines.cursor = at

    # Changing

    def action_tick(self) -> None:
        if not self._lines.items:
            return
        words, done = self._lines.items[self._lines.cursor]
        self._put([(words, not done)])

    def action_remove(self) -> None:
        self._put([])
        if not self._lines.items:
            self._added.focus()

    def action_reword(self) -> None:
        if not self._lines.items:
            return
        at = self._lines.cursor
        with self.prevent(Input.Changed):
            self._reworded.value = self._lines.items[at][0]
        self._reworded.styles.padding = 0
        self._reworded.styles.offset = (EDGE - 1, at)
        self._reworded.styles.width = self._lines.size.width - EDGE + 1
        self._reworded.display = True
        self._reworded.focus()

    def action_put_back(self) -> None:
        self._reworded.display = False
        self._lines.focus()
        self._tell()

    @property
    def _is_rewording(self) -> bool:
        return self._reworded.display and bool(self._lines.items)

    def _put(self, replacement: Items) -> None:
        at, items = self._lines.cursor, list(self._lines.items)
        items[at : at + 1] = replacement
        self._lines.items = items
        self._tell()

    def _tell(self) -> None:
        self.post_message(self.Changed(self, self.items))

    @on(Input.Changed)
    def _typing(self, event: Input.Changed) -> None:
        event.stop()
        self._tell()

    @on(Input.Submitted)
    def _typed(self, event: Input.Submitted) -> None:
        event.stop()
        if event.input is self._added:
            self.show(self.items)
        else:
            self._lines.focus()

    @on(Input.Blurred)
    def _left(self, event: Input.Blurred) -> None:
        event.stop()
        if event.input is self._added or self._is_rewording:
            self.show(self.items)

    @on(TickLines.Pressed)
    def _pressed(self, event: TickLines.Pressed) -> None:
        event.stop()
        self._lines.cursor = event.number
        if event.box:
            self.action_tick()
