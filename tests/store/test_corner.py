"""The corner: a profile, strengths, stories and practice, each act undone as one."""

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.services import Services
from bounceback_tui.store.corner import Corner
from bounceback_tui.store.errors import NotFoundError


@pytest.fixture
def corner(services: Services) -> Corner:
    return services.store.corner


def pairs(corner: Corner) -> list[tuple[int, str, str]]:
    return [(s.position, s.skill, s.proof) for s in corner.strengths()]


def test_what_is_said_about_oneself_is_one_act(services: Services, corner: Corner) -> None:
    corner.set_profile(my_name="Robin Vale", link="robin.example")
    corner.set_profile(link=" ", target_role="Data Engineer")
    assert corner.profile() == {"my_name": "Robin Vale", "target_role": "Data Engineer"}
    services.store.undo()
    assert corner.profile() == {"my_name": "Robin Vale", "link": "robin.example"}
    services.store.undo()
    assert corner.profile() == {}


def test_a_profile_has_no_other_names(corner: Corner) -> None:
    with pytest.raises(ValueError, match="shoe_size"):
        corner.set_profile(shoe_size="43")


def test_strengths_are_replaced_together_and_keep_their_places(
    services: Services, corner: Corner
) -> None:
    corner.replace_strengths([("Calm", "two outages"), ("", ""), ("Teaching", "")])
    assert pairs(corner) == [(0, "Calm", "two outages"), (2, "Teaching", "")]
    corner.replace_strengths([("Calm", "three outages")])
    assert pairs(corner) == [(0, "Calm", "three outages")]
    services.store.undo()
    assert pairs(corner) == [(0, "Calm", "two outages"), (2, "Teaching", "")]


def test_stories_stand_in_the_order_they_were_told(services: Services, corner: Corner) -> None:
    first = corner.add_story("The outage", problem="a dead disk")
    corner.add_story("The newcomer")
    corner.edit_story(first, did="restored it", result="an hour")
    assert [story.title for story in corner.stories()] == ["The outage", "The newcomer"]
    assert corner.story(first).problem == "a dead disk"
    assert corner.story(first).result == "an hour"
    corner.delete_story(first)
    with pytest.raises(NotFoundError, match="story"):
        corner.story(first)
    services.store.undo()
    assert corner.story(first).did == "restored it"


def test_practice_comes_newest_first_and_by_interview(
    services: Services, corner: Corner, clock: FixedClock
) -> None:
    application = services.store.applications.add("Acme")
    interview = services.store.interviews.add(application)
    corner.add_practice("Tell me about yourself", ready_before=4)
    clock.advance(days=1)
    number = corner.add_practice("Why here?", interview_id=interview)
    corner.edit_practice(number, one_change="shorter", ready_after=6)
    assert [run.question for run in corner.practices()] == ["Why here?", "Tell me about yourself"]
    assert [run.question for run in corner.practices(1)] == ["Why here?"]
    assert [run.one_change for run in corner.practices(interview_id=interview)] == ["shorter"]
    services.store.interviews.delete(interview)
    assert corner.practice(number).interview_id is None
    corner.delete_practice(number)
    assert len(corner.practices()) == 1
