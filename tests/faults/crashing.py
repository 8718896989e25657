"""The app with a fault in it, on the folder given: ``python -m tests.faults.crashing FOLDER``."""

import sys
from pathlib import Path

from textual.events import Key

from bounceback_tui.launch import run
from bounceback_tui.services import Plan
from bounceback_tui.settings import find_paths
from bounceback_tui.ui import app

SENTINEL = "".join(("Quetzal", "coatlus"))


class CrashingApp(app.BouncebackApp):
    """Fails when x is pressed, with a person's words at hand."""

    CSS_PATH = Path(app.__file__).with_name("bounceback.tcss")

    def on_key(self, event: Key) -> None:
        words = {"note": SENTINEL}
        if event.key == "x":
            raise ValueError(f"No {words}")


if __name__ == "__main__":
    app.BouncebackApp = CrashingApp  # type: ignore[misc]
    run(Plan.for_paths(find_paths(Path(sys.argv[1]))))
