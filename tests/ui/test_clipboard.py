"""Text goes to the clipboard by the system's tool, else through the terminal; nothing is kept."""

import logging
import subprocess
from pathlib import Path

import pytest
from textual.app import App

from bounceback_tui.ui.clipboard import Copied, copy, find_tool

TEXT = "Dear Dana,\n[/] thank you – ✓"


@pytest.fixture
def desk(tmp_path: Path) -> dict[str, str]:
    """A desk on whose PATH nothing is."""
    return {"PATH": str(tmp_path)}


def put_tool(desk: dict[str, str], name: str, script: str) -> Path:
    folder = Path(desk["PATH"])
    tool = folder / name
    tool.write_text(f"#!/bin/sh\n{script}\n")
    tool.chmod(0o755)
    return folder / "taken"


@pytest.mark.parametrize(
    ("name", "variable"),
    [
        ("pbcopy", ""),
        ("wl-copy", "WAYLAND_DISPLAY"),
        ("xclip", "DISPLAY"),
        ("xsel", "DISPLAY"),
    ],
)
async def test_the_systems_tool_gets_the_whole_text(
    desk: dict[str, str], name: str, variable: str
) -> None:
    taken = put_tool(desk, name, 'exec /bin/cat > "${0%/*}/taken"')
    app: App[None] = App()
    async with app.run_test():
        assert copy(app, TEXT, desk | ({variable: ":0"} if variable else {})) is Copied.TOOL
        assert taken.read_text(encoding="utf-8") == TEXT
        assert app.clipboard == ""


@pytest.mark.parametrize("name", ["wl-copy", "xclip", "xsel"])
def test_a_tool_without_its_display_is_left_alone(desk: dict[str, str], name: str) -> None:
    put_tool(desk, name, "exit 0")
    assert find_tool(desk) is None


@pytest.mark.parametrize("variable", ["SSH_CONNECTION", "SSH_TTY"])
async def test_over_ssh_the_text_goes_through_the_terminal(
    desk: dict[str, str], variable: str
) -> None:
    taken = put_tool(desk, "pbcopy", 'exec /bin/cat > "${0%/*}/taken"')
    app: App[None] = App()
    async with app.run_test():
        assert copy(app, TEXT, desk | {variable: "x"}) is Copied.TERMINAL
        assert app.clipboard == TEXT
        assert not taken.exists()


async def test_a_tool_that_fails_or_hangs_is_no_reason_to_lose_the_text(
    desk: dict[str, str],
) -> None:
    put_tool(desk, "pbcopy", "exit 1")

    def hangs(command: list[str], **_rest: object) -> None:
        raise subprocess.TimeoutExpired(command, 2)

    app: App[None] = App()
    async with app.run_test():
        assert copy(app, TEXT, desk) is Copied.TERMINAL
        assert app.clipboard == TEXT
        assert copy(app, "again", desk, hangs) is Copied.TERMINAL
        assert app.clipboard == "again"


def test_windows_is_given_what_it_reads(desk: dict[str, str]) -> None:
    put_tool(desk, "clip.exe", "exit 0")
    given: list[bytes] = []

    def takes(_command: list[str], **rest: object) -> subprocess.CompletedProcess[bytes]:
        given.append(bytes(rest["input"]))  # type: ignore[call-overload]
        return subprocess.CompletedProcess([], 0)

    class Quiet:
        def notify(self, *_words: object, **_options: object) -> None:
            """Say nothing."""

    assert copy(Quiet(), TEXT, desk, takes) is Copied.TOOL  # type: ignore[arg-type]
    assert given[0].decode("utf-16-le") == TEXT


async def test_the_text_is_in_no_log_and_no_word_that_is_said(
    desk: dict[str, str], caplog: pytest.LogCaptureFixture
) -> None:
    put_tool(desk, "pbcopy", "/bin/cat; exit 3")
    app: App[None] = App()
    with caplog.at_level(logging.DEBUG):
        async with app.run_test():
            copy(app, "secret-words", desk)
            said = [notification.message for notification in app._notifications]
    assert "secret-words" not in caplog.text + "".join(said)
    assert [path.name for path in Path(desk["PATH"]).iterdir()] == ["pbcopy"]
