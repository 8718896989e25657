"""What stays in sight beside every step: the no, the harsh thought, the steps, one's own record."""

from collections.abc import Mapping

from rich.text import Text

from bounceback_tui.models.words import Stage, Step, StepState
from bounceback_tui.store.record import Record
from bounceback_tui.store.recoveries import Recovering
from bounceback_tui.ui.text import quoted

TITLES = {
    Step.FIRST_AID: "First aid",
    Step.NOT_PERSONAL: "Not personal",
    Step.RED_FLAGS: "Red flags",
    Step.FOLLOW_UP: "Follow up",
    Step.GRACE: "Grace",
    Step.PRESS_ON: "Press on",
    Step.STAYS_TRUE: "What stays true",
    Step.CORNER: "In your corner",
}
SHAPES = {
    StepState.NOT_STARTED: "○",
    StepState.BEGUN: "◐",
    StepState.DONE: "●",
    StepState.SKIPPED: "–",
}
WORDS = {
    StepState.NOT_STARTED: "",
    StepState.BEGUN: "begun",
    StepState.DONE: "done",
    StepState.SKIPPED: "left out",
}
AFTER = {
    Stage.SAVED: "a no",
    Stage.APPLIED: "a no to the application",
    Stage.SCREENING: "a no after the first talk",
    Stage.INTERVIEW: "a no after interviews",
    Stage.OFFER: "a no after an offer",
}


def about(recovering: Recovering, when: str, muted: str) -> Text:
    """Return what was turned down, and when."""
    words = Text(recovering.company, "bold")
    if recovering.title:
        words.append(f"\n{recovering.title}", "not bold")
    reached = AFTER[Stage(recovering.row.stage_reached)]
    return words.append(f"\n{reached}, {when}", f"not bold {muted}")


def thought(recovering: Recovering, muted: str) -> Text:
    """Return the harsh thought and how true it felt, before and after; empty without one."""
    if not recovering.harsh_thought:
        return Text()
    words = Text("the harsh thought\n", muted).append(quoted(recovering.harsh_thought), "default")
    if recovering.before is not None:
        words.append("\nfelt true  ", muted).append(sting(recovering), "default")
    return words


def sting(recovering: Recovering) -> str:
    """Return how true the harsh thought felt, before and, when known, after."""
    if recovering.before is None:
        return ""
    after = "" if recovering.after is None else f" → {recovering.after}"
    return f"{recovering.before}{after}"


def step_lines(
    states: Mapping[Step, StepState], here: Step | None, accent: str, muted: str
) -> Text:
    """Return a line for each step with its state as a shape; the one that is open stands out."""
    words = Text()
    for step, state in states.items():
        is_here = step is here
        words.append("▸ " if is_here else f"{SHAPES[state]} ", accent if is_here else muted)
        words.append(TITLES[step], f"bold {accent}" if is_here else "default").append("\n")
    words.rstrip()
    return words


def record_lines(record: Record, muted: str) -> Text:
    """Return one's own evidence in two or three plain lines; empty before there is any."""
    lines = []
    if record.interviewed:
        lines.append(f"Interviewed at {record.interviewed} of {record.applied}")
    if record.last_rounds:
        lines.append(f"Last round at {record.last_rounds} of {record.applied}")
    if record.rejections_before_anyone:
        lines.append(
            f"{record.rejections_before_anyone} of {record.rejections} no's came before anyone "
            "had met you"
        )
    if not lines:
        return Text()
    return Text("your own record\n", muted).append("\n".join(lines), "default")
