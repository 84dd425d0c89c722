"""Goals with a row for each year: the form's year is the goal, the others are kept under their year."""

from collections.abc import Sequence

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.draft import SubjectDraft
from generator.read.own_fields import OwnFields
from generator.read.printed_values import squeezed, words
from generator.read.reading_order import Desk

_YEAR = Pattern(r"((?:19|20)[0-9]{2})年?度?")
_TEXTS = ("expected", "achieved")

Heads = Sequence[tuple[str, ReadCell]]


def year_rows(table: ReadTable, row: int, heads: Sequence[ReadCell]) -> range:
    """Return the rows below a header whose first column names a year in each."""
    end = row
    while end < len(table.grid) and _year(table.at(end, heads[0].column), end):
        end += 1
    return range(row, end)


def read_years(heads: Heads, rows: range, table: ReadTable, desk: Desk) -> None:
    """Read the rows; where nothing tells the year of the form, the first is its own."""
    column = heads[0][1].column
    years = {row: _year(table.at(row, column), row) for row in rows}
    if not rows:
        return
    known = desk.draft.year
    mine = next((row for row, year in years.items() if year == known), rows.start)
    if known is None:
        desk.note_year(f"{years[mine]}年")
    own = OwnFields(desk)
    for row, year in years.items():
        for role, head in heads:
            cell = table.at(row, head.column)
            if cell is None or cell.row != row or not cell.text.strip():
                continue
            if head.column == column:
                desk.tally.use(cell.place, "year")
            elif row == mine and role in _TEXTS and not own.furnish(cell):
                give_way(desk.need(), role, desk)
                desk.need().put(("goal", role), words(cell.text), cell.place)
            else:
                own.put(f"{year}年·{own.name_of(head.text)}", cell)


def give_way(subject: SubjectDraft, key: str, desk: Desk) -> None:
    """Keep a goal of several years, or of the whole, under its own label: the year's is the form's."""
    keys = ("goal", key)
    text = subject.get(keys)
    if not text:
        return
    place = subject.places[keys]
    subject.take(keys)
    subject.lines.pop(keys, None)
    OwnFields(desk).keep(subject.labels.pop(key, "") or "总体目标", text, place)


def _year(cell: ReadCell | None, row: int) -> int:
    found = _YEAR.fullmatch(squeezed(cell.text)) if cell is not None and cell.row == row else None
    return int(found[1]) if found else 0
