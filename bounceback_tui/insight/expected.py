"""What may come next, if things go on as they have (METRICS.md, section 9.5)."""

from collections.abc import Callable
from math import comb, exp, lgamma
from typing import NamedTuple

from bounceback_tui.insight.shares import not_enough

ENOUGH = 20
NEXT = 10
PRIOR_OFFERS, PRIOR_NONE = 1.0, 30.0
NO_ESTIMATE = "No honest estimate yet."
MOST = 10_000


class NextTen(NamedTuple):
    """Interviews in the next ten applications: the central 80 %, and the chance of any."""

    low: int
    high: int
    any_chance: float

    @property
    def words(self) -> str:
        """Return the range as a sentence."""
        some = f"{self.low}" if self.low == self.high else f"{self.low} to {self.high}"
        return (
            f"Of the next {NEXT} applications {some} may lead to an interview; at least one with "
            f"a chance of about {min(round(self.any_chance * 100), 99)} in 100."
        )


class UntilOffer(NamedTuple):
    """Further applications until an offer: the median, the middle half, and the next ten."""

    median: int
    low: int
    high: int
    within_ten: float

    @property
    def words(self) -> str:
        """Return what a record like this one would need, as METRICS.md words it."""
        return (
            "If things go on as they have (they may not), half of people with a record like yours "
            f"would need more than {self.median} further applications and half fewer; the middle "
            f"half: {self.low} to {self.high}. One good match can end it tomorrow."
        )


def next_ten(k: int, n: int) -> NextTen | None:
    """Return what ten more may bring after *k* interviews in *n* applications; None below twenty.

    P(x) = C(10, x) B(a + x, b + 10 - x) / B(a, b) with a = ½ + k, b = ½ + n - k.
    """
    if n < ENOUGH:
        return None
    a, b = 0.5 + k, 0.5 + n - k
    chances = [
        comb(NEXT, x) * exp(_log_beta(a + x, b + NEXT - x) - _log_beta(a, b))
        for x in range(NEXT + 1)
    ]
    return NextTen(_quantile(chances, 0.1), _quantile(chances, 0.9), 1 - chances[0])


def until_offer(k: int, n: int) -> UntilOffer | None:
    """Return how many further applications an offer may take after *k* offers in *n*.

    P(offer within m) = 1 - B(a, b + m) / B(a, b) with a = 1 + k, b = 30 + n - k. None below twenty
    and without any offer: the mean would be infinite, and no number honest.
    """
    if n < ENOUGH or k < 1:
        return None
    a, b = PRIOR_OFFERS + k, PRIOR_NONE + n - k

    def within(m: int) -> float:
        return 1 - exp(_log_beta(a, b + m) - _log_beta(a, b))

    low, median, high = (_first(within, share) for share in (0.25, 0.5, 0.75))
    return UntilOffer(median, low, high, within(NEXT))


def next_ten_words(k: int, n: int) -> str:
    """Return the sentence about the next ten, or what is missing for it."""
    found = next_ten(k, n)
    behind = f" (From {_counted(k, 'interview')} in {n}.)"
    return found.words + behind if found else not_enough(n, ENOUGH)


def until_offer_words(k: int, n: int) -> str:
    """Return the sentence about an offer, or why there is none."""
    if n < ENOUGH:
        return not_enough(n, ENOUGH)
    found = until_offer(k, n)
    behind = f" (From {_counted(k, 'offer')} in {n}.)"
    return found.words + behind if found else NO_ESTIMATE


def _counted(k: int, what: str) -> str:
    return f"{k} {what}" if k == 1 else f"{k} {what}s"


def _log_beta(a: float, b: float) -> float:
    return lgamma(a) + lgamma(b) - lgamma(a + b)


def _quantile(chances: list[float], share: float) -> int:
    """Return the smallest count whose chances add up to *share*."""
    total = 0.0
    for count, chance in enumerate(chances):
        total += chance
        if total >= share:
            return count
    return len(chances) - 1


def _first(within: Callable[[int], float], share: float) -> int:
    """Return the smallest number of applications whose chance reaches *share*, by bisection."""
    low, high = 0, 1
    while within(high) < share and high < MOST:
        low, high = high, high * 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if within(middle) < share else (low, middle)
    return high
