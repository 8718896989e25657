"""What a list is filtered by: words, each of which has to stand in one of some places."""

from sqlalchemy import ColumnElement, func, or_
from sqlmodel import col

from bounceback_tui.models.plain_text import plain


def holds(needle: str, *places: str | None) -> list[ColumnElement[bool]]:
    """Return a condition for each word of *needle*: it stands in one of *places*, as capitals may.

    SQLite ignores capitals in ASCII alone, so other letters are looked for in each of their forms.
    """
    return [
        or_(
            *(
                func.coalesce(col(place), "").contains(form, autoescape=True)
                for place in places
                for form in _forms(word)
            )
        )
        for word in plain(needle).split()
    ]


def _forms(word: str) -> set[str]:
    return {word} if word.isascii() else {word, word.lower(), word.upper(), word.capitalize()}
