"""The command line. Nothing here loads Textual or the database before a command needs it."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bounceback_tui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable

    from bounceback_tui.services import Plan

USAGE = 2
app = typer.Typer(
    add_completion=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="A private journal for getting back up after a no. Without a command it opens the app.",
)

DataDir = Annotated[
    Path | None,
    typer.Option(
        "--data-dir",
        metavar="DIR",
        file_okay=False,
        help="Keep everything under this folder. BOUNCEBACK_HOME does the same.",
    ),
]


def _say_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"bounceback {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def run(
    context: typer.Context,
    data_dir: DataDir = None,
    demo: Annotated[
        bool, typer.Option("--demo", help="Open a made-up search, thrown away when you quit.")
    ] = False,
    no_color: Annotated[bool, typer.Option("--no-color", help="Use no colors.")] = False,
    version: Annotated[  # noqa: ARG001
        bool,
        typer.Option("--version", help="Say the version.", callback=_say_version, is_eager=True),
    ] = False,
) -> None:
    """Open the app."""
    context.obj = data_dir
    if context.invoked_subcommand is not None:
        return
    _need_a_terminal()
    if no_color:
        os.environ["NO_COLOR"] = "1"
    if demo:
        _run_demo()
    else:
        from bounceback_tui.services import Plan
        from bounceback_tui.settings import find_paths

        _run(Plan.for_paths(find_paths(data_dir)))


@app.command()
def path(context: typer.Context, data_dir: DataDir = None) -> None:
    """Print where everything is."""
    from bounceback_tui.settings import find_paths

    paths = find_paths(data_dir or context.obj)
    for name, place in (
        ("journal", paths.journal),
        ("settings", paths.settings),
        ("guides", paths.guides),
        ("state", paths.state),
        ("backups", paths.backups),
    ):
        typer.echo(f"{name:10}{place}")


def _need_a_terminal() -> None:
    """Leave with one sentence where a full-screen app can't work."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        typer.echo(
            "Bounceback needs a terminal it can draw on; `bounceback path` works without one.",
            err=True,
        )
        raise typer.Exit(USAGE)


def _run_demo() -> None:
    from tempfile import TemporaryDirectory

    from bounceback_tui.demo import make_demo
    from bounceback_tui.services import Plan
    from bounceback_tui.settings import Paths

    with TemporaryDirectory(prefix="bounceback-demo-") as folder:
        _run(Plan.for_paths(Paths.under(Path(folder)), is_demo=True), make_demo)


def _run(plan: "Plan", prepare: "Callable[[Plan], None] | None" = None) -> None:
    from bounceback_tui.ui.app import BouncebackApp

    window = BouncebackApp(plan, prepare)
    try:
        window.run()
    finally:
        window.close_file()
    sys.exit(window.return_code or 0)


def main() -> None:
    """Run the command line."""
    app()

