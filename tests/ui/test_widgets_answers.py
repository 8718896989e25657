"""The scale and the choices, answered by the keys and the mouse a person uses."""

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.widget import Widget

from bounceback_tui.ui.widgets.choices import Choices
from bounceback_tui.ui.widgets.scale import Scale

LABELS = {
    "low_label": "very unpleasant",
    "middle_label": "in between",
    "high_label": "very pleasant",
}
EDGE = 2
COLORS = ["blue"] * 8 + ["yellow"]
WORDS = {
    "applied": "applied",
    "contacted": "contacted someone",
    "prepared": "prepared",
    "rested": "rested on purpose",
    "life": "life got in the way",
}


class Form(App[None]):
    """Two scales and some choices, and what they said."""

    BINDINGS = [("9", "leave"), ("enter", "leave")]

    def __init__(self, words: dict[str, str] | None = None) -> None:
        super().__init__()
        self.words = WORDS if words is None else words
        self.said: list[tuple[str | None, object]] = []
        self.has_left = False

    def compose(self) -> ComposeResult:
        yield Scale(1, 9, **LABELS, required=True, colors=COLORS, id="v")
        yield Scale(0, 4, low_label="低い", high_label="almost all day", id="stuck")
        yield Choices(self.words, id="did")

    def on_scale_chosen(self, event: Scale.Chosen) -> None:
        self.said.append((event.control.id, event.value))

    def on_choices_changed(self, event: Choices.Changed) -> None:
        self.said.append((event.control.id, set(event.value)))

    def action_leave(self) -> None:
        self.has_left = True


def shown(widget: Widget) -> list[str]:
    """Return the lines of *widget* inside its edge."""
    return [widget.render_line(y).text for y in range(widget.size.height)]


def seen(app: Form, selector: str) -> list[str]:
    return shown(app.query_one(selector))


async def test_one_key_answers_and_the_digit_stands_in_brackets() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        assert seen(app, "#v")[0].split() == [*"123456789"]
        await pilot.press("4")
        assert app.said == [("v", 4)]
        assert seen(app, "#v")[0].split() == ["1", "2", "3", "[4]", *"56789"]


async def test_a_digit_out_of_range_does_nothing_here_or_anywhere() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "9")
        assert app.said == []
        assert not app.has_left
        await pilot.press("0")
        assert app.said == [("stuck", 0)]


async def test_arrows_go_one_by_one_and_stop_at_the_ends() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("right", "right", "left", "9", "right", "1", "left")
        assert [value for _, value in app.said] == [5, 6, 5, 9, 9, 1, 1]


@pytest.mark.parametrize("key", ["backspace", "delete"])
async def test_an_answer_can_be_taken_back_unless_it_is_required(key: str) -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("4", key, "tab", "3", key)
        assert app.said == [("v", 4), ("stuck", 3), ("stuck", None)]
        assert "[" not in seen(app, "#stuck")[0]
        assert "[4]" in seen(app, "#v")[0]


@pytest.mark.parametrize("width", [80, 40, 32])
async def test_a_click_on_a_digit_chooses_it_at_any_width(width: int) -> None:
    app = Form()
    async with app.run_test(size=(width, 24)) as pilot:
        for digit in "1597":
            line = seen(app, "#v")[0]
            await pilot.click("#v", offset=(EDGE + line.index(digit), 0))
            assert f"[{digit}]" in seen(app, "#v")[0]
        await pilot.click("#v", offset=(5, 1))
        assert [value for _, value in app.said] == [1, 5, 9, 7]


async def test_the_labels_stand_under_the_first_the_middle_and_the_last_digit() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)):
        digits, labels = seen(app, "#v")
        assert labels.split("  ")[0].strip() == "very unpleasant"
        assert labels.index("very unpleasant") == digits.index("1")
        assert labels.rstrip().endswith("very pleasant")
        assert len(labels.rstrip()) == digits.index("9") + 1
        assert abs(labels.index("in between") + 5 - digits.index("5")) <= 1


@pytest.mark.parametrize("width", [80, 40, 24, 12])
async def test_the_scale_keeps_to_two_lines_of_its_width(width: int) -> None:
    app = Form()
    async with app.run_test(size=(width, 24)):
        for scale in app.query(Scale):
            assert scale.size.height == 2
            lines = shown(scale)
            assert max(map(cell_len, lines)) <= scale.content_size.width
            assert lines[1].split()[0].startswith(("ver", "低"))


async def test_the_chosen_digit_is_bold_in_its_own_color() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("9")
        styles = {
            segment.text.strip(): segment.style
            for segment in app.query_one("#v").render_line(0)
            if segment.text.strip()
        }
        assert styles["[9]"].bold
        assert not styles["8"].bold
        assert styles["[9]"].color.triplet != styles["8"].color.triplet


async def test_space_ticks_and_unticks_and_the_glyph_says_so() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(Choices).focus()
        await pilot.press("space", "right", "space", "left", "space")
        assert [value for _, value in app.said] == [
            {"applied"},
            {"applied", "contacted"},
            {"contacted"},
        ]
        assert seen(app, "#did")[0].startswith("○ applied   ● contacted someone   ○ prepared")


async def test_enter_is_left_to_the_form() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(Choices).focus()
        await pilot.press("enter")
        assert app.has_left


async def test_up_and_down_go_to_the_nearest_word_of_the_next_row() -> None:
    app = Form()
    async with app.run_test(size=(60, 24)) as pilot:
        choices = app.query_one(Choices)
        choices.focus()
        assert len(shown(choices)) == 2
        await pilot.press("right", "down", "space", "down", "up", "up", "space")
        assert choices.value == {"life", "contacted"}


async def test_the_cursor_goes_round() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(Choices).focus()
        await pilot.press("left", "space", "right", "space")
        assert app.query_one(Choices).value == {"life", "applied"}


async def test_a_click_ticks_the_word_under_the_pointer_and_none_beside_it() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        line = seen(app, "#did")[0]
        await pilot.click("#did", offset=(EDGE + line.index("someone"), 0))
        assert app.said == [("did", {"contacted"})]
        await pilot.click("#did", offset=(79, 0))
        await pilot.click("#did", offset=(EDGE + line.index("contacted") - 4, 0))
        assert len(app.said) == 1


async def test_words_that_are_no_choice_are_not_kept() -> None:
    app = Form()
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(Choices).value = {"applied", "stranger"}
        await pilot.pause()
        assert app.query_one(Choices).value == {"applied"}


@pytest.mark.parametrize("width", [80, 20, 9])
async def test_long_and_wide_words_are_cut_and_each_has_a_row_when_narrow(width: int) -> None:
    app = Form({"a": "東京データ株式会社に応募した", "b": "[/] a long answer, cut", "c": "no"})
    async with app.run_test(size=(width, 24)):
        lines = [line for line in seen(app, "#did") if line.strip()]
        assert max(map(cell_len, lines)) <= app.query_one(Choices).content_size.width
        assert sum(line.count("○") for line in lines) == 3
        assert len(lines) == (1 if width == 80 else 3)
        assert ("…" in lines[0]) == (width < 80)


async def test_no_words_at_all_are_no_trouble() -> None:
    app = Form({})
    async with app.run_test(size=(80, 24)) as pilot:
        app.query_one(Choices).focus()
        await pilot.press("right", "down", "space")
        assert app.said == []
