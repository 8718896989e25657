"""The part of the app that is there on a hard day: help lines and two cards, on any screen."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from textual.app import App

from bounceback_tui.ui.screens.base import DataScreen, complaint, is_store_error

if TYPE_CHECKING:
    from bounceback_tui.services import Plan, Services

SHOWN_ON, NOT_BEFORE = "note_shown_on", "note_not_before"


class CaringApp(App[None]):
    """Opens the help lines silently, and offers the cards when the rules say so.

    Nothing is written down about it, except the day the gentle card was shown.
    """

    plan: "Plan"
    services: "Services | None"
    is_gentle = False

    def action_help_lines(self) -> None:
        from bounceback_tui.ui.screens.help_lines import HelpLinesDialog

        if not isinstance(self.screen, HelpLinesDialog):
            self.push_screen(HelpLinesDialog(self.plan))

    def action_someone(self) -> None:
        from bounceback_tui.ui.screens.care import DirectCard

        if not isinstance(self.screen, DirectCard):
            self._be_gentle()
            self.push_screen(DirectCard(self.plan))

    def action_offer_care(self) -> None:
        """Show the gentle card if the last two weeks look heavy and it was not shown lately."""
        services = self.services
        if services is None or self.is_gentle:
            return
        try:
            if not self._is_time_for_the_card(services):
                return
            services.store.markers.set(SHOWN_ON, services.clock.today().isoformat())
        except Exception as error:
            self._say(error)
            return
        from bounceback_tui.ui.screens.care import GentleCard

        self._be_gentle()
        self.push_screen(GentleCard(self.plan), self._answered)

    def _is_time_for_the_card(self, services: "Services") -> bool:
        from bounceback_tui.insight.care import first_day, looks_heavy, may_show

        today, markers = services.clock.today(), services.store.markers
        shown_on, not_before = (_day(markers.get(key)) for key in (SHOWN_ON, NOT_BEFORE))
        if not may_show(shown_on, not_before, today):
            return False
        return looks_heavy(services.store.check_ins.valences(first_day(today), today), today)

    def _answered(self, wants_quiet: bool | None) -> None:
        from bounceback_tui.insight.care import after_two_weeks

        if wants_quiet and self.services is not None:
            day = after_two_weeks(self.services.clock.today())
            try:
                self.services.store.markers.set(NOT_BEFORE, day.isoformat())
            except Exception as error:
                self._say(error)

    def _be_gentle(self) -> None:
        """Leave figures and hard writing out from here on, and nothing lying over the card."""
        self.is_gentle = True
        self.clear_notifications()
        if isinstance(self.screen, DataScreen):
            self.screen.guarded(self.screen.reload)

    def _say(self, error: Exception) -> None:
        """Say what is wrong with the file; raise what is not about it."""
        if not is_store_error(error):
            raise error
        self.notify(complaint(error), severity="error", timeout=12, markup=False)

    def help_in_sight(self) -> Callable[[], None]:
        """Return what opens again, over another screen, the help that is open now, if any is."""
        reopen = getattr(self.screen, "COMMAND", "")
        return getattr(self, f"action_{reopen}") if reopen else _nothing


def _nothing() -> None:
    """Open nothing again, because no help was open."""


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value or "")
    except ValueError:
        return None
