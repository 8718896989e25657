"""Mood over time: a chart beside the events of the search, a year of days, and getting up again."""

from textual import on

from bounceback_tui.ui import commands
from bounceback_tui.ui.screens import mood_words
from bounceback_tui.ui.screens.mood_panels import RANGES, MoodPanels
from bounceback_tui.ui.widgets.day_chart import DayChart
from bounceback_tui.ui.widgets.event_dots import EventDots
from bounceback_tui.ui.widgets.year_pixels import YearPixels


class MoodScreen(MoodPanels):
    """What one's days were like, never more than the entries can bear."""

    SCOPE = "mood"
    TAB = "mood"
    BINDINGS = commands.bindings("mood")

    # The cursors

    @on(DayChart.Moved)
    def _moved(self, message: DayChart.Moved) -> None:
        self.say_day(message.day)

    @on(YearPixels.Moved)
    def _pixel_moved(self, message: YearPixels.Moved) -> None:
        self.say_pixel(message.day)

    @on(YearPixels.YearWanted)
    def _year_wanted(self, message: YearPixels.YearWanted) -> None:
        begun = self.store.mood.first_day()
        if begun is None or message.day.year < begun.year:
            self.tell("There is nothing from before", undoable=False)
        else:
            self.guarded(lambda: self.show_year(message.day))

    @on(EventDots.Moved)
    def _dot_moved(self, message: EventDots.Moved) -> None:
        self.say_dot(message.control)

    # Opening

    @on(DayChart.Chosen)
    @on(YearPixels.Chosen)
    async def _day_chosen(self, message: DayChart.Chosen | YearPixels.Chosen) -> None:
        message.stop()
        await self.open_day(message.day)

    @on(EventDots.Chosen)
    def _dot_chosen(self, message: EventDots.Chosen) -> None:
        if self.figures is None:
            return
        no = self.figures.rejected[message.dot.key]
        if no.recovery_id is not None:
            from bounceback_tui.ui.screens.recovery.hub import HubScreen

            self.app.push_screen(HubScreen(self.services, no.recovery_id))
        else:
            from bounceback_tui.ui.screens.application import ApplicationScreen

            self.app.push_screen(ApplicationScreen(self.services, no.application_id))

    # Keys

    def action_longer(self) -> None:
        self._take_range(self.range + 1)

    def action_shorter(self) -> None:
        self._take_range(self.range - 1)

    def _take_range(self, wanted: int) -> None:
        self.range = min(max(wanted, 0), len(RANGES) - 1)
        self.guarded(self.reload)
        self.tell(f"Showing {RANGES[self.range][1]}", undoable=False)

    def action_energy(self) -> None:
        self.with_energy = not self.with_energy
        self.guarded(self.reload)

    def summary(self) -> str:
        found = self.figures
        return mood_words.summary(found, with_energy=self.with_energy) if found else ""
