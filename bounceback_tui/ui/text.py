"""Words for days, spans and counts, and days from words."""

from datetime import date, datetime, timedelta

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
NEARLY_A_YEAR = 300


def plural(count: int, one: str, many: str | None = None) -> str:
    """Return *count* with its noun, e.g. "1 card", "3 cards"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def date_words(day: date, today: date) -> str:
    """Return a date, with its year when that is not this one: "Sun 22 Nov", "22 Nov 2024"."""
    return f"{day:%a} {day.day} {day:%b}" if day.year == today.year else f"{day.day} {day:%b %Y}"


def ahead(day: date, today: date) -> str:
    """Return when *day* comes: "today", "tomorrow", "Thu", "3 Dec", "3 Dec 2029", "4 days ago"."""
    days = (day - today).days
    if days < 0:
        return ago(day, today)
    if days < 2:
        return ("today", "tomorrow")[days]
    if days < 7:
        return f"{day:%a}"
    return f"{day.day} {day:%b}" if days < NEARLY_A_YEAR else f"{day.day} {day:%b %Y}"


def ago(day: date, today: date) -> str:
    """Return how long *day* is past: "today", "yesterday", "3 days ago", "22 Nov"."""
    days = (today - day).days
    if days < 0:
        return ahead(day, today)
    if days < 2:
        return ("today", "yesterday")[days]
    return f"{days} days ago" if days < 15 else date_words(day, today)


def span(days: int) -> str:
    """Return a span as short as a card needs it: "new", "3d", "5w", "7mo", "2y"."""
    if days <= 0:
        return "new"
    if days < 28:
        return f"{days}d"
    if days < 91:
        return f"{days // 7}w"
    return f"{days // 30}mo" if days < 365 else f"{days // 365}y"


def clock_words(moment: datetime) -> str:
    """Return the time of day, e.g. "21:10"."""
    return f"{moment:%H:%M}"


def quoted(line: str) -> str:
    """Return *line* in quotation marks."""
    return f"“{line}”"


def first_line(text: str) -> str:
    """Return the first line of *text* that says something, without Markdown's signs."""
    for line in text.splitlines():
        bare = line.strip().lstrip("#>*- ").strip()
        if bare:
            return bare
    return ""


DAY_HELP = "a date like 2026-11-30, or today, tomorrow, fri, +3, -2"


def parse_day(words: str, today: date, *, past: bool = False) -> date:
    """Return the day *words* names; a weekday is the next one, or the last one when *past*.

    Raises ValueError with a sentence for anything that is not one of DAY_HELP's forms.
    """
    wanted = words.strip().lower()
    named = {"today": 0, "tomorrow": 1, "yesterday": -1}
    if wanted in named:
        return today + timedelta(days=named[wanted])
    try:
        if wanted[:1] in "+-" and wanted[1:].isdecimal():
            return today + timedelta(days=int(wanted))
        if len(wanted) >= 3 and (match := [d for d in WEEKDAYS if d.startswith(wanted)]):
            return _weekday(WEEKDAYS.index(match[0]), today, past=past)
        return date.fromisoformat(wanted)
    except (ValueError, OverflowError):
        raise ValueError(f"That is no day; write {DAY_HELP}.") from None


def _weekday(number: int, today: date, *, past: bool) -> date:
    if past:
        return today - timedelta(days=(today.weekday() - number) % 7)
    return today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)


def parse_number(words: str, low: int, high: int) -> int | None:
    """Return the whole number in *words*, None for none; raise ValueError with a sentence."""
    bare = words.strip().replace(",", "").replace(" ", "")
    if not bare:
        return None
    if not bare.isdecimal() or not low <= int(bare) <= high:
        raise ValueError(f"That should be a whole number from {low:,} to {high:,}.")
    return int(bare)
