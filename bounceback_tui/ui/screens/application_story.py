"""The half of an application's screen that acts: stages, dates, interviews, pages."""

from collections.abc import Callable

from textual import on, work

from bounceback_tui.models.application import Application
from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.services import Services
from bounceback_tui.ui.screens.application_lines import Step
from bounceback_tui.ui.screens.day import DayDialog
from bounceback_tui.ui.screens.recovery.ways import Ways
from bounceback_tui.ui.screens.stage import StageChoice, StageDialog
from bounceback_tui.ui.widgets.paged_list import PagedList


class ApplicationStory(Ways):
    """What can be done with one application besides editing its fields."""

    def __init__(self, services: Services, application_id: int) -> None:
        """Act on the application called *application_id*."""
        super().__init__(services)
        self.application_id = application_id

    @property
    def row(self) -> Application:
        """The application as it is in the file."""
        return self.store.applications.get(self.application_id)

    def _move(self, choice: StageChoice) -> None:
        def move() -> None:
            row, wanted = self.row, choice.outcome and choice.outcome.value
            if (row.stage, row.outcome) == (choice.stage.value, wanted):
                self.tell(f"{row.company} stands there already", undoable=False)
                return
            self.store.applications.move(
                self.application_id, choice.stage, outcome=choice.outcome, day=choice.day
            )
            self.tell(f"Moved {row.company} to {(choice.outcome or choice.stage).label}")
            self.reload()
            if choice.outcome is Outcome.REJECTED:
                self.offer_way_up(self.application_id)

        self.guarded(move)

    def action_rejected(self) -> None:
        self._move(StageChoice(Stage.CLOSED, Outcome.REJECTED))

    @work
    async def action_stage(self) -> None:
        """Ask for a stage and a day, and move there."""
        choice = await self.app.push_screen_wait(StageDialog(self.services, self.application_id))
        if choice is not None:
            self._move(choice)

    @property
    def _step(self) -> Step | None:
        found = self.query_one("#history", PagedList).item
        return found if isinstance(found, Step) else None

    @work
    async def action_redate(self) -> None:
        """Ask for the day of the history's line under the cursor."""
        step = self._step
        if step is None:
            return
        today = self.services.clock.today()
        day = await self.app.push_screen_wait(
            DayDialog(f"{step.label} since which day?", step.day, today, past=True)
        )
        if day is not None:
            self._do(lambda: self.store.applications.redate(step.id, day), "Changed the date")

    def action_drop_change(self) -> None:
        step = self._step
        if step is None or not self.query_one("#history").has_focus:
            return
        if len(self.store.applications.history(self.application_id)) == 1:
            self.tell("The first line stays: it is where the application began", undoable=False)
            return
        self._do(lambda: self.store.applications.drop_change(step.id), "Removed the line")

    def _do(self, act: Callable[[], object], said: str) -> None:
        if self.guarded(act):
            self.tell(said)
        self.guarded(self.reload)

    def action_get_up(self) -> None:
        """Go on with getting back up from this one, or begin."""
        if self.row.outcome == Outcome.REJECTED:
            self.open_recovery_of(self.application_id)
        else:
            self.tell("It was not a no, so there is nothing to get up from", undoable=False)

    # Interviews, pages, the whole

    def action_add_interview(self) -> None:
        from bounceback_tui.ui.screens.interview import InterviewDialog

        self.show_over(InterviewDialog(self.services, self.application_id))

    def action_prepare(self) -> None:
        """Open all there is to prepare for the interview under the cursor."""
        from bounceback_tui.ui.screens.preparation import PreparationScreen

        found = self.query_one("#interviews", PagedList).item
        if found is None:
            self.tell("There is no interview yet to prepare for", undoable=False)
        else:
            self.show_over(PreparationScreen(self.services, found[0].id))

    @on(PagedList.Chosen, "#interviews")
    def _open_interview(self, message: "PagedList.Chosen") -> None:
        from bounceback_tui.ui.screens.interview import InterviewDialog

        interview, _prepared = message.item
        self.show_over(InterviewDialog(self.services, self.application_id, interview.id))

    @on(PagedList.Chosen, "#history")
    def _redate_chosen(self) -> None:
        self.action_redate()

    @on(PagedList.Chosen, "#pages")
    def _open_page(self, message: "PagedList.Chosen") -> None:
        from bounceback_tui.ui.screens.editor import EditorScreen

        self.show_over(EditorScreen(self.services, message.item.id))

    def action_write(self) -> None:
        from bounceback_tui.ui.screens.editor import EditorScreen

        self.show_over(EditorScreen(self.services, application_id=self.application_id))

    def action_delete(self) -> None:
        company: list[str] = []
        delete = self.store.applications.delete
        if self.guarded(lambda: company.append(delete(self.application_id))):
            self.tell(f"Deleted {company[0]}")
            self.app.pop_screen()
