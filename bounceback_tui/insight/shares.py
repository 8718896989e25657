"""Words for figures: too little behind them, a count, or a range (METRICS.md, 9.0 and 9.4)."""

from bounceback_tui.insight.intervals import wilson

ENOUGH_FOR_A_RANGE = 10
HALF, LEAST_IN_TEN = 0.5, 0.15


def not_enough(n: int, minimum: int) -> str:
    """Return what stands in place of a figure below its minimum n."""
    return f"Not enough yet ({n} of {minimum})."


def share_words(k: int, n: int, led: str) -> str:
    """Return how many of *n* *led* somewhere, with the range that leaves open from ten on."""
    if not n:
        return "None yet."
    if not k and n >= ENOUGH_FOR_A_RANGE:
        return f"None of {n} yet; that fits anything up to about {one_in(_high(k, n))}."
    counted = f"{k} of {n} {led}"
    found = wilson(k, n)
    if n < ENOUGH_FOR_A_RANGE or found is None:
        return f"{counted}."
    if k == n:
        return f"{counted}; that fits anything from about {in_ten(found.low)} up."
    said = in_ten if found.high >= HALF and found.low >= LEAST_IN_TEN else one_in
    low, high = said(found.low), said(found.high)
    return f"{counted} – " + (
        f"about {low}." if low == high else f"somewhere between {low} and {high}."
    )


def one_in(share: float) -> str:
    """Return a share as "1 in 4", to the nearest whole number."""
    return f"1 in {max(round(1 / share), 1)}" if share > 0 else "none"


def in_ten(share: float) -> str:
    """Return a larger share as "7 in 10"."""
    return f"{round(share * 10)} in 10"


def _high(k: int, n: int) -> float:
    found = wilson(k, n)
    return found.high if found else 1.0
