"""Today: how the last two weeks were, what comes next, what changed, one good line of one's own."""

from datetime import timedelta

from rich.style import Style
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label, Static

from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.services import Services
from bounceback_tui.store.values import Change, Due
from bounceback_tui.ui import commands
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens.change_lines import change_line
from bounceback_tui.ui.screens.today_reminders import TodayReminders
from bounceback_tui.ui.screens.welcome import Welcome
from bounceback_tui.ui.text import ago, ahead, clock_words, first_line, quoted
from bounceback_tui.ui.themes import ink, mood_colors
from bounceback_tui.ui.widgets.day_bars import DayBars
from bounceback_tui.ui.widgets.paged_list import PagedList

DAYS_SHOWN = 14
DAYS_AHEAD = 14
DAYS_BACK = 7
DUE_SHOWN, CHANGES_SHOWN = 7, 5


class TodayScreen(TodayReminders):
    """The first screen of every day."""

    SCOPE = "today"
    TAB = "today"
    BINDINGS = commands.bindings("today")
    CSS = """
    TodayScreen #columns { height: 1fr; scrollbar-size-vertical: 1; }
    TodayScreen .column { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; }
    TodayScreen.-narrow #columns { layout: vertical; overflow-y: auto; }
    TodayScreen.-narrow .column { width: 1fr; height: auto; }
    TodayScreen .section { height: auto; padding: 0 3; margin-bottom: 2; }
    TodayScreen.-low .section { margin-bottom: 1; padding: 0 1; }
    TodayScreen .section Static, TodayScreen .section DayBars { padding-left: 2; }
    TodayScreen .section .heading { padding-left: 0; }
    #check-in-hint { margin-top: 1; }
    TodayScreen.-low #check-in-hint { margin-top: 0; }
    TodayScreen PagedList { height: auto; }
    TodayScreen .gone { display: none; }
    TodayScreen #before { margin-bottom: 0; }
    TodayScreen.-gentle DayBars { height: 1; }
    TodayScreen Welcome { display: none; }
    TodayScreen.-first Welcome { display: block; }
    TodayScreen.-first #columns { display: none; }
    """

    def __init__(self, services: Services) -> None:
        """Start with nothing shown."""
        super().__init__(services)
        self._is_filled = False

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="columns"):
            with VerticalScroll(classes="column", can_focus=False):
                with Vertical(classes="section", id="how"):
                    yield Label("How are you right now?", classes="heading")
                    yield DayBars(low=1, high=9, color=self._mood_color, id="two-weeks")
                    yield Static("", id="latest", markup=False)
                    yield Static("", id="check-in-hint", markup=False)
                yield from self.compose_recoveries()
                yield from self.compose_small_steps()
                with Vertical(classes="section"):
                    yield Label("Next", classes="heading")
                    yield PagedList(self._paint_due, id="next", placeholder=NOTHING_DUE)
            with VerticalScroll(classes="column", can_focus=False):
                yield from self.compose_lessons()
                yield from self.compose_letters()
                with Vertical(classes="section", id="changed-section"):
                    yield Label("What changed", classes="heading")
                    yield PagedList(self._paint_change, id="changed")
                with Vertical(classes="section", id="good"):
                    yield Label("A good line of yours", classes="heading")
                    yield Static("", id="good-line", markup=False)
                with Vertical(classes="section", id="before"):
                    yield Label("On this day", classes="heading")
                    yield Static("", id="before-line", markup=False)

    def hints(self) -> list[tuple[str, str, str]]:
        own = self.plan.settings.keys
        second = ("today.get_up", "go on") if self.has_recoveries else ("app.write", "write")
        first = [
            (commands.keys_label(commands.BY_ID[i], own), word, i.replace("today.", "screen."))
            for i, word in (
                ("app.check_in", "check in"),
                second,
                ("app.add_application", "add"),
                ("app.search", "search"),
            )
        ]
        return first + super().hints()[-3:]

    def on_mount(self) -> None:
        self.query_one("#next").focus(scroll_visible=False)

    # What is shown

    def reload(self) -> None:
        today, store = self.services.clock.today(), self.store
        self.set_class(is_gentle(self.app), "-gentle")
        latest = store.check_ins.latest()
        is_first = (
            latest is None
            and not any(store.applications.counts().values())
            and not store.journal.count()
        )
        self.set_class(is_first, "-first")
        if is_first:
            self._welcome()
            return
        self._show_mood(latest)
        self.show_recoveries()
        self.show_small_steps()
        due = store.applications.due(today + timedelta(days=DAYS_AHEAD), limit=DUE_SHOWN)
        self.query_one("#next", PagedList).show(len(due), lambda at, n: due[at : at + n])
        if self._is_filled:
            self._show_more()
        else:
            self._is_filled = True
            self.call_after_refresh(self.guarded, self._show_more)

    def _welcome(self) -> None:
        """Say what this is; it is not even made for whoever is here already."""
        if not self.query(Welcome):
            self.query_one("#body").mount(Welcome(self.plan))

    def _show_more(self) -> None:
        """Show the second column; when the app opens it comes a moment after the first."""
        if not self.is_attached:
            return
        today, store = self.services.clock.today(), self.store
        self.show_reminders()
        self._show_good_line()
        self._show_before()
        changes = store.applications.changes(today - timedelta(days=DAYS_BACK), limit=CHANGES_SHOWN)
        self.query_one("#changed-section").set_class(not changes, "gone")
        self.query_one("#changed", PagedList).show(len(changes), lambda at, n: changes[at : at + n])

    def _show_mood(self, latest: CheckIn | None) -> None:
        today = self.services.clock.today()
        since = today - timedelta(days=DAYS_SHOWN - 1)
        means = {d.day: d.mean for d in self.store.check_ins.by_day(since)}
        days = [since + timedelta(days=n) for n in range(DAYS_SHOWN)]
        self.query_one(DayBars).show([means.get(day) for day in days])
        line = Text()
        if latest:
            when = clock_words(self.services.clock.local(latest.at))
            line.append(f"{ago(latest.day, today)} {when}  ", self._muted)
            line.append(
                str(latest.valence), Style(color=self._mood_color(latest.valence), bold=True)
            )
            said = latest.good or first_line(latest.note)
            line.append(f"  {quoted(said)}" if said else "")
        self.query_one("#latest", Static).update(line)
        key = commands.keys_label(commands.BY_ID["app.check_in"], self.plan.settings.keys)
        hint = Text(key, Style(color=self._accent)).append(" check in", self._muted)
        self.query_one("#check-in-hint", Static).update(hint)

    def _show_good_line(self) -> None:
        today = self.services.clock.today()
        lines = self.store.check_ins.good_lines(today - timedelta(days=1))
        self.query_one("#good").set_class(not lines, "gone")
        if lines:
            chosen = lines[today.toordinal() % len(lines)]
            text = Text(quoted(chosen.good)).append(f"\n{ago(chosen.day, today)}", self._muted)
            self.query_one("#good-line", Static).update(text)

    def _show_before(self) -> None:
        today = self.services.clock.today()
        pages = [p for p in self.store.journal.on_this_day(today) if p.title or p.body]
        self.query_one("#before").set_class(not pages, "gone")
        if pages:
            page = pages[0]
            text = Text(page.title or first_line(page.body))
            text.append(f"\n{ago(page.day, today)}", self._muted)
            self.query_one("#before-line", Static).update(text)

    # How a line is painted

    @property
    def _accent(self) -> str:
        return ink(self.app.theme_variables, "accent")

    def _mood_color(self, valence: float) -> str:
        return mood_colors(self.app.current_theme)[round(valence) - 1]

    def _paint_due(self, due: Due, _before: Due | None, width: int, _selected: bool) -> Text:
        today = self.services.clock.today()
        late, near = due.day < today, (due.day - today).days <= 2
        when = f"{ahead(due.day, today)} {due.time}".strip()
        if late:
            when = f"was due {when}"
        named = Text().append("● " if near else "○ ", self._accent if near else self._muted)
        named.append(due.company, "bold").append(f"  {due.what}")
        return spread(named, Text(when, self._accent if late or near else self._muted), width)

    def _paint_change(
        self, change: Change, _before: Change | None, width: int, _selected: bool
    ) -> Text:
        return change_line(change, self.services.clock.today(), self._muted, width)

    # What is done

    @on(PagedList.Chosen, "#next, #changed")
    def _open_chosen(self, message: "PagedList.Chosen") -> None:
        self._open(message.item)

    def action_open(self) -> None:
        if isinstance(self.focused, PagedList):
            self.focused.action_choose()

    def _open(self, item: Due | Change) -> None:
        from bounceback_tui.ui.screens.application import ApplicationScreen

        self.show_over(ApplicationScreen(self.services, item.application_id))


NOTHING_DUE = "Nothing is due. A next action with a date, set on a card, shows up here."
