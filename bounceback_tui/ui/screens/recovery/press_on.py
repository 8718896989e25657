"""Press on: a chosen rest, then one small step with a plan, and the next applications."""

from datetime import date

from bounceback_tui.guides.loader import Field
from bounceback_tui.models.words import Step
from bounceback_tui.store.small_steps import TAKEN
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.text import ahead, parse_day, plural
from bounceback_tui.ui.widgets.answer import AnswerBox, LineBox, PairBox, TextBox, texts_of

SURE_ENOUGH = 7
MORNING = 9


class DayBox(LineBox):
    """A day in words; *today* is what the words are counted from."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    @property
    def day(self) -> date | None:
        """The day that was named, if one was."""
        return parse_day(self.text, self._today) if self.text.strip() else None

    def complaint(self) -> str:
        try:
            is_past = self.day is not None and self.day < self._today
        except ValueError as error:
            return str(error)
        return "That day is past; a rest ends today or later, or leave it empty." if is_past else ""


class PressOnScreen(StepScreen):
    """Rest, the smallest next step, an if-then, a plan for the next no, and what to apply to."""

    STEP = Step.PRESS_ON

    def start_answers(self) -> dict[str, str]:
        return {"rest_until": "tomorrow"}

    def answer_box(self, field: Field) -> AnswerBox:
        if field.id == "rest_until":
            return DayBox(self.services.clock.today())
        if field.id == "next_ones":
            return TextBox()
        if field.kind == "pair":
            return PairBox(list(field.labels.values()), is_short=True)
        return super().answer_box(field)

    def asks(self, field: Field, answers: dict[str, str]) -> bool:
        if field.id == TAKEN:
            return False
        if field.id == "if_then_again":
            return any(texts_of(answers.get("if_then", "")))
        if field.id == "smaller":
            sure = answers.get("confidence", "")
            return sure.isdecimal() and int(sure) < SURE_ENOUGH
        return True

    def prompt_of(self, field: Field) -> str:
        prompt = super().prompt_of(field)
        if field.id != "if_then_again":
            return prompt
        condition, deed = (*texts_of(self.answers.get("if_then", "")), "", "")[:2]
        return f"{prompt}\n\nIf {condition}, then I will {deed}."

    def finished(self, answers: dict[str, str]) -> None:
        said = [self._rest(answers.get("rest_until", "")), self._add_next(answers)]
        self.tell(" · ".join(words for words in said if words) or "The next step is yours")

    def _rest(self, words: str) -> str:
        """Begin the chosen rest; return what to say about it."""
        clock, today = self.services.clock, self.services.clock.today()
        day = parse_day(words, today) if words.strip() else today
        if self.recovery_id is None or day <= today:
            return ""
        self.store.recoveries.rest(self.recovery_id, clock.at_local(day, MORNING))
        return f"Off duty until {ahead(day, today)}"

    def _add_next(self, answers: dict[str, str]) -> str:
        """Put the next applications on the board, one a line; return what to say about it."""
        lines = [line.strip() for line in answers.get("next_ones", "").splitlines()]
        wanted = [line for line in lines if line]
        for line in wanted:
            company, _, title = line.partition(",")
            self.store.applications.add(company.strip(), title=title.strip())
        return f"{plural(len(wanted), 'card')} on the board" if wanted else ""
