"""Every table at once, for what must see them all."""

from bounceback_tui.models.application import Application
from bounceback_tui.models.base import Row
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.entry import Draft, Entry, EntryTag, Marker
from bounceback_tui.models.interview import Interview, PrepItem
from bounceback_tui.models.stage_change import StageChange

metadata = Row.metadata

UNDOABLE = (Application, StageChange, Interview, PrepItem, CheckIn, Entry, EntryTag)
KEPT_OUT_OF_UNDO = (Draft, Marker)
