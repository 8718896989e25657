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
