"""The sentences of the mood screen, and the whole of it in plain text."""

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import fmean

from bounceback_tui.insight.bounce_back import Summary, Wait, days_said, so_far
from bounceback_tui.insight.mood import Weekday, said
from bounceback_tui.store.mood_history import Event, EventKind
from bounceback_tui.ui.screens.mood_figures import MoodFigures
from bounceback_tui.ui.text import date_words, plural
from bounceback_tui.ui.widgets.year_pixels import WEEKDAYS

SHAPES = {EventKind.NO: "×", EventKind.INTERVIEW: "◆", EventKind.OFFER: "★"}
TOKENS = {EventKind.NO: "secondary", EventKind.INTERVIEW: "primary", EventKind.OFFER: "warning"}
MOST_NAMED = 8
NOTHING_YET = "Nothing to see yet: {key} says how you are in one digit, and it shows up here."
NO_LINE = "A line needs four check-ins within a week; the dots are yours already."
WEEKDAY_NOTE = "By day of the week, the median and how many check-ins; – is fewer than three:"
DOTS = "days to the next step after each no · ● taken ○ open"
DIPS = "days until mood was back, after a dip · ● back ○ open"
STEP, BACK = "the next step", "near your usual"
ABOUT_YEAR = "a digit a day · underlined: something happened"
EXERCISES = "Before and after"
NOT_A_CAUSE = "You write because it was hard, and hard days ease by themselves; no cause is meant."


def about(figures: MoodFigures, *, with_energy: bool) -> str:
    """Return what the chart is made of."""
    n = len(figures.entries)
    days = " – ".join(f"{day.day} {day:%b %Y}" for day in (figures.first, figures.last))
    energy = " · dashed: energy" if with_energy else ""
    return f"7-day median of {plural(n, 'check-in')} · {days}{energy}"


def legend() -> str:
    """Return what the marks below the chart mean."""
    return "   ".join(f"{SHAPES[kind]} {kind.value}" for kind in EventKind)


def day_line(day: date, today: date, valences: Sequence[int], events: Iterable[Event]) -> str:
    """Return what is known of one day."""
    how = ", ".join(map(str, valences)) or "no check-in"
    if len(valences) > MOST_NAMED:
        how = f"{said(fmean(valences))} on average ({len(valences)} check-ins)"
    what = [f"{SHAPES[event.kind]} {event.company}, {event.kind.value}" for event in events]
    return " · ".join([f"{date_words(day, today)}  {how}", *what])


def dot_line(wait: Wait, company: str, today: date, what: str) -> str:
    """Return how long *what* took after one no."""
    how = f"after {days_said(wait.days)}" if wait.is_over else so_far(wait.days)
    how = "on the same day" if wait.is_over and not wait.days else how
    return f"{company}, {date_words(wait.day, today)} · {what} {how}"


def weekday_lines(figures: MoodFigures) -> str:
    """Return the median of each day of the week, or that there is not enough yet."""
    days = zip(WEEKDAYS, figures.weekdays, strict=True)
    return "   ".join(f"{name} {_weekday(found)}" for name, found in days)


def summary(figures: MoodFigures, *, with_energy: bool) -> str:
    """Return the whole screen in plain text, for reading aloud or for a mail."""
    parts = [
        ("Mood", [about(figures, with_energy=with_energy), *_line_words(figures)]),
        ("What happened", [_event_words(event, figures.last) for event in figures.events]),
        ("Two weeks", [figures.compared.words, *filter(None, [figures.together])]),
        (WEEKDAY_NOTE, [weekday_lines(figures)]),
        ("Getting up again", after_a_no(figures.steps, figures.lately)),
        ("Back near your usual", after_a_no(figures.moods, figures.undipped)),
        ("A week later", [figures.guesses]),
        (EXERCISES, exercise_lines(figures)),
    ]
    return "\n\n".join("\n".join([title, *lines]) for title, lines in parts if lines)


def exercise_lines(figures: MoodFigures) -> list[str]:
    """Return what was counted before and after each exercise."""
    return [f"{name}: {counts}" for name, counts in figures.exercises]


def after_a_no(about: Summary, more: str) -> list[str]:
    """Return what is said of the waits after each no, and *more*; the latter alone of none."""
    return [sentence for sentence in (about.words if about.n or not more else "", more) if sentence]


def _weekday(found: Weekday) -> str:
    return f"– ({found.n})" if found.median is None else f"{said(found.median)} ({found.n})"


def _line_words(figures: MoodFigures) -> list[str]:
    points = [point for piece in figures.line for point in piece]
    if not points:
        return [NO_LINE] if figures.entries else []
    lowest, highest = min(points, key=_value), max(points, key=_value)
    ends = (("first", points[0]), ("lowest", lowest), ("highest", highest), ("latest", points[-1]))
    told = ", ".join(
        f"{name} {said(value)} on {date_words(day, figures.last)}" for name, (day, value) in ends
    )
    gaps = len(figures.line) - 1
    return [f"The median: {told}.", *([f"It breaks at {plural(gaps, 'gap')}."] if gaps else [])]


def _value(point: tuple[date, float]) -> float:
    return point[1]


def _event_words(event: Event, today: date) -> str:
    return f"{date_words(event.day, today)}  {event.company}, {event.kind.value}"
