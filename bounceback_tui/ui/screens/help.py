"""Help for the screen one came from: what it is for, and its keys."""

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from bounceback_tui.services import Plan
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.base import Chrome
from bounceback_tui.ui.themes import ink

ABOUT = {
    "today": "What comes next, how the last two weeks were, and what changed. Enter opens the "
    "application under the cursor; Tab goes from list to list.",
    "board": "Every application, by where it stands. Arrows or h j k l go from card to card; "
    "capital letters move the card itself, and so does the mouse. The age is how long it has "
    "been in its stage. A card that is closed says how it ended.",
    "application": "Everything about one application. Tab goes from field to field; a field is "
    "saved when you leave it. The history can be re-dated, for what happened before you wrote "
    "it down.",
    "journal": "What you wrote and every check-in, newest first, with a reader beside it. The "
    "search looks into titles, pages and the notes of check-ins.",
    "editor": "Markdown, kept within a second of your last key, whatever happens to the "
    "computer. Leaving keeps the page.",
    "check_in": "One digit is enough. Everything else is there if you want it.",
    "app": "A private journal for getting back up after a no.",
}
TYPING = (
    'Your own keys go into settings.toml, under [keys]: "board.move_right" = "greater_than_sign".'
)
PLACES = "`bounceback path` says where your journal, settings and backups are."


class HelpScreen(Chrome):
    """What a screen is for, and its keys, then the keys of everywhere."""

    BINDINGS = [
        Binding("escape,question_mark,q", "close", "Back"),
        Binding("down,j", "scroll(2)", show=False),
        Binding("up,k", "scroll(-2)", show=False),
    ]
    CSS = """
    HelpScreen #help { padding: 0 4; scrollbar-size-vertical: 1; }
    HelpScreen.-narrow #help { padding: 0 2; }
    HelpScreen #help Static { max-width: 96; margin-bottom: 1; }
    """
    AUTO_FOCUS = "#help"

    def __init__(self, plan: Plan, scope: str) -> None:
        """Explain the screen whose commands are *scope*."""
        super().__init__(plan)
        self.about = scope
        self.TAB = scope if scope in ("today", "board", "journal") else ""

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Static(commands.SCOPES[self.about], classes="heading", markup=False)
            yield Static(ABOUT.get(self.about, ABOUT["app"]), markup=False)
            if self.about != "app":
                yield Static(self._table(self.about), markup=False)
            yield Static("Everywhere", classes="heading")
            yield Static(self._table("app"), markup=False)
            yield Static(TYPING, classes="muted", markup=False)
            yield Static(PLACES, classes="muted", markup=False)

    def _table(self, scope: str) -> Table:
        variables = self.app.theme_variables
        table = Table.grid(padding=(0, 3, 0, 0))
        table.add_column(style=ink(variables, "accent"), width=9, no_wrap=True)
        table.add_column(width=30)
        table.add_column(style=ink(variables, "text-muted"))
        for command in commands.of(scope):
            keys = commands.keys_label(command, self.plan.settings.keys)
            table.add_row(keys or "^p", command.title, command.help)
        return table

    def hints(self) -> list[tuple[str, str, str]]:
        return [("↑ ↓", "scroll", ""), ("esc", "back", "screen.close")]

    def action_close(self) -> None:
        self.app.pop_screen()

    def action_scroll(self, lines: int) -> None:
        self.query_one("#help").scroll_relative(y=lines, animate=False)
