"""What a person typed into a cell or over a figure, as the value of an input."""

import datetime
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from generator.base.chinese import half_width
from generator.base.measure import MeasureKind
from generator.base.measure_parts import MeasureParts, parts_of, put_together
from generator.base.number import is_number
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath, value_at
from generator.base.toml_patch import AppendRow, FileChange, SetValue
from generator.figures.figure import Figure, exact_decimal
from generator.figures.figure_book import FigureBook
from generator.model.figure_id import UNIT
from generator.model.units import Units
from generator.prose.prose_gap import GAP
from generator.read.money_words import MoneyWords
from generator.read.own_text import Words, value_in
from generator.roundtrip.field_kinds import Field, NoField, OwnTyping
from generator.tables.field_keys import Kind

_NUMBER = Pattern(r"-?\d+(?:\.\d+)?", re.ASCII)
# Groups of three; “96,5” is no 965, and “0,095” no 95: nobody knows what their commas are.
_GROUPED = Pattern(r"(?<![\d.,，])[1-9]\d{0,2}(?:[,，\s]+\d{3})+(?![\d,，])", re.ASCII)
_SEPARATORS = Pattern(r"[,，\s]+")
_PARTS = {"sign": "符号", "value": "数", "unit": "单位"}
_DAY = Pattern(r"(\d{4})\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?")


class Typed(NamedTuple):
    """A value for a field."""

    field: Field
    value: Any


def figure_field(book: FigureBook, said: str) -> Field | NoField:
    """Return the input that a figure came from; one that is computed has none."""
    figure = book.get(said)
    if figure is None:
        return NoField("现在没有这个数")
    if figure.formula:
        return NoField(f"是算出来的数：{figure.formula}")
    if len(figure.sources) != 1:
        return NoField("是算出来的数" if figure.sources else "由评分方案决定")
    source = figure.sources[0]
    value = value_at(source.file.data, source.keys)
    kind: Kind = "number"
    if value is None or isinstance(value, str):
        kind = "measure" if isinstance(figure.value, Decimal) else "words"
    elif isinstance(value, datetime.date):
        kind = "day"
    owner = figure.id.owner
    is_there = value not in (None, "")
    return Field(source.file, source.keys, kind, is_there, "" if owner == UNIT else owner)


def typed_in(
    field: Field, words: str, units: Units, figure: Figure | None = None, shown: str = ""
) -> Typed | NoField:
    """Read what a person typed for a field.

    ``figure`` is what was printed in its place, and ``shown`` as what: it may stand there in
    another unit than that of the input.
    """
    said = words.strip().replace(GAP, "").removeprefix(field.head)
    if field.own is not None:
        return _as_declared(field, field.own, said, units)
    unit = figure.unit if figure is not None else ""
    if not said and field.kind in ("number", "day"):
        return NoField("清空了；要删去这一项，请改输入文件")
    if field.kind == "number":
        written, printed = unit, _NUMBER.sub("", shown)
        if field.money is not None:  # a bare number is in the unit of the form
            written, printed = field.money.written, field.money.printed
        number = _number(said, written, printed, units)
        return NoField(f"“{said}”不是数") if number is None else Typed(field, number)
    if field.kind == "day":
        day = _day(said)
        return NoField(f"“{said}”不是日期") if day is None else Typed(field, day)
    if field.kind == "texts":
        return Typed(field, [item.strip() for item in said.split("、") if item.strip()])
    if field.kind in ("sign", "value", "unit"):
        return _with_part(field, said, units)
    if field.kind == "partly":
        return _completed(field, said, units)
    if field.kind == "measure":
        said = half_width(said)
        said += unit if is_number(said) else ""
    return Typed(field, said)


def _with_part(field: Field, said: str, units: Units) -> Typed | NoField:
    """Put the part of a measure that was typed in its own cell in the place of the one before."""
    now = value_at(field.source.data, field.keys)
    parts = parts_of(units.measure(now if isinstance(now, str) else ""))
    said = field.signs.meant_by(said) if field.kind == "sign" else half_width(said)
    whole = put_together(parts.changed(field.kind, said))
    if said and getattr(parts_of(units.measure(whole)), field.kind) != said:
        return NoField(f"“{said}”不能作{_PARTS[field.kind]}，合起来是“{whole}”")
    return Typed(field, whole)


