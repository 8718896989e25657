"""The check-ins of the story, from the moods of its days and the person's own lines."""

from datetime import date
from random import Random
from typing import Any

from bounceback_tui.demo.days import Calendar
from bounceback_tui.demo.moods import Happenings, Words, band, days_with_check_ins
from bounceback_tui.demo.rows import Rows
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.words import Deed

COUNT = 200
MORNING, EVENING = range(7, 14), range(19, 23)
FRIDAY = 4


class CheckInTeller:
    """Makes up check-ins, day by day."""

    def __init__(
        self, calendar: Calendar, happenings: Happenings, told: dict[str, Any], seed: str
    ) -> None:
        self._chance = Random(seed)
        self._calendar = calendar
        self._happenings = happenings
        self._told = told
        self._words = Words(self._chance, told["lines"])

    def all(self) -> list[dict[str, Any]]:
        """Return the values of every check-in, oldest first."""
        days = days_with_check_ins(self._chance, self._calendar, self._told, COUNT)
        found = [self._pinned(pin) for pin in self._told["pinned"]]
        for place, day in enumerate(days):
            is_first_of_two = days[place + 1 : place + 2] == [day]
            found.append(self._made_up(day, MORNING if is_first_of_two else EVENING))
        return sorted(found, key=lambda values: values["at"])

    def _pinned(self, pin: dict[str, Any]) -> dict[str, Any]:
        day = self._calendar.evening(pin["ago"])
        facts = {name: value for name, value in pin.items() if name not in ("ago", "time")}
        return {"at": self._calendar.instant(day, pin["time"]), "day": day, **facts}

    def _made_up(self, day: date, hours: range) -> dict[str, Any]:
        chance = self._chance
        mood = self._happenings.mood(day) + chance.gauss(0, 0.7)
        valence = min(max(round(mood), 1), 9)
        time = f"{chance.choice(hours)}:{chance.randrange(60)}"
        found: dict[str, Any] = {"at": self._calendar.instant(day, time), "day": day}
        found["valence"] = valence
        if hours is EVENING or chance.random() < 0.3:
            found |= self._scales(day, valence) | self._said(valence)
            found["did"] = self._did(day)
        if found.get("progress", 0) >= 3 and chance.random() < 0.5:
            found["plan"] = self._words.say("plan")
        return found

    def _scales(self, day: date, valence: int) -> dict[str, Any]:
        chance, found = self._chance, dict[str, Any]()
        moved = min(2 * len(self._happenings.deeds(day)), 4)
        if chance.random() < 0.75:
            found["energy"] = min(max(round(valence * 0.7 + 1.5 + chance.gauss(0, 1)), 1), 9)
        if chance.random() < 0.7:
            found["stuck"] = min(max(round(self._happenings.sting(day) + chance.random()), 0), 4)
        if chance.random() < 0.7:
            found["progress"] = min(max(moved + chance.choice((-1, 0, 0, 1)), 0), 4)
        return found

    def _said(self, valence: int) -> dict[str, str]:
        likely = {"low": 0.25, "middle": 0.4, "high": 0.6}[band(valence)]
        good = self._words.say("good") if self._chance.random() < likely else ""
        note = self._words.say(band(valence)) if self._chance.random() < 0.4 else ""
        return {"good": good, "note": note}

    def _did(self, day: date) -> str:
        deeds = set(self._happenings.deeds(day))
        if not deeds and self._chance.random() < 0.7:
            is_free = day.weekday() > FRIDAY
            deeds = {Deed.RESTED if is_free or self._chance.random() < 0.3 else Deed.LIFE}
        return " ".join(sorted(deed.value for deed in deeds))


def add_check_ins(
    rows: Rows, calendar: Calendar, happenings: Happenings, told: dict[str, Any], seed: str
) -> None:
    """Add the check-ins of the whole story."""
    for values in CheckInTeller(calendar, happenings, told, seed).all():
        rows.add(CheckIn, **values)
