"""Journals to measure with, each made once and closed."""

import atexit
import os
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from bounceback_tui import demo
from bounceback_tui.services import Plan
from bounceback_tui.settings import Paths

ENTRIES = int(os.environ.get("BENCH_ENTRIES", "100000"))


def _empty() -> Plan:
    folder = TemporaryDirectory(prefix="bounceback-bench-")
    atexit.register(folder.cleanup)
    paths = Paths.under(Path(folder.name))
    paths.config.mkdir(parents=True)
    paths.settings.write_text("ask_on_new_day = false\n", encoding="utf-8")
    return Plan.for_paths(paths)


@cache
def small() -> Plan:
    """Return the plan of the demo's journal."""
    plan = _empty()
    demo.make_demo(plan)
    return plan


@cache
def large() -> Plan:
    """Return the plan of a journal of ten years."""
    plan = _empty()
    demo.ten_years(plan, entries=ENTRIES, applications=5_000)
    return plan


@cache
def crowded(count: int) -> Plan:
    """Return the plan of a board with *count* cards."""
    plan = _empty()
    demo.crowded(plan, count)
    return plan


def home(plan: Plan) -> str:
    """Return the folder of *plan*, as ``--data-dir`` takes it."""
    return str(plan.paths.data.parent)
