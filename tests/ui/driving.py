"""Drives the real app by the keys a person presses."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from bounceback_tui.services import Plan
from bounceback_tui.ui.app import BouncebackApp

WIDE, NARROW = (120, 36), (80, 24)


class typed(str):  # noqa: N801 - reads as what was done, beside the names of keys
    """Words typed letter after letter, without a look in between."""

    __slots__ = ()


@asynccontextmanager
async def running(
    plan: Plan, size: tuple[int, int] = WIDE, *keys: str
) -> AsyncIterator[tuple[BouncebackApp, Pilot[None]]]:
    """Run the app on *plan* until its file is open, press *keys*, and hand it over."""
    app = BouncebackApp(plan)
    async with app.run_test(size=size, notifications=True) as pilot:
        await until(pilot, lambda: app.services is not None)
        await settle(pilot)
        await press(pilot, *keys)
        yield app, pilot
    app.close_file()


async def until(pilot: Pilot[None], is_so: Callable[[], bool]) -> None:
    """Wait until *is_so*, and fail when it does not come to be."""
    for _ in range(400):
        if is_so():
            return
        await pilot.pause(0.01)
    raise AssertionError("what was waited for did not happen")


async def settle(pilot: Pilot[None]) -> None:
    """Let everything that is under way come to rest."""
    for _ in range(3):
        await pilot.pause()


async def press(pilot: Pilot[None], *keys: str) -> None:
    """Press *keys* one after another, as somebody does who looks in between; *typed* ones fast."""
    for key in keys:
        if isinstance(key, typed):
            for sign in key:
                pilot.app.post_message(Key(_character_to_key(sign), sign))
            await pilot.pause(0)
        else:
            await pilot.press(key)
        await pilot.pause()


def seen(app: BouncebackApp) -> str:
    """Return what stands on the screen now, line by line."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in strips[:height] if width)
