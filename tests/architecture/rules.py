"""The rules: each takes a source and returns its offenders as "file:line what"."""

import ast
import re
import tokenize

from tests.architecture.source import Source, length

FILE_LINES, CLASS_LINES, FUNCTION_LINES, MEDIAN_LINES = 300, 200, 40, 10


def too_long(source: Source) -> list[str]:
    found = []
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        found.append(f"{source.name} has {lines} lines")
    for kind, nodes, limit in (
        ("class", source.classes, CLASS_LINES),
        ("function", source.functions, FUNCTION_LINES),
    ):
        found += [
            source.at(node.lineno, f"{kind} {node.name} has {length(node)} lines")
            for node in nodes
            if length(node) > limit
        ]
    return found


def undocumented(source: Source) -> list[str]:
    found = [] if ast.get_docstring(source.tree) else [f"{source.name} has no docstring"]
    return found + [
        source.at(node.lineno, f"{node.name} has no docstring")
        for node in source.tree.body
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
        and not node.name.startswith("_")
        and not ast.get_docstring(node)
    ]


HEX = re.compile(r"#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})(?![-\w])(?!\s*[{,.>])", re.IGNORECASE)


def hex_colors(source: Source) -> list[str]:
    if source.name == "bounceback_tui/ui/themes.py":
        return []
    if not source.name.endswith(".py"):
        return [source.at(0, found) for found in HEX.findall(source.text)]
    return [
        source.at(token.start[0], found)
        for token in source.tokens(tokenize.STRING)
        for found in HEX.findall(token.string)
    ]


CLOCKS = {("datetime", "now"), ("datetime", "utcnow"), ("datetime", "today"), ("date", "today")}
CLOCKS |= {("time", "time"), ("time", "localtime"), ("time", "strftime")}


def own_clocks(source: Source) -> list[str]:
    if source.name == "bounceback_tui/clock.py":
        return []
    return [
        source.at(call.lineno, ast.unparse(call))
        for call in source.calls
        if isinstance(call.func, ast.Attribute)
        and (ast.unparse(call.func.value).rpartition(".")[2], call.func.attr) in CLOCKS
    ]


def prints(source: Source) -> list[str]:
    return [
        source.at(call.lineno, "print")
        for call in source.calls
        if isinstance(call.func, ast.Name) and call.func.id in ("print", "breakpoint")
    ]


UNFINISHED = re.compile(
    r"\b(todo|fixme|xxx|hack|wip|for now|temporary|later)\b[:\s]|[-=#*]{5,}", re.I
)


def unfinished(source: Source) -> list[str]:
    return [
        source.at(token.start[0], token.string)
        for token in source.tokens(tokenize.COMMENT)
        if UNFINISHED.search(token.string + " ")
    ]


PUBLIC_OF_TUPLES = {"_replace", "_asdict", "_fields"}


def strangers_secrets(source: Source) -> list[str]:
    """Return every use of a private attribute of something that is not the object itself."""
    return [
        source.at(node.lineno, ast.unparse(node))
        for node in source.nodes
        if isinstance(node, ast.Attribute)
        and node.attr.startswith("_")
        and not node.attr.startswith("__")
        and node.attr not in PUBLIC_OF_TUPLES
        and not _is_own(node)
    ]


def _is_own(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
