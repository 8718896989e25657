"""Follow up: ask one person once, on a day that suits, and let it go."""

from bounceback_tui.guides.loader import Field
from bounceback_tui.insight.following_up import closes_on
from bounceback_tui.models.words import MessageKind, Step
from bounceback_tui.ui.screens.recovery.letter_boxes import NOT_YET, ReadyBox, ready_day
from bounceback_tui.ui.screens.recovery.letter_step import LetterStep
from bounceback_tui.ui.text import ahead, date_words
from bounceback_tui.ui.widgets.answer import AnswerBox, ChoiceBox, texts_of

SENT = {"sent": "yes, I sent it", "later": "not yet, keep the draft"}
ASKED = "{name} was asked already, and one question is enough. Nothing more was written down."


class FollowUpScreen(LetterStep):
    """Ready or another day, who, a draft, and whether it went out."""

    STEP = Step.FOLLOW_UP

    def answer_box(self, field: Field) -> AnswerBox:
        if field.id == "ready":
            return ReadyBox(dict(field.labels), self.services.clock.today())
        if field.id == "draft":
            return self.letter_box(MessageKind.FEEDBACK)
        if field.id == "sent":
            return ChoiceBox(SENT)
        return super().answer_box(field)

    def asks(self, field: Field, answers: dict[str, str]) -> bool:
        if field.id not in ("draft", "sent"):
            return True
        is_ready = not answers.get("ready", "").startswith(NOT_YET)
        return is_ready and bool(texts_of(answers.get("contact", "")))

    def finished(self, answers: dict[str, str]) -> None:
        """Keep the question as sent, as a draft, or for the day that was named."""
        names = self.names()
        if not names:
            self.tell("Nobody is asked, and that is fine")
            return
        person = self.known(names[0])
        latest = self.latest_to(person.id) if person else None
        if latest and latest.kind is MessageKind.FEEDBACK and latest.row.sent_on is not None:
            self.app.notify(ASKED.format(name=names[0]), timeout=8, markup=False)
            return
        self._keep_message(names[0], answers)

    def _keep_message(self, name: str, answers: dict[str, str]) -> None:
        today = self.services.clock.today()
        day, is_sent = ready_day(answers.get("ready", ""), today), answers.get("sent") == "sent"
        draft = answers.get("draft") or self.letter_for(name, MessageKind.FEEDBACK)
        subject, body = (*texts_of(draft), "", "")[:2]
        self.store.messages.keep(
            self.contact_of(name),
            MessageKind.FEEDBACK,
            self.application_id,
            is_sent=is_sent and day is None,
            subject=subject,
            body=body,
            ready_on=day,
        )
        if day is not None:
            self.tell(f"The draft waits on Today from {ahead(day, today)}")
        elif is_sent:
            words = self.guide.texts["sent"].replace("{date}", date_words(closes_on(today), today))
            self.app.notify(words, timeout=8, markup=False)
        else:
            self.tell("The draft waits with the person")
