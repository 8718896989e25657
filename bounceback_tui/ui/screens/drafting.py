"""Keeps what is being typed: in the file within a second of the last key, whatever happens."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from textual.message_pump import MessagePump
from textual.timer import Timer

from bounceback_tui.ui.screens.base import complaint, is_store_error

if TYPE_CHECKING:
    from bounceback_tui.store.drafts import Drafts

PAUSE = 0.5
LONGEST = 0.9


class DraftKeeper:
    """Writes the draft *key* after a pause in typing, and at the latest ``LONGEST`` seconds on.

    *collect* returns what stands in the fields, as JSON knows it; *pump* runs the timers.
    ``on_kept`` is called whenever everything typed so far is in the file. What stands in
    ``unchanged`` was not typed: it is no part of the draft, and may be another the next time.
    """

    def __init__(
        self,
        drafts: "Drafts",
        key: str,
        collect: Callable[[], dict[str, Any]],
        pump: MessagePump,
        on_kept: Callable[[], None] = lambda: None,
    ) -> None:
        self.key = key
        self._drafts = drafts
        self._collect = collect
        self._pump = pump
        self._on_kept = on_kept
        self._timers: list[Timer] = []
        self._unsaved: dict[str, Any] | None = None
        self.unchanged: dict[str, Any] = {}
        self._has_complained = False

    @property
    def is_waiting(self) -> bool:
        """Whether something was typed that is not in the file yet."""
        return self._unsaved is not None

    def found(self, since: datetime | None = None) -> dict[str, Any]:
        """Return the draft that was left here, if it is not older than *since*; else nothing."""
        draft = self._drafts.get(self.key)
        if draft is None or (since is not None and draft.saved_at < since):
            return {}
        try:
            found = json.loads(draft.body)
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}

    def touch(self) -> None:
        """Take note that something was typed; the file has it within a second."""
        now = self._collect()
        self._unsaved = {k: v for k, v in now.items() if (k, v) not in self.unchanged.items()}
        if self._timers:
            self._timers[0].reset()
        else:
            self._timers = [
                self._pump.set_timer(PAUSE, self.flush),
                self._pump.set_timer(LONGEST, self.flush),
            ]

    def flush(self) -> None:
        """Write what was typed into the file now; a failure is said once and tried again later."""
        self._stop()
        if self._unsaved is None:
            return
        try:
            self._drafts.keep(self.key, json.dumps(self._unsaved, ensure_ascii=False))
        except Exception as error:
            if not is_store_error(error):
                raise
            self._complain(error)
            return
        self._unsaved, self._has_complained = None, False
        self._on_kept()

    def drop(self) -> None:
        """Forget the draft: what was typed is kept elsewhere, or is not wanted."""
        self._stop()
        self._unsaved = None
        self._drafts.drop(self.key)

    def leave(self) -> None:
        """Forget the draft, as whoever changed nothing leaves; where that fails it does no harm."""
        try:
            self.drop()
        except Exception as error:
            if not is_store_error(error):
                raise

    def _stop(self) -> None:
        for timer in self._timers:
            timer.stop()
        self._timers = []

    def _complain(self, error: Exception) -> None:
        if not self._has_complained and self._pump.is_running:
            self._has_complained = True
            sentence = f"What you type is not kept at the moment. {complaint(error)}"
            self._pump.app.notify(sentence, severity="error", timeout=12, markup=False)
