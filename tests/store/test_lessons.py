"""Lessons: kept, found again, and brought back when an interview is near."""

from datetime import timedelta

import pytest

from bounceback_tui.clock import FixedClock
from bounceback_tui.models.words import InterviewKind, Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.lessons import Lessons, Resurfacing

TECHNICAL, PANEL = InterviewKind.TECHNICAL.value, InterviewKind.PANEL.value


@pytest.fixture
def lessons(services: Services) -> Lessons:
    return services.store.lessons


def texts(found: object) -> list[str]:
    return [lesson.text for lesson in found]  # type: ignore[attr-defined]


def test_a_lesson_is_kept_with_the_company_it_came_from(
    services: Services, lessons: Lessons, clock: FixedClock
) -> None:
    acme = services.store.applications.add("Acme")
    number = lessons.add(
        "Ask about the team first",
        "feedback from Dana",
        ["#Questions", "questions", "two words"],
        [PANEL, TECHNICAL],
        application_id=acme,
    )
    found = lessons.get(number)
    assert (found.text, found.came_from, found.company) == (
        "Ask about the team first",
        "feedback from Dana",
        "Acme",
    )
    assert found.day == clock.today()
    assert found.tags == ("questions", "two-words")
    assert found.kinds == (InterviewKind.TECHNICAL, InterviewKind.PANEL)
    assert not found.is_tried
    assert texts(lessons.of_application(acme)) == ["Ask about the team first"]


def test_pages_come_newest_first_and_are_bounded(lessons: Lessons, clock: FixedClock) -> None:
    for number in range(5):
        lessons.add(f"lesson {number}")
        clock.advance(days=1)
    assert texts(lessons.page("", 0, 2)) == ["lesson 4", "lesson 3"]
    assert texts(lessons.page("", 4, 2)) == ["lesson 0"]
    assert lessons.count() == 5


def test_every_word_of_the_needle_must_stand_somewhere(
    services: Services, lessons: Lessons
) -> None:
    acme = services.store.applications.add("Acme")
    lessons.add("Draw the system first", tags=["whiteboard"], application_id=acme)
    lessons.add("Draw breath", "a friend")
    assert texts(lessons.page("draw")) == ["Draw breath", "Draw the system first"]
    assert texts(lessons.page("acme DRAW")) == ["Draw the system first"]
    assert texts(lessons.page("white")) == ["Draw the system first"]
    assert texts(lessons.page("friend")) == ["Draw breath"]
    assert lessons.page("100%") == []
    assert lessons.count("draw friend") == 1


def test_an_edit_keeps_what_it_does_not_name_and_undo_takes_it_back(
    services: Services, lessons: Lessons
) -> None:
    number = lessons.add("Slower", "myself", ["pace"], [PANEL])
    lessons.edit(number, kinds=[], text="Slower, with a pause")
    changed = lessons.get(number)
    assert (changed.text, changed.tags, changed.kinds) == ("Slower, with a pause", ("pace",), ())
    services.store.undo()
    assert lessons.get(number).text == "Slower"


def test_what_was_tried_can_have_helped_or_not_or_be_untried_again(lessons: Lessons) -> None:
    number = lessons.add("Slower")
    lessons.tried(number, "no")
    assert (lessons.get(number).is_tried, lessons.get(number).helped) == (True, "no")
    lessons.tried(number, "yes", is_tried=False)
    assert (lessons.get(number).is_tried, lessons.get(number).helped) == (False, "")
    with pytest.raises(ValueError, match="helped"):
        lessons.tried(number, "perhaps")


def test_a_deleted_lesson_comes_back_by_undo(services: Services, lessons: Lessons) -> None:
    number = lessons.add("Slower")
    lessons.delete(number)
    with pytest.raises(NotFoundError, match="lesson"):
        lessons.get(number)
    services.store.undo()
    assert lessons.get(number).text == "Slower"


def test_those_that_fit_come_untried_first_and_never_those_that_did_not_help(
    lessons: Lessons,
) -> None:
    lessons.tried(lessons.add("helped", kinds=[TECHNICAL]), "yes")
    lessons.tried(lessons.add("unsure", kinds=[TECHNICAL]))
    lessons.tried(lessons.add("no use", kinds=[TECHNICAL]), "no")
    lessons.add("for panels", kinds=[PANEL])
    lessons.add("for all")
    assert texts(lessons.fitting(TECHNICAL)) == ["for all", "helped", "unsure"]
    assert texts(lessons.fitting(TECHNICAL, 1)) == ["for all"]
    assert texts(lessons.fitting(PANEL)) == ["for all", "for panels"]


def test_a_kind_is_matched_as_a_whole_word(lessons: Lessons) -> None:
    lessons.add("for the last one", kinds=[InterviewKind.FINAL.value])
    assert lessons.fitting("fin") == []


def interview_in(services: Services, days: int, kind: str = TECHNICAL, company: str = "") -> int:
    store = services.store
    application = store.applications.add(company or f"Company {days}", Stage.INTERVIEW)
    day = services.clock.today() + timedelta(days=days)
    store.interviews.add(application, day=day, kind=kind)
    return application


def told(found: list[Resurfacing]) -> list[tuple[str, str]]:
    return [(each.lesson.text, each.application.company) for each in found]


@pytest.mark.parametrize(("days", "is_near"), [(-1, False), (0, True), (3, True), (4, False)])
def test_a_lesson_comes_back_from_three_days_before_an_interview(
    services: Services, lessons: Lessons, days: int, is_near: bool
) -> None:
    interview_in(services, days)
    lessons.add("Slower")
    assert bool(lessons.for_today(services.clock.today())) is is_near


def test_each_lesson_comes_back_once_for_the_nearest_interview_that_it_fits(
    services: Services, lessons: Lessons
) -> None:
    interview_in(services, 2, TECHNICAL, "Later")
    interview_in(services, 1, PANEL, "Sooner")
    lessons.add("for tasks", kinds=[InterviewKind.TASK.value])
    lessons.add("for technical ones", kinds=[TECHNICAL])
    lessons.add("for all")
    found = lessons.for_today(services.clock.today())
    assert told(found) == [("for all", "Sooner"), ("for technical ones", "Later")]
    assert found[0].interview.kind == PANEL
    assert len(lessons.for_today(services.clock.today(), 1)) == 1


def test_a_closed_application_brings_no_lesson_back(services: Services, lessons: Lessons) -> None:
    closed = interview_in(services, 1)
    services.store.applications.move(closed, Stage.CLOSED, outcome=Outcome.REJECTED)
    lessons.add("Slower")
    assert lessons.for_today(services.clock.today()) == []


def test_a_lesson_outlives_the_application_it_came_from(
    services: Services, lessons: Lessons
) -> None:
    acme = services.store.applications.add("Acme")
    number = lessons.add("Slower", application_id=acme)
    services.store.applications.delete(acme)
    assert (lessons.get(number).application_id, lessons.get(number).company) == (None, "")
