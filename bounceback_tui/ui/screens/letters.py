"""The question which message to somebody to open, or what sort of new one to draft."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical
from textual.widgets import Label, OptionList
from textual.widgets.option_list import Option

from bounceback_tui.models.words import MessageKind
from bounceback_tui.ui.foot import foot
from bounceback_tui.ui.screens.base import Dialog
from bounceback_tui.ui.screens.letter_texts import PURPOSE, SHAPES, state_words
from bounceback_tui.ui.screens.people_lines import letter_words
from bounceback_tui.ui.themes import ink

if TYPE_CHECKING:
    from bounceback_tui.store.values_letters import Letter


@dataclass(frozen=True)
class Wanted:
    """A message that is there, or the sort of a new one."""

    message_id: int | None = None
    kind: MessageKind = MessageKind.OTHER


class LettersDialog(Dialog[Wanted | None]):
    """Offers the messages to one person, newest first, then new ones."""

    BINDINGS = [Binding("escape", "dismiss(None)", "Leave")]
    AUTO_FOCUS = "OptionList"
    CSS = """
    LettersDialog { align: center middle; }
    LettersDialog Label { margin-bottom: 1; }
    LettersDialog OptionList { max-height: 16; scrollbar-size-vertical: 1; }
    """

    def __init__(self, name: str, letters: Sequence["Letter"], today: date) -> None:
        """Ask about the person called *name* to whom *letters* were written."""
        super().__init__()
        self._to = name
        self._letters = letters
        self._today = today
        self._wanted = [Wanted(message_id=letter.id) for letter in letters]
        self._wanted += [Wanted(kind=kind) for kind in PURPOSE]

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_subtitle = foot("enter open · esc leave")
            yield Label(f"To {self._to}", classes="heading", markup=False)
            yield OptionList(*self._options(), markup=False)

    def _options(self) -> list[Option]:
        muted = ink(self.app.theme_variables, "text-muted")
        old = [Option(_line(letter, self._today, muted)) for letter in self._letters]
        new = [Option(Text(f"+ {words}")) for words in PURPOSE.values()]
        return [*old, *new]

    @on(OptionList.OptionSelected)
    def _choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._wanted[event.option_index])


def _line(letter: "Letter", today: date, muted: str) -> Text:
    words = Text(f"{SHAPES[letter.status]} {letter_words(letter)}  ")
    return words.append(state_words(letter, today), muted)
