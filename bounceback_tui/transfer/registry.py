"""The formats the journal can be written in, by name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from bounceback_tui.transfer import json_format

Archive = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True)
class Format:
    """A way to write the whole journal as text; ``write`` takes what ``Store.archive`` gives."""

    name: str
    title: str
    write: Callable[[Archive], str]


FORMATS = {
    found.name: found for found in (Format("json", "everything, without loss", json_format.write),)
}
