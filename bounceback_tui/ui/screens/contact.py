"""Somebody: added or changed; and where they sent the CV."""

from datetime import date
from typing import Any

from bounceback_tui.models.words import ContactRole
from bounceback_tui.services import Services
from bounceback_tui.ui.screens.form import Blank, FormDialog
from bounceback_tui.ui.text import date_words, parse_day

ROLES = tuple((role.value, role.label) for role in ContactRole)
DOORS = (("", "not said"), ("open", "open"), ("closed", "closed for me"))
NOT_YET = "That day has not come yet; a last contact is today or earlier."


class ContactDialog(FormDialog):
    """Adds somebody, or edits what is known about them; ``made`` is the id of a new one."""

    HEADING = "Somebody you know"
    NOUN = "person"
    BLANKS = (
        Blank("name", "Name", required="A name is all that is needed."),
        Blank("role", "Known as", "pick", options=ROLES),
        Blank("company", "Company"),
        Blank("address", "Reach by", placeholder="mail, phone, a page"),
        Blank("last_contact", "Last contact", placeholder="today, fri, -3, 2026-11-30"),
        Blank("door", "The door is", "pick", options=DOORS),
        Blank("helped_with", "Helped with", placeholder="a talk, practice, a good word"),
        Blank("notes", "Notes", "page"),
    )

    def __init__(
        self, services: Services, number: int | None = None, application_id: int | None = None
    ) -> None:
        """Add somebody, from an application if given, or edit the one called *number*."""
        super().__init__(services, number)
        self.application_id = application_id
        self.made: int | None = None

    def kept(self) -> dict[str, str]:
        if self.number is None:
            return self._from_application()
        found = self.services.store.people.get(self.number)
        values = {blank.name: getattr(found, blank.name) for blank in self.BLANKS}
        return {name: "" if value is None else str(value) for name, value in values.items()}

    def _from_application(self) -> dict[str, str]:
        if self.application_id is None:
            return {"role": ContactRole.RECRUITER.value}
        about = self.services.store.applications.get(self.application_id)
        return {"role": ContactRole.INTERVIEWER.value, "company": about.company}

    def keep(self, facts: dict[str, Any]) -> None:
        people = self.services.store.people
        facts["last_contact"] = past_day(facts["last_contact"], self.services.clock.today())
        if self.number is None:
            role = ContactRole(facts.pop("role"))
            self.made = people.add(role=role, application_id=self.application_id, **facts)
        else:
            people.edit(self.number, **facts)

    def erase(self) -> None:
        if self.number is not None:
            self.services.store.people.delete(self.number)


class CvDialog(FormDialog):
    """Notes that somebody sent the CV to a company; a second sending is pointed out first."""

    HEADING = "Where did your CV go?"
    NOUN = "sending"
    BLANKS = (
        Blank("company", "To", required="Which company was it sent to?"),
        Blank("day", "On", placeholder="today"),
    )

    def __init__(self, services: Services, contact_id: int) -> None:
        """Ask about what the person *contact_id* sent."""
        self.contact_id = contact_id
        super().__init__(services)
        self._known = ""

    def draft_key(self) -> str:
        return f"sending:{self.contact_id}"

    def keep(self, facts: dict[str, Any]) -> None:
        today, company = self.services.clock.today(), facts["company"]
        day = past_day(facts["day"], today) or today
        if company != self._known and (warning := self._second(company, today)):
            self._known = company
            raise ValueError(warning)
        self.services.store.people.send_cv(self.contact_id, company, day)

    def _second(self, company: str, today: date) -> str:
        """Return who sent it there before, in a sentence; empty when nobody did."""
        before = self.services.store.people.sent_before(company)
        if not before:
            return ""
        last = before[0]
        who = "You applied there yourself" if last.id == 0 else f"{last.who} sent it there already"
        again = "Keep it once more if it went out twice all the same."
        return f"{who}, {date_words(last.day, today)}. {again}"


def past_day(words: str, today: date) -> date | None:
    """Return the day *words* names, None for none; raise ValueError with a sentence."""
    if not words.strip():
        return None
    day = parse_day(words, today, past=True)
    if day > today:
        raise ValueError(NOT_YET)
    return day
