"""The command line, in processes of its own."""

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from bounceback_tui import __version__

CALL = """
import sys
from bounceback_tui.__main__ import main
sys.argv = ["bounceback", *{arguments!r}]
try:
    main()
finally:
    heavy = [n for n in {unwanted!r} if n in sys.modules]
    print("heavy:", *heavy, file=sys.stderr)
"""
HEAVY = ("textual", "sqlmodel", "sqlalchemy", "sqlite3")
NEEDS_A_TERMINAL = "Bounceback needs a terminal it can draw on"


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    ours = ("BOUNCEBACK_", "XDG_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"HOME": str(tmp_path), "TERM": "xterm-256color", "COLUMNS": "100"}


def run(
    environment: dict[str, str], *arguments: str, unwanted: tuple[str, ...] = HEAVY
) -> subprocess.CompletedProcess[str]:
    call = CALL.format(arguments=list(arguments), unwanted=unwanted)
    return subprocess.run(
        [sys.executable, "-c", call],
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def said(done: subprocess.CompletedProcess[str]) -> str:
    return done.stderr.rpartition("heavy:")[0].strip()


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--help"], 0),
        (["export", "--help"], 0),
        (["--version"], 0),
        (["path"], 0),
        (["--nonsense"], 2),
        (["nonsense"], 2),
        (["export"], 2),
        (["export", "--format", "stone", "out"], 2),
        ([], 2),
        (["--demo"], 2),
    ],
    ids=lambda value: " ".join(value) or "nothing" if isinstance(value, list) else str(value),
)
def test_what_needs_no_data_loads_nothing_heavy_and_makes_no_file(
    environment: dict[str, str], tmp_path: Path, arguments: list[str], code: int
) -> None:
    done = run(environment, *arguments)
    assert done.returncode == code, done.stderr
    assert done.stderr.endswith("heavy:\n")
    assert list(tmp_path.iterdir()) == []


def test_the_bare_command_loads_no_parser_of_command_lines(environment: dict[str, str]) -> None:
    assert run(environment, unwanted=("typer",)).stderr.endswith("heavy:\n")
    assert run(environment, "path", unwanted=("typer",)).stderr.endswith("heavy: typer\n")


def test_the_version_is_the_packages(environment: dict[str, str]) -> None:
    assert run(environment, "--version").stdout == f"bounceback {__version__}\n"


def test_the_help_names_every_command_and_option(environment: dict[str, str]) -> None:
    shown = run(environment, "--help").stdout
    for name in ("--data-dir", "--demo", "--no-color", "--version", "path", "export"):
        assert name in shown


def test_without_a_terminal_it_says_so_in_one_sentence(environment: dict[str, str]) -> None:
    done = run(environment)
    assert done.returncode == 2
    assert done.stdout == ""
    assert said(done).startswith(NEEDS_A_TERMINAL)
    assert len(said(done).splitlines()) == 1


def test_a_dumb_terminal_is_refused_like_none(environment: dict[str, str]) -> None:
    ours, theirs = pty.openpty()
    done = subprocess.run(
        [sys.executable, "-m", "bounceback_tui"],
        env=environment | {"TERM": "dumb"},
        stdin=theirs,
        stdout=theirs,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
        check=False,
    )
    os.set_blocking(ours, False)
    with pytest.raises(BlockingIOError):
        os.read(ours, 1)
    os.close(ours)
    os.close(theirs)
    assert done.returncode == 2
    assert done.stderr.startswith(NEEDS_A_TERMINAL)


def places(done: subprocess.CompletedProcess[str]) -> dict[str, str]:
    return dict(line.split(maxsplit=1) for line in done.stdout.splitlines())


def test_path_prints_five_places_under_the_chosen_folder(
    environment: dict[str, str], tmp_path: Path
) -> None:
    before = run(environment, "--data-dir", str(tmp_path / "one place"), "path")
    after = run(environment, "path", "--data-dir", str(tmp_path / "one place"))
    assert before.stdout == after.stdout
    assert places(before) == {
        "journal": f"{tmp_path}/one place/data/bounceback.db",
        "settings": f"{tmp_path}/one place/config/settings.toml",
        "guides": f"{tmp_path}/one place/config/guides",
        "state": f"{tmp_path}/one place/state",
        "backups": f"{tmp_path}/one place/backups",
    }


def test_path_honors_the_variable_and_an_option_outranks_it(
    environment: dict[str, str], tmp_path: Path
) -> None:
    environment["BOUNCEBACK_HOME"] = str(tmp_path / "variable")
    assert places(run(environment, "path"))["state"] == f"{tmp_path}/variable/state"
    chosen = run(environment, "--data-dir", str(tmp_path / "option"), "path")
    assert places(chosen)["state"] == f"{tmp_path}/option/state"


def test_path_honors_the_xdg_folders(environment: dict[str, str], tmp_path: Path) -> None:
    for name in ("DATA", "STATE", "CONFIG"):
        environment[f"XDG_{name}_HOME"] = str(tmp_path / name.lower())
    found = places(run(environment, "path"))
    assert found["journal"] == f"{tmp_path}/data/bounceback/bounceback.db"
    assert found["state"] == f"{tmp_path}/state/bounceback"
    assert found["settings"] == f"{tmp_path}/config/bounceback/settings.toml"


def test_a_format_nobody_knows_is_named_with_those_that_are(environment: dict[str, str]) -> None:
    assert said(run(environment, "export", "--format", "stone", "out")) == (
        "There is no format 'stone'; known: json."
    )


def test_there_is_nothing_to_export_before_there_is_a_journal(
    environment: dict[str, str], tmp_path: Path
) -> None:
    done = run(environment, "export", str(tmp_path / "out.json"))
    assert done.returncode == 1
    assert said(done) == "There is no journal yet."
    assert list(tmp_path.iterdir()) == []
