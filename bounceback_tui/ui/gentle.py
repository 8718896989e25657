"""Whether a card was shown in this session: then no figures, and no writing that hurts."""

from typing import Any

from textual.app import App


def is_gentle(app: App[Any]) -> bool:
    """Tell whether a card was shown since the app was started; it is remembered nowhere else."""
    return bool(getattr(app, "is_gentle", False))
