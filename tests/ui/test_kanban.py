"""The kanban widget, driven by the keys and the mouse a person uses."""

from collections.abc import Sequence

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.widgets import Input

from bounceback_tui.ui.cells import cut, fit
from bounceback_tui.ui.widgets.kanban import Column, Face, Kanban
from bounceback_tui.ui.widgets.kanban_columns import PAGE

COUNTS = {"saved": 3, "applied": 12, "offer": 0, "closed": 2}
WIDE = (120, 36)
NARROW = (80, 24)


class Board(App[None]):
    """A board of made-up cards that notes every message and every fetch."""

    BINDINGS = [("escape", "leave")]

    def __init__(
        self,
        counts: dict[str, int] | None = None,
        name: str = "Company",
        *,
        due: str = "late by 2 days",
    ) -> None:
        super().__init__()
        self.counts = dict(COUNTS if counts is None else counts)
        self.company = name
        self.due = due
        self.fetched: list[tuple[str, int, int]] = []
        self.moved: list[tuple[int, str, int | None, int | None]] = []
        self.opened: list[int] = []
        self.cursors: list[int | None] = []
        self.has_left = False

    def compose(self) -> ComposeResult:
        yield Kanban()
        yield Input()

    def on_mount(self) -> None:
        self.reload()
        self.kanban.focus()

    @property
    def kanban(self) -> Kanban:
        return self.query_one(Kanban)

    def reload(self, select_at: tuple[str, int] | None = None) -> None:
        columns = [Column(key, key.title(), count) for key, count in self.counts.items()]
        self.kanban.show(columns, self.fetch, select_at=select_at)

    def action_leave(self) -> None:
        self.has_left = True

    def fetch(self, key: str, offset: int, limit: int) -> Sequence[Face]:
        self.fetched.append((key, offset, limit))
        last = min(offset + limit, self.counts[key])
        return [self.face(key, index) for index in range(offset, last)]

    def face(self, key: str, index: int) -> Face:
        lines = (f"{self.company} {index}", f"Title {key}", self.due)
        return Face(card(key, index), lines, f"{index}d", "overdue")

    def on_kanban_card_moved(self, event: Kanban.CardMoved) -> None:
        assert event.control is self.kanban
        self.moved.append((event.card_id, event.column, event.above, event.below))

    def on_kanban_card_opened(self, event: Kanban.CardOpened) -> None:
        self.opened.append(event.card_id)

    def on_kanban_cursor_moved(self, event: Kanban.CursorMoved) -> None:
        self.cursors.append(event.card_id)


def card(key: str, index: int) -> int:
    return list(COUNTS).index(key) * 10_000 + index


def shown(app: Board) -> list[str]:
    lines = app.kanban.content_size.height
    return [app.kanban.render_line(y).text for y in range(lines)]


def selected(app: Board) -> int | None:
    return app.kanban.selected.id if app.kanban.selected else None


def spot(app: Board, text: str, nth: int = 0) -> tuple[int, int]:
    """Return the cell where *text* is seen."""
    found = [(line.index(text), y) for y, line in enumerate(shown(app)) if text in line]
    return found[nth]


async def drag(pilot: Pilot[None], start: tuple[int, int], end: tuple[int, int]) -> None:
    await pilot.mouse_down(Kanban, offset=start)
    await pilot.hover(Kanban, offset=end)


def test_text_is_cut_by_cells_with_an_ellipsis() -> None:
    assert cut("Northwind", 9) == "Northwind"
    assert cut("Northwind", 6) == "North…"
    assert cut("東京データ", 6) == "東京…"
    assert cell_len(fit("東京データ", 6)) == 6
    assert cut("two\nlines", 20) == "two lines"
    assert cut("anything", 0) == ""


async def test_columns_stand_side_by_side_with_titles_and_counts() -> None:
    app = Board()
    async with app.run_test(size=WIDE):
        header, blank, name, title, third, *_ = shown(app)
        assert header.split() == ["Saved", "3", "Applied", "12", "Offer", "0", "Closed", "2"]
        assert not blank.strip()
        assert name.count("Company 0") == 3
        assert title.count("Title") == 3
        assert "late by 2 days" in third
        assert "0d" in third


async def test_the_selected_card_has_a_bar_with_and_without_focus() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        bars = [line[0] for line in shown(app)]
        assert bars[2:5] == ["▌"] * 3
        assert bars.count("▌") == 3
        focused = app.kanban.render_line(2)
        app.query_one(Input).focus()
        await pilot.pause()
        assert app.kanban.render_line(2).text == focused.text
        assert app.kanban.render_line(2) != focused


