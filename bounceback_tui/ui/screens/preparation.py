"""Getting ready for one interview, and comparing afterwards how it was with what one expected."""

from collections.abc import Callable
from datetime import date
from typing import Any

from rich.text import Text
from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Label, Static

from bounceback_tui.models.application import Application
from bounceback_tui.models.corner import Practice, Story
from bounceback_tui.models.flag import Criterion
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.words import InterviewKind
from bounceback_tui.services import Services
from bounceback_tui.store.lessons import Learned
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens import lesson_lines
from bounceback_tui.ui.screens.kept_fields import FieldsScreen
from bounceback_tui.ui.screens.lesson import LessonDialog, TriedDialog
from bounceback_tui.ui.screens.recovery import corner_lines
from bounceback_tui.ui.screens.recovery.corner_forms import CriterionForm, PracticeForm, StoryForm
from bounceback_tui.ui.text import ahead, date_words
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.field import Field
from bounceback_tui.ui.widgets.paged_list import PagedList
from bounceback_tui.ui.widgets.tick_lines import Items, TickLines
from bounceback_tui.ui.widgets.ticks import Ticks

PAGES = ("expectation", "comparison", "company_notes")
NO_LESSONS = "None for this kind of interview yet."
NO_QUESTIONS = "None yet. A must-have with a question, in your corner, shows here."
NO_STORIES = "None yet; s writes one: the problem, what you did, the result."
NO_PRACTICE = "None for this one yet; p starts one."
FORMS: dict[type, Callable[[Services, int | None], Screen[bool]]] = {
    Learned: LessonDialog,
    Criterion: CriterionForm,
    Story: StoryForm,
    Practice: PracticeForm,
}


