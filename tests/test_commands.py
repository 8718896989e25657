"""The registry of commands: names, keys, bindings and the table made of them."""

import pytest

from bounceback_tui.ui import commands
from bounceback_tui.ui.commands import COMMANDS, SCOPES, Command


def test_every_id_is_used_once_and_its_scope_is_known() -> None:
    assert len(commands.BY_ID) == len(COMMANDS)
    assert {command.scope for command in COMMANDS} == set(SCOPES)


def test_by_default_no_key_means_two_things() -> None:
    assert commands.problems({}) == []


def test_every_command_can_be_reached_by_a_key_or_the_palette() -> None:
    assert [c.id for c in COMMANDS if not c.keys and not c.in_palette] == []


def test_titles_and_help_are_sentences_without_markup() -> None:
    for command in COMMANDS:
        assert command.title[0].isupper(), command.id
        assert command.help.endswith("."), command.id
        assert "[" not in command.title + command.help, command.id


def test_a_command_is_its_scope_and_its_action() -> None:
    command = Command("board.move_left", "Move", "There.")
    assert (command.scope, command.action) == ("board", "move_left")


def test_a_binding_carries_the_commands_id_so_that_its_key_can_be_chosen() -> None:
    bindings = {binding.id: binding for binding in commands.bindings("board")}
    assert bindings["board.move_right"].key == "L"
    assert bindings["board.move_right"].action == "move_right"
    assert set(bindings) == {c.id for c in commands.of("board") if c.keys}


def test_only_the_named_actions_get_priority() -> None:
    made = commands.bindings("editor", priority=["save"])
    assert {binding.action for binding in made if binding.priority} == {"save"}


def test_a_chosen_key_replaces_the_default() -> None:
    command = commands.BY_ID["board.move_right"]
    assert commands.keys_of(command, {"board.move_right": "greater_than_sign,f2"}) == [
        "greater_than_sign",
        "f2",
    ]
    assert commands.keys_label(command, {}) == "L"


@pytest.mark.parametrize(
    ("key", "label"),
    [("ctrl+p", "^p"), ("question_mark", "?"), ("escape", "esc"), ("J", "J"), ("delete", "del")],
)
def test_a_key_is_written_as_a_person_reads_it(key: str, label: str) -> None:
    assert commands.key_label(key) == label


def test_a_name_nobody_knows_is_named_and_left_out() -> None:
    own = {"board.fly": "f", "app.quit": "Q"}
    assert commands.problems(own) == ["[keys]: there is no command called 'board.fly'."]
    assert commands.usable(own) == {"app.quit": "Q"}


def test_a_key_for_two_commands_of_one_screen_is_named() -> None:
    assert commands.problems({"board.edit": "x"}) == [
        "[keys]: 'x' is both 'board.rejected' and 'board.edit'."
    ]


def test_a_key_of_everywhere_is_taken_on_every_full_screen() -> None:
    assert commands.problems({"board.edit": "q"}) == [
        "[keys]: 'q' is both 'app.quit' and 'board.edit'."
    ]
    assert commands.problems({"check_in.save": "q"}) == []


def test_a_key_taken_on_purpose_is_no_problem() -> None:
    assert commands.BY_ID["board.filter"].keys == commands.BY_ID["app.search"].keys
    assert commands.BY_ID["board.filter"].shadows


def test_the_table_has_a_line_for_every_command_under_its_screens_name() -> None:
    table = commands.key_table()
    assert sum(line.count("| --- | --- | --- |") for line in table.splitlines()) == len(SCOPES)
    for command in COMMANDS:
        assert f"| {command.title} | {command.help} |" in table
    assert "| palette | Change the theme |" in table
    for title in SCOPES.values():
        assert f"**{title}**" in table
