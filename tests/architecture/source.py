"""One source file, parsed once, for the rules to look at."""

import ast
import io
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "bounceback_tui"
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Source:
    """A file of the package by its path below the project."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        return list(ast.walk(self.tree))

    @property
    def functions(self) -> list[Function]:
        return [node for node in self.nodes if isinstance(node, Function)]

    @property
    def classes(self) -> list[ast.ClassDef]:
        return [node for node in self.nodes if isinstance(node, ast.ClassDef)]

    @property
    def calls(self) -> list[ast.Call]:
        return [node for node in self.nodes if isinstance(node, ast.Call)]

    def tokens(self, *kinds: int) -> Iterator[tokenize.TokenInfo]:
        for token in tokenize.generate_tokens(io.StringIO(self.text).readline):
            if token.type in kinds:
                yield token

    def at(self, line: int, what: str) -> str:
        return f"{self.name}:{line} {what}"


def sources(suffix: str = ".py") -> list[Source]:
    """Return every file of the package with *suffix*."""
    return [
        Source(path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8"))
        for path in sorted(PACKAGE.rglob(f"*{suffix}"))
    ]


def length(node: ast.stmt) -> int:
    """Return how many lines *node* stands on, its decorators not counted."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


def median_length(found: list[Source]) -> float:
    """Return the median length of every function in *found*."""
    return median(length(function) for source in found for function in source.functions)
