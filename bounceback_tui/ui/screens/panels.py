"""What the two screens of figures have in common: panels to hide, and everything in plain words."""

from datetime import date

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Label, Static

from bounceback_tui.ui import commands
from bounceback_tui.ui.gentle import is_gentle
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.text import quoted
from bounceback_tui.ui.themes import ink

BY_SPACE = " "
LOW_DAY = 3
GOOD_LINES = 3


class Panels(DataScreen):
    """A column of panels; each can be hidden, and stays so."""

    SCOPED_CSS = False
    CSS = """
    Panels #panels { height: 1fr; padding: 0 2; scrollbar-size-vertical: 1; }
    Panels.-narrow #panels { padding: 0 1; }
    Panels .panel, Panels .kindly { height: auto; margin-bottom: 1; }
    Panels .gone, Panels .hidden, Panels #nothing { display: none; }
    Panels.-empty .panel { display: none; }
    Panels.-empty #nothing { display: block; color: $text-muted; margin: 1 2; }
    Panels .caption, Panels .below { height: auto; }
    Panels .below { padding-left: 4; }
    Panels .up-words { margin-top: 1; }
    """

    def summary(self) -> str:
        """Return everything that is shown, in plain text."""
        return ""

    # What both show alike

    def compose_kindly(self) -> ComposeResult:
        """Yield the panel that comes first on a low day; it is not there on others."""
        with Vertical(classes="kindly gone", id="kindly"):
            yield Label("First of all", classes="heading")
            yield Static("", id="kind-words", markup=False)

    def show_kindly(self) -> None:
        """On a low day good lines and the next step come first."""
        today, latest = self.services.clock.today(), self.store.check_ins.latest()
        is_low = latest is not None and latest.day == today and latest.valence <= LOW_DAY
        lines = [f"{quoted(c.good)}" for c in self.store.check_ins.good_lines(today, GOOD_LINES)]
        due = self.store.applications.due(today, limit=1)
        lines += [f"Next: {due[0].company}, {due[0].what}"] if due else []
        shows = (is_low or is_gentle(self.app)) and bool(lines)
        self.query_one("#kindly").set_class(not shows, "gone")
        self.query_one("#kind-words", Static).update("\n".join(lines))

    def caption(self, selector: str, title: str, words: str) -> None:
        """Write the *title* of a panel and, quietly beside it, *words*."""
        muted, accent = (ink(self.app.theme_variables, n) for n in ("text-muted", "accent"))
        text = Text(title, f"bold {accent}").append(f"   {words}", f"not bold {muted}")
        self.query_one(selector, Static).update(text)

    def paragraph(self, selector: str, title: str, *sentences: str) -> None:
        """Write a *title* with *sentences* below it, those that say something."""
        accent = ink(self.app.theme_variables, "accent")
        text = Text(title, f"bold {accent}")
        for sentence in filter(None, sentences):
            text.append(f"\n{sentence}", "not bold default")
        self.query_one(selector, Static).update(text)

    # Hiding

    @property
    def _hidden(self) -> list[str]:
        return self.plan.settings.hidden_panels.split()

    def show_panels(self) -> None:
        """Hide the panels that are to be hidden."""
        for panel in self.query(".panel"):
            panel.set_class(f"{self.TAB}.{panel.id}" in self._hidden, "hidden")

    def action_hide(self) -> None:
        """Hide the panel that has the focus."""
        panel = next((p for p in self._ancestors() if p.has_class("panel")), None)
        if panel is None:
            return
        back = commands.BY_ID[f"{self.TAB}.show_all"]
        key = commands.keys_label(back, self.plan.settings.keys)
        hidden = [*self._hidden, f"{self.TAB}.{panel.id}"]
        self._keep_hidden(hidden, f"Hidden · {key} shows every panel")
        self.focus_next()
        self.show_panels()

    def action_show_all(self) -> None:
        others = [name for name in self._hidden if not name.startswith(f"{self.TAB}.")]
        self._keep_hidden(others, "Every panel is shown")
        self.show_panels()

    def _ancestors(self) -> list[Widget]:
        focused = self.focused
        return [node for node in focused.ancestors if isinstance(node, Vertical)] if focused else []

    def _keep_hidden(self, names: list[str], said: str) -> None:
        self.keep_choice("hidden_panels", BY_SPACE.join(dict.fromkeys(names)), said)

    # Opening

    async def open_day(self, day: date) -> None:
        """Show *day* in the journal, when something was written on it."""
        pages = []
        if not self.guarded(lambda: pages.extend(self.store.journal.on_day(day))):
            return
        if not pages:
            self.tell("Nothing was written on that day", undoable=False)
            return
        self.app.call_later(self.app.run_action, f"day('{day.isoformat()}')")

    # In words, and as a picture

    def action_words(self) -> None:
        from bounceback_tui.ui.screens.picture import PictureDialog

        picture = self.app.export_screenshot(title="Bounceback")
        example = f"~/bounceback-{self.TAB}.svg"
        self.app.push_screen(PictureDialog("In plain words", self.summary(), picture, example))
