"""The ledger: what was seen at each company, for when it is asked about again."""

from datetime import date

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label, Static

from bounceback_tui.models.flag import Flag
from bounceback_tui.models.words import Stage
from bounceback_tui.store.flags import LedgerEntry
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.text import ago, plural
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.flag_list import WEIGHTS
from bounceback_tui.ui.widgets.page_view import PageView

EMPTY = (
    "No red flag is kept yet. They come from the step of that name, after a no; then this page "
    "says by company what you saw, and how much it weighed for you."
)
NONE_FOUND = "No company of that name has a flag."
REACHED = {
    Stage.SAVED: "saved only",
    Stage.APPLIED: "as far as the application",
    Stage.SCREENING: "as far as a first talk",
    Stage.INTERVIEW: "as far as the interviews",
    Stage.OFFER: "as far as an offer",
}


class LedgerScreen(DataScreen):
    """Companies with flags, each with what was seen or heard; the judgment is the reader's."""

    SCOPE = "ledger"
    BINDINGS = commands.bindings("ledger")
    CSS = """
    LedgerScreen #ledger-page { height: 1fr; padding: 0 3; }
    LedgerScreen.-narrow #ledger-page { padding: 0 1; }
    LedgerScreen #ledger-filter { width: 40; margin-bottom: 1; }
    LedgerScreen PageView { height: 1fr; }
    """

    def compose_body(self) -> ComposeResult:
        with Vertical(id="ledger-page"):
            yield Label("Do I apply there again?", classes="heading")
            yield Input(placeholder="company", id="ledger-filter")
            yield PageView(id="ledger")
            yield Static("", id="ledger-empty", markup=False)

    def on_mount(self) -> None:
        self.query_one(Input).focus()

    def reload(self) -> None:
        needle = self.query_one(Input).value.strip()
        entries = self.store.flags.ledger(needle)
        muted, today = ink(self.app.theme_variables, "text-muted"), self.services.clock.today()
        words = Text("\n\n").join(entry_words(entry, today, muted) for entry in entries)
        self.query_one(PageView).show(words)
        empty = self.query_one("#ledger-empty", Static)
        empty.update("" if entries else NONE_FOUND if needle else EMPTY)

    @on(Input.Changed)
    def _filter(self) -> None:
        self.guarded(self.reload)

    @on(Input.Submitted)
    def _to_the_page(self) -> None:
        self.query_one(PageView).focus()

    def action_back(self) -> None:
        self.app.pop_screen()


def entry_words(entry: LedgerEntry, today: date, muted: str) -> Text:
    """Return one company with every flag on a line of its own."""
    words = Text().append(entry.company, "bold").append(f"  {_story(entry, today)}", muted)
    for flag in entry.flags:
        words.append(f"\n{flag.item}").append(f"  {WEIGHTS.get(flag.weight, '')}", muted)
        words.append(f"\n  “{flag.evidence}”", muted)
    return words


def met_before(entry: LedgerEntry, today: date) -> str:
    """Return in a line or two what is known of a company that is written down again."""
    heaviest: list[Flag] = entry.flags[:2]
    named = "; ".join(f"{f.item.rstrip('.')} ({WEIGHTS.get(f.weight, '')})" for f in heaviest)
    flags = f" {plural(len(entry.flags), 'flag')}: {named}." if entry.flags else ""
    return f"Here before: {_story(entry, today)}.{flags}"


def _story(entry: LedgerEntry, today: date) -> str:
    times = {1: "once", 2: "twice"}.get(entry.applications, f"{entry.applications} times")
    return f"{times}, {REACHED[entry.furthest]}, last {ago(entry.last_day, today)}"
