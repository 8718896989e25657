"""The app: themes, screens and keys; nothing else."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import ClassVar

from textual.app import SystemCommand
from textual.screen import Screen
from textual.theme import Theme

from bounceback_tui.ui import commands
from bounceback_tui.ui.command_list import Command
from bounceback_tui.ui.opening import OpeningApp
from bounceback_tui.ui.screens.base import TABS, DataScreen, Dialog
from bounceback_tui.ui.screens.start import StartScreen
from bounceback_tui.ui.themes import OWN_THEMES


class BouncebackApp(OpeningApp):
    """One window on one journal."""

    TITLE = "Bounceback"
    CSS_PATH = "bounceback.tcss"
    BINDINGS: ClassVar = commands.bindings("app", priority=("help_lines",))
    COMMAND_PALETTE_BINDING = "ctrl+p"
    AUTO_FOCUS = ""

    # Starting

    def get_default_screen(self) -> StartScreen:
        """Return what the person sees at once: the two bars, while the file is opened."""
        return StartScreen(self.plan)

    def on_mount(self) -> None:
        for theme in OWN_THEMES:
            self.register_theme(theme)
        self._take_theme(self.plan.settings.theme)
        self.set_keymap(commands.usable(self.plan.settings.keys))
        self.call_later(self.action_open_file, False)

    def _take_theme(self, name: str) -> None:
        if name in self.available_themes:
            self.theme = name
        else:
            self.theme = OWN_THEMES[0].name
            self.plan.settings.warnings.append(f"There is no theme called {name!r}.")
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    def _keep_theme(self, theme: Theme) -> None:
        if theme.name != self.plan.settings.theme and (
            words := self.plan.keep("theme", theme.name)
        ):
            self.notify(words, severity="warning", timeout=8, markup=False)
        if isinstance(screen := self.screen, DataScreen):
            self.call_after_refresh(screen.guarded, screen.reload)

    # Screens

    async def show_tab(self, tab: str) -> DataScreen | None:
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

    async def action_mood(self) -> None:
        await self.show_tab("mood")

    async def action_dashboard(self) -> None:
        await self.show_tab("dashboard")

    async def action_day(self, day: str) -> None:
        """Show a day in the journal."""
        from bounceback_tui.ui.screens.journal_list import JournalList

        if journal := await self.show_tab("journal"):
            wanted = date.fromisoformat(day)
            journal.guarded(lambda: journal.query_one(JournalList).go_to(wanted))

    async def action_lessons(self) -> None:
        await self.show_tab("lessons")

    async def action_people(self) -> None:
        await self.show_tab("people")

    async def action_search(self) -> None:
        if journal := await self.show_tab("journal"):
            await journal.run_action("search")

    # Commands of everywhere

    def action_corner(self) -> None:
        from bounceback_tui.ui.screens.recovery.corner import CornerScreen

        open_already = isinstance(self.screen, CornerScreen | Dialog)
        if self.services and not open_already:
            self.push_screen(CornerScreen(self.services))

    def action_check_in(self) -> None:
        from bounceback_tui.ui.screens.check_in import CheckInDialog

        if self.services and not isinstance(self.screen, Dialog):
            self.push_screen(CheckInDialog(self.services))

    def action_add_application(self) -> None:
        from bounceback_tui.ui.screens.card import CardDialog

        if self.services and not isinstance(self.screen, Dialog):
            after = getattr(self.screen, "added", None)
            self.push_screen(CardDialog(self.services), after)

    def action_ledger(self) -> None:
        from bounceback_tui.ui.screens.ledger import LedgerScreen

        if self.services and not isinstance(self.screen, LedgerScreen | Dialog):
            self.push_screen(LedgerScreen(self.services))

    def action_stays_true(self) -> None:
        """Open the page about what matters; the day after a no is not the day for it."""
        screen = self.screen
        if self.services is None or not isinstance(screen, DataScreen):
            return
        from bounceback_tui.ui.screens.recovery.stays_true import StaysTrueScreen, not_today

        refusal: list[str] = []
        if screen.guarded(lambda: refusal.append(not_today(screen.services))):
            if refusal[0]:
                self.notify(refusal[0], timeout=8, markup=False)
            elif not isinstance(screen, StaysTrueScreen):
                self.push_screen(StaysTrueScreen(screen.services))

    def action_write(self) -> None:
        from bounceback_tui.ui.screens.editor import EditorScreen

        if self.services and not isinstance(self.screen, EditorScreen | Dialog):
            self.push_screen(EditorScreen(self.services))

    def action_undo(self) -> None:
        self._replay("undo", "Undone: ", "There is nothing to undo.")

    def action_redo(self) -> None:
        self._replay("redo", "Done again: ", "There is nothing to do again.")

    def _replay(self, direction: str, said: str, nothing: str) -> None:
        screen = self.screen
        if not isinstance(screen, DataScreen):
            return
        label: list[str | None] = []
        if screen.guarded(lambda: label.append(getattr(screen.store, direction)())):
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

    def _elsewhere(self, scope: str) -> list[Command]:
        """Return the commands of the other tabs; choosing one goes there first."""
        tabs = [tab for tab in TABS if tab != "today"]
        return [c for tab in tabs if tab != scope for c in commands.of(tab)]

    def _doer(self, command: Command, screen: Screen[object]) -> Callable[[], None]:
        async def act() -> None:
            if command.scope == "app":
                await self.run_action(command.action)
            elif command.scope == getattr(screen, "SCOPE", ""):
                await screen.run_action(command.action)
            elif tab := await self.show_tab(command.scope):
                await tab.run_action(command.action)

        def soon() -> None:
            self.call_later(act)

        return soon

    # Noticing

    def on_app_focus(self) -> None:
        screen = self.screen
        if isinstance(screen, DataScreen):
            screen.guarded(lambda: self._notice(screen))

    def _notice(self, screen: DataScreen) -> None:
        """Read again what another process has changed meanwhile."""
        if screen.store.changed_elsewhere():
            screen.reload()
