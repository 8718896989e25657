"""Prompts: how one is answered, and what may be wrong with it in a file."""

from dataclasses import dataclass, field
from typing import Any, get_origin, get_type_hints

from bounceback_tui.guides.source import GuideError, Source

KINDS = ("scale", "number", "choices", "line", "text", "pair", "marks", "words", "custom")
SHAPES = {str: "text", int: "a whole number", bool: "true or false", dict: "a table"}
HIGHEST_DIGIT = 9
HIGHEST_NUMBER = 100


@dataclass(frozen=True)
class Field:
    """One prompt and how it is answered.

    A ``scale`` has digits from ``low`` to ``high``, a ``number`` is typed; ``marks`` are those of
    the guide called ``list``; ``step_of`` numbers prompts that stand on one page.
    """

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
    list: str = ""
    step_of: int = 0


ENTRIES = {name: get_origin(hint) or hint for name, hint in get_type_hints(Field).items()}


@dataclass(frozen=True)
class _Raw:
    """A prompt as it stands in a file."""

    source: Source
    number: int
    entries: dict[str, Any]

    def fault(self, words: str) -> GuideError:
        """Return an error that says *words* of this prompt."""
        return field_fault(self.source, self.number, self.entries.get("id"), words)

    def check(self) -> None:
        """Refuse what is missing, unknown or of another shape."""
        for name in ("id", "prompt", "kind"):
            value = self.entries.get(name)
            if not isinstance(value, str) or not value.strip():
                raise self.fault(f"has no {name!r}.")
        for name, value in self.entries.items():
            if name not in ENTRIES:
                raise self.fault(f"has an unknown entry {name!r}.")
            if type(value) is not ENTRIES[name]:
                raise self.fault(f"has a {name!r} that is not {SHAPES[ENTRIES[name]]}.")
        if not all(_is_line(label) for label in self.entries.get("labels", {}).values()):
            raise self.fault("has a label that is not text.")


def read_fields(source: Source, tables: list[dict[str, Any]]) -> tuple[Field, ...]:
    """Return the prompts in *tables*, or raise GuideError naming the first that can't be used."""
    fields: list[Field] = []
    for number, entries in enumerate(tables):
        raw = _Raw(source, number, entries)
        raw.check()
        made = Field(**entries)
        fault = _fault_of(made)
        if any(made.id == other.id for other in fields):
            fault = "is there twice."
        if fault:
            raise raw.fault(fault)
        fields.append(made)
    return tuple(fields)


def field_fault(source: Source, number: int, name: Any, words: str) -> GuideError:
    """Return an error that says *words* of the prompt *name*, the *number*-th from 0."""
    named = name if _is_line(name) else f"number {number + 1}"
    return source.fault(f"field {named!r} {words}", source.table_line("[[fields]]", number))


def _is_line(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _fault_of(made: Field) -> str:
    """Return what the kind of *made* lacks; empty when nothing does."""
    match made.kind:
        case "scale" if not 0 <= made.low < made.high <= HIGHEST_DIGIT:
            return f"needs 'low' below 'high', both from 0 to {HIGHEST_DIGIT}."
        case "number" if not 0 <= made.low < made.high <= HIGHEST_NUMBER:
            return f"needs 'low' below 'high', both from 0 to {HIGHEST_NUMBER}."
        case "choices" if not made.labels:
            return "has no 'labels' to choose from."
        case "pair" if len(made.labels) != 2:
            return "needs two 'labels', one for each of its boxes."
        case "marks" if not made.list:
            return "has no 'list' to mark in."
        case kind if kind not in KINDS:
            return f"has the kind {kind!r}; known are {', '.join(KINDS)}."
    return ""
