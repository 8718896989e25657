"""Lessons: what to try next time, where it came from, and whether it helped."""

from rich.text import Text
from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.timer import Timer
from textual.widgets import Input, Static

from bounceback_tui.services import Services
from bounceback_tui.store.lessons import Learned
from bounceback_tui.ui import commands
from bounceback_tui.ui.marks import Needle
from bounceback_tui.ui.screens import lesson_lines
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.lesson import LessonDialog, TriedDialog
from bounceback_tui.ui.text import plural
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.page_view import PageView
from bounceback_tui.ui.widgets.paged_list import PagedList

FILTER_AFTER = 0.08
NOTHING_YET = "No lesson yet. {add} writes down the first."
NONE_FOUND = "No lesson holds all of these words."
WELCOME = (
    "What you would try next time belongs here: one small thing at a time, from a talk, from "
    "somebody's reply, or from yourself.\n\n"
    "A few days before an interview that it fits, a lesson comes back by itself: on Today, and "
    "where you prepare. Afterwards you can say whether it helped.\n"
)


class LessonsScreen(DataScreen):
    """A list of lessons, newest first, and the one under its cursor."""

    SCOPE = "lessons"
    TAB = "lessons"
    BINDINGS = commands.bindings("lessons")
    CSS = """
    LessonsScreen #shelves { height: 1fr; }
    LessonsScreen #listed { width: 54; padding: 0 1 0 2; }
    LessonsScreen #lessons { height: 1fr; }
    LessonsScreen #said { height: 1; margin: 0 2 1 2; color: $text-muted; }
    LessonsScreen #filter { display: none; margin-bottom: 1; }
    LessonsScreen.-filtering #filter { display: block; }
    LessonsScreen.-low #said, LessonsScreen.-low #filter { margin-bottom: 0; }
    LessonsScreen #reader { width: 1fr; margin-right: 1; padding: 0 3; }
    LessonsScreen #reader { border-left: tall $background; }
    LessonsScreen #reader:focus { border-left: tall $accent; }
    LessonsScreen.-narrow #listed { width: 1fr; padding: 0 1; }
    LessonsScreen.-narrow #reader { display: none; padding: 0 1; }
    LessonsScreen.-narrow.-reading #listed { display: none; }
    LessonsScreen.-narrow.-reading #reader { display: block; }
    """

    def __init__(self, services: Services) -> None:
        """Start with every lesson."""
        super().__init__(services)
        self._filtering: Timer | None = None

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="shelves"):
            with Vertical(id="listed"):
                yield Input(placeholder="words of a lesson, a tag, a company", id="filter")
                yield Static("", id="said", markup=False)
                yield PagedList(self._paint, row_height=2, id="lessons")
            yield PageView(id="reader")

    def on_mount(self) -> None:
        self.listed.focus()

    @property
    def listed(self) -> "PagedList[Learned]":
        """The list."""
        return self.query_one("#lessons", PagedList)

    @property
    def field(self) -> Input:
        """Where the words to filter by are written."""
        return self.query_one("#filter", Input)

    # What is shown

    def reload(self) -> None:
        needle = self.field.value.strip() if self.has_class("-filtering") else ""
        lessons = self.store.lessons
        count = lessons.count(needle)
        said = plural(count, "lesson") if count or needle else ""
        self.query_one("#said", Static).update(f"{said} found" if needle else said)
        self.listed.show(
            count,
            lambda offset, limit: lessons.page(needle, offset, limit),
            placeholder=NONE_FOUND if needle else self._with_key(NOTHING_YET),
        )
        self._read()

    def _with_key(self, words: str) -> str:
        key = commands.keys_label(commands.BY_ID["lessons.add"], self.plan.settings.keys)
        return words.format(add=key)

    def _paint(
        self, lesson: Learned, _before: Learned | None, width: int, _selected: bool
    ) -> list[Text]:
        today = self.services.clock.today()
        return lesson_lines.lines(lesson, today, width, self._ink("text-muted"), self._accent)

    @property
    def _accent(self) -> str:
        return self._ink("accent")

    def _ink(self, name: str) -> str:
        return ink(self.app.theme_variables, name)

    @on(PagedList.Highlighted)
    def _read(self) -> None:
        lesson, reader = self.listed.item, self.query_one(PageView)
        if lesson is None:
            reader.show(Text() if self.has_class("-filtering") else self._welcome())
            return
        muted, today = self._ink("text-muted"), self.services.clock.today()
        words = lesson_lines.page(lesson, today, muted, self._accent)
        needle = Needle.of(self.field.value) if self.has_class("-filtering") else Needle()
        reader.show(words, needle=needle)

    def _welcome(self) -> Text:
        return (
            Text(WELCOME)
            .append(f"\n{self._with_key('{add}')}  ", self._accent)
            .append("write down a lesson")
        )

    # Going about

    def action_turn(self) -> None:
        """Go to the reader, or back to the list."""
        if self.listed.has_focus:
            self.add_class("-reading")
            self.query_one(PageView).focus()
        else:
            self._to_list()

    def _to_list(self) -> None:
        self.remove_class("-reading")
        self.listed.focus()

    def action_filter(self) -> None:
        self.remove_class("-reading")
        self.add_class("-filtering")
        self.field.focus()
        self.field.action_select_all()

    def action_clear(self) -> None:
        """Go back one step: from the page to the list, or from the filter to every lesson."""
        if not self.has_class("-reading"):
            with self.prevent(Input.Changed):
                self.field.value = ""
            self.remove_class("-filtering")
            self.guarded(self.reload)
        self._to_list()

    @on(Input.Changed)
    def _filter_soon(self) -> None:
        if self._filtering is not None:
            self._filtering.stop()
        self._filtering = self.set_timer(FILTER_AFTER, self._filter)

    def _filter(self) -> None:
        self.guarded(self.reload)

    @on(Input.Submitted)
    def _found(self) -> None:
        self._filter()
        self.listed.focus()

    # Doing

    @on(PagedList.Chosen)
    def _chosen(self) -> None:
        if self.has_class("-narrow"):
            self.action_turn()
        else:
            self.action_edit()

    @work
    async def action_add(self) -> None:
        """Ask for a new lesson, and go to it."""
        if await self.app.push_screen_wait(LessonDialog(self.services)):
            self.tell("Added a lesson")
            self.action_clear()
            self.listed.move_to(0)

    @work
    async def action_edit(self) -> None:
        """Change the lesson under the cursor."""
        lesson = self.listed.item
        if lesson is not None:
            with self.sentences():
                await self.app.push_screen_wait(LessonDialog(self.services, lesson.id))

    @work
    async def action_tried(self) -> None:
        """Ask whether the lesson under the cursor was tried, and write it down."""
        lesson = self.listed.item
        if lesson is None:
            return
        state = await self.app.push_screen_wait(TriedDialog(lesson))
        if state is None or state == lesson_lines.state_of(lesson):
            return
        tried = self.store.lessons.tried
        if self.guarded(lambda: tried(lesson.id, state.helped, is_tried=state.is_tried)):
            self.tell(f"{state.shape} {state.words.capitalize()}")
        self.guarded(self.reload)

    def action_delete(self) -> None:
        lesson = self.listed.item
        if lesson is not None and self.guarded(lambda: self.store.lessons.delete(lesson.id)):
            self.tell("Deleted a lesson")
        self.guarded(self.reload)

    def action_corner(self) -> None:
        from bounceback_tui.ui.screens.recovery.corner import CornerScreen

        self.app.push_screen(CornerScreen(self.services))