async def test_what_is_next_is_cut_before_the_age_is() -> None:
    app = Board({"saved": 1, "applied": 1, "offer": 1, "closed": 1}, due="late by 2 days and more")
    async with app.run_test(size=(100, 36)):
        assert shown(app)[4].split("   ")[0] == "▌late by 2 days an… 0d"


async def test_the_cursor_goes_through_cards_and_skips_an_empty_column() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down", "j", "k")
        assert selected(app) == card("saved", 1)
        await pilot.press("right", "end", "right")
        assert selected(app) == card("closed", 0)
        assert app.kanban.selected_column == "closed"
        await pilot.press("h")
        assert selected(app) == card("applied", 11)
        await pilot.press("g")
        assert selected(app) == card("applied", 0)
        await pilot.press("G", "l", "l")
        assert selected(app) == card("closed", 0)


async def test_every_change_of_the_selection_is_told_once() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down", "up", "up", "right")
        await pilot.pause()
        wanted = [("saved", 0), ("saved", 1), ("saved", 0), ("applied", 0)]
        assert app.cursors == [card(*place) for place in wanted]


@pytest.mark.parametrize("keys", [["end"], ["pagedown"] * 3, ["down"] * 11])
async def test_the_selected_card_stays_in_view(keys: list[str]) -> None:
    app = Board()
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.press("right", *keys)
        assert selected(app) == card("applied", 11)
        assert any("▌Company 11" in line for line in shown(app))
        assert "↑" in shown(app)[0]
        await pilot.press("home")
        assert any("▌Company 0" in line for line in shown(app))
        assert "↓ 7 more" in shown(app)[-1]


async def test_the_card_stays_in_view_when_the_window_shrinks() -> None:
    app = Board()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("right", "end")
        await pilot.resize_terminal(120, 20)
        assert any("▌Company 11" in line for line in shown(app))


async def test_a_repaint_of_one_step_draws_only_the_two_cards() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        drawn: list[int] = []
        draw = app.kanban.render_line
        app.kanban.render_line = lambda y: drawn.append(y) or draw(y)  # type: ignore[method-assign]
        await pilot.press("down")
        await pilot.pause()
        assert set(drawn) == {2, 3, 4, 6, 7, 8}


async def test_moving_sideways_tells_the_next_column_even_when_it_is_empty() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_move_left()
        await pilot.press("right", "down")
        app.kanban.action_move_right()
        app.kanban.action_move_left()
        await pilot.pause()
        wanted = card("applied", 1)
        assert app.moved == [(wanted, "offer", None, None), (wanted, "saved", None, None)]
        assert app.kanban.has_focus


async def test_reordering_names_the_neighbor_the_card_passes() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_order_up()
        app.kanban.action_order_down()
        await pilot.press("end")
        app.kanban.action_order_down()
        app.kanban.action_order_up()
        await pilot.pause()
        assert app.moved == [
            (card("saved", 0), "saved", None, card("saved", 1)),
            (card("saved", 2), "saved", card("saved", 1), None),
        ]


async def test_a_card_carried_to_an_empty_column_is_kept_with_enter() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_carry()
        assert app.kanban.is_carrying
        await pilot.press("right", "right")
        assert app.kanban.selected_column == "offer"
        assert shown(app)[0].split() == ["Saved", "2", "Applied", "12", "Offer", "1", "Closed", "2"]
        assert any("moving" in line for line in shown(app))
        await pilot.press("enter")
        assert app.moved == [(card("saved", 0), "offer", None, None)]
        assert not app.kanban.is_carrying
        assert app.opened == []


async def test_a_carried_card_names_the_card_it_goes_above_or_last_below() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_carry()
        await pilot.press("right", "down", "enter")
        app.kanban.action_carry()
        await pilot.press("right", "end", "enter")
        app.kanban.action_carry()
        await pilot.press("j", "enter")
        moved = card("saved", 0)
        assert app.moved == [
            (moved, "applied", card("applied", 1), None),
            (moved, "applied", None, card("applied", 11)),
            (moved, "saved", card("saved", 2), None),
        ]


async def test_escape_puts_a_carried_card_back_and_tells_nothing() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("down")
        before = shown(app)
        app.kanban.action_carry()
        await pilot.press("right", "down", "escape")
        assert not app.has_left
        assert shown(app) == before
        assert selected(app) == card("saved", 1)
        assert app.moved == []


