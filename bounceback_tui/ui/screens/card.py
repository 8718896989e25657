"""The few fields that make a card: to add an application quickly, or mend its face."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static

from bounceback_tui.models.words import Stage
from bounceback_tui.services import Services
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog, complaint, is_store_error
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.ledger import met_before
from bounceback_tui.ui.text import parse_day
from bounceback_tui.ui.widgets.pick import Pick

FIELDS = {
    "company": "Company",
    "title": "Title",
    "location": "Place",
    "url": "Link",
    "next_action": "Next action",
    "next_action_on": "On",
}


class CardDialog(Dialog[int | None]):
    """Asks for a company, and whatever else is at hand; answers with the application's id."""

    BINDINGS = [
        Binding("ctrl+s", "save", "Keep"),
        Binding("escape", "leave", "Leave"),
    ]
    AUTO_FOCUS = "#company"
    CSS = """
    CardDialog { align: center middle; }
    CardDialog #met-before { color: $text-muted; height: auto; margin: 0 0 1 14; display: none; }
    CardDialog #met-before.-known { display: block; }
    CardDialog.-low #met-before { margin-bottom: 0; }
    """

    def __init__(
        self,
        services: Services,
        application_id: int | None = None,
        stage: Stage = Stage.SAVED,
    ) -> None:
        """Add to *stage*, or edit the application called *application_id*."""
        super().__init__()
        self.services = services
        self.application_id = application_id
        self.stage = stage
        key = f"card:{application_id or 'new'}"
        self._drafts = DraftKeeper(services.store.drafts, key, self._written, self)
        self._filled: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot("enter keep · tab next field · esc leave")
            yield Label(self._heading(), classes="heading", markup=False)
            yield Static("", classes="complaint", markup=False)
            for name, label in FIELDS.items():
                with Horizontal(classes="row"):
                    yield Static(label, classes="row-label", markup=False)
                    yield Input(id=name, placeholder=PLACEHOLDERS.get(name, ""))
                if name == "company":
                    yield Static("", id="met-before", markup=False)
            if self.application_id is None:
                with Horizontal(classes="row"):
                    yield Static("Stage", classes="row-label")
                    yield Pick([(s.value, s.label) for s in Stage][:-1], id="stage")

    def _heading(self) -> str:
        return "Add an application" if self.application_id is None else "Edit the card"

    def on_mount(self) -> None:
        self._fill(self._kept())
        self._filled = self._written()
        self._drafts.unchanged = self._filled
        self._fill(self._filled | self._drafts.found())

    def _kept(self) -> dict[str, Any]:
        if self.application_id is None:
            return {"stage": self.stage.value}
        row = self.services.store.applications.get(self.application_id)
        return {name: str(getattr(row, name) or "") for name in FIELDS}

    def _fill(self, values: dict[str, Any]) -> None:
        for name in FIELDS:
            self.query_one(f"#{name}", Input).value = values.get(name, "")
        if self.application_id is None:
            self.query_one(Pick).value = values.get("stage", self.stage.value)

    def _written(self) -> dict[str, Any]:
        written = {name: self.query_one(f"#{name}", Input).value for name in FIELDS}
        if self.application_id is None:
            written["stage"] = str(self.query_one(Pick).value)
        return written

    @on(Input.Changed)
    @on(Pick.Changed)
    def _touched(self) -> None:
        if self._written() != self._filled:
            self._drafts.touch()

    @on(Input.Changed, "#company")
    def _look_up(self, event: Input.Changed) -> None:
        """Say, when an application is added, what is known of the company from before."""
        if self.application_id is not None:
            return
        try:
            entry = self.services.store.flags.about_company(event.value)
        except Exception as error:
            if not is_store_error(error):
                raise
            entry = None
        line = self.query_one("#met-before", Static)
        line.update(met_before(entry, self.services.clock.today()) if entry else "")
        line.set_class(entry is not None, "-known")

    @on(Input.Submitted)
    def action_save(self) -> None:
        if not self.is_active:
            return
        try:
            kept = self._keep(self._facts())
            self._drafts.drop()
        except UnclearError as unclear:
            self.complain(str(unclear))
            self.query_one(f"#{unclear.field}").focus()
            return
        except Exception as error:
            if not is_store_error(error):
                raise
            self.complain(complaint(error))
            return
        self.dismiss(kept)

    def _facts(self) -> dict[str, Any]:
        """Return what is written as the store takes it; raise UnclearError naming the field."""
        facts: dict[str, Any] = {name: text.strip() for name, text in self._written().items()}
        if not facts["company"]:
            raise UnclearError("company", "A company is all that is needed; any name will do.")
        day = facts["next_action_on"]
        try:
            facts["next_action_on"] = parse_day(day, self.services.clock.today()) if day else None
        except ValueError as error:
            raise UnclearError("next_action_on", str(error)) from None
        return facts

    def _keep(self, facts: dict[str, Any]) -> int:
        applications = self.services.store.applications
        if self.application_id is None:
            return applications.add(facts.pop("company"), Stage(facts.pop("stage")), **facts)
        if self._written() != self._kept():
            applications.edit(self.application_id, **facts)
        return self.application_id

    def on_unmount(self) -> None:
        self._drafts.flush()

    def action_leave(self) -> None:
        if self._written() == self._filled:
            self._drafts.leave()
        else:
            self._drafts.flush()
        self.dismiss(None)


class UnclearError(ValueError):
    """A field that can't be understood, with a sentence that says why."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


PLACEHOLDERS = {
    "company": "all that is needed",
    "next_action": "for example: write to Dana",
    "next_action_on": "2026-11-30, tomorrow, fri, +3",
}
