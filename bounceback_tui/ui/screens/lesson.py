"""One lesson: written down or changed, and what became of it when it was tried."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from bounceback_tui.models.words import InterviewKind
from bounceback_tui.services import Services
from bounceback_tui.store.lessons import Learned
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.screens.form import Blank, FormDialog
from bounceback_tui.ui.screens.lesson_lines import STATES, State, state_of

KINDS = tuple((kind.value, kind.label) for kind in InterviewKind if kind is not InterviewKind.OTHER)


class LessonDialog(FormDialog):
    """Adds a lesson, or edits one."""

    HEADING = "A lesson"
    NOUN = "lesson"
    BLANKS = (
        Blank(
            "text",
            "What to try next time",
            "page",
            "small enough to practice in ten minutes",
            required="A few words are all that is needed: what would you try next time?",
        ),
        Blank("came_from", "Came from", placeholder="a talk, a reply, a friend, yourself"),
        Blank("tags", "Tags", placeholder="separated by spaces"),
        Blank("kinds", "For which interviews? None is all of them", "several", options=KINDS),
    )

    def __init__(
        self, services: Services, number: int | None = None, application_id: int | None = None
    ) -> None:
        """Add a lesson, from an application if given, or edit the one called *number*."""
        super().__init__(services, number)
        self.application_id = application_id

    def kept(self) -> dict[str, str]:
        if self.number is None:
            return {}
        found = self.services.store.lessons.get(self.number)
        return {
            "text": found.text,
            "came_from": found.came_from,
            "tags": " ".join(found.tags),
            "kinds": " ".join(found.kinds),
        }

    def keep(self, facts: dict[str, Any]) -> None:
        lessons = self.services.store.lessons
        facts["tags"] = facts["tags"].replace(",", " ").split()
        if self.number is None:
            lessons.add(**facts, application_id=self.application_id)
        else:
            lessons.edit(self.number, **facts)

    def erase(self) -> None:
        if self.number is not None:
            self.services.store.lessons.delete(self.number)


class TriedDialog(Dialog[State | None]):
    """Asks how a lesson went; it is for whoever asked to write the answer down."""

    BINDINGS = [Binding("escape", "dismiss(None)", "Leave")]
    AUTO_FOCUS = "OptionList"
    CSS = """
    TriedDialog { align: center middle; }
    TriedDialog .dialog { width: 52; }
    TriedDialog Label { margin-bottom: 1; }
    """

    def __init__(self, lesson: Learned) -> None:
        """Ask about *lesson*."""
        super().__init__()
        self._lesson = lesson

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot("enter keep · esc leave")
            yield Label("Did you try it?", classes="heading")
            yield OptionList(
                *(Option(Content(f"{s.shape} {s.words}")) for s in STATES), markup=False
            )

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = STATES.index(state_of(self._lesson))

    @on(OptionList.OptionSelected)
    def _keep(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(STATES[event.option_index])
