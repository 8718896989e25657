"""The part of Today that helps somebody back up: what is under way, what was put off, a rest."""

from datetime import datetime

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label, Static

from bounceback_tui.insight.pacing import offered_today
from bounceback_tui.models.words import RecoveryState, Step, StepState
from bounceback_tui.store.recoveries import Recovering
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.screens.recovery import side
from bounceback_tui.ui.screens.recovery.ways import Ways
from bounceback_tui.ui.text import ago, ahead, clock_words, quoted
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.key_bar import KeyBar
from bounceback_tui.ui.widgets.paged_list import PagedList

MOST = 3


class TodayRecoveries(Ways):
    """Shows recoveries in three lines each; Enter goes on with one."""

    def compose_recoveries(self) -> ComposeResult:
        """Yield the section; it is not there while there is nothing to get up from."""
        with Vertical(classes="section gone", id="recoveries-section"):
            yield Label("Getting back up", classes="heading")
            yield Static("", id="resting", markup=False)
            yield PagedList(self._paint_recovery, row_height=3, id="recoveries")

    def show_recoveries(self) -> None:
        """Read what is under way and what is offered again today."""
        now, today = self.services.clock.now(), self.services.clock.today()
        until = self.store.recoveries.resting_until(now)
        found = self.store.recoveries.under_way(MOST)
        if until is None:
            offered = [
                r
                for r in self.store.recoveries.put_off()
                if offered_today(r.row.not_before, r.row.shown_on, now, today)
            ]
            new = [r.id for r in offered if r.row.shown_on is None]
            if new:
                self.store.recoveries.shown(new, today)
            found = (offered + found)[:MOST]
        self._show_rest(until)
        self.query_one("#recoveries-section").set_class(not found and until is None, "gone")
        rows = self.query_one("#recoveries", PagedList)
        rows.display = bool(found)
        rows.show(len(found), lambda at, n: found[at : at + n])
        self.query_one(KeyBar).show_hints(self.hints())

    @property
    def has_recoveries(self) -> bool:
        """Whether there is one to go on with."""
        return (
            bool(self.query("#recoveries")) and self.query_one("#recoveries", PagedList).count > 0
        )

    def _show_rest(self, until: datetime | None) -> None:
        line = self.query_one("#resting", Static)
        line.display = until is not None
        if until is not None:
            local = self.services.clock.local(until)
            day = ahead(local.date(), self.services.clock.today())
            line.update(f"Off duty until {day} {clock_words(local)}. Nothing here will ask.")

    def _paint_recovery(
        self, found: Recovering, _before: Recovering | None, width: int, _selected: bool
    ) -> list[Text]:
        variables = self.app.theme_variables
        muted, accent = ink(variables, "text-muted"), ink(variables, "accent")
        today = self.services.clock.today()
        named = Text().append(found.company, "bold")
        if found.title:
            named.append(f"  {found.title}")
        first = spread(named, Text(f"no, {ago(found.day, today)}", muted), width)
        thought = Text(quoted(found.harsh_thought) if found.harsh_thought else "")
        third = spread(thought, Text(side.sting(found), muted), width)
        return [first, cut_text(self._where(found, accent, muted), width), third]

    def _where(self, found: Recovering, accent: str, muted: str) -> Text:
        if found.row.state == RecoveryState.WAITING:
            return Text("○ ", muted).append("put off until now · Enter begins", accent)
        words = Text()
        for state in found.steps.values():
            open_ones = (StepState.NOT_STARTED, StepState.SKIPPED)
            words.append(f"{side.SHAPES[state]} ", muted if state in open_ones else accent)
        step = found.next_step
        return words.append("  next: ", muted).append(
            _inviting(step) if step else "nothing you must"
        )

    @on(PagedList.Chosen, "#recoveries")
    def _open_recovery(self, message: "PagedList.Chosen") -> None:
        message.stop()
        self.go_on(message.item)

    def go_on(self, found: Recovering) -> None:
        """Open the hub; what was put off begins with first aid."""
        waits = found.row.state == RecoveryState.WAITING
        self.open_hub(found.id, Step.FIRST_AID if waits else None)

    def action_get_up(self) -> None:
        chosen = self.query_one("#recoveries", PagedList).item
        if chosen is None:
            self.tell("Nothing to get up from just now", undoable=False)
        else:
            self.go_on(chosen)


def cut_text(words: Text, width: int) -> Text:
    """Return *words* in one line of *width* cells."""
    words.truncate(width, overflow="ellipsis")
    return words


def _inviting(step: Step) -> str:
    return {
        Step.FIRST_AID: "three minutes of first aid",
        Step.NOT_PERSONAL: "it wasn’t a verdict on you",
        Step.RED_FLAGS: "what you may have dodged",
        Step.FOLLOW_UP: "ask once, then let it go",
        Step.GRACE: "close the door gently",
        Step.PRESS_ON: "rest, then one small step",
    }[step]
