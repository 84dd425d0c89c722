"""Goals that have a row each: a number or a numbered label, and the goal behind it."""

from collections.abc import Mapping

from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.header_band import Bands
from generator.read.numbered_goals import read_numbered
from generator.read.numbered_lines import FEWEST, are_counted, are_headed, labels_of, lines_beside
from generator.read.own_fields import LABEL, OwnFields
from generator.read.printed_values import words
from generator.read.reading_order import Desk


def goal_labels(table: ReadTable, bands: Bands) -> Mapping[int, ReadCell]:
    """Return the labels of goals in a list, by their rows: none that stands beside its indicators."""
    return {cell.row: cell for cell in labels_of(table) if bands.at(cell.row) is None}


def read_lines(rows: range, head: ReadCell, table: ReadTable, desk: Desk) -> bool:
    """Read rows beside the label of all goals, each of which begins with the number of its goal."""
    lines = lines_beside(rows, head, table)
    if not (are_counted(lines) or (len(lines) >= FEWEST and are_headed(lines))):
        return False
    desk.tally.furnish(head.place, LABEL)
    for line in lines:
        for cell in line[:-1]:
            desk.tally.furnish(cell.place, LABEL)
    own = OwnFields(desk)
    said = [line for line in lines if not own.furnish(line[-1])]
    for number, line in enumerate(said):
        if len(line) == 1:
            read_numbered(line[0].text, line[0].place, desk)
            continue
        keys: KeyPath = ("goals", number) if len(said) > 1 else ("goal",)
        if len(said) > 1:
            desk.need().put((*keys, "name"), f"年度目标{number + 1}", line[0].place)
        desk.need().put((*keys, "expected"), words(line[-1].text), line[-1].place)
    return True
