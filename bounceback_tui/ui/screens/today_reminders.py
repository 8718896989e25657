"""The part of Today that brings things back: a small step, messages that wait, lessons."""

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Label

from bounceback_tui.insight.following_up import Call
from bounceback_tui.store.lessons import Resurfacing
from bounceback_tui.store.small_steps import SmallStep
from bounceback_tui.store.values_letters import DueLetter
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.screens.today_recoveries import TodayRecoveries
from bounceback_tui.ui.text import ahead
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.paged_list import PagedList

MOST = 2
CALLS = {
    Call.READY: "ready to write",
    Call.NUDGE: "no word yet: one nudge, or let it go",
    Call.CLOSE: "quiet; it can be closed",
}


class TodayReminders(TodayRecoveries):
    """Shows what waits to be written, and what was learned for an interview that is near."""

    def compose_letters(self) -> ComposeResult:
        """Yield the messages; the section is not there while none waits."""
        with Vertical(classes="section gone", id="letters-section"):
            yield Label("To write", classes="heading")
            yield PagedList(self._paint_letter, id="letters")

    def compose_small_steps(self) -> ComposeResult:
        """Yield the small steps that were planned; the section is not there without one."""
        with Vertical(classes="section gone", id="small-steps-section"):
            yield Label("Your small step", classes="heading")
            yield PagedList(self._paint_small_step, row_height=2, id="small-steps")

    def compose_lessons(self) -> ComposeResult:
        """Yield the lessons; the section is not there while none fits."""
        with Vertical(classes="section gone", id="lessons-section"):
            yield Label("You wanted to try", classes="heading")
            yield PagedList(self._paint_lesson, row_height=2, id="lessons")

    @property
    def _is_resting(self) -> bool:
        return self.store.recoveries.resting_until(self.services.clock.now()) is not None

    def show_small_steps(self) -> None:
        """Read the small steps that were planned; during a chosen rest nothing is said of them."""
        steps = [] if self._is_resting else self.store.small_steps.open_ones(MOST)
        self.query_one("#small-steps-section").set_class(not steps, "gone")
        self.query_one("#small-steps", PagedList).show(len(steps), lambda at, n: steps[at : at + n])

    def show_reminders(self) -> None:
        """Read what waits; during a chosen rest nothing is said of messages."""
        today = self.services.clock.today()
        letters = [] if self._is_resting else self.store.messages.due(today, MOST)
        lessons = self.store.lessons.for_today(today, MOST)
        self.query_one("#letters-section").set_class(not letters, "gone")
        self.query_one("#lessons-section").set_class(not lessons, "gone")
        self.query_one("#letters", PagedList).show(len(letters), lambda at, n: letters[at : at + n])
        self.query_one("#lessons", PagedList).show(len(lessons), lambda at, n: lessons[at : at + n])

    @property
    def _muted(self) -> str:
        return ink(self.app.theme_variables, "text-muted")

    def _paint_letter(
        self, due: DueLetter, _before: DueLetter | None, width: int, _selected: bool
    ) -> Text:
        words = Text().append(due.letter.to, "bold")
        if due.letter.company:
            words.append(f"  {due.letter.company}")
        return spread(words, Text(CALLS[due.call] if due.call else "", self._muted), width)

    def _paint_small_step(
        self, step: SmallStep, _before: SmallStep | None, width: int, _selected: bool
    ) -> list[Text]:
        what = Text(step.words, no_wrap=True)
        what.truncate(width, overflow="ellipsis")
        plan = Text(step.when or f"after {step.company}", self._muted, no_wrap=True)
        plan.truncate(width, overflow="ellipsis")
        return [what, plan]

    def _paint_lesson(
        self, found: Resurfacing, _before: Resurfacing | None, width: int, _selected: bool
    ) -> list[Text]:
        what = Text(found.lesson.text, no_wrap=True)
        what.truncate(width, overflow="ellipsis")
        day = found.interview.day
        when = ahead(day, self.services.clock.today()) if day else ""
        for_what = Text(f"for {found.application.company}, {when}", self._muted, no_wrap=True)
        for_what.truncate(width, overflow="ellipsis")
        return [what, for_what]

    @on(PagedList.Chosen, "#letters")
    def _open_letter(self, message: "PagedList.Chosen") -> None:
        from bounceback_tui.ui.screens.message import MessageScreen

        self.show_over(MessageScreen(self.services, message.item.letter.id))

    @on(PagedList.Chosen, "#small-steps")
    def _open_small_step(self, message: "PagedList.Chosen") -> None:
        self.open_hub(message.item.recovery_id)

    @on(PagedList.Chosen, "#lessons")
    def _open_preparation(self, message: "PagedList.Chosen") -> None:
        from bounceback_tui.ui.screens.preparation import PreparationScreen

        self.show_over(PreparationScreen(self.services, message.item.interview.id))
