"""From the command to the running app, and out of it with an exit code."""

import gc
import os
import sys
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from bounceback_tui.services import Plan
    from bounceback_tui.ui.app import BouncebackApp

FAILURE, USAGE = 1, 2


def launch(data_dir: "Path | None" = None) -> NoReturn:
    """Open the journal under *data_dir*, or the person's own."""
    _need_a_terminal()
    from bounceback_tui.services import Plan
    from bounceback_tui.settings import find_paths

    run(Plan.for_paths(find_paths(data_dir)))


def launch_demo() -> NoReturn:
    """Open a made-up search in a folder that is thrown away afterwards."""
    _need_a_terminal()
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from bounceback_tui.demo import make_demo
    from bounceback_tui.services import Plan
    from bounceback_tui.settings import Paths

    with TemporaryDirectory(prefix="bounceback-demo-") as folder:
        run(Plan.for_paths(Paths.under(Path(folder)), is_demo=True), make_demo)


def run(plan: "Plan", prepare: "Callable[[Plan], None] | None" = None) -> NoReturn:
    """Run the app; while it starts, garbage is not collected: there is none worth the time."""
    gc.disable()
    from bounceback_tui.ui.app import BouncebackApp

    window = BouncebackApp(plan, prepare)
    try:
        window.run()
    finally:
        _close(window)
    sys.exit(window.return_code or 0)


def stop(sentence: str, code: int) -> NoReturn:
    """Say *sentence* where errors are said, and leave with *code*."""
    sys.stderr.write(f"{sentence}\n")
    sys.exit(code)


def _need_a_terminal() -> None:
    """Leave with one sentence where a full-screen app can't work."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        stop(
            "Bounceback needs a terminal it can draw on; `bounceback path` works without one.",
            USAGE,
        )


def _close(window: "BouncebackApp") -> None:
    """Back up and close the file; what goes wrong with it becomes a sentence."""
    try:
        window.close_file()
    except Exception as error:
        from bounceback_tui.store.errors import StoreError

        if not isinstance(error, StoreError):
            raise
        stop(f"{error} {error.safe} {error.advice}", error.exit_code)
