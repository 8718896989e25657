"""One recovery: the no, the harsh thought in sight, the steps, and how it stings now."""

from datetime import date, datetime, timedelta
from importlib import import_module
from typing import NamedTuple

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label, Static

from bounceback_tui.models.words import RecoveryState, Step, StepState
from bounceback_tui.services import Services
from bounceback_tui.store.recoveries import Recovering
from bounceback_tui.store.small_steps import TAKEN
from bounceback_tui.ui import commands
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.day import DayDialog
from bounceback_tui.ui.screens.recovery import side
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.screens.recovery.timing import Timing
from bounceback_tui.ui.text import ago, ahead, clock_words
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.key_bar import KeyBar
from bounceback_tui.ui.widgets.paged_list import PagedList

SCREENS = {
    Step.FIRST_AID: ("first_aid", "FirstAidScreen"),
    Step.NOT_PERSONAL: ("not_personal", "NotPersonalScreen"),
    Step.RED_FLAGS: ("red_flags", "RedFlagsScreen"),
    Step.FOLLOW_UP: ("follow_up", "FollowUpScreen"),
    Step.GRACE: ("grace", "GraceScreen"),
    Step.PRESS_ON: ("press_on", "PressOnScreen"),
    Step.STAYS_TRUE: ("stays_true", "StaysTrueScreen"),
}
MORNING = 9


class Line(NamedTuple):
    """A step as the hub lists it."""

    step: Step
    state: StepState
    note: str


