"""One round: when, with whom, how prepared, and what was said."""

import json
from datetime import time
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Input, Label, Static, TextArea

from bounceback_tui.models.words import InterviewKind
from bounceback_tui.services import Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog, complaint, is_store_error
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.text import parse_day, parse_number
from bounceback_tui.ui.widgets.pick import Pick
from bounceback_tui.ui.widgets.ticks import Ticks

LINES = {"round": "Round", "day": "Day", "time": "Time", "with_whom": "With whom"}
PLACEHOLDERS = {"day": "2026-11-30, tomorrow, fri, +3", "time": "10:00"}


class InterviewDialog(Dialog[bool]):
    """Adds an interview, or edits one."""

    SCOPE = "interview"
    BINDINGS = commands.bindings("interview", priority=("save", "prepare", "delete"))
    AUTO_FOCUS = "#day"
    CSS = """
    InterviewDialog { align: center middle; }
    InterviewDialog TextArea { margin-top: 1; }
    InterviewDialog .row { margin-bottom: 0; }
    """

    def __init__(
        self, services: Services, application_id: int, interview_id: int | None = None
    ) -> None:
        """Add to the application, or edit the interview called *interview_id*."""
        super().__init__()
        self.services = services
        self.application_id = application_id
        self.interview_id = interview_id
        key = f"interview:{interview_id or f'new:{application_id}'}"
        self._drafts = DraftKeeper(services.store.drafts, key, self._written, self)
        self._filled: dict[str, Any] = {}

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot(self._keys())
            yield Label(
                "Add an interview" if self.interview_id is None else "Interview",
                classes="heading",
                markup=False,
            )
            yield Static("", classes="complaint", markup=False)
            with Horizontal(classes="row"):
                yield Static("Kind", classes="row-label")
                yield Pick([(k.value, k.label) for k in InterviewKind], id="kind")
            for name, label in LINES.items():
                with Horizontal(classes="row"):
                    yield Static(label, classes="row-label", markup=False)
                    yield Input(id=name, placeholder=PLACEHOLDERS.get(name, ""))
            yield Static("Prepare: Space ticks, Enter rewords, Delete removes", classes="label")
            yield Ticks(id="checklist")
            yield Static("Notes", classes="label")
            yield TextArea(id="notes", soft_wrap=True, tab_behavior="focus")

    def _keys(self) -> str:
        own = self.services.plan.settings.keys
        shown = [c for c in commands.of("interview") if self.interview_id or c.action != "delete"]
        return " · ".join(f"{commands.keys_label(c, own)} {c.hint}" for c in shown)

    def on_mount(self) -> None:
        self._fill(self._kept())
        self._filled = self._written()
        self._drafts.unchanged = self._filled
        self._fill(self._filled | self._drafts.found())
        self.call_after_refresh(self.query_one(".dialog").scroll_home, animate=False)

    def _kept(self) -> dict[str, Any]:
        interviews = self.services.store.interviews
        if self.interview_id is None:
            rounds = [i.round for i in interviews.of(self.application_id)]
            items = self.services.guides["preparation"].items
            return {
                "round": str(max(rounds, default=0) + 1),
                "kind": InterviewKind.RECRUITER_CALL.value,
                "checklist": [(item, False) for item in items],
            }
        row = interviews.get(self.interview_id)
        lines = {name: str(getattr(row, name) or "") for name in (*LINES, "kind", "notes")}
        return lines | {
            "checklist": [(i.text, i.done) for i in interviews.checklist(self.interview_id)]
        }

    def _fill(self, values: dict[str, Any]) -> None:
        for name in LINES:
            self.query_one(f"#{name}", Input).value = values.get(name, "")
        self.query_one(Pick).value = values["kind"]
        self.query_one(Ticks).show([(text, done) for text, done in values["checklist"]])
        self.query_one("#notes", TextArea).text = values.get("notes", "")

    def _written(self) -> dict[str, Any]:
        return {
            **{name: self.query_one(f"#{name}", Input).value for name in LINES},
            "kind": self.query_one(Pick).value,
            "checklist": [list(item) for item in self.query_one(Ticks).items],
            "notes": self.query_one("#notes", TextArea).text,
        }

    @property
    def _is_changed(self) -> bool:
        return json.dumps(self._written()) != json.dumps(self._filled)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Pick.Changed)
    @on(Ticks.Changed)
    def _touched(self) -> None:
        if self._filled and self._is_changed:
            self._drafts.touch()

    @on(Input.Submitted)
    def _next(self) -> None:
        self.focus_next()

    def _facts(self) -> dict[str, Any]:
        """Return what is written as the store takes it; raise ValueError with a sentence."""
        facts = self._written()
        facts["round"] = parse_number(facts["round"], 1, 99) or 1
        day = facts["day"].strip()
        facts["day"] = parse_day(day, self.services.clock.today()) if day else None
        facts["time"] = _clock_time(facts["time"])
        facts["checklist"] = [(text, done) for text, done in facts["checklist"]]
        return facts

    def action_save(self) -> None:
        if self._kept_id() is not None:
            self.dismiss(True)

    def action_prepare(self) -> None:
        """Keep the interview and open all there is to prepare for it."""
        from bounceback_tui.ui.screens.preparation import PreparationScreen

        number = self._kept_id()
        if number is not None:
            self.dismiss(True)
            self.app.push_screen(PreparationScreen(self.services, number))

    def _kept_id(self) -> int | None:
        """Keep what is written and return the interview's id; else say why it can't be kept."""
        try:
            facts = self._facts()
            number = self._keep(facts)
            self._drafts.drop()
        except Exception as error:
            if not isinstance(error, ValueError) and not is_store_error(error):
                raise
            self.complain(complaint(error))
            return None
        after_writing(self.app, str(facts.get("notes", "")))
        return number

    def _keep(self, facts: dict[str, Any]) -> int:
        interviews = self.services.store.interviews
        checklist = facts.pop("checklist")
        if self.interview_id is not None:
            if self._is_changed:
                interviews.edit(self.interview_id, checklist, **facts)
            return self.interview_id
        ticked = {place for place, (_, done) in enumerate(checklist) if done}
        return interviews.add(self.application_id, [text for text, _ in checklist], ticked, **facts)

    def action_delete(self) -> None:
        if self.interview_id is None:
            return
        try:
            self.services.store.interviews.delete(self.interview_id)
            self._drafts.drop()
        except Exception as error:
            if not is_store_error(error):
                raise
            self.complain(complaint(error))
            return
        own = self.services.plan.settings.keys
        key = commands.keys_label(commands.BY_ID["app.undo"], own)
        self.app.notify(f"Deleted the interview · {key} undoes it", timeout=4, markup=False)
        self.dismiss(True)

    def on_unmount(self) -> None:
        self._drafts.flush()

    def action_leave(self) -> None:
        if self._is_changed:
            self._drafts.flush()
        else:
            self._drafts.leave()
        self.dismiss(False)


def _clock_time(words: str) -> str:
    """Return a time of day as HH:MM; ValueError with a sentence when it is none."""
    bare = words.strip().replace(".", ":")
    if not bare:
        return ""
    try:
        hour, _, minute = bare.partition(":")
        return f"{time(int(hour), int(minute or 0)):%H:%M}"
    except ValueError:
        raise ValueError("That is no time of day; write it like 10:00.") from None
