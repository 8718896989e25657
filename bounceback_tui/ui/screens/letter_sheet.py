"""One message as it is shown: the draft, or what went out and what came back."""

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Label, Static, TextArea

from bounceback_tui.insight.following_up import may_nudge
from bounceback_tui.models.words import MessageKind, MessageStatus
from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.letter_texts import NEVER_SENT, SHAPES, state_words
from bounceback_tui.ui.text import first_line, quoted
from bounceback_tui.ui.widgets.key_bar import KeyBar

if TYPE_CHECKING:
    from bounceback_tui.store.values_letters import Letter

EDITING = ("copy", "external", "sent", "show", "keep")
BY_STATUS = {
    MessageStatus.DRAFTED: EDITING,
    MessageStatus.SENT: ("reply", "nudge", "quiet", "copy", "keep"),
    MessageStatus.REPLIED: ("reply", "copy", "keep"),
    MessageStatus.QUIET: ("reply", "copy", "keep"),
}
ALWAYS = ("show", "delete")


class LetterSheet(DataScreen):
    """Shows a message, and the keys that fit what became of it."""

    def __init__(self, services: Services, message_id: int) -> None:
        """Show the message called *message_id*."""
        super().__init__(services)
        self.message_id = message_id
        self.letter = services.store.messages.get(message_id)
        key = f"message:{self.letter.row.uid}"
        self._drafts = DraftKeeper(services.store.drafts, key, self._written, self)
        self._insists = False

    def compose_body(self) -> ComposeResult:
        with Vertical(id="letter"):
            yield Label(self._heading(), classes="heading", markup=False)
            yield Static("", id="state", classes="muted", markup=False)
            yield Input(placeholder="Subject", select_on_focus=False, id="subject")
            yield TextArea(soft_wrap=True, tab_behavior="focus", id="letter-body")
            yield Static("", id="outcome", markup=False)
            yield Static("", id="note", markup=False)

    def _heading(self) -> str:
        about = ", ".join(part for part in (self.letter.company, self.letter.title) if part)
        return f"To {self.letter.to}" + (f" · {about}" if about else "")

    def on_mount(self) -> None:
        row, found = self.letter.row, self._drafts.found()
        is_draft = self.letter.status is MessageStatus.DRAFTED
        with self.prevent(Input.Changed, TextArea.Changed):
            self._subject.value = str(
                found.get("subject", row.subject) if is_draft else row.subject
            )
            self._body.text = str(found.get("body", row.body) if is_draft else row.body)
        self._body.focus()

    @property
    def _subject(self) -> Input:
        return self.query_one("#subject", Input)

    @property
    def _body(self) -> TextArea:
        return self.query_one("#letter-body", TextArea)

    def _written(self) -> dict[str, Any]:
        return {"subject": self._subject.value, "body": self._body.text}

    @property
    def text(self) -> str:
        """The whole message as it is pasted elsewhere."""
        return f"{self._subject.value}\n\n{self._body.text}".strip()

    # What is shown

    def reload(self) -> None:
        with self.while_it_is_there():
            self.letter = self.store.messages.get(self.message_id)
            self._show()

    def _show(self) -> None:
        is_draft = self.letter.status is MessageStatus.DRAFTED
        self._subject.disabled = not is_draft
        self._body.read_only = not is_draft
        self.set_class(not is_draft, "-out")
        today = self.services.clock.today()
        state = f"{SHAPES[self.letter.status]} {state_words(self.letter, today)}"
        self.query_one("#state", Static).update(state)
        outcome = self.query_one("#outcome", Static)
        outcome.update(outcome_words(self.letter))
        outcome.set_class(self.letter.status is MessageStatus.REPLIED, "-has")
        self.query_one("#note", Static).update(self._note() if is_draft else "")
        self.query_one(KeyBar).show_hints(self.hints())

    def _note(self) -> str:
        is_feedback = self.letter.kind is MessageKind.FEEDBACK
        night = self.services.guides["follow_up"].texts.get("night", "") if is_feedback else ""
        return f"{NEVER_SENT} {night}".strip()

    def hints(self) -> list[tuple[str, str, str]]:
        """Return the keys that make sense for what became of the message."""
        own, last = self.plan.settings.keys, super().hints()[-1]
        wanted = [commands.BY_ID[f"message.{name}"] for name in BY_STATUS[self.letter.status]]
        shown = [c for c in wanted if self.check_action(c.action, ())]
        hints = [
            (commands.keys_label(c, own).split()[0], c.hint, f"screen.{c.action}") for c in shown
        ]
        return [*hints, last]

    def check_action(self, action: str, _parameters: tuple[object, ...]) -> bool | None:
        """Tell whether *action* fits what became of the message."""
        fits = (*BY_STATUS[self.letter.status], *ALWAYS)
        if self.letter.kind is MessageKind.THANKS and action in ("nudge", "quiet"):
            return False
        if action == "nudge":
            row, today = self.letter.row, self.services.clock.today()
            return "nudge" in fits and may_nudge(row.sent_on, row.nudged_on, today)
        return action in fits if f"message.{action}" in commands.BY_ID else True


def outcome_words(letter: "Letter") -> str:
    """Return what came back, in at most three lines."""
    row = letter.row
    said = f"They wrote: {quoted(first_line(row.reply))}" if row.reply.strip() else ""
    seen = f"As to a friend: {first_line(row.friend_view)}" if row.friend_view.strip() else ""
    tried = f"To try: {first_line(row.one_try)}" if row.one_try.strip() else ""
    return "\n".join(line for line in (said, seen, tried) if line)
