"""Text that would steer the terminal, put into the file behind the app's back."""

import json
import re
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bounceback_tui.models.words import CriterionKind, Dose, MessageKind, Outcome, Stage, Step
from bounceback_tui.settings import Paths
from bounceback_tui.store.flags import Seen
from bounceback_tui.store.sittings import Given
from bounceback_tui.store.store import Store
from tests.bench.terminal import Terminal
from tests.faults.places import ask_nothing, fill, opened
from tests.faults.test_kills_in_the_app import app
from tests.soundness import assert_sound

pytestmark = pytest.mark.faults
HOSTILE = (
    "EVIL [/] [bold] [link=file:///etc/passwd] [@click=app.quit] "
    "\x1b]52;c;ZXZpbA==\x07 \x1b]0;evil title\x07 \x1b]8;;http://evil.example\x1b\\ "
    "\x9b31m \x9d0;evil\x9c \x1b[2J \x1bP0;evil\x1b\\ \u202elive\u202c \u2066x\u2069 \x07\x08 \x00"
).replace("\x00", "")
TRACES = {
    "clipboard": b"\x1b]52;",
    "title": b"\x1b]0;",
    "link": b"\x1b]8;;http://evil",
    "C1": b"\xc2\x9b",
    "C1 title": b"\xc2\x9d",
    "device": b"\x1bP0;evil",
    "clear": b"\x1b[2J ",
    "bidi": "\u202e".encode(),
    "isolate": "\u2066".encode(),
}
COLUMNS = {
    "application": ("company", "title", "url", "location", "pay", "source", "next_action", "notes"),
    "interview": ("time", "with_whom", "notes"),
    "prep_item": ("text",),
    "entry": ("title", "body"),
    "check_in": ("good", "note", "plan"),
    "entry_tag": ("tag",),
    "answer": ("prompt", "value"),
    "flag": ("item", "evidence"),
    "criterion": ("text", "question"),
    "contact": ("name", "company", "helped_with", "notes"),
    "message": ("subject", "body", "reply"),
    "lesson": ("text", "came_from", "tags"),
    "strength": ("skill", "proof"),
    "profile": ("value",),
}


def poison(home: Path) -> None:
    """Put the hostile text into every column that is a person's."""
    with closing(sqlite3.connect(Paths.under(home).journal)) as connection:
        for table, columns in COLUMNS.items():
            changes = ", ".join(f'"{column}" = ? || rowid' for column in columns)
            connection.execute(f"UPDATE {table} SET {changes}", [HOSTILE] * len(columns))
        body = json.dumps({"title": HOSTILE, "tags": HOSTILE, "body": HOSTILE})
        connection.execute("INSERT INTO draft VALUES ('entry:new', ?, '2026-11-22')", [body])
        connection.execute("UPDATE application SET next_action_on = date('now')")
        connection.execute("UPDATE interview SET day = date('now')")
        connection.execute("UPDATE stage_change SET day = date('now')")
        connection.commit()


def fall_and_rise(store: Store) -> None:
    """Write something of everything that getting back up keeps."""
    number = store.applications.add("Rejected", Stage.INTERVIEW)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.REJECTED)
    begun = store.recoveries.begin(number, Dose.STEPS)
    given = [Given("not_personal", 1, name, "prompt", "no") for name in ("facts", "harsh_thought")]
    store.sittings.keep(begun, Step.NOT_PERSONAL, given, "facts")
    store.flags.replace(number, [Seen("Late.", "An hour.", 2)])
    store.criteria.add(CriterionKind.MUST, "punctual", "when?", number)
    person = store.people.add("Dana", application_id=number)
    store.messages.add(person, MessageKind.FEEDBACK, subject="Thanks", body="One question")
    store.lessons.add("Say it first", came_from="Dana", application_id=number)
    store.corner.replace_strengths([("Pipelines", "nine to one")])
    store.corner.set_profile(my_name="Robin")


