"""A row that gives the points of the execution below the indicators: 预算执行率（10分） | 10 | 9.44."""

from collections.abc import Mapping, Sequence

from generator.model.reading import ReadCell
from generator.read.desk import Desk
from generator.read.header_band import Band
from generator.read.label_book import LabelBook, normal, points_in
from generator.read.own_fields import LABEL
from generator.read.rows import Spot
from generator.read.values import number, percent, squeezed

_STATED = ("funds", "stated")
_ENDS = ("得分", "分值", "分数")
_POINTS = ("weight", "score")


def is_execution(text: str, book: LabelBook) -> bool:
    """Tell the label of the rate of the execution, also as that of its points."""
    plain = normal(text)
    return book.role(plain) == "rate" or any(
        plain.endswith(end) and book.role(plain.removesuffix(end)) == "rate" for end in _ENDS
    )


def read_execution(found: Sequence[Spot], band: Band | None, desk: Desk) -> bool:
    """Read such a row by the columns of the indicators above it; tell whether it is one."""
    said = [s for s in found if not desk.book.phrases.says_nothing(s.text)]
    if band is None or len(said) < 2 or not is_execution(said[0].text, desk.book):
        return False
    if desk.subject is None or any(s.role for s in said[1:]):
        return False
    columns = {
        role: next(
            (s for s in said[1:] if s.cell.column <= choice.strip.start < s.cell.end), None
        )
        for role in _POINTS
        if (choice := band.column(role)) is not None
    }
    cells = {r: s.cell for r, s in columns.items() if s and number(s.text) is not None}
    if "score" not in cells or percent(cells["score"].text) is not None:
        return False
    desk.tally.furnish(said[0].cell.place, LABEL)
    put_execution(cells, said[0].text, said[0].cell, desk)
    for spot in said[1:]:
        if spot.cell not in cells.values() and not _repeats_rate(spot, desk):
            desk.leave(spot.cell.place, spot.text, "没有认出的栏目名")
    return True


def put_execution(
    cells: Mapping[str, ReadCell], label: str, head: ReadCell, desk: Desk
) -> None:
    """Set the points of the execution; its label may name how many there are."""
    subject = desk.need()
    for role, cell in cells.items():
        value = number(cell.text)
        if value is not None and value >= 0:
            subject.put((*_STATED, role), value, cell.place)
    if "weight" not in cells and (points := points_in(label)) is not None:
        subject.put((*_STATED, "weight"), points, head.place)


def _repeats_rate(spot: Spot, desk: Desk) -> bool:
    """Tell words that say the rate once more: 执行率93.30%."""
    rate = desk.need().get((*_STATED, "rate"))
    said = squeezed(spot.text).lstrip("预算资金执行率为：:")
    value = percent(said)
    if value is None:
        return False
    if rate is None:
        desk.need().put((*_STATED, "rate"), value, spot.cell.place)
    elif value != rate:
        return False
    else:
        desk.tally.use(spot.cell.place, "line")
    return True
