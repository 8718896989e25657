"""Lessons: what to try next time, where it came from, and whether it helped."""

from rich.text import Text
from textual import work
from textual.widgets import Static

from bounceback_tui.store.lessons import Learned
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens import lesson_lines
from bounceback_tui.ui.screens.filtered import FilteredScreen
from bounceback_tui.ui.screens.lesson import LessonDialog, TriedDialog
from bounceback_tui.ui.text import plural

NOTHING_YET = "No lesson yet. {add} writes down the first."
NONE_FOUND = "No lesson holds all of these words."


class LessonsScreen(FilteredScreen[Learned]):
    """A list of lessons, newest first, and the one under its cursor."""

    SCOPE = "lessons"
    TAB = "lessons"
    BINDINGS = commands.bindings("lessons")
    FILTERED_BY = "words of a lesson, a tag, a company"
    ADDS = "write down a lesson"
    WELCOME = (
        "What you would try next time belongs here: one small thing at a time, from a talk, from "
        "somebody's reply, or from yourself.\n\n"
        "A few days before an interview that it fits, a lesson comes back by itself: on Today, and "
        "where you prepare. Afterwards you can say whether it helped.\n"
    )

    # What is shown

    def reload(self) -> None:
        needle, lessons = self.needle, self.store.lessons
        count = lessons.count(needle)
        said = plural(count, "lesson") if count or needle else ""
        self.query_one("#said", Static).update(f"{said} found" if needle else said)
        self.listed.show(
            count,
            lambda offset, limit: lessons.page(needle, offset, limit),
            placeholder=NONE_FOUND if needle else self.with_key(NOTHING_YET),
        )
        self.read()

    def paint(
        self, item: Learned, _before: Learned | None, width: int, _is_selected: bool
    ) -> list[Text]:
        muted, accent = self.ink("text-muted"), self.ink("accent")
        return lesson_lines.lines(item, self.services.clock.today(), width, muted, accent)

    def about(self, item: Learned) -> Text:
        muted, accent = self.ink("text-muted"), self.ink("accent")
        return lesson_lines.page(item, self.services.clock.today(), muted, accent)

    # Doing

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

        self.show_over(CornerScreen(self.services))
