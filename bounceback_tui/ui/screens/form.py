"""A form over a screen: a few fields that are kept together, and never half lost."""

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Label, Static, TextArea

from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog, complaint, is_store_error
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.text import parse_number
from bounceback_tui.ui.widgets.choices import Choices
from bounceback_tui.ui.widgets.pick import Pick


@dataclass(frozen=True)
class Blank:
    """A field to fill in; its ``kind`` is line, page, pick (one of *options*), several or number.

    A ``required`` one is a sentence that is said when it is left empty.
    """

    name: str
    label: str
    kind: str = "line"
    placeholder: str = ""
    options: tuple[tuple[str, str], ...] = ()
    low: int = 0
    high: int = 0
    required: str = ""

    def parsed(self, text: str) -> Any:
        """Return what *text* means; raise ValueError with a sentence when it means nothing."""
        if self.required and not text.strip():
            raise ValueError(self.required)
        if self.kind == "number":
            return parse_number(text, self.low, self.high)
        return text.split() if self.kind == "several" else text.strip()


class FormDialog(Dialog[bool]):
    """Adds something or edits it; answers whether anything was kept or deleted.

    A subclass names its ``BLANKS`` and says what is kept so far and how to keep or delete it.
    """

    SCOPE = "form"
    BLANKS: ClassVar[tuple[Blank, ...]] = ()
    HEADING: ClassVar[str] = ""
    NOUN: ClassVar[str] = ""
    BINDINGS = commands.bindings("form", priority=("save", "delete"))
    CSS = """
    FormDialog { align: center middle; }
    FormDialog .row { margin-bottom: 0; }
    FormDialog TextArea { min-height: 3; max-height: 7; }
    FormDialog.-low TextArea { min-height: 2; max-height: 4; }
    FormDialog.-low .label { margin-top: 0; }
    FormDialog Horizontal.row { margin-top: 1; }
    FormDialog.-low Horizontal.row { margin-top: 0; }
    """

    def __init__(self, services: Services, number: int | None = None) -> None:
        """Add one, or edit the one called *number*."""
        super().__init__()
        self.services = services
        self.number = number
        self._drafts = DraftKeeper(services.store.drafts, self.draft_key(), self.written, self)
        self._filled: dict[str, str] | None = None

    # What a form decides for itself

    def draft_key(self) -> str:
        """Return what the draft of this form is called."""
        return f"{self.NOUN.replace(' ', '-')}:{self.number or 'new'}"

    def kept(self) -> dict[str, str]:
        """Return what stands in the fields at first."""
        return {}

    def keep(self, facts: dict[str, Any]) -> None:
        """Write *facts*, by field, into the file."""

    def erase(self) -> None:
        """Delete what is edited."""

    def above(self) -> ComposeResult:
        """Yield what stands between the heading and the fields."""
        yield from ()

    # The dialog

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot(self._keys())
            yield Label(self.HEADING, classes="heading", markup=False)
            yield Static("", classes="complaint", markup=False)
            yield from self.above()
            for blank in self.BLANKS:
                yield from _field(blank)

    def _keys(self) -> str:
        own = self.services.plan.settings.keys
        shown = [c for c in commands.of("form") if c.action != "delete" or self.number is not None]
        return " · ".join(f"{commands.keys_label(c, own)} {c.hint}" for c in shown)

    def on_mount(self) -> None:
        try:
            self._fill(self.kept())
        except Exception as error:
            if not is_store_error(error):
                raise
            self.app.notify(complaint(error), severity="error", timeout=12, markup=False)
            self.dismiss(False)
            return
        self._open()

    def _open(self) -> None:
        self._drafts.unchanged = self._filled = self.written()
        draft = self._drafts.found()
        self._fill({name: str(draft.get(name, text)) for name, text in self._filled.items()})
        self.editor(self.BLANKS[0].name).focus()
        self.call_after_refresh(self.query_one(".dialog").scroll_home, animate=False)

    def editor(self, name: str) -> Widget:
        """Return the widget in which *name* is written."""
        return self.query_one(f"#blank-{name}")

    def _fill(self, values: dict[str, str]) -> None:
        for blank in self.BLANKS:
            editor, text = self.editor(blank.name), values.get(blank.name, "")
            if isinstance(editor, TextArea):
                editor.text = text
            elif isinstance(editor, Choices):
                editor.value = frozenset(text.split())
            elif isinstance(editor, Input | Pick):
                editor.value = text

    def written(self) -> dict[str, str]:
        """Return what stands in the fields."""
        return {blank.name: _text(self.editor(blank.name)) for blank in self.BLANKS}

    @property
    def is_changed(self) -> bool:
        """Whether something else stands in the fields than what is kept."""
        return json.dumps(self.written()) != json.dumps(self._filled)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Pick.Changed)
    @on(Choices.Changed)
    def _touched(self) -> None:
        if self._filled is not None and self.is_changed:
            self._drafts.touch()

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    def _facts(self) -> dict[str, Any]:
        written, facts = self.written(), {}
        for blank in self.BLANKS:
            try:
                facts[blank.name] = blank.parsed(written[blank.name])
            except ValueError:
                self.editor(blank.name).focus()
                raise
        return facts

    # Closing

    def action_save(self) -> None:
        is_kept = self.number is not None and not self.is_changed
        if is_kept or self._done(lambda: self.keep(self._facts())):
            self._drafts.leave()
            self.dismiss(not is_kept)
            after_writing(self.app, "\n".join(self.written().values()))

    def action_delete(self) -> None:
        if self.number is None or not self._done(self.erase):
            return
        self._drafts.leave()
        own = self.services.plan.settings.keys
        key = commands.keys_label(commands.BY_ID["app.undo"], own)
        self.app.notify(f"Deleted the {self.NOUN} · {key} undoes it", timeout=4, markup=False)
        self.dismiss(True)

    def _done(self, act: Any) -> bool:
        """Do *act*; say in the dialog why it can't be done. Return whether it went well."""
        try:
            act()
        except Exception as error:
            if not isinstance(error, ValueError) and not is_store_error(error):
                raise
            self.complain(complaint(error))
            return False
        return True

    def action_leave(self) -> None:
        if self._filled is not None and self.is_changed:
            self._drafts.flush()
        else:
            self._drafts.leave()
        self.dismiss(False)

    def on_unmount(self) -> None:
        self._drafts.flush()


def _field(blank: Blank) -> ComposeResult:
    number = f"blank-{blank.name}"
    if blank.kind in ("page", "several"):
        yield Static(blank.label, classes="label", markup=False)
        if blank.kind == "page":
            yield TextArea(
                id=number, soft_wrap=True, tab_behavior="focus", placeholder=blank.placeholder
            )
        else:
            yield Choices(dict(blank.options), id=number)
        return
    with Horizontal(classes="row"):
        yield Static(blank.label, classes="row-label", markup=False)
        if blank.kind == "pick":
            yield Pick(blank.options, id=number)
        else:
            yield Input(id=number, placeholder=blank.placeholder, select_on_focus=False)


def _text(editor: Widget) -> str:
    if isinstance(editor, TextArea):
        return editor.text
    if isinstance(editor, Choices):
        return " ".join(sorted(editor.value))
    return str(editor.value) if isinstance(editor, Input | Pick) else ""
