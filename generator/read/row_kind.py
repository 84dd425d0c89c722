"""What a row below the header of indicators is: an indicator, a class alone, a placeholder, a part, a note."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell
from generator.read.evidence_cells import CLASSES, EMPTY, CellLens
from generator.read.printed_values import indicator_name, number, squeezed


class RowKind(StrEnum):
    """The kinds of rows."""

    INDICATOR = "indicator"
    PART = "part"
    CLASS = "class"
    PLACEHOLDER = "placeholder"
    SUBTOTAL = "subtotal"
    NOTE = "note"
    MARKS = "marks"
    NAMELESS = "nameless"
    BLANK = "blank"


class Kinded(NamedTuple):
    """The kind of a row, and what spoke for it."""

    kind: RowKind
    why: str


# What forms print under their headings to name columns: (1), A, B/A, ③=②/①.
_MARK = Pattern(
    r"[（(]?(?:[0-9]{1,2}|[A-Za-z]|[①-⑳])(?:[=＝/÷*×+-](?:[0-9]{1,2}|[A-Za-z]|[①-⑳])){0,3}[）)]?|栏次"
)
_CLASS_ROLES = ("level1", "level2", "class", "level3")
_SAID = ("target", "actual", "weight", "score", "description", "reason")
_POINTS = ("weight", "score")


def kind_of(
    row: int, own: Sequence[ReadCell], cells: Mapping[str, ReadCell], lens: CellLens, width: int
) -> Kinded:
    """Tell what a row is by its cells; ``own`` are those that begin in it and say something."""
    if (furniture := _of_the_form(own, lens, width)) is not None:
        return furniture
    name = cells.get("name")
    has_data = any(_says(row, cells.get(role), lens) for role in _SAID)
    if name is None or not is_name(name, lens) or _is_class_cell(name, cells, lens):
        return _without_name(name, lens, has_data=has_data)
    is_placeholder = lens.look(name.text).kind == "placeholder"
    if is_placeholder and not has_data:
        return Kinded(RowKind.PLACEHOLDER, "名称是占位，没有内容")
    if lens.look(name.text).kind in CLASSES and not has_data and not is_placeholder:
        return Kinded(RowKind.CLASS, "只有类别")
    if lens.book.phrases.begins("breakdown", name.text) and _has_no_points(row, cells, lens):
        return Kinded(RowKind.PART, "名称以“其中”开头，没有分值和得分")
    return Kinded(RowKind.INDICATOR, "有名称")


def _of_the_form(own: Sequence[ReadCell], lens: CellLens, width: int) -> Kinded | None:
    """Tell rows that hold no indicator whatever their columns are."""
    if not own:
        return Kinded(RowKind.BLANK, "没有字")
    if len(own) == 1 and own[0].width * 2 > width:
        return _wide(own[0], lens)
    if any(
        lens.book.phrases.begins("subtotal", c.text) or lens.book.role(c.text) == "total"
        for c in own[:3]
    ):
        return Kinded(RowKind.SUBTOTAL, "有“小计”一类的字")
    if len(own) > 2 and all(_MARK.fullmatch(squeezed(c.text)) for c in own):
        return Kinded(RowKind.MARKS, "各格只有栏次")
    return None


def is_name(cell: ReadCell, lens: CellLens) -> bool:
    """Tell whether a cell can name an indicator: a number or a sign cannot."""
    text = indicator_name(cell.text)
    return (
        not lens.book.phrases.says_nothing(text)
        and number(cell.text) is None
        and lens.look(text).kind != "sign"
    )


def _is_class_cell(name: ReadCell, cells: Mapping[str, ReadCell], lens: CellLens) -> bool:
    """Tell whether the name is the merged cell of a class, and not one that covers a column of classes."""
    merged = [role for role in _CLASS_ROLES if cells.get(role) is name]
    return bool(merged) and (merged != ["level2"] or lens.look(name.text).kind in CLASSES)


def _wide(cell: ReadCell, lens: CellLens) -> Kinded:
    look = lens.look(cell.text)
    if look.kind in CLASSES:
        return Kinded(RowKind.CLASS, "一行只有类别")
    if look.kind in EMPTY:
        return Kinded(RowKind.PLACEHOLDER, "一行只有占位")
    return Kinded(RowKind.NOTE, "一格占了整行")


def _without_name(name: ReadCell | None, lens: CellLens, *, has_data: bool) -> Kinded:
    if has_data:
        return Kinded(RowKind.NAMELESS, "有内容，没有名称")
    if name is not None and lens.look(name.text).kind == "placeholder":
        return Kinded(RowKind.PLACEHOLDER, "名称是占位，没有内容")
    return Kinded(RowKind.CLASS, "只有类别")


def _has_no_points(row: int, cells: Mapping[str, ReadCell], lens: CellLens) -> bool:
    points = [cells[role] for role in _POINTS if role in cells]
    return bool(points) and not any(_says(row, cell, lens) for cell in points)


def _says(row: int, cell: ReadCell | None, lens: CellLens) -> bool:
    if cell is None or cell.row != row or lens.look(cell.text).kind in EMPTY:
        return False
    return not lens.book.phrases.is_instruction(cell.text)
