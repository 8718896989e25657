"""The check-ins of the story: ups and downs that follow what happened in it."""

from collections.abc import Iterable
from datetime import date, timedelta
from math import sin
from random import Random
from typing import Any, NamedTuple

from bounceback_tui.demo.applications import steps
from bounceback_tui.demo.days import Calendar
from bounceback_tui.models.words import Deed, Outcome, Stage

USUAL, GOOD = 5.5, 7.0
BY_WEEKDAY = (-0.5, -0.1, 0.1, 0.2, 0.6, 0.7, -0.3)
NO_AFTER = {Stage.APPLIED: (-0.9, 2), Stage.SCREENING: (-1.8, 3), Stage.INTERVIEW: (-3.2, 4)}
NO_REPLY, WITHDRAWN, OFFER, FORWARD, TALK = (-0.3, 1), (0.5, 1), (2.6, 4), (1.1, 2), (0.5, 1)


class Event(NamedTuple):
    """Something that lifts or lowers the mood by *shift*, fading over *lasts* days."""

    day: date
    shift: float
    lasts: int
    deed: Deed | None = None

    def on(self, day: date) -> float:
        """Return what is left of it on *day*."""
        age = (day - self.day).days
        return self.shift * (1 - age / self.lasts) if 0 <= age < self.lasts else 0.0


class Happenings:
    """What happened in the search, as the person felt it."""

    def __init__(self, calendar: Calendar, told: Iterable[dict[str, Any]]) -> None:
        self._events: list[Event] = []
        self._phase = calendar.today
        for facts in told:
            self._take_moves(calendar, facts["path"])
            for interview in facts.get("interviews", ()):
                day = calendar.workday(interview["ago"])
                self._events.append(Event(day, *TALK, Deed.INTERVIEWED))
                self._events.append(Event(day - timedelta(days=1), -0.2, 1, Deed.PREPARED))

    def _take_moves(self, calendar: Calendar, path: str) -> None:
        before = Stage.SAVED
        for step in steps(path):
            day = calendar.workday(step.ago)
            if step.stage is Stage.APPLIED:
                self._events.append(Event(day, 0.2, 1, Deed.APPLIED))
            elif step.stage is Stage.OFFER:
                self._events.append(Event(day, *OFFER))
            elif step.outcome is Outcome.REJECTED:
                self._events.append(Event(day, *NO_AFTER.get(before, NO_REPLY)))
            elif step.stage is Stage.CLOSED:
                gone = step.outcome is Outcome.NO_REPLY
                self._events.append(Event(day, *(NO_REPLY if gone else WITHDRAWN)))
            elif step.stage is not Stage.SAVED:
                self._events.append(Event(day, *FORWARD, Deed.CONTACTED))
            before = step.stage

    def mood(self, day: date) -> float:
        """Return how *day* feels before chance has its say."""
        wave = 0.5 * sin((self._phase - day).days / 36)
        mood = USUAL + wave + BY_WEEKDAY[day.weekday()] + sum(e.on(day) for e in self._events)
        return min(mood, GOOD + (mood - GOOD) / 2)

    def sting(self, day: date) -> float:
        """Return how much of every no is left on *day*."""
        return -sum(e.on(day) for e in self._events if e.shift < -0.5)

    def deeds(self, day: date) -> set[Deed]:
        """Return what was done for the search on *day*."""
        return {e.deed for e in self._events if e.day == day and e.deed}


class Words:
    """Lines in the person's own words, each said once."""

    def __init__(self, chance: Random, lines: dict[str, list[str]]) -> None:
        self._left = {name: chance.sample(found, len(found)) for name, found in lines.items()}

    def say(self, name: str) -> str:
        """Return a line of the kind *name* that was not said yet, or nothing."""
        return self._left[name].pop() if self._left[name] else ""


def band(valence: int) -> str:
    """Return which words fit *valence*."""
    return "low" if valence <= 3 else "middle" if valence <= 6 else "high"


def days_with_check_ins(
    chance: Random, calendar: Calendar, told: dict[str, Any], count: int
) -> list[date]:
    """Return *count* days, oldest first; some are left out, some come twice."""
    away = {ago for gap in told["gaps"] for ago in range(gap["to"], gap["from"] + 1)}
    pinned = {pin["ago"] for pin in told["pinned"]}
    free = [ago for ago in range(2, told["days"]) if ago not in away | pinned]
    wanted = count - len(told["pinned"])
    single = chance.sample(free, min(len(free), wanted - count // 9))
    double = chance.sample(single, wanted - len(single))
    return sorted(calendar.day(ago) for ago in single + double)