async def test_escape_with_no_card_in_hand_is_left_to_the_screen() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("escape")
        assert app.has_left


async def test_a_card_kept_where_it_was_is_no_move() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_carry()
        await pilot.press("down", "up", "enter")
        assert app.moved == []
        assert not app.kanban.is_carrying


async def test_enter_and_a_double_click_open_the_card() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("enter")
        await pilot.click(Kanban, offset=spot(app, "Company 2"), times=2)
        assert app.opened == [card("saved", 0), card("saved", 2)]


async def test_a_click_selects_a_card_and_nothing_beside_it() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        x, y = spot(app, "Company 1")
        await pilot.click(Kanban, offset=(x, y))
        assert selected(app) == card("saved", 1)
        await pilot.click(Kanban, offset=(x, 33))
        assert selected(app) == card("saved", 1)
        assert app.opened == []


async def test_a_dragged_card_follows_the_pointer_and_drops_where_it_shows() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        _, y = spot(app, "Company 1")
        target = (shown(app)[0].index("Applied"), y + 4)
        await drag(pilot, spot(app, "Company 1"), target)
        assert app.kanban.is_carrying
        assert shown(app)[y + 4][target[0] :].startswith("Company 1 ")
        assert app.moved == []
        await pilot.mouse_up(Kanban, offset=target)
        assert app.moved == [(card("saved", 1), "applied", card("applied", 2), None)]
        assert not app.kanban.is_carrying
        assert app.mouse_captured is None


async def test_a_card_is_dropped_into_an_empty_column() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        target = (shown(app)[0].index("Offer"), 20)
        await drag(pilot, spot(app, "Company 0"), target)
        await pilot.mouse_up(Kanban, offset=target)
        assert app.moved == [(card("saved", 0), "offer", None, None)]


async def test_escape_during_a_drag_puts_the_card_back() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        target = (shown(app)[0].index("Offer"), 20)
        await drag(pilot, spot(app, "Company 0"), target)
        await pilot.press("escape")
        assert app.mouse_captured is None
        await pilot.mouse_up(Kanban, offset=target)
        assert app.moved == []
        assert selected(app) == card("saved", 0)


async def test_the_wheel_scrolls_the_column_under_the_pointer_and_leaves_the_cursor() -> None:
    app = Board()
    async with app.run_test(size=(120, 24)) as pilot:
        offset = (shown(app)[0].index("Applied"), 8)
        app.kanban.post_message(
            MouseScrollDown(app.kanban, *offset, 0, 1, 0, shift=False, meta=False, ctrl=False)
        )
        await pilot.pause()
        assert "↑ 1" in shown(app)[0]
        assert "↓ 6 more" in shown(app)[-1]
        assert selected(app) == card("saved", 0)


async def test_five_thousand_cards_cost_a_page_at_the_top_and_one_at_the_end() -> None:
    app = Board({**COUNTS, "applied": 5_000})
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right")
        assert sorted({key for key, *_ in app.fetched}) == ["applied", "closed", "saved"]
        assert all(offset == 0 and limit == PAGE for _, offset, limit in app.fetched)
        assert len(app.fetched) == len(set(app.fetched))
        await pilot.press("end", "up", "up", "home", "end")
        assert selected(app) == card("applied", 4_999)
        last = 4_999 // PAGE * PAGE
        assert {call for call in app.fetched if call[1]} <= {
            ("applied", last, PAGE),
            ("applied", last - PAGE, PAGE),
        }


async def test_new_pages_are_fetched_after_a_refresh_and_not_before() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        before = len(app.fetched)
        await pilot.press("down", "right", "left")
        assert len(app.fetched) == before
        app.company = "Renamed"
        app.kanban.refresh_columns()
        await pilot.pause()
        assert any("Renamed 0" in line for line in shown(app))


@pytest.mark.parametrize("size", [WIDE, NARROW, (30, 12)])
@pytest.mark.parametrize(
    "name", ["東京データ株式会社サービス部門", "🌞🌊 Sun & Sea 🧑‍💻", "[/] [bold]x"]
)
async def test_every_line_is_as_wide_as_the_board(name: str, size: tuple[int, int]) -> None:
    app = Board(name=name)
    async with app.run_test(size=size):
        assert {cell_len(line) for line in shown(app)} == {size[0]}
        assert any(name[:2] in line for line in shown(app))


