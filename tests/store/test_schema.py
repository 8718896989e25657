"""The shape of the file: what the migrations make is what the tables say, all of it or none."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from bounceback_tui.models.tables import KEPT_OUT_OF_UNDO, UNDOABLE, metadata
from bounceback_tui.services import Plan, Services, open_services
from bounceback_tui.store.errors import DamagedFileError
from bounceback_tui.store.migrations import migrate, scripts, statements
from bounceback_tui.store.opening import APPLICATION_ID
from tests.soundness import assert_sound

STATEMENTS = [statement for script in scripts() for statement in statements(script)]


def differences(path: Path) -> list[object]:
    with create_engine(f"sqlite:///{path}").connect() as connection:
        options = {
            "compare_type": True,
            "include_name": lambda name, kind, _: kind != "table" or not name.startswith("search"),
        }
        return list(
            compare_metadata(MigrationContext.configure(connection, opts=options), metadata)
        )


def test_the_migrated_file_has_the_shape_of_the_tables(services: Services) -> None:
    assert differences(services.plan.paths.journal) == []


def test_a_shape_that_is_another_is_noticed(services: Services) -> None:
    with services.store._database.quietly() as session:
        session.connection().exec_driver_sql("ALTER TABLE entry ADD COLUMN mood INTEGER")
        session.connection().exec_driver_sql("DROP INDEX ix_entry_at")
    assert len(differences(services.plan.paths.journal)) == 2


def test_undo_knows_every_table_that_is_not_left_out_on_purpose() -> None:
    known = {table.__tablename__ for table in (*UNDOABLE, *KEPT_OUT_OF_UNDO)}
    assert known == set(metadata.tables)


def test_every_statement_of_a_migration_is_whole() -> None:
    assert all(sqlite3.complete_statement(statement) for statement in STATEMENTS)
    assert sum(statement.startswith("CREATE TRIGGER") for statement in STATEMENTS) == 6
    assert "".join("".join(STATEMENTS).split()) == "".join("".join(scripts()).split())


@pytest.mark.parametrize("failing", range(len(STATEMENTS)))
def test_a_migration_that_fails_at_any_statement_leaves_the_file_as_it_was(
    tmp_path: Path, failing: int
) -> None:
    path = tmp_path / "bounceback.db"
    seen: list[str] = []

    def fail(statement: str) -> None:
        if len(seen) == failing:
            raise OSError(statement)
        seen.append(statement)

    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(OSError):
            migrate(connection, scripts(), APPLICATION_ID, fail)
        assert connection.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)
        assert connection.execute("PRAGMA user_version").fetchone() == (0,)
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)
        migrate(connection, scripts(), APPLICATION_ID)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(scripts()),)
        assert connection.execute("PRAGMA foreign_keys").fetchone() == (1,)


def test_a_later_migration_keeps_the_rows_and_a_failing_one_keeps_the_bytes(
    services: Services,
) -> None:
    path = services.plan.paths.journal
    services.store.interviews.add(services.store.applications.add("Acme"), ["stories"])
    services.store.close()
    before = path.read_bytes()
    rebuild = (
        "CREATE TABLE copy AS SELECT * FROM application;\n"
        "DELETE FROM application;\n"
        "INSERT INTO application SELECT * FROM copy;\n"
        "DROP TABLE copy;\n"
    )
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(sqlite3.OperationalError):
            migrate(connection, [*scripts(), rebuild, "DROP TABLE none;\n"], APPLICATION_ID)
        assert path.read_bytes() == before
        migrate(connection, [*scripts(), rebuild], APPLICATION_ID)
        assert connection.execute("PRAGMA user_version").fetchone() == (len(scripts()) + 1,)
        for table in ("application", "stage_change", "interview", "prep_item"):
            assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (1,)


def test_a_migration_that_would_orphan_rows_is_refused(services: Services) -> None:
    path = services.plan.paths.journal
    services.store.interviews.add(services.store.applications.add("Acme"))
    services.store.close()
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        with pytest.raises(DamagedFileError, match="owners are missing"):
            migrate(connection, [*scripts(), "DELETE FROM application;\n"], APPLICATION_ID)
        assert connection.execute("SELECT count(*) FROM application").fetchone() == (1,)


def test_a_journal_of_the_daily_core_keeps_every_row_when_it_is_brought_along(
    plan: Plan, tmp_path: Path
) -> None:
    plan.paths.data.mkdir(parents=True, mode=0o700)
    with closing(sqlite3.connect(plan.paths.journal, isolation_level=None)) as connection:
        migrate(connection, scripts()[:1], APPLICATION_ID)
        connection.executescript(
            """
            INSERT INTO application VALUES (7, 'a', 'Acme', 'Engineer', 'interview', NULL, 1.0,
              '2026-11-01', '', '', '', '', NULL, NULL, '', '', '', NULL, 'We need you', '', 8,
              '', NULL, 2, '', '2026-10-01 09:00:00.000000');
            INSERT INTO interview VALUES (3, 'i', 7, 1, 'panel', '2026-11-20', '10:00',
              'Dana', 'ok');
            INSERT INTO check_in VALUES (5, 'c', '2026-11-21 09:00:00.000000', '2026-11-21', 6,
              NULL, NULL, NULL, '', 'river', '', '');
            """
        )
    plan.paths.journal.chmod(0o600)
    opened = open_services(plan)
    assert opened.store.applications.get(7).description == "We need you"
    [interview] = opened.store.interviews.of(7)
    assert (interview.with_whom, interview.expectation, interview.times_moved) == ("Dana", "", 0)
    assert opened.store.check_ins.get(5).good == "river"
    assert differences(plan.paths.journal) == []
    assert opened.store.recoveries.of_application(7) == []
    assert_sound(opened.store)
    opened.store.close()


def test_a_rest_of_before_keeps_its_end_and_begins_with_the_plan_for_it(plan: Plan) -> None:
    plan.paths.data.mkdir(parents=True, mode=0o700)
    with closing(sqlite3.connect(plan.paths.journal, isolation_level=None)) as connection:
        migrate(connection, scripts()[:2], APPLICATION_ID)
        connection.executescript(
            """
            INSERT INTO application (id, uid, company, title, stage, rank, url, location, work_mode,
              pay, pay_currency, pay_unit, source, description, resume_version, next_action, notes,
              stage_day, created_at)
            VALUES (7, 'a', 'Acme', '', 'closed', 1.0, '', '', '', '', '', '', '', '', '', '', '',
              '2026-11-01', '2026-10-01 09:00:00.000000');
            INSERT INTO recovery (id, uid, application_id, at, day, stage_reached, dose, state,
              rest_until) VALUES
              (1, 'r', 7, '2026-11-01 09:00:00.000000', '2026-11-01', 'interview', 'steps',
               'under_way', '2026-11-09 08:00:00.000000'),
              (2, 's', 7, '2026-11-10 09:00:00.000000', '2026-11-10', 'interview', 'steps',
               'under_way', NULL),
              (3, 't', 7, '2026-11-12 09:00:00.000000', '2026-11-12', 'interview', 'steps',
               'under_way', '2026-11-14 08:00:00.000000');
            INSERT INTO sitting (id, uid, recovery_id, step, number, started_at, day, is_skipped,
              place) VALUES (1, 'x', 1, 'press_on', 1, '2026-11-05 09:00:00.000000', '2026-11-05',
              0, '');
            """
        )
    plan.paths.journal.chmod(0o600)
    opened = open_services(plan)
    assert opened.store.mood.rests() == [
        (date(2026, 11, 5), date(2026, 11, 9)),
        (date(2026, 11, 12), date(2026, 11, 14)),
    ]
    assert [opened.store.recoveries.get(n).row.uid for n in (1, 2, 3)] == ["r", "s", "t"]
    assert differences(plan.paths.journal) == []
    assert_sound(opened.store)
    opened.store.close()
