"""A long list of which any may be marked."""

import json
from collections.abc import Sequence

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import OptionList

from bounceback_tui.ui.widgets.answer import AnswerBox, texts_of

MARKED, OPEN = "● ", "○ "


class MarksBox(AnswerBox):
    """Marks any of *items*, with Space, Enter or the mouse; *word* says what a mark means.

    The answer is the list of those marked, in the order of the list.
    """

    DEFAULT_CSS = """
    MarksBox OptionList, MarksBox OptionList:focus {
        height: auto;
        max-height: 18;
        border-left: tall $panel;
        padding: 0 1;
        scrollbar-size-vertical: 1;
    }
    .-low MarksBox OptionList { max-height: 11; }
    MarksBox OptionList:focus { border-left: tall $accent; }
    """
    BINDINGS = [Binding("space", "mark", show=False)]

    def __init__(self, items: Sequence[str], word: str = "", *, all_marked: bool = False) -> None:
        super().__init__()
        self._items = list(items)
        self._word = f" · {word}" if word else ""
        self._marked = set(range(len(self._items))) if all_marked else set[int]()

    def compose(self) -> ComposeResult:
        yield OptionList(*(self._line(n) for n in range(len(self._items))), markup=False)

    def _line(self, number: int) -> Content:
        item = self._items[number]
        if number in self._marked:
            return Content.styled(f"{MARKED}{item}{self._word}", "bold")
        return Content(f"{OPEN}{item}")

    @property
    def numbers(self) -> list[int]:
        """The places of the marked items."""
        return sorted(self._marked)

    @property
    def marked(self) -> list[str]:
        """The marked items in their order."""
        return [self._items[number] for number in self.numbers]

    @property
    def text(self) -> str:
        marked = self.marked
        return json.dumps(marked, ensure_ascii=False) if marked else ""

    def show(self, text: str) -> None:
        kept = set(texts_of(text))
        self._marked = {number for number, item in enumerate(self._items) if item in kept}
        for number in range(len(self._items)):
            self._repaint(number)

    def _repaint(self, number: int) -> None:
        self.query_one(OptionList).replace_option_prompt_at_index(number, self._line(number))

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self._turn(event.option_index)

    def action_mark(self) -> None:
        highlighted = self.query_one(OptionList).highlighted
        if highlighted is not None:
            self._turn(highlighted)

    def _turn(self, number: int) -> None:
        self._marked ^= {number}
        self._repaint(number)
        self.post_message(self.Changed(self))
