"""Runs every measurement and prints its table; what is asserted is that things happened."""

from collections.abc import Callable

import pytest

from tests.bench import board, journal, seeing, startup, writing
from tests.bench.figures import Figure, table

pytestmark = pytest.mark.bench


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str]) -> Callable[[str], None]:
    """Print past pytest's capture."""

    def show(lines: str) -> None:
        with capsys.disabled():
            print(lines)

    return show


def test_start_up(show: Callable[[str], None]) -> None:
    show(startup.measure())


async def test_the_board(show: Callable[[str], None]) -> None:
    show(await board.measure())


def test_the_search(show: Callable[[str], None]) -> None:
    show(journal.measure_search())


async def test_the_journals_list(show: Callable[[str], None]) -> None:
    show(await journal.measure_list())


async def test_seeing(show: Callable[[str], None]) -> None:
    show(await seeing.measure())


async def test_typing(show: Callable[[str], None]) -> None:
    show(await writing.measure())


def test_a_table_has_medians_and_their_ratio_to_the_first() -> None:
    lines = table("T", [Figure("a", [0.001, 0.002, 0.003]), Figure("b", [0.004])]).splitlines()
    assert lines[3].split() == ["a", "2.0ms", "2.9ms", "3", "1.00"]
    assert lines[4].split() == ["b", "4.0ms", "4.0ms", "1", "2.00"]
