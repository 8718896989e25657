"""Everything as JSON, in a versioned envelope; the same journal gives the same bytes."""

import json
from datetime import date, datetime
from typing import Any

VERSION = 1


def write(archive: dict[str, list[dict[str, Any]]]) -> str:
    """Return *archive* as JSON: days as ISO dates, instants as ISO in UTC, keys in order."""
    envelope = {"bounceback": VERSION, **archive}
    return json.dumps(envelope, default=_plain, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _plain(value: object) -> str:
    if isinstance(value, datetime | date):
        return value.isoformat()
    raise TypeError(type(value).__name__)
