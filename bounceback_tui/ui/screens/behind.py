"""The applications behind a figure."""

from collections.abc import Callable, Sequence

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.widgets import Label

from bounceback_tui.services import Services
from bounceback_tui.store.values import Card
from bounceback_tui.ui import commands
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.text import ago
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.paged_list import PagedList

NOBODY = "No application is behind this figure."


class BehindScreen(DataScreen):
    """Lists them; Enter opens one."""

    SCOPE = "behind"
    TAB = "dashboard"
    BINDINGS = commands.bindings("behind")
    CSS = """
    BehindScreen #body { padding: 0 2; }
    BehindScreen.-narrow #body { padding: 0 1; }
    BehindScreen PagedList { height: 1fr; }
    """

    def __init__(self, services: Services, title: str, fetch: Callable[[], Sequence[Card]]) -> None:
        """List what *fetch* returns, under *title*."""
        super().__init__(services)
        self._title, self._fetch = title, fetch

    def compose_body(self) -> ComposeResult:
        yield Label(self._title, classes="heading", markup=False)
        yield PagedList(self._paint, id="behind", placeholder=NOBODY)

    def on_mount(self) -> None:
        self.query_one("#behind").focus()

    def reload(self) -> None:
        cards = self._fetch()
        self.query_one("#behind", PagedList).show(len(cards), lambda at, n: cards[at : at + n])

    def _paint(self, card: Card, _before: Card | None, width: int, _selected: bool) -> Text:
        muted = ink(self.app.theme_variables, "text-muted")
        named = Text().append(card.company, "bold").append(f"  {card.title}")
        where = card.outcome.label if card.outcome else card.stage.label
        when = ago(card.stage_day, self.services.clock.today())
        return spread(named, Text(f"{where}, {when}", muted), width)

    @on(PagedList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_open(self) -> None:
        from bounceback_tui.ui.screens.application import ApplicationScreen

        card = self.query_one("#behind", PagedList).item
        if card is not None:
            self.show_over(ApplicationScreen(self.services, card.id))

    def action_back(self) -> None:
        self.app.pop_screen()
