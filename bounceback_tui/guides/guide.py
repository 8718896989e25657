"""An exercise: its prompts, its lists and its other texts, read from a file."""

from dataclasses import dataclass, field
from typing import Any

from bounceback_tui.guides.fields import SHAPES, Field, read_fields
from bounceback_tui.guides.source import Source


@dataclass(frozen=True)
class Group:
    """List items under a title."""

    title: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Guide:
    """An exercise: a title, prompts in their order, list items, and other ``texts`` by name.

    ``items`` are all of them, those of the ``groups`` included; ``minutes`` is 0 when not said.
    """

    id: str
    version: int
    title: str
    fields: tuple[Field, ...] = ()
    items: tuple[str, ...] = ()
    groups: tuple[Group, ...] = ()
    minutes: int = 0
    texts: dict[str, str] = field(default_factory=dict)

    def __getitem__(self, field_id: str) -> Field:
        """Return the prompt called *field_id*."""
        return next(f for f in self.fields if f.id == field_id)


def parse_guide(file: str, text: str) -> Guide:
    """Return the guide in *text*, or raise GuideError naming *file*, line, field and fault."""
    return read_guide(Source(file, text))


def read_guide(source: Source) -> Guide:
    """Return the guide in *source*, or raise GuideError."""
    found = source.read()
    _check_head(source, found)
    groups = tuple(
        _group(source, number, raw) for number, raw in enumerate(_tables(source, found, "groups"))
    )
    items = (*_items(source, found), *(item for group in groups for item in group.items))
    return Guide(
        id=found["id"],
        version=found["version"],
        title=found["title"],
        fields=read_fields(source, _tables(source, found, "fields")),
        items=items,
        groups=groups,
        minutes=found.get("minutes", 0),
        texts=_texts(source, found),
    )


def _check_head(source: Source, found: dict[str, Any]) -> None:
    for name, shape in (("id", str), ("version", int), ("title", str)):
        if type(found.get(name)) is not shape:
            line = source.entry_line(name)
            raise source.fault(f"{name!r} is missing or not {SHAPES[shape]}.", line)
    if type(found.get("minutes", 0)) is not int:
        line = source.entry_line("minutes")
        raise source.fault(f"'minutes' is not {SHAPES[int]}.", line)


def _tables(source: Source, found: dict[str, Any], name: str) -> list[dict[str, Any]]:
    tables = found.get(name, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise source.fault(f"{name!r} should be tables, [[{name}]].", source.entry_line(name))
    return tables


def _group(source: Source, number: int, raw: dict[str, Any]) -> Group:
    line = source.table_line("[[groups]]", number)
    title = raw.get("title")
    if not isinstance(title, str) or not title.strip():
        raise source.fault(f"group number {number + 1} has no 'title'.", line)
    if not raw.get("items") or not _are_lines(raw["items"]):
        raise source.fault(f"group {title!r} has no 'items', or one that is not text.", line)
    return Group(title, tuple(raw["items"]))


def _items(source: Source, found: dict[str, Any]) -> list[str]:
    items: list[str] = found.get("items", [])
    if not _are_lines(items):
        raise source.fault("'items' should hold lines of text.", source.entry_line("items"))
    return items


def _texts(source: Source, found: dict[str, Any]) -> dict[str, str]:
    texts = found.get("texts", {})
    if not isinstance(texts, dict) or not _are_lines(list(texts.values())):
        raise source.fault("'texts' should hold texts by name.", source.table_line("[texts]"))
    return texts


def _are_lines(lines: Any) -> bool:
    return isinstance(lines, list) and all(isinstance(x, str) and x.strip() for x in lines)
