"""Not personal: what happened, the harsh thought, and what else could be true."""

from rich.text import Text
from textual import on
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.guides.loader import Field
from bounceback_tui.insight.pacing import session_guide
from bounceback_tui.models.words import Step
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.text import ago, first_line, quoted
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.answer import AnswerBox
from bounceback_tui.ui.widgets.marks_box import MarksBox

UNFAIR = "Something unfair happened"
WITH_EVIDENCE = ("distanced", "known_guessed", "balanced", "shifted")


class NotPersonalScreen(StepScreen):
    """The long writing about the sting, in up to three sittings of their own texts."""

    STEP = Step.NOT_PERSONAL
    CSS = (
        StepScreen.CSS
        + """
    NotPersonalScreen .evidence { height: auto; max-width: 84; margin: 1 0; padding-left: 1; }
    NotPersonalScreen #unfair { height: auto; max-width: 84; margin-top: 1; display: none; }
    NotPersonalScreen #unfair.-shown { display: block; }
    """
    )
    _finished = 0

    def prepare(self) -> None:
        sittings = self.store.sittings.of(self.recovery_id, self.STEP)
        self._finished = sum(sitting.finished_at is not None for sitting in sittings)

    def guide_id(self) -> str:
        return session_guide(self._finished)

    def beside(self, field: Field) -> Widget | None:
        if field.id == "reasons":
            note = self.services.guides["not_personal"].texts["discrimination"]
            return Static(note, id="unfair", markup=False)
        if field.id == "belief_after" and self.recovering and self._thought():
            return Static(quoted(self._thought()), classes="evidence", markup=False)
        if field.id in WITH_EVIDENCE and (lines := self._evidence()).plain:
            return Static(lines, classes="evidence", markup=False)
        return None

    def _thought(self) -> str:
        kept = self.recovering.harsh_thought if self.recovering else ""
        return self.answers.get("harsh_thought", "") or kept

    def _evidence(self) -> Text:
        """Return kind lines one was sent and pages one starred: evidence in one's own hand."""
        muted = ink(self.app.theme_variables, "text-muted")
        today = self.services.clock.today()
        lines = [(reply, when) for reply, when in self.store.record.kind_lines()]
        lines += [(e.title or first_line(e.body), e.day) for e in self.store.record.starred()]
        words = Text("your own evidence", muted) if lines else Text()
        for said, day in lines:
            words.append(f"\n{quoted(first_line(said))}", "default")
            words.append(f"  {ago(day, today)}", muted)
        return words

    async def show_page(self) -> None:
        await super().show_page()
        self._show_note()

    @on(AnswerBox.Changed)
    def _show_note(self) -> None:
        for box in self.query(MarksBox):
            is_unfair = any(item.startswith(UNFAIR) for item in box.marked)
            self.query("#unfair").set_class(is_unfair, "-shown")
