"""Journals far larger than one search makes, to measure with."""

from datetime import timedelta
from random import Random

from bounceback_tui.demo.days import Calendar
from bounceback_tui.demo.rows import Rows
from bounceback_tui.models.application import Application
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.entry import Entry
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Plan, open_services

DAYS = 3652
VOCABULARY = 4000
SYLLABLES = [
    first + middle + last
    for first in "bdfghjklmnprstvw"
    for middle in "aeiou"
    for last in ("", "l", "n", "r")
]
PATHS = (
    (Stage.APPLIED, Stage.CLOSED),
    (Stage.SAVED, Stage.APPLIED, Stage.CLOSED),
    (Stage.SAVED, Stage.APPLIED, Stage.SCREENING, Stage.CLOSED),
    (Stage.SAVED, Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.CLOSED),
    (Stage.SAVED, Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW, Stage.OFFER, Stage.CLOSED),
    (Stage.SAVED, Stage.APPLIED, Stage.SCREENING, Stage.INTERVIEW),
)


class Babble:
    """Text of invented words, few of them frequent and most of them rare, as in any language."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        found: dict[str, None] = {}
        while len(found) < VOCABULARY:
            found["".join(chance.choices(SYLLABLES, k=chance.randint(1, 4)))] = None
        self.words = list(found)
        weights = [1 / rank for rank in range(1, VOCABULARY + 1)]
        self._stream = iter(chance.choices(self.words, weights, k=1 << 18))
        self._weights = weights

    def say(self, low: int, high: int) -> str:
        """Return a run of *low* to *high* words."""
        return " ".join(self._word() for _ in range(self._chance.randint(low, high)))

    def _word(self) -> str:
        word = next(self._stream, None)
        if word is None:
            self._stream = iter(self._chance.choices(self.words, self._weights, k=1 << 18))
            word = next(self._stream)
        return word


def ten_years(plan: Plan, *, entries: int = 100_000, applications: int = 5_000) -> None:
    """Fill the new journal of *plan* with ten years: *entries*, half of them check-ins."""
    chance, rows, calendar = Random("ten years"), Rows(), Calendar(plan.clock)
    babble = Babble(chance)
    for number in range(applications):
        path = chance.choice(PATHS)
        _add(
            rows,
            calendar,
            babble,
            path,
            ago=DAYS - (DAYS - 60) * number // applications,
            rank=number,
        )
    for number in range(entries):
        ago = 1 + number * DAYS // entries
        _add_page(rows, calendar, babble, chance, ago=ago, is_check_in=number % 2 == 0)
    _load(plan, rows)


def crowded(plan: Plan, count: int) -> None:
    """Fill the new journal of *plan* with *count* applications over all stages."""
    chance, rows, calendar = Random("crowded"), Rows(), Calendar(plan.clock)
    babble, stages = Babble(chance), list(Stage)
    for number in range(count):
        path = stages[: 1 + number % len(stages)]
        _add(rows, calendar, babble, tuple(path), ago=40 + number % 300, rank=number)
    _load(plan, rows)


def _add(
    rows: Rows, calendar: Calendar, babble: Babble, path: tuple[Stage, ...], *, ago: int, rank: int
) -> None:
    first, last = calendar.day(ago), calendar.day(ago) + timedelta(days=7 * (len(path) - 1))
    outcome = tuple(Outcome)[rank % 4].value if path[-1] is Stage.CLOSED else None
    number = rows.add(
        Application,
        company=f"{babble.say(1, 2).title()} {rank}",
        title=babble.say(2, 3).capitalize(),
        stage=path[-1].value,
        outcome=outcome,
        rank=float(rank),
        stage_day=last,
        created_at=calendar.instant(first, "10:20"),
    )
    for place, stage in enumerate(path):
        day = first + timedelta(days=7 * place)
        rows.add(
            StageChange,
            application_id=number,
            from_stage=path[place - 1].value if place else None,
            to_stage=stage.value,
            outcome=outcome if stage is Stage.CLOSED else None,
            at=calendar.instant(day, "10:20"),
            day=day,
        )


def _add_page(
    rows: Rows, calendar: Calendar, babble: Babble, chance: Random, *, ago: int, is_check_in: bool
) -> None:
    day = calendar.day(ago)
    at = calendar.instant(day, f"{chance.randrange(7, 23)}:{chance.randrange(60)}")
    if is_check_in:
        rows.add(CheckIn, at=at, day=day, valence=chance.randint(1, 9), note=babble.say(0, 12))
    else:
        title, body = babble.say(1, 5), babble.say(20, 160)
        rows.add(Entry, at=at, day=day, edited_at=at, title=title, body=body)


def _load(plan: Plan, rows: Rows) -> None:
    store = open_services(plan).store
    try:
        store.load(rows.by_table)
    finally:
        store.close()
