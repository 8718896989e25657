"""kill -9 in the middle of a step: the very prompt opens again, with the text there."""

from pathlib import Path

import pytest

from bounceback_tui.models.words import Dose, Outcome, Stage, Step
from bounceback_tui.store.store import Store
from tests.bench.terminal import Terminal
from tests.faults.places import ask_nothing, opened
from tests.faults.test_kills_in_the_app import app
from tests.soundness import assert_sound

pytestmark = pytest.mark.faults
DOWN, ON = "\x1b[B", "\x0e"


def begin(store: Store) -> None:
    number = store.applications.add("Acme", Stage.INTERVIEW)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.recoveries.begin(number, Dose.STEPS)


def to_the_step(terminal: Terminal) -> None:
    terminal.shows("Getting back up")
    terminal.send("r")
    terminal.shows("your own record")
    terminal.send(DOWN)
    terminal.settle()
    terminal.send("\r")


def test_a_step_killed_in_mid_sentence_opens_where_it_was(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        begin(store)
    ask_nothing(tmp_path)
    with Terminal(app(tmp_path)) as terminal:
        to_the_step(terminal)
        terminal.shows("1 of 8")
        terminal.send("They wrote on a Thursday")
        terminal.settle()
        terminal.send(ON)
        terminal.shows("2 of 8")
        terminal.send("I always blow the last")
        terminal.shows("kept a moment ago")
        terminal.kill()
    with Terminal(app(tmp_path)) as terminal:
        to_the_step(terminal)
        terminal.shows("2 of 8")
        terminal.shows("I always blow the last")
        for keys in (" round", "\t", "78", ON):
            terminal.send(keys)
            terminal.settle()
        terminal.shows("3 of 8")
        terminal.kill()
    with opened(tmp_path) as store:
        [recovery] = store.recoveries.under_way()
        assert (recovery.harsh_thought, recovery.before) == ("I always blow the last round", 78)
        sitting = store.sittings.open_one(recovery.id, Step.NOT_PERSONAL)
        assert sitting is not None
        assert store.sittings.answers(sitting.id or 0)["facts"] == "They wrote on a Thursday"
        assert_sound(store)
