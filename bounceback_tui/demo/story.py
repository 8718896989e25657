"""Robin's search: eight months, told from its TOML files and ending yesterday evening."""

import tomllib
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from bounceback_tui.demo.applications import add_applications
from bounceback_tui.demo.check_ins import add_check_ins
from bounceback_tui.demo.days import Calendar
from bounceback_tui.demo.moods import Happenings
from bounceback_tui.demo.recoveries import Recovered
from bounceback_tui.demo.rows import Rows, unwrapped
from bounceback_tui.guides.loader import load_guides
from bounceback_tui.models.entry import Entry
from bounceback_tui.services import Plan, open_services

SEED = "Robin"


def make_demo(plan: Plan) -> None:
    """Fill the new journal of *plan* with the story, so that it ends on the plan's yesterday.

    The same day always gives the same journal.
    """
    rows, calendar = Rows(), Calendar(plan.clock)
    applications = _told("applications")["applications"]
    ids = add_applications(rows, calendar, applications)
    check_ins = _told("check_ins")
    add_check_ins(rows, calendar, Happenings(calendar, applications), check_ins, SEED)
    _add_entries(rows, calendar, _told("journal")["entries"], ids)
    Recovered(rows, calendar, ids, load_guides()).add(_told("recoveries"))
    store = open_services(plan).store
    try:
        store.load(rows.by_table)
    finally:
        store.close()


def _told(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _add_entries(
    rows: Rows, calendar: Calendar, told: list[dict[str, Any]], ids: dict[str, int]
) -> None:
    for facts in sorted(told, key=lambda facts: _instant_of(facts, calendar)):
        at = _instant_of(facts, calendar)
        number = rows.add(
            Entry,
            at=at,
            day=_day_of(facts, calendar),
            edited_at=at,
            title=facts.get("title", ""),
            body=unwrapped(facts["body"]),
            starred=facts.get("starred", False),
            application_id=ids[facts["about"]] if "about" in facts else None,
        )
        rows.tag(number, facts.get("tags", []))


def _instant_of(facts: dict[str, Any], calendar: Calendar) -> datetime:
    return calendar.instant(_day_of(facts, calendar), facts["time"])


def _day_of(facts: dict[str, Any], calendar: Calendar) -> date:
    if "months_ago" in facts:
        return calendar.month_before(facts["months_ago"])
    return calendar.evening(facts["ago"]) if "about" in facts else calendar.day(facts["ago"])
