"""Reads the words of the gentle and the direct card."""

import tomllib
from dataclasses import dataclass
from importlib.resources import files


@dataclass(frozen=True)
class Gentle:
    """The card for two heavy weeks, and its three answers."""

    words: str
    see: str
    not_now: str
    not_for_two_weeks: str


@dataclass(frozen=True)
class Direct:
    """The card for somebody who may be in danger: what stands around the numbers."""

    opening: str
    emergency: str
    listeners: str
    after: str


@dataclass(frozen=True)
class Cards:
    """Both cards, and the phrases at which the direct one is shown."""

    gentle: Gentle
    direct: Direct
    phrases: tuple[str, ...]


def load_cards() -> Cards:
    """Return the built-in cards."""
    found = tomllib.loads((files(__package__) / "cards.toml").read_text(encoding="utf-8"))
    return Cards(Gentle(**found["gentle"]), Direct(**found["direct"]), tuple(found["phrases"]))
