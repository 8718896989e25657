"""The help lines and the cards as data: complete, dated, and checked."""

from datetime import date
from pathlib import Path

import pytest

from bounceback_tui.guides.care.cards import load_cards
from bounceback_tui.guides.care.help_lines import HelpLines, load_help_lines
from bounceback_tui.guides.loader import load_guides

OWN = """
[[countries]]
code = "PT"
name = "Portugal"
emergency = "112"

[[countries.lines]]
name = "SOS Voz Amiga"
call = "213 544 545"
notes = "Evenings."
checked_on = 2026-11-01
"""
GUIDES_MD = {
    "US": ("988", "911"),
    "CA": ("988", "911"),
    "GB": ("116 123", "999"),
    "IE": ("116 123", "112 or 999"),
    "AU": ("13 11 14", "000"),
    "NZ": ("1737", "111"),
    "DE": ("0800 111 0 111 or 116 123", "112"),
    "FR": ("3114", "112"),
    "IN": ("14416 or 1-800-891-4416", "112"),
    "NL": ("113 or 0800-0113", "112"),
    "ES": ("024", "112"),
}


def lines_of(folder: Path, source: str) -> HelpLines:
    (folder / "help_lines.toml").write_text(source, encoding="utf-8")
    return load_help_lines(folder)


def test_every_country_has_its_number_its_emergency_number_and_a_date() -> None:
    found = load_help_lines()
    assert {
        country.code: (country.lines[0].call, country.emergency) for country in found.countries
    } == GUIDES_MD
    dates = [line.checked_on for country in found.countries for line in country.lines]
    assert min(dates) >= date(2026, 11, 1)
    assert not found.warning


def test_the_finder_serves_everybody_else() -> None:
    finder = load_help_lines().finder
    assert finder.ways == [("web", "findahelpline.com")]


def test_lines_that_can_be_texted_or_written_to_say_so() -> None:
    found = load_help_lines()
    assert found.country("GB").lines[0].mail == "jo@samaritans.org"
    assert [code for code in GUIDES_MD if found.country(code).lines[0].text] == [
        "US",
        "CA",
        "AU",
        "NZ",
    ]


def test_a_country_nobody_knows_is_none() -> None:
    assert load_help_lines().country("XX") is None


def test_own_lines_replace_the_built_in_ones_and_keep_the_finder(tmp_path: Path) -> None:
    found = lines_of(tmp_path, OWN)
    assert [country.name for country in found.countries] == ["Portugal"]
    assert found.countries[0].lines[0].checked_on == date(2026, 11, 1)
    assert found.finder.web == "findahelpline.com"
    assert not found.warning


def test_own_lines_may_name_a_finder_of_their_own(tmp_path: Path) -> None:
    finder = '[finder]\nname = "Ours"\nweb = "example.org"\nchecked_on = 2026-11-01\n'
    assert lines_of(tmp_path, finder + OWN).finder.name == "Ours"


BAD = {
    "no date": (
        OWN.replace("checked_on = 2026-11-01", ""),
        "'SOS Voz Amiga' in the country 'PT' has no 'checked_on' date",
    ),
    "a date in quotation marks": (
        OWN.replace("2026-11-01", '"2026-11-01"'),
        "'SOS Voz Amiga' in the country 'PT' has no 'checked_on' date",
    ),
    "a finder without a date": (
        '[finder]\nname = "Ours"\nweb = "example.org"\n' + OWN,
        "the finder has no 'checked_on' date",
    ),
    "not TOML": (OWN + "oops", "it is not TOML"),
    "no countries": ("", "it has no 'countries'"),
    "no lines": (OWN.split("[[countries.lines]]")[0], "the country 'PT' has no 'lines'"),
    "no emergency number": (
        OWN.replace('emergency = "112"', ""),
        "the country 'PT' has no 'emergency' in words",
    ),
    "no code": (
        OWN.replace('code = "PT"', ""),
        "the country 'number 1' has no 'code' in words",
    ),
    "a number without quotation marks": (
        OWN.replace('"213 544 545"', "213"),
        "'SOS Voz Amiga' in the country 'PT' has no 'call' in words",
    ),
    "no way to reach it": (
        OWN.replace('call = "213 544 545"', ""),
        "can't be reached: it has none of call, text, mail, web",
    ),
    "no name": (
        OWN.replace('name = "SOS Voz Amiga"', ""),
        "'line 1' in the country 'PT' has no 'name'",
    ),
    "an unknown entry": (
        OWN.replace("notes", "hours"),
        "'SOS Voz Amiga' in the country 'PT' has an unknown entry 'hours'",
    ),
    "a country twice": (OWN + OWN, "the country 'PT' is there twice"),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_lines_are_named_in_one_sentence_and_the_built_in_ones_serve(
    tmp_path: Path, name: str
) -> None:
    source, reason = BAD[name]
    found = lines_of(tmp_path, source)
    assert found.countries == load_help_lines().countries
    assert found.warning.startswith("Your help_lines.toml is left out, because ")
    assert reason in found.warning
    assert found.warning.endswith("; these are the built-in lines.")


def test_lines_that_are_no_text_are_named_too(tmp_path: Path) -> None:
    (tmp_path / "help_lines.toml").write_bytes(b"\xff\xfe\x00")
    found = load_help_lines(tmp_path)
    assert "because it can't be read" in found.warning
    assert found.country("US") is not None


def test_a_folder_without_lines_means_the_built_in_ones_and_no_complaint(tmp_path: Path) -> None:
    assert load_help_lines(tmp_path) == load_help_lines()
    assert load_help_lines(tmp_path / "nowhere") == load_help_lines()


def test_own_lines_are_not_taken_for_a_guide(tmp_path: Path) -> None:
    lines_of(tmp_path, OWN)
    assert not load_guides(tmp_path).warnings


def test_the_cards_say_what_the_guide_says_word_for_word() -> None:
    cards = load_cards()
    assert cards.gentle.words == (
        "The last two weeks look heavy. A long search can do that to anyone; it isn't weakness "
        "and it isn't only in your head. Talking with someone often helps - a friend, your "
        "doctor, or one of the lines below. You don't have to be in crisis to call."
    )
    direct = cards.direct
    assert " ".join((direct.opening, direct.emergency, direct.listeners, direct.after)) == (
        "It sounds as if you're carrying a great deal. You matter more than any job. If you might "
        "act on thoughts of ending your life, or can't stay safe, please call your local emergency "
        "number now, or go to someone who can be with you. If you'd like to talk to a trained "
        "listener, these are free and private: Bounceback is only a notebook on your computer: "
        "nobody is reading this and it can't call for you, so please reach a person."
    )
    assert cards.phrases == (
        "kill myself",
        "end my life",
        "suicidal",
        "better off dead",
        "no reason to live",
        "hurt myself",
    )


def test_no_word_of_a_diagnosis_stands_on_a_card() -> None:
    cards = load_cards()
    words = " ".join((*vars(cards.gentle).values(), *vars(cards.direct).values())).lower()
    assert not [word for word in ("depress", "symptom", "risk", "score") if word in words]
