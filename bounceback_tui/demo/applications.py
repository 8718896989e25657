"""The applications of the story: where each stands, how it came there, and its interviews."""

from typing import Any, NamedTuple

from bounceback_tui.demo.days import Calendar
from bounceback_tui.demo.rows import Rows, unwrapped
from bounceback_tui.models.application import Application
from bounceback_tui.models.interview import Interview, PrepItem
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import Outcome, Stage

DONE = "x "
TOLD_OTHERWISE = {"path", "interviews", "next_in", "ago", "prep"}


class Step(NamedTuple):
    """One move of an application, some days ago."""

    stage: Stage
    ago: int
    outcome: Outcome | None


def steps(path: str) -> list[Step]:
    """Return the moves in *path*, e.g. "saved 44, applied 41, closed 3 rejected"."""
    found = []
    for part in path.split(", "):
        stage, ago, *outcome = part.split()
        found.append(Step(Stage(stage), int(ago), Outcome(outcome[0]) if outcome else None))
    return found


def add_applications(rows: Rows, calendar: Calendar, told: list[dict[str, Any]]) -> dict[str, int]:
    """Add the applications with all that is theirs; return their ids by company.

    They are numbered by age; the order in which they are told is that of the board.
    """
    oldest_first = sorted(enumerate(told), key=lambda pair: -steps(pair[1]["path"])[0].ago)
    ids = {}
    for place, facts in oldest_first:
        number = _add_application(rows, calendar, facts, place)
        ids[facts["company"]] = number
        for interview in facts.get("interviews", ()):
            _add_interview(rows, calendar, number, interview)
    _add_history(rows, calendar, [(ids[facts["company"]], facts["path"]) for facts in told])
    return ids


def _add_application(rows: Rows, calendar: Calendar, told: dict[str, Any], place: int) -> int:
    path = steps(told["path"])
    facts = _facts(told)
    if "next_in" in told:
        facts["next_action_on"] = calendar.day(-told["next_in"])
    return rows.add(
        Application,
        stage=path[-1].stage.value,
        outcome=path[-1].outcome.value if path[-1].outcome else None,
        rank=float(place),
        stage_day=calendar.workday(path[-1].ago),
        created_at=calendar.instant(calendar.workday(path[0].ago), "10:20"),
        **facts,
    )


def _add_interview(rows: Rows, calendar: Calendar, application: int, told: dict[str, Any]) -> None:
    day = calendar.workday(told["ago"])
    number = rows.add(Interview, application_id=application, day=day, **_facts(told))
    for place, line in enumerate(told.get("prep", ())):
        rows.add(
            PrepItem,
            interview_id=number,
            position=place,
            text=line.removeprefix(DONE),
            done=line.startswith(DONE),
        )


def _facts(told: dict[str, Any]) -> dict[str, Any]:
    return {
        name: unwrapped(value) if isinstance(value, str) else value
        for name, value in told.items()
        if name not in TOLD_OTHERWISE
    }


def _add_history(rows: Rows, calendar: Calendar, paths: list[tuple[int, str]]) -> None:
    moves = []
    for application, path in paths:
        before: str | None = None
        for step in steps(path):
            moves.append((calendar.workday(step.ago), application, before, step))
            before = step.stage.value
    for day, application, before, step in sorted(moves, key=lambda move: (move[0], move[1])):
        rows.add(
            StageChange,
            application_id=application,
            from_stage=before,
            to_stage=step.stage.value,
            outcome=step.outcome.value if step.outcome else None,
            at=calendar.instant(day, "10:20"),
            day=day,
        )
