"""The one place that asks what time it is."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol


class Clock(Protocol):
    """Tells instants in UTC and the local day they fall on."""

    def now(self) -> datetime:
        """Return this instant, aware, in UTC."""

    def local(self, instant: datetime) -> datetime:
        """Return *instant* as the person's wall clock shows it."""

    def today(self) -> date:
        """Return the person's calendar day."""

    def at_local(self, day: date, hour: int) -> datetime:
        """Return the instant, in UTC, at which the person's wall clock shows *hour* on *day*."""


class SystemClock:
    """The machine's clock in the machine's time zone."""

    def now(self) -> datetime:
        return datetime.now(UTC)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone()

    def today(self) -> date:
        return self.local(self.now()).date()

    def at_local(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour)).astimezone().astimezone(UTC)


@dataclass
class FixedClock:
    """A clock that stands still until it is told to move; for the demo and the tests."""

    at: datetime
    zone: tzinfo = field(default=UTC)

    def now(self) -> datetime:
        return self.at.astimezone(UTC)

    def local(self, instant: datetime) -> datetime:
        return instant.astimezone(self.zone)

    def today(self) -> date:
        return self.local(self.at).date()

    def at_local(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour), self.zone).astimezone(UTC)

    def advance(self, **amount: float) -> None:
        """Move on by a ``timedelta`` of *amount*."""
        self.at += timedelta(**amount)
