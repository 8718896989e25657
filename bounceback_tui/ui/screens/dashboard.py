"""The search over time: what is new, what became of applications, and how far they came."""

from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Static

from bounceback_tui.services import Services
from bounceback_tui.store.values import Card, Change
from bounceback_tui.ui import commands
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens import search_words
from bounceback_tui.ui.screens.behind import BehindScreen
from bounceback_tui.ui.screens.figure_lines import FigureLines
from bounceback_tui.ui.screens.panels import Panels
from bounceback_tui.ui.screens.search_figures import (
    DECLINED,
    LED,
    OPEN,
    PARTS,
    QUIET,
    Figure,
    SearchFigures,
    search_figures,
)
from bounceback_tui.ui.widgets.paged_list import PagedList
from bounceback_tui.ui.widgets.stacked_weeks import Layer, StackedBars

RANGES: tuple[tuple[int | None, str], ...] = (
    (90, "90 days"),
    (365, "a year"),
    (None, "everything"),
)
LAYERS = (
    Layer(PARTS[LED], "primary", "█"),
    Layer(PARTS[DECLINED], "secondary", "▓"),
    Layer(PARTS[QUIET], "text-muted", "░"),
    Layer(PARTS[OPEN], "foreground", "▒"),
)
NEW_DAYS, NEW_SHOWN = 7, 5
LISTS = ("pipeline", "reached", "replies", "stays", "sources", "versions", "next")
ONE_LINE = ("pipeline", "sources", "versions", "next")
MOST = 1000


