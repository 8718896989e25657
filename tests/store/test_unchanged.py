"""A list that is kept again as it was is no act, and its rows stay the ones they were."""

from collections.abc import Callable

import pytest

from bounceback_tui.services import Services
from bounceback_tui.store.flags import Seen
from bounceback_tui.store.store import Store

KEPT: dict[str, tuple[str, Callable[[Store, list[str]], object]]] = {
    "flags": ("flag", lambda s, words: s.flags.replace(1, [Seen(w, w, 1) for w in words])),
    "strengths": ("strength", lambda s, words: s.corner.replace_strengths((w, w) for w in words)),
    "a checklist": (
        "prep_item",
        lambda s, words: s.interviews.edit(1, checklist=[(w, False) for w in words]),
    ),
}


@pytest.mark.parametrize("name", KEPT)
def test_only_what_changed_is_another_row(services: Services, name: str) -> None:
    store = services.store
    store.interviews.add(store.applications.add("Acme"), [], round=1)
    table, keep = KEPT[name]

    def uids() -> list[str]:
        return sorted(row["uid"] for row in store.archive()[table])

    keep(store, ["One.", "Two\u202e.", "Three."])
    before = uids()
    keep(store, ["One.", "Two\u202e.", "Three."])
    assert uids() == before
    keep(store, ["One.", "Two\u202e.", "Other."])
    assert len(set(uids()) & set(before)) == 2
    store.undo()
    assert uids() == before
    store.undo()
    assert uids() == []
