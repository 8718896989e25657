"""Durations and the table they are printed in: medians, the slow end, and ratios."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from statistics import median, quantiles

ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))


@dataclass
class Figure:
    """Durations of the same thing, in seconds."""

    name: str
    seconds: list[float] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The median, in milliseconds."""
        return median(self.seconds) * 1000

    @property
    def slow_end(self) -> float:
        """The 95th percentile, in milliseconds."""
        if len(self.seconds) < 2:
            return self.middle
        return quantiles(self.seconds, n=20, method="inclusive")[-1] * 1000


def rounds(figures: Iterable[Figure]) -> Iterator[int]:
    """Yield the number of each round; what the first one measured, a warm-up, is forgotten."""
    for number in range(ROUNDS + 1):
        yield number
        if number == 0:
            for figure in figures:
                figure.seconds.clear()


def table(title: str, figures: list[Figure], *, against: Figure | None = None) -> str:
    """Return *figures* as a table; the ratio is that of medians, to *against* or the first."""
    base = (against or figures[0]).middle
    lines = [f"\n{title}", f"{'':44}{'median':>10}{'p95':>10}{'n':>6}{'ratio':>8}"]
    lines += [
        f"  {figure.name:42}{figure.middle:8.1f}ms{figure.slow_end:8.1f}ms"
        f"{len(figure.seconds):6}{figure.middle / base:8.2f}"
        for figure in figures
    ]
    return "\n".join(lines)
