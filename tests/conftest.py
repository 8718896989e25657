"""What every test may ask for: a clock that stands still, and a journal of its own."""

import os
import shutil
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
import textual.constants
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet

from bounceback_tui.clock import FixedClock
from bounceback_tui.demo import make_demo
from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.settings import Paths

os.environ |= {"TZ": "UTC", "TEXTUAL_ANIMATIONS": "none"}
time.tzset()
textual.constants.TEXTUAL_ANIMATIONS = "none"  # type: ignore[misc]  # a plugin read it before us
for variable in ("BOUNCEBACK_HOME", "NO_COLOR", "VISUAL", "EDITOR"):
    os.environ.pop(variable, None)

_parse_rules, _RULES = Stylesheet._parse_rules, {}  # type: ignore[var-annotated]


def _parsed_once(sheet: Stylesheet, css: str, *rest: Any, **named: Any) -> list[RuleSet]:
    """Parse every sheet once for all apps of the run: that is an eighth of the time of a test."""
    key = (css, tuple(sheet._variables.items()), rest, tuple(named.items()))
    if key not in _RULES:
        _RULES[key] = _parse_rules(sheet, css, *rest, **named)
    return _RULES[key]


Stylesheet._parse_rules = _parsed_once  # type: ignore[method-assign]

SUNDAY = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def clock() -> FixedClock:
    """A Sunday morning."""
    return FixedClock(SUNDAY)


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """Folders of this test's own; nothing is in them yet."""
    return Paths.under(tmp_path / "home")


@pytest.fixture
def plan(paths: Paths, clock: FixedClock) -> Plan:
    """A plan for a journal that is not there yet."""
    return Plan.for_paths(paths, clock)


@pytest.fixture
def services(plan: Plan) -> Iterator[Services]:
    """An open, empty journal."""
    opened = open_services(plan)
    yield opened
    opened.store.close()


@pytest.fixture(scope="session")
def demo_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's folder, made once and only to be copied."""
    home = tmp_path_factory.mktemp("demo")
    make_demo(Plan.for_paths(Paths.under(home), FixedClock(SUNDAY)))
    return Paths.under(home).data


@pytest.fixture
def demo_plan(paths: Paths, clock: FixedClock, demo_folder: Path) -> Plan:
    """A plan for a copy of the demo."""
    shutil.copytree(demo_folder, paths.data)
    return Plan.for_paths(paths, clock, is_demo=True)
