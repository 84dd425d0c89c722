"""Figures of rows that inputs have no key for: one score for rows of several classes, what was deducted."""

from collections.abc import Sequence
from decimal import Decimal

from generator.base.number import plain as printed
from generator.base.pattern import Pattern
from generator.base.toml import KeyPath
from generator.read.draft import JointScore, SubjectDraft
from generator.read.indicator_row import Row
from generator.read.printed_values import number, squeezed

_DEDUCTED = Pattern(r"扣(?:减|除|去)?([0-9]{1,3}(?:\.[0-9]{1,2})?)分")
_NOTHING = Pattern(r"(?:不|未|没有|无)扣分?。?")


def put_joint(rows: Sequence[Row], subject: SubjectDraft, within: KeyPath) -> None:
    """Keep a score that one cell gives to several rows: as a field, and for the rules."""
    cell, first = rows[0].cells["score"], rows[0].values["name"]
    value = number(cell.text)
    if value is None:
        if not rows[0].book.phrases.says_nothing(cell.text):
            subject.leave(cell.place, cell.text, "不是数")
        return
    paths = tuple(dict.fromkeys(row.path for row in rows))
    goal = int(within[1]) if within else -1
    subject.joint_scores.append(JointScore(value, cell.place, paths, goal))
    name = f"得分·{first}等{len(rows)}项"
    subject.put(("fields", name), printed(value), cell.place)
    subject.remarks.append(
        f"“{first}”等 {len(rows)} 项（{'、'.join(paths)}）共用一格得分 {printed(value)}，"
        f"输入里只有同一类的全部指标能合并计分，记在 [fields] 的“{name}”（{cell.place}）"
    )


def put_deductions(rows: Sequence[Row], places: Sequence[KeyPath], subject: SubjectDraft) -> None:
    """Keep what was deducted; where no score is printed it is what the weight leaves."""
    found = {n: value for n, row in enumerate(rows) if (value := _deduction(row)) is not None}
    for n, value in found.items():
        subject.deductions[places[n]] = (value, rows[n].cells["deduction"].place)
    if not found or any("score" in row.cells for row in rows):
        return
    for n, row in enumerate(rows):
        weight = subject.get((*places[n], "weight"))
        cell = row.cells.get("deduction")
        is_blank = cell is not None and row.book.phrases.says_nothing(cell.text)
        value = Decimal(0) if is_blank and row.values.get("actual") else found.get(n)
        if value is None or not isinstance(weight, Decimal) or value > weight:
            continue
        at = row.cells["deduction"].place
        if not row.is_measured:
            subject.put((*places[n], "score"), weight - value, at)
        subject.put((*places[n], "stated", "score"), weight - value, at)
    subject.remarks.append("表上没有得分一栏，得分按分值减扣分算出，请核对")


def _deduction(row: Row) -> Decimal | None:
    cell = row.cells.get("deduction")
    if cell is None:
        return None
    plain = squeezed(cell.text)
    value = number(plain.removeprefix("扣"))
    if value is not None:
        return abs(value)
    if _NOTHING.fullmatch(plain):
        return Decimal(0)
    said = _DEDUCTED.findall(plain)
    return sum(map(Decimal, said), Decimal(0)) if said else None
