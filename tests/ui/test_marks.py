"""What is marked is what the search index finds."""

import pytest

from bounceback_tui.services import Services
from bounceback_tui.ui.marks import Needle, fold


def hits(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in Needle.of(query).spans(text)]


def test_the_word_still_typed_marks_every_word_it_begins() -> None:
    assert hits("A river, the rivers, a driver", "riv") == ["river", "rivers"]


def test_every_word_but_the_last_has_to_be_whole() -> None:
    assert hits("the river by the riverside", "river riverside") == ["river", "riverside"]
    assert hits("the rivers", "river the") == ["the"]


def test_a_space_ends_the_last_word() -> None:
    assert hits("river rivers", "river ") == ["river"]


def test_case_and_accents_make_no_difference() -> None:
    assert hits("Café with ZOË", "cafe zoe") == ["Café", "ZOË"]
    assert hits("Cafe\u0301 again", "café") == ["Cafe\u0301"]
    assert fold("Ångström") == "angstrom"


@pytest.mark.parametrize("query", ["", "   ", "***", "[/]"])
def test_a_search_without_words_marks_nothing(query: str) -> None:
    assert not Needle.of(query)
    assert hits("[/] *** anything", query) == []


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("Walked by the River", "riv"),
        ("Une journée à Orléans", "journee orle"),
        ("snake_case name", "case"),
        ("round 2 at 10:30", "2"),
        ("it's fine", "s fine"),
    ],
)
def test_what_the_index_finds_is_marked(services: Services, text: str, query: str) -> None:
    services.store.journal.write(text)
    assert services.store.search.count(query) == 1
    assert len(hits(text, query)) >= len(query.split())


@pytest.mark.parametrize(("text", "query"), [("a driver", "riv"), ("the rivers", "river the")])
def test_what_the_index_does_not_find_is_not_marked_whole(
    services: Services, text: str, query: str
) -> None:
    services.store.journal.write(text)
    assert services.store.search.count(query) == 0
    assert len(hits(text, query)) < len(query.split())
