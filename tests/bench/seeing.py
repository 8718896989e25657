"""The two screens of figures, with the demo and with ten years: opening, and a step in a chart."""

from collections.abc import Callable
from itertools import chain

from bounceback_tui.services import Plan
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.dashboard import DashboardScreen
from bounceback_tui.ui.screens.mood import MoodScreen
from bounceback_tui.ui.widgets.day_chart import DayChart
from bounceback_tui.ui.widgets.stacked_weeks import StackedBars
from tests.bench import homes
from tests.bench.driving import running, timed
from tests.bench.figures import Figure, rounds, table

STEPS = 40


def shows_mood(app: BouncebackApp) -> bool:
    """Tell whether the mood screen is in front with its figures."""
    return isinstance(app.screen, MoodScreen) and app.screen.figures is not None


def shows_search(app: BouncebackApp) -> bool:
    """Tell whether the dashboard is in front with its weeks."""
    screen = app.screen
    return (
        isinstance(screen, DashboardScreen)
        and screen.is_mounted
        and bool(screen.query("#week"))
        and bool(str(screen.query_one("#week").render()).strip())
    )


def changed(what: Callable[[], object]) -> Callable[[], bool]:
    """Return a question: is *what* another than it is now?"""
    before = what()
    return lambda: what() != before


async def one_round(plan: Plan, mood: Figure, step: Figure, search: Figure, week: Figure) -> None:
    """Open both screens, and go over their charts."""
    async with running(plan) as (app, pilot):
        mood.seconds.append(await timed(app, "4", lambda: shows_mood(app)))
        await pilot.pause()
        chart = app.screen.query_one(DayChart)
        for _ in range(STEPS):
            step.seconds.append(await timed(app, "left", changed(lambda: chart.cursor)))
        search.seconds.append(await timed(app, "5", lambda: shows_search(app)))
        await pilot.pause()
        bars = app.screen.query_one(StackedBars)
        bars.focus()
        await pilot.pause()
        for _ in range(STEPS // 2):
            week.seconds.append(await timed(app, "left", changed(lambda: bars.cursor)))


async def measure() -> str:
    """Return the table of both screens, measured in turns."""
    plans = {"demo": homes.small(), "ten years": homes.large()}
    what = ("mood opens", "a day in the chart", "dashboard opens", "a week in the bars")
    figures = {name: [Figure(f"{words}, {name}") for words in what] for name in plans}
    for _ in rounds(chain(*figures.values())):
        for name, plan in plans.items():
            await one_round(plan, *figures[name])
    pairs = zip(*figures.values(), strict=True)
    return "".join(table(f"Seeing: {demo.name}", [demo, ten]) for demo, ten in pairs)
