"""The built-in guides: every prompt is there, and no text says what the app must not say."""

import re
from collections.abc import Iterator

import pytest

from bounceback_tui.guides.loader import Guide, load_guides

PROMPTS = {
    "check_in": "valence energy stuck progress did good note plan",
    "preparation": "",
    "doorway": "want forecast",
    "first_aid": "breath stings to_another by_name kind_thing",
    "not_personal": "facts valence_before harsh_thought belief_before distanced known_guessed "
    "reasons my_part balanced belief_after valence_after",
    "not_personal_2": "shifted valence_before distanced balanced belief_after valence_after",
    "not_personal_3": "story valence_before closing valence_after",
    "stays_true": "values why where",
    "red_flags": "want_before worn_down flags liked criterion ask_next_time want_after",
    "follow_up": "ready contact draft sent",
    "reply": "reply_text friend_view sort one_try",
    "grace": "people thanks_for door draft closed done",
    "press_on": "rest_until step when_where obstacle if_then if_then_again setback advice "
    "confidence smaller next_ones taken_on",
    "corner": "strengths direction working_style musts pay_floor allies practice know",
    "reasons": "",
    "values": "",
    "flag_list": "",
}
TEXTS = {
    "not_personal": {"claim", "enough", "discrimination"},
    "follow_up": {"night", "sent", "quiet", "nudge"},
    "grace": {"no_thanks"},
    "corner": {"know"},
}
MINUTES = {
    "first_aid": 3,
    "not_personal": 15,
    "stays_true": 10,
    "red_flags": 10,
    "follow_up": 8,
    "grace": 6,
    "press_on": 10,
    "corner": 15,
}
RANGES = {
    ("doorway", "want"): (0, 10),
    ("doorway", "forecast"): (1, 9),
    ("not_personal", "belief_before"): (0, 100),
    ("not_personal", "belief_after"): (0, 100),
    ("not_personal_2", "belief_after"): (0, 100),
    ("red_flags", "want_before"): (0, 10),
    ("red_flags", "want_after"): (0, 10),
    ("grace", "closed"): (0, 4),
    ("press_on", "confidence"): (0, 10),
}
DIAGNOSES = ("depress", "symptom", "risk", "score", "diagnos", "disorder", "patient", "clinical")
CLAIMS = (
    r"\d\s*%|per cent",
    r"\bprove[ns]?\b|\bguarante|\bcures?\b|\bheals?\b",
    r"stud(y|ies) (show|prove)|research|science",
    r"(you will|you'll) (get|find|land) (a|the|your) job|\bhired\b",
    r"wasn't about you|not about you",
    r"why did (I|you) fail|why are you sad|deeper meaning|everything happens for a reason",
    r"\bstreak|\bquota|\bwasted\b|\blazy|\blaziness|toxic",
    r"sorry to hear|stay positive|cheer up",
)
VERBATIM = {
    ("not_personal", "claim"): "Some studies find writing like this helps a little; others find no "
    "difference. Keep what helps you.",
    ("follow_up", "night"): "Wait a night before sending if it still smarts.",
    ("grace", "no_thanks"): "If they treated you badly you owe no thanks. Writing nothing is "
    "graceful, too.",
}
GUIDES = load_guides()


def texts_of(guide: Guide) -> Iterator[str]:
    """Yield every text of *guide* that somebody may read."""
    yield guide.title
    yield from guide.items
    yield from guide.texts.values()
    yield from (group.title for group in guide.groups)
    for field in guide.fields:
        yield from (field.prompt, field.hint, *field.labels.values())
        yield from (field.low_label, field.middle_label, field.high_label)


def all_texts() -> list[tuple[str, str]]:
    """Return every text with the guide or letter it stands in."""
    found = [(guide.id, text) for guide in GUIDES.by_id.values() for text in texts_of(guide)]
    for name, letter in GUIDES.templates.items():
        found += [(name, letter.subject), (name, letter.body), (name, letter.door_line)]
    return [(where, text) for where, text in found if text]


