"""kill -9 while the store writes: what was acknowledged is there, and no half of anything."""

import random
from multiprocessing import get_context
from pathlib import Path

import pytest

from bounceback_tui.settings import Paths
from tests.faults.places import integrity, opened, rows
from tests.faults.writer import TAGS, write_until_killed
from tests.soundness import assert_sound

pytestmark = pytest.mark.faults
KILLS = 60
context = get_context("forkserver")
context.set_forkserver_preload(["tests.faults.writer"])

HALVES = """
SELECT 'entry without its tags' FROM entry e
 WHERE (SELECT count(*) FROM entry_tag WHERE entry_id = e.id) != ?
UNION ALL
SELECT 'application without history' FROM application a
 WHERE NOT EXISTS (SELECT 1 FROM stage_change WHERE application_id = a.id AND to_stage = 'saved')
UNION ALL
SELECT 'application at odds with its history' FROM application a
 WHERE stage != (SELECT to_stage FROM stage_change WHERE application_id = a.id
                 ORDER BY id DESC LIMIT 1)
"""


def killed_after(
    home: Path, seed: int, delay: float, *, at_work: bool = False
) -> list[tuple[str, int]]:
    """Return what a writer acknowledged until it was killed.

    That is *delay* after its start, or after its first word of being *at_work*.
    """
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=write_until_killed, args=(home, seed, theirs))
    process.start()
    theirs.close()
    if at_work:
        ours.poll(60)
    process.join(delay)
    process.kill()
    process.join()
    said = []
    try:
        while True:
            said.append(ours.recv())
    except EOFError:
        return said


def halves(home: Path) -> list[str]:
    return [what for (what,) in rows(home, HALVES, (len(TAGS),))]


KEPT = """
SELECT 'entry', id FROM entry UNION ALL
SELECT 'application', id FROM application UNION ALL
SELECT 'closed', id FROM application WHERE outcome = 'rejected'
"""


def missing(home: Path, said: list[tuple[str, int]]) -> list[tuple[str, int]]:
    kept = set(rows(home, KEPT))
    [(newest,)] = rows(home, "SELECT coalesce(max(CAST(body AS INTEGER)), 0) FROM draft")
    kept |= {("draft", number) for kind, number in said if kind == "draft" and number <= newest}
    return [one for one in said if one not in kept]


@pytest.mark.parametrize("seed", [1, 2])
def test_what_was_acknowledged_survives_every_kill(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    said: list[tuple[str, int]] = []
    for kill in range(KILLS):
        said += killed_after(tmp_path, kill + 1, chance.uniform(0.0, 0.2), at_work=True)
        with opened(tmp_path) as store:
            assert_sound(store)
        assert missing(tmp_path, said) == []
        assert halves(tmp_path) == []
    assert integrity(Paths.under(tmp_path).journal) == "ok"
    assert {kind for kind, _ in said} == {"entry", "application", "closed", "draft"}
    assert len(said) > KILLS


def test_a_kill_while_the_file_is_made_leaves_one_that_opens(tmp_path: Path) -> None:
    chance = random.Random(3)
    for kill in range(30):
        home = tmp_path / str(kill)
        said = killed_after(home, 1, chance.uniform(0.001, 0.06))
        with opened(home) as store:
            assert_sound(store)
        assert missing(home, said) == []
        assert halves(home) == []


def test_half_an_act_and_a_lost_one_would_be_seen(tmp_path: Path) -> None:
    with opened(tmp_path) as store:
        store.journal.write("Without tags")
    assert halves(tmp_path) == ["entry without its tags"]
    said = [("entry", 1), ("entry", 2), ("draft", 1)]
    assert missing(tmp_path, said) == [("entry", 2), ("draft", 1)]
