"""What is written into the file can't steer a terminal, and is otherwise what was typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bounceback_tui.models.plain_text import plain
from bounceback_tui.services import Services

HOSTILE = {
    "escape": "a\x1b]52;c;aGk=\x07b",
    "c1": "a\x9b31mb",
    "bidi override": "a\u202eb",
    "bidi isolate": "a\u2066b\u2069",
    "marks": "a\u200e\u200f\u061cb",
    "line separators": "a\u2028b\u2029c",
    "lone surrogate": "a\ud83db",
    "nul": "a\x00b",
    "delete": "a\x7fb",
    "backspace": "a\x08b",
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_steering_characters_are_replaced_wherever_text_is_kept(
    services: Services, text: str
) -> None:
    store = services.store
    card = store.applications.add(text, title=text, notes=text, next_action=text)
    talk = store.interviews.add(card, [text], with_whom=text, notes=text)
    entry = store.journal.write(text, text, [text], application_id=card)
    check_in = store.check_ins.add(5, good=text, note=text, plan=text)
    store.drafts.keep("entry:new", text)
    found = store.applications.get(card)
    checked = store.check_ins.get(check_in)
    kept = store.drafts.get("entry:new")
    assert kept is not None
    values = [
        found.company, found.title, found.notes, found.next_action,
        store.interviews.get(talk).notes, store.interviews.checklist(talk)[0].text,
        store.journal.get(entry).entry.title, store.journal.get(entry).entry.body,
        checked.good, checked.note, checked.plan, kept.body,
    ]  # fmt: skip
    assert values == [plain(text)] * len(values)
    assert "\ufffd" in plain(text)
    assert plain(text)[0] == "a"
    [tag] = store.journal.get(entry).tags
    assert plain(tag) == tag


def test_tags_that_are_the_same_once_cleaned_are_one_tag(services: Services) -> None:
    number = services.store.journal.write("x", tags=["a\x1b", "a\x9b", "\x1b"])
    assert services.store.journal.get(number).tags == ("a\ufffd", "\ufffd")


def test_steering_characters_in_a_filter_find_nothing_and_fail_nothing(services: Services) -> None:
    services.store.applications.add("Acme")
    for text in HOSTILE.values():
        assert sum(services.store.applications.counts(text).values()) == 0
        assert services.store.applications.named(text) == []


def test_line_ends_become_one_kind_and_tabs_stay(services: Services) -> None:
    number = services.store.journal.write("a\r\nb\rc\n\td\x85")
    assert services.store.journal.get(number).entry.body == "a\nb\nc\n\td\ufffd"


@pytest.mark.parametrize(
    "text", ["👩‍👩‍👧 Otterly 🦦", "渡し船", "e\u0301", "Ärztin", "نص", "[/] [b]", "a\n\tb"]
)
def test_what_people_write_stays_as_it_is(services: Services, text: str) -> None:
    number = services.store.journal.write(text)
    assert services.store.journal.get(number).entry.body == text


@given(text=st.text(st.characters(exclude_categories=[]), max_size=60))
def test_cleaning_twice_is_cleaning_once_and_loses_no_length_but_that_of_line_ends(
    text: str,
) -> None:
    assert plain(plain(text)) == plain(text)
    assert len(plain(text)) == len(text) - text.count("\r\n")
    plain(text).encode("utf-8")
