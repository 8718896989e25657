"""Sweeping the silent: many cards closed at once, with nothing asked about any of them."""

from dataclasses import dataclass
from datetime import date, timedelta

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Label, Static

from bounceback_tui.models.words import Outcome
from bounceback_tui.services import Services
from bounceback_tui.store.values import Card
from bounceback_tui.ui.cells import fit
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.text import span
from bounceback_tui.ui.widgets.marks_box import MarksBox

QUIET_AFTER = 30
NAME = 46
WORDS = "Those that have waited 30 days or longer. Take out with Space what you still hope for."
NONE = "None has waited 30 days without a word. There is nothing to sweep."


@dataclass(frozen=True)
class Swept:
    """The applications to close, and how they ended."""

    application_ids: tuple[int, ...]
    outcome: Outcome


class SweepDialog(Dialog[Swept | None]):
    """Answers with what is to be closed; whoever asked does it."""

    BINDINGS = [
        Binding("escape", "dismiss(None)", "Leave"),
        Binding("enter", "close('no_reply')", "No reply", priority=True),
        Binding("x", "close('rejected')", "A no"),
    ]
    AUTO_FOCUS = "OptionList"
    CSS = """
    SweepDialog MarksBox { margin-top: 1; }
    SweepDialog MarksBox OptionList { max-height: 16; }
    SweepDialog.-low MarksBox OptionList { max-height: 11; }
    """

    def __init__(self, services: Services) -> None:
        super().__init__()
        self._today = services.clock.today()
        since = self._today - timedelta(days=QUIET_AFTER)
        self._cards = services.store.applications.waiting_since(since)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot(
                "enter no reply came · x they were a no · space take out · esc leave"
                if self._cards
                else "esc leave"
            )
            yield Label("Sweep the silent", classes="heading", markup=False)
            yield Static(WORDS if self._cards else NONE, markup=False)
            if self._cards:
                lines = [line(card, self._today) for card in self._cards]
                yield MarksBox(lines, all_marked=True)

    def action_close(self, outcome: str) -> None:
        if not self._cards:
            self.dismiss(None)
            return
        chosen = tuple(self._cards[n].id for n in self.query_one(MarksBox).numbers)
        self.dismiss(Swept(chosen, Outcome(outcome)) if chosen else None)


def line(card: Card, today: date) -> str:
    """Return one card as the list shows it: company, title, stage and how long it has waited."""
    name = f"{card.company} · {card.title}" if card.title else card.company
    age = span((today - card.stage_day).days)
    return f"{fit(name, NAME)}  {card.stage.label}, {age}"
