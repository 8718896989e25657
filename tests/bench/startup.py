"""From the command to the first frame that takes a key, and to the person's own data."""

import sys

from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.text import clock_words
from tests.bench import homes
from tests.bench.figures import Figure, rounds, table
from tests.bench.terminal import Terminal

DOWN = "\x1b[B"


def minimal(frame: Figure, key: Figure) -> None:
    """Start the minimal app, take the time of its first frame, and prove that it takes a key."""
    with Terminal([sys.executable, "-m", "tests.bench.minimal"]) as terminal:
        frame.seconds.append(terminal.shows("Now on 0"))
        sent = terminal.send(DOWN)
        key.seconds.append(terminal.shows("Now on 1") - sent)


def started(plan: Plan) -> Terminal:
    """Start the app as it is started every day, by the bare command, on the journal of *plan*."""
    return Terminal([sys.executable, "-m", "bounceback_tui"], BOUNCEBACK_HOME=homes.home(plan))


def to_the_data(plan: Plan, words: str, frame: Figure, data: Figure) -> None:
    """Start the app and take the time of its first frame, and of the one that shows *words*."""
    with started(plan) as terminal:
        frame.seconds.append(terminal.shows("1 Today"))
        data.seconds.append(terminal.shows(words))


def to_a_key(plan: Plan, key: Figure) -> None:
    """Start the app, press a key at the first frame, and take the time of the answer."""
    with started(plan) as terminal:
        terminal.shows("1 Today")
        sent = terminal.send("?")
        key.seconds.append(terminal.shows("Go to the Board") - sent)


def own_words(plan: Plan) -> str:
    """Return what stands on Today only when the file was read: when the last check-in was."""
    store = open_services(plan).store
    latest = store.check_ins.latest()
    store.close()
    assert latest is not None
    return clock_words(plan.clock.local(latest.at))


def measure() -> str:
    """Return the table of start-up, measured in turns."""
    small, large = homes.small(), homes.large()
    known = {plan.paths.data: own_words(plan) for plan in (small, large)}
    names = (
        "minimal Textual app: first frame",
        "bounceback: first frame that takes keys",
        "bounceback: the person's own data, demo",
        "the same, ten years: first frame",
        "the same, ten years: own data",
    )
    base, frame, data, late_frame, late_data = figures = [Figure(name) for name in names]
    keys = [Figure("minimal Textual app: a key at that frame"), Figure("bounceback: a key then")]
    for _ in rounds(figures + keys):
        minimal(base, keys[0])
        to_the_data(small, known[small.paths.data], frame, data)
        to_a_key(small, keys[1])
        to_the_data(large, known[large.paths.data], late_frame, late_data)
    return table("Start-up", figures) + table("The answer to the first key", keys)
