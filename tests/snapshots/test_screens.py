"""Each screen as it looks, empty and with the demo, wide and small, and in the light theme.

Those that stand in the README are compared there, wide, by ``tests/test_screenshots.py``.
"""

from collections.abc import Callable

import pytest
import textual
from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.services import Plan
from bounceback_tui.ui.app import BouncebackApp
from tests.screenshots import PICTURES
from tests.ui.driving import NARROW, WIDE, press, settle, typed, until

PINNED = "8.2.8"
SCREENS: dict[str, tuple[str, ...]] = {
    "today": (),
    "board": ("2",),
    "journal": ("3",),
    "editor": ("n",),
    "check_in": ("c",),
    "mood": ("4",),
    "dashboard": ("5",),
    "lessons": ("6",),
    "people": ("7",),
    "add": ("a",),
    "help": ("question_mark",),
}
DEMO_SCREENS: dict[str, tuple[str, ...]] = {
    **SCREENS,
    "application": ("2", "enter"),
    "interview": ("2", "right", "right", "enter", "tab", "enter"),
    "stage": ("2", "s"),
    "carry": ("2", "m", "right"),
    "filter": ("2", "slash", typed("engineer")),
    "doorway": ("2", "right", "right", "right", "x"),
    "hub": ("2", *("right",) * 5, "enter", "r"),
    "step": ("2", *("right",) * 5, "enter", "r", "down", "down", "enter", "ctrl+n"),
    "help_lines": ("f1",),
    "search": ("3", "slash", typed("river")),
}

IN_THE_LIGHT = ["journal", "application", "check_in", "dashboard"]
PICTURED = {picture.name.replace("-", "_") for picture in PICTURES}
DEMO_SIZES = [
    pytest.param(name, size, id=f"{name}-{kind}")
    for kind, size in (("wide", WIDE), ("small", NARROW))
    for name in DEMO_SCREENS
    if size == NARROW or name not in PICTURED
]

pytestmark = pytest.mark.skipif(
    textual.__version__ != PINNED, reason=f"pictures are those of Textual {PINNED}"
)
Compare = Callable[..., bool]


def shown(
    plan: Plan, keys: tuple[str, ...], *, leave_check_in: bool
) -> tuple[BouncebackApp, Callable[[Pilot[None]], object]]:
    """Return an app on *plan* and what to do with it before it is looked at."""
    app = BouncebackApp(plan)

    async def before(pilot: Pilot[None]) -> None:
        await until(pilot, lambda: app.services is not None)
        await settle(pilot)
        await press(pilot, *(("escape",) if leave_check_in else ()), *keys)
        await settle(pilot)
        for field in (*app.screen.query(Input), *app.screen.query(TextArea)):
            field.cursor_blink = False
        await pilot.pause(0.15)
        await settle(pilot)

    return app, before


@pytest.mark.parametrize("size", [WIDE, NARROW], ids=["wide", "small"])
@pytest.mark.parametrize("name", SCREENS)
def test_an_empty_screen_looks_as_it_did(
    plan: Plan, snap_compare: Compare, name: str, size: tuple[int, int]
) -> None:
    app, before = shown(plan, SCREENS[name], leave_check_in=False)
    assert snap_compare(app, terminal_size=size, run_before=before)
    app.close_file()


@pytest.mark.parametrize(("name", "size"), DEMO_SIZES)
def test_a_screen_with_the_demo_looks_as_it_did(
    demo_plan: Plan, snap_compare: Compare, name: str, size: tuple[int, int]
) -> None:
    app, before = shown(demo_plan, DEMO_SCREENS[name], leave_check_in=True)
    assert snap_compare(app, terminal_size=size, run_before=before)
    app.close_file()


@pytest.mark.parametrize("name", IN_THE_LIGHT)
def test_a_screen_in_the_light_theme_looks_as_it_did(
    demo_plan: Plan, snap_compare: Compare, name: str
) -> None:
    demo_plan.settings.theme = "dawn"
    app, before = shown(demo_plan, DEMO_SCREENS[name], leave_check_in=True)
    assert snap_compare(app, terminal_size=WIDE, run_before=before)
    app.close_file()
