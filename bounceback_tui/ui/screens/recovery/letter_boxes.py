"""Boxes for the steps that write to somebody: who, from when on, and the letter itself."""

import json
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static, TextArea
from textual.widgets.option_list import Option

from bounceback_tui.ui.text import parse_day
from bounceback_tui.ui.widgets.answer import AnswerBox, texts_of
from bounceback_tui.ui.widgets.choices import Choices
from bounceback_tui.ui.widgets.key_bar import KeyBar

YES, NOT_YET = "yes", "not_yet"
IS_SENT = "sent"
PAST = "That day is past; another day is tomorrow or later."


class PersonBox(AnswerBox):
    """Names found as they are typed; the answer is a list of names, one unless *several*.

    ``find(words)`` returns (name, what is said of them); Enter on a new name adds it to the list.
    """

    DEFAULT_CSS = """
    PersonBox OptionList { max-height: 8; margin-top: 1; background: $background; }
    PersonBox OptionList:focus { background: $background; }
    PersonBox .chosen { color: $accent; margin-bottom: 1; display: none; }
    PersonBox .chosen.-has { display: block; }
    """
    BINDINGS = [Binding("down", "into_list", show=False)]

    def __init__(
        self, find: Callable[[str], Sequence[tuple[str, str]]], *, several: bool = False
    ) -> None:
        super().__init__()
        self._find = find
        self._several = several
        self._names: list[str] = []
        self._offered: list[str] = []

    def compose(self) -> ComposeResult:
        yield Static("", classes="chosen", markup=False)
        yield Input(placeholder="a name; Enter takes it, nobody is fine", select_on_focus=False)
        yield OptionList(markup=False)

    def on_mount(self) -> None:
        self._offer()

    @property
    def text(self) -> str:
        return json.dumps(self._names, ensure_ascii=False) if self._names else ""

    def show(self, text: str) -> None:
        self._names = texts_of(text)
        self._show_names()

    def _show_names(self) -> None:
        chosen = self.query_one(".chosen", Static)
        chosen.update(f"● {', '.join(self._names)}")
        chosen.set_class(bool(self._names), "-has")

    @on(Input.Changed)
    def _offer(self) -> None:
        """Offer those that fit the words, then the words themselves as somebody new."""
        needle = self.query_one(Input).value.strip()
        found = list(self._find(needle))
        self._offered = [name for name, _about in found]
        options = [Option(_line(name, about)) for name, about in found]
        if needle and needle.casefold() not in (name.casefold() for name in self._offered):
            self._offered.append(needle)
            options.append(Option(_line(needle, "somebody new")))
        listed = self.query_one(OptionList)
        listed.clear_options()
        listed.add_options(options)
        listed.display = bool(options)
        listed.highlighted = 0 if options else None

    def action_into_list(self) -> None:
        self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def _take_first(self, event: Input.Submitted) -> None:
        event.stop()
        event.prevent_default()
        if event.value.strip():
            self._take(self._offered[self.query_one(OptionList).highlighted or 0])
        else:
            self.enter()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._take(self._offered[event.option_index])

    def _take(self, name: str) -> None:
        """Take *name*, or let go of it when it was taken before."""
        if name in self._names:
            self._names.remove(name)
        else:
            self._names = [*self._names, name] if self._several else [name]
        self._show_names()
        field = self.query_one(Input)
        with self.prevent(Input.Changed):
            field.value = ""
        self._offer()
        field.focus()
        self.post_message(self.Changed(self))


def _line(name: str, about: str) -> Content:
    return Content(f"{name}  ").append(Content.styled(about, "$text-muted"))


class ReadyBox(AnswerBox):
    """Ready, or another day; then which."""

    DEFAULT_CSS = """
    ReadyBox Input { width: 40; margin-top: 1; display: none; }
    ReadyBox.-waits Input { display: block; }
    """

    def __init__(self, labels: dict[str, str], today: date) -> None:
        super().__init__()
        self._choices = Choices(labels)
        self._today = today

    def compose(self) -> ComposeResult:
        yield self._choices
        yield Input(placeholder="tomorrow, fri, +3, 2026-11-30")

    @property
    def _choice(self) -> str:
        return next(iter(self._choices.value), "")

    @property
    def text(self) -> str:
        if self._choice != NOT_YET:
            return self._choice
        words = self.query_one(Input).value.strip()
        try:
            words = parse_day(words, self._today).isoformat() if words else ""
        except ValueError:
            return f"{NOT_YET} {words}"
        return f"{NOT_YET} {words}".strip()

    def show(self, text: str) -> None:
        choice, _, words = text.partition(" ")
        with self.prevent(Input.Changed):
            self._choices.value = frozenset({choice} if choice else ())
            self.query_one(Input).value = words
        self.set_class(choice == NOT_YET, "-waits")

    def complaint(self) -> str:
        if self._choice != NOT_YET:
            return ""
        try:
            day = parse_day(self.query_one(Input).value or "tomorrow", self._today)
        except ValueError as error:
            return str(error)
        return "" if day > self._today else PAST

    @on(Choices.Changed)
    def _one_only(self, event: Choices.Changed) -> None:
        chosen = event.value - getattr(self, "_before", frozenset()) or event.value
        self._choices.value = self._before = chosen
        self.set_class(NOT_YET in chosen, "-waits")

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self._choices.has_focus:
            event.stop()
            if self._choice == NOT_YET:
                self.query_one(Input).focus()
            else:
                self.enter()


def ready_day(text: str, today: date) -> date | None:
    """Return the day a ReadyBox's answer names; None when it is to be at once."""
    choice, _, words = text.partition(" ")
    return parse_day(words or "tomorrow", today) if choice == NOT_YET else None


class LetterBox(AnswerBox):
    """Subject and text of a letter; the answer is a list of both, and whether it is sent."""

    DEFAULT_CSS = """
    LetterBox TextArea { margin-top: 1; scrollbar-size-vertical: 1; }
    LetterBox Choices { margin-top: 1; }
    """

    def __init__(self, keys: Sequence[tuple[str, str, str]], *, asks_if_sent: bool = False) -> None:
        """Show *keys*, what can be done with the letter, below it."""
        super().__init__()
        self._keys = list(keys)
        self._sent = Choices({IS_SENT: "I have sent it"})
        self._asks = asks_if_sent

    def compose(self) -> ComposeResult:
        yield KeyBar(self._keys)
        yield Input(placeholder="Subject", select_on_focus=False)
        yield TextArea(soft_wrap=True, tab_behavior="focus")
        if self._asks:
            yield self._sent

    @property
    def text(self) -> str:
        said: list[Any] = [self.query_one(Input).value, self.query_one(TextArea).text]
        said += [IS_SENT] if self._asks and self._sent.value else []
        return json.dumps(said, ensure_ascii=False)

    def show(self, text: str) -> None:
        subject, body, *rest = (*texts_of(text), "", "")
        with self.prevent(Input.Changed, TextArea.Changed):
            self.query_one(Input).value = subject
            self.query_one(TextArea).text = body
        self._sent.value = frozenset({IS_SENT} & set(rest))

    def take_focus(self) -> None:
        self.query_one(TextArea).focus(scroll_visible=False)

    def enter(self) -> None:
        if self.query_one(Input).has_focus:
            self.query_one(TextArea).focus()
        else:
            super().enter()

    @property
    def whole(self) -> str:
        """The letter as it is pasted elsewhere."""
        return "\n\n".join(texts_of(self.text)[:2]).strip()
