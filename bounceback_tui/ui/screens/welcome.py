"""What a new notebook says of itself, in three sentences."""

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from bounceback_tui.services import Plan
from bounceback_tui.ui import commands
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.logo import bounce

SENTENCES = (
    "Welcome: this is a notebook for looking for work, and for getting back up when the answer "
    "is no.",
    "It lives in one file on this computer and nobody else reads it; it is a notebook, not a "
    "medical device.",
    "Start with how you are, {check_in}, or with one application, {add}, and let the rest wait.",
)


class Welcome(Vertical):
    """Stands in the place of Today while there is nothing to show on it."""

    DEFAULT_CSS = """
    Welcome { align: center middle; height: 1fr; }
    Welcome Static { width: 72; max-width: 90%; margin-bottom: 1; }
    Welcome #arc { color: $secondary; }
    """

    def __init__(self, plan: Plan) -> None:
        """Name the keys as they are in the settings of *plan*."""
        super().__init__()
        self._plan = plan

    def compose(self) -> ComposeResult:
        yield Static(bounce(24), id="arc", markup=False)
        accent = ink(self.app.theme_variables, "accent")
        own = self._plan.settings.keys
        keys = {
            name: commands.keys_label(commands.BY_ID[command], own)
            for name, command in (("check_in", "app.check_in"), ("add", "app.add_application"))
        }
        for sentence in SENTENCES:
            words = Text(sentence.format(**keys))
            words.highlight_words([f" {key}," for key in keys.values()], accent)
            yield Static(words, markup=False)
