"""Reads the help lines from TOML; a file that can't be used is named, and the built-in one is."""

import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from pathlib import Path
from typing import Any

FILE = "help_lines.toml"
WAYS = ("call", "text", "mail", "web")


class HelpLinesError(ValueError):
    """Help lines that can't be used; the text names the entry and what is wrong with it."""


@dataclass(frozen=True)
class HelpLine:
    """Somebody to talk to: how to reach them, when, and on which day that was checked."""

    name: str
    checked_on: date
    call: str = ""
    text: str = ""
    mail: str = ""
    web: str = ""
    notes: str = ""

    @property
    def ways(self) -> list[tuple[str, str]]:
        """Every way to reach them: what to do, and the number or address."""
        return [(way, getattr(self, way)) for way in WAYS if getattr(self, way)]


@dataclass(frozen=True)
class Country:
    """The lines of one country and its emergency number."""

    code: str
    name: str
    emergency: str
    lines: tuple[HelpLine, ...]


@dataclass(frozen=True)
class HelpLines:
    """Every country, the finder for all others, and what was wrong with the person's own file."""

    countries: tuple[Country, ...]
    finder: HelpLine
    warning: str = ""

    def country(self, code: str) -> Country | None:
        """Return the country called *code*, or None."""
        return next((country for country in self.countries if country.code == code), None)


def load_help_lines(own_folder: Path | None = None) -> HelpLines:
    """Return the lines of *own_folder* if it holds some that can be used, else the built-in ones.

    Where they can't be used ``warning`` says why in one sentence.
    """
    built_in = _built_in()
    path = own_folder / FILE if own_folder else None
    if path is None or not path.is_file():
        return built_in
    try:
        return parse_help_lines(path.read_text(encoding="utf-8"), built_in.finder)
    except HelpLinesError as error:
        reason = str(error)
    except (OSError, UnicodeDecodeError):
        reason = "it can't be read"
    warning = f"Your {FILE} is left out, because {reason}; these are the built-in lines."
    return HelpLines(built_in.countries, built_in.finder, warning)


def _built_in() -> HelpLines:
    return parse_help_lines((files(__package__) / FILE).read_text(encoding="utf-8"))


def parse_help_lines(source: str, finder: HelpLine | None = None) -> HelpLines:
    """Return the lines in *source*; *finder* serves when it names none. Raises HelpLinesError."""
    try:
        found = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise HelpLinesError(f"it is not TOML: {error}") from None
    if "finder" in found:
        finder = _line(found["finder"], "the finder")
    if finder is None:
        raise HelpLinesError("it has no finder")
    tables = _tables(found, "countries", "it")
    countries = tuple(_country(raw, number) for number, raw in enumerate(tables, 1))
    codes = [country.code for country in countries]
    for code in codes:
        if codes.count(code) > 1:
            raise HelpLinesError(f"the country {code!r} is there twice")
    return HelpLines(countries, finder)


def _country(raw: dict[str, Any], number: int) -> Country:
    where = f"the country {raw.get('code', f'number {number}')!r}"
    facts = {name: _words(raw, name, where) for name in ("code", "name", "emergency")}
    lines = tuple(
        _line(line, f"{line.get('name', f'line {place}')!r} in {where}")
        for place, line in enumerate(_tables(raw, "lines", where), 1)
    )
    return Country(lines=lines, **facts)


def _line(raw: Any, where: str) -> HelpLine:
    if not isinstance(raw, dict):
        raise HelpLinesError(f"{where} is no table")
    unknown = sorted(set(raw) - set(HelpLine.__dataclass_fields__))
    if unknown:
        raise HelpLinesError(f"{where} has an unknown entry {unknown[0]!r}")
    checked_on = raw.get("checked_on")
    if not isinstance(checked_on, date) or isinstance(checked_on, datetime):
        raise HelpLinesError(f"{where} has no 'checked_on' date")
    words = {name: _words(raw, name, where) for name in raw if name != "checked_on"}
    if "name" not in words:
        raise HelpLinesError(f"{where} has no 'name'")
    if not set(WAYS) & set(words):
        raise HelpLinesError(f"{where} can't be reached: it has none of {', '.join(WAYS)}")
    return HelpLine(checked_on=checked_on, **words)


def _words(raw: dict[str, Any], name: str, where: str) -> str:
    value = raw.get(name)
    if not isinstance(value, str) or not value.strip():
        raise HelpLinesError(f"{where} has no {name!r} in words")
    return value.strip()


def _tables(raw: dict[str, Any], name: str, where: str) -> list[dict[str, Any]]:
    found = raw.get(name)
    if not isinstance(found, list) or not found or not all(isinstance(t, dict) for t in found):
        raise HelpLinesError(f"{where} has no {name!r}")
    return found
