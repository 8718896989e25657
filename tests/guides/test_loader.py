"""Guides: what is built in can be used, and a bad file is named exactly."""

from pathlib import Path

import pytest

from bounceback_tui.guides.loader import KINDS, GuideError, load_guides, parse_guide

HEAD = 'id = "walk"\nversion = 1\ntitle = "A walk"\n'
FIELD = '[[fields]]\nid = "where"\nprompt = "Where to?"\nkind = "line"\n'


def test_the_built_in_guides_can_all_be_used() -> None:
    guides = load_guides()
    assert set(guides.by_id) >= {"check_in", "preparation"}
    assert guides.warnings == ()
    for guide in guides.by_id.values():
        assert guide.fields or guide.items
        assert all(field.kind in KINDS and field.prompt for field in guide.fields)


def test_the_check_in_needs_only_its_one_digit() -> None:
    fields = load_guides()["check_in"].fields
    assert [(field.low, field.high) for field in fields if field.required] == [(1, 9)]


def test_a_guide_is_read_with_its_fields_and_items() -> None:
    guide = parse_guide("walk.toml", HEAD + 'items = ["Shoes", "Keys"]\n' + FIELD)
    assert (guide.id, guide.version, guide.title) == ("walk", 1, "A walk")
    assert guide["where"].prompt == "Where to?"
    assert guide.items == ("Shoes", "Keys")


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        ("id = ", "walk.toml: "),
        ('id = "walk"\ntitle = "x"', "walk.toml: 'version' is missing or not a whole number."),
        ('version = 1\ntitle = "x"', "walk.toml: 'id' is missing or not text."),
        (HEAD + "items = [3]", "walk.toml: 'items' should hold lines of text."),
        (HEAD + '[[fields]]\nid = "where"', "walk.toml: field 'where' has no 'prompt'."),
        (HEAD + '[[fields]]\nprompt = "x"', "walk.toml: field 'number 1' has no 'id'."),
        (
            HEAD + FIELD.replace("line", "song"),
            "walk.toml: field 'where' has the kind 'song'; known are scale, choices, line, text.",
        ),
        (HEAD + FIELD + "color = 3", "walk.toml: field 'where' has an unknown entry 'color'."),
        (
            HEAD + FIELD.replace("line", "scale") + "low = 5\nhigh = 5",
            "walk.toml: field 'where' needs 'low' below 'high', both from 0 to 9.",
        ),
    ],
)
def test_a_fault_is_named_with_file_and_field(source: str, fault: str) -> None:
    with pytest.raises(GuideError) as caught:
        parse_guide("walk.toml", source)
    assert str(caught.value).startswith(fault)


def test_a_guide_of_ones_own_is_added(tmp_path: Path) -> None:
    (tmp_path / "walk.toml").write_text(HEAD + FIELD, encoding="utf-8")
    guides = load_guides(tmp_path)
    assert guides["walk"].title == "A walk"
    assert guides.warnings == ()


def test_a_bad_guide_of_ones_own_is_named_and_the_others_stay(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "b.toml").write_bytes(b"\xff\xfe")
    (tmp_path / "c.toml").write_text(HEAD, encoding="utf-8")
    guides = load_guides(tmp_path)
    assert guides.warnings[0].startswith("a.toml: ")
    assert guides.warnings[1] == "b.toml can't be read."
    assert "walk" in guides.by_id


def test_a_replacement_without_a_prompt_the_app_asks_for_is_refused(tmp_path: Path) -> None:
    own = HEAD.replace("walk", "check_in") + FIELD
    (tmp_path / "mine.toml").write_text(own, encoding="utf-8")
    guides = load_guides(tmp_path)
    assert guides.warnings[0].startswith("mine.toml: field ")
    assert guides["check_in"] == load_guides()["check_in"]


def test_a_folder_that_is_not_there_is_no_complaint(tmp_path: Path) -> None:
    assert load_guides(tmp_path / "nowhere").warnings == ()
