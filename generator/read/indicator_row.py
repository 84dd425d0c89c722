"""A row of indicators: what its cells say, whatever table it stands in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from generator.base.toml import KeyPath
from generator.model.reading import ReadCell
from generator.read.draft import SubjectDraft
from generator.read.values import (
    indicator_name,
    is_measured,
    is_nothing,
    number,
    one_line,
    squeezed,
    words,
)

_SIGNS = {
    "≥": "≥",
    "≤": "≤",
    ">": ">",
    "<": "<",
    "=": "=",
    "≧": "≥",
    "≦": "≤",
    "大于等于": "≥",
    "小于等于": "≤",
    "大于": ">",
    "小于": "<",
    "等于": "=",
}
_DIRECTIONS = {"正向": "≥", "正向指标": "≥", "反向": "≤", "反向指标": "≤", "逆向": "≤", "负向": "≤"}
_WITHOUT_NUMBER = ("定性", "定量", "定性指标", "定量指标")


@dataclass
class Row:
    """An indicator row: its values, and the cells that may be shared with other rows."""

    path: str
    values: dict[str, Any]
    cells: dict[str, ReadCell] = field(default_factory=dict)


def row_values(cells: Mapping[str, ReadCell], path: str, *, has_actual: bool) -> dict[str, Any]:
    """Return what a row says of its indicator, except points; only with ``has_actual`` of what was reached."""
    texts = {role: cell.text for role, cell in cells.items()}
    values: dict[str, Any] = {"class": path, "name": indicator_name(texts["name"])}
    if not is_nothing(texts.get("description", "")):
        values["description"] = words(texts["description"])
    values["target"], direction = _target(texts)
    if has_actual:
        values["actual"] = _with_unit(_value(texts.get("actual", "")), texts)
    if direction:
        values["direction"] = direction
    for role in ("reason", "basis"):
        if role in texts and not is_nothing(texts[role]):
            values[role] = words(texts[role])
    if "evidence" in texts and not is_nothing(texts["evidence"]):
        values["evidence"] = [one_line(texts["evidence"])]
    return values


def set_points(role: str, cell: ReadCell, keys: KeyPath, row: Row, subject: SubjectDraft) -> None:
    """Write a weight or score of a row; one that the unit judged itself is an input as well."""
    if is_nothing(cell.text):
        if role == "score" and not is_nothing(row.values.get("actual", "")):
            subject.put((*keys, "stated", "blank"), value=True, place=cell.place)
        return
    value = number(cell.text)
    if value is None or (role == "weight" and value < 0):
        subject.leave(cell.place, cell.text, "不是分数")
    elif role == "weight":
        subject.put((*keys, "weight"), value, cell.place)
        subject.put((*keys, "stated", "weight"), value, cell.place)
    elif role == "review":
        subject.put((*keys, "review", "score"), value, cell.place)
    else:
        if not is_measured(row.values["target"], row.values.get("actual", "")):
            subject.put((*keys, "score"), value, cell.place)
        subject.put((*keys, "stated", "score"), value, cell.place)


def _value(text: str) -> str:
    """Return a target or actual as text; short ones lose the breaks of a narrow cell."""
    return "" if squeezed(text) in ("", "-", "—", "——", "/") else one_line(text)


def _target(texts: Mapping[str, str]) -> tuple[str, str]:
    """Join sign, value and unit where they stand in columns of their own; return the direction apart."""
    value = _with_unit(_value(texts.get("target", "")), texts)
    sign = squeezed(texts.get("sign", ""))
    direction = _DIRECTIONS.get(sign, "")
    if sign in _SIGNS and value[:1].isdigit():
        value = f"{_SIGNS[sign]}{value}"
    elif sign in _WITHOUT_NUMBER[::2] and not value:
        value = sign
    return value, direction


def _with_unit(value: str, texts: Mapping[str, str]) -> str:
    """Put the unit of its own column behind a bare number."""
    unit = one_line(texts.get("measure-unit", ""))
    if value and number(value) is not None and value[-1:].isdigit() and not is_nothing(unit):
        return f"{value}{unit}"
    return value
