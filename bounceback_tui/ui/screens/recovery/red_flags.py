"""Red flags: what one may have dodged, with something seen or heard for each."""

from itertools import pairwise

from rich.text import Text
from textual.widget import Widget
from textual.widgets import Static

from bounceback_tui.guides.loader import Field
from bounceback_tui.models.words import CriterionKind, Step
from bounceback_tui.store.flags import Seen
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.text import plural
from bounceback_tui.ui.themes import ink
from bounceback_tui.ui.widgets.answer import AnswerBox
from bounceback_tui.ui.widgets.flag_list import FlagList, marks_of

LONG_WAIT = 14
WITH_FACTS = ("want_before", "worn_down", "flags", "liked")


class RedFlagsScreen(StepScreen):
    """The posting and the facts of the talks beside a checklist; then one line for next time."""

    STEP = Step.RED_FLAGS
    CSS = (
        StepScreen.CSS
        + """
    RedFlagsScreen .facts { height: auto; max-width: 84; margin-top: 1; padding-left: 1; }
    """
    )

    @property
    def application_id(self) -> int:
        """The application it is about."""
        return self.recovering.application_id if self.recovering else 0

    def start_answers(self) -> dict[str, str]:
        wanted = self.recovering.row.want if self.recovering else None
        if wanted is None and self.recovering:
            wanted = self.store.applications.get(self.application_id).desire
        return {} if wanted is None else {"want_before": str(wanted)}

    def answer_box(self, field: Field) -> AnswerBox:
        if field.id == "flags":
            groups = self.services.guides["flag_list"].groups
            return FlagList([(group.title, group.items) for group in groups])
        return super().answer_box(field)

    def beside(self, field: Field) -> Widget | None:
        if field.id not in WITH_FACTS:
            return None
        words = self._facts()
        return Static(words, classes="facts", markup=False) if words.plain else None

    def _facts(self) -> Text:
        """Return how the talks went in plain facts, then the posting's own text."""
        muted = ink(self.app.theme_variables, "text-muted")
        row = self.store.applications.get(self.application_id)
        words = Text()
        facts = self._interview_facts(row.rounds_announced) + self._waits()
        if facts:
            words.append("how it went\n", muted).append("\n".join(facts))
        if row.description:
            words.append("\n\n" if facts else "").append("the posting\n", muted)
            words.append(row.description)
        return words

    def _interview_facts(self, announced: int | None) -> list[str]:
        today = self.services.clock.today()
        interviews = self.store.interviews.of(self.application_id)
        held = [i for i in interviews if i.day is not None and i.day <= today]
        lines = []
        if held or announced:
            said = f", {announced} announced" if announced is not None else ""
            lines.append(f"{plural(len(held), 'round')} held{said}")
        moved = sum(interview.times_moved for interview in interviews)
        if moved:
            lines.append(f"a date was moved {plural(moved, 'time')}")
        return lines

    def _waits(self) -> list[str]:
        history = self.store.applications.history(self.application_id)
        waits = [(after.day - before.day).days for before, after in pairwise(history)]
        longest = max(waits, default=0)
        return [f"the longest wait between steps: {longest} days"] if longest >= LONG_WAIT else []

    def finished(self, answers: dict[str, str]) -> None:
        marks = marks_of(answers.get("flags", ""))
        seen = [Seen(*mark) for mark in marks if mark[1].strip()]
        self.store.flags.replace(self.application_id, seen)
        wish, question = (answers.get(name, "").strip() for name in ("criterion", "ask_next_time"))
        if wish:
            self._keep_criterion(wish, question)
        self.tell(f"Kept {plural(len(seen), 'flag')}{' and one line for next time' * bool(wish)}")

    def _keep_criterion(self, wish: str, question: str) -> None:
        """Keep the line for next time, once for each application."""
        criteria = self.store.criteria
        known = [c for c in criteria.all() if c.application_id == self.application_id]
        same = next((c for c in known if c.text == wish), None)
        if same is None or same.id is None:
            criteria.add(CriterionKind.MUST, wish, question, self.application_id)
        elif same.question != question:
            criteria.edit(same.id, question=question)
