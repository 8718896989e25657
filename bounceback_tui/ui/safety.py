"""Nothing a person wrote steers the terminal, and nothing they wrote shows up in a crash."""

import os
import platform
import re
import sys
import traceback
from datetime import datetime
from pathlib import Path

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from bounceback_tui import __version__

_STEERING = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


class SafeLines(LineFilter):
    """The last gate before the terminal: replaces every character that could steer it."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        if not any(_STEERING.search(segment.text) for segment in segments):
            return segments
        return [
            segment
            if segment.control
            else Segment(_STEERING.sub("\ufffd", segment.text), segment.style)
            for segment in segments
        ]


def crash_report(error: BaseException) -> str:
    """Return where *error* came from, without its message or any value: names and line numbers."""
    lines = [
        f"Bounceback {__version__}, Python {platform.python_version()}, {platform.system()}",
        *_chain(error),
    ]
    return "\n".join(lines) + "\n"


def _chain(error: BaseException) -> list[str]:
    lines: list[str] = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        kind = type(current)
        lines.append(f"{kind.__module__}.{kind.__qualname__}")
        lines += [
            f"  {_short(frame.filename)}:{frame.lineno} {frame.name}"
            for frame in traceback.extract_tb(current.__traceback__, limit=-40)
        ]
        current = current.__cause__ or current.__context__
    return lines


def _short(filename: str) -> str:
    path = Path(filename)
    for root in map(Path, sys.path):
        if path.is_relative_to(root):
            return str(path.relative_to(root))
    return path.name


def keep_crash_report(folder: Path, error: BaseException, now: datetime) -> Path | None:
    """Write the report into *folder*, readable by its owner only; None when that fails too."""
    path = folder / f"crash-{now:%Y%m%dT%H%M%S}.txt"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(crash_report(error))
    except OSError:
        return None
    return path
