"""Asks for a day."""

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.text import DAY_HELP, parse_day


class DayDialog(Dialog[date | None]):
    """Answers with the day, or with nothing."""

    BINDINGS = [Binding("escape", "dismiss(None)", "Leave")]
    AUTO_FOCUS = "Input"
    CSS = """
    DayDialog { align: center middle; }
    DayDialog .dialog { width: 60; }
    """

    def __init__(self, question: str, day: date, today: date, *, past: bool = False) -> None:
        """Ask *question*, with *day* already there; weekdays are past ones when *past*."""
        super().__init__()
        self._question, self._day, self._today, self._past = question, day, today, past

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot("enter keep · esc leave")
            yield Label(self._question, classes="heading", markup=False)
            yield Input(self._day.isoformat(), select_on_focus=True)
            yield Static(DAY_HELP, classes="muted", markup=False)
            yield Static("", classes="complaint", markup=False)

    @on(Input.Submitted)
    def _keep(self, event: Input.Submitted) -> None:
        try:
            self.dismiss(self._parsed(event.value))
        except ValueError as error:
            self.complain(str(error))

    def _parsed(self, words: str) -> date:
        day = parse_day(words, self._today, past=self._past)
        if self._past and day > self._today:
            raise ValueError("That day has not come yet; it should be today or earlier.")
        if not self._past and day <= self._today:
            raise ValueError("That day has come already; it should be tomorrow or later.")
        return day
