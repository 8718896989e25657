"""When to offer a kind word: rules over dates and digits. They notice; they measure nothing."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from statistics import median

DAYS = 14
ENOUGH = 5
LOW, VERY_LOW = 3, 2
PAUSE_DAYS = 7
QUIET_DAYS = 14

_APOSTROPHES = re.compile("['’‘‛ʼʹ′`´＇]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")


def first_day(today: date) -> date:
    """Return the first of the days that count, *today* being the last."""
    return today - timedelta(days=DAYS - 1)


def looks_heavy(entries: Iterable[tuple[date, int]], today: date) -> bool:
    """Tell whether the valences (1–9, by day) of the last fourteen days are low.

    Low is a median of 3 or less, or five of 2 or less; fewer than five say nothing.
    """
    recent = [valence for day, valence in entries if first_day(today) <= day <= today]
    if len(recent) < ENOUGH:
        return False
    return median(recent) <= LOW or sum(v <= VERY_LOW for v in recent) >= ENOUGH


def may_show(last_shown: date | None, quiet_until: date | None, today: date) -> bool:
    """Tell whether the gentle card may be shown: once in seven days, and not while it is quiet.

    *quiet_until* is the first day on which it may come back. A day farther ahead than the rules
    could have set was written under another clock, and binds nobody.
    """
    if quiet_until and 0 < (quiet_until - today).days <= QUIET_DAYS:
        return False
    return last_shown is None or abs((today - last_shown).days) >= PAUSE_DAYS


def after_two_weeks(today: date) -> date:
    """Return the first day after two quiet weeks that start *today*."""
    return today + timedelta(days=QUIET_DAYS)


def matches_direct(text: str, phrases: Sequence[str]) -> bool:
    """Tell whether *text* holds one of *phrases* as whole words.

    Case, the kind of space between the words and apostrophes make no difference.
    """
    plain = _plain(text)
    return any(_stands_in(words, plain) for words in map(_plain, phrases) if words)


def _plain(text: str) -> str:
    bare = _UNSEEN.sub("", _APOSTROPHES.sub("", text))
    return " ".join(unicodedata.normalize("NFKC", bare).casefold().split())


def _stands_in(words: str, plain: str) -> bool:
    return re.search(rf"(?<![^\W_]){re.escape(words)}(?![^\W_])", plain) is not None
