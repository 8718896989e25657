"""When a step of one recovery is proposed, and when it is better left for another day."""

from datetime import timedelta

from bounceback_tui.insight.pacing import (
    SessionRule,
    baseline,
    follow_up_opens_on,
    may_write,
    sting_sessions_left,
    suits_follow_up,
)
from bounceback_tui.models.words import Step, StepState
from bounceback_tui.services import Services
from bounceback_tui.store.recoveries import Recovering
from bounceback_tui.ui.screens.recovery import side
from bounceback_tui.ui.text import ahead

USUAL = timedelta(days=90)
EARLY = (
    "It is early for this one: writing about it in the first hours can make it louder. "
    "Enter once more opens it all the same."
)
TOMORROW = "One sitting a day is enough for this; the next one is there tomorrow."
GENTLE = "Not today: this one asks for the sting. The others are there, and so is F1."


class Timing:
    """The rules of pacing, for one recovery as it is now."""

    def __init__(self, services: Services, found: Recovering) -> None:
        """Read what the rules need."""
        self._services = services
        self._found = found
        sittings = services.store.sittings.of(found.id, Step.NOT_PERSONAL)
        self._stings = [sitting for sitting in sittings if not sitting.is_skipped]

    def note(self, step: Step) -> str:
        """Return the few words that stand beside *step*."""
        state = self._found.steps[step]
        early = {Step.NOT_PERSONAL: self._sting_note, Step.FOLLOW_UP: self._follow_up_note}
        if step in early and (words := early[step]()):
            return words
        minutes = self._services.guides[step.value].minutes
        return side.WORDS[state] or (f"about {minutes} min" if minutes else "")

    def refusal(self, step: Step, *, asked_for_it: bool, is_gentle: bool) -> str:
        """Return why *step* is not for now; empty when it is, as all but one always are."""
        if step is not Step.NOT_PERSONAL:
            return ""
        if is_gentle:
            return GENTLE
        rule = self._rule
        if rule is SessionRule.ENOUGH:
            return self._services.guides["not_personal"].texts["enough"]
        if rule is SessionRule.TOMORROW:
            return TOMORROW
        return "" if self._may_write(asked_for_it=asked_for_it) else EARLY

    def _may_write(self, *, asked_for_it: bool) -> bool:
        now = self._services.clock.now()
        return may_write(self._found.row.at, now, asked_for_it=asked_for_it or bool(self._stings))

    @property
    def _rule(self) -> SessionRule:
        if any(sitting.finished_at is None for sitting in self._stings):
            return SessionRule.OPEN
        days = [sitting.day for sitting in self._stings]
        return sting_sessions_left(days, self._services.clock.today(), len(days))

    def _sting_note(self) -> str:
        rule = self._rule
        if rule is SessionRule.ENOUGH:
            return "enough written"
        if rule is SessionRule.TOMORROW:
            return "next sitting tomorrow"
        return "" if self._may_write(asked_for_it=False) else "later, or if you ask"

    def _follow_up_note(self) -> str:
        """Return when asking is proposed: some days after, and near one's usual self."""
        if self._found.steps[Step.FOLLOW_UP] is not StepState.NOT_STARTED:
            return ""
        today = self._services.clock.today()
        opens = follow_up_opens_on(self._found.day)
        if today < opens:
            return f"better from {ahead(opens, today)}"
        valences = [v for _day, v in self._services.store.check_ins.valences(today - USUAL, today)]
        latest = valences[0] if valences else None
        return "" if suits_follow_up(latest, baseline(valences)) else "on a steadier day"
