"""Writing: a page of Markdown that is kept while it is typed."""

from dataclasses import asdict
from datetime import datetime

from textual import on, work
from textual.app import ComposeResult
from textual.widgets import Input, TextArea

from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.external_editor import edit_outside
from bounceback_tui.ui.screens.link import LinkDialog
from bounceback_tui.ui.screens.written import Sheet, Written
from bounceback_tui.ui.text import ago, clock_words

NEW = "entry:new"
EDITS = ("save", "external", "star", "link", "discard")
WHILE_TYPING = ("app.undo", "app.help")


class EditorScreen(DataScreen):
    """A title, tags and a text; closing keeps it, as one act."""

    SCOPE = "editor"
    TAB = "journal"
    BINDINGS = commands.bindings("editor", priority=EDITS)
    CSS = """
    EditorScreen #body { align: center top; }
    Sheet { width: 100%; max-width: 96; height: 1fr; padding: 0 2; }
    EditorScreen.-narrow Sheet { padding: 0 1; }
    Sheet #title { text-style: bold; margin-bottom: 1; }
    EditorScreen.-low Sheet #title, EditorScreen.-low Sheet #status { margin: 0; }
    Sheet #facts { height: 1; margin-bottom: 1; }
    Sheet #tags, Sheet #status #counted { width: 1fr; }
    Sheet #about { width: auto; max-width: 60%; padding: 0 1 0 2; color: $text-muted; }
    Sheet #about.-nothing { display: none; }
    Sheet #text { height: 1fr; max-height: 100%; padding: 1 2; scrollbar-size-vertical: 1; }
    EditorScreen.-low Sheet #text { padding: 0 1; }
    Sheet #status { height: 1; margin-top: 1; color: $text-muted; }
    Sheet #status Static { width: auto; padding: 0 1; }
    """

    def __init__(
        self,
        services: Services,
        entry_id: int | None = None,
        application_id: int | None = None,
        *,
        outside: bool = False,
    ) -> None:
        """Open the entry *entry_id*, or an empty page, about *application_id* if given.

        With *outside* the person's own editor opens at once, and closing that keeps the page.
        """
        super().__init__(services)
        self.entry_id = entry_id
        self.starred = False
        self.application_id = application_id
        self._kept = Written(application_id=application_id)
        self._seen = self._kept
        self._edited_at: datetime | None = None
        self._is_sure = False
        self._starts_outside = outside
        key = NEW if entry_id is None else f"entry:{entry_id}"
        self.drafts = DraftKeeper(
            services.store.drafts, key, lambda: asdict(self.written), self, self._show_kept
        )

    def compose_body(self) -> ComposeResult:
        yield Sheet()

    def hints(self) -> list[tuple[str, str, str]]:
        """Return the footer's keys, without those that are letters here."""
        return [hint for hint in super().hints() if hint[2] not in WHILE_TYPING]

    @property
    def sheet(self) -> Sheet:
        """The fields."""
        return self.query_one(Sheet)

    @property
    def written(self) -> Written:
        """What stands on the page now."""
        return Written(*self.sheet.fields, self.starred, self.application_id)

    # Opening

    def on_mount(self) -> None:
        if not self.guarded(self._open):
            self.call_after_refresh(self.dismiss)
        elif self._starts_outside:
            self.call_after_refresh(self._edit_outside_and_keep)

    def _open(self) -> None:
        if self.entry_id is not None:
            self._read_entry(self.entry_id)
        self._seen = self._kept.with_draft(self.drafts.found(self._edited_at))
        self.starred, self.application_id = self._seen.starred, self._seen.application_id
        self.sheet.fill(self._seen)
        self.sheet.say(self._first_words())
        self.reload()

    def _read_entry(self, entry_id: int) -> None:
        found = self.store.journal.get(entry_id)
        entry = found.entry
        self._edited_at = entry.edited_at
        self._kept = Written(
            entry.title, " ".join(found.tags), entry.body, entry.starred, entry.application_id
        )

    def _first_words(self) -> str:
        if self._seen != self._kept:
            return "picked up where you left off"
        if self._edited_at is None:
            return "a new page"
        when, today = self.services.clock.local(self._edited_at), self.services.clock.today()
        return f"kept {ago(when.date(), today)} {clock_words(when)}"

    def reload(self) -> None:
        """Show again what the page is about; what is typed stays."""
        company = ""
        if self.application_id is not None:
            with self.sentences():
                company = self.store.applications.get(self.application_id).company
        self.sheet.show_about(company, starred=self.starred)

    # Typing

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.written != self._seen:
            self._touch()

    def _touch(self) -> None:
        self._is_sure = False
        self._seen = self.written
        self.drafts.touch()

    def _show_kept(self) -> None:
        if self.is_attached and self.query(Sheet):
            self.sheet.count()
            self.sheet.say("kept a moment ago")

    def on_unmount(self) -> None:
        self.drafts.flush()

    # Commands

    def action_star(self) -> None:
        self.starred = not self.starred
        self._touch()
        self.reload()

    @work
    async def action_link(self) -> None:
        """Ask which application the page is about."""
        chosen = await self.app.push_screen_wait(LinkDialog(self.services, self.application_id))
        if chosen is not None:
            self.application_id = chosen.application_id
            self._touch()
            self.reload()

    def action_external(self) -> bool:
        """Go on in the person's own editor; return whether it could be opened."""
        self.drafts.flush()
        before = self.sheet.text.text
        after = edit_outside(self, before)
        if after is not None and after != before:
            self.sheet.replace_text(after)
            self._touch()
            self.drafts.flush()
        return after is not None

    def _edit_outside_and_keep(self) -> None:
        if self.action_external():
            self.action_save()

    def action_save(self) -> None:
        written = self.written
        if written == self._kept or (self.entry_id is None and written.is_empty):
            self._close()
        elif self.guarded(lambda: self._keep(written)):
            self.tell("Kept the page")
            self._close()
            after_writing(self.app, f"{written.title}\n{written.body}")

    def _keep(self, written: Written) -> None:
        """Write the page into the journal; one that was deleted meanwhile becomes a new one."""
        from bounceback_tui.store.errors import NotFoundError

        journal = self.store.journal
        try:
            if self.entry_id is not None:
                journal.revise(self.entry_id, **written.facts())
        except NotFoundError:
            self.entry_id = None
        if self.entry_id is None:
            self.entry_id = journal.write(**written.facts())
        self._kept = written

    def action_discard(self) -> None:
        """Close without what changed, when asked twice."""
        has_changed = self.written != self._kept
        if has_changed and not self._is_sure:
            self._is_sure = True
            key = commands.keys_label(commands.BY_ID["editor.discard"], self.plan.settings.keys)
            self._notice(f"Press {key} again to throw away what changed.")
        elif self._close() and has_changed:
            self._notice("What changed was thrown away.")

    def _notice(self, sentence: str) -> None:
        self.app.notify(sentence, timeout=4, markup=False)

    def _close(self) -> bool:
        """Drop the draft and go; what still arrives of the last keys makes no new one."""
        self._seen = self.written
        if went_well := self.guarded(self.drafts.drop):
            self.dismiss()
        return went_well
