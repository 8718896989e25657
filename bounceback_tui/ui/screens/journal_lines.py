"""How the journal looks in words: one line of its list, and the top of a page in the reader."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text

from bounceback_tui.clock import Clock
from bounceback_tui.guides.loader import Guide
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.entry import Entry
from bounceback_tui.store.values import Page
from bounceback_tui.ui.cells import ELLIPSIS, cut
from bounceback_tui.ui.marks import Needle
from bounceback_tui.ui.text import clock_words, date_words, first_line, quoted

DAY_WIDTH = 11
UNTITLED = "Untitled"
ANSWERS = {"energy": "Energy", "stuck": "Mind on a rejection", "progress": "Search moved"}
ANSWER_WIDTH = 20
LEAD_IN = 12


@dataclass(frozen=True)
class Look:
    """The styles a line is written in."""

    quiet: Style
    mark: Style
    star: Style
    moods: Sequence[str]

    def mood(self, valence: int) -> Style:
        """Return the style of a digit of mood."""
        return Style(color=self.moods[valence - 1], bold=True)


def says(page: Page, needle: Needle) -> str:
    """Return the words that stand for *page* in the list: where a search hit it, if it did."""
    usual = page.title or first_line(page.body)
    if needle and not needle.is_in(usual):
        hits = (line for line in page.body.splitlines() if needle.is_in(line))
        usual = first_line(next(hits, "")) or usual
    if page.is_check_in:
        return quoted(usual) if usual else ""
    return usual or UNTITLED


def line(
    page: Page, before: Page | None, width: int, look: Look, clock: Clock, needle: Needle
) -> Text:
    """Return the line of *page* below that of *before*, at most *width* cells wide."""
    day = date_words(page.day, clock.today()) if before is None or before.day != page.day else ""
    text = Text(no_wrap=True)
    text.append(day.ljust(DAY_WIDTH + 1), look.quiet)
    text.append(f"{clock_words(clock.local(page.at))}  ", look.quiet)
    if page.valence is None:
        text.append("¶ ", look.quiet)
    else:
        text.append(f"{page.valence} ", look.mood(page.valence))
    star = " ★" if page.starred else ""
    room = width - cell_len(text.plain) - cell_len(star)
    text.append_text(marked(_cut_to_hit(says(page, needle), room, needle), needle, look))
    return text.append(star, look.star)


def _cut_to_hit(words: str, room: int, needle: Needle) -> str:
    """Return *words* cut to *room* cells; at the beginning too, if the first hit is far along."""
    hits = needle.spans(words)
    if hits and cell_len(words[: hits[0][1]]) >= room:
        start = max(0, hits[0][0] - LEAD_IN)
        words = ELLIPSIS + words[words.find(" ", start, hits[0][0]) + 1 or hits[0][0] :]
    return cut(words, room)


def marked(words: str, needle: Needle, look: Look) -> Text:
    """Return *words* with what was looked for marked."""
    text = Text(words)
    for start, end in needle.spans(words):
        text.stylize(look.mark, start, end)
    return text


def entry_head(entry: Entry, tags: Sequence[str], company: str, look: Look, clock: Clock) -> Text:
    """Return what stands above the text of an entry."""
    text = Text()
    if entry.title:
        text.append(entry.title, Style(bold=True))
        text.append("\n")
    text.append(_when(entry.day, clock_words(clock.local(entry.at)), clock.today()), look.quiet)
    if entry.starred:
        text.append("  ★", look.star)
    about = [f"#{tag}" for tag in tags] + ([f"about {company}"] if company else [])
    if about:
        text.append("\n" + "  ".join(about), look.quiet)
    return text


def check_in_page(found: CheckIn, guide: Guide, look: Look, clock: Clock) -> Text:
    """Return a whole check-in."""
    text = Text()
    text.append(str(found.valence), look.mood(found.valence))
    text.append(f" of {guide['valence'].high}\n", Style(bold=True))
    text.append(_when(found.day, clock_words(clock.local(found.at)), clock.today()), look.quiet)
    for label, value in _answers(found, guide):
        text.append(f"\n{label.ljust(ANSWER_WIDTH)} {value}", look.quiet)
    for words in (quoted(found.good) if found.good else "", found.note):
        text.append(f"\n\n{words}" if words else "")
    return text.append(f"\n\nNext step: {found.plan}" if found.plan else "")


def _answers(found: CheckIn, guide: Guide) -> list[tuple[str, str]]:
    answers = [
        (label, f"{value} of {guide[name].high}")
        for name, label in ANSWERS.items()
        if (value := getattr(found, name)) is not None
    ]
    kept = set(found.did.split())
    deeds = ", ".join(label for deed, label in guide["did"].labels.items() if deed in kept)
    return [*answers, ("That day", deeds)] if deeds else answers


def _when(day: date, time: str, today: date) -> str:
    year = "" if day.year == today.year else f" {day.year}"
    return f"{day:%A} {day.day} {day:%B}{year}, {time}"
