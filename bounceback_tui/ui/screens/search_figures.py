"""What the dashboard shows: figures with their n, their words and the applications behind them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bounceback_tui.insight import expected, funnel
from bounceback_tui.insight.compare import Arm, compared
from bounceback_tui.insight.funnel import MATURE_DAYS, Reached, Sent
from bounceback_tui.insight.intervals import Interval
from bounceback_tui.insight.shares import ENOUGH_FOR_A_RANGE, not_enough, share_words
from bounceback_tui.insight.survival import Waiting, median_wait
from bounceback_tui.models.words import Stage
from bounceback_tui.services import Services
from bounceback_tui.store.search_history import SentRow, Stay

ENOUGH_STAYS = 5
NAMES_SHOWN = 4
OPEN_STAGES = tuple(stage for stage in Stage if stage is not Stage.CLOSED)
PARTS = ("led to talks", "a no before any", "quiet", "open")
LED, DECLINED, QUIET, OPEN = range(4)
QUIET_WORDS = "Quiet can still turn; it says nothing of you."


class Figure(NamedTuple):
    """A line of the dashboard: its name, its value, a sentence, and what is behind it."""

    name: str
    value: str
    words: str = ""
    ids: Sequence[int] = ()
    share: float | None = None
    interval: Interval | None = None
    stage: Stage | None = None


@dataclass(frozen=True)
class SearchFigures:
    """Everything the dashboard says of the applications sent from *first* to *last*."""

    first: date
    last: date
    n: int
    weeks: Sequence[date]
    counts: Sequence[Sequence[int]]
    week_ids: Sequence[Sequence[int]]
    pipeline: Sequence[Figure]
    reached: Sequence[Figure]
    hint: str
    replies: Sequence[Figure]
    stays: Sequence[Figure]
    sources: Sequence[Figure]
    sources_words: str
    versions: Sequence[Figure]
    versions_words: str
    next: Sequence[Figure]
    next_ten: str
    until_offer: str


def search_figures(services: Services, days: int | None, count_from: date | None) -> SearchFigures:
    """Work out the figures of the last *days*, or of all there are, from *count_from* on."""
    store, last = services.store, services.clock.today()
    begun = store.history.first_day() or last
    first = max(last - timedelta(days=days - 1) if days else begun, begun, count_from or begun)
    rows = store.history.sent(first)
    sent = [_sent(row) for row in rows]
    stages = funnel.ever_reached(sent, last)
    weeks, counts, ids = funnel.by_week(sent, first, last, lambda s: part_of(s, last), len(PARTS))
    interviews, offers = stages[2], stages[4]
    stays = store.history.stays(first)
    by_source = _arms(rows, last, lambda row: row.source)
    by_version = _arms(rows, last, lambda row: row.resume_version)
    return SearchFigures(
        first,
        last,
        len(sent),
        weeks,
        counts,
        ids,
        [Figure(s.label, str(n), stage=s) for s, n in _open(store.applications.counts())],
        [_stage_figure(stage) for stage in stages[2:]],
        funnel.narrow_spot(stages),
        _replies(stages, sent, last),
        [_stay_figure(stage, stays[stage]) for stage in OPEN_STAGES[1:]],
        _arm_figures(by_source),
        compared([arm for arm, _ids in by_source]),
        _arm_figures(by_version),
        compared([arm for arm, _ids in by_version]),
        [
            Figure(name, f"{stage.k} of {stage.n}", ids=stage.mature)
            for name, stage in (("interviews", interviews), ("offers", offers))
        ],
        expected.next_ten_words(interviews.k, interviews.n),
        expected.until_offer_words(offers.k, offers.n),
    )


def part_of(sent: Sent, today: date) -> int:
    """Return what became of an application: it led on, a no, quiet, or still open."""
    if sent.positive_on is not None:
        return LED
    if sent.heard_on is not None:
        return DECLINED
    return QUIET if sent.is_closed or funnel.is_quiet(sent, today) else OPEN


def _sent(row: SentRow) -> Sent:
    led = min((day for day in (row.led_on, row.interview_on) if day), default=None)
    heard = min((day for day in (led, row.declined_on) if day), default=None)
    return Sent(
        row.id,
        row.applied_on,
        heard,
        led,
        row.interview_on,
        row.last_round_on or row.offer_on,
        row.offer_on,
        row.last_interview_on,
        row.is_closed,
    )


def _open(counts: dict[Stage, int]) -> Iterable[tuple[Stage, int]]:
    return ((stage, counts[stage]) for stage in OPEN_STAGES)


def _stage_figure(stage: Reached) -> Figure:
    words = share_words(stage.k, stage.n, f"led to {stage.name}") if stage.n else not_enough(0, 1)
    share = stage.k / stage.n if stage.n >= ENOUGH_FOR_A_RANGE else None
    return Figure(
        stage.name, f"{stage.k} of {stage.n}", words, stage.reached, share, stage.interval
    )


def _replies(stages: Sequence[Reached], sent: Sequence[Sent], today: date) -> list[Figure]:
    heard, positive = stages[0], stages[1]
    quiet = [one.id for one in sent if funnel.is_quiet(one, today)]
    heard_words = share_words(heard.k, heard.n, "got an answer")
    positive_words = share_words(positive.k, positive.n, "got a yes to more")
    return [
        Figure("heard back, a no included", f"{heard.k} of {heard.n}", heard_words, heard.reached),
        Figure(
            "a positive reply", f"{positive.k} of {positive.n}", positive_words, positive.reached
        ),
        Figure("quiet now", str(len(quiet)), QUIET_WORDS, quiet),
    ]


def _stay_figure(stage: Stage, stays: Sequence[Stay]) -> Figure:
    over = sum(stay.is_over for stay in stays)
    name, ids = f"in {stage.label}", list(dict.fromkeys(stay.id for stay in stays))
    if over < ENOUGH_STAYS:
        return Figure(name, str(len(stays)), not_enough(over, ENOUGH_STAYS), ids)
    middle = median_wait([Waiting(stay.days, stay.is_over) for stay in stays])
    if middle is None:
        words = "Half of them have not moved on yet."
    else:
        words = f"Half of them had moved on within {round(middle)} days ({len(stays)})."
    return Figure(name, str(len(stays)), words, ids)


def _arms(
    rows: Iterable[SentRow], today: date, name_of: Callable[[SentRow], str]
) -> list[tuple[Arm, list[int]]]:
    """Return the arms with the most mature applications, and the applications of each."""
    mature = [row for row in rows if (today - row.applied_on).days >= MATURE_DAYS]
    names = Counter(name_of(row) for row in mature if name_of(row))
    found = []
    for name, n in sorted(names.items(), key=lambda pair: (-pair[1], pair[0]))[:NAMES_SHOWN]:
        own = [row for row in mature if name_of(row) == name]
        led = sum(_sent(row).positive_on is not None for row in own)
        found.append((Arm(name, led, n), [row.id for row in own]))
    return found


def _arm_figures(arms: Iterable[tuple[Arm, list[int]]]) -> list[Figure]:
    return [Figure(arm.name, f"{arm.k} of {arm.n}", ids=ids) for arm, ids in arms]
