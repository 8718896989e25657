"""The brief, as it would be handed over: what to show is ticked, what it says stands below."""

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input, Label, Static

from bounceback_tui.services import Services
from bounceback_tui.transfer.brief import (
    PARTS,
    SHOWN_AT_FIRST,
    brief,
    parts_with_words,
)
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.recovery.corner_texts import brief_facts
from bounceback_tui.ui.screens.writing_file import FileDialog
from bounceback_tui.ui.widgets.choices import Choices

NOTHING = "There is nothing to show yet; what you write in your corner appears here."


class BriefDialog(FileDialog):
    """Shows the brief while parts of it are ticked; copies it, or writes it to a file."""

    BINDINGS = [
        Binding("ctrl+s", "write", "Write it to the file", priority=True),
        Binding("ctrl+y", "copy", "Copy it", priority=True),
        Binding("escape", "dismiss(None)", "Leave"),
    ]
    AUTO_FOCUS = "Choices"
    EXAMPLE = "~/brief.md"
    CSS = """
    BriefDialog { align: center middle; }
    BriefDialog .dialog { width: 96; height: 94%; }
    BriefDialog #preview { height: 1fr; margin: 1 0; scrollbar-size-vertical: 1; }
    BriefDialog.-low #preview { margin: 0; }
    BriefDialog #preview { border-left: tall $panel; padding: 0 1; background: $background; }
    BriefDialog #preview:focus { border-left: tall $accent; }
    BriefDialog.-low .heading { margin-bottom: 0; }
    """

    def __init__(self, services: Services) -> None:
        """Make the brief from what stands in the corner."""
        super().__init__()
        self.services = services
        self._facts = brief_facts(services.store)

    def compose(self) -> ComposeResult:
        parts = parts_with_words(self._facts)
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot(
                "space ticks · ^y copy · ^s write to the file · esc leave"
            )
            yield Label("What may it show?", classes="heading")
            yield Choices(parts)
            with VerticalScroll(id="preview"):
                yield Static("", id="text", markup=False)
            yield Static("", classes="complaint", markup=False)
            with Horizontal(classes="row"):
                yield Static("File", classes="row-label")
                yield Input(placeholder=self.EXAMPLE, id="file")

    def on_mount(self) -> None:
        self.query_one(Choices).value = SHOWN_AT_FIRST & parts_with_words(self._facts).keys()
        self._preview()

    @property
    def text(self) -> str:
        """The brief with the parts that are ticked."""
        return brief(self._facts, self.query_one(Choices).value & PARTS.keys())

    @on(Choices.Changed)
    def _preview(self) -> None:
        has_words = bool(parts_with_words(self._facts))
        self.query_one("#text", Static).update(self.text if has_words else NOTHING)

    def action_copy(self) -> None:
        from bounceback_tui.ui.clipboard import copy

        copy(self.app, self.text)

    @on(Input.Submitted)
    def action_write(self) -> None:
        self.write_to_file(self.text)