class HubScreen(DataScreen):
    """The steps in any order; nothing is required, and leaving one out costs nothing."""

    SCOPE = "hub"
    BINDINGS = commands.bindings("hub")
    CSS = """
    HubScreen #columns { height: 1fr; }
    HubScreen.-narrow #columns { layout: vertical; overflow-y: auto; scrollbar-size-vertical: 1; }
    HubScreen .column { width: 1fr; height: 1fr; padding: 0 3; scrollbar-size-vertical: 1; }
    HubScreen.-narrow .column { height: auto; padding: 0 1; }
    HubScreen .column Static, HubScreen PagedList { margin-bottom: 1; }
    HubScreen PagedList { height: auto; }
    HubScreen.-narrow #claim, HubScreen.-narrow #record, HubScreen .gone { display: none; }
    """

    def __init__(self, services: Services, recovery_id: int, step: Step | None = None) -> None:
        """Show the recovery called *recovery_id*, and open *step* at once if given."""
        super().__init__(services)
        self.recovery_id = recovery_id
        self._opens = step
        self._insists: Step | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="columns"):
            with VerticalScroll(classes="column", can_focus=False):
                yield Static("", id="about", markup=False)
                yield Static("", id="thought", markup=False)
                yield Static("", id="now", markup=False)
                yield Static("", id="small-step", markup=False)
                yield Static("", id="record", markup=False)
            with Vertical(classes="column"):
                yield Label("Getting back up", classes="heading")
                yield PagedList(self._paint, id="steps")
                yield Static("", id="claim", markup=False)

    def on_mount(self) -> None:
        self.query_one("#steps").focus(scroll_visible=False)
        if self._opens is not None:
            step, self._opens = self._opens, None
            self.call_after_refresh(self.open_step, step)

    def hints(self) -> list[tuple[str, str, str]]:
        """Return the footer's keys; that for the small step while one is open."""
        step = self.store.small_steps.of(self.recovery_id)
        is_open = step is not None and step.taken_on is None
        return [hint for hint in super().hints() if is_open or hint[2] != "screen.take"]

    # What is shown

    @property
    def recovering(self) -> Recovering:
        """The recovery as it is in the file."""
        return self.store.recoveries.get(self.recovery_id)

    def reload(self) -> None:
        with self.while_it_is_there():
            self._reload(self.recovering)

    def _reload(self, found: Recovering) -> None:
        muted = ink(self.app.theme_variables, "text-muted")
        today = self.services.clock.today()
        self._show("#about", side.about(found, ago(found.day, today), muted))
        self._show("#thought", side.thought(found, muted))
        self._show("#now", Text(self._now_words(found), muted))
        self._show("#small-step", self._small_step(muted))
        gentle = is_gentle(self.app)
        record = Text() if gentle else side.record_lines(self.store.record.counts(), muted)
        self._show("#record", record)
        claim = self.services.guides["not_personal"].texts.get("claim", "")
        self._show("#claim", Text(claim, muted))
        lines = self._lines(found)
        self.query_one(PagedList).show(len(lines), lambda at, n: lines[at : at + n])
        self.query_one(KeyBar).show_hints(self.hints())

    def _show(self, selector: str, words: Text) -> None:
        line = self.query_one(selector, Static)
        line.update(words)
        line.set_class(not words.plain, "gone")

    def _now_words(self, found: Recovering) -> str:
        clock = self.services.clock
        until = self.store.recoveries.resting_until(clock.now())
        if until is not None:
            end = _moment(clock.local(until), clock.local(clock.now()))
            return f"You are resting until {end}."
        if found.row.state == RecoveryState.DONE:
            return "This one is behind you. You can open it again, but you don’t have to carry it."
        if found.row.want is not None:
            return f"You wanted it {found.row.want} of 10."
        return ""

    def _small_step(self, muted: str) -> Text:
        step = self.store.small_steps.of(self.recovery_id)
        if step is None:
            return Text()
        key = commands.keys_label(commands.BY_ID["hub.take"], self.plan.settings.keys)
        today = self.services.clock.today()
        state = f"taken {ago(step.taken_on, today)}" if step.taken_on else f"{key} when it is taken"
        when = f"{step.when} · " if step.when else ""
        words = Text("your small step\n", muted).append(step.words, "default")
        return words.append(f"\n{when}{state}", muted)

    def _lines(self, found: Recovering) -> list[Line]:
        timing = Timing(self.services, found)
        return [Line(step, state, timing.note(step)) for step, state in found.steps.items()]

    def _paint(self, line: Line, _before: Line | None, width: int, _selected: bool) -> Text:
        variables = self.app.theme_variables
        muted, accent = ink(variables, "text-muted"), ink(variables, "accent")
        shape = side.SHAPES[line.state]
        words = Text().append(f"{shape} ", accent if line.state is StepState.BEGUN else muted)
        words.append(side.TITLES[line.step], "bold")
        return spread(words, Text(line.note, muted), width)

    # What is done

    @on(PagedList.Chosen)
    def _open_chosen(self, message: "PagedList.Chosen") -> None:
        self.open_step(message.item.step)

    def action_open(self) -> None:
        line = self.query_one(PagedList).item
        if line is not None:
            self.open_step(line.step)

    def open_step(self, step: Step) -> None:
        """Open *step*, unless this is not the time for it; then say why."""
        self.guarded(lambda: self._open(step))

    def _open(self, step: Step) -> None:
        found = self.recovering
        asks_again, self._insists = self._insists is step, step
        refusal = Timing(self.services, found).refusal(
            step, asked_for_it=asks_again, is_gentle=is_gentle(self.app)
        )
        if refusal:
            self.app.notify(refusal, timeout=8, markup=False)
            return
        self.app.clear_notifications()
        if found.row.state != RecoveryState.UNDER_WAY:
            self.store.recoveries.start(self.recovery_id)
        self.show_over(step_screen(step)(self.services, self.recovery_id))

    def action_skip(self) -> None:
        line = self.query_one(PagedList).item
        if line is None or line.state in (StepState.DONE, StepState.SKIPPED):
            return
        if self.guarded(lambda: self.store.sittings.skip(self.recovery_id, line.step)):
            self.tell(f"Left out {side.TITLES[line.step]}")
        self.guarded(self.reload)

    def action_take(self) -> None:
        step = self.store.small_steps.of(self.recovery_id)
        if step is None or step.taken_on:
            self.tell("No small step is open here", undoable=False)
        elif self.guarded(lambda: self.store.small_steps.take(self.recovery_id, self._asked_taken)):
            self.tell("Taken. That counts, however small it was")
        self.guarded(self.reload)

    @property
    def _asked_taken(self) -> str:
        return self.services.guides[Step.PRESS_ON][TAKEN].prompt

    @work
    async def action_rest(self) -> None:
        """Ask until which day; on its morning the rest is over."""
        today = self.services.clock.today()
        day = await self.app.push_screen_wait(
            DayDialog("Rest until the morning of which day?", _next(today), today)
        )
        if day is None:
            return
        until = self.services.clock.at_local(day, MORNING)
        if self.guarded(lambda: self.store.recoveries.rest(self.recovery_id, until)):
            self.tell(f"Off duty until {ahead(day, today)}; nothing will ask")
        self.guarded(self.reload)

    def action_close(self) -> None:
        if self.guarded(lambda: self.store.recoveries.close(self.recovery_id)):
            self.tell("Behind you")
            self.app.pop_screen()

    def action_application(self) -> None:
        from bounceback_tui.ui.screens.application import ApplicationScreen

        number: list[int] = []
        if self.guarded(lambda: number.append(self.recovering.application_id)):
            self.show_over(ApplicationScreen(self.services, number[0]))

    def action_read(self) -> None:
        from bounceback_tui.ui.screens.recovery.reading import ReadingScreen

        self.show_over(ReadingScreen(self.services, self.recovery_id))

    def action_back(self) -> None:
        self.app.pop_screen()


def step_screen(step: Step) -> type[StepScreen]:
    """Return the screen of *step*, whose module is loaded when it is first opened."""
    module, name = SCREENS[step]
    found: type[StepScreen] = getattr(
        import_module(f"bounceback_tui.ui.screens.recovery.{module}"), name
    )
    return found


def _moment(moment: datetime, now: datetime) -> str:
    return f"{ahead(moment.date(), now.date())} {clock_words(moment)}"


def _next(today: date) -> date:
    return today + timedelta(days=1)
