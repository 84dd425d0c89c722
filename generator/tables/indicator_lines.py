"""The lines of a table of indicators: which class each is of, where classes end, what merges."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from generator.model.blocks import Cell
from generator.model.row_key import RowKey
from generator.score.layout import level1
from generator.score.score_sheet import IndicatorScore
from generator.tables.equal_groups import words


class Line(NamedTuple):
    """A line of the form: an indicator, or a class that has none."""

    goal: int
    class_path: str
    row: IndicatorScore | None


def written_order(lines: Sequence[Line]) -> Callable[[Line], tuple[int, int]]:
    """Order classes as they are written first, those below one class together."""
    first = {name: n for n, name in enumerate(dict.fromkeys(level1(x.class_path) for x in lines))}
    second = {path: n for n, path in enumerate(dict.fromkeys(x.class_path for x in lines))}
    return lambda line: (first[level1(line.class_path)], second[line.class_path])


def ends(lines: Sequence[Line]) -> list[Cell]:
    """Name each class in its last row."""
    keys = [(line.goal, level1(line.class_path)) for line in lines]
    following = [*keys[1:], None][: len(keys)]
    return [
        words(key[1] if key != after else "") for key, after in zip(keys, following, strict=True)
    ]


def alike(lines: Sequence[Line], cells: Sequence[Cell]) -> list[tuple[object, ...]]:
    """Return the groups of cells that say the same within a class; a blank one stands alone."""
    return [
        (line.goal, line.class_path, _text(cell) or n)
        for n, (line, cell) in enumerate(zip(lines, cells, strict=True))
    ]


def _text(cell: Cell) -> str:
    return "".join(span.text for span in cell.spans).strip()


def score_group(line: Line, index: int) -> tuple[object, ...]:
    """Group the score cells that share one score; every other cell stands alone."""
    is_shared = line.row is not None and line.row.is_shared
    return (line.goal, line.class_path) if is_shared else (index,)


def key_of(line: Line) -> RowKey:
    """Return the key of a line: that of its indicator, or of a class that has none."""
    if line.row is not None:
        return line.row.id
    return RowKey.group(line.goal, line.class_path)
