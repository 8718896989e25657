"""Text edited in the person's own editor, by way of a file nobody else can read."""

import os
import shlex
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

DESK, NAME = "editing-", "entry.md"


class EditorError(Exception):
    """The editor could not be started; ``str()`` is a sentence."""


def editor_command(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Return the editor's command: VISUAL, else EDITOR, else ``vi``; EditorError for nonsense."""
    wanted = environ.get("VISUAL", "").strip() or environ.get("EDITOR", "").strip() or "vi"
    try:
        return shlex.split(wanted)
    except ValueError:
        raise EditorError("The command in $VISUAL or $EDITOR has an unclosed quote.") from None


def edit_text(
    text: str,
    folder: Path,
    run: Callable[..., Any] = subprocess.run,
    environ: Mapping[str, str] = os.environ,
) -> str:
    """Return *text* as the editor left it; unchanged when the editor failed.

    The file lies in a private folder under *folder* that is removed with all the editor put there.
    """
    command = editor_command(environ)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        desk = Path(tempfile.mkdtemp(prefix=DESK, dir=folder))
    except OSError:
        raise EditorError(f"No file for your editor can be made in {folder}.") from None
    try:
        return _edited(text, desk / NAME, command, run)
    finally:
        shutil.rmtree(desk, ignore_errors=True)


def left_behind(folder: Path) -> Iterator[str]:
    """Yield what an editor had before it when the app was killed; each goes when the next is asked.

    So a text whose keeping fails is still there the next time.
    """
    for desk in sorted(folder.glob(f"{DESK}*")):
        yield _read(desk / NAME, "")
        shutil.rmtree(desk, ignore_errors=True)


def _edited(text: str, path: Path, command: list[str], run: Callable[..., Any]) -> str:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    try:
        ended = run([*command, str(path)], check=False)
    except OSError:
        raise EditorError(f"Your editor, {command[0]!r}, can't be started.") from None
    if ended.returncode != 0:
        return text
    return _read(path, text)


def _read(path: Path, before: str) -> str:
    """Return what stands in *path*, without the line end that editors add to the last line."""
    try:
        after = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return before
    return after if before.endswith("\n") else after.removesuffix("\n")
