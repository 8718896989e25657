"""In your corner: what somebody says about themselves, their strengths, stories and practice."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import select as sql_select
from sqlmodel import Session, col, func, select

from bounceback_tui.clock import Clock
from bounceback_tui.models.corner import Practice, Profile, Story, Strength
from bounceback_tui.models.people import Contact, CvSending
from bounceback_tui.models.words import ContactRole
from bounceback_tui.store.database import Database
from bounceback_tui.store.rows import put, replace, require

PROFILE = (
    "my_name",
    "target_role",
    "location",
    "available",
    "direction_1yr",
    "direction_3yr",
    "best_when",
    "slowed_by",
    "pay_floor",
    "pay_range",
    "link",
)
MOST = 50
ALLIES = (ContactRole.RECRUITER, ContactRole.MENTOR, ContactRole.PEER, ContactRole.COACH)


class Ally(NamedTuple):
    """Somebody on one's side: their role, the last contact, and how often they sent the CV."""

    name: str
    role: ContactRole
    last_contact: date | None
    sendings: int


class Corner:
    """What a person keeps about themselves; each writing method is one transaction."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    # About oneself

    def profile(self) -> dict[str, str]:
        """Return what is said so far, by its name among PROFILE."""
        with self._database.read() as session:
            return {row.key: row.value for row in session.exec(select(Profile))}

    def set_profile(self, **values: str) -> None:
        """Say something about oneself; an empty value takes it back."""
        unknown = values.keys() - set(PROFILE)
        if unknown:
            raise ValueError(f"There is no {min(unknown)!r} in a profile.")
        with self._database.act("Changed what you say about yourself") as session:
            for key, value in values.items():
                _say(session, key, value.strip())

    # Allies

    def allies(self, limit: int = MOST) -> list[Ally]:
        """Return recruiters, mentors, peers and coaches, those of the last contact first."""
        sendings = func.count(col(CvSending.id))
        query = (
            sql_select(col(Contact.name), col(Contact.role), col(Contact.last_contact), sendings)
            .outerjoin(CvSending, col(CvSending.contact_id) == col(Contact.id))
            .where(col(Contact.role).in_([role.value for role in ALLIES]))
            .group_by(col(Contact.id))
            .order_by(col(Contact.last_contact).desc().nulls_last(), col(Contact.name))
            .limit(limit)
        )
        with self._database.read() as session:
            return [
                Ally(name, ContactRole(role), day, sent)
                for name, role, day, sent in session.execute(query)
            ]

    # Strengths

    def strengths(self) -> list[Strength]:
        """Return the strengths in their order."""
        query = select(Strength).order_by(col(Strength.position), col(Strength.id)).limit(MOST)
        with self._database.read() as session:
            return list(session.exec(query))

    def replace_strengths(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Put *pairs* of skill and proof in place of all; an empty pair keeps its place free."""
        with self._database.act("Changed your strengths") as session:
            wanted = (
                Strength(skill=skill, proof=proof, position=place)
                for place, (skill, proof) in enumerate(pairs)
                if (skill + proof).strip()
            )
            replace(session, session.exec(select(Strength)), wanted)

    # Stories

    def stories(self) -> list[Story]:
        """Return the stories in their order."""
        query = select(Story).order_by(col(Story.position), col(Story.id)).limit(MOST)
        with self._database.read() as session:
            return list(session.exec(query))

    def story(self, story_id: int) -> Story:
        """Return one story, or raise NotFoundError."""
        with self._database.read() as session:
            return require(session, Story, story_id, "story")

    def add_story(self, title: str, **facts: Any) -> int:
        """Keep a story after the others and return its id."""
        with self._database.act("Added a story") as session:
            last = session.exec(select(func.max(Story.position))).one()
            place = 0 if last is None else last + 1
            return put(session, Story(title=title, position=place, **facts))

    def edit_story(self, story_id: int, **facts: Any) -> None:
        """Change a story."""
        with self._database.act("Edited a story") as session:
            require(session, Story, story_id, "story").sqlmodel_update(facts)

    def delete_story(self, story_id: int) -> None:
        """Delete a story."""
        with self._database.act("Deleted a story") as session:
            session.delete(require(session, Story, story_id, "story"))

    # Practice

    def practices(self, limit: int = MOST, interview_id: int | None = None) -> list[Practice]:
        """Return the newest practice runs, of one interview if given."""
        query = select(Practice).order_by(col(Practice.day).desc(), col(Practice.id).desc())
        if interview_id is not None:
            query = query.where(Practice.interview_id == interview_id)
        with self._database.read() as session:
            return list(session.exec(query.limit(limit)))

    def practice(self, practice_id: int) -> Practice:
        """Return one practice run, or raise NotFoundError."""
        with self._database.read() as session:
            return require(session, Practice, practice_id, "practice")

    def add_practice(self, question: str, **facts: Any) -> int:
        """Keep a practice run of today and return its id."""
        with self._database.act("Added a practice run") as session:
            return put(session, Practice(day=self._clock.today(), question=question, **facts))

    def edit_practice(self, practice_id: int, **facts: Any) -> None:
        """Change a practice run; its day stays."""
        with self._database.act("Edited a practice run") as session:
            require(session, Practice, practice_id, "practice").sqlmodel_update(facts)

    def delete_practice(self, practice_id: int) -> None:
        """Delete a practice run."""
        with self._database.act("Deleted a practice run") as session:
            session.delete(require(session, Practice, practice_id, "practice"))


def _say(session: Session, key: str, value: str) -> None:
    said = session.get(Profile, key)
    if not value and said is not None:
        session.delete(said)
    elif value and said is not None:
        said.value = value
    elif value:
        session.add(Profile(key=key, value=value))
