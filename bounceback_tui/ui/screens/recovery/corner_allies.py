"""The allies in a few lines: who, as what, when last, and who sent the CV."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from rich.text import Text

from bounceback_tui.store.corner import Ally
from bounceback_tui.ui.text import ago, plural

SHOWN = 6
NOBODY = "Nobody yet."


def allies_words(allies: Sequence[Ally], today: date, muted: str, key: str) -> Text:
    """Return how many there are of each kind, the nearest by name, and the key to all of them."""
    words = Text()
    if not allies:
        words.append(NOBODY, muted)
    else:
        counts = Counter(ally.role for ally in allies)
        words.append(", ".join(plural(n, role.label.lower()) for role, n in counts.items()))
    for ally in allies[:SHOWN]:
        words.append(f"\n{ally.name}").append(f"  {_about(ally, today)}", muted)
    if key:
        words.append(f"\n{key} opens People: add somebody, write, or note who has your CV.", muted)
    return words


def _about(ally: Ally, today: date) -> str:
    last = f"last {ago(ally.last_contact, today)}" if ally.last_contact else "not yet in touch"
    sent = f"CV sent {_times(ally.sendings)}" if ally.sendings else ""
    return " · ".join(part for part in (ally.role.label.lower(), last, sent) if part)


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
