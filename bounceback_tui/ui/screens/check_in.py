"""The check-in: one digit is enough, the rest is there for who wants it."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input, Label, Static, TextArea

from bounceback_tui.models.words import Deed
from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog, complaint, is_store_error
from bounceback_tui.ui.screens.care import after_check_in, after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.themes import mood_colors
from bounceback_tui.ui.widgets.choices import Choices
from bounceback_tui.ui.widgets.scale import Scale

SCALES = ("valence", "energy", "stuck", "progress")
GOOD_DAY = 3


class CheckInDialog(Dialog[bool]):
    """Asks how somebody is; also edits a check-in that was made before."""

    SCOPE = "check_in"
    BINDINGS = commands.bindings("check_in")
    AUTO_FOCUS = "#valence"
    CSS = """
    CheckInDialog { align: center middle; }
    #optional { margin-top: 1; color: $text-muted; }
    #plan-row { display: none; height: auto; }
    #plan-row.-shown { display: block; }
    """

    def __init__(self, services: Services, check_in_id: int | None = None) -> None:
        """Ask for a new check-in, or show the one called *check_in_id*."""
        super().__init__()
        self.services = services
        self.check_in_id = check_in_id
        self.guide = services.guides["check_in"]
        self._drafts = DraftKeeper(
            services.store.drafts, f"check_in:{check_in_id or 'new'}", self._answers, self
        )
        self._filled: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot(self._keys())
            yield Label(self.guide.title, classes="heading", markup=False)
            yield Static("", classes="complaint", markup=False)
            yield from self._scale("valence", mood_colors(self.app.current_theme))
            yield Static("The rest is there if you want it; Tab goes on.", id="optional")
            for name in SCALES[1:]:
                yield from self._scale(name)
            yield self._label("did")
            yield Choices(self.guide["did"].labels, id="did")
            yield self._label("good")
            yield Input(id="good")
            yield self._label("note")
            yield TextArea(id="note", soft_wrap=True)
            with Vertical(id="plan-row"):
                yield self._label("plan")
                yield Input(id="plan")

    def _scale(self, name: str, colors: list[str] | None = None) -> ComposeResult:
        field = self.guide[name]
        yield self._label(name)
        yield Scale(
            field.low,
            field.high,
            low_label=field.low_label,
            middle_label=field.middle_label,
            high_label=field.high_label,
            required=field.required,
            colors=colors,
            id=name,
        )

    def _label(self, name: str) -> Static:
        field = self.guide[name]
        words = f"{field.prompt} {field.hint}" if name == "progress" else field.prompt
        return Static(words, classes="prompt", markup=False)

    def _keys(self) -> str:
        save, leave = commands.BY_ID["check_in.save"], commands.BY_ID["check_in.leave"]
        own = self.services.plan.settings.keys
        return (
            f"{commands.keys_label(save, own).split()[0]} keep · "
            f"{commands.keys_label(leave, own)} {'leave' if self.check_in_id else 'not now'}"
        )

    def on_mount(self) -> None:
        self._fill(self._kept())
        self._filled = self._answers()
        self._drafts.unchanged = self._filled
        self._fill(self._filled | self._drafts.found())

    def _kept(self) -> dict[str, Any]:
        """Return the answers of the check-in that is edited, none for a new one."""
        if self.check_in_id is None:
            return {}
        kept = self.services.store.check_ins.get(self.check_in_id).model_dump()
        answers = {name: kept[name] for name in (*SCALES, "good", "note", "plan")}
        return answers | {"did": kept["did"].split()}

    def _fill(self, answers: dict[str, Any]) -> None:
        for name in SCALES:
            self.query_one(f"#{name}", Scale).value = answers.get(name)
        self.query_one(Choices).value = frozenset(answers.get("did", ()))
        self.query_one("#good", Input).value = answers.get("good", "")
        self.query_one("#plan", Input).value = answers.get("plan", "")
        self.query_one("#note", TextArea).text = answers.get("note", "")
        self._offer_plan()
        self.call_after_refresh(self.query_one(".dialog").scroll_home, animate=False)

    def _answers(self) -> dict[str, Any]:
        return {
            **{name: self.query_one(f"#{name}", Scale).value for name in SCALES},
            "did": sorted(self.query_one(Choices).value),
            "good": self.query_one("#good", Input).value,
            "note": self.query_one("#note", TextArea).text,
            "plan": self.query_one("#plan", Input).value,
        }

    @on(Scale.Chosen)
    @on(Choices.Changed)
    @on(Input.Changed)
    @on(TextArea.Changed)
    def _touched(self) -> None:
        self._offer_plan()
        if self._answers() != self._filled:
            self._drafts.touch()

    def _offer_plan(self) -> None:
        progress = self.query_one("#progress", Scale).value
        written = bool(self.query_one("#plan", Input).value)
        self.query_one("#plan-row").set_class(written or (progress or 0) >= GOOD_DAY, "-shown")

    @on(Input.Submitted)
    def action_save(self) -> None:
        answers = self._answers()
        if not self.is_active:
            return
        if answers["valence"] is None:
            self.complain("One digit from 1 to 9 is enough, for how you feel right now.")
            self.query_one("#valence").focus()
            return
        answers["did"] = [Deed(name) for name in answers["did"]]
        check_ins = self.services.store.check_ins
        try:
            if self.check_in_id is None:
                check_ins.add(**answers)
            elif self._answers() != self._kept():
                check_ins.edit(self.check_in_id, **answers)
            self._drafts.drop()
        except Exception as error:
            if not is_store_error(error):
                raise
            self.complain(complaint(error))
            return
        self.dismiss(True)
        written = "\n".join(answers[name] for name in ("good", "note", "plan"))
        if not after_writing(self.app, written):
            after_check_in(self.app)

    def on_unmount(self) -> None:
        self._drafts.flush()

    def action_leave(self) -> None:
        if self._answers() == self._filled:
            self._drafts.leave()
        else:
            self._drafts.flush()
        self.dismiss(False)
        after_check_in(self.app)
