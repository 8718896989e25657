"""The words of a search: stages, outcomes and kinds, without any table.

Values are what the file holds and never change; labels are what a person reads.
"""

from enum import StrEnum


class Worded(StrEnum):
    """A stored value with the words a person reads for it."""

    @property
    def label(self) -> str:
        """The value as a person reads it, e.g. ``no_reply`` as "No reply"."""
        return self.value.replace("_", " ").capitalize()


class Stage(Worded):
    """Where an application stands; the columns of the board, in their order."""

    SAVED = "saved"
    APPLIED = "applied"
    SCREENING = "screening"
    INTERVIEW = "interview"
    OFFER = "offer"
    CLOSED = "closed"


class Outcome(Worded):
    """How a closed application ended."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"
    NO_REPLY = "no_reply"
    WITHDRAWN = "withdrawn"


class WorkMode(Worded):
    """Where the work is done; schema.org keeps this in ``jobLocationType``."""

    ON_SITE = "on_site"
    HYBRID = "hybrid"
    REMOTE = "remote"


class PayUnit(Worded):
    """The period a pay figure is for; schema.org ``baseSalary.unitText``."""

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class InterviewKind(Worded):
    """What sort of conversation a round is."""

    RECRUITER_CALL = "recruiter_call"
    HIRING_MANAGER = "hiring_manager"
    TECHNICAL = "technical"
    TASK = "task"
    PANEL = "panel"
    FINAL = "final"
    OTHER = "other"


class Deed(Worded):
    """What somebody did on a day, as asked by the check-in."""

    APPLIED = "applied"
    CONTACTED = "contacted"
    PREPARED = "prepared"
    INTERVIEWED = "interviewed"
    RESTED = "rested"
    LIFE = "life"


class Dose(Worded):
    """How much help a rejection calls for."""

    FIRST_AID = "first_aid"
    STEPS = "steps"


class RecoveryState(Worded):
    """Where a recovery stands; ``declined`` is "not for this one"."""

    WAITING = "waiting"
    UNDER_WAY = "under_way"
    DONE = "done"
    DECLINED = "declined"


class Step(Worded):
    """The steps of getting back up, in their order; the last two belong to no one rejection."""

    FIRST_AID = "first_aid"
    NOT_PERSONAL = "not_personal"
    RED_FLAGS = "red_flags"
    FOLLOW_UP = "follow_up"
    GRACE = "grace"
    PRESS_ON = "press_on"
    STAYS_TRUE = "stays_true"
    CORNER = "corner"


class StepState(Worded):
    """How far a step has come."""

    NOT_STARTED = "not_started"
    BEGUN = "begun"
    DONE = "done"
    SKIPPED = "skipped"


class CriterionKind(Worded):
    """How much a criterion matters."""

    MUST = "must"
    NICE = "nice"
    NO = "no"


class ContactRole(Worded):
    """How somebody is known."""

    HIRING_MANAGER = "hiring_manager"
    INTERVIEWER = "interviewer"
    RECRUITER = "recruiter"
    MENTOR = "mentor"
    PEER = "peer"
    COACH = "coach"
    OTHER = "other"


class MessageKind(Worded):
    """What a message is for."""

    FEEDBACK = "feedback"
    THANKS = "thanks"
    INTRODUCTION = "introduction"
    OTHER = "other"


class MessageStatus(Worded):
    """What became of a message."""

    DRAFTED = "drafted"
    SENT = "sent"
    REPLIED = "replied"
    QUIET = "quiet"


class FeedbackSort(Worded):
    """What a piece of feedback is about."""

    SKILL = "skill"
    FIT = "fit"
    CIRCUMSTANCE = "circumstance"
    CANT_TELL = "cant_tell"

    @property
    def label(self) -> str:
        """The value as a person reads it."""
        return "Can't tell" if self is FeedbackSort.CANT_TELL else super().label
