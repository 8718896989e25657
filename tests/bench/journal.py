"""Ten years of journal: the search by whole words and by beginnings, and the list."""

import time
from itertools import cycle, islice
from random import Random

from bounceback_tui.demo.crowds import Babble
from bounceback_tui.services import open_services
from bounceback_tui.store.search import Search
from bounceback_tui.ui.screens.journal import JournalScreen
from tests.bench import homes
from tests.bench.board import changed
from tests.bench.driving import running, timed
from tests.bench.figures import Figure, table

QUERIES, KEYS, PAGE = 200, 60, 50


def search(store_search: Search, name: str, queries: list[str]) -> Figure:
    """Return how long the newest page of each of *queries* takes; each has to find something."""
    figure = Figure(name)
    for query in queries:
        start = time.perf_counter()
        found = store_search.pages(query, 0, PAGE)
        figure.seconds.append(time.perf_counter() - start)
        assert found, query
        assert [page.at for page in found] == sorted((p.at for p in found), reverse=True)
    return figure


def measure_search() -> str:
    """Return the table of the search."""
    chance = Random("queries")
    words = [word for word in Babble(Random("ten years")).words[:1500] if len(word) > 3]
    chosen = chance.sample(words, QUERIES)
    store = open_services(homes.large()).store
    try:
        figures = [
            search(store.search, "a whole word", [f"{word} " for word in chosen]),
            search(store.search, "its first three letters", [word[:3] for word in chosen]),
            search(store.search, "the fifty commonest words", [f"{w} " for w in words[:50]]),
        ]
    finally:
        store.close()
    return table(f"Search, newest first, {homes.ENTRIES:,} lines", figures)


async def _go_over(name: str, keys: tuple[str, ...], count: int) -> Figure:
    figure = Figure(name)
    plan = homes.small() if "demo" in name else homes.large()
    async with running(plan) as (app, pilot):
        await timed(app, "3", lambda: isinstance(app.screen, JournalScreen))
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, JournalScreen)
        for key in islice(cycle(keys), count):
            figure.seconds.append(await timed(app, key, changed(lambda: screen.page)))
    return figure


async def measure_list() -> str:
    """Return the table of the list."""
    figures = [
        await _go_over("a line down, demo", ("down",), KEYS),
        await _go_over("a line down, ten years", ("down",), KEYS),
        await _go_over("a page down, ten years", ("pagedown",), KEYS),
        await _go_over("from end to end, ten years", ("end", "home"), KEYS // 3),
    ]
    return table("Journal list", figures)
