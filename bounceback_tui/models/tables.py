"""Every table at once, for what must see them all."""

from bounceback_tui.models.application import Application
from bounceback_tui.models.base import Row
from bounceback_tui.models.check_in import CheckIn
from bounceback_tui.models.corner import Practice, Profile, Story, Strength
from bounceback_tui.models.entry import Draft, Entry, EntryTag, Marker
from bounceback_tui.models.flag import Criterion, Flag
from bounceback_tui.models.interview import Interview, PrepItem
from bounceback_tui.models.lesson import Lesson
from bounceback_tui.models.people import Contact, CvSending, Message
from bounceback_tui.models.recovery import Answer, Recovery, Rest, Sitting
from bounceback_tui.models.stage_change import StageChange

metadata = Row.metadata

UNDOABLE = (
    Application,
    StageChange,
    Interview,
    PrepItem,
    CheckIn,
    Entry,
    EntryTag,
    Recovery,
    Rest,
    Sitting,
    Answer,
    Flag,
    Criterion,
    Contact,
    Message,
    CvSending,
    Lesson,
    Strength,
    Profile,
    Story,
    Practice,
)
KEPT_OUT_OF_UNDO = (Draft, Marker)
