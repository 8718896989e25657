"""How the lists of the corner and of a preparation are painted."""

from datetime import date

from rich.text import Text

from bounceback_tui.models.corner import Practice, Story
from bounceback_tui.models.flag import Criterion
from bounceback_tui.models.words import CriterionKind
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.screens.recovery.corner_forms import WORDS
from bounceback_tui.ui.text import ago

SHAPES = {CriterionKind.MUST: "●", CriterionKind.NICE: "○", CriterionKind.NO: "–"}


def criterion_line(criterion: Criterion, width: int, muted: str, accent: str) -> Text:
    """Return what a job must have or not, in one line."""
    kind = CriterionKind(criterion.kind)
    words = Text(f"{SHAPES[kind]} ", accent).append(criterion.text, "default")
    return spread(words, Text(WORDS[kind], muted), width)


def question_line(criterion: Criterion, width: int, muted: str) -> Text:
    """Return the question that finds a criterion out, and what it is about."""
    words = Text(criterion.question)
    words.truncate(width, overflow="ellipsis")
    room = width - words.cell_len - 4
    if room > 10:
        about = Text(f"    {criterion.text}", muted)
        about.truncate(room + 4, overflow="ellipsis")
        words.append_text(about)
    return words


def story_line(story: Story, width: int, muted: str) -> Text:
    """Return a story's name, and how much of it is told."""
    missing = [
        word
        for word, told in (
            ("problem", story.problem),
            ("what you did", story.did),
            ("result", story.result),
        )
        if not told
    ]
    state = f"still: {', '.join(missing)}" if missing else "● whole"
    return spread(Text(story.title), Text(state, muted), width)


def practice_line(run: Practice, today: date, width: int, muted: str) -> Text:
    """Return a practice run: the question, how ready before and after, and when."""
    ready = " → ".join(str(n) for n in (run.ready_before, run.ready_after) if n is not None)
    about = "   ".join(part for part in (ready, ago(run.day, today)) if part)
    return spread(Text(run.question), Text(about, muted), width)
