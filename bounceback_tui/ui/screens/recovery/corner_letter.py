"""The letter to a recruiter, filled from the corner, to edit and to copy; never sent from here."""

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Input, Label, Static, TextArea

from bounceback_tui.services import Services
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.screens.recovery.corner_texts import brief_facts, introduction_values

LEFT_OPEN = "What stands in [brackets] is for you to fill in."


class IntroductionDialog(Dialog[None]):
    """Shows the letter; what is changed in it is there again the next time."""

    BINDINGS = [
        Binding("ctrl+y", "copy", "Copy it", priority=True),
        Binding("ctrl+n", "fill", "Fill it anew", priority=True),
        Binding("escape", "dismiss(None)", "Leave"),
    ]
    AUTO_FOCUS = "TextArea"
    CSS = """
    IntroductionDialog { align: center middle; }
    IntroductionDialog .dialog { width: 88; height: 94%; }
    IntroductionDialog TextArea { height: 1fr; max-height: 100%; margin-top: 1; }
    IntroductionDialog.-low TextArea { margin-top: 0; }
    IntroductionDialog.-low .heading { margin-bottom: 0; }
    """

    def __init__(self, services: Services) -> None:
        """Fill the letter from what stands in the corner."""
        super().__init__()
        self.services = services
        self._drafts = DraftKeeper(services.store.drafts, "introduction", self._written, self)

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot("^y copy · ^n fill anew · esc leave, it keeps")
            yield Label("Introduce yourself", classes="heading")
            yield Static(LEFT_OPEN, classes="muted", markup=False)
            yield Static("", classes="complaint", markup=False)
            yield Input(placeholder="Subject", select_on_focus=False)
            yield TextArea(soft_wrap=True, tab_behavior="focus")

    def on_mount(self) -> None:
        found = self._drafts.found()
        if found:
            self._show(str(found.get("subject", "")), str(found.get("body", "")))
        else:
            self._show(*self._filled())

    def _filled(self) -> tuple[str, str]:
        values = introduction_values(brief_facts(self.services.store))
        return self.services.guides.templates["introduction"].fill(values)

    def _show(self, subject: str, body: str) -> None:
        with self.prevent(Input.Changed, TextArea.Changed):
            self.query_one(Input).value = subject
            self.query_one(TextArea).text = body

    def _written(self) -> dict[str, Any]:
        return {"subject": self.query_one(Input).value, "body": self.query_one(TextArea).text}

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _touched(self) -> None:
        self._drafts.touch()

    def action_fill(self) -> None:
        """Write the letter anew from what stands in the corner now."""
        self._show(*self._filled())
        self._drafts.leave()

    def action_copy(self) -> None:
        from bounceback_tui.ui.clipboard import copy

        copy(self.app, "{subject}\n\n{body}".format(**self._written()))

    def on_unmount(self) -> None:
        self._drafts.flush()
