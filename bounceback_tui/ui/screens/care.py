"""The gentle and the direct card, and what a screen calls when something was written."""

from typing import Any

from textual import on
from textual.app import App, ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from bounceback_tui.guides.care.cards import load_cards
from bounceback_tui.insight.care import matches_direct
from bounceback_tui.ui import commands
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.help_lines import CareDialog, LinesPane, way_words

SEE, NOT_NOW, NOT_FOR_TWO_WEEKS = "see", "not_now", "not_for_two_weeks"


def after_writing(app: App[Any], text: str) -> bool:
    """Show the direct card if *text*, which is saved already, holds one of the phrases."""
    matches = matches_direct(text, load_cards().phrases)
    if matches:
        app.call_later(app.run_action, "someone")
    return matches


def after_check_in(app: App[Any]) -> None:
    """Show the gentle card if the rules say so."""
    app.call_later(app.run_action, "offer_care")


class GentleCard(CareDialog[bool]):
    """For two heavy weeks; answers True when it should stay away for two weeks."""

    CSS = """
    GentleCard #answers { margin-top: 1; }
    GentleCard LinesPane { display: none; margin-top: 1; }
    GentleCard.-numbers LinesPane { display: block; }
    GentleCard.-low #countries { max-height: 6; }
    """

    def compose(self) -> ComposeResult:
        card = load_cards().gentle
        answers = {
            SEE: card.see,
            NOT_NOW: card.not_now,
            NOT_FOR_TWO_WEEKS: card.not_for_two_weeks,
        }
        with VerticalScroll(classes="dialog", can_focus=False) as dialog:
            dialog.border_subtitle = foot(self._first_keys())
            yield Static(card.words, markup=False)
            yield LinesPane(self.plan)
            yield OptionList(
                *(Option(Content(words), id=name) for name, words in answers.items()),
                markup=False,
                id="answers",
            )

    def _first_keys(self) -> str:
        close = commands.keys_label(commands.BY_ID["care.close"], self.plan.settings.keys)
        return f"enter choose · {close} not now"

    def on_mount(self) -> None:
        self.rest_focus()

    def rest_focus(self) -> None:
        """Put the focus on the answers, the first of them ahead."""
        answers = self.query_one("#answers", OptionList)
        answers.highlighted = 0
        answers.focus(scroll_visible=False)

    @on(OptionList.OptionSelected, "#answers")
    def _answered(self, event: OptionList.OptionSelected) -> None:
        if event.option.id == SEE:
            self._show_numbers()
        else:
            self.dismiss(event.option.id == NOT_FOR_TWO_WEEKS)

    def _show_numbers(self) -> None:
        if self.has_class("-numbers"):
            return
        self.add_class("-numbers")
        self.query_one("#answers", OptionList).remove_option(SEE)
        self.query_one(".dialog").border_subtitle = foot(self.keys())
        if self.pane.is_known:
            self.rest_focus()
        else:
            self.pane.ask()

    def action_country(self) -> None:
        self._show_numbers()
        super().action_country()


class DirectCard(CareDialog[None]):
    """For somebody who may be in danger; it claims nothing and asks for nothing."""

    COMMAND = "someone"
    CSS = """
    DirectCard .words { margin-bottom: 1; }
    DirectCard #after { margin-top: 1; }
    DirectCard #emergency { margin-bottom: 1; display: none; }
    DirectCard #emergency.-known { display: block; }
    DirectCard .-before-emergency { margin-bottom: 0; }
    DirectCard #countries { max-height: 8; }
    DirectCard.-low .dialog { max-height: 100%; }
    DirectCard.-low #listeners { margin-bottom: 0; }
    DirectCard.-low #countries { max-height: 4; }
    """

    def compose(self) -> ComposeResult:
        card = load_cards().direct
        with VerticalScroll(classes="dialog") as dialog:
            dialog.border_subtitle = foot(self.keys())
            yield Static(card.opening, classes="words", markup=False)
            yield Static(card.emergency, classes="words", id="danger", markup=False)
            yield Static("", id="emergency", markup=False)
            yield Static(card.listeners, classes="words", id="listeners", markup=False)
            yield LinesPane(self.plan, with_emergency=False)
            yield Static(card.after, id="after", markup=False)

    @on(LinesPane.Shown)
    def _show_emergency(self) -> None:
        country = self.pane.country
        emergency = self.query_one("#emergency", Static)
        emergency.set_class(country is not None, "-known")
        self.query_one("#danger").set_class(country is not None, "-before-emergency")
        if country:
            emergency.update(way_words("call", country.emergency))
