"""A guide that can't be used: one sentence names the file, the line, the field and the fault."""

import pytest

from bounceback_tui.guides.loader import GuideError, parse_guide

HEAD = 'id = "walk"\nversion = 1\ntitle = "A walk"\n'
FIELD = '[[fields]]\nid = "where"\nprompt = "Where to?"\nkind = "line"\n'
GROUP = '[[groups]]\ntitle = "Far"\nitems = ["sea"]\n'


def of_kind(kind: str, entries: str = "") -> str:
    """Return a guide with one prompt of *kind*."""
    return HEAD + FIELD.replace("line", kind) + entries


def fault_in(source: str) -> str:
    """Return the sentence about *source*."""
    with pytest.raises(GuideError) as caught:
        parse_guide("walk.toml", source)
    return str(caught.value)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (
            'id = "walk"\ntitle = \n',
            "walk.toml, line 2: this is not TOML: Invalid value, column 9.",
        ),
        ('id = "walk"\nid = "walk"\n', "walk.toml, line 2: this is not TOML: Cannot overwrite a"),
        ("id = ", "walk.toml: this is not TOML: Invalid value (at end of document)."),
        ('id = "walk"\ntitle = "x"', "walk.toml: 'version' is missing or not a whole number."),
        ('version = 1\ntitle = "x"', "walk.toml: 'id' is missing or not text."),
        ("version = 1\nid = 3", "walk.toml, line 2: 'id' is missing or not text."),
        (
            'id = "walk"\nversion = true',
            "walk.toml, line 2: 'version' is missing or not a whole number.",
        ),
        (HEAD + 'minutes = "3"', "walk.toml, line 4: 'minutes' is not a whole number."),
        (HEAD + "items = [3]", "walk.toml, line 4: 'items' should hold lines of text."),
        (HEAD + 'items = "sea"', "walk.toml, line 4: 'items' should hold lines of text."),
        (HEAD + 'items = [" "]', "walk.toml, line 4: 'items' should hold lines of text."),
        (HEAD + "[texts]\nmine = 3", "walk.toml, line 4: 'texts' should hold texts by name."),
        (HEAD + 'texts = "x"', "walk.toml: 'texts' should hold texts by name."),
        (HEAD + 'fields = ["where"]', "walk.toml, line 4: 'fields' should be tables, [[fields]]."),
        (HEAD + "[groups]", "walk.toml: 'groups' should be tables, [[groups]]."),
        (HEAD + '[[groups]]\nitems = ["sea"]', "walk.toml, line 4: group number 1 has no 'title'."),
        (
            HEAD + GROUP + '[[groups]]\ntitle = "Near"\n',
            "walk.toml, line 7: group 'Near' has no 'items', or one that is not text.",
        ),
    ],
)
def test_a_fault_of_the_guide_is_named(source: str, fault: str) -> None:
    assert fault_in(source).startswith(fault)


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (HEAD + '[[fields]]\nid = "where"', "line 5: field 'where' has no 'prompt'."),
        (HEAD + '[[fields]]\nprompt = "x"', "line 4: field 'number 1' has no 'id'."),
        (HEAD + '[[fields]]\nid = 3\nprompt = "x"', "line 5: field 'number 1' has no 'id'."),
        (HEAD + FIELD + "color = 3", "line 5: field 'where' has an unknown entry 'color'."),
        (HEAD + FIELD + "hint = 3", "line 5: field 'where' has a 'hint' that is not text."),
        (
            HEAD + FIELD + "required = 1",
            "line 5: field 'where' has a 'required' that is not true or false.",
        ),
        (
            HEAD + FIELD + 'labels = "x"',
            "line 5: field 'where' has a 'labels' that is not a table.",
        ),
        (
            HEAD + FIELD + "labels = { a = 1 }",
            "line 5: field 'where' has a label that is not text.",
        ),
        (HEAD + FIELD + FIELD, "line 9: field 'where' is there twice."),
    ],
)
def test_a_fault_of_a_prompt_is_named_with_its_line(source: str, fault: str) -> None:
    assert fault_in(source) == f"walk.toml, {fault}"


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (
            of_kind("song"),
            "has the kind 'song'; known are scale, number, choices, line, text, pair, marks, "
            "words, custom.",
        ),
        (of_kind("scale", "low = 5\nhigh = 5"), "needs 'low' below 'high', both from 0 to 9."),
        (of_kind("scale", "low = 0\nhigh = 10"), "needs 'low' below 'high', both from 0 to 9."),
        (of_kind("number"), "needs 'low' below 'high', both from 0 to 100."),
        (of_kind("number", "high = 101"), "needs 'low' below 'high', both from 0 to 100."),
        (of_kind("choices"), "has no 'labels' to choose from."),
        (of_kind("pair", 'labels = { a = "A" }'), "needs two 'labels', one for each of its boxes."),
        (of_kind("marks"), "has no 'list' to mark in."),
    ],
)
def test_what_a_kind_needs_is_named(source: str, fault: str) -> None:
    assert fault_in(source) == f"walk.toml, line 5: field 'where' {fault}"


def test_the_line_is_that_of_the_faulty_prompt_and_not_of_the_first() -> None:
    bad = FIELD.replace("line", "scale").replace("where", "when")
    assert fault_in(HEAD + FIELD + "\n# a remark\n" + bad).startswith("walk.toml, line 11: ")


def test_a_prompt_written_in_one_line_is_named_without_a_line() -> None:
    source = HEAD + 'fields = [{ id = "where", prompt = "x", kind = "song" }]'
    assert fault_in(source).startswith("walk.toml: field 'where' has the kind 'song'")


def test_a_file_that_is_nested_too_deep_is_named() -> None:
    assert fault_in("id = " + "[" * 100_000) == "walk.toml: this is nested too deep."


def test_a_guide_is_read_with_its_prompts_items_and_texts() -> None:
    source = HEAD + 'minutes = 5\nitems = ["Shoes", "Keys"]\n' + FIELD + '[texts]\nbye = "Bye"\n'
    guide = parse_guide("walk.toml", source)
    assert (guide.id, guide.version, guide.title, guide.minutes) == ("walk", 1, "A walk", 5)
    assert guide["where"].prompt == "Where to?"
    assert guide.items == ("Shoes", "Keys")
    assert guide.texts == {"bye": "Bye"}


def test_the_items_of_all_groups_are_the_items_in_order() -> None:
    guide = parse_guide("walk.toml", HEAD + GROUP + GROUP.replace("sea", "hill"))
    assert [group.items for group in guide.groups] == [("sea",), ("hill",)]
    assert guide.items == ("sea", "hill")


def test_the_numbers_of_a_kind_reach_to_their_limits() -> None:
    assert parse_guide("w", of_kind("number", "high = 100"))["where"].high == 100
    assert parse_guide("w", of_kind("scale", "high = 9"))["where"].high == 9
