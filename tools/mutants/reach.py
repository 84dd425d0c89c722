"""The lines at which a change can be felt: its own statement, or those that read the constant."""

import ast
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from tools.mutants.site import CONSTANT, Site

Line = tuple[str, int]  # file from the root, number


class Name(NamedTuple):
    """A name that holds a constant, in its own module or where it is imported."""

    module: str
    held_as: str
    constant: str


class _Read(NamedTuple):
    name: str
    statement: ast.stmt  # the smallest that reads it
    is_late: bool  # when a function is called, and not when the module is loaded


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
        self._tests = {
            ".".join(path.relative_to(root).with_suffix("").parts): path
            for path in sorted((root / "tests").rglob("*.py"))
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

    def bindings_of(self, site: Site) -> list[Name]:
        """Name what holds a changed constant, its own module first.

        There is nothing where no constant is changed, nor where others are worked out from it when
        a module is loaded.
        """
        module = self._modules.get(site.file)
        names = _constants(_innermost(module.tree, site.line)) if module else []
        if module is None or any((module.name, name) in self._read_early for name in names):
            return []
        own = [Name(module.name, name, name) for name in names]
        holders = [self._holders[module.name, name] for name in names]
        return [*own, *(holder for some in holders for holder in some)]

    @cached_property
    def _holders(self) -> Mapping[tuple[str, str], list[Name]]:
        """Say of every constant, by its module and name, where it is imported."""
        found: defaultdict[tuple[str, str], list[Name]] = defaultdict(list)
        trees = dict(self._modules.values())
        for name, path in self._tests.items():
            trees[name] = ast.parse(path.read_text(encoding="utf-8"))
        for name, tree in trees.items():
            for held_as, (module, constant) in _imported(tree):
                if CONSTANT.fullmatch(constant):
                    found[module, constant].append(Name(name, held_as, constant))
        return found

    @cached_property
    def _read_early(self) -> frozenset[tuple[str, str]]:
        """Name the constants that are read when a module is loaded."""
        found = set()
        for module, tree in self._modules.values():
            own = dict(_imported(tree))
            for read in _loads(tree):
                if not read.is_late:
                    found.add(own.get(read.name, (module, read.name)))
        return frozenset(found)

    @cached_property
    def _reading(self) -> Mapping[tuple[str, str], set[Line]]:
        """Say of every constant, by its module and name, which lines read it."""
        found: defaultdict[tuple[str, str], set[Line]] = defaultdict(set)
        for file, (module, tree) in self._modules.items():
            own = dict(_imported(tree))
            for read in _loads(tree):
                rows = {(file, row) for row in _rows(read.statement)}
                found[own.get(read.name, (module, read.name))] |= rows
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


def _loads(tree: ast.Module) -> Iterator[_Read]:
    """Give every constant that is read."""
    waiting: list[tuple[ast.stmt | None, bool, ast.AST]] = [(None, False, tree)]
    while waiting:
        statement, is_late, node = waiting.pop()
        is_read = isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
        if statement and is_read and isinstance(node, ast.Name) and CONSTANT.fullmatch(node.id):
            yield _Read(node.id, statement, is_late)
        inner = node if isinstance(node, ast.stmt) else statement
        body = _body(node)
        waiting += [(inner, True, child) for child in body]
        waiting += [(inner, is_late, c) for c in ast.iter_child_nodes(node) if c not in body]


def _body(node: ast.AST) -> list[ast.AST]:
    """Give what runs when a function is called: its decorators and defaults do before."""
    match node:
        case ast.FunctionDef(body=body) | ast.AsyncFunctionDef(body=body):
            return list(body)
        case ast.Lambda(body=body):
            return [body]
        case _:
            return []
