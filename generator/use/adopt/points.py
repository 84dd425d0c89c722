"""The points that a form prints: of its classes and of the execution, and whether they add up."""

from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.base.number import plain
from generator.read.draft import SubjectDraft, rows_in

_TOTAL = Decimal(100)


class Points(NamedTuple):
    """What a form gives to each part; ``None`` where it does not say, or where nothing adds up."""

    classes: Mapping[str, Decimal | None]
    execution: Decimal | None
    has_execution: bool
    total: Decimal
    remark: str = ""  # why points were left open


def points_of(said: SubjectDraft | None, full: SubjectDraft) -> Points:
    """Gather the points; those that are known and do not add up are all left open.

    ``said`` is the form as it is, ``full`` the form with its blanks filled in, which only tells
    what classes and items there are.
    """
    names = list(dict.fromkeys(str(row["class"]).split("/")[0] for _, row in rows_in(full.values)))
    classes = {name: _of_class(name, said) for name in names}
    has_execution = any(full.get(("funds", "stated", k)) is not None for k in ("weight", "score"))
    execution = None if said is None else said.get(("funds", "stated", "weight"))
    total = _TOTAL if said is None else said.get(("stated", "weight")) or _TOTAL
    if execution is None and has_execution and classes and None not in classes.values():
        rest = total - sum(w for w in classes.values() if w is not None)
        execution = rest if rest > 0 else None
    known = [*classes.values(), *([execution] if has_execution else [])]
    if not known or None in known:
        remark = "表上没有印出各部分的分值，方案里留空" if known else ""
        return Points(classes, execution, has_execution, total, remark)
    together = sum((w for w in known if w is not None), Decimal(0))
    if together != total:
        remark = f"表上各部分的分值相加为 {plain(together)}，不等于 {plain(total)}，方案里都留空"
        return Points(dict.fromkeys(classes), None, has_execution, total, remark)
    return Points(classes, execution, has_execution, total)


def _of_class(name: str, said: SubjectDraft | None) -> Decimal | None:
    """Return the points that a class prints, else those of its rows."""
    if said is None:
        return None
    if name in said.points:
        return said.points[name]
    rows = [r for _, r in rows_in(said.values) if str(r["class"]).split("/")[0] == name]
    weights = [row.get("weight") for row in rows]
    if not weights or None in weights:
        return None
    return sum((w for w in weights if w is not None), Decimal(0))
