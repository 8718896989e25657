"""The README, the changelog and the pictures say what is there."""

import re
import tomllib
from pathlib import Path

import pytest
import typer

from bounceback_tui import __version__
from bounceback_tui.cli import app
from bounceback_tui.guides.loader import KINDS
from bounceback_tui.transfer.registry import FORMATS
from bounceback_tui.ui import commands

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
RUN = "python3 -m venv .venv && .venv/bin/pip install -q . && .venv/bin/bounceback --demo"
TEST = "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' && .venv/bin/pytest"


def between(name: str) -> str:
    """Return what stands in the README between the comments *name* and /*name*."""
    found = re.findall(f"<!-- {name} -->\n(.*?)<!-- /{name} -->", README, re.DOTALL)
    assert len(found) == 1, f"the README should have one part called {name}"
    return found[0].strip()


def command(name: str) -> str:
    fenced = re.fullmatch(r"```sh\n([^\n]+)\n```", between(name))
    assert fenced, f"{name} should be one line in a fence"
    return fenced[1]


def test_the_table_of_keys_is_the_registrys() -> None:
    assert between("keys") == commands.key_table().strip()


def test_the_two_commands_are_one_line_each() -> None:
    assert command("run-command") == RUN
    assert command("test-command") == TEST


def test_the_machinery_runs_the_readmes_test_command() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "<!-- test-command -->" in script
    assert TEST not in script


@pytest.mark.parametrize("path", re.findall(r"\]\(((?!https?:)[^)#]+)\)", README + CHANGELOG))
def test_every_file_that_is_linked_is_there(path: str) -> None:
    assert (ROOT / path).is_file()


def tree_paths() -> list[str]:
    """Return the paths of the README's tree: folders at the margin, what is in them below."""
    folder, found = "", []
    for block in re.findall(r"```\n(bounceback_tui/.*?)```", README, re.DOTALL):
        for line in block.splitlines():
            name = line.split()[0]
            folder = "" if not line.startswith(" ") else folder
            found.append(folder + name)
            folder = name if not line.startswith(" ") else folder
    return found


@pytest.mark.parametrize("path", tree_paths() or ["no tree in the README"])
def test_every_path_of_the_tree_is_there(path: str) -> None:
    assert (ROOT / path).exists()


def named_files() -> list[str]:
    """Return every path in backquotes that should be there; NNNN and yours are stand-ins."""
    quoted = re.findall(r"`([\w./]+/[\w./]*)`", README)
    return [path for path in quoted if not re.search("NNNN|yours|venv", path)]


@pytest.mark.parametrize("path", named_files())
def test_every_file_that_is_named_is_there(path: str) -> None:
    assert (ROOT / path).exists() or (ROOT / "bounceback_tui" / path).exists()


def test_every_option_and_command_that_is_named_exists() -> None:
    group = typer.main.get_command(app)
    known = {option for parameter in group.params for option in parameter.opts}
    for subcommand in group.commands.values():
        known |= {option for parameter in subcommand.params for option in parameter.opts}
    said = README + CHANGELOG
    ours = "\n".join(
        line for line in said.splitlines() if "pytest" not in line and "mypy" not in line
    )
    assert set(re.findall(r"(?<![\w-])--[a-z][\w-]+", ours)) <= known
    assert set(re.findall(r"`bounceback ([a-z]+)", said)) <= set(group.commands)


def test_every_module_that_is_run_is_there() -> None:
    for name in re.findall(r"python -m (tests[\w.]*)", README):
        path = ROOT / name.replace(".", "/")
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()


def test_every_dependency_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    for requirement in project["dependencies"]:
        assert re.split(r"[<>=]", requirement)[0] in README.lower()


def test_every_format_and_every_kind_of_prompt_is_named() -> None:
    assert all(name in README.lower() for name in FORMATS)
    assert all(f"`{kind}`" in README for kind in KINDS)


def test_the_changelog_has_the_version() -> None:
    assert re.search(rf"^## \[{re.escape(__version__)}\] - \d{{4}}-\d\d-\d\d$", CHANGELOG, re.M)


def test_every_picture_is_shown_or_made_on_purpose() -> None:
    from tests.screenshots import PICTURES

    names = {f"{picture.name}.svg" for picture in PICTURES}
    assert {path.name for path in (ROOT / "screenshots").iterdir()} == names
    assert {Path(path).name for path in re.findall(r"screenshots/[\w-]+\.svg", README)} <= names
