"""Getting back up: the doorway, the hub and the steps, by the keys a person presses."""

from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import Dose, Outcome, RecoveryState, Stage, Step, StepState
from bounceback_tui.services import Plan, open_services
from bounceback_tui.store.sittings import Given
from bounceback_tui.ui.app import BouncebackApp
from bounceback_tui.ui.screens.recovery.doorway import DoorwayDialog
from bounceback_tui.ui.screens.recovery.hub import HubScreen
from bounceback_tui.ui.screens.recovery.step import StepScreen
from tests.ui.driving import NARROW, WIDE, press, running, seen, settle, typed, until


@pytest.fixture
def plan(plan: Plan) -> Plan:
    """A journal with one application that came to the interviews; nothing is asked at the start."""
    plan.settings.ask_on_new_day = False
    store = open_services(plan).store
    number = store.applications.add("Acme", Stage.APPLIED, title="Engineer", desire=8)
    store.applications.move(number, Stage.INTERVIEW)
    store.close()
    return plan


def reject(plan: Plan) -> int:
    store = open_services(plan).store
    [card] = store.applications.named("Acme")
    store.applications.move(card.id, Stage.CLOSED, outcome=Outcome.REJECTED)
    store.close()
    return card.id


def begin(plan: Plan, *answers: tuple[str, str], **facts: object) -> int:
    number = reject(plan)
    store = open_services(plan).store
    begun = store.recoveries.begin(number, Dose.STEPS, **facts)  # type: ignore[arg-type]
    given = [Given("not_personal", 1, field, "prompt", value) for field, value in answers]
    if given:
        store.sittings.keep(begun, Step.NOT_PERSONAL, given, "facts")
    store.close()
    return begun


# The doorway


@pytest.mark.parametrize("keys", [("x",), ("m", "right", "right", "enter", "enter"), ("s", "end")])
async def test_every_way_to_a_no_opens_the_doorway_once(plan: Plan, keys: tuple[str, ...]) -> None:
    async with running(plan, WIDE, "2", *keys) as (app, pilot):
        if keys[0] == "s":
            await press(pilot, "up", "up", "up", "enter")
        await until(pilot, lambda: isinstance(app.screen, DoorwayDialog))
        assert "got as far as the interviews" in seen(app)
        assert "You met people there" in seen(app)
        await press(pilot, "escape")
        await settle(pilot)
        assert not isinstance(app.screen, DoorwayDialog)


async def test_no_other_ending_opens_it(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "s") as (app, pilot):
        await press(pilot, "end", "up", "up", "enter")
        await settle(pilot)
        assert not isinstance(app.screen, DoorwayDialog)


async def test_starting_now_opens_first_aid_with_what_was_said_at_the_doorway(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "x") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DoorwayDialog))
        await press(pilot, "tab", "9", "tab", "3", "shift+tab", "shift+tab", "enter")
        await until(pilot, lambda: isinstance(app.screen, StepScreen))
        assert app.services is not None
        [found] = app.services.store.recoveries.under_way()
        assert (found.row.want, found.row.forecast, found.row.dose) == (9, 3, Dose.STEPS)
        assert "take one slow breath" in seen(app)


async def test_a_wanting_that_is_no_number_is_explained_and_nothing_is_lost(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "x") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DoorwayDialog))
        await press(pilot, "tab", "9", "9", "shift+tab", "enter")
        assert isinstance(app.screen, DoorwayDialog)
        assert "0 to 10" in seen(app)


async def test_a_form_letter_gets_first_aid_alone(plan: Plan) -> None:
    store = open_services(plan).store
    store.applications.add("Initech", Stage.APPLIED)
    store.close()
    async with running(plan, WIDE, "2", "x") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DoorwayDialog))
        assert "Nobody had met you yet" in seen(app)


async def test_not_for_this_one_is_the_last_word(plan: Plan) -> None:
    async with running(plan, WIDE, "2", "x") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DoorwayDialog))
        await press(pilot, "end", "enter")
        await settle(pilot)
        assert app.services is not None
        recoveries = app.services.store.recoveries
        assert (recoveries.under_way(), recoveries.put_off()) == ([], [])


