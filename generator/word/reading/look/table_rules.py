"""Tables with their looks: columns, rows, cells, the space within, the rules around."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.base.archive import UnsafePackageError
from generator.base.document_place import DocumentPlace
from generator.model.laid_out import LaidCell, LaidParagraph, LaidRow, LaidTable
from generator.word.reading.look.paragraphs import ParagraphReader
from generator.word.reading.look.style_looks import LookStyles, Margins, margins
from generator.word.reading.markup import (
    Element,
    child,
    content,
    descend,
    is_on,
    local,
    value,
    w,
    whole,
)
from generator.word.reading.reading_grid import MOST_COLUMNS, MOST_FIELDS, column_of_cells, rows_of

_NO_RULE = ("nil", "none", "")
_UPRIGHT = ("tbRl", "tbRlV", "btLr", "btLrV", "lrTbV", "tb", "tbV")
_NO_WIDTH = 0


@dataclass
class _Draft:
    """A cell while its height is not known yet."""

    cell: LaidCell
    rows: int = 1


class TableReader:
    """Reads tables."""

    def __init__(self, styles: LookStyles, paragraphs: ParagraphReader) -> None:
        self._styles, self._paragraphs = styles, paragraphs
        self._fields = 0

    def read(self, table: Element, place: DocumentPlace) -> LaidTable:
        """Read a table; those within its cells are not entered."""
        properties = child(table, "tblPr")
        style = value(properties, "tblStyle")
        space = self._styles.margins(style)
        if properties is not None:
            space = margins(child(properties, "tblCellMar"), space)
        rows: list[LaidRow] = []
        drafts: list[_Draft] = []
        above: dict[int, _Draft] = {}
        elements = rows_of(table)
        for number, row in enumerate(elements):
            own = [*self._row(row, place, number, (style, space), above)]
            above = {draft.cell.column: draft for draft in own}
            drafts += [draft for draft in own if draft.cell.row == number]
            rows.append(_row_of(row, [draft for draft in own if draft.cell.row == number]))
        cells = tuple(draft.cell._replace(rows=draft.rows) for draft in drafts)
        borders = self._styles.borders(style)
        if (direct := descend(properties, "tblBorders")) is not None:
            borders.append(direct)
        return LaidTable(
            place,
            _widths(table, elements, cells),
            tuple(rows),
            cells,
            _has_rule(borders, elements[:1], "top"),
            _has_rule(borders, elements[-1:], "bottom"),
            descend(properties, "tblpPr") is not None,
        )

    def _row(
        self,
        row: Element,
        place: DocumentPlace,
        number: int,
        look: tuple[str, Margins],
        above: dict[int, _Draft],
    ) -> Iterator[_Draft]:
        if descend(row, "trPr/del") is not None:
            return
        for column, cell in column_of_cells(row):
            properties = child(cell, "tcPr")
            span = min(max(1, whole(value(properties, "gridSpan"), 1)), MOST_COLUMNS)
            self._fields += span
            if column + span > MOST_COLUMNS or self._fields > MOST_FIELDS:
                raise UnsafePackageError("表格太大", f"最多 {MOST_COLUMNS} 列、{MOST_FIELDS:,} 格")
            merge = descend(properties, "vMerge")
            over = above.get(column)
            if (
                merge is not None
                and merge.get(w("val"), "continue") == "continue"
                and over is not None
            ):
                over.rows = number - over.cell.row + 1
                yield over
                continue
            at = place._replace(row=number + 1, column=column + 1)
            yield _Draft(self._cell(cell, at, (number, column, span), look))

    def _cell(
        self,
        cell: Element,
        at: DocumentPlace,
        where: tuple[int, int, int],
        look: tuple[str, Margins],
    ) -> LaidCell:
        properties = child(cell, "tcPr")
        paragraphs: list[LaidParagraph] = []
        nests = False
        for element, _ in content(cell):
            if local(element) == "p":
                paragraphs.append(self._paragraphs.read(element, at, look[0]))
            else:
                nests = True
        number, column, span = where
        return LaidCell(
            at,
            number,
            column,
            1,
            span,
            tuple(paragraphs),
            margins(descend(properties, "tcMar"), look[1]),
            value(properties, "vAlign") == "center",
            value(properties, "textDirection") in _UPRIGHT,
            nests,
        )


def _row_of(row: Element, own: list[_Draft]) -> LaidRow:
    properties = child(row, "trPr")
    height = descend(properties, "trHeight")
    rule = "" if height is None else height.get(w("hRule"), "")
    first = [draft.cell.paragraphs for draft in own if draft.cell.paragraphs]
    return LaidRow(
        is_on(properties, "tblHeader"),
        not is_on(properties, "cantSplit"),
        0 if height is None else whole(height.get(w("val"), "")),
        rule == "exact",
        bool(first) and all(p.setting.is_kept for paragraphs in first for p in paragraphs),
    )


def _widths(table: Element, rows: list[Element], cells: tuple[LaidCell, ...]) -> tuple[int, ...]:
    """Return the widths of the columns: those of the grid, or of cells where the grid says nothing."""
    grid = child(table, "tblGrid")
    columns = [] if grid is None else grid.findall(w("gridCol"))
    widths = [max(whole(column.get(w("w"), "")), _NO_WIDTH) for column in columns[:MOST_COLUMNS]]
    needed = max((cell.column + cell.span for cell in cells), default=0)
    widths += [_NO_WIDTH] * (needed - len(widths))
    if all(widths):
        return tuple(widths)
    said: dict[int, int] = {}
    for row in rows:
        for column, cell in column_of_cells(row):
            properties = child(cell, "tcPr")
            width = descend(properties, "tcW")
            is_single = whole(value(properties, "gridSpan"), 1) <= 1
            if width is not None and is_single and width.get(w("type"), "dxa") == "dxa":
                said.setdefault(column, whole(width.get(w("w"), "")))
    return tuple(own or said.get(at, _NO_WIDTH) for at, own in enumerate(widths))


def _has_rule(borders: list[Element], rows: list[Element], side: str) -> bool:
    """Tell whether a table has a rule at its head or foot: its own, or of the cells there."""
    state = ""
    for border in borders:
        found = child(border, side)
        state = state if found is None else found.get(w("val"), "")
    said = [
        descend(cell, f"tcPr/tcBorders/{side}") for row in rows for _, cell in column_of_cells(row)
    ]
    states = [state if found is None else found.get(w("val"), "") for found in said]
    return any(one not in _NO_RULE for one in states or [state])
