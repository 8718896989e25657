"""What a screen shows, in plain words or as a picture: to copy, or to write to a file."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Label, Static

from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.writing_file import FileDialog


class PictureDialog(FileDialog):
    """Shows a summary in words; writes it as text, or the screen as SVG when the name says so."""

    BINDINGS = [
        Binding("ctrl+s", "write", "Write it to the file", priority=True),
        Binding("ctrl+y", "copy", "Copy the words", priority=True),
        Binding("escape", "dismiss(None)", "Leave"),
    ]
    AUTO_FOCUS = "#words"
    CSS = """
    PictureDialog .dialog { width: 96; height: 94%; }
    PictureDialog #words { height: 1fr; margin-bottom: 1; scrollbar-size-vertical: 1; }
    PictureDialog #words { border-left: tall $panel; padding: 0 1; background: $background; }
    PictureDialog #words:focus { border-left: tall $accent; }
    PictureDialog.-low .heading { margin-bottom: 0; }
    """

    def __init__(self, title: str, words: str, picture: str, example: str) -> None:
        """Show *words*; *picture* is the screen as SVG, *example* a name for its file."""
        super().__init__()
        self._title, self._words, self._picture = title, words, picture
        self.EXAMPLE = example

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot("^y copy · ^s write to the file · esc leave")
            yield Label(self._title, classes="heading", markup=False)
            with VerticalScroll(id="words"):
                yield Static(self._words, markup=False)
            yield Static("", classes="complaint", markup=False)
            with Horizontal(classes="row"):
                yield Static("File", classes="row-label")
                yield Input(placeholder=f"{self.EXAMPLE}, or .txt for the words", id="file")

    def action_copy(self) -> None:
        from bounceback_tui.ui.clipboard import copy

        copy(self.app, self._words)

    @on(Input.Submitted)
    def action_write(self) -> None:
        is_picture = self.file_name.lower().endswith(".svg")
        self.write_to_file(self._picture if is_picture else self._words + "\n")
