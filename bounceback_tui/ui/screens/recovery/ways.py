"""The ways into getting back up: at once after a no, or from everywhere later."""

from datetime import datetime
from typing import TYPE_CHECKING

from textual import work

from bounceback_tui.models.words import Dose, Step
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.text import ahead, clock_words

if TYPE_CHECKING:
    from bounceback_tui.ui.screens.recovery.doorway import Way


class Ways(DataScreen):
    """A screen from which somebody can begin, or go on, to get back up."""

    def offer_way_up(self, application_id: int) -> None:
        """Open the doorway, once, if the application was just turned down.

        During a chosen rest nothing is asked: it is put off until the rest is over.
        """
        self.guarded(lambda: self._offer(application_id))

    def _offer(self, application_id: int) -> None:
        recoveries = self.store.recoveries
        if not recoveries.asks_about(application_id):
            return
        until = recoveries.resting_until(self.services.clock.now())
        if until is None:
            self.open_doorway(application_id)
            return
        recoveries.begin(application_id, Dose.FIRST_AID, not_before=until)
        self.tell(f"You are resting, so this one waits {self._when_words(until)}")

    @work(exclusive=True, group="doorway")
    async def open_doorway(self, application_id: int) -> None:
        """Ask when to begin, and write down or do what was chosen."""
        from bounceback_tui.ui.screens.recovery.doorway import DoorwayDialog

        gentle = is_gentle(self.app)
        with self.sentences():
            dialog = DoorwayDialog(self.services, application_id, is_gentle=gentle)
            way = await self.app.push_screen_wait(dialog)
            if way is not None:
                self._take(application_id, way)

    def _take(self, application_id: int, way: "Way") -> None:
        recoveries, facts = self.store.recoveries, {"want": way.want, "forecast": way.forecast}
        if not way.is_wanted:
            recoveries.decline(application_id, **facts)
            self.tell("Left at that; the application’s page has it if you change your mind")
            return
        begun = recoveries.begin(application_id, way.dose, not_before=way.not_before, **facts)
        if way.not_before is None:
            self.open_hub(begun, Step.FIRST_AID)
        else:
            self.tell(f"It waits on Today, {self._when_words(way.not_before)}")

    def open_hub(self, recovery_id: int, step: Step | None = None) -> None:
        """Open one recovery, and at once one of its steps if given."""
        from bounceback_tui.ui.screens.recovery.hub import HubScreen

        self.show_over(HubScreen(self.services, recovery_id, step))

    def open_recovery_of(self, application_id: int) -> None:
        """Open the recovery of an application, or the doorway when there is none."""
        found: list[int] = []
        self.guarded(
            lambda: found.extend(r.id for r in self.store.recoveries.of_application(application_id))
        )
        if found:
            self.open_hub(found[0])
        else:
            self.open_doorway(application_id)

    def _when_words(self, instant: datetime) -> str:
        local = self.services.clock.local(instant)
        today = self.services.clock.today()
        return f"from {clock_words(local)} {ahead(local.date(), today)}"
