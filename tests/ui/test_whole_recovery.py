"""From a no on the board to the lesson at the next interview: by keys alone, by mouse alone."""

from datetime import timedelta

import pytest
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.screen import Screen

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind, Stage, Step, StepState
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.message import MessageScreen
from bounceback_tui.ui.screens.preparation import PreparationScreen
from bounceback_tui.ui.screens.recovery.doorway import DoorwayDialog
from bounceback_tui.ui.screens.recovery.hub import HubScreen
from bounceback_tui.ui.widgets.paged_list import PagedList
from tests.ui.driving import NARROW, press, running, seen, settle, typed, until

TRY = "Say what I leave out"
ON = "^n on"


@pytest.fixture
def plan(plan: Plan, clock: FixedClock) -> Plan:
    """One application that came to the interviews, and an interview elsewhere in two days."""
    plan.settings.ask_on_new_day = False
    store = open_services(plan).store
    acme = store.applications.add("Acme", Stage.INTERVIEW, title="Engineer")
    held = clock.today() - timedelta(days=3)
    store.interviews.add(acme, [], round=1, kind=InterviewKind.TECHNICAL.value, day=held)
    initech = store.applications.add("Initech", Stage.INTERVIEW)
    soon = clock.today() + timedelta(days=2)
    store.interviews.add(initech, [], round=1, kind=InterviewKind.TECHNICAL.value, day=soon)
    store.close()
    return plan


def where(app: BouncebackApp, words: str) -> tuple[int, int] | None:
    lines = seen(app).splitlines()
    return next(((line.index(words), y) for y, line in enumerate(lines) if words in line), None)


async def click(
    app: BouncebackApp, pilot: Pilot[None], *targets: str, below: int = 0, times: int = 1
) -> None:
    """Click on one after another of *targets*, scrolling down until each is in sight."""
    for words in targets:
        x, y = await bring(app, pilot, words)
        await pilot.click(offset=(x, y + below), times=times)
        await settle(pilot)


async def bring(app: BouncebackApp, pilot: Pilot[None], words: str) -> tuple[int, int]:
    """Turn the wheel until *words* are in sight, and return where they are."""
    for _ in range(12):
        found = where(app, words)
        if found:
            return found
        await pilot._post_mouse_events([MouseScrollDown], offset=(20, 14))
        await settle(pilot)
    raise AssertionError(f"{words!r} is nowhere on:\n{seen(app)}")


async def say(app: BouncebackApp, pilot: Pilot[None], *answers: str) -> None:
    """Type each answer and click to the next prompt."""
    for answer in answers:
        await press(pilot, typed(answer))
        await click(app, pilot, ON)


async def shows(pilot: Pilot[None], screen: type[Screen[object]]) -> None:
    await until(pilot, lambda: isinstance(pilot.app.screen, screen))
    await settle(pilot)


def check(app: BouncebackApp, clock: FixedClock) -> None:
    """The whole of it is in the file, whichever way it was done."""
    assert app.services is not None
    store = app.services.store
    [found] = store.recoveries.under_way()
    left_out = [step for step, state in found.steps.items() if state is StepState.SKIPPED]
    assert left_out == [Step.GRACE]
    assert found.next_step is None
    assert (found.harsh_thought, found.before, found.after) == ("I blow it", 78, 40)
    assert store.recoveries.resting_until(clock.now())
    [flag] = store.flags.of(found.application_id)
    assert flag.evidence == "Four, not three"
    [criterion] = store.criteria.all()
    assert criterion.question == "How many rounds?"
    [lesson] = store.lessons.page()
    assert lesson.text == TRY
    assert [card.company for card in store.applications.cards(Stage.SAVED, 0, 9)] == ["Globex"]