def test_every_built_in_guide_can_be_used() -> None:
    assert GUIDES.warnings == ()
    assert set(GUIDES.by_id) == set(PROMPTS)


@pytest.mark.parametrize("guide_id", PROMPTS)
def test_every_prompt_is_there_in_its_order(guide_id: str) -> None:
    assert [field.id for field in GUIDES[guide_id].fields] == PROMPTS[guide_id].split()


def test_every_text_and_the_minutes_are_there() -> None:
    assert {name: set(GUIDES[name].texts) for name in TEXTS} == TEXTS
    assert {name: GUIDES[name].minutes for name in MINUTES} == MINUTES


@pytest.mark.parametrize(("guide_id", "field_id"), RANGES)
def test_a_number_is_asked_between_its_limits(guide_id: str, field_id: str) -> None:
    field = GUIDES[guide_id][field_id]
    assert (field.low, field.high) == RANGES[guide_id, field_id]


def test_only_the_first_digit_of_the_check_in_has_to_be_answered() -> None:
    required = [(g.id, f.id) for g in GUIDES.by_id.values() for f in g.fields if f.required]
    assert required == [("check_in", "valence")]


def test_the_long_writing_has_eight_pages() -> None:
    steps = [field.step_of for field in GUIDES["not_personal"].fields]
    assert steps == [1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 8]


def test_the_lists_are_whole() -> None:
    counts = {name: len(GUIDES[name].items) for name in ("reasons", "values", "flag_list")}
    assert counts == {"reasons": 21, "values": 13, "flag_list": 26}
    assert [len(group.items) for group in GUIDES["flag_list"].groups] == [6, 8, 7, 5]
    assert len(set(GUIDES["flag_list"].items)) == 26


def test_not_knowing_is_always_offered_as_a_reason() -> None:
    assert GUIDES["reasons"].items[-1] == "I don't know – and may never know."


def test_an_unfair_reason_has_a_note_that_is_no_reframe() -> None:
    assert "Something unfair happened." in GUIDES["reasons"].items
    note = GUIDES["not_personal"].texts["discrimination"]
    assert "that isn't yours to reframe" in note
    assert "Keep dates and messages" in note


def test_all_marks_are_in_a_list_that_is_there() -> None:
    lists = {f.list for g in GUIDES.by_id.values() for f in g.fields if f.kind == "marks"}
    assert lists == {"reasons", "values"}
    assert all(GUIDES[name].items for name in lists)


@pytest.mark.parametrize(("guide_id", "name"), VERBATIM)
def test_a_text_about_what_to_expect_stands_word_for_word(guide_id: str, name: str) -> None:
    assert GUIDES[guide_id].texts[name] == VERBATIM[guide_id, name]


def test_the_sharing_of_the_prompts_of_a_second_sitting_is_word_for_word() -> None:
    for name in ("distanced", "balanced", "belief_after"):
        assert GUIDES["not_personal_2"][name].prompt == GUIDES["not_personal"][name].prompt


def test_only_names_that_are_filled_stand_in_braces() -> None:
    found = {
        (guide.id, name)
        for guide in GUIDES.by_id.values()
        for text in texts_of(guide)
        for name in re.findall(r"{([^}]*)}", text)
    }
    assert found == {
        ("not_personal", "name"),
        ("not_personal_2", "name"),
        ("follow_up", "date"),
    }


@pytest.mark.parametrize("word", DIAGNOSES)
def test_no_text_speaks_of_an_illness_or_rates_a_person(word: str) -> None:
    assert [where for where, text in all_texts() if word in text.lower()] == []


@pytest.mark.parametrize("claim", CLAIMS)
def test_no_text_claims_what_nobody_knows(claim: str) -> None:
    assert [where for where, text in all_texts() if re.search(claim, text, re.IGNORECASE)] == []


def test_no_text_has_markup_or_stray_spaces() -> None:
    for where, text in all_texts():
        assert not re.search(r"\*|`|\[/?[a-z]|  | $", text), where
