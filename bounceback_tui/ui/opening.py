"""The half of the app that opens the file, closes it, and falls down gently."""

import gc
from collections.abc import Callable, Sequence
from importlib import import_module

from textual import work
from textual.await_complete import AwaitComplete
from textual.filter import LineFilter
from textual.screen import Screen
from textual.widget import AwaitMount

from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.ui import commands
from bounceback_tui.ui.caring import CaringApp
from bounceback_tui.ui.safety import SafeLines, keep_crash_report
from bounceback_tui.ui.screens.base import TABS, DataScreen, is_store_error
from bounceback_tui.ui.screens.start import RescueScreen

SECONDS_TO_ONESELF = 0.5
IN_YOUR_EDITOR = "Was open in your editor"
CRASH_WORDS = (
    "Bounceback stopped because of a fault in it. Your text is safe: what was saved is saved, and\n"
    "what you were typing is kept to within a second and will be offered again.\n"
)


class OpeningApp(CaringApp):
    """Opens the file in a thread, after the first frame; the data layer is loaded there."""

    def __init__(self, plan: Plan, prepare: Callable[[Plan], None] | None = None) -> None:
        """Open the journal of *plan*; *prepare* runs first, in the same thread (the demo)."""
        super().__init__()
        self.plan = plan
        self.services: Services | None = None
        self.wanted_tab = "today"
        self._prepare = prepare
        self._safe_lines = SafeLines()
        self.animation_level = "none"

    @work(thread=True, exclusive=True)
    def action_open_file(self, start_new: bool) -> None:
        """Open the file in a thread, then show the data or say what is wrong."""
        try:
            if self._prepare and not start_new:
                self._prepare(self.plan)
            services = open_services(self.plan, start_new=start_new)
        except Exception as error:
            if not is_store_error(error):
                raise
            self.call_from_thread(self._rescue, error)
            return
        screen_class(self.wanted_tab)
        self.call_from_thread(self._opened, services)

    def _screen_for(self, tab: str) -> DataScreen:
        assert self.services is not None  # noqa: S101
        if not self.is_screen_installed(tab):
            self.install_screen(screen_class(tab)(self.services), tab)
        screen = self.get_screen(tab)
        assert isinstance(screen, DataScreen)  # noqa: S101
        return screen

    def _put_in_front(self, screen: Screen[None]) -> AwaitComplete | AwaitMount:
        """Show *screen* over the first one, in place of what stood there."""
        is_first = len(self.screen_stack) == 1
        return self.push_screen(screen) if is_first else self.switch_screen(screen)

    def _rescue(self, error: Exception) -> None:
        gc.enable()
        self.call_later(self._show_rescue, error)

    async def _show_rescue(self, error: Exception) -> None:
        """Say what is wrong with the file, and let go of it if it is open."""
        reopen_help = self.help_in_sight()
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        await self._put_in_front(RescueScreen(self.plan, error))
        reopen_help()
        if self.services is not None:
            store, self.services = self.services.store, None
            for tab in TABS:
                if self.is_screen_installed(tab):
                    self.uninstall_screen(tab)
            store.abandon()

    def _opened(self, services: Services) -> None:
        self.services = services
        reopen_help = self.help_in_sight()
        while len(self.screen_stack) > 2:
            self.pop_screen()
        self._put_in_front(self._screen_for(self.wanted_tab))
        reopen_help()
        self.call_after_refresh(self._greet, services)

    async def _greet(self, services: Services) -> None:
        """Say and ask what there is to say on a day's opening, once the person sees their data."""
        gc.freeze()
        gc.enable()
        try:
            self._close_quiet_messages(services)
            self._keep_left_behind(services)
            self._offer_draft(services)
            asks = self._asks_today(services)
        except Exception as error:
            if not is_store_error(error):
                raise
            self._rescue(error)
            return
        self._say_warnings(services)
        await self.run_action("check_in" if asks else "offer_care")
        self.set_timer(SECONDS_TO_ONESELF, self._load_tabs)

    def _say_warnings(self, services: Services) -> None:
        settings = self.plan.settings
        for warning in [
            *settings.warnings,
            *commands.problems(settings.keys),
            *services.guides.warnings,
        ]:
            self.notify(warning, severity="warning", timeout=12, markup=False)

    def _close_quiet_messages(self, services: Services) -> None:
        """Close, as was said when they were sent, the messages nobody answered in two weeks."""
        closed = services.store.messages.close_old(self.plan.clock.today())
        if closed:
            self._screen_for(self.wanted_tab).reload()
            which = "A question is" if closed == 1 else f"{closed} questions are"
            self.notify(f"{which} closed as quiet · your part was done", timeout=8, markup=False)

    def _keep_left_behind(self, services: Services) -> None:
        """Make a page of what was open in the person's own editor when the app was killed."""
        from bounceback_tui.ui.external import left_behind

        for text in left_behind(self.plan.paths.state):
            if text.strip():
                services.store.journal.write(text, IN_YOUR_EDITOR)
                self._screen_for(self.wanted_tab).reload()
                words = "What was open in your editor is kept as a page of the journal"
                self.notify(words, timeout=8, markup=False)

    def _offer_draft(self, services: Services) -> None:
        """Say that a page was being written when the app last stopped."""
        if any(key.startswith("entry:") for key in services.store.drafts.pending()):
            key = commands.keys_label(commands.BY_ID["app.write"], self.plan.settings.keys)
            is_new = services.store.drafts.get("entry:new") is not None
            way = f"{key} goes on with it" if is_new else "open it in the journal to go on"
            self.notify(f"A page you were writing is kept · {way}", timeout=8, markup=False)

    def _asks_today(self, services: Services) -> bool:
        """Tell whether the check-in opens by itself: once a day, not before there is anything."""
        markers, today = services.store.markers, self.plan.clock.today().isoformat()
        latest = services.store.check_ins.latest()
        if markers.get("asked_on") == today or not self.plan.settings.ask_on_new_day:
            return False
        if services.store.recoveries.resting_until(self.plan.clock.now()):
            return False
        is_first_visit = markers.get("asked_on") is None and latest is None
        markers.set("asked_on", today)
        return not is_first_visit and not (latest and latest.day == self.plan.clock.today())

    @work(thread=True)
    def _load_tabs(self) -> None:
        """Load the other tabs while the person goes on, so that going there does not wait."""
        for tab in TABS:
            screen_class(tab)

    def close_file(self) -> None:
        """Back up if due, then close the file; the last thing before the process ends."""
        if self.services is None:
            return
        try:
            self.services.store.back_up()
        finally:
            self.services.store.close()
            self.services = None

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return Textual's filters with the gate that keeps text from steering the terminal."""
        return [*super().get_line_filters(), self._safe_lines]

    def _fatal_error(self) -> None:
        """Say that the text is safe and where the report is; show no value of any variable."""
        error = self._exception
        self.bell()
        if error is not None:
            state = self.plan.paths.state
            path = keep_crash_report(state, error, self.plan.clock.now())
            where = f"What happened, without a word of yours, is in {path}" if path else ""
            self.panic(CRASH_WORDS + where)


def screen_class(tab: str) -> type[DataScreen]:
    """Return the screen of *tab*, loading its module when that has not been done yet."""
    module = import_module(f"bounceback_tui.ui.screens.{tab}")
    found: type[DataScreen] = getattr(module, f"{tab.capitalize()}Screen")
    return found
