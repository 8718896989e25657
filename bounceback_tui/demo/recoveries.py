"""How the story's person got back up: recoveries, people, lessons, and the corner."""

import json
from collections.abc import Iterable
from datetime import datetime
from typing import Any

from bounceback_tui.demo.days import Calendar
from bounceback_tui.demo.rows import Rows
from bounceback_tui.guides.loader import Guides
from bounceback_tui.insight.pacing import session_guide
from bounceback_tui.models.base import Row
from bounceback_tui.models.corner import Practice, Profile, Story, Strength
from bounceback_tui.models.flag import Criterion, Flag
from bounceback_tui.models.lesson import Lesson
from bounceback_tui.models.people import Contact, CvSending, Message
from bounceback_tui.models.recovery import Answer, Recovery, Rest, Sitting
from bounceback_tui.models.stage_change import StageChange
from bounceback_tui.models.words import RecoveryState, Stage, Step
from bounceback_tui.store.small_steps import TAKEN

ORDER = [stage.value for stage in Stage]
TIME = "19:40"
ABOUT_SITTING = {"step", "ago", "done", "skipped", "step_answer", "taken_ago", "rested_until"}
DAYS = {
    "drafted": "drafted_on",
    "ready": "ready_on",
    "sent": "sent_on",
    "replied": "replied_on",
    "closed": "closed_on",
}
Told = dict[str, Any]


class Recovered:
    """Adds to *rows* what is told of getting back up; *ids* are the applications by company."""

    def __init__(self, rows: Rows, calendar: Calendar, ids: dict[str, int], guides: Guides) -> None:
        self._rows = rows
        self._calendar = calendar
        self._ids = ids
        self._guides = guides

    def add(self, told: Told) -> None:
        """Add everything that is *told*."""
        for recovery in sorted(told["recoveries"], key=lambda r: -r["ago"]):
            self._add_recovery(recovery)
        self._add_dated(Flag, told["flags"])
        self._add_dated(Criterion, told["criteria"])
        for contact in told["contacts"]:
            self._add_contact(contact)
        self._add_dated(Lesson, (_lesson(lesson) for lesson in told["lessons"]))
        self._add_corner(told)

    def _add_dated(self, table: type[Row], told: Iterable[Told]) -> None:
        for facts in sorted(told, key=lambda facts: -facts["ago"]):
            rest = {k: v for k, v in facts.items() if k not in ("about", "ago")}
            day = self._calendar.evening(facts["ago"])
            if "about" in facts:
                rest["application_id"] = self._ids[facts["about"]]
            self._rows.add(table, day=day, **rest)

    # Recoveries

    def _instant(self, ago: int, time: str = TIME) -> datetime:
        return self._calendar.instant(self._calendar.evening(ago), time)

    def _add_recovery(self, told: Told) -> None:
        application = self._ids[told["about"]]
        state = RecoveryState(told["state"])
        number = self._rows.add(
            Recovery,
            application_id=application,
            at=self._instant(told["ago"], told["time"]),
            day=self._calendar.evening(told["ago"]),
            stage_reached=self._reached(application),
            dose=told.get("dose", "first_aid"),
            state=state.value,
            want=told.get("want"),
            forecast=told.get("forecast"),
            not_before=self._put_off(told),
            closed_at=self._instant(told["closed"]) if "closed" in told else None,
        )
        numbers: dict[str, int] = {}
        for sitting in told.get("sittings", ()):
            step = sitting["step"]
            numbers[step] = numbers.get(step, 0) + 1
            self._add_sitting(number, numbers[step], sitting)

    def _put_off(self, told: Told) -> datetime | None:
        if "put_off_until" not in told:
            return None
        return self._calendar.instant(self._calendar.day(told["put_off_until"]), "09:00")

    def _reached(self, application: int) -> str:
        history = self._rows.by_table[StageChange]
        stages = [r["to_stage"] for r in history if r["application_id"] == application]
        return str(max((s for s in stages if s != Stage.CLOSED), key=ORDER.index))

    def _add_sitting(self, recovery: int, number: int, told: Told) -> None:
        at = self._instant(told["ago"])
        answers = {name: value for name, value in told.items() if name not in ABOUT_SITTING}
        if "step_answer" in told:
            answers["step"] = told["step_answer"]
        if "taken_ago" in told:
            answers[TAKEN] = self._calendar.evening(told["taken_ago"]).isoformat()
        sitting = self._rows.add(
            Sitting,
            recovery_id=recovery,
            step=told["step"],
            number=number,
            started_at=at,
            day=self._calendar.evening(told["ago"]),
            finished_at=at if told.get("done") else None,
            is_skipped=told.get("skipped", False),
            place=list(answers)[-1] if answers else "",
        )
        self._add_answers(sitting, self._guide_of(told["step"], number), answers, at)
        if "rested_until" in told:
            until = self._calendar.instant(self._calendar.day(told["rested_until"]), "09:00")
            self._rows.add(
                Rest, recovery_id=recovery, day=self._calendar.day(told["ago"]), until=until
            )

    def _guide_of(self, step: str, number: int) -> str:
        return session_guide(number - 1) if step == Step.NOT_PERSONAL else step

    def _add_answers(self, sitting: int, guide_id: str, answers: Told, at: datetime) -> None:
        guide = self._guides[guide_id]
        for field, value in answers.items():
            text = json.dumps(value, ensure_ascii=False) if isinstance(value, list) else value
            self._rows.add(
                Answer,
                sitting_id=sitting,
                guide=guide.id,
                version=guide.version,
                field=field,
                prompt=guide[field].prompt.replace("{name}", "Robin"),
                value=text,
                at=at,
            )

    # People and the corner

    def _add_contact(self, told: Told) -> None:
        facts = {
            k: told[k] for k in ("name", "role", "company", "door", "helped_with") if k in told
        }
        about = self._ids[told["about"]] if "about" in told else None
        last = self._calendar.evening(told["last"])
        number = self._rows.add(Contact, application_id=about, last_contact=last, **facts)
        for message in told.get("messages", ()):
            self._add_message(number, about, message)
        for company, ago in told.get("sent_cv_to", ()):
            day = self._calendar.evening(ago)
            self._rows.add(CvSending, contact_id=number, company=company, day=day)

    def _add_message(self, contact: int, about: int | None, told: Told) -> None:
        days = {
            column: self._calendar.day(told[name]) for name, column in DAYS.items() if name in told
        }
        rest = {name: value for name, value in told.items() if name not in DAYS}
        self._rows.add(Message, contact_id=contact, application_id=about, **days, **rest)

    def _add_corner(self, told: Told) -> None:
        for table, name in ((Strength, "strengths"), (Story, "stories")):
            for position, facts in enumerate(told[name]):
                self._rows.add(table, position=position, **facts)
        self._add_dated(Practice, told["practice"])
        self._rows.by_table[Profile] = [
            {"key": key, "value": value} for key, value in told["profile"].items()
        ]


def _lesson(told: Told) -> Told:
    rest = {name: value for name, value in told.items() if name != "tried"}
    return rest | {"is_tried": told.get("tried", False)}
