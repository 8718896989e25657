"""The pictures of the README, from the demo: ``python -m tests.screenshots`` renders them anew."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot
from textual.widgets import Input, TextArea

from bounceback_tui.clock import FixedClock
from bounceback_tui.demo import make_demo
from bounceback_tui.services import Plan
from bounceback_tui.settings import Paths
from bounceback_tui.ui.app import BouncebackApp
from tests.ui.driving import NARROW, WIDE, press, settle, until

FOLDER = Path(__file__).parents[1] / "screenshots"
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@dataclass(frozen=True)
class Picture:
    """A file of the README: what is pressed for it, how large it is, and its theme."""

    name: str
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = WIDE
    theme: str = "dusk"


PICTURES = (
    Picture("today"),
    Picture("today-dawn", theme="dawn"),
    Picture("today-small", size=NARROW),
    Picture("board", ("2",)),
    Picture("board-dawn", ("2",), theme="dawn"),
    Picture("application", ("2", *("right",) * 3, "enter")),
    Picture("journal", ("3", *("down",) * 4)),
    Picture("editor", ("3", *("down",) * 4, "e")),
    Picture("check-in", ("c", "6")),
    Picture("doorway", ("2", *("right",) * 3, "x")),
    Picture("hub", ("2", *("right",) * 5, "enter", "r")),
    Picture("step", ("2", *("right",) * 5, "enter", "r", "down", "down", "enter", "ctrl+n")),
    Picture("mood", ("4", *("left",) * 3)),
    Picture("mood-dawn", ("4", *("left",) * 3), theme="dawn"),
    Picture("dashboard", ("5",)),
    Picture("lessons", ("6",)),
    Picture("people", ("7",)),
    Picture("help", ("2", "question_mark")),
)


async def render(picture: Picture, home: Path) -> str:
    """Return *picture* as SVG, taken of a demo made under *home*."""
    plan = Plan.for_paths(Paths.under(home), FixedClock(NOW), is_demo=True)
    plan.settings.theme = picture.theme
    app = BouncebackApp(plan, make_demo)
    async with app.run_test(size=picture.size) as pilot:
        await until(pilot, lambda: app.services is not None)
        await settle(pilot)
        await press(pilot, "escape", *picture.keys)
        await _still(pilot)
        drawing = app.export_screenshot()
    app.close_file()
    return "\n".join(line.rstrip() for line in drawing.splitlines()) + "\n"


async def _still(pilot: Pilot[None]) -> None:
    """Stop the cursors from blinking and let everything come to rest."""
    await settle(pilot)
    for field in (*pilot.app.screen.query(Input), *pilot.app.screen.query(TextArea)):
        field.cursor_blink = False
    await pilot.pause(0.15)
    await settle(pilot)


def main() -> None:
    """Render every picture into its file."""
    FOLDER.mkdir(exist_ok=True)
    for picture in PICTURES:
        with TemporaryDirectory() as folder:
            drawing = asyncio.run(render(picture, Path(folder)))
        file = FOLDER / f"{picture.name}.svg"
        file.write_text(drawing, encoding="utf-8")
        file.chmod(0o644)


if __name__ == "__main__":
    main()
