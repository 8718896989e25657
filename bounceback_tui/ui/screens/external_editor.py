"""Leaves the screen to the person's own editor and comes back with the text."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from textual.app import SuspendNotSupported

from bounceback_tui.ui.external import EditorError, edit_text
from bounceback_tui.ui.screens.base import DataScreen

MARKER = "external_editor_noted"
NOTE = (
    "The file for your editor is gone from here, but editors may keep copies of their own: "
    "backups, undo files, lists of recent files."
)
NO_WAY_OUT = "Your own editor can't be opened from this terminal; the text can be edited here."


def edit_outside(screen: DataScreen, text: str) -> str | None:
    """Return *text* as the person's editor left it; None, with a sentence, when it can't start."""
    complaints: list[str] = []
    after: str | None = None
    try:
        with screen.app.suspend():
            after = _attempt(text, screen.plan.paths.state, complaints)
    except SuspendNotSupported:
        complaints.append(NO_WAY_OUT)
    for sentence in complaints:
        screen.app.notify(sentence, severity="warning", timeout=8, markup=False)
    if after is not None:
        screen.guarded(lambda: _note_once(screen))
    return after


def _attempt(text: str, folder: Path, complaints: list[str]) -> str | None:
    """Return the edited text; an exception inside ``suspend()`` would lose the screen."""
    try:
        with _undisturbed():
            return edit_text(text, folder)
    except EditorError as error:
        complaints.append(f"{error} The text is as it was.")
        return None


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let ^c reach the editor alone."""
    before = signal.signal(signal.SIGINT, lambda _number, _frame: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _note_once(screen: DataScreen) -> None:
    markers = screen.store.markers
    if markers.get(MARKER) is None:
        markers.set(MARKER, screen.services.clock.today().isoformat())
        screen.app.notify(NOTE, timeout=12, markup=False)
