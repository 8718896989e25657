"""The check-in: one digit is enough."""

from textual.widgets import Input

from bounceback_tui.models.words import Deed
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.check_ins import unpack
from bounceback_tui.ui.screens.check_in import CheckInDialog
from tests.ui.driving import press, running, seen, typed, until


async def test_one_digit_and_enter_is_a_check_in(plan: Plan) -> None:
    async with running(plan, (80, 24), "c", "7", "enter") as (app, _pilot):
        latest = app.services.store.check_ins.latest()
        assert (latest.valence, latest.energy, latest.good, latest.did) == (7, None, "", "")
        assert not isinstance(app.screen, CheckInDialog)


async def test_enter_without_a_digit_says_what_is_missing_and_keeps_nothing(plan: Plan) -> None:
    async with running(plan, (80, 24), "c", "enter") as (app, _pilot):
        assert "One digit from 1 to 9" in seen(app)
        assert app.services.store.check_ins.latest() is None


async def test_escape_leaves_without_a_check_in(plan: Plan) -> None:
    async with running(plan, (80, 24), "c", "7", "escape") as (app, _pilot):
        assert app.services.store.check_ins.latest() is None
        assert not isinstance(app.screen, CheckInDialog)


async def test_everything_else_can_be_said_too(plan: Plan) -> None:
    keys = [
        "c",
        "6",
        "tab",
        "4",
        "tab",
        "1",
        "tab",
        "3",
        "tab",
        "space",
        "tab",
        typed("tea"),
        "tab",
    ]
    keys += [typed("rain"), "tab", typed("call"), "enter"]
    async with running(plan, (80, 24), *keys) as (app, _pilot):
        latest = app.services.store.check_ins.latest()
        assert (latest.valence, latest.energy, latest.stuck, latest.progress) == (6, 4, 1, 3)
        assert unpack(latest.did) == [Deed.APPLIED]
        assert (latest.good, latest.note, latest.plan) == ("tea", "rain", "call")


async def test_the_step_for_tomorrow_is_asked_only_when_the_search_moved(plan: Plan) -> None:
    async with running(plan, (120, 50), "c", "6", "tab", "tab", "tab") as (app, pilot):
        assert "tomorrow's first small step" not in seen(app)
        await press(pilot, "4")
        assert "tomorrow's first" in " ".join(seen(app).split())


async def test_several_a_day_are_fine_and_each_can_be_undone(plan: Plan) -> None:
    async with running(plan, (80, 24), "c", "3", "enter", "c", "8", "enter") as (app, pilot):
        assert app.services.store.journal.count() == 2
        await press(pilot, "u")
        assert app.services.store.check_ins.latest().valence == 3
        await press(pilot, "u", "ctrl+r", "ctrl+r")
        assert app.services.store.check_ins.latest().valence == 8


async def test_an_earlier_check_in_can_be_edited(plan: Plan) -> None:
    services = open_services(plan)
    number = services.store.check_ins.add(3, good="tea", note="long day")
    services.store.close()
    async with running(plan) as (app, pilot):
        app.push_screen(CheckInDialog(app.services, number))
        await pilot.pause()
        assert "tea" in seen(app)
        await press(pilot, "5", "enter")
        edited = app.services.store.check_ins.get(number)
        assert (edited.valence, edited.good, edited.note) == (5, "tea", "long day")


async def test_what_is_typed_is_kept_as_a_draft_and_offered_again(plan: Plan) -> None:
    keys = ["c", "4", "tab", "tab", "tab", "tab", "tab", typed("half a sen")]
    async with running(plan, (80, 24), *["space" if k == " " else k for k in keys]) as (app, pilot):
        drafts = app.services.store.drafts
        await until(pilot, lambda: "half a sen" in getattr(drafts.get("check_in:new"), "body", ""))
        await press(pilot, "escape", "c")
        assert app.screen.query_one("#good", Input).value == "half a sen"
        await press(pilot, "enter")
        assert app.services.store.check_ins.latest().good == "half a sen"
        assert drafts.get("check_in:new") is None


async def test_a_draft_that_is_only_looked_at_is_still_there_the_next_time(plan: Plan) -> None:
    services = open_services(plan)
    services.store.drafts.keep("check_in:new", '{"valence": 4, "good": "half a sen"}')
    services.store.drafts.keep("card:new", '{"company": "Acme", "stage": "saved"}')
    services.store.close()
    async with running(plan, (80, 24), "c", "escape", "c") as (app, pilot):
        assert app.screen.query_one("#good", Input).value == "half a sen"
        await press(pilot, "escape", "a", "escape", "a")
        assert app.screen.query_one("#company", Input).value == "Acme"
