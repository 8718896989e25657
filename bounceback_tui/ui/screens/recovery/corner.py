"""In your corner: strengths with proof, what one looks for, allies, practice, and a brief."""

from collections.abc import Callable
from typing import Any

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.screen import Screen
from textual.widgets import Label, Static

from bounceback_tui.models.corner import Practice, Story
from bounceback_tui.models.flag import Criterion
from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.kept_fields import FieldsScreen
from bounceback_tui.ui.screens.recovery import corner_lines
from bounceback_tui.ui.screens.recovery.corner_allies import allies_words
from bounceback_tui.ui.screens.recovery.corner_forms import CriterionForm, PracticeForm, StoryForm
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.field import Field
from bounceback_tui.ui.widgets.paged_list import PagedList

FEWEST = 3
SECTIONS: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...] = (
    (
        "Where to",
        "direction",
        (
            ("direction_1yr", "In a year", ""),
            ("direction_3yr", "In three years", ""),
            ("target_role", "As", "the role you look for"),
            ("location", "Where", "a place, or remote"),
            ("available", "From when", ""),
        ),
    ),
    (
        "How you work",
        "working_style",
        (("best_when", "At best when", ""), ("slowed_by", "Slowed by", "")),
    ),
    (
        "Pay",
        "pay_floor",
        (
            ("pay_floor", "Floor, private", "never shown unless you tick it"),
            ("pay_range", "Range to say", "what you would tell a recruiter"),
        ),
    ),
    ("Under a letter", "", (("my_name", "Your name", ""), ("link", "Phone or link", ""))),
)
NO_CRITERIA = "Nothing yet; m adds a must-have or a no."
NO_PRACTICE = "No practice yet; p starts one."
NO_STORIES = "No story yet; s writes the first: the problem, what you did, the result."
FORMS: dict[type, Callable[[Services, int | None], Screen[bool]]] = {
    Criterion: CriterionForm,
    Story: StoryForm,
    Practice: PracticeForm,
}


