"""The person's own editor: called as they said, and nothing of the text stays behind."""

import stat
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from bounceback_tui.services import Plan
from bounceback_tui.ui.external import EditorError, edit_text, editor_command, left_behind
from tests.ui.driving import WIDE, press, running, seen


def editor(folder: Path, script: str) -> dict[str, str]:
    """Return an environment whose editor is a Python *script*; the file is ``path``."""
    program = folder / "my editor.py"
    program.write_text(f"import sys, os, pathlib\npath = pathlib.Path(sys.argv[-1])\n{script}\n")
    return {"EDITOR": f'"{sys.executable}" "{program}" --wait'}


def test_visual_comes_before_editor_and_vi_is_the_last_resort() -> None:
    assert editor_command({"VISUAL": "code --wait", "EDITOR": "nano"}) == ["code", "--wait"]
    assert editor_command({"VISUAL": " ", "EDITOR": "nano"}) == ["nano"]
    assert editor_command({}) == ["vi"]


def test_an_unclosed_quote_is_a_sentence() -> None:
    with pytest.raises(EditorError, match="unclosed quote"):
        editor_command({"EDITOR": 'vim "'})


def test_the_text_comes_back_as_the_editor_left_it(tmp_path: Path) -> None:
    environ = editor(tmp_path, "path.write_text(path.read_text() + ' and more\\n')")
    assert edit_text("Zoë wrote", tmp_path / "state", environ=environ) == "Zoë wrote and more"


def test_a_failing_editor_leaves_the_text_as_it_was(tmp_path: Path) -> None:
    environ = editor(tmp_path, "path.write_text('lost'); sys.exit(1)")
    assert edit_text("kept", tmp_path / "state", environ=environ) == "kept"


def test_an_editor_that_deletes_the_file_leaves_the_text_as_it_was(tmp_path: Path) -> None:
    environ = editor(tmp_path, "path.unlink()")
    assert edit_text("kept", tmp_path / "state", environ=environ) == "kept"


def test_bytes_that_are_no_text_are_replaced(tmp_path: Path) -> None:
    environ = editor(tmp_path, "path.write_bytes(b'caf\\xe9')")
    assert edit_text("", tmp_path / "state", environ=environ) == "caf\ufffd"


def test_nothing_of_the_text_stays_behind_not_even_the_editors_backup(tmp_path: Path) -> None:
    state = tmp_path / "state"
    environ = editor(tmp_path, "path.with_name('entry.md~').write_text(path.read_text())")
    edit_text("private", state, environ=environ)
    assert list(state.iterdir()) == []


def test_nobody_else_can_read_the_file_meanwhile(tmp_path: Path) -> None:
    modes = []

    def look(command: list[str], check: bool) -> SimpleNamespace:
        path = Path(command[-1])
        modes.extend(stat.S_IMODE(p.stat().st_mode) for p in (path, path.parent))
        return SimpleNamespace(returncode=0)

    assert edit_text("private\n", tmp_path / "state", look, {"EDITOR": "ed"}) == "private\n"
    assert modes == [0o600, 0o700]


def test_an_editor_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(EditorError, match="no-such-editor"):
        edit_text("x", tmp_path, environ={"EDITOR": str(tmp_path / "no-such-editor")})
    assert list(tmp_path.iterdir()) == []


def killed(state: Path, text: str) -> None:
    """Leave behind what a kill of the app leaves while an editor is open."""
    desk = state / "editing-of-a-killed-app"
    desk.mkdir(mode=0o700, parents=True)
    (desk / "entry.md").write_text(text, encoding="utf-8")


async def test_what_was_in_the_editor_when_the_app_was_killed_is_a_page(plan: Plan) -> None:
    killed(plan.paths.state, "Half a sentence about")
    async with running(plan, WIDE) as (app, pilot):
        assert list(plan.paths.state.glob("editing-*")) == []
        assert "What was open in your editor is kept" in seen(app)
        await press(pilot, "3")
        assert "Half a sentence about" in seen(app)


def test_a_text_that_could_not_be_kept_is_there_the_next_time(tmp_path: Path) -> None:
    killed(tmp_path, "words")
    assert next(left_behind(tmp_path)) == "words"
    assert list(left_behind(tmp_path)) == ["words"]
    assert list(left_behind(tmp_path)) == []
