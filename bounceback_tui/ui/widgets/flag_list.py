"""A checklist in groups, where a mark needs an example and has a weight."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from bounceback_tui.ui.widgets.answer import AnswerBox
from bounceback_tui.ui.widgets.scale import Scale

WEIGHTS = {1: "niggle", 2: "drag", 3: "dealbreaker"}
MARKED, HALF, OPEN = "● ", "◐ ", "○ "
OWN = "Something else you saw or heard."


@dataclass
class Mark:
    """What stands beside one item."""

    evidence: str = ""
    weight: int = 1


class FlagList(AnswerBox):
    """Items in groups, (title, items) each; what was seen or heard is typed under the list.

    The answer is a list of ``{"item", "evidence", "weight"}``; a mark without an example is kept
    in the answer and does not count.
    """

    DEFAULT_CSS = """
    FlagList OptionList, FlagList OptionList:focus {
        height: auto; max-height: 14; padding: 0 1; scrollbar-size-vertical: 1;
        border-left: tall $panel;
    }
    FlagList OptionList:focus { border-left: tall $accent; }
    .-low FlagList OptionList { max-height: 6; }
    FlagList .flag-of { margin-top: 1; height: auto; }
    .-low FlagList .flag-of { margin-top: 0; }
    FlagList .flag-sum { color: $text-muted; height: auto; }
    """
    BINDINGS = [Binding("space", "mark", show=False)]

    def __init__(self, groups: Sequence[tuple[str, Sequence[str]]]) -> None:
        super().__init__()
        self._groups = [*groups, ("", (OWN,))]
        self._items = [item for _title, items in self._groups for item in items]
        self._marks: dict[str, Mark] = {}
        self._put_aside: dict[str, Mark] = {}

    def compose(self) -> ComposeResult:
        yield OptionList(*self._options(), markup=False)
        yield Static("", classes="flag-of", markup=False)
        yield Input(placeholder="what you saw or heard")
        yield Scale(1, 3, low_label=WEIGHTS[1], middle_label=WEIGHTS[2], high_label=WEIGHTS[3])
        yield Static("", classes="flag-sum", markup=False)

    def _options(self) -> list[Option]:
        options = []
        for title, items in self._groups:
            if title:
                options.append(Option(Content.styled(title, "$text-muted"), disabled=True))
            options += [
                Option(self._line(item), id=f"flag-{self._items.index(item)}") for item in items
            ]
        return options

    def _line(self, item: str) -> Content:
        mark = self._marks.get(item)
        if mark is None:
            return Content(f"{OPEN}{item}")
        if not mark.evidence.strip():
            return Content(f"{HALF}{item} · needs an example")
        return Content.styled(f"{MARKED}{item} · {WEIGHTS[mark.weight]}", "bold")

    def on_mount(self) -> None:
        options = self.query_one(OptionList)
        options.highlighted = next(
            n for n in range(options.option_count) if not options.get_option_at_index(n).disabled
        )
        self._show_item()

    # The answer

    @property
    def text(self) -> str:
        kept = [
            {
                "item": item,
                "evidence": self._marks[item].evidence,
                "weight": self._marks[item].weight,
            }
            for item in self._items
            if item in self._marks
        ]
        return json.dumps(kept, ensure_ascii=False) if kept else ""

    def show(self, text: str) -> None:
        self._marks = {
            item: Mark(evidence, weight)
            for item, evidence, weight in marks_of(text)
            if item in self._items
        }
        for item in self._items:
            self._repaint(item)
        self._show_item()

    # Marking

    @property
    def _item(self) -> str:
        options = self.query_one(OptionList)
        at = options.highlighted
        name = options.get_option_at_index(at).id if at is not None else None
        return self._items[int(name.removeprefix("flag-"))] if name else self._items[0]

    def _repaint(self, item: str) -> None:
        name = f"flag-{self._items.index(item)}"
        self.query_one(OptionList).replace_option_prompt(name, self._line(item))

    def _show_item(self) -> None:
        mark = self._marks.get(self._item)
        self.query_one(".flag-of", Static).update(self._item)
        with self.prevent(Input.Changed):
            self.query_one(Input).value = mark.evidence if mark else ""
        self.query_one(Scale).value = mark.weight if mark else None
        self.query_one(".flag-sum", Static).update(self._sum())

    def _sum(self) -> str:
        whole = [mark for mark in self._marks.values() if mark.evidence.strip()]
        counted = [
            f"{sum(m.weight == weight for m in whole)} {word}" for weight, word in WEIGHTS.items()
        ]
        said = ", ".join(words for words in counted if not words.startswith("0"))
        missing = len(self._marks) - len(whole)
        waiting = f"{missing} without an example, not counted" if missing else ""
        return " · ".join(words for words in (said, waiting) if words) or "nothing marked"

    @on(OptionList.OptionHighlighted)
    def _went_on(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        self._show_item()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        event.stop()
        self.action_mark()

    def action_mark(self) -> None:
        """Mark the item and ask for the example, or take the mark away; its words are put aside."""
        taken = self._marks.pop(self._item, None)
        if taken is None:
            self._marks[self._item] = self._put_aside.pop(self._item, Mark())
            self.query_one(Input).focus()
        else:
            self._put_aside[self._item] = taken
        self._show_item()
        self._took_note()

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._marks.setdefault(self._item, Mark()).evidence = event.value
        self._took_note()

    @on(Scale.Chosen)
    def _weighed(self, event: Scale.Chosen) -> None:
        self._marks.setdefault(self._item, Mark()).weight = event.value or 1
        self._took_note()

    def _took_note(self) -> None:
        self._repaint(self._item)
        self.query_one(".flag-sum", Static).update(self._sum())
        mark = self._marks.get(self._item)
        self.query_one(Scale).value = mark.weight if mark else None
        self.post_message(self.Changed(self))

    def enter(self) -> None:
        """Go back to the list, where the next one can be marked."""
        self.query_one(OptionList).focus()


def marks_of(text: str) -> list[tuple[str, str, int]]:
    """Return (item, evidence, weight) for each mark in an answer; none when it is no such list."""
    try:
        found = json.loads(text or "[]")
        return [(str(m["item"]), str(m["evidence"]), int(m["weight"])) for m in found]
    except (ValueError, TypeError, KeyError):
        return []