async def test_what_was_put_off_is_on_today_when_its_time_has_come_and_only_that_day(
    plan: Plan, clock: FixedClock
) -> None:
    async with running(plan, WIDE, "2", "x") as (app, pilot):
        await until(pilot, lambda: isinstance(app.screen, DoorwayDialog))
        await press(pilot, "down", "enter")
        await settle(pilot)
        await press(pilot, "1")
        assert "put off" not in seen(app)
        clock.advance(minutes=61)
        await press(pilot, "2", "1")
        assert "put off until now" in seen(app)
        clock.advance(days=1)
        await press(pilot, "2", "1")
        assert "put off" not in seen(app)


async def test_during_a_rest_nothing_is_asked_and_the_no_waits(
    plan: Plan, clock: FixedClock
) -> None:
    store = open_services(plan).store
    other = store.applications.add("Initech", Stage.CLOSED, outcome=Outcome.REJECTED)
    rest = store.recoveries.begin(other, Dose.STEPS)
    store.recoveries.rest(rest, clock.now() + timedelta(days=1))
    store.close()
    async with running(plan, WIDE, "2", "x") as (app, pilot):
        await settle(pilot)
        assert not isinstance(app.screen, DoorwayDialog)
        assert app.services is not None
        [waiting] = app.services.store.recoveries.put_off()
        assert (waiting.company, waiting.row.not_before) == (
            "Acme",
            clock.now() + timedelta(days=1),
        )
        await press(pilot, "1")
        assert "Off duty until tomorrow" in seen(app)


async def test_many_are_closed_at_once_and_nothing_is_asked(plan: Plan, clock: FixedClock) -> None:
    store = open_services(plan).store
    for name in ("Globex", "Initech", "Umbra"):
        store.applications.add(name, Stage.APPLIED, clock.today() - timedelta(days=40))
    store.close()
    async with running(plan, WIDE, "2", "z") as (app, pilot):
        await press(pilot, "space", "x")
        await settle(pilot)
        assert not isinstance(app.screen, DoorwayDialog)
        assert app.services is not None
        counts = app.services.store.applications.counts()
        assert (counts[Stage.CLOSED], counts[Stage.APPLIED]) == (2, 1)
        await press(pilot, "u")
        assert app.services.store.applications.counts()[Stage.CLOSED] == 0


# A step


async def open_hub(app: BouncebackApp, pilot: object, begun: int) -> HubScreen:
    assert app.services is not None
    hub = HubScreen(app.services, begun)
    await app.push_screen(hub)
    return hub


async def test_first_aid_reads_the_sentence_back_with_the_person_s_name(plan: Plan) -> None:
    begun = begin(plan)
    async with running(plan, NARROW) as (app, pilot):
        assert app.services is not None
        app.services.store.corner.set_profile(my_name="Robin")
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "enter", "enter", typed("the silence"), "ctrl+n", typed("rest"))
        await press(pilot, "ctrl+n")
        await settle(pilot)
        assert "“Robin, rest”" in seen(app)
        await press(pilot, "ctrl+n", typed("tea"), "enter")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))
        steps = app.services.store.recoveries.get(begun).steps
        assert steps[Step.FIRST_AID] is StepState.DONE


async def test_the_eight_prompts_are_asked_in_turn_and_all_is_kept(
    plan: Plan, clock: FixedClock
) -> None:
    begun = begin(plan)
    clock.advance(hours=13)
    async with running(plan, NARROW) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "enter", typed("They wrote"), "ctrl+n")
        await settle(pilot)
        assert "2 of 8" in seen(app)
        await press(pilot, typed("I blow it"), "enter", typed("78"), "enter")
        await settle(pilot)
        assert "“I blow it” 78" in seen(app)
        await press(pilot, typed("Robin"), "ctrl+n", typed("facts"), "tab", typed("fears"))
        await press(pilot, "ctrl+n", "space", "ctrl+n", typed("calm"), "enter")
        await press(pilot, typed("kinder"), "enter", typed("41"), "enter")
        await press(pilot, "5", "enter")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))
        assert app.services is not None
        [(_first, given)] = app.services.store.sittings.all_answers(begun)
        values = {answer.field: answer.value for answer in given}
        assert values["known_guessed"] == '["facts", "fears"]'
        assert values["reasons"].startswith('["The budget')
        assert (values["belief_before"], values["belief_after"]) == ("78", "41")
        assert "next sitting tomorrow" in seen(app)


