"""Folders and the settings file."""

import stat
import sys
from pathlib import Path

import pytest

from bounceback_tui.settings import Paths, Settings, find_paths, load_settings, save_choice


def settings_of(tmp_path: Path, text: str) -> Settings:
    file = tmp_path / "settings.toml"
    file.write_text(text, encoding="utf-8")
    return load_settings(file)


def test_no_settings_file_means_defaults_and_no_complaint(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "settings.toml") == Settings()


def test_every_choice_is_read(tmp_path: Path) -> None:
    found = settings_of(
        tmp_path,
        'theme = "dawn"\nweek_starts_on = "sunday"\nask_on_new_day = false\n'
        '[keys]\n"board.move_right" = "greater_than_sign"\n',
    )
    assert found == Settings("dawn", "sunday", False, {"board.move_right": "greater_than_sign"})


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("colour = 3", "settings.toml: there is no setting called 'colour'."),
        ("theme = 3", "settings.toml: 'theme' should be \"text\"."),
        ('ask_on_new_day = "no"', "settings.toml: 'ask_on_new_day' should be true or false."),
        ("keys = 1", "settings.toml: 'keys' should be a table, [keys]."),
        ('week_starts_on = "noon"', "'week_starts_on' is monday, sunday or saturday."),
        ('[keys]\n"app.quit" = 3', "settings.toml: the key of 'app.quit' should be \"text\"."),
        ("theme = ", "The defaults are used."),
    ],
)
def test_what_is_not_understood_is_named_and_left_out(
    tmp_path: Path, text: str, warning: str
) -> None:
    found = settings_of(tmp_path, text)
    assert len(found.warnings) == 1
    assert found.warnings[0].endswith(warning)
    found.warnings.clear()
    assert found == Settings()


def test_one_bad_choice_does_not_cost_the_others(tmp_path: Path) -> None:
    found = settings_of(tmp_path, 'theme = "dawn"\nweek_starts_on = 1\n')
    assert found.theme == "dawn"
    assert found.week_starts_on == "monday"


def test_a_file_that_is_no_text_means_defaults_and_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_bytes(b"\xff\xfe\x00")
    assert load_settings(tmp_path / "settings.toml").warnings == [
        "settings.toml can't be read, so the defaults are used."
    ]


def test_a_folder_where_the_file_should_be_means_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path).warnings != []


def test_a_saved_choice_keeps_comments_and_all_else_and_is_private(tmp_path: Path) -> None:
    file = tmp_path / "config" / "settings.toml"
    save_choice(file, "theme", "dusk")
    file.write_text('# mine\ntheme = "dusk" # evening\nask_on_new_day = false\n', encoding="utf-8")
    save_choice(file, "theme", "dawn")
    assert file.read_text(encoding="utf-8") == (
        '# mine\ntheme = "dawn" # evening\nask_on_new_day = false\n'
    )
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert list(file.parent.iterdir()) == [file]


def test_a_choice_goes_to_where_a_link_leads(tmp_path: Path) -> None:
    kept, link = tmp_path / "dotfiles.toml", tmp_path / "settings.toml"
    kept.write_text("# mine\n", encoding="utf-8")
    link.symlink_to(kept)
    save_choice(link, "theme", "dawn")
    assert link.is_symlink()
    assert kept.read_text(encoding="utf-8") == '# mine\ntheme = "dawn"\n'


def test_an_option_outranks_the_variable(tmp_path: Path) -> None:
    environ = {"BOUNCEBACK_HOME": str(tmp_path / "variable")}
    assert find_paths(tmp_path / "option", environ) == Paths.under(tmp_path / "option")
    assert find_paths(None, environ) == Paths.under(tmp_path / "variable")


def test_xdg_folders_are_honored_on_a_mac_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    found = find_paths(None, {"XDG_DATA_HOME": str(tmp_path)})
    assert found.journal == tmp_path / "bounceback" / "bounceback.db"
    assert found.backups == tmp_path / "bounceback" / "backups"


def test_finding_the_folders_makes_none(tmp_path: Path) -> None:
    find_paths(tmp_path / "chosen", {})
    assert list(tmp_path.iterdir()) == []