@pytest.fixture
def poisoned(tmp_path: Path) -> Path:
    with opened(tmp_path) as store:
        fill(store, 4)
        fall_and_rise(store)
    ask_nothing(tmp_path)
    poison(tmp_path)
    return tmp_path


DOWN, RIGHT, ESCAPE, ENTER = "\x1b[B", "\x1b[C", "\x1b", "\r"
VISITS = {
    "today": (["1", DOWN], "What changed"),
    "an application": (["1", ENTER, DOWN, DOWN], "How it went"),
    "an interview": (["1", ENTER, "\t", ENTER], "Prepare: Space ticks"),
    "the board": (["2", DOWN, RIGHT, RIGHT], "H L move"),
    "an application from the board": (["2", RIGHT, ENTER, DOWN], "How it went"),
    "editing a card": (["2", RIGHT, "e"], "Edit the card"),
    "the stage of a card": (["2", RIGHT, "s"], "Where does it stand?"),
    "moving and undoing": (["2", "L", "u"], "Undone: Moved EVIL"),
    "filtering": (["2", "/", "EVIL"], "5 cards"),
    "deleting": (["2", RIGHT, "d"], "Deleted EVIL"),
    "the journal": (["3", DOWN, DOWN], "#EVIL"),
    "an entry": (["3", DOWN, ENTER], "keep and close"),
    "linking": (["3", DOWN, "l"], "Which application"),
    "searching": (["3", "/", "EVIL", ENTER, DOWN], "8 found"),
    "on this day": (["3", "o"], "On this day"),
    "a check-in": (["c"], "First number that comes"),
    "the hub": (["1", "r"], "Not personal"),
    "a step": (["1", "r", DOWN, ENTER], "1 of 8"),
    "red flags": (["1", "r", DOWN, DOWN, ENTER], "may have dodged"),
    "following up": (["1", "r", DOWN, DOWN, DOWN, ENTER], "Ask once"),
    "what was written": (["1", "r", "v"], "EVIL"),
    "lessons": (["6", DOWN], "1 lesson"),
    "people": (["7", DOWN], "1 person"),
    "the corner": (["6", "o"], "Where to"),
    "help": (["2", "?"], "Board"),
    "the palette": (["\x10", "EVIL"], "EVIL"),
    "a page that was not kept": (["n"], "picked up where you left off"),
}


@pytest.mark.parametrize(("keys", "words"), VISITS.values(), ids=VISITS)
def test_no_screen_lets_text_steer_the_terminal(
    poisoned: Path, keys: list[str], words: str
) -> None:
    with Terminal(app(poisoned)) as terminal:
        terminal.shows("EVIL")
        for key in keys:
            terminal.send(key)
            terminal.settle()
        terminal.shows(words)
        assert found(terminal.written) == []
        terminal.kill()


def found(written: bytes) -> list[str]:
    return [name for name, trace in TRACES.items() if trace in written]


def test_every_hostile_sequence_would_be_found() -> None:
    assert found(HOSTILE.encode()) == list(TRACES)


def test_a_crash_shows_no_word_of_a_person_and_says_so_in_its_status(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.crashing", str(tmp_path)]
    with Terminal(command) as terminal:
        terminal.shows("c check in")
        terminal.send("x")
        assert terminal.wait() not in (0, -9)
        shown = re.sub(rb"\s+", b" ", terminal.written).decode(errors="replace")
    reports = list(Paths.under(tmp_path).state.glob("crash-*.txt"))
    assert [path.stat().st_mode & 0o777 for path in reports] == [0o600]
    report = reports[0].read_text(encoding="utf-8")
    assert "Your text is safe" in shown
    assert reports[0].name in shown.replace(" ", "")
    assert "ValueError" in report
    assert "crashing.py" in report
    assert "Quetzalcoatlus" not in shown + report
    assert "Traceback" not in shown


def test_after_a_crash_the_journal_opens_again(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.faults.crashing", str(tmp_path)]
    with Terminal(command) as terminal:
        terminal.shows("c check in")
        terminal.send("x")
        terminal.wait()
    with opened(tmp_path) as store:
        assert_sound(store)
