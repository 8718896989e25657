"""Prints every measurement: ``python -m tests.bench``."""

import asyncio

from tests.bench import board, journal, seeing, startup, writing

if __name__ == "__main__":
    print(startup.measure())
    print(asyncio.run(board.measure()))
    print(journal.measure_search())
    print(asyncio.run(journal.measure_list()))
    print(asyncio.run(seeing.measure()))
    print(asyncio.run(writing.measure()))
