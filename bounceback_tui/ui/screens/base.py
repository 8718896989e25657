"""What every screen of the app has: the two bars, its services, and one way to show an error."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.containers import Vertical
from textual.screen import ModalScreen, Screen
from textual.widgets import Static

from bounceback_tui.services import Plan, Services
from bounceback_tui.ui import commands
from bounceback_tui.ui.text import date_words
from bounceback_tui.ui.widgets.key_bar import KeyBar
from bounceback_tui.ui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from bounceback_tui.store.store import Store

T = TypeVar("T")
TABS = {
    "today": ("1", "Today"),
    "board": ("2", "Board"),
    "journal": ("3", "Journal"),
    "mood": ("4", "Mood"),
    "dashboard": ("5", "Dashboard"),
    "lessons": ("6", "Lessons"),
    "people": ("7", "People"),
}


def complaint(error: Exception) -> str:
    """Return what a person should read about *error*."""
    advice = getattr(error, "advice", "")
    return f"{error} {advice}".strip()


class Chrome(Screen[None]):
    """A full screen with tabs above and keys below."""

    SCOPE = "app"
    TAB = "today"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]
    AUTO_FOCUS = ""

    def __init__(self, plan: Plan) -> None:
        """Take what is known before the file is open."""
        super().__init__()
        self.plan = plan

    def compose(self) -> ComposeResult:
        yield TopBar(TABS, self.TAB, self.right_words())
        with Vertical(id="body"):
            yield from self.compose_body()
        yield KeyBar(self.hints())

    def compose_body(self) -> ComposeResult:
        """Yield what stands between the bars."""
        yield from ()

    def right_words(self) -> str:
        """Return what the top bar says at its far end."""
        today = self.plan.clock.today()
        return f"{'DEMO · ' if self.plan.is_demo else ''}{date_words(today, today)}"

    def hints(self) -> list[tuple[str, str, str]]:
        """Return the keys the footer shows: this screen's own, then those of everywhere."""
        own_keys = self.plan.settings.keys
        shown = [c for c in commands.of(self.SCOPE) if c.hint]
        pairs: dict[str, tuple[str, str, str]] = {}
        for command in shown:
            label = commands.keys_label(command, own_keys).split(" ")[0]
            keys, _, action = pairs.get(command.hint, ("", "", f"screen.{command.action}"))
            pairs[command.hint] = (f"{keys} {label}".strip(), command.hint, action)
        hints = list(pairs.values())[: 7 - len(FOOTER_EVERYWHERE)]
        return hints + [
            (commands.keys_label(commands.BY_ID[i], own_keys), word, i)
            for i, word in FOOTER_EVERYWHERE
        ]

    def on_top_bar_tab_chosen(self, message: TopBar.TabChosen) -> None:
        self.app.call_later(self.app.run_action, message.name)


FOOTER_EVERYWHERE = (
    ("app.undo", "undo"),
    ("app.help", "help"),
    ("app.command_palette", "all actions"),
)


class DataScreen(Chrome):
    """A screen that shows what is in the file and reads it again whenever it comes to the front."""

    def __init__(self, services: Services) -> None:
        """Take the open file and what goes with it."""
        super().__init__(services.plan)
        self.services = services

    @property
    def store(self) -> "Store":
        """The open file."""
        return self.services.store

    def reload(self) -> None:
        """Read what is shown from the file again; may be called at any time."""

    def show_over(self, screen: Screen[Any]) -> None:
        """Open *screen* over this one, unless another is in front already; see Dialog.dismiss."""
        if self.is_active:
            self.app.push_screen(screen)

    @contextmanager
    def while_it_is_there(self) -> Iterator[None]:
        """Leave with a sentence when what is shown is gone from the journal, as after an undo."""
        try:
            yield
        except Exception as error:
            from bounceback_tui.store.errors import NotFoundError

            if not isinstance(error, NotFoundError):
                raise
            if self.is_active:
                self.tell(str(error), undoable=False)
                self.app.pop_screen()

    def on_screen_resume(self) -> None:
        if self.is_mounted:
            self.query_one(TopBar).show_right(self.right_words())
            self.guarded(self.reload)

    def guarded(self, work: Callable[[], Any]) -> bool:
        """Do *work*; an error of the file becomes a sentence. Return whether it went well."""
        with self.sentences() as went_well:
            work()
        return went_well()

    @contextmanager
    def sentences(self) -> Iterator[Callable[[], bool]]:
        """Turn an error of the file inside the block into a sentence on the screen."""
        failed: list[Exception] = []
        try:
            yield lambda: not failed
        except Exception as error:
            if not is_store_error(error):
                raise
            failed.append(error)
            self.app.notify(complaint(error), severity="error", timeout=12, markup=False)

    def tell(self, what: str, *, undoable: bool = True) -> None:
        """Say in one line what happened, and the way back; it takes the place of what was said."""
        key = commands.keys_label(commands.BY_ID["app.undo"], self.plan.settings.keys)
        way_back = f" · {key} undoes it" if undoable else ""
        self.app.clear_notifications()
        self.app.notify(what + way_back, timeout=4, markup=False)

    def keep_choice(self, name: str, value: str, said: str) -> None:
        """Keep a choice in the settings and say *said*, or that it could not be written down."""
        self.tell(self.plan.keep(name, value) or said, undoable=False)


def is_store_error(error: BaseException) -> bool:
    """Tell whether *error* is about the file; the module is loaded by whoever raised it."""
    from bounceback_tui.store.errors import StoreError

    return isinstance(error, StoreError)


class Dialog(ModalScreen[T]):
    """A question over the screen it belongs to; it is answered once."""

    SCOPE = "app"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (30, "-high")]

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Answer with *result*, unless an answer was given already.

        Of two keys that arrive in one breath, as over a slow line, both reach a widget before
        what the first one did comes here.
        """
        return super().dismiss(result) if self.is_active else AwaitComplete()

    def action_press_key(self, key: str) -> None:
        """Do what *key* does, once the click on it is over."""
        self.app.call_later(self.app.simulate_key, key)

    def complain(self, sentence: str) -> None:
        """Say in the dialog what can't be kept, and why; what was typed stays."""
        line = self.query_one(".complaint", Static)
        line.update(sentence)
        line.add_class("-shown")
        line.scroll_visible(animate=False)
