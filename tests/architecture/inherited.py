"""The rule that our classes use and replace no private attribute of Textual's."""

import ast
import importlib
import inspect
import re
from functools import cache

from textual.app import App

from tests.architecture.source import Source

ALLOWED_IN_APPS = {"_fatal_error", "_exception"}
PRIVATE = re.compile(r"self\.(_[a-z]\w*)")


def textual_secrets(source: Source) -> list[str]:
    """Return where a class of *source* touches a private attribute that Textual has too."""
    if "/ui/" not in source.name or not source.classes:
        return []
    module = importlib.import_module(source.name.removesuffix(".py").replace("/", "."))
    return [
        offender
        for node in source.tree.body
        if isinstance(node, ast.ClassDef)
        for offender in _in_class(source, node, getattr(module, node.name))
    ]


def _in_class(source: Source, node: ast.ClassDef, made: type) -> list[str]:
    taken = _private_names(made) - (ALLOWED_IN_APPS if issubclass(made, App) else set())
    used = [
        (found.lineno, found.attr)
        for found in ast.walk(node)
        if isinstance(found, ast.Attribute) and ast.unparse(found.value) in ("self", "cls")
    ]
    used += [
        (found.lineno, found.name)
        for found in node.body
        if isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return [source.at(line, f"{node.name}.{name}") for line, name in used if name in taken]


def _private_names(made: type) -> set[str]:
    bases = [base for base in made.__mro__ if base.__module__.startswith("textual.")]
    return {name for base in bases for name in _private_names_of(base)}


@cache
def _private_names_of(base: type) -> frozenset[str]:
    own = {name for name in vars(base) if re.fullmatch(r"_[a-z]\w*", name)}
    return frozenset(own | set(PRIVATE.findall(inspect.getsource(base))))
