"""The points that a form prints: of its classes and of the execution, and whether they add up."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, NamedTuple

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
    is_doubtful: bool = False  # what is printed does not come to the total

    @property
    def of_indicators(self) -> Decimal | None:
        """Return what is left for the indicators, where it is known."""
        if self.is_doubtful:
            return None
        rest = self.total - (self.execution or 0)
        is_known = self.execution is not None or not self.has_execution
        return rest if is_known and rest > 0 else None


def points_of(
    said: SubjectDraft | None,
    full: SubjectDraft,
    layout: Mapping[str, Any],
    *,
    is_blank: bool = False,
    in_cells: bool = False,
) -> Points:
    """Gather the points; those of classes that do not add up are left open.

    ``said`` is the form as it is, ``full`` the form with its blanks filled in, which only tells
    what classes and items there are. ``layout`` is that of the nearest scheme: where a form prints
    no points at all, those of the execution are taken from there. Points of rows are the form's own
    where it ``is_blank``; in one that is filled in, an office has parted them, as it has those of
    classes that stand ``in_cells`` of their own beside the classes.
    """
    names = list(dict.fromkeys(str(row["class"]).split("/")[0] for _, row in rows_in(full.values)))
    printed = {name: _of_class(name, said) for name in names}
    has_execution = any(full.get(("funds", "stated", k)) is not None for k in ("weight", "score"))
    execution = None if said is None else said.get(("funds", "stated", "weight"))
    total = _TOTAL if said is None else said.get(("stated", "weight")) or _TOTAL
    found = Points(printed, execution if has_execution else None, has_execution, total)
    if not any(w is not None for w in (*printed.values(), found.execution)):
        return _of_layout(found, layout)
    if has_execution and execution is None and None not in printed.values():
        rest = total - sum(w for w in printed.values() if w is not None)
        found = found._replace(execution=rest if rest > 0 else None)
    goals = [goal.get("weight") for goal in (said.get(("goals",)) or ())] if said else []
    if len(goals) > 1 and None not in goals:
        # A class has points in each goal: those of the goals tell what there is.
        return _added_up(
            found._replace(classes={f"{n}": own for n, own in enumerate(goals)})
        )._replace(classes=dict.fromkeys(names))
    found = _added_up(found)
    is_said = said is not None and not said.points.keys().isdisjoint(names)
    if (is_said and not in_cells) or is_blank:
        return found
    return found._replace(classes=dict.fromkeys(names))  # each office may part them otherwise


def _added_up(found: Points) -> Points:
    """Leave the points of the classes open where the whole does not come to the total."""
    known = [*found.classes.values(), *([found.execution] if found.has_execution else [])]
    if None in known:
        return found._replace(remark="表上没有印全各部分的分值，没有印的在方案里留空")
    together = sum((w for w in known if w is not None), Decimal(0))
    if together == found.total:
        return found
    remark = (
        f"表上各部分的分值相加为 {plain(together)}，不等于 {plain(found.total)}，"
        "各类指标的分值在方案里留空"
    )
    open_ = dict.fromkeys(found.classes)
    return found._replace(classes=open_, remark=remark, is_doubtful=True)


def _of_layout(found: Points, layout: Mapping[str, Any]) -> Points:
    """Take the points of the execution from the nearest scheme; how the rest is parted nobody knows."""
    parts: Sequence[Mapping[str, Any]] = layout.get("part", ())
    given = next((p.get("weight") for p in parts if p["kind"] == "execution"), None)
    if given is None or not found.has_execution:
        remark = "表上没有印出各部分的分值，方案里留空"
        return found._replace(execution=None, remark=remark)
    remark = (
        f"表上没有印出各部分的分值：执行率照最接近的办法写 {plain(Decimal(given))} 分，请核对；"
        "各类指标的分值在方案里留空"
    )
    return found._replace(execution=Decimal(given), remark=remark)


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
