"""Where a threshold or a comparison can be changed, and into what."""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

# Each comparison becomes the one that differs from it at the boundary alone.
NEIGHBOURS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
_OPERATORS = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_IN_DATA = re.compile(r"^(?P<key>[\w-]+)\s*=\s*\"?(?P<number>-?[0-9]+(?:\.[0-9]+)?)\"?\s*(?:#|$)")


class Site(NamedTuple):
    """A stretch of a line, what stands there, and what would stand there instead."""

    file: str  # from the root, with /
    line: int
    start: int  # in characters
    old: str
    new: str

    @property
    def is_threshold(self) -> bool:
        """Tell whether a number is changed, not a comparison."""
        return self.old not in NEIGHBOURS

    def __str__(self) -> str:
        """Say it on one line."""
        return f"{self.file}:{self.line}:{self.start + 1}  {self.old} → {self.new}"

    def changed(self, text: str) -> str:
        """Return the text of the file with this one change."""
        lines = text.split("\n")
        line = lines[self.line - 1]
        end = self.start + len(self.old)
        assert line[self.start : end] == self.old  # noqa: S101 - the file is the one that was read
        lines[self.line - 1] = line[: self.start] + self.new + line[end:]
        return "\n".join(lines)


def sites_of(root: Path, path: Path) -> list[Site]:
    """Find the thresholds and comparisons of a module, or the numbers of a data file."""
    shown, text = path.relative_to(root).as_posix(), path.read_text(encoding="utf-8")
    found = _in_data(shown, text) if path.suffix == ".toml" else _in_code(shown, text)
    return sorted(set(found))


def _in_data(shown: str, text: str) -> Iterator[Site]:
    for number, line in enumerate(text.split("\n"), 1):
        match = _IN_DATA.match(line)
        if match:
            old = match["number"]
            for new in _beside(old):
                yield Site(shown, number, match.start("number"), old, new)


def _in_code(shown: str, text: str) -> Iterator[Site]:
    lines = text.split("\n")
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Compare):
            yield from _comparison(shown, lines, node)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            inner = [part for target in targets for part in ast.walk(target)]
            names = [part.id for part in inner if isinstance(part, ast.Name)]
            if node.value is not None and any(_CONSTANT.fullmatch(name) for name in names):
                yield from _numbers(shown, lines, node.value)


def _comparison(shown: str, lines: list[str], node: ast.Compare) -> Iterator[Site]:
    sides = [node.left, *node.comparators]
    for operator, left, right in zip(node.ops, sides, sides[1:], strict=False):
        sign = _OPERATORS.get(type(operator))
        if sign is None:
            continue
        row = left.end_lineno or left.lineno
        after = _characters(lines[row - 1], left.end_col_offset or 0)
        while row <= right.lineno:
            line = lines[row - 1]
            at = re.search(rf"(?<![<>=!]){re.escape(sign)}(?![=<>])", line[after:])
            if at:
                yield Site(shown, row, after + at.start(), sign, NEIGHBOURS[sign])
                break
            row, after = row + 1, 0
    for side in sides:
        yield from _numbers(shown, lines, side)


def _numbers(shown: str, lines: list[str], value: ast.expr) -> Iterator[Site]:
    """Go through the numbers of a value: 5, 0.6, Decimal("1.3"), and those of a tuple."""
    match value:
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int() | float()):
            yield from _number(shown, lines, value, 0)
        case ast.Call(func=ast.Name(id="Decimal"), args=[ast.Constant(value=str() | int()) as own]):
            yield from _number(shown, lines, own, int(isinstance(own.value, str)))
        case ast.Tuple(elts=elements):
            for element in elements:
                yield from _numbers(shown, lines, element)
        case ast.BinOp(left=left, right=right):
            yield from _numbers(shown, lines, left)
            yield from _numbers(shown, lines, right)
        case ast.UnaryOp(operand=operand):
            yield from _numbers(shown, lines, operand)
        case _:
            return


def _number(shown: str, lines: list[str], node: ast.Constant, quote: int) -> Iterator[Site]:
    line = lines[node.lineno - 1]
    start = _characters(line, node.col_offset) + quote
    match = _NUMBER.match(line, start)
    if match and not re.match(r"[\w_]", line[match.end() : match.end() + 1]):
        for new in _beside(match[0]):
            yield Site(shown, node.lineno, start, match[0], new)


def _beside(number: str) -> Iterator[str]:
    """Give the numbers just beside one, in its last place."""
    value = Decimal(number)
    step = Decimal(1).scaleb(int(value.as_tuple().exponent))
    yield str(value + step)
    if value > 0:
        yield str(value - step)


def _characters(line: str, offset: int) -> int:
    """Turn an offset in bytes, as the parser gives it, into one in characters."""
    return len(line.encode()[:offset].decode())
