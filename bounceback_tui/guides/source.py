"""The text of a file of exercises, and faults in it that name file, line and what is wrong."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_SYNTAX = re.compile(r"(?P<fault>.*) \(at line (?P<line>\d+), column (?P<column>\d+)\)")
_TABLE = re.compile(r"\s*\[")


class GuideError(ValueError):
    """A guide that can't be used; the text names file, field and what is wrong."""


@dataclass(frozen=True)
class Source:
    """What stands in the file called *file*."""

    file: str
    text: str

    @classmethod
    def of(cls, path: Path) -> "Source":
        """Return what stands at *path*, or raise GuideError."""
        try:
            return cls(path.name, path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError):
            raise GuideError(f"{path.name} can't be read.") from None

    def fault(self, words: str, line: int | None = None) -> GuideError:
        """Return an error that says *words* of this file, and of *line* when that is known."""
        where = f"{self.file}, line {line}" if line else self.file
        return GuideError(f"{where}: {words}")

    def read(self) -> dict[str, Any]:
        """Return the values in the file, or raise GuideError with the line that is no TOML."""
        try:
            return tomllib.loads(self.text)
        except RecursionError:
            raise self.fault("this is nested too deep.") from None
        except tomllib.TOMLDecodeError as error:
            found = _SYNTAX.fullmatch(str(error))
            if not found:
                raise self.fault(f"this is not TOML: {error}.") from None
            words = f"this is not TOML: {found['fault']}, column {found['column']}."
            raise self.fault(words, int(found["line"])) from None

    def entry_line(self, name: str) -> int | None:
        """Return the line of the entry *name* above all tables, if it stands on one of its own."""
        return self._entry(name, 0)

    def table_line(self, header: str, number: int = 0) -> int | None:
        """Return where the table of *number* under *header* says its ``id``, else where it begins.

        *header* is as written, brackets included; None when the table is written in another way.
        """
        begins = [n for n, line in enumerate(self._lines) if line.split("#")[0].strip() == header]
        if number >= len(begins):
            return None
        return self._entry("id", begins[number] + 1) or begins[number] + 1

    @property
    def _lines(self) -> list[str]:
        return self.text.splitlines()

    def _entry(self, name: str, start: int) -> int | None:
        """Return the line of the entry *name* between *start* and the next table."""
        for number, line in enumerate(self._lines[start:], start + 1):
            if _TABLE.match(line):
                return None
            if re.match(rf"\s*{re.escape(name)}\s*=", line):
                return number
        return None
