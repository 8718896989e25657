"""Writing: a page of Markdown that is kept while it is typed."""

from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import Any

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static, TextArea

from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.external_editor import edit_outside
from bounceback_tui.ui.screens.link import LinkDialog
from bounceback_tui.ui.text import clock_words, date_words, plural

NEW = "entry:new"
EDITS = ("save", "external", "star", "link", "discard")


@dataclass(frozen=True)
class Written:
    """What stands on the page."""

    title: str = ""
    tags: str = ""
    body: str = ""
    starred: bool = False
    application_id: int | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on it that anybody wrote."""
        return not (self.title + self.tags + self.body).strip()

    @property
    def tag_words(self) -> list[str]:
        """The tags one by one."""
        return self.tags.replace(",", " ").split()

    def with_draft(self, draft: dict[str, Any]) -> "Written":
        """Return the page with what *draft* has of it."""
        known = asdict(self)
        fitting = {k: v for k, v in draft.items() if k in known and _fits(known[k], v)}
        return replace(self, **fitting)

    def facts(self) -> dict[str, Any]:
        """Return it as the journal takes it."""
        return {**asdict(self), "tags": self.tag_words}


def _fits(known: Any, value: Any) -> bool:
    if isinstance(known, str | bool):
        return isinstance(value, type(known))
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


class EditorScreen(DataScreen):
    """A title, tags and a text; closing keeps it, as one act."""

    SCOPE = "editor"
    TAB = "journal"
    BINDINGS = commands.bindings("editor", priority=EDITS)
    CSS = """
    EditorScreen #body { align: center top; }
    #sheet { width: 100%; max-width: 96; height: 1fr; padding: 0 2; }
    EditorScreen.-narrow #sheet { padding: 0 1; }
    EditorScreen #title { text-style: bold; margin-bottom: 1; }
    EditorScreen #facts { height: 1; margin-bottom: 1; }
    EditorScreen.-low #title, EditorScreen.-low #facts { margin-bottom: 0; }
    EditorScreen.-low #facts { margin-bottom: 1; }
    EditorScreen #tags { width: 1fr; }
    EditorScreen #about { width: auto; max-width: 60%; padding: 0 1 0 2; color: $text-muted; }
    EditorScreen #text { height: 1fr; max-height: 100%; padding: 1 2; }
    EditorScreen.-low #text { padding: 0 1; }
    EditorScreen #status { height: 1; margin-top: 1; color: $text-muted; }
    EditorScreen.-low #status { margin-top: 0; }
    EditorScreen #counted { width: 1fr; padding: 0 1; }
    EditorScreen #state { width: auto; padding: 0 1; }
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
        self._loaded = self._kept
        self._when: datetime | None = None
        self._is_sure = False
        self._starts_outside = outside
        key = NEW if entry_id is None else f"entry:{entry_id}"
        self.drafts = DraftKeeper(
            services.store.drafts, key, lambda: asdict(self.written), self, self._show_kept
        )

    def compose_body(self) -> ComposeResult:
        with Vertical(id="sheet"):
            yield Input(placeholder="Title, if it wants one", id="title")
            with Horizontal(id="facts"):
                yield Input(placeholder="tags, separated by spaces", id="tags")
                yield Static("", id="about", markup=False)
            yield TextArea(
                soft_wrap=True,
                tab_behavior="indent",
                show_line_numbers=False,
                highlight_cursor_line=False,
                id="text",
            )
            with Horizontal(id="status"):
                yield Static("", id="counted", markup=False)
                yield Static("", id="state", markup=False)

    # What stands on the page

    @property
    def text(self) -> TextArea:
        """The field for the text."""
        return self.query_one("#text", TextArea)

    @property
    def written(self) -> Written:
        """What stands on the page now."""
        return Written(
            self.query_one("#title", Input).value,
            self.query_one("#tags", Input).value,
            self.text.text,
            self.starred,
            self.application_id,
        )

    def on_mount(self) -> None:
        if not self.guarded(self._open):
            self.call_after_refresh(self.app.pop_screen)

    def _open(self) -> None:
        if self.entry_id is not None:
            self._read_entry(self.entry_id)
        draft = self.drafts.found(self._when)
        self._loaded = self._kept.with_draft(draft)
        self._fill(self._loaded)
        picked_up = self._loaded != self._kept
        self._say("picked up where you left off" if picked_up else self._first_words())
        self.text.focus()
        if self._starts_outside:
            self.call_after_refresh(self._edit_outside_and_keep)

    def _edit_outside_and_keep(self) -> None:
        if self.action_external():
            self.action_save()

    def _read_entry(self, entry_id: int) -> None:
        found = self.store.journal.get(entry_id)
        entry = found.entry
        self._when = entry.edited_at
        self._kept = Written(
            entry.title, " ".join(found.tags), entry.body, entry.starred, entry.application_id
        )

    def _first_words(self) -> str:
        return "a new page" if self.entry_id is None else self._kept_words()

    def _fill(self, written: Written) -> None:
        self.query_one("#title", Input).value = written.title
        self.query_one("#tags", Input).value = written.tags
        self.text.text = written.body
        self.text.move_cursor(self.text.document.end)
        self.starred, self.application_id = written.starred, written.application_id
        self._count()
        self.reload()

    def reload(self) -> None:
        """Show again what the page is about; what is typed stays."""
        about = self.query_one("#about", Static)
        star = "★ " if self.starred else ""
        name = ""
        if self.application_id is not None:
            with self.sentences():
                name = self.store.applications.get(self.application_id).company
        about.update(f"{star}{'about ' + name if name else ''}".strip())

    def _count(self) -> None:
        self.query_one("#counted", Static).update(plural(len(self.text.text.split()), "word"))

    def _say(self, state: str) -> None:
        self.query_one("#state", Static).update(state)

    def _show_kept(self) -> None:
        if self.is_attached and self.query("#state"):
            self._count()
            self._say("kept a moment ago")

    def _kept_words(self) -> str:
        if self._when is None:
            return "kept"
        when, today = self.services.clock.local(self._when), self.services.clock.today()
        day = "today" if when.date() == today else date_words(when.date(), today)
        return f"kept {day} {clock_words(when)}"

    # Typing

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self) -> None:
        if self.written != self._loaded:
            self._touch()

    def _touch(self) -> None:
        self._is_sure = False
        self._loaded = self.written
        self.drafts.touch()

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.focus_next()

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
        """Go on in the person's own editor; one undo step in the field takes it back."""
        self.drafts.flush()
        before = self.text.text
        after = edit_outside(self, before)
        if after is not None and after != before:
            self.text.replace(after, (0, 0), self.text.document.end)
            self._touch()
            self.drafts.flush()
        return after is not None

    def action_save(self) -> None:
        written = self.written
        if written == self._kept or (self.entry_id is None and written.is_empty):
            self._close()
        elif self.guarded(lambda: self._keep(written)):
            self.tell("Kept the page")
            self._close()

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
            return
        if self._close() and has_changed:
            self._notice("What changed was thrown away.")

    def _notice(self, sentence: str) -> None:
        self.app.notify(sentence, timeout=4, markup=False)

    def _close(self) -> bool:
        self._loaded = self.written
        went_well = self.guarded(self.drafts.drop)
        if went_well:
            self.dismiss()
        return went_well
