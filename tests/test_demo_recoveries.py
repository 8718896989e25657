"""The story of getting back up has something to show on every screen, and nothing from tomorrow."""

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import MessageStatus, RecoveryState, Step, StepState
from bounceback_tui.services import Plan, open_services


def test_there_are_recoveries_in_every_state_and_steps_in_every_state(demo_plan: Plan) -> None:
    store = open_services(demo_plan).store
    rows = store.archive()["recovery"]
    assert {row["state"] for row in rows} == set(RecoveryState)
    ids = range(1, len(rows) + 1)
    states = {state for i in ids for state in store.recoveries.get(i).steps.values()}
    assert states == set(StepState)
    store.close()


def test_the_one_under_way_shows_its_thought_and_how_it_softened(demo_plan: Plan) -> None:
    store = open_services(demo_plan).store
    [found] = store.recoveries.under_way()
    assert (found.company, found.before, found.after) == ("Acme Robotics", 78, 41)
    assert found.next_step is Step.RED_FLAGS
    assert found.row.stage_reached == "interview"
    store.close()


def test_messages_stand_in_every_state_and_two_people_said_the_same(demo_plan: Plan) -> None:
    store = open_services(demo_plan).store
    assert {row["status"] for row in store.archive()["message"]} == set(MessageStatus)
    assert store.messages.themes()
    store.close()


def test_every_answer_is_to_a_prompt_of_its_guide(demo_plan: Plan) -> None:
    services = open_services(demo_plan)
    for answer in services.store.archive()["answer"]:
        assert services.guides[answer["guide"]][answer["field"]].prompt
        assert answer["prompt"]
    services.store.close()


def test_nothing_was_done_tomorrow(demo_plan: Plan, clock: FixedClock) -> None:
    store = open_services(demo_plan).store
    kept = store.archive()
    for table, column in (("sitting", "day"), ("lesson", "day"), ("message", "sent_on")):
        assert all(str(row[column] or "") <= str(clock.today()) for row in kept[table])
    assert all(row["at"] <= clock.now() for row in kept["recovery"])
    store.close()
