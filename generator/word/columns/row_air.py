"""Air above and below the words of rows: for forms of somebody's own that say nothing of it, if their pages have room."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from generator.layout.column_grid import TWIPS
from generator.model.type_setting import RowRules
from generator.word.columns.column_flow import Stretch
from generator.word.columns.edit import Edit
from generator.word.columns.forms import SetText
from generator.word.columns.pager import Pager, Rows
from generator.word.columns.scan import ScannedTable

_SAID: Final = re.compile(r'<w:trHeight|<w:spacing [^>]*w:(?:before|after)="[1-9]')
_MARGINS: Final = re.compile(r"<w:tblCellMar>(.*?)</w:tblCellMar>", re.DOTALL)
_SIDE: Final = re.compile(r"<w:(top|bottom|left|start) [^>]*/>")
_LATER: Final = re.compile(r"<w:(?:tblLook|tblCaption|tblDescription|tblPrChange)[ />]|</w:tblPr>")


def air_edits(
    now: SetText, stretches: tuple[Stretch, ...], pager: Pager, rules: RowRules
) -> Iterator[Edit]:
    """Give rows as much air as leaves their form on as many pages, whatever font makes its lines higher."""
    tables = {rows.table.start: rows for rows in now.rows}
    for stretch in stretches:
        tight = [
            block
            for block in stretch.blocks
            if isinstance(block, ScannedTable) and block.start in tables and _is_tight(now, block)
        ]
        if not tight or not stretch.is_known:
            continue
        pages = pager.paged(stretch, tables).pages
        low = stretch._replace(room=round(stretch.room * (1 - float(rules.loose))))
        for air in (round(air * TWIPS) for air in rules.air):
            way = {**tables, **{t.start: _aired(tables, t, air) for t in tight}}
            if pager.paged(low, way).pages <= pages:
                yield from (_air_edit(now.text, table, air) for table in tight)
                break


def _is_tight(now: SetText, table: ScannedTable) -> bool:
    """Tell a table that has no air, and of which nobody says that it is to have none."""
    cells = table.grid.cells if table.grid is not None else ()
    head = now.text[table.start : table.rows[0][0].start]
    margins = _MARGINS.search(head)
    said = {side[1] for side in _SIDE.finditer(margins[1])} if margins else set()
    has_air = any(cell.above for cell in cells) or _SAID.search(now.text, table.start, table.end)
    return not table.is_kept and not has_air and not said & {"top", "bottom"}


def _aired(tables: Mapping[int, Rows], table: ScannedTable, air: int) -> Rows:
    rows = tables[table.start]
    return rows._replace(heights=[height + 2 * air for height in rows.heights])


def _air_edit(text: str, table: ScannedTable, air: int) -> Edit:
    top, bottom = (f'<w:{side} w:w="{air}" w:type="dxa"/>' for side in ("top", "bottom"))
    margins = _MARGINS.search(text, table.start, table.rows[0][0].start)
    if margins:
        sides = list(_SIDE.finditer(text, *margins.span(1)))
        at = sides[-1].end() if sides else margins.start(1)
        left = text[margins.start(1) : at]
        return Edit(margins.start(1), at, f"{top}{left}{bottom}")
    later = _LATER.search(text, table.start)
    at = later.start() if later else table.start
    return Edit(at, at, f"<w:tblCellMar>{top}{bottom}</w:tblCellMar>")
