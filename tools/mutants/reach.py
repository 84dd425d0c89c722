"""The lines at which a change can be felt: its own statement, or those that read the constant."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tools.mutants.site import CONSTANT, Site

Line = tuple[str, int]  # file from the root, number


class _Module(NamedTuple):
    name: str  # as it is imported
    tree: ast.Module


class Reach:
    """The modules of a tree, parsed once."""

    def __init__(self, root: Path, package: str = "generator") -> None:
        """Parse every module of the package."""
        self._modules = {
            path.relative_to(root).as_posix(): _Module(
                ".".join(path.relative_to(root).with_suffix("").parts),
                ast.parse(path.read_text(encoding="utf-8")),
            )
            for path in sorted((root / package).rglob("*.py"))
        }

    def lines_of(self, site: Site) -> frozenset[Line]:
        """Return where a test has to come by to notice; nothing is known of data."""
        module = self._modules.get(site.file)
        if module is None:
            return frozenset()
        statement = _innermost(module.tree, site.line)
        names = _constants(statement)
        if not names:
            return frozenset((site.file, line) for line in _rows(statement))
        return frozenset(line for name in names for line in self._reading[module.name, name])

    @cached_property
    def _reading(self) -> Mapping[tuple[str, str], set[Line]]:
        """Say of every constant, by its module and name, which lines read it."""
        found: defaultdict[tuple[str, str], set[Line]] = defaultdict(set)
        for file, (module, tree) in self._modules.items():
            own = dict(_imported(tree))
            for statement, name in _loads(tree):
                rows = {(file, row) for row in _rows(statement)}
                found[own.get(name, (module, name))] |= rows
        return found


def watched(lines: Iterable[Line]) -> dict[str, list[int]]:
    """Sort lines by their files."""
    by_file: defaultdict[str, list[int]] = defaultdict(list)
    for file, line in sorted(lines):
        by_file[file].append(line)
    return dict(by_file)


def _innermost(tree: ast.Module, line: int) -> ast.stmt:
    """Find the smallest statement that a line belongs to."""
    around = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno)
    ]
    return min(around, key=lambda node: (node.end_lineno or node.lineno) - node.lineno)


def _rows(statement: ast.stmt) -> range:
    """Give the lines of a statement, without those of the statements inside it."""
    inside = [part.lineno for part in getattr(statement, "body", ()) if part is not statement]
    end = min(inside) - 1 if inside else statement.end_lineno or statement.lineno
    return range(statement.lineno, max(end, statement.lineno) + 1)


def _constants(statement: ast.stmt) -> list[str]:
    if not isinstance(statement, ast.Assign | ast.AnnAssign):
        return []
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
    parts = [part for target in targets for part in ast.walk(target)]
    stored = [p.id for p in parts if isinstance(p, ast.Name) and isinstance(p.ctx, ast.Store)]
    return [name for name in stored if CONSTANT.fullmatch(name)]


def _imported(tree: ast.Module) -> Iterator[tuple[str, tuple[str, str]]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                yield alias.asname or alias.name, (node.module, alias.name)


def _loads(tree: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    """Give every constant that is read, with the smallest statement that reads it."""
    waiting: list[tuple[ast.stmt | None, ast.AST]] = [(None, tree)]
    while waiting:
        statement, node = waiting.pop()
        is_read = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        if statement and is_read and isinstance(node, ast.Name) and CONSTANT.fullmatch(node.id):
            yield statement, node.id
        inner = node if isinstance(node, ast.stmt) else statement
        waiting += [(inner, child) for child in ast.iter_child_nodes(node)]
