"""The brief: only what was ticked, and a file nobody else reads."""

import stat
from dataclasses import replace
from pathlib import Path

import pytest

from bounceback_tui.transfer.brief import (
    PARTS,
    SHOWN_AT_FIRST,
    BriefFacts,
    brief,
    parts_with_words,
)
from bounceback_tui.transfer.own_file import write_own_file

ROBIN = BriefFacts(
    profile={
        "my_name": "Robin Vale",
        "target_role": "Data Engineer",
        "location": "Leeds",
        "direction_1yr": "Own a\npipeline",
        "best_when": "the goal is clear",
        "pay_floor": "58,000",
        "pay_range": "62,000 to 70,000",
        "link": "robin.example",
    },
    strengths=[("Calm", "billing back in an hour"), ("Teaching", "")],
    musts=["a team that writes things down"],
    noes=["on call every week"],
    stories=[("The outage", "billing was down", "found it", "an hour"), ("Untold", "", "", "")],
)


def test_the_whole_brief_is_one_page_of_markdown() -> None:
    assert (
        brief(ROBIN, SHOWN_AT_FIRST)
        == """\
# Robin Vale

**Data Engineer** · Leeds

## What I do well

- **Calm**: billing back in an hour
- **Teaching**

## Where I am going

- In a year: Own a pipeline

## How I work

- At my best when the goal is clear

## What I need

- a team that writes things down

## What would not suit me

- on call every week

## What I have done

**The outage.** Billing was down. Found it. An hour.

## Pay

- 62,000 to 70,000

robin.example
"""
    )


def test_the_pay_floor_is_left_out_until_it_is_ticked() -> None:
    assert "58,000" not in brief(ROBIN, SHOWN_AT_FIRST)
    assert "## Least pay\n\n- 58,000" in brief(ROBIN, {"pay_floor"})


@pytest.mark.parametrize("part", sorted(parts_with_words(ROBIN)))
def test_a_part_that_is_not_ticked_leaves_no_trace(part: str) -> None:
    everything = brief(ROBIN, set(PARTS))
    without = brief(ROBIN, set(PARTS) - {part})
    assert len(without) < len(everything)
    assert brief(ROBIN, {part}).removeprefix("# Robin Vale\n\n").strip() not in without


def test_only_parts_with_words_are_offered() -> None:
    assert parts_with_words(BriefFacts()) == {}
    assert "nices" not in parts_with_words(ROBIN)
    assert parts_with_words(replace(ROBIN, nices=["a park"]))["nices"] == "Good to have"


def test_somebody_without_a_name_has_a_brief_too() -> None:
    assert brief(BriefFacts(), SHOWN_AT_FIRST) == "# About me\n"


def test_the_file_is_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    write_own_file(path, "# Robin\n")
    assert path.read_text(encoding="utf-8") == "# Robin\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_an_existing_file_is_replaced_only_when_told_to(tmp_path: Path) -> None:
    path = tmp_path / "brief.md"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        write_own_file(path, "# Robin\n")
    assert path.read_text(encoding="utf-8") == "mine"
    write_own_file(path, "# Robin\n", replace=True)
    assert path.read_text(encoding="utf-8") == "# Robin\n"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_of_a_file_that_could_not_be_written_nothing_is_left(tmp_path: Path) -> None:
    for is_there in (False, True):
        with pytest.raises(UnicodeEncodeError):
            write_own_file(tmp_path / "brief.md", "half of it\ud800", replace=is_there)
    assert list(tmp_path.iterdir()) == []


def test_a_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "other").write_text("mine", encoding="utf-8")
    (tmp_path / "brief.md").symlink_to(tmp_path / "other")
    with pytest.raises(FileExistsError):
        write_own_file(tmp_path / "brief.md", "# Robin\n")
    assert (tmp_path / "other").read_text(encoding="utf-8") == "mine"
