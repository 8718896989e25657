"""Files and folders for their owner's eyes only, and how SQLite is told of them."""

import os
from pathlib import Path


def make_private(path: Path) -> None:
    """Create *path* empty, readable by its owner only; an existing file or link is refused."""
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))


def private_folder(path: Path) -> Path:
    """Make *path* and its parents, and close it to everyone but its owner."""
    path.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.chmod(0o700)
    return path


def uri(path: Path, mode: str) -> str:
    """Return SQLite's address of *path*, opened as *mode*; no character of a folder misleads it."""
    quoted = str(path.absolute()).replace("%", "%25").replace("?", "%3f").replace("#", "%23")
    return f"file:{quoted}?mode={mode}"
