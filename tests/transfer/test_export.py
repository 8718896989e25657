"""Taking the journal elsewhere."""

import json
import stat
from pathlib import Path

from typer.testing import CliRunner

from bounceback_tui.cli import app
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.settings import Paths


def _journal(home: Path) -> None:
    store = open_services(Plan.for_paths(Paths.under(home))).store
    number = store.applications.add("Acme Robotics", Stage.APPLIED, title="Ärztin [/]")
    store.interviews.add(number, ["three stories"], round=2)
    store.applications.move(number, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.journal.write("A page", "Title", ["rest"], application_id=number)
    store.check_ins.add(4, good="tea")
    store.close()


def _export(home: Path, file: Path, *more: str) -> int:
    arguments = ["--data-dir", str(home), "export", str(file), *more]
    return CliRunner().invoke(app, arguments).exit_code


def test_everything_is_in_the_json_and_what_belongs_together_says_so(tmp_path: Path) -> None:
    _journal(tmp_path / "home")
    assert _export(tmp_path / "home", tmp_path / "out.json") == 0
    found = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert found["bounceback"] == 1
    acme = found["application"][0]
    assert acme["title"] == "Ärztin [/]"
    assert [c["to_stage"] for c in found["stage_change"] if c["application"] == acme["uid"]]
    assert found["interview"][0]["application"] == acme["uid"]
    assert found["prep_item"][0]["interview"] == found["interview"][0]["uid"]
    assert found["entry"][0]["tags"] == ["rest"]
    assert found["entry"][0]["application"] == acme["uid"]
    assert found["check_in"][0]["good"] == "tea"


def test_the_same_journal_gives_the_same_bytes_in_a_private_file(tmp_path: Path) -> None:
    _journal(tmp_path / "home")
    assert _export(tmp_path / "home", tmp_path / "a.json") == 0
    assert _export(tmp_path / "home", tmp_path / "b.json") == 0
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert stat.S_IMODE((tmp_path / "a.json").stat().st_mode) == 0o600


def test_a_file_that_is_there_is_not_replaced_unasked(tmp_path: Path) -> None:
    _journal(tmp_path / "home")
    (tmp_path / "out.json").write_text("precious")
    assert _export(tmp_path / "home", tmp_path / "out.json") == 1
    assert (tmp_path / "out.json").read_text() == "precious"
    assert _export(tmp_path / "home", tmp_path / "out.json", "--force") == 0
    assert "precious" not in (tmp_path / "out.json").read_text()


def test_an_unknown_format_and_a_missing_journal_are_said_and_change_nothing(
    tmp_path: Path,
) -> None:
    assert _export(tmp_path / "home", tmp_path / "out.json", "--format", "stone") == 2
    assert _export(tmp_path / "home", tmp_path / "out.json") == 1
    assert list(tmp_path.iterdir()) == []
