"""Boxes for one answer each: whatever is asked, what stands in a box is one text."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from bounceback_tui.ui.widgets.choices import Choices
from bounceback_tui.ui.widgets.scale import Scale


class AnswerBox(Vertical):
    """Holds the answer to ``field`` as text; lists and pairs are JSON, empty is no answer."""

    DEFAULT_CSS = """
    AnswerBox { height: auto; }
    AnswerBox .box-label { color: $text-muted; height: 1; }
    AnswerBox .box-label.-second { margin-top: 1; }
    """

    field = ""

    @dataclass
    class Changed(Message):
        """Another answer stands in the box."""

        box: "AnswerBox"

        @property
        def control(self) -> "AnswerBox":
            return self.box

    @dataclass
    class Entered(Message):
        """Enter was pressed where it does not begin a new line."""

        box: "AnswerBox"

        @property
        def control(self) -> "AnswerBox":
            return self.box

    @property
    def text(self) -> str:
        """What stands in the box."""
        raise NotImplementedError

    def show(self, text: str) -> None:
        """Put *text*, as ``text`` once gave it, into the box; nobody is told."""
        raise NotImplementedError

    def complaint(self) -> str:
        """Return why this answer can't be kept, in a sentence; empty when it can."""
        return ""

    def take_focus(self) -> None:
        """Bring the keys to the box."""
        for child in self.query(Widget):
            if child.focusable:
                child.focus(scroll_visible=False)
                return

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choices.Changed)
    @on(Scale.Chosen)
    def _changed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Changed(self))

    @on(Input.Submitted)
    def _entered(self, event: Message) -> None:
        event.stop()
        self.enter()

    def enter(self) -> None:
        """Say that Enter was pressed."""
        self.post_message(self.Entered(self))


class LineBox(AnswerBox):
    """One line of text."""

    def compose(self) -> ComposeResult:
        yield Input(select_on_focus=False)

    @property
    def text(self) -> str:
        return self.query_one(Input).value

    def show(self, text: str) -> None:
        with self.prevent(Input.Changed):
            self.query_one(Input).value = text


class TextBox(AnswerBox):
    """As much text as wanted."""

    def compose(self) -> ComposeResult:
        yield TextArea(soft_wrap=True, tab_behavior="focus")

    @property
    def text(self) -> str:
        return self.query_one(TextArea).text

    def show(self, text: str) -> None:
        area = self.query_one(TextArea)
        with self.prevent(TextArea.Changed):
            area.text = text
        area.move_cursor(area.document.end)


class NumberBox(AnswerBox):
    """A whole number from *low* to *high*, typed."""

    DEFAULT_CSS = """
    NumberBox { layout: horizontal; }
    NumberBox Input { width: 9; }
    NumberBox .number-range { width: auto; color: $text-muted; padding-left: 2; }
    """

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self._low, self._high = low, high

    def compose(self) -> ComposeResult:
        yield Input(max_length=len(str(self._high)), select_on_focus=True)
        yield Static(f"{self._low} to {self._high}", classes="number-range", markup=False)

    @property
    def text(self) -> str:
        return self.query_one(Input).value.strip()

    def show(self, text: str) -> None:
        with self.prevent(Input.Changed):
            self.query_one(Input).value = text

    def complaint(self) -> str:
        text = self.text
        is_known = text.isascii() and text.isdecimal() and self._low <= int(text) <= self._high
        if not text or is_known:
            return ""
        return f"A whole number from {self._low} to {self._high}, or nothing at all."


class ScaleBox(AnswerBox):
    """One digit of a scale."""

    def __init__(self, scale: Scale) -> None:
        super().__init__()
        self._scale = scale

    def compose(self) -> ComposeResult:
        yield self._scale

    @property
    def text(self) -> str:
        return "" if self._scale.value is None else str(self._scale.value)

    def show(self, text: str) -> None:
        self._scale.value = int(text) if text.isdecimal() else None

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.enter()


class ChoiceBox(AnswerBox):
    """One of the words in *labels*, or none."""

    def __init__(self, labels: Mapping[str, str]) -> None:
        super().__init__()
        self._choices = Choices(labels)

    def compose(self) -> ComposeResult:
        yield self._choices

    @property
    def text(self) -> str:
        return next(iter(self._choices.value), "")

    def show(self, text: str) -> None:
        self._choices.value = frozenset({text} if text else ())

    @on(Choices.Changed)
    def _one_only(self, event: Choices.Changed) -> None:
        ticked = event.value - getattr(self, "_before", frozenset())
        self._choices.value = ticked or event.value
        self._before = self._choices.value

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter":
            event.stop()
            self.enter()


class PairBox(AnswerBox):
    """Two texts under a title each; one line each when *is_short*."""

    def __init__(self, titles: Sequence[str], *, is_short: bool = False) -> None:
        super().__init__()
        kind = _Line if is_short else _Area
        self._titles = titles
        self._editors: list[_Line | _Area] = [kind(), kind()]

    def compose(self) -> ComposeResult:
        for number, (title, editor) in enumerate(zip(self._titles, self._editors, strict=True)):
            yield Static(title, classes=f"box-label {'-second' * number}", markup=False)
            yield editor

    @property
    def text(self) -> str:
        texts = [editor.words for editor in self._editors]
        return json.dumps(texts, ensure_ascii=False) if any(texts) else ""

    def show(self, text: str) -> None:
        for editor, words in zip(self._editors, (*texts_of(text), "", ""), strict=False):
            with self.prevent(Input.Changed, TextArea.Changed):
                editor.words = words

    def enter(self) -> None:
        if self._editors[0].has_focus:
            self._editors[1].focus()
        else:
            super().enter()


class _Line(Input):
    @property
    def words(self) -> str:
        return self.value

    @words.setter
    def words(self, words: str) -> None:
        self.value = words


class _Area(TextArea):
    DEFAULT_CSS = "_Area { border: none; }"

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, tab_behavior="focus")

    @property
    def words(self) -> str:
        return self.text

    @words.setter
    def words(self, words: str) -> None:
        self.text = words


class WordsBox(AnswerBox):
    """Only something to read."""

    @property
    def text(self) -> str:
        return ""

    def show(self, text: str) -> None:
        """There is nothing to show."""


def texts_of(text: str) -> list[str]:
    """Return the texts in an answer that is a list; none when it is not one."""
    try:
        found = json.loads(text or "[]")
    except ValueError:
        return []
    return [str(item) for item in found] if isinstance(found, list) else []
