"""The app: themes, screens and keys; nothing else."""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import work
from textual.app import App, SystemCommand
from textual.filter import LineFilter
from textual.screen import Screen
from textual.theme import Theme

from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.settings import save_choice
from bounceback_tui.ui import commands
from bounceback_tui.ui.safety import SafeLines, keep_crash_report
from bounceback_tui.ui.screens.base import Dialog, is_store_error
from bounceback_tui.ui.screens.start import RescueScreen, StartScreen
from bounceback_tui.ui.themes import OWN_THEMES

if TYPE_CHECKING:
    from bounceback_tui.ui.screens.base import DataScreen


class BouncebackApp(App[None]):
    """One window on one journal."""

    TITLE = "Bounceback"
    CSS_PATH = "bounceback.tcss"
    BINDINGS: ClassVar = commands.bindings("app")  # type: ignore[assignment]
    COMMAND_PALETTE_BINDING = "ctrl+p"
    AUTO_FOCUS = ""

    def __init__(self, plan: Plan, prepare: Callable[[Plan], None] | None = None) -> None:
        """Open the journal of *plan*; *prepare* runs first, in the same thread (the demo)."""
        super().__init__()
        self.plan = plan
        self.services: Services | None = None
        self.wanted_tab = "today"
        self._prepare = prepare
        self._safe_lines = SafeLines()
        self.animation_level = "none"

    # Starting

    def on_mount(self) -> None:
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self._take_theme(self.plan.settings.theme)
        self.set_keymap(commands.usable(self.plan.settings.keys))
        self.push_screen(StartScreen(self.plan))
        self.call_after_refresh(self.action_open_file, False)

    def _take_theme(self, name: str) -> None:
        if name in self.available_themes:
            self.theme = name
        else:
            self.theme = OWN_THEMES[0].name
            self.plan.settings.warnings.append(f"There is no theme called {name!r}.")
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def _keep_theme(self, theme: Theme) -> None:
        if not self.plan.is_demo and theme.name != self.plan.settings.theme:
            self.plan.settings.theme = theme.name
            save_choice(self.plan.paths.settings, "theme", theme.name)

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
        load_screens()
        self.call_from_thread(self._opened, services)

    def _rescue(self, error: Exception) -> None:
        self.switch_screen(RescueScreen(self.plan, error))

    def _opened(self, services: Services) -> None:
        self.services = services
        self.switch_screen(self._screen_for(self.wanted_tab))
        self._say_warnings()
        if self._asks_today(services):
            self.call_after_refresh(self.action_check_in)
        self.call_after_refresh(self._look_after_file)

    def _say_warnings(self) -> None:
        assert self.services is not None  # noqa: S101
        settings = self.plan.settings
        for warning in [
            *settings.warnings,
            *commands.problems(settings.keys),
            *self.services.guides.warnings,
        ]:
            self.notify(warning, severity="warning", timeout=12, markup=False)

    def _asks_today(self, services: Services) -> bool:
        """Tell whether the check-in opens by itself: once a day, not before there is anything."""
        markers, today = services.store.markers, self.plan.clock.today().isoformat()
        latest = services.store.check_ins.latest()
        if markers.get("asked_on") == today or not self.plan.settings.ask_on_new_day:
            return False
        is_first_visit = markers.get("asked_on") is None and latest is None
        markers.set("asked_on", today)
        return not is_first_visit and not (latest and latest.day == self.plan.clock.today())

    @work(thread=True)
    def _look_after_file(self) -> None:
        """Check the whole file and make the routine backup, while the person goes on."""
        assert self.services is not None  # noqa: S101
        try:
            self.services.store.check()
        except Exception as error:
            if not is_store_error(error):
                raise
            self.call_from_thread(self._rescue, error)

    # Screens

    def _screen_for(self, tab: str) -> "DataScreen":
        assert self.services is not None  # noqa: S101
        if not self.is_screen_installed(tab):
            self.install_screen(load_screens()[tab](self.services), tab)
        return self.get_screen(tab)  # type: ignore[return-value]

    async def show_tab(self, tab: str) -> "DataScreen | None":
        """Bring *tab* to the front and return it; None while the file is not open."""
        self.wanted_tab = tab
        if self.services is None or isinstance(self.screen, Dialog):
            return None
        while len(self.screen_stack) > 2:
            await self.pop_screen()
        wanted = self._screen_for(tab)
        if self.screen is not wanted:
            await self.switch_screen(wanted)
        return wanted

    async def action_today(self) -> None:
        await self.show_tab("today")

    async def action_board(self) -> None:
        await self.show_tab("board")

    async def action_journal(self) -> None:
        await self.show_tab("journal")

    async def action_search(self) -> None:
        if journal := await self.show_tab("journal"):
            await journal.run_action("search")

    # Commands of everywhere

    def action_check_in(self) -> None:
        from bounceback_tui.ui.screens.check_in import CheckInDialog

        if self.services and not isinstance(self.screen, Dialog):
            self.push_screen(CheckInDialog(self.services))

    def action_add_application(self) -> None:
        from bounceback_tui.ui.screens.card import CardDialog

        if self.services and not isinstance(self.screen, Dialog):
            after = getattr(self.screen, "added", None)
            self.push_screen(CardDialog(self.services), after)

    def action_write(self) -> None:
        from bounceback_tui.ui.screens.editor import EditorScreen

        if self.services and not isinstance(self.screen, Dialog):
            self.push_screen(EditorScreen(self.services))

    def action_undo(self) -> None:
        self._replay("undo", "Undone: ", "There is nothing to undo.")

    def action_redo(self) -> None:
        self._replay("redo", "Done again: ", "There is nothing to do again.")

    def _replay(self, direction: str, said: str, nothing: str) -> None:
        screen = self.screen
        if self.services is None or not hasattr(screen, "guarded"):
            return
        label: list[str | None] = []
        if screen.guarded(lambda: label.append(getattr(self.services.store, direction)())):
            self.notify(f"{said}{label[0]}" if label[0] else nothing, timeout=4, markup=False)
            screen.guarded(screen.reload)

    def action_help(self) -> None:
        from bounceback_tui.ui.screens.help import HelpScreen

        if not isinstance(self.screen, HelpScreen):
            self.push_screen(HelpScreen(self.plan, getattr(self.screen, "SCOPE", "app")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield every action for the palette: this screen's, then those of everywhere."""
        scope = getattr(screen, "SCOPE", "app")
        for command in (*commands.of(scope), *commands.of("app"), *self._elsewhere(scope)):
            if command.in_palette:
                yield SystemCommand(command.title, command.help, self._doer(command, screen))

    def _elsewhere(self, scope: str) -> list[commands.Command]:
        """Return the commands of the other tabs; choosing one goes there first."""
        tabs = ("board", "journal")
        return [c for tab in tabs if tab != scope for c in commands.of(tab)]

    def _doer(self, command: commands.Command, screen: Screen[object]) -> Callable[[], None]:
        async def act() -> None:
            if command.scope == "app":
                await self.run_action(command.action)
            elif command.scope == getattr(screen, "SCOPE", ""):
                await screen.run_action(command.action)
            elif tab := await self.show_tab(command.scope):
                await tab.run_action(command.action)

        return lambda: self.call_later(act)

    # Leaving, well or not

    def on_app_focus(self) -> None:
        screen = self.screen
        if self.services and hasattr(screen, "guarded"):
            screen.guarded(lambda: self.services.store.changed_elsewhere() and screen.reload())

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


CRASH_WORDS = (
    "Bounceback stopped because of a fault in it. Your text is safe: what was saved is saved, and\n"
    "what you were typing is kept to within a second and will be offered again.\n"
)


def load_screens() -> dict[str, type]:
    """Import the screens of the tabs; done in the opening thread, so that no key waits for it."""
    from bounceback_tui.ui.screens.board import BoardScreen
    from bounceback_tui.ui.screens.journal import JournalScreen
    from bounceback_tui.ui.screens.today import TodayScreen

    return {"today": TodayScreen, "board": BoardScreen, "journal": JournalScreen}
