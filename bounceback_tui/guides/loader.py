"""Reads the exercises from TOML and says exactly what is wrong with a file that can't be used."""

import tomllib
from dataclasses import dataclass, field
from importlib.resources import files
from pathlib import Path
from typing import Any

KINDS = ("scale", "choices", "line", "text")


class GuideError(ValueError):
    """A guide that can't be used; the text names file, field and what is wrong."""


@dataclass(frozen=True)
class Field:
    """One prompt and how it is answered: a scale from ``low`` to ``high``, choices, or text."""

    id: str
    prompt: str
    kind: str
    hint: str = ""
    low: int = 0
    high: int = 0
    low_label: str = ""
    middle_label: str = ""
    high_label: str = ""
    required: bool = False
    labels: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Guide:
    """An exercise: a title, prompts in their order, and list items."""

    id: str
    version: int
    title: str
    fields: tuple[Field, ...] = ()
    items: tuple[str, ...] = ()

    def __getitem__(self, field_id: str) -> Field:
        """Return the prompt called *field_id*."""
        return next(f for f in self.fields if f.id == field_id)


@dataclass(frozen=True)
class Guides:
    """Every guide by id, and what was wrong with those left out."""

    by_id: dict[str, Guide]
    warnings: tuple[str, ...] = ()

    def __getitem__(self, guide_id: str) -> Guide:
        """Return the guide called *guide_id*."""
        return self.by_id[guide_id]


def load_guides(own_folder: Path | None = None) -> Guides:
    """Load the built-in guides, then those of *own_folder*, which replace those of the same id.

    One of the person's own that can't be used is named in ``warnings``; the built-in one stays.
    """
    guides = {}
    for resource in files(__package__).iterdir():
        if resource.name.endswith(".toml"):
            guide = parse_guide(resource.name, resource.read_text(encoding="utf-8"))
            guides[guide.id] = guide
    warnings = []
    for path in sorted(own_folder.glob("*.toml")) if own_folder else []:
        try:
            guide = parse_guide(path.name, path.read_text(encoding="utf-8"))
            _agrees(path.name, guide, guides.get(guide.id))
            guides[guide.id] = guide
        except (GuideError, OSError, UnicodeDecodeError) as error:
            reason = str(error) if isinstance(error, GuideError) else f"{path.name} can't be read."
            warnings.append(reason)
    return Guides(guides, tuple(warnings))


def parse_guide(file: str, source: str) -> Guide:
    """Return the guide in *source*, or raise GuideError naming *file*, field and fault."""
    try:
        found = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise GuideError(f"{file}: {error}.") from None
    for name, kind in (("id", str), ("version", int), ("title", str)):
        if not isinstance(found.get(name), kind):
            raise GuideError(f"{file}: {name!r} is missing or not {_ARTICLES[kind]}.")
    fields = tuple(_field(file, number, raw) for number, raw in enumerate(found.get("fields", [])))
    items = found.get("items", [])
    if not all(isinstance(item, str) and item for item in items):
        raise GuideError(f"{file}: 'items' should hold lines of text.")
    return Guide(found["id"], found["version"], found["title"], fields, tuple(items))


_ARTICLES = {str: "text", int: "a whole number"}


def _field(file: str, number: int, raw: dict[str, Any]) -> Field:
    name = raw.get("id", f"number {number + 1}")
    where = f"{file}: field {name!r}"
    for required in ("id", "prompt", "kind"):
        if not isinstance(raw.get(required), str):
            raise GuideError(f"{where} has no {required!r}.")
    if raw["kind"] not in KINDS:
        raise GuideError(f"{where} has the kind {raw['kind']!r}; known are {', '.join(KINDS)}.")
    try:
        made = Field(**raw)
    except TypeError:
        unknown = sorted(set(raw) - set(Field.__dataclass_fields__))
        raise GuideError(f"{where} has an unknown entry {unknown[0]!r}.") from None
    if made.kind == "scale" and not 0 <= made.low < made.high <= 9:
        raise GuideError(f"{where} needs 'low' below 'high', both from 0 to 9.")
    return made


def _agrees(file: str, own: Guide, built_in: Guide | None) -> None:
    """Refuse a replacement that lacks a prompt the app asks for."""
    if built_in is None:
        return
    missing = {f.id for f in built_in.fields} - {f.id for f in own.fields}
    if missing:
        raise GuideError(f"{file}: field {min(missing)!r} of the built-in guide is missing.")