def _completed(field: Field, said: str, units: Units) -> Typed:
    """Complete a measure of which a cell shows some parts with the parts that it does not show."""
    now = value_at(field.source.data, field.keys)
    was = parts_of(units.measure(now if isinstance(now, str) else ""))
    said = half_width(said)
    is_number = units.measure(said).kind is MeasureKind.NUMBER
    typed = parts_of(units.measure(said))
    parts = MeasureParts(typed.sign or was.sign, typed.value, typed.unit or was.unit)
    return Typed(field, put_together(parts) if is_number else said)


def _as_declared(field: Field, own: OwnTyping, said: str, units: Units) -> Typed | NoField:
    """Read what was typed as the form declares it; one mark stands for its option."""
    item = own.item
    if own.option and (said != item.ticked or item.several):
        return NoField("记号随选中的一项而定；几项的请改输入文件")
    if own.option:
        return Typed(field, own.option == item.words[0] if item.kind == "yes-no" else own.option)
    if not said:
        return NoField("清空了；要删去这一项，请改输入文件")
    is_of_form = own.printed and not item.unit
    printed = f"（{own.printed}）" if is_of_form else ""
    read = value_in(item, said, printed, own.money, Words(MoneyWords(units), lambda _: None))
    if read.fault or read.value is None:
        return NoField(f"“{said}”{read.fault or '没有选中一项'}")
    return Typed(field, read.value)


class TypedChange(NamedTuple):
    """A change of a file, and the values that it writes."""

    change: FileChange
    values: tuple[Typed, ...]


def changes_of(typed: Iterable[Typed]) -> list[TypedChange]:
    """Write values as changes of files: cells of one row that is not there yet make one row."""
    changes: list[TypedChange] = []
    rows: dict[tuple[str, KeyPath, tuple[tuple[str, Any], ...], int], list[Typed]] = {}
    for own in typed:
        field = own.field
        if field.name:
            rows.setdefault((field.source.shown, field.keys, field.row, field.nth), []).append(own)
        else:
            changes.append(
                TypedChange(FileChange(field.source, SetValue(field.keys, own.value)), (own,))
            )
    for cells in rows.values():
        first = cells[0].field
        change = FileChange(first.source, AppendRow(first.keys, _row(cells)))
        changes.append(TypedChange(change, tuple(cells)))
    return changes


def _row(cells: Sequence[Typed]) -> dict[str, Any]:
    row: dict[str, Any] = dict(cells[0].field.row)
    for field, value in cells:
        owner = row
        for name in field.name[:-1]:
            owner = owner.setdefault(str(name), {})
        owner[str(field.name[-1])] = value
    return row


def is_same_amount(one: str, other: str, units: Units) -> bool:
    """Tell whether two ways of writing mean one number: other digits, separators, another unit of size."""
    left, right = half_width(one).strip(), half_width(other).strip()
    if left == right:
        return True
    mine, yours = _parted(left), _parted(right)
    if mine is None or yours is None:
        return False
    (number, unit), (value, own) = mine, yours
    if unit == own:
        return number == value
    if not unit or not own or not units.are_comparable(unit, own):
        return False
    return units.convert(Fraction(number), unit, own) == value


def _parted(said: str) -> tuple[Decimal, str] | None:
    bare = _GROUPED.sub(lambda found: _SEPARATORS.sub("", found[0]), said)
    found = _NUMBER.match(bare)
    return None if found is None else (Decimal(found[0]), bare[found.end() :].strip())


def _number(said: str, unit: str, shown: str, units: Units) -> Decimal | None:
    """Read a number; one without a unit is in that of what was printed there."""
    parted = _parted(half_width(said))
    if parted is None:
        return None
    number, own = parted
    own = own or (shown if unit else "")
    if own in ("", unit):
        return number
    if not unit or not units.are_comparable(own, unit):
        return None
    converted = f"{exact_decimal(units.convert(Fraction(number), own, unit)):f}"
    return Decimal(converted.rstrip("0").rstrip(".") if "." in converted else converted)


def _day(said: str) -> datetime.date | None:
    found = _DAY.fullmatch(half_width(said))
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
