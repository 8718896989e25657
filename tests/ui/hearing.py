"""Drives the app with its toasts on, and tells what they said."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from bounceback_tui.services import Plan
from bounceback_tui.ui.app import BouncebackApp
from tests.ui.driving import WIDE, press, running


@asynccontextmanager
async def hearing(
    plan: Plan, *keys: str, size: tuple[int, int] = WIDE
) -> AsyncIterator[tuple[BouncebackApp, Pilot[None]]]:
    """Run the app on *plan*, press *keys*, and keep what it says for ``heard``."""
    async with running(plan, size) as (app, pilot):
        app._disable_notifications = False
        await press(pilot, *keys)
        yield app, pilot


def heard(app: BouncebackApp) -> str:
    """Return what was said in toasts lately."""
    return "\n".join(str(notification.message) for notification in app._notifications)
