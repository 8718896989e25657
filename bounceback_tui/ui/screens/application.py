"""One application: its facts, how it went, its interviews, and what was written about it."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Label, Static

from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.application_lines import (
    Told,
    head,
    paint_interview,
    paint_page,
    paint_step,
    rounds_words,
    steps_of,
)
from bounceback_tui.ui.screens.application_story import ApplicationStory
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.facts import BY_NAME, FACTS, Fact
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.field import Field
from bounceback_tui.ui.widgets.paged_list import PagedList


class ApplicationScreen(ApplicationStory):
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
        super().__init__(services, application_id)
        self._drafts = DraftKeeper(
            self.store.drafts, f"application:{application_id}", self._typed, self
        )

    def compose_body(self) -> ComposeResult:
        told = Told(self)
        yield Static("", id="head", markup=False)
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
        self.guarded(self.reload)
        self.guarded(self._pick_up)

    def _pick_up(self) -> None:
        """Put back what was typed and not kept; a draft from before the application is no part."""
        if self._is_gone():
            return
        found = self._drafts.found(self.row.created_at)
        for name in found.keys() & BY_NAME.keys():
            self.query_one(f"#field-{name}", Field).put(str(found[name]))
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

    # Fields

    def _typed(self) -> dict[str, str]:
        """Return what stands in the fields and is not kept yet."""
        return {field.fact: field.text for field in self.query(Field) if field.is_edited}

    @on(Field.Typed)
    def _keep_draft(self) -> None:
        self._drafts.touch()

    @on(Field.Left)
    def _left(self, message: Field.Left) -> None:
        self._keep_field(message.field)
        self.guarded(self.reload)

    def _keep_field(self, field: Field) -> None:
        fact = BY_NAME[field.fact]
        try:
            value = fact.parsed(field.text, self.services.clock.today())
        except ValueError as error:
            field.complain(str(error))
            return
        self.guarded(lambda: self._keep(field, fact, value))

    def _keep(self, field: Field, fact: Fact, value: Any) -> None:
        if getattr(self.row, fact.name) != value:
            self.store.applications.edit(self.application_id, **{fact.name: value})
            after_writing(self.app, str(value))
        field.kept(fact.shown(self.row))
        if self._typed():
            self._drafts.touch()
        else:
            self._drafts.drop()

    # Leaving

    def on_screen_suspend(self) -> None:
        """Keep what was being typed, for the screen can be left by other ways than its fields."""
        edited = [field for field in self.query(Field) if field.is_edited]
        if edited and self.store.applications.position(self.application_id) is not None:
            for field in edited:
                self._keep_field(field)

    def on_unmount(self) -> None:
        self._drafts.flush()

    def action_back(self) -> None:
        if any(field.editor.has_focus for field in self.query(Field)):
            self.query_one("#history").focus()
        else:
            self._drafts.flush()
            self.app.pop_screen()


NO_ROUNDS = "None yet; i adds one."
NO_PAGES = "Nothing yet; n writes about it."
