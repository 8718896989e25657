"""From "so many days ago" to days and instants."""

from datetime import UTC, date, datetime, timedelta

from bounceback_tui.clock import Clock

SATURDAY = 5


class Calendar:
    """The days of a story, counted back from the day it is told on."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self.today = clock.today()

    def day(self, ago: int) -> date:
        """Return the day *ago* days back; one ahead when it is negative."""
        return self.today - timedelta(days=ago)

    def workday(self, ago: int) -> date:
        """Return the day *ago* days back, with weekends moved to the Friday or Monday beside."""
        day = self.day(ago)
        weekend = day.weekday() - SATURDAY
        if weekend < 0:
            return day
        return day + timedelta(days=2 - weekend if ago < 0 else -1 - weekend)

    def evening(self, ago: int) -> date:
        """Return the day *ago* days back as one tells of it: yesterday, or else a workday."""
        return self.day(ago) if ago == 1 else self.workday(ago)

    def instant(self, day: date, time: str) -> datetime:
        """Return the instant, in UTC, at which the person's clock shows *time* ("21:10")."""
        hour, minute = time.split(":")
        wall = datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=UTC)
        found = wall
        for _guess in range(2):
            found = wall - (self._clock.local(found).utcoffset() or timedelta())
        return found

    def month_before(self, months: int) -> date:
        """Return this day *months* ago, or the last of that month when it has no such day."""
        month = self.today.year * 12 + self.today.month - 1 - months
        first = date(month // 12, month % 12 + 1, 1)
        following = (first + timedelta(days=31)).replace(day=1)
        return first.replace(day=min(self.today.day, (following - first).days))