async def test_by_mouse_alone_but_for_the_words(plan: Plan, clock: FixedClock) -> None:
    async with running(plan, NARROW) as (app, pilot):
        await click(app, pilot, "2", "Acme", "x a no", "Start now")
        await until(pilot, lambda: "take one slow breath" in seen(app))
        await say(app, pilot, "", "They were kind", "It stings, and passes", "", "tea")
        await shows(pilot, HubScreen)
        await click(app, pilot, "Not personal", "enter open", "enter open")
        await until(pilot, lambda: "1 of 8" in seen(app))
        await say(app, pilot, "They rang")
        await press(pilot, typed("I blow it"))
        await click(app, pilot, "How true", below=2)
        await say(app, pilot, "78", "Robin, you did well", "They rang me")
        await click(app, pilot, "The budget", ON)
        await say(app, pilot, "", "It was one call", "40")
        await shows(pilot, HubScreen)
        await click(app, pilot, "Red flags", "enter open")
        await say(app, pilot, "8", "The rounds")
        await click(app, pilot, "More rounds", "what you saw or heard")
        await press(pilot, typed("Four, not three"))
        await click(app, pilot, ON)
        await say(app, pilot, "The team")
        await press(pilot, typed("a team that keeps its word"))
        await click(app, pilot, "And one question", below=2)
        await say(app, pilot, "How many rounds?", "5")
        await shows(pilot, HubScreen)
        await click(app, pilot, "Follow up", "enter open", "○ ready", ON)
        await press(pilot, typed("Dana"))
        await click(app, pilot, "somebody new", ON, ON, "yes, I sent it", ON)
        await click(app, pilot, "Grace", "s leave out", "Press on", "enter open")
        await say(app, pilot, "", "Open one posting", "nine", "The phone")
        await say(app, pilot, "", "Walk", "Small is fine", "8", "Globex, Analyst")
        await shows(pilot, HubScreen)
        await click(app, pilot, "7", "Dana", "m write", "A question · Acme")
        await shows(pilot, MessageScreen)
        await click(app, pilot, "^r the reply")
        await click(app, pilot, "What did they write?", below=1)
        await press(pilot, typed("Fine, a bit fast"))
        await click(app, pilot, "○ a skill")
        await click(app, pilot, "One thing", below=2)
        await press(pilot, typed(TRY))
        if where(app, "u undoes it"):
            await click(app, pilot, "u undoes it")
        await click(app, pilot, "^s keep", "^s keep and close", "1")
        await click(app, pilot, TRY, times=2)
        await shows(pilot, PreparationScreen)
        assert await bring(app, pilot, TRY)
        check(app, clock)


async def test_by_keys_alone(plan: Plan, clock: FixedClock) -> None:
    on = "ctrl+n"
    async with running(plan, NARROW, "2", "slash", typed("Acme"), "enter", "x") as (app, pilot):
        await shows(pilot, DoorwayDialog)
        await press(pilot, "enter")
        await until(pilot, lambda: "take one slow breath" in seen(app))
        await press(pilot, "enter", typed("They were kind"), on, typed("It passes"), on, on)
        await press(pilot, typed("tea"), "enter")
        await shows(pilot, HubScreen)
        await press(pilot, "down", "enter", "enter")
        await until(pilot, lambda: "1 of 8" in seen(app))
        await press(pilot, typed("They rang"), on, typed("I blow it"), "enter", typed("78"), on)
        await press(pilot, typed("Robin, you did well"), on, typed("They rang me"), on)
        await press(pilot, "space", on, on, typed("It was one call"), "enter", typed("40"), on)
        await shows(pilot, HubScreen)
        await press(pilot, "down", "enter", typed("8"), on, typed("The rounds"), on)
        await press(pilot, "down", "down", "space", typed("Four, not three"), on)
        await press(pilot, typed("The team"), on, typed("a team that keeps its word"), "enter")
        await press(pilot, typed("How many rounds?"), on, typed("5"), on)
        await shows(pilot, HubScreen)
        await press(pilot, "down", "enter", "space", on, typed("Dana"), "enter", on, on)
        await press(pilot, "space", on)
        await shows(pilot, HubScreen)
        await press(pilot, "down", "s", "down", "enter")
        await press(pilot, on, typed("Open one posting"), on, typed("nine"), on, on, on)
        await press(pilot, typed("Walk"), on, on, typed("8"), on, typed("Globex, Analyst"), on)
        await shows(pilot, HubScreen)
        await press(pilot, "7", "m", "enter")
        await shows(pilot, MessageScreen)
        await press(pilot, "ctrl+r", typed("Fine, a bit fast"), "tab", "tab", "space", "tab")
        await press(pilot, typed(TRY), "ctrl+s", "ctrl+s", "1")
        app.screen.set_focus(None)
        await press(pilot, *["tab"] * 3)
        for _ in range(6):
            if isinstance(app.focused, PagedList) and app.focused.id == "lessons":
                break
            await press(pilot, "tab")
        await press(pilot, "enter")
        await shows(pilot, PreparationScreen)
        assert await bring(app, pilot, TRY)
        check(app, clock)
