"""One application: its facts, how it went, its interviews, and what was written about it."""

from collections.abc import Callable
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label, Static

from bounceback_tui.models.application import Application
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.application_lines import (
    Step,
    Told,
    head,
    paint_interview,
    paint_page,
    paint_step,
    rounds_words,
    steps_of,
)
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.day import DayDialog
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.facts import BY_NAME, FACTS
from bounceback_tui.ui.screens.stage import StageChoice, StageDialog
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.field import Field
from bounceback_tui.ui.widgets.paged_list import PagedList


class ApplicationScreen(DataScreen):
    """Edited in place; each field is kept when it is left."""

    SCOPE = "application"
    TAB = "board"
    BINDINGS = commands.bindings("application")
    CSS = """
    ApplicationScreen #head { padding: 0 3; height: auto; margin-bottom: 1; }
    ApplicationScreen.-narrow #head { padding: 0 1; }
    ApplicationScreen #columns { height: 1fr; scrollbar-size-vertical: 1; }
    ApplicationScreen .column { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; }
    ApplicationScreen #facts { width: 1.2fr; padding-right: 2; }
    ApplicationScreen.-narrow #columns { layout: vertical; overflow-y: auto; }
    ApplicationScreen.-narrow .column { width: 1fr; height: auto; }
    ApplicationScreen .section { height: auto; padding: 0 3; margin-bottom: 1; }
    ApplicationScreen.-narrow .section { padding: 0 1; }
    ApplicationScreen .section .heading { margin-bottom: 0; }
    ApplicationScreen PagedList { height: auto; max-height: 12; }
    ApplicationScreen Field.-long { margin-top: 1; }
    """

    def __init__(self, services: Services, application_id: int) -> None:
        """Show the application called *application_id*."""
        super().__init__(services)
        self.application_id = application_id
        self._drafts = DraftKeeper(
            self.store.drafts, f"application:{application_id}", self._typed, self
        )

    def compose_body(self) -> ComposeResult:
        told = Told(self)
        yield Static("", id="head")
        with Horizontal(id="columns"):
            with VerticalScroll(classes="column", id="story", can_focus=False):
                with Vertical(classes="section"):
                    yield Label("How it went", classes="heading")
                    yield PagedList(told(paint_step), id="history")
                with Vertical(classes="section"):
                    yield Label("Interviews", classes="heading", id="rounds", markup=False)
                    yield PagedList(told(paint_interview), id="interviews", placeholder=NO_ROUNDS)
                with Vertical(classes="section"):
                    yield Label("In the journal", classes="heading")
                    yield PagedList(told(paint_page), id="pages", placeholder=NO_PAGES)
            with VerticalScroll(classes="column", id="facts", can_focus=False):
                for fact in FACTS:
                    yield Field(
                        fact.name,
                        fact.label,
                        placeholder=fact.placeholder,
                        options=list(fact.options),
                        is_long=fact.kind == "page",
                    )

    def on_mount(self) -> None:
        self.query_one("#history").focus()
        found = self._drafts.found()
        self.guarded(self.reload)
        for name, text in found.items():
            self.query_one(f"#field-{name}", Field).put(str(text))
        if found:
            self.tell("Picked up what you were typing here", undoable=False)

    # What is shown

    def reload(self) -> None:
        if self._is_gone():
            return
        store = self.store
        row = store.applications.get(self.application_id)
        history = steps_of(store.applications.history(self.application_id))
        interviews = store.interviews.of(self.application_id)
        today = self.services.clock.today()
        self.query_one("#head", Static).update(head(row, today, self._muted))
        self._list("#history", history)
        self.query_one("#rounds", Label).update(
            rounds_words([i.day for i in interviews], row.rounds_announced, today)
        )
        prepared = store.interviews.prepared(self.application_id)
        self._list("#interviews", [(i, prepared.get(i.id or 0, (0, 0))) for i in interviews])
        self._list("#pages", store.journal.of_application(self.application_id))
        for fact in FACTS:
            self.query_one(f"#field-{fact.name}", Field).show(fact.shown(row))

    def _is_gone(self) -> bool:
        """Leave when the application is not there any more, as after an undo."""
        if self.store.applications.position(self.application_id) is not None:
            return False
        if self.is_current:
            self.tell("That application is not in the journal any more.", undoable=False)
            self.app.pop_screen()
        return True

    def _list(self, selector: str, rows: list[Any]) -> None:
        self.query_one(selector, PagedList).show(len(rows), lambda at, n: rows[at : at + n])

    @property
    def _muted(self) -> str:
        return ink(self.app.theme_variables, "text-muted")

    @property
    def row(self) -> Application:
        """The application as it is in the file."""
        return self.store.applications.get(self.application_id)

    # Fields

    def _typed(self) -> dict[str, str]:
        """Return what stands in the fields and is not kept yet."""
        return {field.fact: field.text for field in self.query(Field) if field.is_edited}

    @on(Field.Typed)
    def _keep_draft(self) -> None:
        self._drafts.touch()

    @on(Field.Left)
    def _keep_field(self, message: Field.Left) -> None:
        field = message.field
        fact = BY_NAME[field.fact]
        try:
            value = fact.parsed(message.text, self.services.clock.today())
        except ValueError as error:
            field.complain(str(error))
            return
        if getattr(self.row, fact.name) != value and not self.guarded(
            lambda: self.store.applications.edit(self.application_id, **{fact.name: value})
        ):
            return
        field.kept(fact.shown(self.row))
        if self._typed():
            self._drafts.touch()
        else:
            self._drafts.drop()
        self.guarded(self.reload)

    # Stages

    def _move(self, choice: StageChoice) -> None:
        def move() -> None:
            company = self.row.company
            self.store.applications.move(
                self.application_id, choice.stage, outcome=choice.outcome, day=choice.day
            )
            self.tell(f"Moved {company} to {(choice.outcome or choice.stage).label}")
            self.reload()

        self.guarded(move)

    def action_rejected(self) -> None:
        self._move(StageChoice(Stage.CLOSED, Outcome.REJECTED))

    @work
    async def action_stage(self) -> None:
        """Ask for a stage and a day, and move there."""
        choice = await self.app.push_screen_wait(StageDialog(self.services, self.application_id))
        if choice is not None:
            self._move(choice)

    @property
    def _step(self) -> Step | None:
        found = self.query_one("#history", PagedList).item
        return found if isinstance(found, Step) else None

    @work
    async def action_redate(self) -> None:
        """Ask for the day of the history's line under the cursor."""
        step = self._step
        if step is None:
            return
        today = self.services.clock.today()
        day = await self.app.push_screen_wait(
            DayDialog(f"{step.label} since which day?", step.day, today, past=True)
        )
        if day is not None:
            self._do(lambda: self.store.applications.redate(step.id, day), "Changed the date")

    def action_drop_change(self) -> None:
        step = self._step
        if step is None or not self.query_one("#history").has_focus:
            return
        if len(self.store.applications.history(self.application_id)) == 1:
            self.tell("The first line stays: it is where the application began", undoable=False)
            return
        self._do(lambda: self.store.applications.drop_change(step.id), "Removed the line")

    def _do(self, act: Callable[[], object], said: str) -> None:
        if self.guarded(act):
            self.tell(said)
        self.guarded(self.reload)

    # Interviews, pages, the whole

    def action_add_interview(self) -> None:
        from bounceback_tui.ui.screens.interview import InterviewDialog

        self.app.push_screen(InterviewDialog(self.services, self.application_id))

    @on(PagedList.Chosen, "#interviews")
    def _open_interview(self, message: "PagedList.Chosen") -> None:
        from bounceback_tui.ui.screens.interview import InterviewDialog

        interview, _prepared = message.item
        self.app.push_screen(InterviewDialog(self.services, self.application_id, interview.id))

    @on(PagedList.Chosen, "#history")
    def _redate_chosen(self) -> None:
        self.action_redate()

    @on(PagedList.Chosen, "#pages")
    def _open_page(self, message: "PagedList.Chosen") -> None:
        from bounceback_tui.ui.screens.editor import EditorScreen

        self.app.push_screen(EditorScreen(self.services, message.item.id))

    def action_write(self) -> None:
        from bounceback_tui.ui.screens.editor import EditorScreen

        self.app.push_screen(EditorScreen(self.services, application_id=self.application_id))

    def action_delete(self) -> None:
        company = self.row.company
        if self.guarded(lambda: self.store.applications.delete(self.application_id)):
            self.tell(f"Deleted {company}")
            self.app.pop_screen()

    def action_back(self) -> None:
        if any(field.editor.has_focus for field in self.query(Field)):
            self.query_one("#history").focus()
        else:
            self._drafts.flush()
            self.app.pop_screen()


NO_ROUNDS = "None yet; i adds one."
NO_PAGES = "Nothing yet; n writes about it."
