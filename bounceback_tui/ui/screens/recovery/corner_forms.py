"""The forms of the corner: a criterion, a story, and a practice run with two minutes to talk."""

from datetime import datetime, timedelta
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.timer import Timer
from textual.widgets import Static

from bounceback_tui.models.words import CriterionKind
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.ui.screens.form import Blank, FormDialog

WORDS = {
    CriterionKind.MUST: "must have",
    CriterionKind.NICE: "good to have",
    CriterionKind.NO: "no",
}
TALK = timedelta(minutes=2)
OVER = "Two minutes. Now one thing to keep, and one to change."


class CriterionForm(FormDialog):
    """Adds what a job must have or must not have, or edits it."""

    HEADING = "Must have, or no"
    NOUN = "criterion"
    BLANKS = (
        Blank("kind", "It is a", "pick", options=tuple((k.value, w) for k, w in WORDS.items())),
        Blank("text", "What", required="What should it be? A few words will do."),
        Blank("question", "Ask early", placeholder="a question that finds it out"),
    )

    def kept(self) -> dict[str, str]:
        if self.number is None:
            return {"kind": CriterionKind.MUST.value}
        criteria = {c.id: c for c in self.services.store.criteria.all()}
        found = criteria.get(self.number)
        if found is None:
            raise NotFoundError("That criterion is not in the journal any more.")
        return {"kind": found.kind, "text": found.text, "question": found.question}

    def keep(self, facts: dict[str, Any]) -> None:
        criteria, kind = self.services.store.criteria, CriterionKind(facts.pop("kind"))
        if self.number is None:
            criteria.add(kind, facts["text"], question=facts["question"])
        else:
            criteria.edit(self.number, kind=kind.value, **facts)

    def erase(self) -> None:
        if self.number is not None:
            self.services.store.criteria.delete(self.number)


class StoryForm(FormDialog):
    """Adds a story to tell, or edits one."""

    HEADING = "A story to tell"
    NOUN = "story"
    BLANKS = (
        Blank("title", "Called", required="A name to find it by is all that is needed."),
        Blank("problem", "The problem", "page"),
        Blank("did", "What you did", "page"),
        Blank("result", "The result", "page", "a number, or what somebody said"),
    )

    def kept(self) -> dict[str, str]:
        if self.number is None:
            return {}
        found = self.services.store.corner.story(self.number)
        return {blank.name: getattr(found, blank.name) for blank in self.BLANKS}

    def keep(self, facts: dict[str, Any]) -> None:
        corner = self.services.store.corner
        if self.number is None:
            corner.add_story(**facts)
        else:
            corner.edit_story(self.number, **facts)

    def erase(self) -> None:
        if self.number is not None:
            self.services.store.corner.delete_story(self.number)


class PracticeForm(FormDialog):
    """One question answered aloud: how ready before, notes, feedback, one change, how ready now."""

    HEADING = "Practice"
    NOUN = "practice run"
    BLANKS = (
        Blank("question", "Question", required="Which question did you practice?"),
        Blank("ready_before", "Ready before", "number", "0 to 10, or nothing", low=0, high=10),
        Blank("answer_notes", "Notes on your answer", "page"),
        Blank("feedback", "To keep", placeholder="one thing: ask your listener, or yourself"),
        Blank("one_change", "To change", placeholder="one thing"),
        Blank("ready_after", "Ready now", "number", "0 to 10, or nothing", low=0, high=10),
    )
    BINDINGS = [Binding("ctrl+t", "talk", "Start or stop two minutes", priority=True)]
    CSS = f"{FormDialog.CSS} PracticeForm #talk {{ color: $text-muted; height: 1; }}"

    def __init__(
        self, services: Services, number: int | None = None, interview_id: int | None = None
    ) -> None:
        """Add a run, for an interview if given, or edit the one called *number*."""
        self.interview_id = interview_id
        super().__init__(services, number)
        self._since: datetime | None = None
        self._ticking: Timer | None = None

    def draft_key(self) -> str:
        about = "" if self.interview_id is None else f":{self.interview_id}"
        return f"{super().draft_key()}{about}"

    def above(self) -> ComposeResult:
        yield Static("^t starts two minutes, if you like", id="talk", markup=False)

    def kept(self) -> dict[str, str]:
        if self.number is None:
            return {}
        found = self.services.store.corner.practice(self.number)
        values = {blank.name: getattr(found, blank.name) for blank in self.BLANKS}
        return {name: "" if value is None else str(value) for name, value in values.items()}

    def keep(self, facts: dict[str, Any]) -> None:
        corner = self.services.store.corner
        if self.number is None:
            corner.add_practice(**facts, interview_id=self.interview_id)
        else:
            corner.edit_practice(self.number, **facts)

    def erase(self) -> None:
        if self.number is not None:
            self.services.store.corner.delete_practice(self.number)

    # Two minutes

    def action_talk(self) -> None:
        """Start two minutes, or stop them."""
        if self._since is not None:
            self._stop("Stopped; ^t starts two minutes anew")
            return
        self._since = self.services.clock.now()
        self._ticking = self.set_interval(1, self.show_time)
        self.show_time()

    def show_time(self) -> None:
        """Show how much of the two minutes is left."""
        if self._since is None:
            return
        left = TALK - (self.services.clock.now() - self._since)
        if left <= timedelta():
            self._stop(OVER)
            return
        minutes, seconds = divmod(int(left.total_seconds()), 60)
        self.query_one("#talk", Static).update(f"{minutes}:{seconds:02} left · ^t stops")

    def _stop(self, words: str) -> None:
        self._since = None
        if self._ticking is not None:
            self._ticking.stop()
        self.query_one("#talk", Static).update(words)
