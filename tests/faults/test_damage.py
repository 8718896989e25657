"""Damaged files: a typed error, never another, and the bytes that were found stay."""

import os
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bounceback_tui.settings import Paths
from bounceback_tui.store import errors
from bounceback_tui.store.errors import StoreError
from bounceback_tui.store.store import Store
from tests.faults.damage import DAMAGES, Damage, flip_bits
from tests.faults.places import fill, open_store, opened, read_everything

pytestmark = pytest.mark.faults


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A filled journal, left as a kill leaves it: with its search index in pieces."""
    home = tmp_path_factory.mktemp("good")
    store = open_store(home)
    fill(store)
    store.abandon()
    return home


@pytest.fixture
def home(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "home"))


def content(path: Path) -> dict[str, bytes]:
    """Return the bytes of the file and of what lies beside it."""
    return {one.name: one.read_bytes() for one in path.parent.iterdir() if one.is_file()}


def trouble(home: Path, work: Callable[[Store], None] = read_everything) -> StoreError | None:
    """Open the journal and do *work*; return the file's error, let any other through."""
    try:
        with opened(home) as store:
            work(store)
    except StoreError as error:
        return error
    return None


def test_a_good_file_gives_no_trouble(home: Path) -> None:
    assert trouble(home) is None


@pytest.mark.parametrize(("damage", "expected"), DAMAGES.values(), ids=DAMAGES)
def test_damage_is_a_typed_error_and_the_bytes_stay(
    home: Path, damage: Damage, expected: str
) -> None:
    path = Paths.under(home).journal
    damage(path)
    before = content(path)
    found = trouble(home)
    assert isinstance(found, getattr(errors, expected))
    assert str(found).endswith(".")
    assert found.advice
    assert content(path) == before


FLIPS = [(seed, 1) for seed in (*range(40), 549)] + [(seed, 20) for seed in (*range(20), 669, 875)]


@pytest.mark.parametrize(("seed", "count"), FLIPS)
def test_flipped_bits_are_harmless_or_a_typed_error(home: Path, seed: int, count: int) -> None:
    path = Paths.under(home).journal
    flip_bits(path, random.Random(seed), count)
    before = content(path)
    assert trouble(home, lambda _store: None) is None or content(path) == before
    trouble(home, read_everything)


def test_a_file_in_a_folder_that_may_not_be_written_is_a_typed_error(
    home: Path,
) -> None:
    path = Paths.under(home).journal
    shutil.rmtree(path.parent)
    path.parent.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(errors.NoAccessError):
        open_store(home)


def test_a_journal_that_is_gone_is_made_anew_only_when_asked(home: Path) -> None:
    path = Paths.under(home).journal
    path.unlink()
    with pytest.raises(errors.MissingFileError):
        open_store(home)
    assert not path.exists()


@pytest.mark.parametrize("name", ["a#b", "a?b=c", "a%20b", "a b", "ä"])
def test_the_name_of_the_folder_is_no_trouble(good: Path, tmp_path: Path, name: str) -> None:
    home = Path(shutil.copytree(good, tmp_path / name))
    assert trouble(home) is None
    assert list(tmp_path.iterdir()) == [home]
    os.truncate(Paths.under(home).journal, 4096 * 20)
    assert isinstance(trouble(home), errors.DamagedFileError)
