"""The pane beside every step."""

from datetime import date

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from bounceback_tui.models.words import Step
from bounceback_tui.store.record import Record
from bounceback_tui.store.recoveries import Recovering
from bounceback_tui.ui.screens.recovery import side
from bounceback_tui.ui.text import ago
from bounceback_tui.ui.themes import ink


class Sidebar(VerticalScroll):
    """Keeps the no, the harsh thought, the steps and one's own record in sight."""

    DEFAULT_CSS = """
    Sidebar Static { margin-bottom: 1; }
    Sidebar Static.-empty { display: none; }
    """

    def compose(self) -> ComposeResult:
        for name in ("about", "thought", "steps", "record"):
            yield Static("", id=f"side-{name}", markup=False)

    def show(
        self, found: Recovering | None, step: Step, record: Record | None, today: date
    ) -> None:
        """Show *found*, with *step* as the one that is open, and one's own *record*."""
        variables = self.app.theme_variables
        muted, accent = ink(variables, "text-muted"), ink(variables, "accent")
        if found is not None:
            self._put("about", side.about(found, ago(found.day, today), muted))
            self._put("thought", side.thought(found, muted))
            self._put("steps", side.step_lines(found.steps, step, accent, muted))
        self._put("record", side.record_lines(record, muted) if record else Text())

    def _put(self, name: str, words: Text) -> None:
        line = self.query_one(f"#side-{name}", Static)
        line.update(words)
        line.set_class(not words.plain, "-empty")