class PreparationScreen(FieldsScreen):
    """A checklist, what one expects, and what one has to bring: each kept when it is left."""

    SCOPE = "preparation"
    TAB = "board"
    BINDINGS = commands.bindings("preparation")
    CSS = """
    PreparationScreen #head { padding: 0 3; height: auto; margin-bottom: 1; }
    PreparationScreen.-narrow #head { padding: 0 1; }
    PreparationScreen #columns { height: 1fr; scrollbar-size-vertical: 1; }
    PreparationScreen .column { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; }
    PreparationScreen.-narrow #columns { layout: vertical; overflow-y: auto; }
    PreparationScreen.-narrow .column { width: 1fr; height: auto; }
    PreparationScreen .section { height: auto; padding: 0 3; margin-bottom: 1; }
    PreparationScreen.-narrow .section { padding: 0 1; }
    PreparationScreen .section .heading { margin-bottom: 0; }
    PreparationScreen PagedList { height: auto; max-height: 8; }
    PreparationScreen #field-comparison { margin-top: 1; }
    PreparationScreen Field TextArea { min-height: 3; max-height: 10; }
    """

    def __init__(self, services: Services, interview_id: int) -> None:
        """Prepare for the interview called *interview_id*."""
        self.interview_id = interview_id
        super().__init__(services, f"preparation:{interview_id}")
        self._ticked: Items = []

    def compose_body(self) -> ComposeResult:
        yield Static("", id="head", markup=False)
        with Horizontal(id="columns"):
            with VerticalScroll(classes="column", can_focus=False):
                with self._section("Before you go"):
                    yield Ticks(id="checklist")
                with self._section("What you think"):
                    yield Field("expectation", "I expect…", is_long=True)
                    yield Field(
                        "comparison", "And how was it, next to what you expected?", is_long=True
                    )
                with self._section("The company"):
                    yield Field(
                        "company_notes", "Product, customers, news, why this role", is_long=True
                    )
            with VerticalScroll(classes="column", can_focus=False):
                with self._section("Lessons that fit"):
                    yield PagedList(self._paint, id="lessons", placeholder=NO_LESSONS)
                with self._section("Questions of your own"):
                    yield PagedList(self._paint, id="questions", placeholder=NO_QUESTIONS)
                with self._section("Three stories", "stories-heading"):
                    yield PagedList(self._paint, id="stories", placeholder=NO_STORIES)
                with self._section("Practice for this one"):
                    yield PagedList(self._paint, id="practice", placeholder=NO_PRACTICE)

    def _section(self, heading: str, name: str | None = None) -> Vertical:
        return Vertical(Label(heading, classes="heading", id=name, markup=False), classes="section")

    # What is shown

    def is_there(self) -> bool:
        return self.store.interviews.is_there(self.interview_id)

    def reload(self) -> None:
        if not self.is_there():
            self._leave_gone()
            return
        store = self.store
        interview = store.interviews.get(self.interview_id)
        today = self.services.clock.today()
        application = store.applications.get(interview.application_id)
        muted = self._ink("text-muted")
        self.query_one("#head", Static).update(head(application, interview, today, muted))
        self.query_one("#field-comparison").display = is_over(interview, today)
        self.show_fields()
        self._show_checklist()
        self._list("#lessons", store.lessons.fitting(interview.kind))
        self._list("#questions", [c for c in store.criteria.all() if c.question])
        self._list("#stories", store.corner.stories())
        self._list("#practice", store.corner.practices(interview_id=self.interview_id))

    def _leave_gone(self) -> None:
        if self.is_current:
            self.tell("That interview is not in the journal any more.", undoable=False)
            self.app.pop_screen()

    def _list(self, selector: str, rows: list[Any]) -> None:
        self.query_one(selector, PagedList).show(len(rows), lambda at, n: rows[at : at + n])

    def _ink(self, name: str) -> str:
        return ink(self.app.theme_variables, name)

    def _paint(self, row: Any, _before: Any, width: int, _selected: bool) -> Text:
        muted, accent = self._ink("text-muted"), self._ink("accent")
        if isinstance(row, Learned):
            return lesson_lines.short_line(row, width, muted, accent)
        if isinstance(row, Criterion):
            return corner_lines.question_line(row, width, muted)
        if isinstance(row, Story):
            return corner_lines.story_line(row, width, muted)
        return corner_lines.practice_line(row, self.services.clock.today(), width, muted)

    # Fields

    def stored(self) -> dict[str, str]:
        row = self.store.interviews.get(self.interview_id)
        return {name: getattr(row, name) for name in PAGES}

    def keep(self, name: str, text: str) -> None:
        facts: dict[str, Any] = {name: text}
        self.store.interviews.edit(self.interview_id, **facts)

    def typed(self) -> dict[str, Any]:
        typed = super().typed()
        return typed | ({"checklist": self._ticks.items} if self._is_ticking else {})

    def put_back(self, draft: dict[str, Any]) -> None:
        super().put_back(draft)
        if "checklist" in draft:
            self._ticks.show([(str(text), bool(done)) for text, done in draft["checklist"]])

    # The checklist

    @property
    def _ticks(self) -> Ticks:
        return self.query_one(Ticks)

    @property
    def _is_ticking(self) -> bool:
        """Whether the checklist is another one than what was shown."""
        return self._ticks.items != self._ticked

    def _show_checklist(self) -> None:
        kept = self.store.interviews.checklist(self.interview_id)
        items = [(item.text, item.done) for item in kept]
        if not self._is_ticking and items != self._ticked:
            self._ticks.show(items)
        self._ticked = items

    @on(Ticks.Changed)
    def _ticks_changed(self) -> None:
        self.drafts.touch()
        if isinstance(self.focused, TickLines):
            self._keep_checklist()

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        if self._is_ticking:
            self._keep_checklist()

    def _keep_checklist(self) -> None:
        items = self._ticks.items
        if not self.is_there() or not self._is_ticking:
            return
        if self.guarded(lambda: self.store.interviews.edit(self.interview_id, items)):
            self._ticked = items
            self.guarded(self.settle_draft)

    def on_screen_suspend(self) -> None:
        super().on_screen_suspend()
        self._keep_checklist()

    # Lists

    @on(PagedList.Chosen)
    def _open(self, message: "PagedList.Chosen") -> None:
        self.show_over(FORMS[type(message.item)](self.services, message.item.id))

    def action_story(self) -> None:
        self.show_over(StoryForm(self.services))

    def action_practice(self) -> None:
        self.show_over(PracticeForm(self.services, interview_id=self.interview_id))

    @work
    async def action_tried(self) -> None:
        """Ask whether the lesson under the cursor was tried, and write it down."""
        lesson = self.query_one("#lessons", PagedList).item
        state = lesson and await self.app.push_screen_wait(TriedDialog(lesson))
        if lesson is None or state is None:
            return
        tried = self.store.lessons.tried
        if self.guarded(lambda: tried(lesson.id, state.helped, is_tried=state.is_tried)):
            self.tell(f"{state.shape} {state.words.capitalize()}")
        self.guarded(self.reload)


def is_over(interview: Interview, today: date) -> bool:
    """Tell whether the day of *interview* has passed."""
    return interview.day is not None and interview.day < today


def head(application: Application, interview: Interview, today: date, muted: str) -> Text:
    """Return what the interview is, when, and with whom."""
    words = Text(application.company, "bold")
    kind = InterviewKind(interview.kind).label.lower()
    words.append(f"  round {interview.round}, {kind}\n", "not bold")
    parts = (
        _when(interview.day, today),
        interview.time,
        interview.with_whom and f"with {interview.with_whom}",
    )
    return words.append(" · ".join(part for part in parts if part), f"not bold {muted}")


def _when(day: date | None, today: date) -> str:
    if day is None:
        return "no day yet"
    on = date_words(day, today)
    is_far = abs((day - today).days) > 1
    return on if is_far else f"{ahead(day, today)} · {on}"
