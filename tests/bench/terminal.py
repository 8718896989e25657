"""A program in a pseudo-terminal of its own: what it writes, when, and how that looks."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Callable
from types import TracebackType
from typing import Self

import pyte

ANSWERS = {
    rb"\x1b\[0?c": b"\x1b[?62;22c",
    rb"\x1b\[6n": b"\x1b[1;1R",
    rb"\x1b\[\?2026\$p": b"\x1b[?2026;2$y",
    rb"\x1b\[\?2048\$p": b"\x1b[?2048;0$y",
    rb"\x1b\[\?u": b"\x1b[?0u",
    rb"\x1b\]11;\?": b"\x1b]11;rgb:0000/0000/0000\x1b\\",
    rb"\x1b\]10;\?": b"\x1b]10;rgb:ffff/ffff/ffff\x1b\\",
}
UNWANTED = ("NO_COLOR", "BOUNCEBACK_HOME", "PYTHONDONTWRITEBYTECODE")
UNKNOWN_TO_PYTE = re.compile(
    rb"\x1b\[[<>=][0-9;]*[a-zA-Z]|\x1b\[\?[0-9;]*\$[a-z]|\x1bP.*?\x1b\\|\x1b\[\?u", re.DOTALL
)


class Terminal:
    """Runs *command*; ``chunks`` are what it wrote, each with the seconds since its start."""

    def __init__(
        self, command: list[str], size: tuple[int, int] = (120, 36), **environ: str
    ) -> None:
        """Start it; *environ* goes on top of a plain, colorful terminal's environment."""
        width, height = size
        self.chunks: list[tuple[float, bytes]] = []
        self.status: int | None = None
        self._picture = Picture(width, height)
        self._drawn = 0
        self.start = time.perf_counter()
        self._pid, self._file = pty.fork()
        if self._pid == 0:
            _become(command, size, environ)
        fcntl.ioctl(self._file, termios.TIOCSWINSZ, struct.pack("HHHH", height, width, 0, 0))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.kill()
        os.close(self._file)

    @property
    def written(self) -> bytes:
        """Everything it wrote so far."""
        return b"".join(chunk for _, chunk in self.chunks)

    @property
    def seen(self) -> str:
        """What stands on the screen now."""
        for _, chunk in self.chunks[self._drawn :]:
            self._picture.draw(chunk)
        self._drawn = len(self.chunks)
        return self._picture.text

    def read(self, timeout: float) -> bool:
        """Take what comes within *timeout* seconds; return whether anything did."""
        ready, _, _ = select.select([self._file], [], [], max(0.0, timeout))
        if not ready:
            return False
        with contextlib.suppress(OSError):
            if found := os.read(self._file, 1 << 16):
                self.chunks.append((time.perf_counter() - self.start, found))
                for question, answer in ANSWERS.items():
                    if re.search(question, found):
                        os.write(self._file, answer)
                return True
        self._end()
        return False

    def until(self, is_so: Callable[[], bool], timeout: float = 30.0) -> float:
        """Read until *is_so*; return when, in seconds since the start."""
        end = time.perf_counter() + timeout
        while not is_so():
            if self.status is not None or time.perf_counter() > end:
                raise TimeoutError(f"ended: {self.status}\n{self.seen}")
            self.read(0.05)
        return self.chunks[-1][0] if self.chunks else 0.0

    def shows(self, words: str, timeout: float = 30.0) -> float:
        """Read until *words* stand on the screen; return when, in seconds since the start."""
        return self.until(lambda: words in self.seen, timeout)

    def settle(self, gap: float = 0.15, timeout: float = 10.0) -> None:
        """Read until nothing came for *gap* seconds."""
        end = time.perf_counter() + timeout
        while self.read(gap) and time.perf_counter() < end:
            pass

    def send(self, keys: str) -> float:
        """Type *keys*; return when, in seconds since the start."""
        os.write(self._file, keys.encode())
        return time.perf_counter() - self.start

    def wait(self, timeout: float = 20.0) -> int:
        """Read until it ends; return its exit status."""
        with contextlib.suppress(TimeoutError):
            self.until(lambda: self.status is not None, timeout)
        self.kill()
        return -1 if self.status is None else self.status

    def kill(self) -> None:
        """End it at once, as a power cut would."""
        if self.status is None:
            os.kill(self._pid, signal.SIGKILL)
            self._end()

    def _end(self) -> None:
        if self.status is None:
            self.status = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])


class Picture:
    """What a terminal would show of what was written to it."""

    def __init__(self, width: int, height: int) -> None:
        self._screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self._screen)

    def draw(self, written: bytes) -> None:
        """Take *written* in; what the emulator does not know is left out."""
        with contextlib.suppress(TypeError, KeyError, IndexError):
            self._stream.feed(UNKNOWN_TO_PYTE.sub(b"", written))

    @property
    def text(self) -> str:
        """The lines of the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)


def _become(command: list[str], size: tuple[int, int], environ: dict[str, str]) -> None:
    width, height = size
    kept = {k: v for k, v in os.environ.items() if k not in UNWANTED}
    kept |= {"TERM": "xterm-256color", "COLORTERM": "truecolor", "LANG": "C.UTF-8", "TZ": "UTC"}
    kept |= {"COLUMNS": str(width), "LINES": str(height), **environ}
    try:
        os.execvpe(command[0], command, kept)
    finally:
        os._exit(127)
