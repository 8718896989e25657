"""The box that fits a prompt."""

from bounceback_tui.guides.loader import Field, Guides
from bounceback_tui.ui.widgets.answer import (
    AnswerBox,
    ChoiceBox,
    LineBox,
    NumberBox,
    PairBox,
    ScaleBox,
    TextBox,
    WordsBox,
)
from bounceback_tui.ui.widgets.marks_box import MarksBox
from bounceback_tui.ui.widgets.scale import Scale


def box_for(field: Field, guides: Guides) -> AnswerBox:
    """Return the box for the answer to *field*; a ``custom`` one is for its screen to make."""
    match field.kind:
        case "scale":
            return ScaleBox(scale_for(field))
        case "number":
            return NumberBox(field.low, field.high)
        case "choices":
            return ChoiceBox(field.labels)
        case "pair":
            return PairBox(list(field.labels.values()))
        case "marks":
            return MarksBox(guides[field.list].items, field.labels.get("marked", ""))
        case "text":
            return TextBox()
        case "line":
            return LineBox()
        case _:
            return WordsBox()


def scale_for(field: Field) -> Scale:
    """Return the digits *field* is answered with."""
    return Scale(
        field.low,
        field.high,
        low_label=field.low_label,
        middle_label=field.middle_label,
        high_label=field.high_label,
        required=field.required,
    )
