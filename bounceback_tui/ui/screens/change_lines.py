"""How a line about something that moved is painted."""

from datetime import date

from rich.text import Text

from bounceback_tui.store.values import Change
from bounceback_tui.ui.cells import spread
from bounceback_tui.ui.text import ago


def change_line(change: Change, today: date, muted: str, width: int) -> Text:
    """Return which application moved where, and at the far end of *width* cells when."""
    what = Text().append(change.company, "bold").append(" ")
    outcome = change.outcome
    done = "ended: " if outcome else "added to " if change.is_first else "moved to "
    what.append(done, muted)
    what.append(outcome.label.lower() if outcome else change.to_stage.label)
    return spread(what, Text(ago(change.day, today), muted), width)
