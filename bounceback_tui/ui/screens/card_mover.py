"""The half of the board that moves cards, by key, by mouse, picked up, or with a date."""

from collections.abc import Callable, Collection

from textual import on, work

from bounceback_tui.models.words import Outcome, Stage
from bounceback_tui.ui.screens.recovery.ways import Ways
from bounceback_tui.ui.screens.stage import StageChoice, StageDialog
from bounceback_tui.ui.text import plural
from bounceback_tui.ui.widgets.kanban import Face, Kanban


class CardMover(Ways):
    """Writes down where a card was put, and lets the cursor follow it."""

    @property
    def kanban(self) -> Kanban:
        """The board itself."""
        return self.query_one(Kanban)

    def reload(self, follow: int | None = None, changed: Collection[Stage] | None = None) -> None:
        """Show the board; the cursor goes to the card *follow*, or stays with its own.

        With *changed* named the cards of these columns alone are read again.
        """
        raise NotImplementedError

    @on(Kanban.CardMoved)
    def _moved(self, message: Kanban.CardMoved) -> None:
        self.guarded(lambda: self._put_down(message))

    def _put_down(self, message: Kanban.CardMoved) -> None:
        stage = Stage(message.column)
        if stage is Stage.CLOSED and message.from_column != stage.value:
            self._close(message.card_id, message.above, message.below)
            return
        outcome = None
        if stage is Stage.CLOSED:
            kept = self.store.applications.get(message.card_id).outcome
            outcome = Outcome(kept) if kept else None
        self._move(message.card_id, StageChoice(stage, outcome), message.above, message.below)

    @work
    async def _close(self, card_id: int, above: int | None, below: int | None) -> None:
        """Ask how it ended, then close the card; without an answer it goes back."""
        choice = await self.app.push_screen_wait(
            StageDialog(self.services, card_id, stage=Stage.CLOSED)
        )
        if choice is None:
            self.guarded(lambda: self.reload(follow=card_id))
        else:
            self._move(card_id, choice, above, below)

    def _move(
        self,
        card_id: int,
        choice: StageChoice,
        above: int | None = None,
        below: int | None = None,
    ) -> None:
        changed: set[Stage] = set()

        def move() -> None:
            before = self.store.applications.move(
                card_id,
                choice.stage,
                outcome=choice.outcome,
                day=choice.day,
                above=above,
                below=below,
            )
            changed.update((Stage(before.stage), choice.stage))
            after = (choice.stage.value, choice.outcome and choice.outcome.value)
            if (before.stage, before.outcome) != after:
                self.tell(f"Moved {before.company} to {(choice.outcome or choice.stage).label}")

        is_moved = self.guarded(move)
        if is_moved and choice.outcome is Outcome.REJECTED:
            self.offer_way_up(card_id)
        self.guarded(lambda: self.reload(follow=card_id, changed=changed if is_moved else None))

    def _with_selected(self, act: Callable[[Face], object]) -> None:
        selected = self.kanban.selected
        if selected is not None:
            act(selected)

    def action_move_left(self) -> None:
        self.kanban.action_move_left()

    def action_move_right(self) -> None:
        self.kanban.action_move_right()

    def action_order_down(self) -> None:
        self.kanban.action_order_down()

    def action_order_up(self) -> None:
        self.kanban.action_order_up()

    def action_carry(self) -> None:
        self.kanban.action_carry()

    def action_rejected(self) -> None:
        choice = StageChoice(Stage.CLOSED, Outcome.REJECTED)
        self._with_selected(lambda card: self._move(card.id, choice))

    @work
    async def action_stage(self) -> None:
        """Ask for a stage and a day, and move the card there."""
        selected = self.kanban.selected
        if selected is None:
            return
        choice = await self.app.push_screen_wait(StageDialog(self.services, selected.id))
        if choice is not None:
            self._move(selected.id, choice)

    @work
    async def action_sweep(self) -> None:
        """Close the silent ones that are chosen, in one go; nothing is asked about any of them."""
        from bounceback_tui.ui.screens.sweep import SweepDialog

        with self.sentences():
            swept = await self.app.push_screen_wait(SweepDialog(self.services))
            if swept:
                self.store.applications.close_all(swept.application_ids, swept.outcome)
                ended = "as a no" if swept.outcome is Outcome.REJECTED else "without a reply"
                self.tell(f"Closed {plural(len(swept.application_ids), 'card')} {ended}")
            self.reload()
