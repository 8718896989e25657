"""What is on the screen while the file is being opened, and when it can't be."""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Static

from bounceback_tui.services import Plan
from bounceback_tui.ui.screens.base import Chrome
from bounceback_tui.ui.widgets.key_bar import KeyBar


class StartScreen(Chrome):
    """The two bars, at once; a digit pressed here is kept until there is something to show."""


class RescueScreen(Chrome):
    """Says what is wrong with the file, whether it is safe, and what can be done."""

    BINDINGS = [
        Binding("r", "retry", "Try again"),
        Binding("n", "start_new", "Start a new journal"),
        Binding("q", "leave", "Quit"),
    ]

    CSS = """
    #rescue { align: left middle; padding: 0 8; }
    #rescue Static { margin-bottom: 1; max-width: 84; }
    #rescue-what { text-style: bold; color: $accent; }
    """

    def __init__(self, plan: Plan, error: Exception) -> None:
        """Show *error*, a StoreError."""
        super().__init__(plan)
        self.error = error

    def compose_body(self) -> ComposeResult:
        with Vertical(id="rescue"):
            yield Static(str(self.error), id="rescue-what", markup=False)
            yield Static(getattr(self.error, "safe", ""), id="rescue-safe", markup=False)
            yield Static(getattr(self.error, "advice", ""), id="rescue-advice", markup=False)
            yield Static(f"The file: {self.plan.paths.journal}", classes="muted", markup=False)
            yield Static(f"Backups: {self.plan.paths.backups}", classes="muted", markup=False)

    def hints(self) -> list[tuple[str, str, str]]:
        new = [("n", "start a new journal", "screen.start_new")] if self.may_start_new else []
        return [("r", "try again", "screen.retry"), *new, ("q", "quit", "screen.leave")]

    @property
    def may_start_new(self) -> bool:
        """Whether a new journal may be put where the old one was."""
        return type(self.error).__name__ == "MissingFileError"

    def on_mount(self) -> None:
        self.query_one(KeyBar).show_hints(self.hints())

    def action_leave(self) -> None:
        self.app.exit(return_code=getattr(self.error, "exit_code", 1))

    async def action_retry(self) -> None:
        await self.app.run_action("open_file(False)")

    async def action_start_new(self) -> None:
        if self.may_start_new:
            await self.app.run_action("open_file(True)")
