"""The command line. Nothing here loads Textual or the database before a command needs it."""

import gc
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from bounceback_tui import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bounceback_tui.services import Plan, Services
    from bounceback_tui.ui.app import BouncebackApp

FAILURE, USAGE = 1, 2
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


@app.command()
def export(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", dir_okay=False)],
    name: Annotated[str, typer.Option("--format", help="How to write it.")] = "json",
    force: Annotated[bool, typer.Option("--force", help="Replace FILE if it is there.")] = False,
    data_dir: DataDir = None,
) -> None:
    """Write the whole journal to FILE."""
    from bounceback_tui.transfer.registry import FORMATS

    if name not in FORMATS:
        _stop(f"There is no format {name!r}; known: {', '.join(FORMATS)}.", USAGE)
    if file.exists() and not force:
        _stop(f"{file} is there already; --force replaces it.", FAILURE)
    with _open_journal(data_dir or context.obj) as services:
        written = FORMATS[name].write(services.store.archive())
    try:
        _write_private(file, written)
    except OSError as error:
        _stop(f"{file} can't be written: {error.strerror}.", FAILURE)


def _write_private(file: Path, text: str) -> None:
    """Put *text* at *file*, whole or not at all, for its owner's eyes only."""
    partial = file.with_name(file.name + ".part")
    partial.unlink(missing_ok=True)
    descriptor = os.open(partial, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(file)
    finally:
        partial.unlink(missing_ok=True)


@contextmanager
def _open_journal(data_dir: Path | None) -> "Iterator[Services]":
    """Open the journal for one command; what is wrong with it becomes a sentence."""
    from bounceback_tui.services import Plan, open_services
    from bounceback_tui.settings import find_paths
    from bounceback_tui.store.errors import StoreError

    plan = Plan.for_paths(find_paths(data_dir))
    if not plan.paths.journal.exists():
        _stop("There is no journal yet.", FAILURE)
    try:
        services = open_services(plan)
        try:
            yield services
        finally:
            services.store.close()
    except StoreError as error:
        _stop(f"{error} {error.advice}", error.exit_code)


def _stop(sentence: str, code: int) -> NoReturn:
    typer.echo(sentence, err=True)
    raise typer.Exit(code)


def _need_a_terminal() -> None:
    """Leave with one sentence where a full-screen app can't work."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()) or os.environ.get("TERM") == "dumb":
        _stop(
            "Bounceback needs a terminal it can draw on; `bounceback path` works without one.",
            USAGE,
        )


def _run_demo() -> None:
    from tempfile import TemporaryDirectory

    from bounceback_tui.demo import make_demo
    from bounceback_tui.services import Plan
    from bounceback_tui.settings import Paths

    with TemporaryDirectory(prefix="bounceback-demo-") as folder:
        _run(Plan.for_paths(Paths.under(Path(folder)), is_demo=True), make_demo)


def _run(plan: "Plan", prepare: "Callable[[Plan], None] | None" = None) -> None:
    """Run the app; while it starts, garbage is not collected: there is none worth the time."""
    gc.disable()
    from bounceback_tui.ui.app import BouncebackApp

    window = BouncebackApp(plan, prepare)
    try:
        window.run()
    finally:
        _close(window)
    sys.exit(window.return_code or 0)


def _close(window: "BouncebackApp") -> None:
    """Back up and close the file; what goes wrong with it becomes a sentence."""
    try:
        window.close_file()
    except Exception as error:
        from bounceback_tui.store.errors import StoreError

        if not isinstance(error, StoreError):
            raise
        _stop(f"{error} {error.safe} {error.advice}", error.exit_code)


def main() -> None:
    """Run the command line."""
    app()
