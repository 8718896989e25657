"""The rule that no text of a person is read as markup."""

import ast

from tests.architecture.source import Source

SWITCHED = {"Static": 1, "Label": 1, "notify": 1, "OptionList": None, "SelectionList": None}
UNSWITCHED = {"Button", "Checkbox", "RadioButton", "Option", "Tab", "Collapsible", "add_option"}
READ_AS_MARKUP = {"border_title", "border_subtitle", "tooltip", "label"}
INERT = {"Text", "Content", "foot", "Group", "Styled", "Table", "Padding"}


def markup_of_people(source: Source) -> list[str]:
    """Return where Textual would read text that is not a literal of ours as markup."""
    if "/ui/" not in source.name:
        return []
    inert = INERT | {f.name for f in source.functions if f.returns and _names(f.returns) & INERT}
    found: list[ast.expr] = [call for call in source.calls if _reads(call, inert)]
    return [source.at(node.lineno, ast.unparse(node)) for node in [*found, *_titles(source, inert)]]


def _reads(call: ast.Call, inert: set[str]) -> bool:
    name = _name(call.func)
    given = [*call.args[: SWITCHED.get(name)], *_named(call, "content", "message", "label")]
    if name in SWITCHED:
        changes_later = name in ("Static", "Label") and all(_is_empty(value) for value in given)
        return not _is_off(call) and (changes_later or not _are_inert(given, inert))
    return name in UNSWITCHED and not _are_inert(given[:1], inert)


def _titles(source: Source, inert: set[str]) -> list[ast.Attribute]:
    return [
        target
        for node in source.nodes
        if isinstance(node, ast.Assign) and not _are_inert([node.value], inert)
        for target in node.targets
        if isinstance(target, ast.Attribute) and target.attr in READ_AS_MARKUP
    ]


def _are_inert(values: list[ast.expr], inert: set[str]) -> bool:
    return all(
        isinstance(value, ast.Constant)
        or (isinstance(value, ast.Call) and _names(value.func) & inert)
        for value in values
    )


def _named(call: ast.Call, *names: str) -> list[ast.expr]:
    return [keyword.value for keyword in call.keywords if keyword.arg in names]


def _is_off(call: ast.Call) -> bool:
    return any(isinstance(v, ast.Constant) and v.value is False for v in _named(call, "markup"))


def _is_empty(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and not value.value


def _names(expression: ast.expr) -> set[str]:
    return set(ast.unparse(expression).split("."))


def _name(function: ast.expr) -> str:
    return ast.unparse(function).rpartition(".")[2]
