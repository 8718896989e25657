"""Writing a text to a file of the person's choice: theirs alone to read, and never half of it."""

import os
from pathlib import Path


def write_own_file(path: Path, text: str, *, replace: bool = False) -> None:
    """Write *text* to *path*, readable by its owner only, and bring it to the disk.

    An existing file raises FileExistsError unless it is to be replaced; then it stays whole until
    the new one is.
    """
    if not replace:
        _write_new(path, text)
        return
    partial = path.with_name(f"{path.name}.{os.getpid()}.part")
    _write_new(partial, text)
    try:
        partial.replace(path)
    except OSError:
        partial.unlink()
        raise


def _write_new(path: Path, text: str) -> None:
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink()
        raise
