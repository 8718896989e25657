"""Reads back what was written in a recovery, with what was asked."""

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Static

from bounceback_tui.models.recovery import Answer, Sitting
from bounceback_tui.models.words import Step
from bounceback_tui.services import Services
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.recovery.side import TITLES
from bounceback_tui.ui.text import date_words
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.answer import texts_of

NOTHING = "Nothing is written here yet. That is fine: a step can be opened, left, or left out."


class ReadingScreen(DataScreen):
    """Every answer of one recovery, in the order of the steps."""

    BINDINGS = [
        Binding("escape", "app.pop_screen", "Back", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
    ]
    CSS = """
    ReadingScreen #written { height: 1fr; padding: 0 3; scrollbar-size-vertical: 1; }
    ReadingScreen.-narrow #written { padding: 0 1; }
    ReadingScreen #written Static { max-width: 84; }
    """

    def __init__(self, services: Services, recovery_id: int) -> None:
        """Read the recovery called *recovery_id*."""
        super().__init__(services)
        self.recovery_id = recovery_id

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="written"):
            yield Static("", id="words", markup=False)

    def hints(self) -> list[tuple[str, str, str]]:
        return [("esc", "back", "app.pop_screen"), *super().hints()[-2:]]

    def on_mount(self) -> None:
        self.query_one("#written").focus()

    def reload(self) -> None:
        written = self.store.sittings.all_answers(self.recovery_id)
        words = Text("\n\n").join(
            self._sitting(sitting, answers) for sitting, answers in written if answers
        )
        self.query_one("#words", Static).update(words if words.plain else Text(NOTHING))

    def _sitting(self, sitting: Sitting, answers: list[Answer]) -> Text:
        variables = self.app.theme_variables
        muted, accent = ink(variables, "text-muted"), ink(variables, "accent")
        words = Text(TITLES[Step(sitting.step)], f"bold {accent}")
        today = self.services.clock.today()
        words.append(f"   {date_words(sitting.day, today)}", f"not bold {muted}")
        for answer in answers:
            words.append(f"\n\n{answer.prompt}\n", f"not bold {muted}")
            words.append(readable(answer.value), "not bold default")
        return words

    def action_scroll(self, rows: int) -> None:
        self.query_one("#written").scroll_relative(y=rows, animate=False)


def readable(value: str) -> str:
    """Return an answer as lines, a list of them with a sign each."""
    texts = texts_of(value) if value.startswith("[") else []
    return "\n".join(f"· {text}" for text in texts if text) or value
