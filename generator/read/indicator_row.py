"""A row of indicators: what its cells say, whatever table it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.base.measure import MeasureKind
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell
from generator.read.beside_columns import INITIAL_TARGET
from generator.read.column_words import ColumnWords
from generator.read.draft import SubjectDraft
from generator.read.label_book import LabelBook
from generator.read.printed_values import (
    NUMBER,
    indicator_name,
    number,
    one_line,
    squeezed,
    words,
)

_MEASURED = (MeasureKind.NUMBER, MeasureKind.RANGE, MeasureKind.DATE, MeasureKind.YES_NO)
_OF_FULL = Pattern(  # 9.5（10） below 得分（满分）
    rf"(?P<score>{NUMBER})分?(?:[（(](?:满分)?(?P<full>{NUMBER})分?[)）])"
)
_BARE = Pattern(r"[^0-9.一-鿿A-Za-z-]{0,2}-?[0-9][0-9,]*(?:\.[0-9]+)?")


@dataclass
class Row:
    """An indicator row: its values, and the cells that may be shared with other rows."""

    path: str
    values: dict[str, Any]
    cells: dict[str, ReadCell]
    book: LabelBook
    own: dict[str, ReadCell] = field(default_factory=dict)  # kept under the name of the column

    @property
    def is_measured(self) -> bool:
        """Tell whether its score follows from target and actual, so that the unit judges nothing itself."""
        texts = (self.values["target"], self.values.get("actual", ""))
        return all(self.book.units.measure(text).kind in _MEASURED for text in texts)


def row_values(
    cells: Mapping[str, ReadCell], path: str, columns: ColumnWords, *, has_actual: bool
) -> dict[str, Any]:
    """Return what a row says of its indicator, except points; only with ``has_actual`` of what was reached."""
    texts = {role: cell.text for role, cell in cells.items()}
    values: dict[str, Any] = {"class": path, "name": indicator_name(texts["name"])}
    if not columns.phrases.says_nothing(texts.get("description", "")):
        values["description"] = words(texts["description"])
    values["target"], direction = _target(texts, columns)
    if INITIAL_TARGET in texts:
        first, _ = _target({**texts, "target": texts[INITIAL_TARGET]}, columns)
        values[INITIAL_TARGET] = first
    if has_actual:
        own_unit = {"measure-unit": texts["actual-unit"]} if "actual-unit" in texts else texts
        values["actual"] = _with_unit(_value(texts.get("actual", ""), columns), own_unit, columns)
    if direction:
        values["direction"] = direction
    for role in ("reason", "basis"):
        if (
            role in texts
            and not columns.phrases.says_nothing(texts[role])
            and not columns.phrases.is_instruction(texts[role])
        ):
            values[role] = words(texts[role])
    if "evidence" in texts and not columns.phrases.says_nothing(texts["evidence"]):
        values["evidence"] = [one_line(texts["evidence"])]
    return values


def set_points(role: str, cell: ReadCell, keys: KeyPath, row: Row, subject: SubjectDraft) -> None:
    """Write a weight or score of a row; one that the unit judged itself is an input as well."""
    phrases = row.book.phrases
    if phrases.says_nothing(cell.text):
        if role == "score" and not phrases.says_nothing(row.values.get("actual", "")):
            subject.put((*keys, "stated", "blank"), value=True, place=cell.place)
        return
    value = number(cell.text)
    of_full = _OF_FULL.fullmatch(squeezed(cell.text)) if role == "score" else None
    if of_full is not None:
        value = number(of_full["score"])
        full = number(of_full["full"])
        subject.put((*keys, "weight"), full, cell.place)
        subject.put((*keys, "stated", "weight"), full, cell.place)
    if value is None or (role == "weight" and value < 0):
        subject.leave(cell.place, cell.text, "不是分数")
    elif role == "weight":
        subject.put((*keys, "weight"), value, cell.place)
        subject.put((*keys, "stated", "weight"), value, cell.place)
    elif role == "review":
        subject.put((*keys, "review", "score"), value, cell.place)
    else:
        if not row.is_measured:
            subject.put((*keys, "score"), value, cell.place)
        subject.put((*keys, "stated", "score"), value, cell.place)


def _value(text: str, columns: ColumnWords) -> str:
    """Return a target or actual as text; short ones lose the breaks of a narrow cell, a tick its box."""
    chosen = columns.phrases.ticked(text)
    text = chosen[0] if chosen and len(chosen) == 1 else text
    return "" if columns.phrases.is_blank(text) else one_line(text)


def _target(texts: Mapping[str, str], columns: ColumnWords) -> tuple[str, str]:
    """Join sign, value and unit where they stand in columns of their own; return the direction apart."""
    value = _with_unit(_value(texts.get("target", ""), columns), texts, columns)
    said = texts.get("sign", "")
    sign = columns.signs.get(squeezed(said), "")
    direction = next(
        (
            way
            for role in ("direction", "sign")
            if (way := columns.directions.get(squeezed(texts.get(role, "")), ""))
        ),
        "",
    )
    if sign and value[:1].isdigit():
        value = f"{sign}{value}"
    elif columns.is_kind(said) and not value:
        value = one_line(said)
    return value, direction


def _with_unit(value: str, texts: Mapping[str, str], columns: ColumnWords) -> str:
    """Put the unit of its own column behind a bare number, one with its sign included."""
    unit = one_line(texts.get("measure-unit", ""))
    if value and is_bare(value) and not columns.phrases.says_nothing(unit):
        return f"{value}{unit}"
    return value


def is_bare(value: str) -> bool:
    """Tell whether a value is a number without a unit, its sign aside."""
    return _BARE.fullmatch(squeezed(value)) is not None
