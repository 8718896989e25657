"""The doorway after a no: start now, later, or not for this one."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from bounceback_tui.insight.pacing import proposed_dose
from bounceback_tui.models.words import Dose, Stage
from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.screens.recovery.boxes import scale_for
from bounceback_tui.ui.text import parse_number
from bounceback_tui.ui.widgets.scale import Scale

NOW, HOUR, TOMORROW, NEVER = "now", "in an hour", "tomorrow", "never"
MORNING = 9
PROPOSED = {
    Dose.FIRST_AID: "Nobody had met you yet, so three minutes of first aid may be all this one "
    "needs. The steps are there if it stings more than that.",
    Dose.STEPS: "You met people there. First aid first, three minutes; then the steps, one at a "
    "time, on the days that suit you.",
}
WAYS = {
    NOW: "Start now · first aid, three minutes",
    HOUR: "In an hour",
    TOMORROW: "Tomorrow",
    NEVER: "Not for this one",
}
REACHED = {
    Stage.SAVED: "closed before it began",
    Stage.APPLIED: "got as far as the application",
    Stage.SCREENING: "got as far as a first talk",
    Stage.INTERVIEW: "got as far as the interviews",
    Stage.OFFER: "got as far as an offer",
}


@dataclass(frozen=True)
class Way:
    """What was chosen: whether anything at all, how much of it, and when."""

    is_wanted: bool
    dose: Dose
    not_before: datetime | None
    want: int | None
    forecast: int | None


class DoorwayDialog(Dialog[Way | None]):
    """Answers with the way that was chosen; whoever asked writes it down."""

    SCOPE = "doorway"
    BINDINGS = commands.bindings("doorway")
    AUTO_FOCUS = "OptionList"
    CSS = """
    DoorwayDialog OptionList { margin: 1 0; max-height: 6; }
    DoorwayDialog.-low OptionList { margin: 0 0 1 0; }
    DoorwayDialog .row { margin-bottom: 0; height: auto; }
    DoorwayDialog .row-label { width: 1fr; color: $foreground; }
    DoorwayDialog #want { width: 8; }
    DoorwayDialog .row Input { width: 8; }
    """

    def __init__(self, services: Services, application_id: int, *, is_gentle: bool = False) -> None:
        """Ask about one rejection; *is_gentle* leaves out the figures."""
        super().__init__()
        self.services = services
        store = services.store
        self.application = store.applications.get(application_id)
        self.reached = store.recoveries.reached(application_id)
        self.dose = Dose(proposed_dose(met_people=self.reached.met_people))
        self.guide = services.guides["doorway"]
        self._is_gentle = is_gentle

    def compose(self) -> ComposeResult:
        own = self.services.plan.settings.keys
        leave = commands.keys_label(commands.BY_ID["doorway.leave"], own)
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot(f"enter choose · tab the questions · {leave} not now")
            yield Label(self.guide.title, classes="heading", markup=False)
            yield Static(self._about(), markup=False)
            yield Static(PROPOSED[self.dose], classes="prompt", markup=False)
            yield OptionList(
                *(Option(Content(words), id=name) for name, words in WAYS.items()), markup=False
            )
            yield from self._questions()
            yield Static("", classes="complaint", markup=False)

    def _questions(self) -> ComposeResult:
        """Yield the two questions; both can be left alone."""
        with Horizontal(classes="row"):
            yield Static(self.guide["want"].prompt, classes="row-label", markup=False)
            kept = self.application.desire
            yield Input("" if kept is None else str(kept), id="want", max_length=2)
        if not self._is_gentle:
            with Vertical(classes="row"):
                forecast = self.guide["forecast"]
                yield Static(forecast.prompt, classes="prompt", markup=False)
                yield scale_for(forecast)

    def _about(self) -> Content:
        row = self.application
        named = Content.styled(row.company, "bold")
        title = f" · {row.title}" if row.title else ""
        return named.append(f"{title}\n{REACHED[self.reached.stage]}")

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        choice = event.option.id or NOW
        try:
            want = parse_number(self.query_one("#want", Input).value, 0, 10)
        except ValueError as error:
            self.complain(str(error))
            self.query_one("#want").focus()
            return
        scales = self.query(Scale)
        forecast = scales.first().value if scales else None
        self.dismiss(Way(choice != NEVER, self.dose, self._when(choice), want, forecast))

    def action_leave(self) -> None:
        self.dismiss(None)

    @on(Input.Submitted)
    def _back_to_the_ways(self) -> None:
        self.query_one(OptionList).focus()

    def _when(self, choice: str) -> datetime | None:
        clock = self.services.clock
        if choice == HOUR:
            return clock.now() + timedelta(hours=1)
        if choice == TOMORROW:
            return clock.at_local(clock.today() + timedelta(days=1), MORNING)
        return None
