"""A reply came: first as if a friend had got it, then what it is about and one thing to try."""

from typing import TYPE_CHECKING, Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import VerticalScroll
from textual.widgets import Label, Static

from bounceback_tui.services import Services
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog, complaint, is_store_error
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.recovery.boxes import box_for
from bounceback_tui.ui.widgets.answer import AnswerBox

if TYPE_CHECKING:
    from bounceback_tui.store.values_letters import Letter

NOTHING = "What did they write? A word of it is enough, or esc leaves."


class ReplyDialog(Dialog[bool]):
    """Asks the prompts of the guide "reply"; one thing to try becomes a lesson."""

    BINDINGS = [
        Binding("ctrl+s", "save", "Keep", priority=True),
        Binding("escape", "leave", "Leave"),
    ]
    CSS = """
    ReplyDialog { align: center middle; }
    ReplyDialog .dialog { width: 88; }
    ReplyDialog .heading { margin-bottom: 0; }
    ReplyDialog TextArea { min-height: 3; max-height: 7; }
    ReplyDialog.-low TextArea { min-height: 2; max-height: 5; }
    """

    def __init__(self, services: Services, letter: "Letter") -> None:
        """Ask about the reply to *letter*."""
        super().__init__()
        self.services = services
        self.letter = letter
        self.guide = services.guides["reply"]
        self.boxes = {field.id: box_for(field, services.guides) for field in self.guide.fields}
        key = f"reply:{letter.row.uid}"
        self._drafts = DraftKeeper(services.store.drafts, key, self.written, self)

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot("tab on · ^s keep · esc leave")
            yield Label(self.guide.title, classes="heading", markup=False)
            yield Static("", classes="complaint", markup=False)
            for field in self.guide.fields:
                yield Static(field.prompt, classes="prompt", markup=False)
                yield self.boxes[field.id]

    def on_mount(self) -> None:
        answers = self._kept() | self._drafts.found()
        for name, box in self.boxes.items():
            box.show(str(answers.get(name, "")))
        next(iter(self.boxes.values())).take_focus()

    def _kept(self) -> dict[str, Any]:
        row = self.letter.row
        return {
            "reply_text": row.reply,
            "friend_view": row.friend_view,
            "sort": row.sort,
            "one_try": row.one_try,
        }

    def written(self) -> dict[str, Any]:
        """Return what stands in the boxes, by field."""
        return {name: box.text for name, box in self.boxes.items()}

    @on(AnswerBox.Changed)
    def _touched(self) -> None:
        if self.written() != self._kept():
            self._drafts.touch()

    @on(AnswerBox.Entered)
    def _entered(self) -> None:
        self.focus_next()

    def action_save(self) -> None:
        said = {name: str(text) for name, text in self.written().items()}
        if not said["reply_text"].strip():
            self.complain(NOTHING)
            return
        try:
            self._write(said)
        except Exception as error:
            if not is_store_error(error):
                raise
            self.complain(complaint(error))
            return
        self.dismiss(True)
        after_writing(self.app, "\n".join(said.values()))

    def _write(self, said: dict[str, str]) -> None:
        self.services.store.messages.reply(
            self.letter.id,
            said["reply_text"],
            self.services.clock.today(),
            friend_view=said.get("friend_view", ""),
            sort=said.get("sort", ""),
            one_try=said.get("one_try", ""),
        )
        self._drafts.drop()

    def action_leave(self) -> None:
        self._drafts.flush()
        self.dismiss(False)

    def on_unmount(self) -> None:
        self._drafts.flush()
