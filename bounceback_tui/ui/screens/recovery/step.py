"""One step of getting back up: kept as it is typed, left at any keystroke and found again."""

from collections.abc import Sequence

from textual import events, on, work
from textual.widgets import Static, TextArea

from bounceback_tui.guides.loader import Field
from bounceback_tui.insight.pacing import SOFT_TIMER_MINUTES
from bounceback_tui.store.sittings import Given
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.external_editor import edit_outside
from bounceback_tui.ui.screens.recovery.sheet import StepSheet
from bounceback_tui.ui.widgets.answer import AnswerBox

LONG_ENOUGH = "A quarter of an hour: enough for one sitting. It is all kept; esc leaves whenever."


class StepScreen(StepSheet):
    """Asks the prompts of a guide; what is answered belongs to a recovery, or to none.

    A subclass names its ``STEP`` and may give prompts boxes of their own, leave prompts out, show
    something beside them, and act when the last was passed.
    """

    BINDINGS = commands.bindings("step", priority=("next", "back", "external"))

    def on_key(self, event: events.Key) -> None:
        """Let Enter go on where there is only something to read, and let pages be scrolled."""
        if event.key == "enter" and self.focused is None:
            event.stop()
            self.call_later(self.action_next)
        elif event.key in ("pagedown", "pageup"):
            event.stop()
            sheet = self.query_one("#sheet")
            go = sheet.scroll_page_down if event.key == "pagedown" else sheet.scroll_page_up
            go(animate=False)

    def finished(self, answers: dict[str, str]) -> None:
        """Do what follows from the answers, once the last prompt was passed."""

    async def on_mount(self) -> None:
        self.set_timer(SOFT_TIMER_MINUTES * 60, self._say_enough)

    def _say_enough(self) -> None:
        self.app.notify(LONG_ENOUGH, timeout=8, markup=False)

    # Typing and keeping

    @on(AnswerBox.Changed)
    def _touched(self, event: AnswerBox.Changed) -> None:
        self.answers[event.box.field] = event.box.text
        if self.drafts is not None:
            self.drafts.touch()

    def _is_in_order(self) -> bool:
        """Say under each box what can't be kept; tell whether all can."""
        first: AnswerBox | None = None
        for name, box in self.boxes.items():
            line = self.query_one(f"#no-{name}", Static)
            line.update(box.complaint())
            line.set_class(bool(box.complaint()), "-shown")
            first = first or (box if box.complaint() else None)
        if first is not None:
            first.take_focus()
        return first is None

    def _keep(self, place: str, *, is_last: bool = False) -> bool:
        """Keep every answer that changed; tell whether the file has them."""
        fields = {field.id: field for field in self.guide.fields}
        changed = [
            self._given(fields[name], text)
            for name, text in self.answers.items()
            if name in fields and text != self.kept.get(name, "")
        ]
        if not changed and not is_last:
            return True
        if not self.guarded(lambda: self._write(changed, place, is_last=is_last)):
            return False
        self.kept = dict(self.answers)
        after_writing(self.app, "\n".join(given.value for given in changed))
        return True

    def _given(self, field: Field, text: str) -> Given:
        return Given(self.guide.id, self.guide.version, field.id, self.prompt_of(field), text)

    def _write(self, changed: Sequence[Given], place: str, *, is_last: bool) -> None:
        self.sitting = self.store.sittings.keep(
            self.recovery_id, self.STEP, changed, place, is_last=is_last
        )
        if self.drafts is not None:
            self.drafts.drop()

    # Going on, back and away

    @on(AnswerBox.Entered)
    async def _entered(self, event: AnswerBox.Entered) -> None:
        """Go to the next box, and from the last to the next page."""
        boxes = list(self.boxes.values())
        after = boxes[boxes.index(event.box) + 1 :] if event.box in boxes else []
        if after:
            after[0].take_focus()
        else:
            await self._go(1)

    async def action_next(self) -> None:
        await self._go(1)

    async def action_back(self) -> None:
        await self._go(-1)

    async def _go(self, by: int) -> None:
        if not self.is_active or not self._is_in_order():
            return
        here = self.at
        is_last = by > 0 and here + 1 >= len(self.pages)
        target = here if is_last else max(0, here + by)
        if not self._keep(self.pages[target][0].id, is_last=is_last):
            return
        if is_last:
            self._finish()
        else:
            self.at = target
            await self.show_page()

    def _finish(self) -> None:
        self.guarded(lambda: self.finished(dict(self.answers)))
        self.app.pop_screen()

    @work
    async def action_external(self) -> None:
        """Go on with the long text under the cursor in the person's own editor."""
        box = next((b for b in self.boxes.values() if b.has_focus_within), None)
        area = self.focused
        if box is None or not isinstance(area, TextArea):
            return
        after = edit_outside(self, area.text)
        if after is not None:
            area.text = after.rstrip("\n")

    def action_leave(self) -> None:
        if self._is_in_order() and not self._keep(self.page[0].id):
            self.guarded(self.reload)
            return
        self.app.pop_screen()

    def on_screen_suspend(self) -> None:
        self._flush()

    def on_unmount(self) -> None:
        self._flush()

    def _flush(self) -> None:
        if self.drafts is not None:
            self.drafts.flush()
