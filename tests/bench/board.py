"""A board with many cards beside one with few: the first frame, a cursor key, a move."""

from collections.abc import Callable
from itertools import chain, cycle, islice

from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.board import BoardScreen
from bounceback_tui.ui.widgets.kanban import Kanban
from tests.bench import homes
from tests.bench.driving import running, timed
from tests.bench.figures import Figure, rounds, table

FEW, MANY, KEYS = 50, 5_000, 40
CURSOR = ("up", "right", "down", "left", "down", "right", "up", "left")


def is_board(app: BouncebackApp) -> bool:
    """Tell whether the board is in front with a card under its cursor."""
    return (
        isinstance(app.screen, BoardScreen)
        and app.screen.is_mounted
        and bool(app.screen.query(Kanban))
        and app.screen.kanban.selected is not None
    )


def changed(what: Callable[[], object]) -> Callable[[], bool]:
    """Return a question: is *what* another than it is now?"""
    before = what()
    return lambda: what() != before


async def one_round(count: int, first: Figure, cursor: Figure, move: Figure) -> None:
    """Open a board of *count* cards, go over it, and move a card to and fro."""
    async with running(homes.crowded(count)) as (app, pilot):
        first.seconds.append(await timed(app, "2", lambda: is_board(app)))
        await pilot.pause()
        kanban = app.screen.query_one(Kanban)
        await timed(app, "end", changed(lambda: kanban.selected))
        for key in islice(cycle(CURSOR), KEYS):
            cursor.seconds.append(await timed(app, key, changed(lambda: kanban.selected)))
        for key in islice(cycle("LH"), KEYS // 2):
            move.seconds.append(await timed(app, key, changed(lambda: kanban.selected_column)))
            await pilot.pause()


async def measure() -> str:
    """Return the table of the board, measured in turns."""
    figures = {
        count: [Figure(f"{what}, {count:,} cards") for what in ("first frame", "cursor", "move")]
        for count in (FEW, MANY)
    }
    for _ in rounds(chain(*figures.values())):
        for count, (first, cursor, move) in figures.items():
            await one_round(count, first, cursor, move)
    pairs = zip(*figures.values(), strict=True)
    return "".join(table(f"Board: {few.name}", [few, many]) for few, many in pairs)