async def test_a_step_left_in_the_middle_opens_at_the_very_prompt_with_the_text_there(
    plan: Plan,
) -> None:
    begun = begin(plan, ("facts", "They wrote."))
    async with running(plan, NARROW) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "enter", "enter", "ctrl+n", typed("half a thou"), "escape")
        await settle(pilot)
    async with running(plan, NARROW) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "enter", "enter")
        await settle(pilot)
        assert "2 of 8" in seen(app)
        assert "half a thou" in seen(app)


async def test_a_number_out_of_its_range_is_explained_and_stays(plan: Plan) -> None:
    begun = begin(plan, ("facts", "They wrote."))
    async with running(plan, NARROW) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "enter", "enter", "ctrl+n", "tab", typed("101"), "ctrl+n")
        await settle(pilot)
        assert "A whole number from 0 to 100" in seen(app)
        assert "2 of 8" in seen(app)


async def test_something_unfair_brings_the_note_and_no_reframing(plan: Plan) -> None:
    begun = begin(plan, ("facts", "They wrote."))
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "enter", "enter", *["ctrl+n"] * 4)
        await settle(pilot)
        assert "isn't yours to reframe" not in seen(app)
        await press(pilot, "end", "up", "space")
        await settle(pilot)
        assert "reframe" in " ".join(seen(app).split())


async def test_the_long_writing_is_early_in_the_first_hours_unless_asked_for_twice(
    plan: Plan,
) -> None:
    begun = begin(plan)
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "enter")
        await settle(pilot)
        assert isinstance(app.screen, HubScreen)
        assert "It is early for this one" in seen(app)
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, StepScreen))


async def test_a_step_can_be_left_out_and_the_rest_chosen(plan: Plan, clock: FixedClock) -> None:
    begun = begin(plan)
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "down", "s")
        assert "left out" in seen(app)
        await press(pilot, "z")
        await settle(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "You are resting until tomorrow 09:00" in seen(app)
        assert app.services is not None
        await press(pilot, "u", "u")
        steps = app.services.store.recoveries.get(begun).steps
        assert steps[Step.RED_FLAGS] is StepState.NOT_STARTED
        assert app.services.store.recoveries.resting_until(clock.now()) is None


async def test_what_was_written_can_be_read_with_what_was_asked(plan: Plan) -> None:
    begun = begin(plan, ("facts", "They wrote."))
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "v")
        await settle(pilot)
        assert "They wrote." in seen(app)
        assert "prompt" in seen(app)


async def test_behind_me_ends_it_and_undo_brings_it_back(plan: Plan) -> None:
    begun = begin(plan)
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "f")
        assert app.services is not None
        assert app.services.store.recoveries.get(begun).row.state == RecoveryState.DONE
        await press(pilot, "u")
        assert app.services.store.recoveries.get(begun).row.state == RecoveryState.UNDER_WAY


async def test_the_small_step_is_on_today_until_it_is_taken(plan: Plan) -> None:
    begun = begin(plan)
    store = open_services(plan).store
    given = [Given("press_on", 1, "step", "prompt", "Open the mail")]
    store.sittings.keep(begun, Step.PRESS_ON, given, "step", is_last=True)
    store.recoveries.close(begun)
    store.close()
    async with running(plan, WIDE) as (app, pilot):
        assert "Your small step" in seen(app)
        app.screen.query_one("#small-steps").focus()
        await press(pilot, "enter")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))
        assert "Open the mail" in seen(app)
        await press(pilot, "d")
        assert "taken today" in seen(app)
        await press(pilot, "escape")
        assert "Your small step" not in seen(app)


