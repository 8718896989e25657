"""A file that can't be used, in the real app: a sentence, two keys, and an exit code."""

import shutil
import sys
from pathlib import Path

import pytest

from bounceback_tui.settings import Paths
from tests.bench.terminal import Terminal
from tests.faults.damage import DAMAGES
from tests.faults.places import ask_nothing, fill, open_store, opened
from tests.faults.test_kills_in_the_app import app

pytestmark = pytest.mark.faults
SEEN = {
    "truncated": ("damaged", 4),
    "a zeroed page": ("damaged", 4),
    "zeroed markers": ("damaged", 4),
    "zeroed check-ins": ("damaged", 4),
    "swapped pages": ("damaged", 4),
    "random bytes": ("not a Bounceback journal", 4),
    "another program's": ("database of another program", 4),
    "a folder": ("there is a folder", 4),
    "newer": ("has version 99", 5),
    "missing": ("missing or empty", 4),
    "rows without owners": ("owners are missing", 4),
    "a foreign log beside it": ("-wal", 4),
}


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A filled journal whose app asks nothing by itself."""
    with opened(tmp_path) as store:
        fill(store)
    ask_nothing(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SEEN)
def test_a_bad_file_is_explained_and_left_as_it_is(home: Path, name: str) -> None:
    words, code = SEEN[name]
    path = Paths.under(home).journal
    Paths.under(home).settings.unlink()
    DAMAGES[name][0](path)
    before = path.read_bytes() if path.is_file() else None
    with Terminal(app(home)) as terminal:
        terminal.shows(words)
        terminal.shows("r try again")
        terminal.send("r")
        terminal.settle()
        terminal.shows(words)
        terminal.send("q")
        assert terminal.wait() == code
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_second_window_is_refused_with_its_own_code(home: Path) -> None:
    store = open_store(home)
    with Terminal(app(home)) as terminal:
        terminal.shows("already open in another window")
        store.close()
        terminal.send("r")
        terminal.shows("c check in")
        terminal.send("q")
        assert terminal.wait() == 0


def test_a_missing_journal_is_begun_anew_only_by_its_key(home: Path) -> None:
    path = Paths.under(home).journal
    path.unlink()
    with Terminal(app(home)) as terminal:
        terminal.shows("start a new journal")
        assert not path.exists()
        terminal.send("n")
        terminal.shows("c check in")
        terminal.send("q")
        assert terminal.wait() == 0
    assert path.exists()


def test_a_journal_that_is_back_opens_by_trying_again(home: Path) -> None:
    path = Paths.under(home).journal
    shutil.move(path, home / "elsewhere.db")
    with Terminal(app(home)) as terminal:
        terminal.shows("missing or empty")
        shutil.move(home / "elsewhere.db", path)
        terminal.send("r")
        terminal.shows("c check in")
        terminal.send("q")
        assert terminal.wait() == 0


def test_a_damaged_journal_that_is_replaced_opens_by_trying_again(home: Path) -> None:
    path = Paths.under(home).journal
    good = path.read_bytes()
    DAMAGES["a zeroed page"][0](path)
    with Terminal(app(home)) as terminal:
        terminal.shows("damaged")
        path.write_bytes(good)
        terminal.send("r")
        terminal.shows("c check in")
        terminal.send("3")
        terminal.shows("80 pages")
        terminal.send("q")
        assert terminal.wait() == 0


def test_quitting_on_a_full_disk_says_so_without_a_traceback(home: Path) -> None:
    script = (
        "import sys; from bounceback_tui.store import backup; from bounceback_tui import __main__\n"
        "def full(*args, **rest):\n"
        "    from bounceback_tui.store.errors import DiskFullError\n"
        "    raise DiskFullError('The disk is full.')\n"
        "from bounceback_tui.store import store; store.back_up = full\n"
        f"sys.argv = ['bounceback', '--data-dir', {str(home)!r}]; __main__.main()\n"
    )
    with Terminal([sys.executable, "-c", script]) as terminal:
        terminal.shows("c check in")
        terminal.send("q")
        assert terminal.wait() == 1
        assert b"The disk is full." in terminal.written
        assert b"Traceback" not in terminal.written
