"""Who imports whom: the contracts of pyproject.toml, and what may not be loaded with what."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT

LINT = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports())"
EACH_ALONE = """
import os, pkgutil, sys
import textual.widgets, {shared}
import bounceback_tui.{folder} as folder
failed = []
for found in pkgutil.iter_modules(folder.__path__, folder.__name__ + "."):
    child = os.fork()
    if child == 0:
        __import__(found.name)
        os._exit(any(name in sys.modules for name in {banned}))
    if os.waitpid(child, 0)[1]:
        failed.append(found.name)
sys.exit(" ".join(failed) or None)
"""
DATA = ("sqlmodel", "sqlalchemy", "sqlite3", "bounceback_tui.store.store")


def run(code: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=root,
        env=os.environ | {"PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_the_import_contracts_hold() -> None:
    done = run(LINT)
    assert done.returncode == 0, done.stdout


def test_an_import_against_a_contract_is_caught(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(PACKAGE, tmp_path / PACKAGE.name)
    with (tmp_path / PACKAGE.name / "clock.py").open("a", encoding="utf-8") as file:
        file.write("import socket\nfrom bounceback_tui.ui import app\n")
    done = run(LINT, tmp_path)
    assert done.returncode == 1
    assert "A private diary opens no connection BROKEN" in done.stdout


def test_every_widget_can_be_imported_alone_and_knows_no_data() -> None:
    banned = (*DATA, "bounceback_tui.services")
    done = run(EACH_ALONE.format(folder="ui.widgets", shared="rich", banned=banned))
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("folder", ["ui.screens", "ui.screens.recovery"])
def test_every_screen_can_be_imported_alone_and_opens_no_store(folder: str) -> None:
    banned = ("bounceback_tui.store.store",)
    done = run(EACH_ALONE.format(folder=folder, shared="sqlmodel", banned=banned))
    assert done.returncode == 0, done.stderr


def test_the_app_is_imported_without_the_data_layer() -> None:
    loads = f"[name for name in {DATA} if name in sys.modules]"
    done = run(f"import sys, bounceback_tui.ui.app; sys.exit(' '.join({loads}) or None)")
    assert done.returncode == 0, done.stderr


def test_a_module_that_loads_the_data_is_caught() -> None:
    banned = ("bounceback_tui.store.database",)
    done = run(EACH_ALONE.format(folder="store", shared="sqlmodel", banned=banned))
    assert "bounceback_tui.store.store" in done.stderr


def test_a_file_is_made_ready_without_the_data_layer() -> None:
    slow = [name for name in DATA if name != "sqlite3"]
    loads = f"[name for name in {slow} if name in sys.modules]"
    done = run(f"import sys, bounceback_tui.store.opening; sys.exit(' '.join({loads}) or None)")
    assert done.returncode == 0, done.stderr
