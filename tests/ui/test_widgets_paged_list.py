"""The paged list, driven by the keys and the mouse a person uses."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from rich.text import Text
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.ui.widgets.paged_list import PagedList
from bounceback_tui.ui.widgets.pages import PAGES_KEPT, Pages

SIZE = (40, 12)
MANY = 100_000


class Shelf(App[None]):
    """A list of made-up rows above a field, that notes what it is told and asked."""

    CSS = "PagedList { height: 10; } #quiet { height: auto; }"

    def __init__(self, count: int = MANY, row_height: int = 1, name: str = "row") -> None:
        super().__init__()
        self.count, self.row_height, self.named = count, row_height, name
        self.fetched: list[tuple[int, int]] = []
        self.highlighted: list[tuple[str | None, int]] = []
        self.chosen: list[tuple[str | None, int]] = []
        self.befores: dict[str, str | None] = {}

    def compose(self) -> ComposeResult:
        yield PagedList(self.paint, row_height=self.row_height, placeholder="Nothing yet: press n.")
        yield Input()

    def on_mount(self) -> None:
        self.rows.show(self.count, self.fetch)
        self.rows.focus()

    @property
    def rows(self) -> PagedList[str]:
        return self.query_one(PagedList)

    def fetch(self, offset: int, limit: int) -> Sequence[str]:
        self.fetched.append((offset, limit))
        return [f"{self.named} {n}" for n in range(offset, min(offset + limit, self.count))]

    def paint(self, item: str, before: str | None, width: int, selected: bool) -> list[Text]:
        self.befores[item] = before
        return [Text(item), Text("second line")][: self.row_height]

    def on_paged_list_highlighted(self, event: PagedList.Highlighted) -> None:
        assert event.control is self.rows
        self.highlighted.append((event.item, event.index))

    def on_paged_list_chosen(self, event: PagedList.Chosen) -> None:
        self.chosen.append((event.item, event.index))


def shown(app: Shelf) -> list[str]:
    return [app.rows.render_line(y).text for y in range(app.rows.size.height)]


def places(app: Shelf) -> list[str]:
    """Return the rows in sight, without bar and margin."""
    return [line.removeprefix("▎").strip() for line in shown(app)]


async def press(pilot: Pilot[None], *keys: str) -> None:
    for key in keys:
        await pilot.press(key)
    await pilot.pause()


async def test_a_hundred_thousand_rows_cost_a_page_where_one_looks() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "j")
        assert app.fetched == [(0, 100)]
        await press(pilot, "G", "k", "k", "g", "G")
        assert app.fetched == [(0, 100), (MANY - 100, 100)]
        assert app.rows.item == f"row {MANY - 1}"
        assert places(app)[-1] == f"row {MANY - 1}"


async def test_only_the_last_pages_are_kept() -> None:
    asked: list[int] = []
    pages = Pages(MANY, lambda offset, limit: asked.append(offset) or range(offset, offset + limit))
    for number in range(PAGES_KEPT + 1):
        assert pages.at(number * 100) == number * 100
    assert pages.at(PAGES_KEPT * 100 - 1) == PAGES_KEPT * 100 - 1
    assert len(asked) == PAGES_KEPT + 1
    assert pages.at(0) == 0
    assert asked[-1] == 0


async def test_the_cursor_goes_by_arrows_letters_and_pages() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        for key, wanted in [
            ("down", 1), ("j", 2), ("up", 1), ("k", 0), ("k", 0), ("pagedown", 9),
            ("pagedown", 18), ("pageup", 9), ("end", MANY - 1), ("down", MANY - 1),
            ("home", 0), ("G", MANY - 1), ("g", 0),
        ]:  # fmt: skip
            await pilot.press(key)
            assert app.rows.cursor == wanted, key


async def test_two_rows_beyond_the_cursor_stay_in_sight() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *["j"] * 8)
        assert places(app)[-1] == "row 10"
        await press(pilot, *["j"] * 20, *["k"] * 8)
        assert places(app)[0] == "row 18"
        await press(pilot, "G")
        assert shown(app)[-1].startswith("▎")


async def test_the_selected_row_has_a_bar_with_and_without_focus() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j")
        assert [line[0] for line in shown(app)] == [" ", "▎", *" " * 8]
        focused, plain = app.rows.render_line(1), app.rows.render_line(0)
        assert focused._segments[-1].style.bgcolor != plain._segments[-1].style.bgcolor
        app.query_one(Input).focus()
        await pilot.pause()
        blurred = app.rows.render_line(1)
        assert blurred.text == focused.text
        assert blurred._segments[0].style.color != focused._segments[0].style.color
        assert blurred._segments[-1].style.bgcolor == plain._segments[-1].style.bgcolor


async def test_a_step_repaints_only_the_row_left_and_the_row_reached() -> None:
    app = Shelf(row_height=2)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.rows.render_line
        app.rows.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign]
        await press(pilot, "down")
        assert sorted(set(drawn)) == [0, 1, 2, 3]


async def test_every_move_is_told_once_and_a_step_against_the_edge_is_not() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "k", "j", "j", "enter")
        assert app.highlighted == [("row 0", 0), ("row 1", 1), ("row 2", 2)]
        assert app.chosen == [("row 2", 2)]


async def test_a_click_highlights_and_a_double_click_chooses() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(PagedList, offset=(5, 3))
        assert (app.rows.cursor, app.chosen) == (3, [])
        await pilot.click(PagedList, offset=(0, 0))
        assert app.rows.cursor == 0
        await pilot.click(PagedList, offset=(5, 4), times=2)
        assert app.chosen == [("row 4", 4)]


async def test_a_click_below_the_last_row_does_nothing() -> None:
    app = Shelf(3)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.click(PagedList, offset=(5, 6), times=2)
        assert (app.rows.cursor, app.chosen) == (0, [])


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        wheel = MouseScrollDown(app.rows, 5, 5, 0, 1, 0, shift=False, meta=False, ctrl=False)
        app.rows.post_message(wheel)
        await pilot.pause()
        assert places(app)[0] != "row 0"
        assert app.rows.cursor == 0
        await press(pilot, "j")
        assert "▎ row 1" in [line.rstrip() for line in shown(app)]


async def test_an_empty_list_says_what_belongs_there_and_chooses_nothing() -> None:
    app = Shelf(0)
    async with app.run_test(size=SIZE) as pilot:
        assert shown(app)[0].strip() == "Nothing yet: press n."
        await press(pilot, "j", "G", "enter", "pagedown")
        assert (app.rows.item, app.rows.cursor, app.chosen) == (None, 0, [])
        assert app.highlighted == [(None, 0)]


async def test_rows_of_two_lines_are_gone_through_as_one() -> None:
    app = Shelf(row_height=2)
    async with app.run_test(size=SIZE) as pilot:
        assert places(app)[:4] == ["row 0", "second line", "row 1", "second line"]
        await pilot.click(PagedList, offset=(5, 5))
        assert app.rows.cursor == 2
        await press(pilot, "G")
        assert places(app)[-2:] == [f"row {MANY - 1}", "second line"]
        assert [line[0] for line in shown(app)[-2:]] == ["▎", "▎"]


async def test_a_row_is_painted_knowing_the_one_before_it() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE):
        shown(app)
        assert app.befores["row 0"] is None
        assert app.befores["row 5"] == "row 4"


async def test_a_replaced_row_is_shown_and_nothing_is_fetched() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        app.rows.replace(1, "another")
        app.rows.replace(MANY, "nowhere")
        await pilot.pause()
        assert places(app)[1] == "another"
        assert app.fetched == [(0, 100)]


async def test_showing_again_keeps_the_place_or_goes_where_it_is_told() -> None:
    app = Shelf()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, *["j"] * 30)
        app.rows.show(MANY, app.fetch)
        assert app.rows.item == "row 30"
        app.rows.show(MANY, app.fetch, 5_000)
        await pilot.pause()
        assert "▎ row 5000" in [line.rstrip() for line in shown(app)]
        app.count = 4
        app.rows.show(4, app.fetch)
        await pilot.pause()
        assert app.rows.item == "row 3"
        assert places(app)[:4] == ["row 0", "row 1", "row 2", "row 3"]


async def test_the_cursor_stays_in_sight_when_the_window_shrinks() -> None:
    app = Shelf()
    app.CSS = ""
    async with app.run_test(size=(40, 30)) as pilot:
        app.rows.styles.height = "1fr"
        await pilot.pause()
        await press(pilot, *["j"] * 20)
        await pilot.resize_terminal(40, 10)
        await pilot.pause()
        assert any(line.startswith("▎ row 20") for line in shown(app))


async def test_a_list_as_high_as_its_rows_follows_their_number() -> None:
    app = Shelf(3, row_height=2)
    async with app.run_test(size=SIZE) as pilot:
        app.rows.styles.height = "auto"
        await pilot.pause()
        assert app.rows.size.height == 6
        app.rows.show(1, app.fetch)
        await pilot.pause()
        assert app.rows.size.height == 2
        app.rows.show(0, app.fetch)
        await pilot.pause()
        assert app.rows.size.height == 1


@pytest.mark.parametrize("size", [SIZE, (17, 8), (8, 4)])
@pytest.mark.parametrize(
    "name",
    [
        "東京データ株式会社サービス部門東京データ株式",
        "🌞🌊 Sun & Sea 🧑‍💻 far too long for it",
        "[/] [b]x",
        "two\nlines\x1b[2J\tand more of the same words",
    ],
)
async def test_every_line_is_as_wide_as_the_list_and_clean(
    name: str, size: tuple[int, int]
) -> None:
    app = Shelf(50, name=name)
    async with app.run_test(size=size):
        width = app.rows.scrollable_content_region.width
        assert {cell_len(line) for line in shown(app)} == {width}
        assert all(char >= " " for line in shown(app) for char in line)
        assert shown(app)[1].strip()[0] == name[0]
        assert "…" in shown(app)[0] or cell_len(name) + 2 < width - 2
