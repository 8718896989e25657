"""The facts of an application as fields: their labels, how they are shown and read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from bounceback_tui.models.application import Application
from bounceback_tui.models.words import PayUnit, WorkMode
from bounceback_tui.ui.text import parse_day, parse_number

Options = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Fact:
    """One field of an application; ``kind`` is text, page, day, number or pick."""

    name: str
    label: str
    kind: str = "text"
    placeholder: str = ""
    low: int = 0
    high: int = 0
    options: Options = ()
    is_past: bool = False

    def shown(self, row: Application) -> str:
        """Return the value in *row* as the field shows it."""
        value = getattr(row, self.name)
        return "" if value is None else str(value)

    def parsed(self, text: str, today: date) -> Any:
        """Return what *text* means; raise ValueError with a sentence when it means nothing."""
        if self.kind == "number":
            return parse_number(text, self.low, self.high)
        if self.kind == "day":
            return parse_day(text, today, past=self.is_past) if text.strip() else None
        if self.name == "company" and not text.strip():
            raise ValueError("A company is all that is needed; any name will do.")
        return text if self.kind in ("page", "pick") else text.strip()


def _options(words: type[WorkMode] | type[PayUnit]) -> Options:
    return (("", "not said"), *((word.value, word.label) for word in words))


MOST_PAY = 1_000_000_000
FACTS = (
    Fact("company", "Company"),
    Fact("title", "Title"),
    Fact("next_action", "Next action", placeholder="what you will do next"),
    Fact("next_action_on", "On", "day", "2026-11-30, tomorrow, fri, +3"),
    Fact("desire", "Wanted (0–10)", "number", "how much you want it", 0, 10),
    Fact("location", "Place"),
    Fact("work_mode", "Work mode", "pick", options=_options(WorkMode)),
    Fact("pay", "Pay, as given", placeholder="as the posting says it"),
    Fact("pay_min", "Pay from", "number", "", 0, MOST_PAY),
    Fact("pay_max", "Pay to", "number", "", 0, MOST_PAY),
    Fact("pay_currency", "Currency"),
    Fact("pay_unit", "Paid per", "pick", options=_options(PayUnit)),
    Fact("url", "Link"),
    Fact("source", "Found through"),
    Fact("date_posted", "Posted on", "day", is_past=True),
    Fact("resume_version", "Résumé sent"),
    Fact("rounds_announced", "Rounds", "number", "how many they spoke of", 0, 99),
    Fact("notes", "Notes", "page"),
    Fact("description", "The posting", "page"),
)
BY_NAME = {fact.name: fact for fact in FACTS}
