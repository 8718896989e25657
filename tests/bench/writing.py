"""Typing into a short page and into one of twenty thousand words."""

from itertools import cycle, islice
from random import Random

from textual.widgets import TextArea

from bounceback_tui.demo.crowds import Babble
from bounceback_tui.ui.screens.editor import EditorScreen
from tests.bench import homes
from tests.bench.board import changed
from tests.bench.driving import running, timed
from tests.bench.figures import Figure, table

KEYS = 100
PARAGRAPH = 100


async def typing(words: int) -> Figure:
    """Return how long each key takes, typed at the end of an entry of *words* words."""
    figure = Figure(f"a key, {words:,} words")
    babble = Babble(Random("page"))
    body = "\n\n".join(babble.say(PARAGRAPH, PARAGRAPH) for _ in range(words // PARAGRAPH))
    async with running(homes.crowded(50)) as (app, pilot):
        assert app.services is not None
        entry = app.services.store.journal.write(body)
        await app.push_screen(EditorScreen(app.services, entry))
        await pilot.pause()
        text = app.screen.query_one("#text", TextArea)
        before = len(text.text)
        for key in islice(cycle(("l", "e", "t", "t", "e", "r", "space")), KEYS):
            figure.seconds.append(await timed(app, key, changed(lambda: text.cursor_location)))
        assert len(text.text) == before + KEYS
        await pilot.press("escape")
        app.services.store.journal.delete(entry)
    return figure


async def measure() -> str:
    """Return the table of typing."""
    return table("Typing", [await typing(words) for words in (200, 5_000, 20_000)])
