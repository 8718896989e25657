"""Asks where an application stands, how it ended, and since when."""

from dataclasses import dataclass
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.text import parse_day


@dataclass(frozen=True)
class StageChoice:
    """A stage, how it ended when it is closed, and the day; None is today."""

    stage: Stage
    outcome: Outcome | None = None
    day: date | None = None

    @property
    def key(self) -> str:
        """What tells this choice from every other, apart from its day."""
        return f"{self.stage.value}-{self.outcome.value if self.outcome else ''}"


OPEN = [StageChoice(stage) for stage in Stage if stage is not Stage.CLOSED]
CLOSED = [
    StageChoice(Stage.CLOSED, outcome)
    for outcome in (Outcome.REJECTED, Outcome.NO_REPLY, Outcome.WITHDRAWN, Outcome.ACCEPTED)
]
WORDS = {
    Outcome.REJECTED: "Closed: it was a no",
    Outcome.NO_REPLY: "Closed: no reply came",
    Outcome.WITHDRAWN: "Closed: I withdrew",
    Outcome.ACCEPTED: "Closed: I accepted",
}


class StageDialog(Dialog[StageChoice | None]):
    """Answers with the choice; it is for whoever asked to write it down."""

    BINDINGS = [Binding("escape", "dismiss(None)", "Leave")]
    AUTO_FOCUS = "OptionList"
    CSS = """
    StageDialog { align: center middle; }
    StageDialog .dialog { width: 52; }
    StageDialog OptionList { margin-bottom: 1; }
    """

    def __init__(self, services: Services, application_id: int, stage: Stage | None = None) -> None:
        """Ask about one application; with *stage* only for the ways to be in that stage."""
        super().__init__()
        self.services = services
        self.application = services.store.applications.get(application_id)
        self._choices = CLOSED if stage is Stage.CLOSED else OPEN + CLOSED
        self._is_closing = stage is Stage.CLOSED

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot("enter keep · tab the day · esc leave")
            question = "How did it end?" if self._is_closing else "Where does it stand?"
            yield Label(question, classes="heading", markup=False)
            yield OptionList(
                *(Option(Content(_words(choice)), id=choice.key) for choice in self._choices),
                markup=False,
            )
            with Horizontal(classes="row"):
                yield Static("Since", classes="row-label")
                yield Input("today", id="day", select_on_focus=True)
            yield Static("", classes="complaint", markup=False)

    def on_mount(self) -> None:
        outcome = Outcome(self.application.outcome) if self.application.outcome else None
        present = StageChoice(Stage(self.application.stage), outcome).key
        keys = [choice.key for choice in self._choices]
        self.query_one(OptionList).highlighted = keys.index(present) if present in keys else 0

    @on(OptionList.OptionSelected)
    @on(Input.Submitted)
    def _keep(self) -> None:
        chosen = self._choices[self.query_one(OptionList).highlighted or 0]
        today = self.services.clock.today()
        try:
            day = parse_day(self.query_one("#day", Input).value or "today", today, past=True)
            if day > today:
                raise ValueError("That day has not come yet; a stage starts today or earlier.")
        except ValueError as error:
            self.complain(str(error))
            self.query_one("#day").focus()
            return
        self.dismiss(StageChoice(chosen.stage, chosen.outcome, day))


def _words(choice: StageChoice) -> str:
    return WORDS[choice.outcome] if choice.outcome else choice.stage.label
