"""The board: every application by where it stands."""

from collections.abc import Collection
from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widgets import Input, Static

from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.store.values import Card
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.card_mover import CardMover
from bounceback_tui.ui.text import ahead, plural, span
from bounceback_tui.ui.widgets.kanban import Column, Face, Kanban
from bounceback_tui.ui.widgets.key_bar import KeyBar

QUIET_AFTER_APPLYING = 30
QUIET_AFTER_INTERVIEW = 14
ENDINGS = {
    Outcome.ACCEPTED: "accepted",
    Outcome.REJECTED: "a no",
    Outcome.NO_REPLY: "no reply",
    Outcome.WITHDRAWN: "withdrawn",
}
EMPTY = (
    "Nothing on the board yet. {add} adds an application; a company is enough to start.\n"
    "Cards move with {left} and {right}, with the mouse, or picked up with {carry}."
)


class BoardScreen(CardMover):
    """Columns of cards that are added, ordered, moved and filtered."""

    SCOPE = "board"
    TAB = "board"
    BINDINGS = commands.bindings("board")
    CSS = """
    BoardScreen Kanban { height: 1fr; margin: 0 2; }
    BoardScreen.-narrow Kanban { margin: 0 1; }
    #filter-row { height: 1; margin: 0 2; display: none; }
    #filter-row.-shown { display: block; }
    BoardScreen.-high #filter-row { margin-bottom: 1; }
    #filter { width: 40; }
    #filter-count { width: 1fr; padding: 0 2; color: $text-muted; }
    #board-empty { display: none; color: $text-muted; height: auto; margin: 1 4; }
    BoardScreen.-empty #board-empty { display: block; }
    BoardScreen.-empty Kanban { height: 3; }
    """

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="filter-row"):
            yield Input(placeholder="company, title, place, next action…", id="filter")
            yield Static("", id="filter-count", markup=False)
        yield Kanban(id="kanban")
        yield Static(self._empty_words(), id="board-empty", markup=False)

    def _empty_words(self) -> str:
        own = self.plan.settings.keys
        names = {"add": "app.add_application", "carry": "board.carry"}
        names |= {"left": "board.move_left", "right": "board.move_right"}
        keys = {k: commands.keys_label(commands.BY_ID[i], own) for k, i in names.items()}
        return EMPTY.format(**keys)

    @property
    def needle(self) -> str:
        """What the cards are filtered by; empty for all."""
        return self.query_one("#filter", Input).value.strip()

    def on_mount(self) -> None:
        self.kanban.focus()
        self.watch(self.kanban, "is_carrying", self._show_hints, init=False)

    # What is shown

    def reload(self, follow: int | None = None, changed: Collection[Stage] | None = None) -> None:
        applications, needle = self.store.applications, self.needle
        counts = applications.counts(needle)
        total = sum(counts.values())
        self.set_class(not total and not needle, "-empty")
        selected = self.kanban.selected
        wanted = follow if follow is not None else selected.id if selected else None
        place = applications.position(wanted, needle) if wanted is not None else None
        self.kanban.show(
            [Column(stage.value, stage.label, counts[stage]) for stage in Stage],
            self._faces,
            select_at=(place[0].value, place[1]) if place else None,
            changed=None if changed is None else {stage.value for stage in changed},
        )
        self.query_one("#filter-row").set_class(bool(needle) or self._is_filtering, "-shown")
        self.query_one("#filter-count", Static).update(plural(total, "card"))

    @property
    def _is_filtering(self) -> bool:
        return self.query_one("#filter", Input).has_focus

    def _faces(self, column: str, offset: int, limit: int) -> list[Face]:
        today = self.services.clock.today()
        cards = self.store.applications.cards(Stage(column), offset, limit, self.needle)
        return [face(card, today, is_narrow=self.has_class("-narrow")) for card in cards]

    # Cards

    @on(Kanban.CardOpened)
    def _opened(self, message: Kanban.CardOpened) -> None:
        from bounceback_tui.ui.screens.application import ApplicationScreen

        self.show_over(ApplicationScreen(self.services, message.card_id))

    def action_open(self) -> None:
        self.kanban.action_open()

    def action_edit(self) -> None:
        from bounceback_tui.ui.screens.card import CardDialog

        self._with_selected(lambda card: self.show_over(CardDialog(self.services, card.id)))

    def action_delete(self) -> None:
        def delete(card: Face) -> None:
            company: list[str] = []
            if self.guarded(lambda: company.append(self.store.applications.delete(card.id))):
                self.tell(f"Deleted {company[0]}")
            self.guarded(self.reload)

        self._with_selected(delete)

    def added(self, application_id: int | None) -> None:
        """Put the cursor on the application that was just added."""
        if application_id is not None:
            self.guarded(lambda: self.reload(follow=application_id))

    # Filtering

    def action_filter(self) -> None:
        self.query_one("#filter-row").add_class("-shown")
        self.query_one("#filter", Input).focus()

    @on(Input.Changed, "#filter")
    def _filter_changed(self) -> None:
        self.guarded(self.reload)

    @on(Input.Submitted, "#filter")
    def _filter_kept(self) -> None:
        self.kanban.focus()
        self.guarded(self.reload)

    def action_clear(self) -> None:
        if self.kanban.is_carrying:
            self.kanban.action_put_back()
            return
        self.query_one("#filter", Input).value = ""
        self.kanban.focus()
        self.guarded(self.reload)

    def hints(self) -> list[tuple[str, str, str]]:
        if self.is_mounted and self.kanban.is_carrying:
            last = super().hints()[-1]
            return [
                ("← ↑ ↓ →", "move", ""),
                ("enter", "put it down", ""),
                ("esc", "put it back", ""),
                last,
            ]
        return super().hints()

    def _show_hints(self) -> None:
        self.query_one(KeyBar).show_hints(self.hints())

    def on_resize(self) -> None:
        self.call_after_refresh(lambda: self.guarded(self.reload))


def face(card: Card, today: date, *, is_narrow: bool = False) -> Face:
    """Return what the board shows of *card*: names, what is next or how it ended, and its age.

    A narrow card has no third line, so its corner says "overdue" instead of the age.
    """
    age = (today - card.stage_day).days
    third, mark = _third_line(card, today, age)
    note = "overdue" if is_narrow and mark == "overdue" else span(age)
    return Face(card.id, (card.company, card.title, third), note, mark)


def _third_line(card: Card, today: date, age: int) -> tuple[str, str]:
    if card.outcome is not None:
        return ENDINGS[card.outcome], ""
    if card.next_action or card.next_action_on:
        what = card.next_action or "next step"
        day = card.next_action_on
        if day is None:
            return what, ""
        if day < today:
            return f"overdue: {what}", "overdue"
        return f"{what} {ahead(day, today)}", "due"
    limit = {Stage.APPLIED: QUIET_AFTER_APPLYING}.get(card.stage, QUIET_AFTER_INTERVIEW)
    is_waiting = card.stage in (Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW)
    return ("no word yet", "quiet") if is_waiting and age >= limit else ("", "")
