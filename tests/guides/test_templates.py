"""The letters: filled from what is known, what is not stays for the person to fill."""

from pathlib import Path

import pytest

from bounceback_tui.guides.loader import Template, load_guides

OWN = """[templates.thanks]
subject = "Thanks, {first_name}"
body = "It was good to meet you. {door_line}"
"""
FEEDBACK = {
    "role": "Tester",
    "first_name": "Ana",
    "team_or_names": "the team",
    "topic": "flaky tests",
    "project_or_hire": "the new hire",
    "my_name": "Robin",
}


def thanks() -> Template:
    """Return the built-in thank-you."""
    return load_guides().templates["thanks"]


def test_a_letter_with_everything_known_has_no_gap() -> None:
    letter = load_guides().templates["feedback"]
    assert set(letter.placeholders) == set(FEEDBACK)
    subject, body = letter.fill(FEEDBACK)
    assert subject == "Thank you, and one question - Tester"
    assert body.startswith("Dear Ana,\n\nthank you for letting me know")
    assert "conversation about flaky tests." in body
    assert body.endswith("Kind regards,\nRobin")
    assert not set("[]{}") & set(subject + body)


@pytest.mark.parametrize("values", [{}, {"topic": "", "team_or_names": "  "}])
def test_what_is_not_known_stays_in_square_brackets(values: dict[str, str]) -> None:
    subject, body = load_guides().templates["feedback"].fill(values)
    assert subject.endswith("- [role]")
    assert "the time you and [team or names] gave me" in body
    assert "our conversation about [topic]." in body


def test_what_was_typed_is_not_filled_a_second_time() -> None:
    _subject, body = load_guides().templates["feedback"].fill({"topic": "{my_name} \\1 %s"})
    assert "about {my_name} \\1 %s." in body


def test_a_subject_stays_in_one_line() -> None:
    subject, _body = thanks().fill({"role": "Tester\nBcc: somebody"})
    assert subject == "Thank you - Tester Bcc: somebody"


def test_an_open_door_has_a_line_ready() -> None:
    _subject, body = thanks().fill({"strength": "testing"})
    assert "If something closer to testing comes up, I'd be happy to hear from you." in body


def test_a_door_line_of_ones_own_is_used() -> None:
    _subject, body = thanks().fill({"door_line": "See you at the meetup."})
    assert "I'm glad we met. See you at the meetup.\n" in body


def test_a_closed_door_leaves_the_line_out() -> None:
    _subject, body = thanks().fill({"door_line": ""})
    assert "I'm glad we met.\n\nAll the best" in body


def test_the_three_letters_can_be_reached_by_name() -> None:
    assert sorted(load_guides().templates) == ["feedback", "introduction", "thanks"]


def test_a_letter_of_ones_own_replaces_the_built_in_one(tmp_path: Path) -> None:
    (tmp_path / "templates.toml").write_text(OWN, encoding="utf-8")
    guides = load_guides(tmp_path)
    assert guides.warnings == ()
    assert guides.templates["thanks"].fill({"first_name": "Ana", "strength": "testing"}) == (
        "Thanks, Ana",
        "It was good to meet you. If something closer to testing comes up, "
        "I'd be happy to hear from you.",
    )
    assert guides.templates["feedback"] == load_guides().templates["feedback"]


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (
            OWN.replace("{door_line}", "{salary}"),
            "templates.toml, line 1: template 'thanks' has an unknown placeholder {salary}.",
        ),
        (
            OWN.replace("{first_name}", "{first name}"),
            "templates.toml, line 1: template 'thanks' has an unknown placeholder {first name}.",
        ),
        (
            OWN.replace("subject", "topic"),
            "templates.toml, line 1: template 'thanks' has no 'subject'.",
        ),
        (OWN + "door_line = 3", "templates.toml, line 1: template 'thanks' has a 'door_line' that"),
        (OWN + 'cc = "x"', "templates.toml, line 1: template 'thanks' has an unknown entry 'cc'."),
        ('[templates]\nthanks = "x"', "templates.toml: template 'thanks' has no 'subject'."),
        (
            OWN.replace("thanks]", "farewell]"),
            "templates.toml, line 1: template 'farewell' is none that the app writes.",
        ),
        ('id = "templates"', "templates.toml: there is no [templates.…] in it."),
        ("[templates\n", "templates.toml, line 1: this is not TOML: "),
    ],
)
def test_a_faulty_letter_is_named_and_the_built_in_one_stays(
    tmp_path: Path, source: str, fault: str
) -> None:
    (tmp_path / "templates.toml").write_text(source, encoding="utf-8")
    guides = load_guides(tmp_path)
    assert len(guides.warnings) == 1
    assert guides.warnings[0].startswith(fault)
    assert guides.templates == load_guides().templates


def test_a_faulty_letter_leaves_the_others_of_the_file_alone(tmp_path: Path) -> None:
    faulty = '[templates.feedback]\nsubject = "x"\nbody = "{salary}"\n'
    (tmp_path / "templates.toml").write_text(faulty + OWN, encoding="utf-8")
    guides = load_guides(tmp_path)
    assert len(guides.warnings) == 1
    assert guides.templates["thanks"].subject == "Thanks, {first_name}"
    assert guides.templates["feedback"] == load_guides().templates["feedback"]


def test_letters_that_can_not_be_read_are_named(tmp_path: Path) -> None:
    (tmp_path / "templates.toml").write_bytes(b"\xff\xfe")
    guides = load_guides(tmp_path)
    assert guides.warnings == ("templates.toml can't be read.",)
    assert len(guides.templates) == 3
