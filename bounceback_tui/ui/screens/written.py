"""A page of the journal while it is written: plain values, and the fields they stand in."""

from dataclasses import asdict, dataclass, replace
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import Input, Static, TextArea

from bounceback_tui.ui.text import plural


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

    def with_draft(self, draft: dict[str, Any]) -> "Written":
        """Return the page with what *draft* has of it."""
        known = asdict(self)
        fitting = {k: v for k, v in draft.items() if k in known and _fits(known[k], v)}
        return replace(self, **fitting)

    def facts(self) -> dict[str, Any]:
        """Return it as the journal takes it, its tags one by one."""
        return {**asdict(self), "tags": self.tags.replace(",", " ").split()}


def _fits(known: Any, value: Any) -> bool:
    if isinstance(known, str | bool):
        return isinstance(value, type(known))
    return value is None or (isinstance(value, int) and not isinstance(value, bool))


class Sheet(Vertical):
    """The fields of a page, what it is about, and a quiet line below."""

    def compose(self) -> ComposeResult:
        yield Input(placeholder="Title, if it wants one", id="title")
        with Horizontal(id="facts"):
            yield Input(placeholder="tags, separated by spaces", id="tags")
            yield Static("", id="about", classes="-nothing", markup=False)
        yield TextArea(tab_behavior="indent", highlight_cursor_line=False, id="text")
        with Horizontal(id="status"):
            yield Static("", id="counted", markup=False)
            yield Static("", id="state", markup=False)

    @property
    def text(self) -> TextArea:
        """The field for the text."""
        return self.query_one("#text", TextArea)

    @property
    def fields(self) -> tuple[str, str, str]:
        """What stands in the fields: title, tags and text."""
        title, tags = (self.query_one(f"#{name}", Input).value for name in ("title", "tags"))
        return title, tags, self.text.text

    def fill(self, written: Written) -> None:
        """Put *written* into the fields, with the cursor at the end of its text."""
        self.query_one("#title", Input).value = written.title
        self.query_one("#tags", Input).value = written.tags
        self.text.text = written.body
        self.text.move_cursor(self.text.document.end)
        self.text.focus()
        self.count()

    def count(self) -> None:
        """Count the words again."""
        self.query_one("#counted", Static).update(plural(len(self.text.text.split()), "word"))

    def say(self, state: str) -> None:
        """Say in the quiet line how the page is kept."""
        self.query_one("#state", Static).update(state)

    def show_about(self, company: str, *, starred: bool) -> None:
        """Show the star and what the page is about."""
        words = f"{'★ ' if starred else ''}{'about ' + company if company else ''}".strip()
        about = self.query_one("#about", Static)
        about.update(words)
        about.set_class(not words, "-nothing")

    def replace_text(self, body: str) -> None:
        """Replace the text as one step that the field's own undo takes back."""
        self.text.replace(body, (0, 0), self.text.document.end)

    @on(Input.Submitted)
    def _next_field(self) -> None:
        self.screen.focus_next()
