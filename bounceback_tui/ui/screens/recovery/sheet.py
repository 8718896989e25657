"""The sheet of a step: one prompt at a time, and beside it what stays in sight."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widget import Widget
from textual.widgets import Label, Static

from bounceback_tui.guides.loader import Field, Guide
from bounceback_tui.models.recovery import Sitting
from bounceback_tui.models.words import Step
from bounceback_tui.services import Services
from bounceback_tui.store.record import Record
from bounceback_tui.store.recoveries import Recovering
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.recovery.boxes import box_for
from bounceback_tui.ui.screens.recovery.side import sting
from bounceback_tui.ui.screens.recovery.sidebar import Sidebar
from bounceback_tui.ui.widgets.answer import AnswerBox

NAMELESS = "your name"
WHILE_TYPING = ("app.undo", "app.help")


class StepSheet(DataScreen):
    """Shows the prompts of a guide and what was answered so far."""

    STEP: ClassVar[Step]
    SCOPE = "step"
    SCOPED_CSS = False
    CSS = """
    StepScreen #columns { height: 1fr; }
    StepScreen #side { width: 34; padding: 0 2 0 3; scrollbar-size-vertical: 1; }
    StepScreen #side Static { margin-bottom: 1; }
    StepScreen.-narrow #side { display: none; }
    StepScreen #sheet { width: 1fr; padding: 0 3 0 1; scrollbar-size-vertical: 1; }
    StepScreen.-narrow #sheet { padding: 0 1; }
    StepScreen #in-sight { display: none; color: $text-muted; margin-bottom: 1; height: auto; }
    StepScreen.-narrow #in-sight.-has { display: block; }
    StepScreen #head { height: 1; margin-bottom: 1; }
    StepScreen #head Label { width: auto; margin: 0; }
    StepScreen #at { width: 1fr; padding-left: 3; color: $text-muted; }
    StepScreen #page, StepScreen .asked { height: auto; max-width: 84; }
    StepScreen .asked { margin-bottom: 1; }
    StepScreen .asked.-hinted { margin-bottom: 0; }
    StepScreen .hint { color: $text-muted; }
    StepScreen .box-complaint { color: $text-error; display: none; }
    StepScreen .box-complaint.-shown { display: block; }
    StepScreen AnswerBox TextArea { min-height: 6; max-height: 14; padding: 1 2; }
    StepScreen.-low AnswerBox TextArea { min-height: 4; max-height: 9; padding: 0 1; }
    StepScreen MarksBox OptionList { max-height: 18; padding: 0 1; }
    StepScreen.-low MarksBox OptionList { max-height: 11; }
    StepScreen.-low FlagList OptionList { max-height: 6; }
    StepScreen #status { color: $text-muted; height: 1; margin-top: 1; padding-left: 1; }
    """

    def __init__(self, services: Services, recovery_id: int | None = None) -> None:
        """Sit down to this step of the recovery *recovery_id*, or of none."""
        super().__init__(services)
        self.recovery_id = recovery_id
        self.recovering: Recovering | None = None
        self.sitting: Sitting | None = None
        self.answers: dict[str, str] = {}
        self.record: Record | None = None
        self.kept: dict[str, str] = {}
        self.at = 0
        self.drafts: DraftKeeper | None = None

    # What a step decides for itself

    def guide_id(self) -> str:
        """Return the guide that is asked."""
        return self.STEP.value

    def answer_box(self, field: Field) -> AnswerBox:
        """Return the box for the answer to *field*."""
        return box_for(field, self.services.guides)

    def asks(self, field: Field, answers: dict[str, str]) -> bool:  # noqa: ARG002
        """Tell whether *field* is asked, given the answers so far."""
        return True

    def beside(self, field: Field) -> Widget | None:  # noqa: ARG002
        """Return what is shown under the prompt *field*."""
        return None

    def prepare(self) -> None:
        """Read what the choice of the guide depends on."""

    def start_answers(self) -> dict[str, str]:
        """Return what stands in the boxes before anything was answered."""
        return {}

    # The screen

    @property
    def guide(self) -> Guide:
        """The guide that is asked."""
        return self.services.guides[self.guide_id()]

    def compose_body(self) -> ComposeResult:
        with Horizontal(id="columns"):
            yield Sidebar(id="side", can_focus=False)
            with VerticalScroll(id="sheet", can_focus=False):
                yield Static("", id="in-sight", markup=False)
                with Horizontal(id="head"):
                    yield Label("", id="title", classes="heading", markup=False)
                    yield Static("", id="at", markup=False)
                yield Vertical(id="page")
                yield Static("", id="status", markup=False)

    def hints(self) -> list[tuple[str, str, str]]:
        """Return the footer's keys, without those that are letters here."""
        return [hint for hint in super().hints() if hint[2] not in WHILE_TYPING]

    async def on_mount(self) -> None:
        with self.sentences() as went_well:
            self._open()
        if not went_well():
            self.app.pop_screen()
            return
        await self.show_page()

    def _open(self) -> None:
        """Read what was answered, and what was being typed when the app last stopped."""
        self.prepare()
        self.record = self.store.record.counts()
        owner = "none"
        if self.recovery_id is not None:
            self.recovering = self.store.recoveries.get(self.recovery_id)
            owner = self.recovering.row.uid
        self.sitting = self.store.sittings.open_one(self.recovery_id, self.STEP)
        self.kept = self.store.sittings.answers(self.sitting.id or 0) if self.sitting else {}
        key = f"step:{owner}:{self.guide_id()}"
        self.drafts = DraftKeeper(
            self.store.drafts, key, self.typed, self, lambda: self._say("kept a moment ago")
        )
        found = self.drafts.found()
        typed = {name: str(text) for name, text in found.get("answers", {}).items()}
        self.answers = (self.kept or self.start_answers()) | typed
        at = found.get("place") or (self.sitting.place if self.sitting else "")
        self.at = next((n for n, page in enumerate(self.pages) if at in ids(page)), 0)

    @property
    def pages(self) -> list[list[Field]]:
        """The prompts that are asked; those of one number stand on one page."""
        asked = [field for field in self.guide.fields if self.asks(field, self.answers)]
        return [list(page) for _number, page in groupby(asked, lambda f: f.step_of or f.id)]

    @property
    def page(self) -> list[Field]:
        """The prompts on the page that is open."""
        return self.pages[min(self.at, len(self.pages) - 1)]

    @property
    def boxes(self) -> dict[str, AnswerBox]:
        """The boxes on the page, by field."""
        return {box.field: box for box in self.query("#page AnswerBox").results(AnswerBox)}

    async def show_page(self) -> None:
        """Show the page that is open, and bring the keys to it."""
        page = self.query_one("#page", Vertical)
        await page.remove_children()
        for field in self.page:
            await page.mount(*self._asked(field))
        for name, box in self.boxes.items():
            box.show(self.answers.get(name, ""))
        self.query_one("#title", Label).update(self.guide.title)
        minutes = f" · about {self.guide.minutes} minutes" if self.guide.minutes else ""
        where = f"{self.at + 1} of {len(self.pages)}{minutes}, leave any time"
        self.query_one("#at", Static).update(where)
        self._say("")
        self.reload()
        self.query_one("#sheet").scroll_home(animate=False)
        for box in list(self.boxes.values())[:1]:
            box.take_focus()

    def _asked(self, field: Field) -> list[Widget]:
        lead = "asked -hinted" if field.hint else "asked"
        widgets: list[Widget] = [Static(self.prompt_of(field), classes=lead, markup=False)]
        if field.hint:
            widgets.append(Static(field.hint, classes="asked hint", markup=False))
        box = self.answer_box(field)
        box.field = field.id
        complaint = Static("", classes="box-complaint", id=f"no-{field.id}", markup=False)
        widgets += [box, complaint]
        beside = self.beside(field)
        return widgets + ([beside] if beside else [])

    def prompt_of(self, field: Field) -> str:
        """Return *field*'s prompt as it is shown."""
        return field.prompt.replace("{name}", self.name_of_person())

    def name_of_person(self) -> str:
        """Return how the person calls themselves."""
        return self.store.corner.profile().get("my_name") or NAMELESS

    def reload(self) -> None:
        """Show what may have changed meanwhile; what is being typed stays."""
        if self.drafts is None or not self.query("#page"):
            return
        with self.while_it_is_there():
            if self.recovery_id is not None:
                self.recovering = self.store.recoveries.get(self.recovery_id)
            self._show_side()

    def _show_side(self) -> None:
        record = None if is_gentle(self.app) else self.record
        self.query_one(Sidebar).show(
            self.recovering, self.STEP, record, self.services.clock.today()
        )
        line = self.query_one("#in-sight", Static)
        line.update(in_sight(self.recovering) if self.recovering else "")
        line.set_class(self.recovering is not None, "-has")

    def _say(self, words: str) -> None:
        for status in self.query("#status").results(Static):
            status.update(words)

    def typed(self) -> dict[str, Any]:
        """Return what stands in the boxes, for the draft."""
        return {"answers": self.answers, "place": self.page[0].id}


def ids(page: Sequence[Field]) -> set[str]:
    """Return the names of the prompts on *page*."""
    return {field.id for field in page}


def in_sight(found: Recovering) -> str:
    """Return, for a narrow screen, the no and the harsh thought in a line or two."""
    thought = f" · “{found.harsh_thought}”" if found.harsh_thought else ""
    return f"{found.company}{thought} {sting(found)}".rstrip()
