"""How SQLite goes about every read that grows with the journal: by index, never sorting it all."""

from collections.abc import Callable
from datetime import date

import pytest

from bounceback_tui.models.words import Stage
from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.store.store import Store
from tests.store.looking import plan_of, statements_of

Read = Callable[[Store], object]
TODAY = date(2026, 11, 22)
SORTS = "USE TEMP B-TREE FOR ORDER BY"

READS: dict[str, tuple[Read, list[str]]] = {
    "timeline": (
        lambda s: s.journal.pages(0, 50),
        ["entry USING COVERING INDEX ix_entry_at", "check_in USING COVERING INDEX ix_check_in_at"],
    ),
    "place in the timeline": (
        lambda s: s.journal.position(s.journal.pages(0, 1)[0]),
        ["entry USING COVERING INDEX ix_entry_at (at>?)", "ix_check_in_at (at>?)"],
    ),
    "column": (
        lambda s: s.applications.cards(Stage.APPLIED, 0, 50),
        ["application USING INDEX ix_application_stage_rank (stage=?)"],
    ),
    "place in a column": (
        lambda s: s.applications.position(1),
        ["USING COVERING INDEX ix_application_stage_rank (stage=?)"],
    ),
    "counts": (
        lambda s: s.applications.counts(),
        ["application USING COVERING INDEX ix_application_stage_rank"],
    ),
    "moods": (
        lambda s: s.check_ins.by_day(TODAY),
        ["check_in USING COVERING INDEX ix_check_in_day_valence (day>?)"],
    ),
    "heavy weeks": (
        lambda s: s.check_ins.valences(TODAY, TODAY),
        ["check_in USING COVERING INDEX ix_check_in_day_valence (day>? AND day<?)"],
    ),
    "a year of days": (
        lambda s: s.mood.means(TODAY, TODAY),
        ["check_in USING COVERING INDEX ix_check_in_day_valence (day>? AND day<?)"],
    ),
    "sittings": (
        lambda s: s.sittings.of(1),
        ["sitting USING INDEX ix_sitting_recovery_id_step (recovery_id=?"],
    ),
    "latest": (lambda s: s.check_ins.latest(), ["check_in USING INDEX ix_check_in_at"]),
    "good lines": (
        lambda s: s.check_ins.good_lines(TODAY),
        ["check_in USING INDEX ix_check_in_at"],
    ),
    "due": (
        lambda s: s.applications.due(TODAY),
        ["ix_application_next_action_on (next_action_on<?)", "ix_interview_day (day>? AND day<?)"],
    ),
    "changes": (
        lambda s: s.applications.changes(TODAY),
        ["stage_change USING INDEX ix_stage_change_day (day>?)"],
    ),
    "history": (
        lambda s: s.applications.history(1),
        ["ix_stage_change_application_id_day (application_id=?)"],
    ),
    "checklist": (
        lambda s: s.interviews.checklist(1),
        ["ix_prep_item_interview_id_position (interview_id=?)"],
    ),
    "search": (lambda s: s.search.pages("river", 0, 50), ["search VIRTUAL TABLE"]),
    "count of hits": (lambda s: s.search.count("river"), ["search VIRTUAL TABLE"]),
}
FEW = {
    "a range of days": (
        lambda s: s.mood.entries(TODAY, TODAY),
        ["check_in USING INDEX ix_check_in_day_valence (day>? AND day<?)"],
    ),
    "events": (
        lambda s: s.mood.events(TODAY, TODAY),
        ["ix_stage_change_day (day>? AND day<?)", "ix_interview_day (day>? AND day<?)"],
    ),
    "what was done": (
        lambda s: s.mood.deeds(TODAY, TODAY),
        ["check_in USING INDEX ix_check_in_day_valence (day>? AND day<?)"],
    ),
    "what was sent": (
        lambda s: s.history.sent(TODAY),
        [
            "stage_change USING INDEX ix_stage_change_application_id_day (application_id=?)",
            "stage_change USING INDEX ix_stage_change_day (day>?)",
        ],
    ),
    "a day": (lambda s: s.journal.on_day(TODAY), ["ix_entry_day (day=?)", "ix_check_in_day"]),
    "rounds": (lambda s: s.interviews.of(1), ["ix_interview_application_id_day"]),
    "linked entries": (
        lambda s: s.journal.of_application(1),
        ["ix_entry_application_id (application_id=?)"],
    ),
}


def plans(store: Store, read: Read) -> str:
    path = store._database.path
    seen = statements_of(store._database, lambda: read(store))
    return "\n".join(plan_of(path, statement, *values) for statement, values in seen)


@pytest.fixture
def store(services: Services) -> Store:
    services.store.applications.add("Acme")
    services.store.journal.write("river")
    services.store.check_ins.add(5, note="river")
    return services.store


@pytest.mark.parametrize("name", READS)
def test_a_long_list_is_read_in_the_order_of_its_index(store: Store, name: str) -> None:
    read, expected = READS[name]
    found = plans(store, read)
    for use in expected:
        assert use in found
    assert SORTS not in found


@pytest.mark.parametrize("name", FEW)
def test_a_handful_is_found_by_its_index_before_it_is_sorted(store: Store, name: str) -> None:
    read, expected = FEW[name]
    found = plans(store, read)
    for use in expected:
        assert use in found


def test_a_column_is_scanned_where_its_index_is_gone(plan: Plan) -> None:
    services = open_services(plan)
    with services.store._database.quietly() as session:
        session.connection().exec_driver_sql("DROP INDEX ix_application_stage_rank")
    assert SORTS in plans(services.store, READS["column"][0])
    services.store.close()
