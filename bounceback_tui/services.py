"""What a screen works with: made once when the file is open, and handed down."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from bounceback_tui.clock import Clock, SystemClock
from bounceback_tui.settings import Paths, Settings, load_settings, save_choice

if TYPE_CHECKING:
    from bounceback_tui.guides.loader import Guides
    from bounceback_tui.store.store import Store


@dataclass
class Plan:
    """What is known before the file is open: where it is, what was chosen, what time it is."""

    paths: Paths
    settings: Settings
    clock: Clock
    is_demo: bool = False

    @classmethod
    def for_paths(
        cls, paths: Paths, clock: Clock | None = None, *, is_demo: bool = False
    ) -> "Plan":
        """Return the plan for *paths* with the settings found there."""
        return cls(paths, load_settings(paths.settings), clock or SystemClock(), is_demo)

    def keep(self, name: str, value: str) -> str:
        """Take the choice *value* for the setting *name* and write it down, but not in the demo.

        Return a sentence where it can't be written: then it holds until the app is left.
        """
        setattr(self.settings, name, value)
        if self.is_demo:
            return ""
        try:
            save_choice(self.paths.settings, name, value)
        except (OSError, ValueError):
            return f"{self.paths.settings.name} can't be changed, so this holds until you quit."
        return ""


@dataclass
class Services:
    """The open store with everything a screen needs beside it."""

    store: "Store"
    plan: Plan

    @cached_property
    def guides(self) -> "Guides":
        """The exercises and the letters, read from their files when one is wanted first."""
        from bounceback_tui.guides.loader import load_guides

        return load_guides(self.plan.paths.guides)

    @property
    def clock(self) -> Clock:
        """What tells the time."""
        return self.plan.clock


def open_services(plan: Plan, *, start_new: bool = False) -> Services:
    """Open the file; slow the first time, so call it in a thread.

    The whole file is checked while the data layer is being loaded, on the other core: SQLite
    does not hold up Python meanwhile. Raises ``StoreError`` when a person has to act on the file.
    """
    from bounceback_tui.store.opening import make_ready

    paths, now = plan.paths, plan.clock.now()
    with ThreadPoolExecutor(max_workers=1) as other:
        ready = other.submit(
            make_ready, paths.journal, paths.state, paths.backups, now, start_new=start_new
        )
        from bounceback_tui.store.store import Store
    return Services(Store(ready.result(), plan.clock), plan)
