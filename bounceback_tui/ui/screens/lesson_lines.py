"""How lessons look in words: two lines in a list, and the whole of one in the reader."""

from datetime import date
from typing import NamedTuple

from rich.text import Text

from bounceback_tui.models.words import FeedbackSort
from bounceback_tui.store.lessons import Learned
from bounceback_tui.ui.cells import cut, spread
from bounceback_tui.ui.text import ago, first_line

LABEL_WIDTH = 10


class State(NamedTuple):
    """What became of a lesson, as a shape and in words."""

    is_tried: bool
    helped: str
    shape: str
    words: str


STATES = (
    State(is_tried=False, helped="", shape="○", words="not tried yet"),
    State(is_tried=True, helped="", shape="◐", words="tried; hard to say"),
    State(is_tried=True, helped="yes", shape="●", words="tried, and it helped"),
    State(is_tried=True, helped="no", shape="◌", words="tried, and it did not help"),
)
SHORT = ("not tried yet", "tried", "it helped", "did not help")


def state_of(lesson: Learned) -> State:
    """Return what became of *lesson*."""
    return next(s for s in STATES if (s.is_tried, s.helped) == (lesson.is_tried, lesson.helped))


def source(lesson: Learned) -> str:
    """Return where *lesson* came from, in one line."""
    return " · ".join(part for part in (lesson.came_from, lesson.company) if part)


def lines(lesson: Learned, today: date, width: int, muted: str, accent: str) -> list[Text]:
    """Return the two lines of *lesson* in a list, *width* cells wide."""
    state = state_of(lesson)
    shape = Text(f"{state.shape} ", muted if lesson.helped == "no" else accent)
    first = shape.append(cut(first_line(lesson.text), width - 2), "default")
    words = SHORT[STATES.index(state)]
    about = Text(f"  {words}", muted)
    if origin := source(lesson):
        about.append(f" · {cut(origin, width)}")
    return [first, spread(about, Text(ago(lesson.day, today), muted), width)]


def short_line(lesson: Learned, width: int, muted: str, accent: str) -> Text:
    """Return *lesson* in one line: its words, and at the far end what became of it."""
    state = state_of(lesson)
    words = Text(f"{state.shape} ", accent).append(first_line(lesson.text), "default")
    return spread(words, Text(SHORT[STATES.index(state)], muted), width)


def page(lesson: Learned, today: date, muted: str, accent: str) -> Text:
    """Return the whole of *lesson*."""
    state = state_of(lesson)
    text = Text(lesson.text, "bold").append("\n\n")
    text.append(f"{state.shape} ", accent).append(f"{state.words}\n", "not bold")
    for label, words in _facts(lesson, today):
        text.append(f"\n{label.ljust(LABEL_WIDTH)}", f"not bold {muted}")
        text.append(words, "not bold")
    return text


def _facts(lesson: Learned, today: date) -> list[tuple[str, str]]:
    kinds = ", ".join(kind.label for kind in lesson.kinds) or "any interview"
    facts = [("From", source(lesson)), ("Learned", ago(lesson.day, today)), ("For", kinds)]
    facts.append(("Tags", "  ".join(f"#{tag}" for tag in lesson.tags)))
    if lesson.sort in set(FeedbackSort):
        facts.append(("About", FeedbackSort(lesson.sort).label.lower()))
    return [(label, words) for label, words in facts if words]
