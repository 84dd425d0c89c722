"""Where a threshold, a count or a comparison can be changed, and into what.

A threshold is a number that somebody chose and might choose otherwise: a named constant, a number of
a data file, a number that something is compared with. Not chosen are 0, which tells a sign, what a
length, a sum or a span is compared with to tell none, one and several, the 1 of a neighbour
(``row + 1``) and the 2 of even and odd: they are changed as well, and told apart as counts.

A constant whose name ends in ``_CEILING`` is a bound against abuse, the size of a buffer or of a search: no
document of ours comes near it, so that no test at its boundary would say anything. It is not changed.
Nor is one that ends in ``FORMAT``, which names a version of what is written.
"""

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

# Each comparison becomes the one that differs from it at the boundary alone.
THRESHOLD, COUNT, COMPARISON = "阈值", "个数", "比较"
NEIGHBOURS = {"<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "=="}
_OPERATORS = {
    ast.Lt: "<",
    ast.LtE: "<=",
    ast.Gt: ">",
    ast.GtE: ">=",
    ast.Eq: "==",
    ast.NotEq: "!=",
}
_UNCHOSEN = ("_CEILING", "FORMAT")
_MOST_COUNTED = 2  # none, one, several
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")
CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]*")
_IN_DATA = re.compile(r"^(?P<key>[\w-]+)\s*=\s*\"?(?P<number>-?[0-9]+(?:\.[0-9]+)?)\"?\s*(?:#|$)")


class Site(NamedTuple):
    """A stretch of a line, what stands there, and what would stand there instead."""

    file: str  # from the root, with /
    line: int
    start: int  # in characters
    old: str
    new: str
    is_count: bool = False  # a number that nobody chose

    @property
    def kind(self) -> str:
        """Name what is changed: a comparison, a count or a threshold."""
        if self.old in NEIGHBOURS:
            return COMPARISON
        return COUNT if self.is_count else THRESHOLD

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
            for target in targets:
                for name, value in _assigned(target, node.value):
                    if _is_chosen(name):
                        yield from _numbers(shown, lines, value)


def _assigned(target: ast.expr, value: ast.expr | None) -> Iterator[tuple[str, ast.expr]]:
    """Give the names of an assignment with what each gets: _LEAST, _MOST = 2, 5."""
    match target, value:
        case ast.Name(id=name), ast.expr():
            yield name, value
        case ast.Tuple(elts=names), ast.Tuple(elts=values) if len(names) == len(values):
            for one, other in zip(names, values, strict=True):
                yield from _assigned(one, other)


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
    is_counted = any(map(_is_counted, sides))
    for side in sides:
        for site in _numbers(shown, lines, side):
            is_few = is_counted and abs(Decimal(site.old)) <= _MOST_COUNTED
            is_count = is_few or Decimal(site.old) == 0 or _is_beside(side, site.old)
            yield site._replace(is_count=is_count)


def _is_chosen(name: str) -> bool:
    return CONSTANT.fullmatch(name) is not None and not name.endswith(_UNCHOSEN)


def _is_counted(side: ast.expr) -> bool:
    """Tell what is counted one by one: a length, a sum, the span of a cell or of a stretch."""
    match side:
        case ast.Call(func=ast.Name(id="len" | "sum") | ast.Attribute(attr="count")):
            return True
        case ast.Attribute(attr="height" | "width") | ast.BinOp(op=ast.Sub()):
            return True
        case _:
            return False


def _is_beside(side: ast.expr, number: str) -> bool:
    """Tell the 1 of ``row + 1`` and of ``end - 1``, and the 2 of ``index % 2``."""
    match side:
        case ast.BinOp(op=ast.Add() | ast.Sub()):
            return number == "1"
        case ast.BinOp(op=ast.Mod()):
            return number == "2"
        case _:
            return False


def _numbers(shown: str, lines: list[str], value: ast.expr) -> Iterator[Site]:
    """Go through the numbers of a value: 5, 0.6, Decimal("1.3"), Fraction(9, 10), a tuple."""
    match value:
        case ast.Constant(value=bool()):
            return
        case ast.Constant(value=int() | float()):
            yield from _number(shown, lines, value, 0)
        case ast.Call(func=ast.Name(id="Decimal"), args=[ast.Constant(value=str() | int()) as own]):
            yield from _number(shown, lines, own, int(isinstance(own.value, str)))
        case ast.Call(func=ast.Name(id="Fraction"), args=arguments):
            for argument in arguments:
                yield from _numbers(shown, lines, argument)
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
