"""A screen with fields that are each kept when they are left, and drafted while one types."""

from typing import Any

from textual import on
from textual.widgets import Input, TextArea

from bounceback_tui.services import Services
from bounceback_tui.ui.screens.base import DataScreen
from bounceback_tui.ui.screens.care import after_writing
from bounceback_tui.ui.screens.drafting import DraftKeeper
from bounceback_tui.ui.widgets.field import Field


class FieldsScreen(DataScreen):
    """Shows what is kept in its fields; a subclass says what that is and how to keep one."""

    def __init__(self, services: Services, draft_key: str) -> None:
        """Keep what is being typed under *draft_key*."""
        super().__init__(services)
        self.drafts = DraftKeeper(self.store.drafts, draft_key, self.typed, self)

    # What a screen decides for itself

    def stored(self) -> dict[str, str]:
        """Return what is kept, by field."""
        raise NotImplementedError

    def keep(self, name: str, text: str) -> None:
        """Write the field *name* into the file; raise ValueError with a sentence if unclear."""
        raise NotImplementedError

    def is_there(self) -> bool:
        """Tell whether what is shown is still in the file."""
        return True

    def typed(self) -> dict[str, Any]:
        """Return what stands in the fields and is not kept yet."""
        return {field.fact: field.text for field in self.fields if field.is_edited}

    def put_back(self, draft: dict[str, Any]) -> None:
        """Put what was typed and not kept back into the fields."""
        for field in self.fields:
            if field.fact in draft:
                field.put(str(draft[field.fact]))

    # Showing

    @property
    def fields(self) -> list[Field]:
        """The fields, in their order."""
        return list(self.query(Field))

    def show_fields(self) -> None:
        """Show what is kept; what is being edited stays."""
        stored = self.stored()
        for field in self.fields:
            field.show(stored.get(field.fact, ""))

    def on_mount(self) -> None:
        self.guarded(self.reload)
        self.guarded(self._pick_up)

    def _pick_up(self) -> None:
        draft = self.drafts.found() if self.is_there() else {}
        if draft:
            self.put_back(draft)
            self.tell("Picked up what you were typing here", undoable=False)

    # Keeping

    @on(Field.Typed)
    def _keep_draft(self) -> None:
        self.drafts.touch()

    @on(Field.Left)
    def _left(self, message: Field.Left) -> None:
        self.keep_field(message.field)
        self.guarded(self.reload)

    def keep_field(self, field: Field) -> None:
        """Keep what stands in *field*, or say under it why it can't be."""
        try:
            self.guarded(lambda: self._keep(field))
        except ValueError as error:
            field.complain(str(error))

    def _keep(self, field: Field) -> None:
        text = field.text.strip()
        if self.stored().get(field.fact, "") != text:
            self.keep(field.fact, text)
            after_writing(self.app, text)
        field.kept(self.stored().get(field.fact, ""))
        self.settle_draft()

    def settle_draft(self) -> None:
        """Keep a draft of what is still being typed, or none."""
        if self.typed():
            self.drafts.touch()
        else:
            self.drafts.drop()

    # Leaving

    def on_screen_suspend(self) -> None:
        """Keep what was being typed, for the screen can be left by other ways than its fields."""
        if self.is_there():
            for field in self.fields:
                if field.is_edited:
                    self.keep_field(field)

    def on_unmount(self) -> None:
        self.drafts.flush()

    def action_back(self) -> None:
        """Leave the field that is edited, then the screen."""
        if isinstance(self.focused, Input | TextArea):
            self.set_focus(None)
        else:
            self.drafts.flush()
            self.app.pop_screen()
