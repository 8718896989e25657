"""People: found by words and role, and who brought the CV where."""

from datetime import date

import pytest

from bounceback_tui.models.words import ContactRole, MessageKind, Stage
from bounceback_tui.services import Services
from bounceback_tui.store.errors import NotFoundError
from bounceback_tui.store.people import YOURSELF, People

TODAY = date(2026, 11, 22)


@pytest.fixture
def people(services: Services) -> People:
    return services.store.people


def names(people: People, needle: str = "", role: ContactRole | None = None) -> list[str]:
    return [person.name for person in people.page(needle, role)]


def test_people_stand_by_role_and_then_by_name(people: People) -> None:
    people.add("zoe", ContactRole.RECRUITER)
    people.add("Ann", ContactRole.PEER)
    people.add("Bo", ContactRole.RECRUITER)
    people.add("Cy", ContactRole.HIRING_MANAGER)
    assert names(people) == ["Cy", "Bo", "zoe", "Ann"]
    assert names(people, role=ContactRole.RECRUITER) == ["Bo", "zoe"]
    assert people.count(role=ContactRole.RECRUITER) == 2


def test_every_word_of_the_filter_must_stand_somewhere(people: People) -> None:
    people.add("Dana", company="Acme", helped_with="read my CV 100%")
    people.add("Sam", company="Acme")
    assert names(people, "acme cv") == ["Dana"]
    assert names(people, "100%") == ["Dana"]
    assert names(people, "_") == []
    assert people.count("acme") == 2


def test_a_page_never_holds_more_than_asked_for(people: People) -> None:
    for number in range(7):
        people.add(f"P{number}")
    assert [p.name for p in people.page("", None, 2, 3)] == ["P2", "P3", "P4"]


def test_a_line_counts_messages_replies_and_sendings_of_that_person_alone(
    services: Services, people: People
) -> None:
    dana, sam = people.add("Dana"), people.add("Sam")
    messages = services.store.messages
    first = messages.add(dana, MessageKind.FEEDBACK)
    messages.add(dana, MessageKind.THANKS)
    messages.add(sam, MessageKind.THANKS)
    messages.reply(first, "Sure", TODAY)
    people.send_cv(dana, "Globex")
    found = people.person(dana)
    assert (found.messages, found.replies, found.sendings) == (2, 1, 1)


def test_an_edit_and_a_deletion_come_back_by_undo_with_everything(
    services: Services, people: People
) -> None:
    dana = people.add("Dana", company="Acme")
    services.store.messages.add(dana, MessageKind.FEEDBACK, subject="Hello")
    people.send_cv(dana, "Globex")
    people.edit(dana, company="Initech")
    people.delete(dana)
    assert people.count() == 0
    assert services.store.messages.of_contact(dana) == []
    services.store.undo()
    assert people.get(dana).company == "Initech"
    assert services.store.messages.of_contact(dana)[0].row.subject == "Hello"
    assert len(people.sendings(dana)) == 1
    services.store.undo()
    assert people.get(dana).company == "Acme"


def test_whoever_is_gone_is_named_in_a_sentence(people: People) -> None:
    for ask in (people.get, people.person, people.delete):
        with pytest.raises(NotFoundError, match="That person is not in the journal"):
            ask(99)


@pytest.mark.parametrize("written", ["globex", "GLOBEX", " Globex  ", "Globex"])
def test_a_second_sending_is_known_however_the_company_is_written(
    people: People, written: str
) -> None:
    people.send_cv(people.add("Dana"), "Globex", TODAY)
    [found] = people.sent_before(written)
    assert (found.who, found.company, found.day) == ("Dana", "Globex", TODAY)
    assert people.sent_before("Glob") == []


def test_capitals_of_any_language_make_no_difference(people: People) -> None:
    people.send_cv(people.add("Dana"), "Ärzte  Straße")
    assert len(people.sent_before("ÄRZTE STRASSE")) == 1


def test_an_application_of_ones_own_counts_as_a_sending_unless_only_saved(
    services: Services, people: People
) -> None:
    services.store.applications.add("Globex", Stage.APPLIED)
    services.store.applications.add("Initech", Stage.SAVED)
    assert [s.who for s in people.sent_before("globex")] == [YOURSELF]
    assert people.sent_before("initech") == []


def test_those_of_the_application_and_its_company_come_first(
    services: Services, people: People
) -> None:
    acme = services.store.applications.add("Acme")
    people.add("Ann")
    people.add("Zed", application_id=acme)
    people.add("Yan", company="ACME")
    assert [p.name for p in people.around(acme)] == ["Yan", "Zed", "Ann"]
    assert [p.name for p in people.around(acme, "z")] == ["Zed"]
