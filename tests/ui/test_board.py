"""The board: cards that are added, moved, ordered, closed, found and deleted."""

from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Plan, open_services
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.application import ApplicationScreen
from bounceback_tui.ui.screens.board import BoardScreen
from tests.ui.driving import NARROW, press, running, seen, settle, typed, until


def stages(app: BouncebackApp) -> dict[str, Stage]:
    applications = app.services.store.applications
    return {c.company: c.stage for stage in Stage for c in applications.cards(stage, 0, 50)}


def selected(app: BouncebackApp) -> str:
    assert isinstance(app.screen, BoardScreen)
    return app.screen.kanban.selected.lines[0]


@pytest.fixture
def three(plan: Plan) -> Plan:
    services = open_services(plan)
    for company in ("Third Ltd", "Second Ltd", "First Ltd"):
        services.store.applications.add(company, Stage.APPLIED, title="Engineer")
    services.store.close()
    return plan


async def test_an_empty_board_says_what_belongs_here_and_a_adds_it(plan: Plan) -> None:
    async with running(plan, NARROW, "2") as (app, pilot):
        assert "Nothing on the board yet" in seen(app)
        await press(pilot, "a", typed("Acme"), "enter")
        await settle(pilot)
        assert stages(app) == {"Acme": Stage.SAVED}
        assert selected(app) == "Acme"
        assert "Nothing on the board yet" not in seen(app)


async def test_a_card_moves_by_key_and_keeps_the_cursor(three: Plan) -> None:
    async with running(three, NARROW, "2", "down", "L") as (app, pilot):
        await settle(pilot)
        assert stages(app)["Second Ltd"] is Stage.SCREENING
        assert selected(app) == "Second Ltd"
        await press(pilot, "L", "H", "H")
        await settle(pilot)
        assert stages(app)["Second Ltd"] is Stage.APPLIED
        assert selected(app) == "Second Ltd"
        history = app.services.store.applications.history(2)
        assert [c.to_stage for c in history] == [
            "applied", "screening", "interview", "screening", "applied",
        ]  # fmt: skip


async def test_cards_are_ordered_within_their_column(three: Plan) -> None:
    async with running(three, NARROW, "2", "J") as (app, pilot):
        await settle(pilot)
        cards = app.services.store.applications.cards(Stage.APPLIED, 0, 9)
        assert [c.company for c in cards] == ["Second Ltd", "First Ltd", "Third Ltd"]
        assert selected(app) == "First Ltd"
        await press(pilot, "J", "K", "K")
        await settle(pilot)
        cards = app.services.store.applications.cards(Stage.APPLIED, 0, 9)
        assert [c.company for c in cards] == ["First Ltd", "Second Ltd", "Third Ltd"]


async def test_move_mode_keeps_with_enter_and_puts_back_with_escape(three: Plan) -> None:
    async with running(three, (120, 36), "2", "m", "right", "right") as (app, pilot):
        assert "put it back" in seen(app)
        await press(pilot, "escape")
        assert stages(app)["First Ltd"] is Stage.APPLIED
        await press(pilot, "m", "right", "right", "enter")
        await settle(pilot)
        assert stages(app)["First Ltd"] is Stage.INTERVIEW
        assert selected(app) == "First Ltd"
        assert isinstance(app.screen, BoardScreen)


async def test_a_no_closes_the_card_and_undo_opens_it_again(three: Plan) -> None:
    async with running(three, (120, 36), "2", "x") as (app, pilot):
        await settle(pilot)
        assert app.services.store.applications.get(3).outcome == Outcome.REJECTED.value
        assert "a no" in seen(app)
        await press(pilot, "escape", "u")
        await settle(pilot)
        assert stages(app)["First Ltd"] is Stage.APPLIED
        await until(pilot, lambda: "Undone: Moved First Ltd to Rejected" in seen(app))
        assert len(app.services.store.applications.history(3)) == 1


async def test_moving_into_closed_asks_how_it_ended_and_escape_leaves_it(three: Plan) -> None:
    async with running(three, (120, 36), "2", "L", "L", "L", "L") as (app, pilot):
        await settle(pilot)
        await press(pilot, "escape")
        await settle(pilot)
        assert stages(app)["First Ltd"] is Stage.OFFER
        await press(pilot, "L")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert stages(app)["First Ltd"] is Stage.CLOSED
        assert app.services.store.applications.get(3).outcome is not None


async def test_the_filter_counts_as_one_types_and_escape_clears_it(three: Plan) -> None:
    async with running(three, (120, 36), "2", "slash", typed("seco")) as (app, pilot):
        assert "1 card" in seen(app)
        assert "First Ltd" not in seen(app)
        await press(pilot, "enter")
        assert selected(app) == "Second Ltd"
        await press(pilot, "escape")
        assert "First Ltd" in seen(app)
        assert "1 card" not in seen(app)
        assert selected(app) == "Second Ltd"


async def test_a_deleted_card_comes_back_whole(three: Plan) -> None:
    async with running(three, (120, 36), "2", "d") as (app, pilot):
        assert "First Ltd" not in stages(app)
        await until(pilot, lambda: "Deleted First Ltd" in seen(app))
        await press(pilot, "u")
        assert stages(app)["First Ltd"] is Stage.APPLIED


async def test_enter_opens_the_application_and_escape_comes_back_to_the_card(three: Plan) -> None:
    async with running(three, (120, 36), "2", "down", "enter") as (app, pilot):
        await settle(pilot)
        assert isinstance(app.screen, ApplicationScreen)
        await press(pilot, "escape")
        await settle(pilot)
        assert selected(app) == "Second Ltd"


async def test_a_card_says_when_its_next_action_is_overdue_and_when_all_is_quiet(
    plan: Plan, clock: FixedClock
) -> None:
    services = open_services(plan)
    today = clock.today()
    add = services.store.applications.add
    add("Late Ltd", Stage.APPLIED, next_action="call", next_action_on=today - timedelta(2))
    add("Quiet Ltd", Stage.APPLIED, today - timedelta(40))
    services.store.close()
    async with running(plan, (140, 36), "2") as (app, _pilot):
        assert "overdue" in seen(app)
        assert "no word yet" in seen(app)
        assert "5w" in seen(app)


async def test_a_card_is_edited_from_the_board(three: Plan) -> None:
    keys = ["2", "e", "end", typed(" & Co"), "enter"]
    async with running(three, NARROW, *["space" if k == " " else k for k in keys]) as (app, pilot):
        await settle(pilot)
        assert "First Ltd & Co" in stages(app)


async def test_a_day_that_is_none_is_said_and_nothing_typed_is_lost(plan: Plan) -> None:
    keys = ["a", typed("Acme"), *["tab"] * 5, typed("someday"), "enter"]
    async with running(plan, (120, 40), *keys) as (app, pilot):
        assert "That is no day" in seen(app)
        assert not stages(app)
        await press(pilot, *["backspace"] * 7, typed("+3"), "enter")
        await settle(pilot)
        kept = app.services.store.applications.get(1)
        assert (kept.next_action_on - app.plan.clock.today()).days == 3
