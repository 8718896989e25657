"""Markdown as a page of a diary: every character shows, line ends stay, links open nothing."""

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token
from rich.console import Console, ConsoleOptions, RenderResult
from rich.markdown import CodeBlock, Heading, HorizontalRule, Markdown
from rich.padding import Padding
from rich.segment import Segment
from rich.style import Style
from rich.text import Text
from rich.theme import Theme

CHUNK = 2500
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})")
_PARSER = (
    MarkdownIt("commonmark", {"html": False})
    .enable(["strikethrough", "table"])
    .disable(["image", "entity", "reference"])
)


class _LeftHeading(Heading):
    LEVEL_ALIGN = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "left")


class _PlainCode(CodeBlock):
    """Code as it was written, without a highlighter to load."""

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        code = Text(str(self.text).rstrip(), style=console.get_style(self.style_name))
        yield Padding(code, (0, 0, 0, 2))


class _Rule(HorizontalRule):
    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield Text("· · ·", style=console.get_style("markdown.hr"))


class PageMarkdown(Markdown):
    """Rich's Markdown, plainer."""

    elements = {
        **Markdown.elements,
        "heading_open": _LeftHeading,
        "fence": _PlainCode,
        "code_block": _PlainCode,
        "hr": _Rule,
    }

    def __init__(self, markup: str) -> None:
        """Parse *markup*; what looks like HTML is text like any other."""
        super().__init__("", hyperlinks=False)
        self.markup = markup
        self.parsed = _PARSER.parse(markup)
        _keep_line_ends(self.parsed)


def _keep_line_ends(tokens: list[Token]) -> None:
    for token in tokens:
        if token.type == "softbreak":
            token.type = "hardbreak"
        _keep_line_ends(token.children or [])


def theme_of(heading: Style, quiet: Style, strong: Style) -> Theme:
    """Return the styles Markdown is drawn in, made of three voices."""
    headings = {f"markdown.{tag}": heading for tag in ("h1", "h2", "h3", "h4", "h5", "h6")}
    quiet_parts = ("hr", "block_quote", "link_url", "item.bullet", "item.number", "table.border")
    return Theme(
        {
            **headings,
            **{f"markdown.{part}": quiet for part in quiet_parts},
            "markdown.code": strong,
            "markdown.code_block": strong,
            "markdown.link": Style(underline=True),
            "markdown.table.header": heading,
            "markdown.s": Style(strike=True),
        }
    )


def chunks(body: str, size: int = CHUNK) -> Iterator[str]:
    """Yield *body* in pieces of about *size* characters that can be drawn one by one.

    A piece ends at a blank line outside a fence and before a line that is not indented, so that
    no block is torn; a block longer than *size* stays whole.
    """
    piece: list[str] = []
    length, fence, was_blank = 0, "", False
    for line in body.splitlines(keepends=True):
        if length >= size and was_blank and not fence and not line[:1].isspace():
            yield "".join(piece)
            piece, length = [], 0
        piece.append(line)
        length += len(line)
        was_blank = not line.strip()
        fence = _fence_after(line, fence)
    if piece:
        yield "".join(piece)


def _fence_after(line: str, fence: str) -> str:
    """Return the fence that is open after *line*, empty for none."""
    match = _FENCE.match(line)
    if not match:
        return fence
    if not fence:
        return match.group(1)
    closes = match.group(1).startswith(fence) and not line.strip().strip(fence[0])
    return "" if closes else fence


def draw(body: str, width: int, console: Console, theme: Theme, base: Style) -> list[list[Segment]]:
    """Return *body*, drawn as Markdown, as lines of at most *width* cells."""
    options = console.options.update(width=width, height=None)
    with console.use_theme(theme):
        return console.render_lines(PageMarkdown(body), options, style=base, pad=False)