async def test_a_narrow_board_names_all_columns_and_shows_a_window_around_the_cursor() -> None:
    counts = {f"stage{n}": 4 for n in range(7)}
    app = Board(counts)
    app.face = lambda key, index: Face(index, ("Name", key, "third"), "9d")  # type: ignore[method-assign]
    async with app.run_test(size=NARROW) as pilot:
        assert all(title in shown(app)[0] for title in ("Stage0", "Stage6"))
        assert shown(app)[1].split() == ["Stage0", "4", "Stage1", "4", "Stage2", "4"]
        assert "9d" in shown(app)[2]
        assert "stage0" in shown(app)[3]
        assert not any("third" in line for line in shown(app))
        await pilot.press("right", "right", "right")
        assert shown(app)[1].split()[::2] == ["Stage1", "Stage2", "Stage3"]
        await pilot.click(Kanban, offset=(shown(app)[0].index("Stage6"), 0))
        assert app.kanban.selected_column == "stage6"
        assert shown(app)[1].split()[::2] == ["Stage4", "Stage5", "Stage6"]


async def test_a_drag_to_the_edge_of_a_narrow_board_reaches_columns_out_of_sight() -> None:
    app = Board({**COUNTS, "archive": 0, "bin": 0})
    async with app.run_test(size=NARROW) as pilot:
        await drag(pilot, spot(app, "Company 0"), (79, 10))
        assert app.kanban.selected_column == "closed"
        await pilot.hover(Kanban, offset=(79, 11))
        assert app.kanban.selected_column == "archive"
        await pilot.mouse_up(Kanban, offset=(70, 11))
        assert app.moved == [(card("saved", 0), "archive", None, None)]


async def test_the_cursor_goes_where_the_screen_says_and_the_card_is_in_view() -> None:
    app = Board({**COUNTS, "applied": 500})
    async with app.run_test(size=WIDE) as pilot:
        app.reload(select_at=("applied", 321))
        await pilot.pause()
        assert selected(app) == card("applied", 321)
        assert any("▌Company 321" in line for line in shown(app))
        app.reload()
        assert selected(app) == card("applied", 321)


async def test_the_cursor_follows_its_card_when_one_comes_in_above_it() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "down")
        app.counts["applied"] += 1
        face = app.face
        app.face = lambda key, index: face(key, index - 1)  # type: ignore[method-assign]
        app.reload()
        assert selected(app) == card("applied", 1)


async def test_the_cursor_leaves_a_column_that_became_empty() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("right", "right")
        app.counts["closed"] = 0
        app.reload()
        assert app.kanban.selected_column == "applied"
        app.counts = dict.fromkeys(COUNTS, 0)
        app.reload()
        await pilot.press("down", "right", "enter")
        assert selected(app) is None
        assert app.cursors[-1] is None
        assert app.opened == []


async def test_a_board_with_no_columns_takes_every_key_and_click() -> None:
    app = Board({})
    async with app.run_test(size=WIDE) as pilot:
        for action in ("carry", "move_left", "order_up", "keep", "put_back", "cursor_page_down"):
            getattr(app.kanban, f"action_{action}")()
        await pilot.press("end", "pagedown", "left")
        await pilot.click(Kanban, offset=(5, 5))
        assert selected(app) is None
        assert app.moved == []


async def test_a_board_shown_again_in_the_handler_keeps_the_focus_on_the_moved_card() -> None:
    class Moving(Board):
        def on_kanban_card_moved(self, event: Kanban.CardMoved) -> None:
            self.counts[event.from_column] -= 1
            self.counts[event.column] += 1
            self.reload(select_at=(event.column, 0))

    app = Moving()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_move_right()
        await pilot.pause()
        app.kanban.action_move_right()
        await pilot.pause()
        assert app.kanban.selected_column == "offer"
        assert app.counts == {"saved": 2, "applied": 12, "offer": 1, "closed": 2}
        assert app.kanban.has_focus


async def test_a_reload_puts_a_card_in_hand_back() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        app.kanban.action_carry()
        await pilot.press("right")
        app.reload()
        assert not app.kanban.is_carrying
        assert selected(app) == card("saved", 0)


async def test_only_the_columns_that_changed_or_have_another_length_are_fetched_anew() -> None:
    app = Board()
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        app.fetched.clear()
        app.counts["closed"] = 3
        columns = [Column(key, key.title(), count) for key, count in app.counts.items()]
        app.kanban.show(columns, app.fetch, changed={"saved"})
        await pilot.pause()
        assert {key for key, _offset, _limit in app.fetched} == {"saved", "closed"}
