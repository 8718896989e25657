"""Text taken to the clipboard: by the system's own tool, else by way of the terminal."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any

from textual.app import App

SECONDS = 2
TOOLS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("", ("pbcopy",)),
    ("WAYLAND_DISPLAY", ("wl-copy",)),
    ("DISPLAY", ("xclip", "-selection", "clipboard")),
    ("DISPLAY", ("xsel", "--clipboard", "--input")),
    ("", ("clip.exe",)),
)
REMOTE = ("SSH_CONNECTION", "SSH_TTY", "SSH_CLIENT")


class Copied(Enum):
    """Which way the text went, in words."""

    TOOL = "Copied"
    TERMINAL = "Handed to your terminal’s clipboard; should it not paste, show it to select instead"


def copy(
    app: App[Any],
    text: str,
    environ: Mapping[str, str] = os.environ,
    run: Callable[..., Any] = subprocess.run,
) -> Copied:
    """Take *text* to the clipboard, say in a line how, and return which way it went."""
    tool = find_tool(environ)
    if tool and _by_tool(tool, text, run):
        way = Copied.TOOL
    else:
        app.copy_to_clipboard(text)
        way = Copied.TERMINAL
    app.notify(way.value, timeout=4 if way is Copied.TOOL else 8, markup=False)
    return way


def find_tool(environ: Mapping[str, str]) -> list[str] | None:
    """Return the command that fills this desk's clipboard; over ssh it would fill a far one."""
    if any(environ.get(name) for name in REMOTE):
        return None
    for display, (name, *options) in TOOLS:
        if display and not environ.get(display):
            continue
        if path := shutil.which(name, path=environ.get("PATH", "")):
            return [path, *options]
    return None


def _by_tool(tool: list[str], text: str, run: Callable[..., Any]) -> bool:
    """Hand *text* to *tool*; tell whether it took it. Its own words are not looked at."""
    encoding = "utf-16-le" if tool[0].endswith("clip.exe") else "utf-8"
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    try:
        ended = run(tool, input=text.encode(encoding, "replace"), timeout=SECONDS, **quiet)
    except (OSError, subprocess.SubprocessError):
        return False
    return bool(ended.returncode == 0)
