"""Keys pressed into the app in this process, timed until what they do is done and drawn."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual import events
from textual.pilot import Pilot

from bounceback_tui.services import Plan
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.opening import SECONDS_TO_ONESELF
from bounceback_tui.ui.screens.base import Dialog
from tests.ui.driving import WIDE, seen, settle, until

CHARACTERS = {"space": " "}


@asynccontextmanager
async def running(plan: Plan) -> AsyncIterator[tuple[BouncebackApp, Pilot[None]]]:
    """Run the app on *plan* until its file is open and checked, and everything is at rest."""
    app = BouncebackApp(plan)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.services is not None)
        await settle(pilot)
        while isinstance(app.screen, Dialog):
            await pilot.press("escape")
        await asyncio.sleep(SECONDS_TO_ONESELF)
        await app.workers.wait_for_complete()
        yield app, pilot
    assert app.services is not None
    app.services.store.close()


async def timed(app: BouncebackApp, key: str, is_done: Callable[[], bool]) -> float:
    """Press *key* and return the seconds until *is_done* and the whole screen is drawn."""
    start = time.perf_counter()
    app.post_message(events.Key(key, CHARACTERS.get(key, key if len(key) == 1 else None)))
    while not is_done():
        assert time.perf_counter() - start < 20, f"{key} did nothing"
        await asyncio.sleep(0)
    seen(app)
    return time.perf_counter() - start
