"""How somebody guessed they would feel a week after a no, and how they did (METRICS.md, 9.3).

Guesses and entries are valences of 1-9.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median
from typing import NamedTuple

from bounceback_tui.insight.mood import Entry
from bounceback_tui.insight.shares import not_enough

FIRST_DAY, LAST_DAY = 6, 8
ENOUGH = 3
GUESSED = "you'd guessed"
BETTER, SAME, HARDER = f"better than {GUESSED}", f"as {GUESSED}", f"harder than {GUESSED}"
WORTH_TELLING = "These have hurt longer than you expected. That's worth telling someone."


class Forecast(NamedTuple):
    """The valence guessed for a week later, on the day of a no."""

    recovery_id: int
    day: date
    guess: int


class Outcome(NamedTuple):
    """A guess beside the median of the *n* entries of days 6 to 8; None without any."""

    forecast: Forecast
    actual: float | None
    n: int

    @property
    def error(self) -> float | None:
        """Return by how many points it felt better than guessed; below 0 it felt harder."""
        return None if self.actual is None else self.actual - self.forecast.guess


class Tally(NamedTuple):
    """How often a week later felt better than guessed, as guessed, and harder."""

    better: int
    same: int
    harder: int

    @property
    def n(self) -> int:
        """Return how many guesses have an answer."""
        return sum(self)

    @property
    def words(self) -> str:
        """Return the sentence for this, from three on; kindly when most were harder."""
        if self.n < ENOUGH:
            return not_enough(self.n, ENOUGH)
        if 2 * self.harder > self.n:
            return f"{_told([(self.harder, HARDER)], self.n)} {WORTH_TELLING}"
        counts = [(self.better, BETTER), (self.same, SAME)]
        if 2 * self.better <= self.n:
            counts.append((self.harder, HARDER))
        return _told(counts, self.n)


def outcomes(forecasts: Iterable[Forecast], entries: Iterable[Entry]) -> list[Outcome]:
    """Return each guess with what came, oldest first."""
    by_day: dict[int, list[int]] = {}
    for day, valence in entries:
        by_day.setdefault(day.toordinal(), []).append(valence)
    in_order = sorted(forecasts, key=lambda guess: (guess.day, guess.recovery_id))
    return [_outcome(guess, by_day) for guess in in_order]


def tally(found: Iterable[Outcome]) -> Tally:
    """Count how the guesses with an answer came out; those without are left out."""
    errors = [outcome.error for outcome in found if outcome.error is not None]
    better, harder = sum(e > 0 for e in errors), sum(e < 0 for e in errors)
    return Tally(better, len(errors) - better - harder, harder)


def _outcome(guess: Forecast, by_day: dict[int, list[int]]) -> Outcome:
    zero = guess.day.toordinal()
    felt: Sequence[int] = [
        valence
        for day in range(zero + FIRST_DAY, zero + LAST_DAY + 1)
        for valence in by_day.get(day, ())
    ]
    return Outcome(guess, float(median(felt)) if felt else None, len(felt))


def _told(counts: Iterable[tuple[int, str]], n: int) -> str:
    """Return how many of *n* felt how, leaving out what none did."""
    (first, felt), *others = [(count, words) for count, words in counts if count]
    more = "".join(f", in {count} {words}" for count, words in others)
    return f"In {first} of {n}, a week later felt {felt}{more}."
