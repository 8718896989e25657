"""Run as ``python -m bounceback_tui``."""

from bounceback_tui.cli import main

if __name__ == "__main__":
    main()
