"""A row that gives the points of the execution below the indicators: 预算执行率（10分） | 10 | 9.44."""

from collections.abc import Mapping, Sequence

from generator.model.foreign_document import ReadCell
from generator.read.execution_label import is_execution
from generator.read.header_band import Band
from generator.read.label_book import points_in
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import number, percent, squeezed
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_STATED = ("funds", "stated")
_RATE = (*_STATED, "rate")
_POINTS = ("weight", "score")


def read_execution(found: Sequence[Spot], band: Band | None, desk: Desk) -> bool:
    """Read such a row by the columns of the indicators above it; tell whether it is one."""
    said = [s for s in found if not desk.book.phrases.says_nothing(s.text)]
    if len(said) > 2 and band is not None and _stands_in_class(said, band, desk):
        desk.tally.furnish(said[0].cell.place, LABEL)
        said = said[1:]
    if band is None or len(said) < 2 or not is_execution(said[0].text, desk.book):
        return False
    if desk.subject is None or any(s.role not in ("", "rate") for s in said[1:]):
        return False
    cells = {role: cell for role in _POINTS if (cell := _below(said[1:], band, role)) is not None}
    if not ("score" in cells or ("weight" in cells and _is_open(found, band))):
        return False
    if any(percent(cell.text) is not None for cell in cells.values()):
        return False
    desk.tally.furnish(said[0].cell.place, LABEL)
    _put(cells, said[0].text, said[0].cell, desk)
    for spot in said[1:]:
        if spot.role == "rate":
            desk.tally.furnish(spot.cell.place, LABEL)
        elif spot.cell not in cells.values():
            _beside(spot, said[0], band, desk)
    return True


def _stands_in_class(said: Sequence[Spot], band: Band, desk: Desk) -> bool:
    """Tell a row of a class of its own, whose label reaches from there over the names: 预算执行 | 支出率."""
    first, label = said[0].cell, said[1].cell
    level1, name = band.column("level1"), band.column("name")
    if level1 is None or name is None or label.column != first.end:
        return False
    is_wide = label.width > 1 and label.column <= name.strip.start < label.end
    return first.column == level1.strip.start and is_wide and is_execution(said[1].text, desk.book)


def _below(said: Sequence[Spot], band: Band, role: str) -> ReadCell | None:
    """Return the number that stands below a column of the indicators."""
    choice = band.column(role)
    if choice is None:
        return None
    at = choice.strip.start
    cells = (s.cell for s in said if s.cell.column <= at < s.cell.end)
    return next((c for c in cells if number(c.text) is not None), None)


def _is_open(found: Sequence[Spot], band: Band) -> bool:
    """Tell a row whose score nobody has filled in yet."""
    choice = band.column("score")
    at = -1 if choice is None else choice.strip.start
    return any(s.cell.column <= at < s.cell.end and not s.text for s in found)


def _put(cells: Mapping[str, ReadCell], label: str, head: ReadCell, desk: Desk) -> None:
    """Set the points; the label may name how many there are."""
    subject = desk.need()
    for role, cell in cells.items():
        value = number(cell.text)
        if value is not None and value >= 0:
            subject.put((*_STATED, role), value, cell.place)
    if "weight" not in cells and (points := points_in(label)) is not None:
        subject.put((*_STATED, "weight"), points, head.place)


def _beside(spot: Spot, label: Spot, band: Band, desk: Desk) -> None:
    """Read what else stands in the row: the rate once more, or what a column of the indicators says."""
    choice = next(
        (c for c in band.choices if spot.cell.column <= c.strip.start < spot.cell.end), None
    )
    role = choice.role if choice is not None else ""
    shown = percent(squeezed(spot.text).removeprefix("执行率"))
    rate = desk.need().get(_RATE)
    if shown is not None and role != "target" and rate in (None, shown):
        desk.need().put(_RATE, shown, spot.cell.place)
        return
    own = OwnFields(desk)
    heading = choice.strip.heading if choice is not None else ""
    own.put(f"{own.name_of(label.text)}·{own.name_of(heading)}".rstrip("·"), spot.cell)
