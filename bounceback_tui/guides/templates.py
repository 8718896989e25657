"""Letters to be filled from what was written down, read from TOML."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from bounceback_tui.guides.source import GuideError, Source

FILE = "templates.toml"
DOOR_LINE = "door_line"
_PLACE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True)
class Template:
    """A letter with {placeholders}; ``door_line`` stands at {door_line} when none is given."""

    subject: str
    body: str
    door_line: str = ""

    @property
    def placeholders(self) -> tuple[str, ...]:
        """The names that can be filled in, each once, in their order."""
        found = _PLACE.findall(f"{self.subject}\n{self.body}\n{self.door_line}")
        return tuple(dict.fromkeys(found))

    def fill(self, values: Mapping[str, str]) -> tuple[str, str]:
        """Return subject and body with *values*; what is missing or blank is left as "[topic]".

        A blank ``door_line`` leaves that sentence out.
        """
        given = {name: value.strip() for name, value in values.items() if value.strip()}
        chosen = values.get(DOOR_LINE, self.door_line)
        given[DOOR_LINE] = _filled(chosen.strip(), given)
        lines = _filled(self.body, given).strip().splitlines()
        subject = " ".join(_filled(self.subject, given).split())
        return subject, "\n".join(line.rstrip() for line in lines)


def _filled(text: str, given: Mapping[str, str]) -> str:
    return _PLACE.sub(lambda place: given.get(place[1], f"[{place[1].replace('_', ' ')}]"), text)


def load_templates(own_folder: Path | None = None) -> tuple[dict[str, Template], list[str]]:
    """Return the letters by name, those of *own_folder* first, and what was wrong with its file.

    Of a letter that can't be used the built-in one stays.
    """
    built_in = _built_in()
    path = own_folder / FILE if own_folder else None
    if path is None or not path.exists():
        return built_in, []
    try:
        source = Source.of(path)
        tables = _tables(source)
    except GuideError as error:
        return built_in, [str(error)]
    own, warnings = {}, []
    for name, raw in tables.items():
        try:
            own[name] = read_template(source, name, raw, built_in.get(name))
        except GuideError as error:
            warnings.append(str(error))
    return built_in | own, warnings


def _built_in() -> dict[str, Template]:
    source = Source(FILE, (files(__package__) / FILE).read_text(encoding="utf-8"))
    return {name: Template(**raw) for name, raw in _tables(source).items()}


def _tables(source: Source) -> dict[str, Any]:
    tables = source.read().get("templates")
    if not isinstance(tables, dict):
        raise source.fault("there is no [templates.…] in it.")
    return tables


def read_template(source: Source, name: str, raw: Any, built_in: Template | None) -> Template:
    """Return the letter *raw*, or raise GuideError; it may use the placeholders of *built_in*."""
    line = source.table_line(f"[templates.{name}]")
    where = f"template {name!r}"
    if built_in is None:
        raise source.fault(f"{where} is none that the app writes.", line)
    entries = raw if isinstance(raw, dict) else {}
    if fault := _fault_of(entries):
        raise source.fault(f"{where} {fault}", line)
    made = Template(**{"door_line": built_in.door_line, **entries})
    unknown = [place for place in made.placeholders if place not in built_in.placeholders]
    if unknown:
        raise source.fault(f"{where} has an unknown placeholder {{{unknown[0]}}}.", line)
    return made


def _fault_of(entries: dict[str, Any]) -> str:
    """Return what is missing or unknown in a letter; empty when nothing is."""
    for name in ("subject", "body"):
        if not isinstance(entries.get(name), str) or not entries[name].strip():
            return f"has no {name!r}."
    for name, value in entries.items():
        if name not in Template.__dataclass_fields__:
            return f"has an unknown entry {name!r}."
        if not isinstance(value, str):
            return f"has a {name!r} that is not text."
    return ""
