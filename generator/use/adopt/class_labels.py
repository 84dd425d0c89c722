"""Classes as a form writes them: its own words for each, with the points where it prints them."""

from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal
from typing import Any

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.model.form_printing import WEIGHT
from generator.read.columns import BandRead
from generator.read.draft import rows_in
from generator.score.layout import level1
from generator.use.adopt.looking import Looked
from generator.use.adopt.printed_cells import cells_of, column_at, rows_of

_NUMBER = Pattern(r"(?<![0-9A-Za-z.])[0-9]+(?:\.[0-9]+)?(?![0-9.])")
_LEVELS = ("level1", "level2", "class")
_Sums = Mapping[str, Decimal]


def class_labels(looked: Looked) -> dict[str, str]:
    """Return the labels of the classes of a form, by their paths; what is said first counts."""
    has_points = any(c.role == "weight" for band in looked.full.bands for c in band.columns)
    sums = _points(looked) if has_points else {}
    said: dict[str, dict[str, None]] = {}
    for band in looked.full.bands:
        for path, text in _labels(looked, band):
            said.setdefault(path, {})[text.strip()] = None
    has_goals = len({band.within for band in looked.full.bands}) > 1
    return {
        path: (_open_mark(texts) if has_goals else "")
        or _with_mark(next(iter(texts)), sums.get(path))
        for path, texts in said.items()
    }


def _labels(looked: Looked, band: BandRead) -> Iterator[tuple[str, str]]:
    for level in _LEVELS:
        column = column_at(band, level)
        if column is None:
            continue
        read = rows_of(looked, band)
        cells = cells_of(looked, band, [row for row, _ in read], column)
        for (_, values), cell in zip(read, cells, strict=True):
            path = str(values["class"])
            if cell is not None and cell.text.strip() and path:
                yield level1(path) if level == "level1" else path, cell.text


def _points(looked: Looked) -> _Sums:
    """Add up the points of the rows of each class, as the form prints them; else take its own."""
    subject = looked.subject
    said = (
        next((s for s in looked.draft.subjects if s.kind == subject.kind), None)
        if subject
        else None
    )
    if said is None:
        return {}
    sums: dict[str, Decimal | None] = {}
    for _, row in rows_in(said.values):
        path = str(row["class"])
        for name in dict.fromkeys((level1(path), path)):
            _add(sums, name, row)
    known = {name: total for name, total in sums.items() if total is not None}
    return {**said.points, **known}


def _add(sums: dict[str, Decimal | None], name: str, row: Mapping[str, Any]) -> None:
    weight, before = row.get("weight"), sums.get(name, Decimal(0))
    sums[name] = None if weight is None or before is None else before + weight


def _open_mark(texts: Collection[str]) -> str:
    """Put a mark in the place of points, of which each goal has its own; nothing where there are none."""
    marked = {WEIGHT.join(_NUMBER.split(text)) for text in texts}
    label = next(iter(marked)) if len(marked) == 1 else ""
    return label if label.count(WEIGHT) == 1 else ""


def _with_mark(text: str, points: Decimal | None) -> str:
    """Put a mark in the place of the points; a number that is not their sum stays as it is."""
    if points is None:
        return text
    found = [m for m in _NUMBER.finditer(text) if m[0] == plain(points)]
    if not found:
        return text
    return f"{text[: found[-1].start()]}{WEIGHT}{text[found[-1].end() :]}"
