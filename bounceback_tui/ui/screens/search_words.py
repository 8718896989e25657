"""The sentences of the dashboard, and the whole of it in plain text."""

from collections.abc import Iterable, Sequence
from datetime import date

from bounceback_tui.ui.screens.search_figures import PARTS, Figure, SearchFigures
from bounceback_tui.ui.text import plural

NOTHING_YET = "Nothing was sent yet. {key} adds an application, and its story shows up here."
NOTHING_NEW = "Nothing moved in the last seven days. Most weeks of a search are like that."
ASK = "{key} estimates how many more applications an offer may take; nobody has to know that."
ASSUMES = (
    "This takes every application for the same and each for itself. After a change of role, level "
    "or market a fresh count is fairer."
)
TITLES = {
    "pipeline": ("The pipeline now", "where your open applications stand"),
    "reached": ("Stages ever reached", "of those sent long enough ago: 30 days, 60 for an offer"),
    "replies": ("Replies and silence", "of those sent 30 days ago or earlier"),
    "stays": ("Time in each stage", "those still there count for as long as they have been"),
    "sources": ("Where they came from", "positive replies, of those sent 30 days ago or earlier"),
    "versions": ("Résumé versions", "positive replies, of those sent 30 days ago or earlier"),
    "next": ("What may come next", "if things go on as they have; they may not"),
}


def about(figures: SearchFigures, count_from: date | None) -> str:
    """Return how many applications are counted, and since when."""
    days = " – ".join(f"{day.day} {day:%b %Y}" for day in (figures.first, figures.last))
    fresh = " · a fresh count" if count_from else ""
    return f"{plural(figures.n, 'application')} sent · {days}{fresh}"


def week_line(week: date, counts: Sequence[int], today: date) -> str:
    """Return what became of the applications of one week."""
    total = sum(counts)
    year = "" if week.year == today.year else f" {week.year}"
    parts = [f"{n} {name}" for n, name in zip(counts, PARTS, strict=True) if n]
    told = f": {', '.join(parts)}" if parts else ""
    return f"the week of {week.day} {week:%b}{year}  {plural(total, 'application')}{told}"


def summary(figures: SearchFigures, count_from: date | None) -> str:
    """Return the whole screen in plain text, for reading aloud or for a mail."""
    weeks = zip(figures.weeks, figures.counts, strict=True)
    sent = [week_line(week, counts, figures.last) for week, counts in weeks if sum(counts)]
    parts = [
        ("Applications by week", [about(figures, count_from), *sent]),
        _listed("pipeline", figures.pipeline),
        _listed("reached", figures.reached, figures.hint),
        _listed("replies", figures.replies),
        _listed("stays", figures.stays),
        _listed("sources", figures.sources, figures.sources_words),
        _listed("versions", figures.versions, figures.versions_words),
        _listed("next", figures.next[:1], f"{figures.next_ten}\n{ASSUMES}"),
    ]
    return "\n\n".join("\n".join([title, *filter(None, lines)]) for title, lines in parts)


def _listed(name: str, figures: Iterable[Figure], words: str = "") -> tuple[str, list[str]]:
    title, about_it = TITLES[name]
    lines = [f"{f.name}: {f.value}" + (f". {f.words}" if f.words else "") for f in figures]
    return f"{title} ({about_it})", [*lines, words]