class DashboardScreen(FigureLines):
    """Every figure says its n; Enter on one lists the applications behind it."""

    SCOPE = "dashboard"
    TAB = "dashboard"
    BINDINGS = commands.bindings("dashboard")
    CSS = (
        Panels.CSS
        + """
    DashboardScreen StackedBars { height: 10; }
    DashboardScreen.-high StackedBars { height: 12; }
    DashboardScreen PagedList { height: auto; }
    DashboardScreen.-gentle #reached-panel, DashboardScreen.-gentle #next-panel { display: none; }
    """
    )

    def __init__(self, services: Services) -> None:
        """Start with a year."""
        super().__init__(services)
        self._range = 1
        self._with_offer = False
        self._figures: SearchFigures | None = None

    def compose_body(self) -> ComposeResult:
        with VerticalScroll(id="panels", can_focus=False):
            yield from self.compose_kindly()
            yield Static("", id="nothing", markup=False)
            with Vertical(classes="panel", id="new-panel"):
                yield Static("", id="about-new", markup=False)
                yield PagedList(self.paint_change, id="new", placeholder=search_words.NOTHING_NEW)
            with Vertical(classes="panel", id="weeks-panel"):
                yield Static("", id="about-weeks", markup=False)
                yield StackedBars(id="weeks")
                yield Static("", classes="below", id="week", markup=False)
            for name in LISTS:
                with Vertical(classes="panel", id=f"{name}-panel"):
                    yield Static("", id=f"about-{name}", markup=False)
                    height = 1 if name in ONE_LINE else 2
                    yield PagedList(self.paint_figure, row_height=height, id=name)
                    yield Static("", id=f"{name}-words", classes="below", markup=False)

    def on_mount(self) -> None:
        self.query_one("#new").focus(scroll_visible=False)

    # What is shown

    @property
    def _count_from(self) -> date | None:
        try:
            return date.fromisoformat(self.plan.settings.count_from)
        except ValueError:
            return None

    def reload(self) -> None:
        days, _name = RANGES[self._range]
        self._figures = found = search_figures(self.services, days, self._count_from)
        self.set_class(self.store.history.first_day() is None, "-empty")
        self.set_class(is_gentle(self.app), "-gentle")
        key = commands.keys_label(commands.BY_ID["app.add_application"], self.plan.settings.keys)
        self.query_one("#nothing", Static).update(search_words.NOTHING_YET.format(key=key))
        self.show_kindly()
        self._show_new(found.last)
        self._show_weeks(found)
        for name in LISTS:
            title, words = search_words.TITLES[name]
            self.caption(f"#about-{name}", title, words)
            asked = name != "next" or self._with_offer
            self._show_list(name, getattr(found, name)[: None if asked else 1])
        self._show_sentences(found)
        self.show_panels()

    def _show_new(self, today: date) -> None:
        since = today - timedelta(days=NEW_DAYS)
        changes = self.store.applications.changes(since, limit=NEW_SHOWN)
        self.caption("#about-new", "What is new", "in the last seven days")
        self.query_one("#new", PagedList).show(len(changes), lambda at, n: changes[at : at + n])

    def _show_weeks(self, found: SearchFigures) -> None:
        about = search_words.about(found, self._count_from)
        self.caption("#about-weeks", "Applications by week", about)
        bars = self.query_one(StackedBars)
        bars.show(found.weeks, found.counts, LAYERS)
        self._say_week(bars.cursor)

    def _show_list(self, name: str, figures: Sequence[Figure]) -> None:
        shown = self.query_one(f"#{name}", PagedList)
        shown.display = bool(figures)
        shown.show(len(figures), lambda at, n: figures[at : at + n])

    def _show_sentences(self, found: SearchFigures) -> None:
        self._below("reached", found.hint)
        self._below("sources", found.sources_words)
        self._below("versions", found.versions_words)
        for name in ("pipeline", "replies", "stays"):
            self._below(name, "")
        key = commands.keys_label(commands.BY_ID["dashboard.offer"], self.plan.settings.keys)
        offer = found.until_offer if self._with_offer else search_words.ASK.format(key=key)
        self._below("next", "\n".join((found.next_ten, offer, search_words.ASSUMES)))

    def _below(self, name: str, words: str) -> None:
        line = self.query_one(f"#{name}-words", Static)
        line.update(words)
        line.display = bool(words)

    # The cursors, and what is behind

    @on(StackedBars.Moved)
    def _week_moved(self, message: StackedBars.Moved) -> None:
        self._say_week(message.index)

    def _say_week(self, index: int) -> None:
        found = self._figures
        if found is not None and 0 <= index < len(found.weeks):
            words = search_words.week_line(found.weeks[index], found.counts[index], found.last)
            self.query_one("#week", Static).update(words)

    @on(StackedBars.Chosen)
    def _week_chosen(self, message: StackedBars.Chosen) -> None:
        if self._figures is not None:
            ids = self._figures.week_ids[message.index]
            week = self._figures.weeks[message.index]
            title = f"Sent in the week of {week.day} {week:%b %Y}"
            self._open_behind(title, partial(self.store.history.cards, ids))

    @on(PagedList.Chosen)
    def _row_chosen(self, message: "PagedList.Chosen") -> None:
        self._open_item(message.item)

    def _open_item(self, item: Figure | Change) -> None:
        if isinstance(item, Change):
            from bounceback_tui.ui.screens.application import ApplicationScreen

            self.show_over(ApplicationScreen(self.services, item.application_id))
        elif item.stage is not None:
            cards = partial(self.store.applications.cards, item.stage, 0, MOST)
            self._open_behind(f"{item.stage.label} now", cards)
        else:
            name = f"{item.name[:1].upper()}{item.name[1:]}: {item.value}"
            self._open_behind(name, partial(self.store.history.cards, item.ids))

    def _open_behind(self, title: str, fetch: "partial[list[Card]]") -> None:
        self.show_over(BehindScreen(self.services, title, fetch))

    # Keys

    def action_longer(self) -> None:
        self._take_range(self._range + 1)

    def action_shorter(self) -> None:
        self._take_range(self._range - 1)

    def _take_range(self, wanted: int) -> None:
        self._range = min(max(wanted, 0), len(RANGES) - 1)
        self.guarded(self.reload)
        self.tell(f"Showing {RANGES[self._range][1]}", undoable=False)

    def action_offer(self) -> None:
        self._with_offer = not self._with_offer
        self.guarded(self.reload)

    def action_fresh(self) -> None:
        """Count from today on, or from the beginning again."""
        since = "" if self._count_from else self.services.clock.today().isoformat()
        words = "Counting from today on; the same key counts everything again"
        self.keep_choice("count_from", since, words if since else "Counting everything again")
        self.guarded(self.reload)

    def summary(self) -> str:
        return search_words.summary(self._figures, self._count_from) if self._figures else ""
