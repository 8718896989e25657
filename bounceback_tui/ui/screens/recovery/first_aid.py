"""First aid: three minutes, at once."""

from bounceback_tui.guides.loader import Field
from bounceback_tui.models.words import Step
from bounceback_tui.ui.screens.recovery.sheet import NAMELESS
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.text import quoted

BLANK = "____"


class FirstAidScreen(StepScreen):
    """A breath, what stings, a sentence for somebody else, and that sentence for oneself."""

    STEP = Step.FIRST_AID

    def asks(self, field: Field, answers: dict[str, str]) -> bool:
        return field.id != "by_name" or bool(answers.get("to_another", "").strip())

    def prompt_of(self, field: Field) -> str:
        prompt = super().prompt_of(field)
        if field.id != "by_name":
            return prompt
        name = self.name_of_person().replace(NAMELESS, BLANK)
        said = f"{name}, {self.answers.get('to_another', '').strip()}"
        return f"{prompt}\n\n{quoted(said)}"

    def finished(self, answers: dict[str, str]) -> None:  # noqa: ARG002
        self.tell("First aid is done. The rest can wait")