class CornerScreen(FieldsScreen):
    """Everything a good recruiter would ask, edited in place, and lists of what one can show."""

    SCOPE = "corner"
    TAB = "lessons"
    BINDINGS = commands.bindings("corner")
    CSS = """
    CornerScreen #columns { height: 1fr; scrollbar-size-vertical: 1; }
    CornerScreen .column { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; }
    CornerScreen.-narrow #columns { layout: vertical; overflow-y: auto; }
    CornerScreen.-narrow .column { width: 1fr; height: auto; }
    CornerScreen .section { height: auto; padding: 0 3; margin-bottom: 1; }
    CornerScreen.-narrow .section { padding: 0 1; }
    CornerScreen .section .heading { margin-bottom: 0; }
    CornerScreen .section .muted { padding-left: 2; margin-bottom: 1; height: auto; }
    CornerScreen.-low .section .muted { margin-bottom: 0; }
    CornerScreen.-narrow .section .muted { padding-left: 1; }
    CornerScreen PagedList { height: auto; max-height: 8; }
    CornerScreen .-proof { margin-bottom: 1; }
    CornerScreen.-low .-proof { margin-bottom: 0; }
    CornerScreen .said { height: auto; padding-left: 2; }
    CornerScreen.-narrow .said { padding-left: 1; }
    """

    def __init__(self, services: Services) -> None:
        """Show what is kept so far."""
        super().__init__(services, "corner")
        self._slots = FEWEST

    def compose_body(self) -> ComposeResult:
        kept = [strength.position for strength in self.store.corner.strengths()]
        self._slots = max([FEWEST, *(place + 2 for place in kept)])
        with Horizontal(id="columns"):
            with VerticalScroll(classes="column", can_focus=False):
                yield from self._strengths()
                for heading, prompt, fields in SECTIONS:
                    with self._section(heading, prompt):
                        for name, label, placeholder in fields:
                            yield Field(name, label, placeholder=placeholder)
            with VerticalScroll(classes="column", can_focus=False):
                with self._section("Must have, and no", "musts"):
                    yield PagedList(self._paint, id="criteria", placeholder=NO_CRITERIA)
                with self._section("Stories to tell", ""):
                    yield PagedList(self._paint, id="stories", placeholder=NO_STORIES)
                with self._section("Practice", "practice"):
                    yield PagedList(self._paint, id="practice", placeholder=NO_PRACTICE)
                with self._section("Allies", "allies"):
                    yield Static("", id="allies", classes="said", markup=False)
                with self._section("Know before you call", ""):
                    know = self.services.guides["corner"].texts["know"]
                    yield Static(know, classes="said", markup=False)

    def _strengths(self) -> ComposeResult:
        with self._section("What you do well", "strengths"):
            for place in range(self._slots):
                yield Field(f"skill_{place}", f"{place + 1}  I do well")
                proof = Field(f"proof_{place}", "   the proof")
                proof.add_class("-proof")
                yield proof

    def _section(self, heading: str, prompt: str) -> Vertical:
        words = self.services.guides["corner"][prompt].prompt if prompt else ""
        title = Label(heading, classes="heading", markup=False)
        asked = [Static(words, classes="muted", markup=False)] if words else []
        return Vertical(title, *asked, classes="section")

    # What is shown

    def reload(self) -> None:
        self.show_fields()
        self._list("#criteria", self.store.criteria.all())
        self._list("#stories", self.store.corner.stories())
        self._list("#practice", self.store.corner.practices())
        today, muted = self.services.clock.today(), self._ink("text-muted")
        key = commands.keys_label(commands.BY_ID["app.people"], self.plan.settings.keys)
        words = allies_words(self.store.corner.allies(), today, muted, key)
        self.query_one("#allies", Static).update(words)

    def _list(self, selector: str, rows: list[Any]) -> None:
        self.query_one(selector, PagedList).show(len(rows), lambda at, n: rows[at : at + n])

    def _ink(self, name: str) -> str:
        return ink(self.app.theme_variables, name)

    def _paint(self, row: Any, _before: Any, width: int, _selected: bool) -> Text:
        muted = self._ink("text-muted")
        if isinstance(row, Criterion):
            return corner_lines.criterion_line(row, width, muted, self._ink("accent"))
        if isinstance(row, Story):
            return corner_lines.story_line(row, width, muted)
        return corner_lines.practice_line(row, self.services.clock.today(), width, muted)

    # Fields

    def stored(self) -> dict[str, str]:
        corner = self.store.corner
        stored = corner.profile()
        for strength in corner.strengths():
            stored[f"skill_{strength.position}"] = strength.skill
            stored[f"proof_{strength.position}"] = strength.proof
        return stored

    def keep(self, name: str, text: str) -> None:
        kind, _, place = name.partition("_")
        if kind not in ("skill", "proof") or not place.isdecimal():
            self.store.corner.set_profile(**{name: text})
            return
        values = self.stored() | {name: text}
        self.store.corner.replace_strengths(
            (values.get(f"skill_{n}", ""), values.get(f"proof_{n}", "")) for n in range(self._slots)
        )

    # Lists

    @on(PagedList.Chosen)
    def _open(self, message: "PagedList.Chosen") -> None:
        self.show_over(FORMS[type(message.item)](self.services, message.item.id))

    def action_criterion(self) -> None:
        self.show_over(CriterionForm(self.services))

    def action_story(self) -> None:
        self.show_over(StoryForm(self.services))

    def action_practice(self) -> None:
        self.show_over(PracticeForm(self.services))

    def action_delete(self) -> None:
        focused = self.focused
        row = focused.item if isinstance(focused, PagedList) else None
        if row is None:
            return
        deletes: dict[type, Callable[[int], None]] = {
            Criterion: self.store.criteria.delete,
            Story: self.store.corner.delete_story,
            Practice: self.store.corner.delete_practice,
        }
        if self.guarded(lambda: deletes[type(row)](row.id)):
            self.tell("Deleted a line")
        self.guarded(self.reload)

    # What is made of it

    def action_introduction(self) -> None:
        from bounceback_tui.ui.screens.recovery.corner_letter import IntroductionDialog

        self.show_over(IntroductionDialog(self.services))

    def action_brief(self) -> None:
        from bounceback_tui.ui.screens.recovery.corner_brief import BriefDialog

        self.show_over(BriefDialog(self.services))
