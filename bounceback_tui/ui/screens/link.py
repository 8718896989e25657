"""The question which application something is about."""

from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label, OptionList, Static
from textual.widgets.option_list import Option

from bounceback_tui.services import Services
from bounceback_tui.store.values import Card
from bounceback_tui.ui.screens.base import Dialog, complaint, is_store_error

NONE = "nothing"
NO_MATCH = "No application holds these words."
NONE_YET = "There is no application yet; one can be added on the board."


@dataclass(frozen=True)
class Linked:
    """What was chosen: an application, or none when ``application_id`` is None."""

    application_id: int | None


class LinkDialog(Dialog[Linked | None]):
    """Finds an application by its name; answers None when nothing was chosen."""

    SCOPE = "link"
    AUTO_FOCUS = "#needle"
    BINDINGS = [
        Binding("escape", "leave", show=False),
        Binding("down", "step(1)", show=False),
        Binding("up", "step(-1)", show=False),
    ]
    CSS = """
    LinkDialog OptionList {
        height: auto; max-height: 12; margin-top: 1; padding: 0;
        border: none; background: $surface; scrollbar-size-vertical: 1;
    }
    LinkDialog OptionList:focus { border: none; }
    LinkDialog #found-none { color: $text-muted; margin: 1 1 0 1; display: none; }
    LinkDialog.-none #found-none { display: block; }
    LinkDialog.-none OptionList { display: none; }
    """

    def __init__(self, services: Services, application_id: int | None = None) -> None:
        """Ask for an application; *application_id* is the one linked now."""
        super().__init__()
        self.services = services
        self.application_id = application_id

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Label("Which application is it about?", classes="heading", markup=False)
            yield Input(placeholder="company or title", id="needle")
            yield OptionList(markup=False, id="found")
            yield Static(NONE_YET, id="found-none", markup=False)
            yield Static("enter choose   ↑ ↓ go   esc leave", classes="dialog-keys", markup=False)

    def on_mount(self) -> None:
        self._find()

    @on(Input.Changed)
    def _find(self) -> None:
        needle = self.query_one(Input).value.strip()
        try:
            cards = self.services.store.applications.named(needle)
        except Exception as error:
            if not is_store_error(error):
                raise
            self.app.notify(complaint(error), severity="error", timeout=12, markup=False)
            return
        self._offer(cards, needle)

    def _offer(self, cards: list[Card], needle: str) -> None:
        options = [Option(self._words(card), id=str(card.id)) for card in cards]
        if not needle and self.application_id is not None:
            options.append(Option(Text("  Not about any application"), id=NONE))
        found = self.query_one(OptionList)
        found.clear_options()
        found.add_options(options)
        found.highlighted = 0 if options else None
        self.set_class(not options, "-none")
        self.query_one("#found-none", Static).update(NO_MATCH if needle else NONE_YET)

    def _words(self, card: Card) -> Text:
        words = Text(no_wrap=True, overflow="ellipsis")
        words.append("● " if card.id == self.application_id else "  ")
        words.append(card.company, "bold").append(f"  {card.title}" if card.title else "")
        return words.append(f"  · {(card.outcome or card.stage).label.lower()}")

    def action_step(self, step: int) -> None:
        found = self.query_one(OptionList)
        if step > 0:
            found.action_cursor_down()
        else:
            found.action_cursor_up()

    @on(Input.Submitted)
    def _choose_highlighted(self) -> None:
        self.query_one(OptionList).action_select()

    @on(OptionList.OptionSelected)
    def _chosen(self, message: OptionList.OptionSelected) -> None:
        number = message.option_id
        self.dismiss(Linked(None if number in (NONE, None) else int(number)))

    def action_leave(self) -> None:
        self.dismiss(None)
