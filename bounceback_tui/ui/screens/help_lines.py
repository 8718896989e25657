"""Who to talk to: the lines of one's country, chosen once, then the finder for everywhere."""

from typing import TypeVar

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.widgets import Label, OptionList, Static
from textual.widgets.option_list import Option

from bounceback_tui.guides.care.help_lines import Country, HelpLine, load_help_lines
from bounceback_tui.services import Plan
from bounceback_tui.ui import commands
from bounceback_tui.ui.clipboard import copy
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog

T = TypeVar("T")
ELSEWHERE = "elsewhere"
TITLE = "Somebody to talk to"
QUESTION = "Which country are you in?"


class LinesPane(Vertical):
    """The lines of the chosen country, or the question which it is; below either the finder."""

    DEFAULT_CSS = """
    LinesPane { height: auto; }
    LinesPane OptionList { margin-bottom: 1; scrollbar-size-vertical: 1; }
    LinesPane Static { height: auto; }
    LinesPane #finder { margin-top: 1; }
    LinesPane #own-file { margin-top: 1; color: $text-muted; }
    LinesPane .-gone, LinesPane.-asking #lines { display: none; }
    LinesPane #which, LinesPane OptionList { display: none; }
    LinesPane.-asking #which, LinesPane.-asking OptionList { display: block; }
    LinesPane.-asking #finder { margin-top: 0; }
    """

    class Shown(Message):
        """The lines are in sight; where a country was asked for, it is answered."""

    def __init__(self, plan: Plan, *, with_emergency: bool = True) -> None:
        """Read the lines, the person's own first; nothing was read before.

        Without *with_emergency* the emergency number stands elsewhere on the card.
        """
        super().__init__()
        self._plan = plan
        self._with_emergency = with_emergency
        self._found = load_help_lines(plan.paths.guides)

    @property
    def country(self) -> Country | None:
        """The chosen country; None when none was chosen, or another."""
        return self._found.country(self._plan.settings.country)

    @property
    def text(self) -> str:
        """What is shown, to be taken elsewhere."""
        country = self.country
        parts = [_country_words(country).plain, _emergency(country).plain] if country else []
        return "\n\n".join([*parts, _line_words(self._found.finder).plain])

    def compose(self) -> ComposeResult:
        yield Static(QUESTION, id="which", markup=False)
        yield OptionList(*self._options(), markup=False, id="countries")
        yield Static("", id="lines", markup=False)
        yield Static(_line_words(self._found.finder), id="finder", markup=False)
        own_file = Static(self._found.warning, id="own-file", markup=False)
        yield own_file.set_class(not self._found.warning, "-gone")

    def _options(self) -> list[Option]:
        named = [Option(Content(c.name), id=c.code) for c in self._found.countries]
        return [*named, Option(Content("Somewhere else"), id=ELSEWHERE)]

    def on_mount(self) -> None:
        if self.is_known:
            self._show()
        else:
            self.ask()

    @property
    def is_known(self) -> bool:
        """Whether the country was chosen, be it none of those in the list."""
        return self.country is not None or self._plan.settings.country == ELSEWHERE

    def ask(self) -> None:
        """Ask which country it is."""
        self.add_class("-asking")
        options = self.query_one(OptionList)
        codes = [option.id for option in options.options]
        chosen = self._plan.settings.country
        options.highlighted = codes.index(chosen) if chosen in codes else 0
        options.focus()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._keep(event.option.id or ELSEWHERE)
        self._show()

    def _keep(self, code: str) -> None:
        """Remember the country; where it can't be written down nobody is bothered with that."""
        self._plan.keep("country", code)

    def _show(self) -> None:
        self.remove_class("-asking")
        country = self.country
        lines = self.query_one("#lines", Static)
        lines.set_class(country is None, "-gone")
        if country:
            words = _country_words(country)
            if self._with_emergency:
                words = words.append("\n\n").append(_emergency(country))
            lines.update(words)
        self.post_message(self.Shown())


def _country_words(country: Country) -> Content:
    return Content("\n\n").join(map(_line_words, country.lines))


def _emergency(country: Country) -> Content:
    number = way_words("call", country.emergency)
    return Content.styled("In an emergency", "bold").append("\n").append(number)


def _line_words(line: HelpLine) -> Content:
    checked = Content.styled(f"  checked {line.checked_on:%b %Y}", "$text-muted")
    parts = [Content.styled(line.name, "bold").append(checked)]
    parts += [way_words(way, reached) for way, reached in line.ways]
    if line.notes:
        parts.append(Content.styled(f"  {line.notes}", "$text-muted"))
    return Content("\n").join(parts)


def way_words(way: str, reached: str) -> Content:
    """Return one line: what to do, and the number or address in the accent."""
    return Content.styled(f"  {way:<6}", "$text-muted").append(Content.styled(reached, "$accent"))


class CareDialog(Dialog[T]):
    """What the help lines and the cards share: a pane of lines and three keys."""

    SCOPE = "care"
    COMMAND = ""
    BINDINGS = commands.bindings("care")
    AUTO_FOCUS = ""
    DEFAULT_CSS = """
    CareDialog Static { width: 1fr; }
    CareDialog OptionList:focus { background-tint: $surface 0%; }
    """

    def __init__(self, plan: Plan) -> None:
        """Take what is known before the file is open; no more is needed."""
        super().__init__()
        self.plan = plan

    @property
    def pane(self) -> LinesPane:
        """The lines."""
        return self.query_one(LinesPane)

    @on(LinesPane.Shown)
    def _lines_shown(self) -> None:
        self.rest_focus()

    def rest_focus(self) -> None:
        """Put the focus where arrows scroll and nothing is chosen by mistake."""
        self.query_one(".dialog").focus(scroll_visible=False)

    def keys(self) -> str:
        """Return the line of keys at the dialog's lower edge."""
        own = self.plan.settings.keys
        return " · ".join(
            f"{commands.keys_label(commands.BY_ID[f'care.{name}'], own)} {word}"
            for name, word in (("country", "country"), ("copy", "copy"), ("close", "back"))
        )

    def action_country(self) -> None:
        self.pane.ask()

    def action_copy(self) -> None:
        copy(self.app, self.pane.text)

    def action_close(self) -> None:
        self.dismiss(None)


class HelpLinesDialog(CareDialog[None]):
    """Opens at once, anywhere, and says nothing about having been opened."""

    COMMAND = "help_lines"

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_subtitle = foot(self.keys())
            yield Label(TITLE, classes="heading", markup=False)
            yield LinesPane(self.plan)

    @on(LinesPane.Shown)
    def _name_country(self) -> None:
        country = self.pane.country
        title = f"{TITLE} · {country.name}" if country else TITLE
        self.query_one(".heading", Label).update(Content(title))
