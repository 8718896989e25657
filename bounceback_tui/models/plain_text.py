"""Text as the file keeps it: no character in it can steer a terminal."""

import re
from typing import Any

from sqlalchemy.types import String, TypeDecorator

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)
REPLACEMENT = "\ufffd"


def plain(text: str) -> str:
    """Return *text* with line ends as ``\\n`` and every terminal-steering character replaced.

    Replaced are C0 (but newline and tab), DEL, C1, bidirectional controls, line and paragraph
    separators and lone surrogates. Joiners inside emoji and combining accents stay.
    """
    return _UNSAFE.sub(REPLACEMENT, text.replace("\r\n", "\n").replace("\r", "\n"))


def same_name(name: str) -> str:
    """Return what two ways to write one name have in common: capitals and spaces are not."""
    return " ".join(plain(name).split()).casefold()


class PlainText(TypeDecorator[str]):
    """A text column that cleans what is written to it."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Any) -> str | None:  # noqa: ARG002
        """Clean *value* on its way into the file."""
        return None if value is None else plain(value)
