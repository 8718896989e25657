"""One message: edited in place, copied, and what became of it; nothing is ever sent from here."""

from textual import on, work
from textual.widgets import Input, TextArea

from bounceback_tui.insight.following_up import closes_on
from bounceback_tui.models.words import MessageKind, MessageStatus
from bounceback_tui.ui import commands
from bounceback_tui.ui.clipboard import copy
from bounceback_tui.ui.screens.external_editor import edit_outside
from bounceback_tui.ui.screens.letter_sheet import LetterSheet
from bounceback_tui.ui.screens.letter_texts import open_places
from bounceback_tui.ui.screens.reply import ReplyDialog
from bounceback_tui.ui.screens.select import SelectDialog
from bounceback_tui.ui.text import date_words

PRIORITY = ("copy", "show", "external", "sent", "reply", "delete")


class MessageScreen(LetterSheet):
    """A draft, or a message that went out and what came of it."""

    SCOPE = "message"
    TAB = "people"
    BINDINGS = commands.bindings("message", priority=PRIORITY)
    CSS = """
    MessageScreen #letter { height: 1fr; padding: 0 3; max-width: 100; }
    MessageScreen.-narrow #letter { padding: 0 1; }
    MessageScreen .heading { margin-bottom: 0; }
    MessageScreen #state { margin-bottom: 1; }
    MessageScreen Input { margin-bottom: 1; }
    MessageScreen TextArea {
        height: 1fr; max-height: 100%; padding: 1 2; scrollbar-size-vertical: 1;
    }
    MessageScreen.-out TextArea { height: auto; max-height: 14; }
    MessageScreen.-out.-low TextArea { max-height: 9; }
    MessageScreen.-low TextArea { padding: 0 1; }
    MessageScreen #outcome { height: auto; margin-top: 1; display: none; }
    MessageScreen #outcome.-has { display: block; }
    MessageScreen #note { height: auto; margin-top: 1; color: $text-muted; }
    """

    # Typing

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _touched(self) -> None:
        if self.letter.status is MessageStatus.DRAFTED and self._is_changed:
            self._drafts.touch()

    @property
    def _is_changed(self) -> bool:
        row = self.letter.row
        return (self._subject.value, self._body.text) != (row.subject, row.body)

    def _keep(self) -> bool:
        """Write what was typed into the message; tell whether the file has it."""
        if self.letter.status is MessageStatus.DRAFTED and self._is_changed:
            edit = self.store.messages.edit
            if not self.guarded(lambda: edit(self.message_id, **self._written())):
                return False
        return self.guarded(self._drafts.drop)

    def on_screen_suspend(self) -> None:
        self._drafts.flush()

    def on_unmount(self) -> None:
        self._drafts.flush()

    # Doing

    def action_copy(self) -> None:
        copy(self.app, self.text)

    def action_show(self) -> None:
        self.app.push_screen(SelectDialog(self.text))

    @work
    async def action_external(self) -> None:
        """Go on with the text in the person's own editor."""
        after = edit_outside(self, self._body.text)
        if after is not None:
            self._body.text = after.rstrip("\n")

    def action_sent(self) -> None:
        """Note that it went out today; what still stands in brackets is pointed out once."""
        places = open_places(self.text)
        if places and not self._insists:
            self._insists = True
            key = commands.keys_label(commands.BY_ID["message.sent"], self.plan.settings.keys)
            words = f"{places[0]} still stands in it; {key} again if it went out all the same."
            self.app.notify(words, timeout=6, markup=False)
            return
        today = self.services.clock.today()
        sent = self.store.messages.mark_sent
        if self._keep() and self.guarded(lambda: sent(self.message_id, today)):
            self._say_sent()
        self.guarded(self.reload)

    def _say_sent(self) -> None:
        today = self.services.clock.today()
        words = "Marked as sent"
        if self.letter.kind is MessageKind.FEEDBACK:
            day = date_words(closes_on(today), today)
            words = self.services.guides["follow_up"].texts["sent"].replace("{date}", day)
        self.app.notify(words, timeout=8, markup=False)

    def action_nudge(self) -> None:
        nudge, today = self.store.messages.nudge, self.services.clock.today()
        if self.guarded(lambda: nudge(self.message_id, today)):
            self.tell("Nudged once; after this it rests")
        self.guarded(self.reload)

    def action_quiet(self) -> None:
        close, today = self.store.messages.close_as_quiet, self.services.clock.today()
        if self.guarded(lambda: close(self.message_id, today)):
            self.app.notify(
                self.services.guides["follow_up"].texts["quiet"], timeout=8, markup=False
            )
        self.guarded(self.reload)

    @work
    async def action_reply(self) -> None:
        """Ask what came back, and what to take from it."""
        with self.sentences():
            if await self.app.push_screen_wait(ReplyDialog(self.services, self.letter)):
                has_try = bool(self.store.messages.get(self.message_id).row.one_try.strip())
                self.tell("Kept the reply, and a lesson from it" if has_try else "Kept the reply")
        self.guarded(self.reload)

    def action_delete(self) -> None:
        if self.guarded(lambda: self.store.messages.delete(self.message_id)):
            self.guarded(self._drafts.drop)
            self.tell("Deleted a message")
            self.app.pop_screen()

    def action_keep(self) -> None:
        if self._keep():
            self.app.pop_screen()
        else:
            self.guarded(self.reload)
