"""The command line. Nothing here loads Textual or the database before a command needs it."""

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bounceback_tui import __version__
from bounceback_tui.launch import FAILURE, USAGE, launch, launch_demo, stop

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bounceback_tui.services import Services

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
    if no_color:
        os.environ["NO_COLOR"] = "1"
    if demo:
        launch_demo()
    else:
        launch(data_dir)


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
    from bounceback_tui.transfer.own_file import write_own_file
    from bounceback_tui.transfer.registry import FORMATS

    if name not in FORMATS:
        stop(f"There is no format {name!r}; known: {', '.join(FORMATS)}.", USAGE)
    if file.exists() and not force:
        stop(f"{file} is there already; --force replaces it.", FAILURE)
    with _open_journal(data_dir or context.obj) as services:
        written = FORMATS[name].write(services.store.archive())
    try:
        write_own_file(file, written, replace=force)
    except OSError as error:
        stop(f"{file} can't be written: {error.strerror}.", FAILURE)


@contextmanager
def _open_journal(data_dir: Path | None) -> "Iterator[Services]":
    """Open the journal for one command; what is wrong with it becomes a sentence."""
    from bounceback_tui.services import Plan, open_services
    from bounceback_tui.settings import find_paths
    from bounceback_tui.store.errors import StoreError

    plan = Plan.for_paths(find_paths(data_dir))
    if not plan.paths.journal.exists():
        stop("There is no journal yet.", FAILURE)
    try:
        services = open_services(plan)
        try:
            yield services
        finally:
            services.store.close()
    except StoreError as error:
        stop(f"{error} {error.advice}", error.exit_code)
