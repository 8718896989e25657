"""How the lists of an application are painted."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from rich.text import Text

from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.store.values import Page
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.text import ago, date_words, first_line, plural
from bounceback_tui.ui.themes import ink

if TYPE_CHECKING:
    from bounceback_tui.ui.screens.base import DataScreen

ENDED = {
    Outcome.ACCEPTED: "Accepted",
    Outcome.REJECTED: "It was a no",
    Outcome.NO_REPLY: "No reply",
    Outcome.WITHDRAWN: "Withdrawn",
}


class Step(NamedTuple):
    """One line of the history: a stage, since when, and for how many days (None: still)."""

    id: int
    label: str
    day: date
    days: int | None
    is_last: bool


def steps_of(history: Sequence[StageChange]) -> list[Step]:
    """Return *history* (oldest first) as lines."""
    steps = []
    for number, change in enumerate(history):
        following = history[number + 1] if number + 1 < len(history) else None
        label = ENDED[Outcome(change.outcome)] if change.outcome else Stage(change.to_stage).label
        days = (following.day - change.day).days if following else None
        steps.append(Step(change.id or 0, label, change.day, days, following is None))
    return steps


def head(row: Application, today: date, muted: str) -> Text:
    """Return the two lines on top: who and what, and where it stands since when."""
    text = Text().append(row.company, "bold")
    if row.title:
        text.append(f"  {row.title}")
    label = ENDED[Outcome(row.outcome)] if row.outcome else Stage(row.stage).label
    days = (today - row.stage_day).days
    text.append(f"\n{label}").append(
        f" since {date_words(row.stage_day, today)}, {plural(max(days, 0), 'day')}", muted
    )
    return text


def rounds_words(days: Sequence[date | None], announced: int | None, today: date) -> str:
    """Return the heading of the interviews: how many were held, and how many were announced."""
    held = sum(day is not None and day <= today for day in days)
    if announced is None:
        return f"Interviews  {held} held" if held else "Interviews"
    more = ", more than they said" if held > announced else ""
    return f"Interviews  {held} held of {announced} announced{more}"


class Told:
    """Gives a painter what it needs besides the row: the day, and the muted color."""

    def __init__(self, screen: "DataScreen") -> None:
        self._screen = screen

    def __call__(self, paint: Callable[..., Text]) -> Callable[[Any, Any, int, bool], Text]:
        def told(item: Any, _before: Any, width: int, _selected: bool) -> Text:
            muted = ink(self._screen.app.theme_variables, "text-muted")
            return paint(item, width, self._screen.services.clock.today(), muted)

        return told


def paint_step(step: Step, width: int, today: date, muted: str) -> Text:
    """Return a line of the history: a dot, the stage, and its day and length."""
    left = Text().append("● " if step.is_last else "○ ", "" if step.is_last else muted)
    left.append(step.label, "bold" if step.is_last else "")
    length = "" if step.days is None else plural(step.days, "day")
    return spread(left, Text(f"{length}  {date_words(step.day, today):>11}", muted), width)


def paint_interview(
    row: tuple[Interview, tuple[int, int]], width: int, today: date, muted: str
) -> Text:
    """Return a line of the interviews: round and kind, with whom, how prepared, when."""
    interview, (done, count) = row
    left = Text().append(f"{interview.round}. {InterviewKind(interview.kind).label}")
    if interview.with_whom:
        left.append(f"  {interview.with_whom}", muted)
    day = interview.day
    is_ahead = day is None or day >= today
    when = "no day yet" if day is None else ago(day, today)
    prepared = f"{done}/{count}  " if count and is_ahead else ""
    return spread(left, Text(f"{prepared}{when} {interview.time}".rstrip(), muted), width)


def paint_page(page: Page, width: int, today: date, muted: str) -> Text:
    """Return a line of the journal: its title or first line, and when."""
    left = Text(page.title or first_line(page.body) or "untitled")
    return spread(left, Text(ago(page.day, today), muted), width)
