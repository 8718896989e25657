"""The line of keys at the lower edge of a dialog; a click on a key is as good as pressing it."""

from textual.content import Content
from textual.style import Style

from bounceback_tui.ui.commands import key_named

BETWEEN = " · "


def foot(words: str) -> Content:
    """Return *words*, hints such as "enter keep" told apart by dots, each to be clicked on."""
    return Content(BETWEEN).join(_hint(hint) for hint in words.split(BETWEEN))


def _hint(hint: str) -> Content:
    key = key_named(hint.partition(" ")[0])
    click = Style.from_meta({"@click": f"screen.press_key({key!r})"})
    return Content.styled(hint, click) if key else Content(hint)
