"""Help for the screen one came from: what it is for, and its keys."""

from rich.table import Table
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from bounceback_tui.services import Plan
from bounceback_tui.ui import commands
from bounceback_tui.ui.command_list import SCOPES
from bounceback_tui.ui.screens.base import TABS, Chrome
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
    "hub": "One no, and the ways back up from it. Any order, any day; leaving a step out costs "
    "nothing, and one that is begun waits where you left it. Once you no longer need it, put it "
    "behind you.",
    "ledger": "Every company with a red flag, and what was seen or heard there. What it weighs is "
    "for you to say.",
    "step": "One question at a time. Every keystroke is kept; leaving in the middle of a sentence "
    "brings you back to it. An empty answer is an answer.",
    "doorway": "Begin now, later, or not at all for this one. Both questions can be left alone.",
    "people": "Whoever you met on the way: when you were last in touch, what you wrote and what "
    "came of it, what they helped with, and where they sent your CV.",
    "message": "A message to copy and send yourself; nothing leaves this computer from here. After "
    "a week without a word one nudge is fine, after two it is closed.",
    "check_in": "One digit is enough. Everything else is there if you want it.",
    "mood": "How your days were: a dot for each check-in, and the median of seven days, which "
    "stops where there were none. Tab goes from chart to chart, arrows from day to day, Enter "
    "opens the day. Marks say what happened; that they stand side by side doesn't show which "
    "came first.",
    "dashboard": "The search over time. Shares count only applications sent long enough ago; the "
    "thin line is the range a share may well lie in, and it is wide while there are few. Enter on "
    "a figure lists what is behind it. Nothing here says how good you are.",
    "behind": "The applications a figure counts; Enter opens one.",
    "lessons": "What you would try next time, newest first, with where it came from. A few days "
    "before an interview that it fits, a lesson comes back by itself; afterwards you can say "
    "whether it helped.",
    "corner": "What a good recruiter would ask you, and what you can show. Tab goes from field to "
    "field; a field is saved when you leave it. A brief shows only what you tick, and your pay "
    "floor only when you tick that.",
    "preparation": "Everything for one interview: a checklist, what you expect, the company, "
    "lessons that fit, your own questions, stories, practice. A field is saved when you leave it. "
    "Once the day has passed you can compare.",
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
        self.TAB = scope if scope in TABS else ""

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="help"):
            yield Static(SCOPES[self.about], classes="heading", markup=False)
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
