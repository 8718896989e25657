"""Guides: what is built in can be used, and the person's own replace it or are named."""

from pathlib import Path

import pytest

from bounceback_tui.guides.loader import load_guides

HEAD = 'id = "walk"\nversion = 1\ntitle = "A walk"\n'
FIELD = '[[fields]]\nid = "where"\nprompt = "Where to?"\nkind = "line"\n'
MARKS = '[[fields]]\nid = "which"\nprompt = "Which?"\nkind = "marks"\nlist = "paths"\n'
DOORWAY = """id = "doorway"
version = 7
title = "Mine"
[[fields]]
id = "want"
prompt = "How much, from 0 to 10?"
kind = "number"
low = 0
high = 10
[[fields]]
id = "forecast"
prompt = "And in a week?"
kind = "scale"
low = 1
high = 9
"""


def keep(folder: Path, name: str, text: str) -> None:
    """Put a guide of one's own into *folder*."""
    (folder / name).write_text(text, encoding="utf-8")


def copy_of(guide_id: str) -> str:
    """Return a file with the prompts of a built-in guide and nothing else of it."""
    lines = [f'id = "{guide_id}"', "version = 9", 'title = "Mine"']
    for field in load_guides()[guide_id].fields:
        lines += ["", "[[fields]]", f'id = "{field.id}"', 'prompt = "?"', f'kind = "{field.kind}"']
        lines += [f"low = {field.low}", f"high = {field.high}"]
        lines += ["required = true"] if field.required else []
        labels = [f'"{name}" = "{label}"' for name, label in field.labels.items()]
        lines += [f"labels = {{ {', '.join(labels)} }}"]
    return "\n".join([*lines, ""])


def test_a_guide_of_ones_own_is_added(tmp_path: Path) -> None:
    keep(tmp_path, "walk.toml", HEAD + FIELD)
    guides = load_guides(tmp_path)
    assert guides["walk"].title == "A walk"
    assert guides.warnings == ()


def test_a_guide_saved_with_a_mark_of_its_encoding_is_read(tmp_path: Path) -> None:
    (tmp_path / "walk.toml").write_text(HEAD + FIELD, encoding="utf-8-sig")
    assert load_guides(tmp_path)["walk"].version == 1


def test_a_bad_guide_of_ones_own_is_named_and_the_others_stay(tmp_path: Path) -> None:
    keep(tmp_path, "a.toml", "id = \n")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe")
    keep(tmp_path, "c.toml", HEAD)
    (tmp_path / "d.toml").mkdir()
    guides = load_guides(tmp_path)
    assert guides.warnings == (
        "a.toml, line 1: this is not TOML: Invalid value, column 6.",
        "b.toml can't be read.",
        "d.toml can't be read.",
    )
    assert "walk" in guides.by_id


def test_a_replacement_that_agrees_is_used(tmp_path: Path) -> None:
    keep(tmp_path, "mine.toml", DOORWAY)
    guides = load_guides(tmp_path)
    assert guides.warnings == ()
    assert (guides["doorway"].version, guides["doorway"]["forecast"].prompt) == (
        7,
        "And in a week?",
    )


@pytest.mark.parametrize(
    ("was", "now", "fault"),
    [
        ('id = "want"', 'id = "x"', "mine.toml: field 'want' of the built-in guide is missing."),
        ("high = 10", "high = 5", "mine.toml, line 5: field 'want' must stay from 0 to 10."),
        (
            'kind = "scale"',
            'kind = "number"',
            "mine.toml, line 11: field 'forecast' must stay of the kind 'scale'.",
        ),
    ],
)
def test_a_replacement_that_asks_otherwise_is_refused(
    tmp_path: Path, was: str, now: str, fault: str
) -> None:
    keep(tmp_path, "mine.toml", DOORWAY.replace(was, now))
    guides = load_guides(tmp_path)
    assert guides.warnings == (fault,)
    assert guides["doorway"] == load_guides()["doorway"]


def test_a_replacement_keeps_the_choices_that_are_stored(tmp_path: Path) -> None:
    keep(tmp_path, "reply.toml", copy_of("reply").replace('"cant_tell" =', '"other" ='))
    assert load_guides(tmp_path).warnings == (
        "reply.toml, line 22: field 'sort' must keep the labels "
        "skill, fit, circumstance, cant_tell.",
    )


def test_a_prompt_that_needs_an_answer_still_needs_it_in_a_replacement(tmp_path: Path) -> None:
    keep(tmp_path, "mine.toml", copy_of("check_in").replace("required = true", ""))
    assert load_guides(tmp_path).warnings == (
        "mine.toml, line 6: field 'valence' must stay required.",
    )


def test_a_replacement_of_a_list_has_to_have_items(tmp_path: Path) -> None:
    keep(tmp_path, "values.toml", 'id = "values"\nversion = 2\ntitle = "Mine"\n')
    guides = load_guides(tmp_path)
    assert guides.warnings == ("values.toml: 'items' of the built-in guide are missing.",)
    assert "curiosity" in guides["values"].items


def test_a_list_of_ones_own_is_offered_instead(tmp_path: Path) -> None:
    keep(tmp_path, "v.toml", 'id = "values"\nversion = 2\ntitle = "Mine"\nitems = ["the sea"]\n')
    assert load_guides(tmp_path)["values"].items == ("the sea",)


def test_a_replacement_borrows_the_texts_and_minutes_it_does_not_say(tmp_path: Path) -> None:
    built_in = load_guides()["grace"]
    keep(tmp_path, "grace.toml", copy_of("grace") + '[texts]\nmine = "yes"\n')
    guides = load_guides(tmp_path)
    assert guides.warnings == ()
    assert guides["grace"].minutes == built_in.minutes
    assert guides["grace"].texts == {**built_in.texts, "mine": "yes"}


def test_marks_in_a_list_that_is_not_there_are_refused(tmp_path: Path) -> None:
    keep(tmp_path, "walk.toml", HEAD + FIELD + MARKS)
    guides = load_guides(tmp_path)
    assert guides.warnings == (
        "walk.toml, line 9: field 'which' marks in 'paths', and no guide of that id has items.",
    )
    assert "walk" not in guides.by_id


def test_marks_in_a_list_of_ones_own_are_fine(tmp_path: Path) -> None:
    keep(tmp_path, "walk.toml", HEAD + MARKS)
    keep(tmp_path, "z.toml", 'id = "paths"\nversion = 1\ntitle = "Paths"\nitems = ["by the sea"]\n')
    guides = load_guides(tmp_path)
    assert guides.warnings == ()
    assert guides["walk"]["which"].list == "paths"


def test_what_is_dropped_takes_along_what_has_marks_in_it(tmp_path: Path) -> None:
    keep(tmp_path, "a.toml", HEAD + MARKS)
    lists = 'id = "paths"\nversion = 1\ntitle = "Paths"\nitems = ["sea"]\n'
    keep(tmp_path, "b.toml", lists + MARKS.replace('"paths"', '"nowhere"'))
    guides = load_guides(tmp_path)
    assert [warning.split(",")[0] for warning in guides.warnings] == ["b.toml", "a.toml"]


def test_files_beside_the_guides_are_not_taken_for_guides(tmp_path: Path) -> None:
    keep(tmp_path, "help_lines.toml", "countries = []\n")
    assert load_guides(tmp_path).warnings == ()


def test_a_folder_that_is_not_there_is_no_complaint(tmp_path: Path) -> None:
    assert load_guides(tmp_path / "nowhere").warnings == ()
