"""The reader: all of a page, however long or odd it is."""

import pytest
from rich.text import Text
from textual.app import App, ComposeResult

from bounceback_tui.ui.marks import Needle
from bounceback_tui.ui.widgets.page_markdown import chunks
from bounceback_tui.ui.widgets.page_view import PageView
from tests.ui.driving import until


class Reader(App[None]):
    def compose(self) -> ComposeResult:
        yield PageView()


async def drawn(head: str, body: str, query: str = "") -> tuple[str, list[str]]:
    """Return a page as it is drawn, and the words that are underlined in it."""
    app = Reader()
    async with app.run_test(size=(60, 20)) as pilot:
        view = app.query_one(PageView)
        view.show(Text(head), body, Needle.of(query))
        await until(pilot, lambda: view.is_complete)
        await pilot.pause()
        strips = [view.render_line(y) for y in range(20)]
        marked = [s.text for strip in strips for s in strip if s.style and s.style.underline]
        return view.text, marked


async def test_markdown_is_drawn_and_line_ends_stay() -> None:
    text, _ = await drawn("Title", "one\ntwo **bold**\n\n- item\n\n## Part\n\n> said")
    assert text.splitlines()[:4] == ["Title", "", "one", "two bold"]
    for part in ("• item", "Part", "▌ said"):
        assert part in text


@pytest.mark.parametrize(
    "odd",
    [
        "[/] and [bold]this[/bold]",
        "<div>this</div>",
        "<script>this",
        "&amp; this",
        "[name]: http://example.org/this",
        "[@click=app.quit]this[/]",
    ],
)
async def test_what_looks_like_markup_is_shown_as_it_was_typed(odd: str) -> None:
    text, _ = await drawn("[/]", odd)
    assert odd in text
    assert text.startswith("[/]")


async def test_a_picture_and_a_link_show_where_they_lead_and_open_nothing() -> None:
    text, _ = await drawn("", "![cat](cat.png) and [notes](http://example.org)")
    assert "cat.png" in text
    assert "notes (http://example.org)" in text


async def test_hits_are_marked_in_the_heading_and_the_text() -> None:
    _, marked = await drawn("The river", "By the **River**bank, rivers", "riv")
    assert marked == ["river", "River", "bank", "rivers"]


async def test_a_very_long_page_is_drawn_to_its_end() -> None:
    body = "\n\n".join(f"Paragraph {n} " + "word " * 60 for n in range(330))
    text, _ = await drawn("Long", body)
    assert "Paragraph 329" in text
    assert text.count("word") == 330 * 60


def test_a_piece_never_tears_a_fence_or_a_list_item() -> None:
    body = "start\n\n```\n" + "code\n\n" * 20 + "```\n\n- item\n\n  more of it\n\nend\n"
    pieces = list(chunks(body, size=5))
    assert "".join(pieces) == body
    assert [piece.count("```") for piece in pieces if "```" in piece] == [2]
    assert any("item" in piece and "more of it" in piece for piece in pieces)
