"""A field that is edited in place and says when it was left."""

from dataclasses import dataclass

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input, Static, TextArea

from bounceback_tui.ui.widgets.pick import Pick


class Field(Vertical):
    """A label and an editor: one line, a page when *is_long*, or a choice of *options*."""

    DEFAULT_CSS = """
    Field { height: auto; }
    Field Horizontal { height: auto; }
    Field .field-label { width: 16; color: $text-muted; padding-left: 2; }
    Field.-long .field-label { width: 1fr; }
    Field Input, Field Pick, Field TextArea { width: 1fr; }
    Field TextArea { margin-left: 1; min-height: 4; max-height: 16; }
    Field .field-complaint { display: none; color: $text-error; height: auto; margin-left: 16; }
    Field.-unclear .field-complaint { display: block; }
    """

    @dataclass
    class Left(Message):
        """The field was left; ``text`` is what stands in it."""

        field: "Field"
        text: str

        @property
        def control(self) -> "Field":
            return self.field

    @dataclass
    class Typed(Message):
        """Something was typed into the field."""

        field: "Field"

        @property
        def control(self) -> "Field":
            return self.field

    def __init__(
        self,
        name: str,
        label: str,
        *,
        placeholder: str = "",
        options: list[tuple[str, str]] | None = None,
        is_long: bool = False,
    ) -> None:
        super().__init__(id=f"field-{name}", classes="-long" if is_long else "")
        self.fact = name
        self._label = label
        self._shown = ""
        self.editor: Input | TextArea | Pick
        if is_long:
            self.editor = TextArea(soft_wrap=True, tab_behavior="focus")
        elif options:
            self.editor = Pick(options)
        else:
            self.editor = Input(placeholder=placeholder, select_on_focus=False)

    def compose(self) -> ComposeResult:
        if isinstance(self.editor, TextArea):
            yield Static(self._label, classes="field-label", markup=False)
            yield self.editor
        else:
            with Horizontal():
                yield Static(self._label, classes="field-label", markup=False)
                yield self.editor
        yield Static("", classes="field-complaint", markup=False)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self.editor.text if isinstance(self.editor, TextArea) else self.editor.value

    @property
    def is_edited(self) -> bool:
        """Whether something else stands in it than what was shown."""
        return self.text != self._shown

    def show(self, text: str) -> None:
        """Show *text* as what is kept; what is being edited stays."""
        if not self.is_edited:
            self.put(text)
        self._shown = text

    def kept(self, text: str) -> None:
        """Show *text*, which was just kept, in place of what was typed."""
        self._shown = text
        self.put(text)
        self.remove_class("-unclear")

    def put(self, text: str) -> None:
        """Write *text* into the field; nobody is told."""
        if self.text == text:
            return
        with self.prevent(Input.Changed, TextArea.Changed):
            if isinstance(self.editor, TextArea):
                self.editor.text = text
            else:
                self.editor.value = text

    def complain(self, sentence: str) -> None:
        """Say under the field what can't be understood; what was typed stays."""
        self.query_one(".field-complaint", Static).update(sentence)
        self.add_class("-unclear")

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _typed(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Typed(self))

    @on(Pick.Changed)
    def _picked(self, event: Message) -> None:
        event.stop()
        self.post_message(self.Left(self, self.text))

    @on(Input.Submitted)
    def _entered(self, event: Message) -> None:
        event.stop()
        self.screen.focus_next()

    def on_descendant_blur(self, _event: events.DescendantBlur) -> None:
        if self.is_edited or self.has_class("-unclear"):
            self.post_message(self.Left(self, self.text))
