"""The checklist, edited by the keys and the mouse a person uses."""

from pathlib import Path

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui import ui
from bounceback_tui.ui.widgets.tick_lines import Items, TickLines
from bounceback_tui.ui.widgets.ticks import Ticks

STYLES = Path(ui.__file__ or "").with_name("bounceback.tcss")
STORIES = [("CV read", True), ("three stories", False), ("two questions", False)]


class Page(App[None]):
    """A checklist above a field, and what it said."""

    BINDINGS = [("escape", "leave")]
    AUTO_FOCUS = None
    CSS_PATH = STYLES

    def __init__(self, items: Items | None = None) -> None:
        super().__init__()
        self.start = STORIES if items is None else items
        self.said: list[Items] = []
        self.has_left = False

    def compose(self) -> ComposeResult:
        yield Ticks()
        yield Input(id="after")

    def on_mount(self) -> None:
        self.ticks.show(self.start)
        self.call_after_refresh(self.focus_first)

    def focus_first(self) -> None:
        self.ticks.query_one(TickLines if self.start else Input).focus()

    @property
    def ticks(self) -> Ticks:
        return self.query_one(Ticks)

    def on_ticks_changed(self, event: Ticks.Changed) -> None:
        assert event.control is self.ticks
        self.said.append(event.items)

    def on_input_submitted(self) -> None:
        raise AssertionError("a line of the list was taken for the form's own field")

    def action_leave(self) -> None:
        self.has_left = True


def shown(app: Page) -> list[str]:
    lines = app.query_one(TickLines)
    return [lines.render_line(y).text.rstrip() for y in range(lines.size.height)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    await pilot.pause()
    for key in keys:
        await pilot.press(key)
        await pilot.pause()


async def test_every_line_shows_a_box_and_whether_it_is_done() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)):
        assert shown(app) == ["▎ ☑ CV read", "  ☐ three stories", "  ☐ two questions"]


async def test_space_ticks_and_unticks_the_line_under_the_cursor() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "space", "down", "space")
        assert app.ticks.items == [("CV read", False), ("three stories", True), STORIES[2]]
        assert shown(app)[:2] == ["  ☐ CV read", "▎ ☑ three stories"]
        assert app.said[-1] == app.ticks.items
        assert len(app.said) == 2


async def test_enter_rewords_a_line_in_its_place() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "down", "enter", "!")
        field = app.focused
        assert isinstance(field, Input)
        assert field.region.y == app.query_one(TickLines).region.y + 1
        assert field.value == "three stories!"
        await press(pilot, "enter", "space")
        assert app.ticks.items == [STORIES[0], ("three stories!", True), STORIES[2]]
        assert not field.display


async def test_escape_puts_the_words_back_and_does_not_leave() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "enter", "x", "escape")
        assert app.ticks.items == STORIES
        assert app.said[-1] == STORIES
        assert not app.has_left
        await press(pilot, "escape")
        assert app.has_left


async def test_leaving_a_line_that_is_being_reworded_keeps_it() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "enter", "x")
        app.query_one("#after").focus()
        await pilot.pause()
        assert app.ticks.items[0] == ("CV readx", True)
        assert shown(app)[0] == "▎ ☑ CV readx"


async def test_a_line_reworded_to_nothing_stays_as_it_was() -> None:
    app = Page([("ab", False)])
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "enter", "backspace", "backspace", "enter")
        assert app.ticks.items == [("ab", False)]


async def test_the_last_row_adds_lines_one_after_another() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "down", "down", "down", *"new", "space", *"j", "enter", *"two", "enter")
        assert app.ticks.items == [*STORIES, ("new j", False), ("two", False)]
        assert shown(app)[-1] == "  ☐ two"
        await press(pilot, "enter", "enter")
        assert len(app.ticks.items) == 5


async def test_up_from_the_last_row_goes_back_to_the_lines() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "down", "j", "down", "up", "space")
        assert app.ticks.items[2] == ("two questions", True)


async def test_a_line_that_is_still_being_typed_is_told_and_kept() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "tab", *"half")
        assert app.said[-1] == [*STORIES, ("half", False)]
        assert app.ticks.items == app.said[-1]
        await press(pilot, "tab")
        assert shown(app)[-1] == "  ☐ half"
        assert app.ticks.items == [*STORIES, ("half", False)]


async def test_delete_removes_lines_down_to_none() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "down", "down", "delete")
        assert app.ticks.items == STORIES[:2]
        await press(pilot, "delete", "delete")
        assert app.ticks.items == []
        assert app.said[-1] == []
        await press(pilot, *"again", "enter")
        assert app.ticks.items == [("again", False)]


async def test_letters_in_a_field_are_letters() -> None:
    app = Page([])
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, *"jkd", "space", *"k", "enter")
        assert app.ticks.items == [("jkd k", False)]


async def test_a_click_on_the_box_ticks_and_on_the_words_goes_there() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(TickLines, offset=(8, 2))
        await pilot.pause()
        assert app.said == []
        await press(pilot, "space")
        assert app.ticks.items[2] == ("two questions", True)
        await pilot.click(TickLines, offset=(2, 0))
        await pilot.pause()
        assert app.ticks.items[0] == ("CV read", False)


async def test_showing_other_lines_drops_what_was_half_typed() -> None:
    app = Page()
    async with app.run_test(size=(40, 12)) as pilot:
        await press(pilot, "tab", *"half")
        app.ticks.show([("only", True)])
        await pilot.pause()
        assert app.ticks.items == [("only", True)]


async def test_long_wide_and_bracketed_lines_are_cut_to_one_row_each() -> None:
    app = Page([("東京データ株式会社について調べる", False), ("[/] [b]not bold[/b] at all", True)])
    async with app.run_test(size=(20, 12)):
        first, second = shown(app)
        assert first == "▎ ☐ 東京データ株式…"
        assert second == "  ☑ [/] [b]not bold…"
