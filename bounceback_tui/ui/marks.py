"""Where the words somebody looks for stand in a text, found the way the search index finds them."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")


@dataclass(frozen=True)
class Needle:
    """The words of a search, folded: ``whole`` ones, and the ``start`` of the one still typed."""

    whole: frozenset[str] = frozenset()
    start: str = ""

    @classmethod
    def of(cls, query: str) -> "Needle":
        """Return what *query* looks for; its last word may be the beginning of one."""
        words = [fold(word) for word in _WORD.findall(query)]
        if not words or query[-1:].isspace():
            return cls(frozenset(words))
        return cls(frozenset(words[:-1]), words[-1])

    def __bool__(self) -> bool:
        return bool(self.whole or self.start)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Return the (start, end) of every word of *text* that is looked for."""
        return list(self._found(text)) if self else []

    def is_in(self, text: str) -> bool:
        """Tell whether any word of *text* is looked for."""
        return bool(self) and next(self._found(text), None) is not None

    def _found(self, text: str) -> Iterator[tuple[int, int]]:
        for match in _WORD.finditer(text):
            word = fold(match.group())
            if word in self.whole or (self.start and word.startswith(self.start)):
                yield match.span()


def fold(word: str) -> str:
    """Return *word* in lower case and without accents."""
    if word.isascii():
        return word.lower()
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not unicodedata.combining(c)).lower()


NOTHING = Needle()