async def test_press_on_rests_plans_and_puts_the_next_ones_on_the_board(
    plan: Plan, clock: FixedClock
) -> None:
    begun = begin(plan)
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "end", "enter", "ctrl+n", typed("open it"), "enter")
        await press(pilot, typed("nine"), "enter", typed("desk"), "enter", typed("mail"))
        await press(pilot, "enter", typed("mail comes"), "enter", typed("close it"), "enter")
        await settle(pilot)
        assert "If mail comes, then I will close it." in seen(app)
        await press(pilot, *["ctrl+n"] * 3, "6", "enter")
        await settle(pilot)
        assert "Make it smaller" in seen(app)
        await press(pilot, typed("one line"), "enter", typed("Globex, Analyst"), "ctrl+n")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))
        assert app.services is not None
        store = app.services.store
        assert store.recoveries.resting_until(clock.now()) == clock.at_local(
            clock.today() + timedelta(days=1), 9
        )
        [card] = store.applications.named("Globex")
        assert (card.title, card.stage) == ("Analyst", Stage.SAVED)


async def test_the_harsh_thought_is_on_today_and_r_goes_on(plan: Plan) -> None:
    begin(plan, ("harsh_thought", "I blow it"), ("belief_before", "78"))
    async with running(plan, WIDE) as (app, pilot):
        assert "“I blow it”" in seen(app)
        assert "78" in seen(app)
        await press(pilot, "r")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))


async def test_a_flag_needs_an_example_and_becomes_a_line_for_next_time(plan: Plan) -> None:
    begun = begin(plan)
    async with running(plan, NARROW) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "down", "enter")
        await settle(pilot)
        await press(pilot, "6", "ctrl+n", typed("hours"), "ctrl+n")
        await settle(pilot)
        await press(pilot, "space", typed("half an hour"), "tab", "3", "shift+tab", "enter")
        await press(pilot, "down", "space", "shift+tab")
        await settle(pilot)
        assert "1 dealbreaker · 1 without an example, not counted" in seen(app)
        await press(pilot, "ctrl+n", typed("the team"), "ctrl+n", typed("punctual"), "enter")
        await press(pilot, typed("when do you start?"), "enter", "4", "enter")
        await until(pilot, lambda: isinstance(app.screen, HubScreen))
        assert app.services is not None
        store = app.services.store
        application = store.recoveries.get(begun).application_id
        [flag] = store.flags.of(application)
        assert (flag.evidence, flag.weight) == ("half an hour", 3)
        assert flag.item.startswith("They started late")
        [criterion] = store.criteria.all()
        assert (criterion.text, criterion.question) == ("punctual", "when do you start?")
        assert criterion.application_id == application


async def test_a_mark_taken_away_and_set_again_has_its_example_still(plan: Plan) -> None:
    begun = begin(plan)
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "down", "enter", "ctrl+n", "ctrl+n", "space", typed("an hour"))
        await press(pilot, "shift+tab", "space")
        assert "nothing marked" in seen(app)
        assert "an hour" not in seen(app)
        await press(pilot, "space")
        assert "an hour" in seen(app)
        assert "1 niggle" in seen(app)


async def test_the_facts_of_the_talks_stand_beside_the_flags(plan: Plan, clock: FixedClock) -> None:
    begun = begin(plan)
    store = open_services(plan).store
    application = store.recoveries.get(begun).application_id
    store.applications.edit(application, rounds_announced=1, description="We are a family.")
    for day in (3, 1):
        held = store.interviews.add(application, day=clock.today() - timedelta(days=day + 9))
        store.interviews.edit(held, day=clock.today() - timedelta(days=day))
    store.close()
    async with running(plan, WIDE) as (app, pilot):
        await open_hub(app, pilot, begun)
        await settle(pilot)
        await press(pilot, "down", "down", "enter")
        await settle(pilot)
        assert "2 rounds held, 1 announced" in seen(app)
        assert "a date was moved 2 times" in seen(app)
        assert "We are a family." in seen(app)
