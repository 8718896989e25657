"""kill -9 while somebody types into the real app: at most the last moment is lost."""

import json
import random
import sys
import time
from pathlib import Path

import pytest

from tests.bench.terminal import Terminal
from tests.faults.places import opened
from tests.soundness import assert_sound

pytestmark = pytest.mark.faults
KILLS, GROUPS = 50, 10
MOMENT = 1.5


def app(home: Path) -> list[str]:
    return [sys.executable, "-m", "bounceback_tui", "--data-dir", str(home)]


def type_until_killed(home: Path, seconds: float) -> tuple[str, str]:
    """Return what had been typed *MOMENT* before the kill, and at the kill."""
    with Terminal(app(home)) as terminal:
        terminal.shows("c check in")
        terminal.send("n")
        terminal.shows("a new page")
        typed, history, start = "", [(0.0, "")], time.perf_counter()
        while (now := time.perf_counter() - start) < seconds:
            typed += f"word{len(history)} "
            terminal.send(f"word{len(history)} ")
            if terminal.read(0.03):
                history.append((now, typed))
        terminal.kill()
    kept = [text for when, text in history if when <= max(0.0, seconds - MOMENT)]
    return kept[-1], typed


def left_behind(home: Path) -> str:
    with opened(home) as store:
        draft = store.drafts.get("entry:new")
        store.drafts.drop("entry:new")
        assert_sound(store)
    return str(json.loads(draft.body)["body"]) if draft else ""


@pytest.mark.parametrize("group", range(GROUPS))
def test_what_was_typed_survives_a_kill(tmp_path: Path, group: int) -> None:
    chance, safe = random.Random(group), 0
    with opened(tmp_path):
        pass
    for _ in range(KILLS // GROUPS):
        before, typed = type_until_killed(tmp_path, chance.uniform(0.4, 2.6))
        draft = left_behind(tmp_path)
        assert typed.startswith(draft)
        assert draft.startswith(before)
        safe += len(draft)
    assert safe > 0


def test_what_was_typed_before_a_kill_is_offered_again(tmp_path: Path) -> None:
    with Terminal(app(tmp_path)) as terminal:
        terminal.shows("c check in")
        terminal.send("n")
        terminal.shows("a new page")
        terminal.send("It is still here")
        terminal.shows("kept a moment ago")
        terminal.kill()
    with Terminal(app(tmp_path)) as terminal:
        terminal.shows("c check in")
        terminal.send("n")
        terminal.shows("It is still here")
        terminal.shows("picked up where you left off")
        terminal.send("\x1b")
        terminal.shows("Kept the page")
        terminal.send("q")
        assert terminal.wait() == 0
    with opened(tmp_path) as store:
        assert [page.body for page in store.journal.pages(0, 9)] == ["It is still here"]
        assert store.drafts.pending() == []
