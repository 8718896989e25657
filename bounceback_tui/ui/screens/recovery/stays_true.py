"""What stays true: two or three values, for a calm day and for nobody's eyes but one's own."""

from bounceback_tui.guides.loader import Field
from bounceback_tui.insight.pacing import is_calm
from bounceback_tui.models.words import Step
from bounceback_tui.services import Services
from bounceback_tui.ui.screens.recovery.step import StepScreen
from bounceback_tui.ui.widgets.answer import AnswerBox
from bounceback_tui.ui.widgets.marks_box import MarksBox

MOST = 3
NOT_TODAY = (
    "This one is for a calm day, and a no is fresh. First aid, a rest or a walk do more now."
)


def not_today(services: Services) -> str:
    """Return why this is not the day for it; empty when it is."""
    last = services.store.recoveries.last_no()
    return "" if is_calm(last, services.clock.now()) else NOT_TODAY


class FewMarks(MarksBox):
    """Marks at most three."""

    def complaint(self) -> str:
        if len(self.marked) <= MOST:
            return ""
        return f"{len(self.marked)} are marked; keep the two or three that matter most."


class StaysTrueScreen(StepScreen):
    """Belongs to no rejection, and is kept away from the hours after one."""

    STEP = Step.STAYS_TRUE

    def answer_box(self, field: Field) -> AnswerBox:
        if field.kind == "marks":
            return FewMarks(self.services.guides[field.list].items)
        return super().answer_box(field)
