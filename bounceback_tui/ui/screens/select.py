"""Text shown plainly, to be marked with the mouse where no clipboard can be reached."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from bounceback_tui.ui.screens.base import Dialog

HOW = (
    "Hold Shift (Option on a Mac) while you drag over the text, then copy as your terminal does; "
    "esc goes back."
)


class SelectDialog(Dialog[None]):
    """Nothing but the text, from edge to edge."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "Back"),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]
    AUTO_FOCUS = "#plain"
    CSS = """
    SelectDialog { align: left top; background: $background; }
    SelectDialog #how { height: auto; color: $text-muted; margin-bottom: 1; }
    SelectDialog #plain { height: 1fr; scrollbar-size-vertical: 0; }
    SelectDialog #plain Static { height: auto; }
    """

    def __init__(self, text: str) -> None:
        """Show *text*."""
        super().__init__()
        self._text = text

    def compose(self) -> ComposeResult:
        yield Static(HOW, id="how", markup=False)
        with VerticalScroll(id="plain"):
            yield Static(self._text, markup=False)

    def action_scroll(self, rows: int) -> None:
        self.query_one("#plain").scroll_relative(y=rows, animate=False)
