"""The command ``bounceback``, also run as ``python -m bounceback_tui``."""

import sys

from bounceback_tui.launch import launch


def main() -> None:
    """Do what the command line says; the bare command opens the app with nothing to parse."""
    if len(sys.argv) == 1:
        launch()
    else:
        from bounceback_tui.cli import app

        app()


if __name__ == "__main__":
    main()
