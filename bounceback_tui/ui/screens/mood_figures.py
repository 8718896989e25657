"""What the mood screen shows, worked out for a range of days: the store's rows, insight's words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bounceback_tui.insight import (
    association,
    baseline,
    bounce_back,
    exercises,
    forecast,
    mood,
    two_weeks,
)
from bounceback_tui.insight.bounce_back import Rejection, Summary, Wait
from bounceback_tui.insight.forecast import Forecast
from bounceback_tui.insight.mood import Entry, Line, Weekday
from bounceback_tui.insight.two_weeks import TwoWeeks
from bounceback_tui.models.words import Deed, Step
from bounceback_tui.services import Services
from bounceback_tui.store.mood_history import Event, Rejected

BEFORE = timedelta(days=60)
WEEK = timedelta(days=7)
SHORTEST = timedelta(days=13)
EXERCISES = (
    ("Not personal", Step.NOT_PERSONAL, "valence", ()),
    (
        "The harsh thought",
        Step.NOT_PERSONAL,
        "belief",
        ("Afterwards it felt", "truer", "less true"),
    ),
    ("Red flags", Step.RED_FLAGS, "want", ("Afterwards you wanted the job", "more", "less")),
)
DEEDS = {
    Deed.APPLIED: "you applied",
    Deed.CONTACTED: "you contacted someone",
    Deed.PREPARED: "you prepared",
    Deed.INTERVIEWED: "you interviewed",
    Deed.RESTED: "you rested on purpose",
    Deed.LIFE: "life got in the way",
}


@dataclass(frozen=True)
class MoodFigures:
    """Everything the screen says of the days *first* to *last*."""

    first: date
    last: date
    entries: Sequence[Entry]
    line: Line
    energy: Line
    events: Sequence[Event]
    compared: TwoWeeks
    weekdays: Sequence[Weekday]
    rejected: Sequence[Rejected]
    waits: Sequence[Wait]
    steps: Summary
    lately: str
    dips: Sequence[Wait]
    moods: Summary
    undipped: str
    guesses: str
    exercises: Sequence[tuple[str, str]]
    together: str


def figures(services: Services, days: int | None, *, with_energy: bool) -> MoodFigures:
    """Work out the figures of the last *days*, or of all there are; of two weeks at least."""
    history, last = services.store.mood, services.clock.today()
    begun = min(history.first_day() or last, last - SHORTEST)
    first = max(begun, last - timedelta(days=days - 1)) if days else begun
    known = [Entry(*row) for row in history.entries(first - BEFORE, last)]
    entries = [entry for entry in known if entry.day >= first]
    rejected = history.rejections(first - BEFORE, last)
    noes = [Rejection(n, no.day, no.is_answered_that_day) for n, no in enumerate(rejected)]
    shown = [no for no in noes if no.day >= first]
    waits = bounce_back.waits(shown, history.steps(first, last), history.rests(), last)
    courses = [pair for pair in baseline.recoveries(noes, known) if pair[0].day >= first]
    dips = baseline.mood_waits(courses)
    guesses = [Forecast(*guess) for guess in history.guesses()]
    return MoodFigures(
        first,
        last,
        entries,
        mood.trailing_median(_by_day(known), first, last),
        mood.trailing_median(_by_day(history.energy(first - WEEK, last)), first, last)
        if with_energy
        else [],
        history.events(first, last),
        two_weeks.two_weeks(known, last),
        mood.weekdays(entries),
        rejected,
        waits,
        bounce_back.summary(waits),
        bounce_back.lately(waits) or "",
        dips,
        bounce_back.summary(dips, bounce_back.MOOD),
        baseline.undipped_words(courses),
        forecast.tally(forecast.outcomes(guesses, known)).words,
        [
            (name, exercises.pooled(history.before_and_after(step, field)).told(*words))
            for name, step, field, words in EXERCISES
        ],
        _together(history.deeds(first, last)),
    )


def _together(days: Sequence[tuple[float, frozenset[Deed]]]) -> str:
    """Return the one sentence about what was done and how the day was rated, if there is one."""
    things = {words: [(deed in did, mean) for mean, did in days] for deed, words in DEEDS.items()}
    found = association.strongest(things)
    return found.words if found else ""


def _by_day(rows: Sequence[tuple[date, int]]) -> dict[date, list[int]]:
    found: dict[date, list[int]] = {}
    for day, value in rows:
        found.setdefault(day, []).append(value)
    return found
