"""Search: every word, beginnings of words, any script, and no way to break it."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bounceback_tui.clock import FixedClock
from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.store.store import Store


@pytest.fixture
def store(services: Services) -> Store:
    return services.store


def found(store: Store, query: str) -> list[str]:
    return [page.title or page.body for page in store.search.pages(query, 0, 50)]


@pytest.mark.parametrize(
    ("query", "hits"),
    [
        ("river", 1),
        ("RIV", 1),
        ("riv ", 0),
        ("walked riv", 1),
        ("walk river", 0),
        ("walked sea", 0),
        ("café", 1),
        ("cafe", 1),
        ("uber", 1),
        ("渡し船", 1),
        ("渡", 1),
        ("take-home", 1),
        ("they'd", 1),
        ("", 0),
        ("  ", 0),
        ("…!?", 0),
    ],
)
def test_words_and_their_beginnings_are_found(store: Store, query: str, hits: int) -> None:
    store.journal.write("We walked by the river to the café, über die Brücke.", "渡し船 day")
    store.journal.write("My take-home was the clearest they'd seen.")
    assert store.search.count(query) == hits
    assert len(found(store, query)) == hits


def test_the_newest_comes_first_whatever_it_is_and_whenever_it_was_kept(
    store: Store, clock: FixedClock
) -> None:
    for days, kind in ((0, "entry"), (5, "check_in"), (-3, "entry"), (9, "entry")):
        clock.advance(days=days)
        if kind == "entry":
            store.journal.write("tea", f"on {clock.today().day}")
        else:
            store.check_ins.add(5, good=f"on {clock.today().day}", note="tea")
    assert found(store, "tea") == ["on 3", "on 27", "on 24", "on 22"]


def test_pages_of_hits_follow_one_another(store: Store, clock: FixedClock) -> None:
    for number in range(7):
        clock.advance(minutes=1)
        store.journal.write("tea", str(number))
    pages = [p.title for offset in (0, 3, 6) for p in store.search.pages("tea", offset, 3)]
    assert pages == list("6543210")


def test_the_good_line_and_the_note_of_a_check_in_are_found(store: Store) -> None:
    number = store.check_ins.add(5, good="soup with Noor", note="the heron was back")
    assert store.search.count("heron") == 1
    assert store.search.pages("noor", 0, 9)[0].key == (True, number)


def test_what_is_changed_or_deleted_is_no_longer_found_by_what_it_said(store: Store) -> None:
    entry, check_in = store.journal.write("heron"), store.check_ins.add(5, note="heron")
    store.journal.revise(entry, body="swan")
    store.check_ins.edit(check_in, note="swan")
    assert (store.search.count("heron"), store.search.count("swan")) == (0, 2)
    store.journal.delete(entry)
    store.check_ins.delete(check_in)
    assert store.search.count("swan") == 0
    store.undo()
    assert store.search.pages("swan", 0, 9)[0].is_check_in


@pytest.mark.parametrize(
    "query",
    ['"', '""', "*", "a*", "NEAR(a b)", "NOT", "a AND", "OR", "title:x", "-x", "^x", "a + b",
     "{a b}: c", "(", ")", "\\", "'", "%", "_", "a\x00b", "\ud800", "🦦", "a" * 400],
)  # fmt: skip
def test_signs_of_the_query_language_are_only_signs(store: Store, query: str) -> None:
    store.journal.write("near and not or a b c x")
    assert store.search.count(query) in (0, 1)
    assert len(store.search.pages(query, 0, 9)) == store.search.count(query)


@settings(
    max_examples=100,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(query=st.text(max_size=20))
def test_no_query_fails(store: Store, query: str) -> None:
    assert store.search.count(query) == 0
    assert store.search.pages(query, 0, 9) == []


def test_the_words_of_the_operators_are_found_as_words(store: Store) -> None:
    store.journal.write("neither near nor far, and not or")
    for word in ("NEAR", "NOT", "AND", "OR", "near far"):
        assert store.search.count(word) == 1


def test_deleted_words_are_not_left_in_the_file(plan: Plan) -> None:
    services = open_services(plan)
    number = services.store.journal.write("xylophonist zzyzxroad", "quokkaville")
    services.store.close()
    services = open_services(plan)
    services.store.journal.delete(number)
    services.store.close()
    left = plan.paths.journal.read_bytes()
    for word in (b"xylophon", b"zzyzx", b"quokka"):
        assert word not in left


@pytest.mark.parametrize("query", ["cafés ", "cafe\u0301s ", "_ cafés", "cafés _ "])
def test_accents_are_found_however_they_are_written(store: Store, query: str) -> None:
    store.journal.write("Two cafés.")
    store.journal.write("Two cafe\u0301s.")
    assert store.search.count(query) == 2
