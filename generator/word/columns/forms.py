"""The forms of a text: tables that stand under each other, and their rows as they are set."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from generator.layout.column_grid import Form, Grid
from generator.layout.solve import Solver, Widths
from generator.layout.together import Ends, rows_kept
from generator.model.type_setting import ColumnRules
from generator.word.columns.pager import Rows
from generator.word.columns.scan import ScannedTable, scan_tables
from generator.word.columns.written_body import TABLE, Body

_WORDS: Final = ("<w:t>", "<w:t ", "<w:drawing", "<w:sectPr")


class Found(NamedTuple):
    """The tables of one form in a text."""

    tables: tuple[ScannedTable, ...]
    form: Form

    @property
    def is_kept(self) -> bool:
        """Tell whether the widths of it are to stand."""
        return any(table.is_kept for table in self.tables)


class SetText(NamedTuple):
    """A text, its tables, and the rows of its forms with the widths chosen for them."""

    text: str
    tables: Sequence[ScannedTable]
    forms: Sequence[Found]
    widths: Sequence[Widths]
    rows: Sequence[Rows]


class Scanned(NamedTuple):
    """A text and what was found in it."""

    text: str
    tables: Sequence[ScannedTable]
    forms: Sequence[Found]


def find_forms(body: Body, rules: ColumnRules) -> Scanned:
    """Take tables together that stand under each other in one frame."""
    if TABLE not in body.text:
        return Scanned(body.text, (), ())
    tables = scan_tables(body.text, body.looks, rules.keep_mark)
    groups: list[list[tuple[ScannedTable, Grid]]] = []
    last: ScannedTable | None = None
    for table in tables:
        if table.grid is None or not _is_small(table.grid, rules):
            last = None
            continue
        if last is not None and _are_one(body.text, last, table):
            groups[-1].append((table, table.grid))
        else:
            groups.append([(table, table.grid)])
        last = table
    forms = [
        Found(tuple(table for table, _ in group), Form(tuple(grid for _, grid in group)))
        for group in groups
    ]
    return Scanned(body.text, tables, forms)


def set_forms(scanned: Scanned, widths: Sequence[Widths], solver: Solver, together: int) -> SetText:
    """Give the rows of forms their heights, and tell which stay with the next one."""
    text, tables, forms = scanned
    rows: list[Rows] = []
    for found, chosen in zip(forms, widths, strict=True):
        now = [g._replace(widths=w) for g, w in zip(found.form.grids, chosen, strict=True)]
        heights = solver.heights(Form(tuple(now)))
        for table, grid in zip(found.tables, now, strict=True):
            ends = Ends(table.heads, table.is_followed, table is not found.tables[-1])
            own, heights = heights[: grid.rows], heights[grid.rows :]
            rows.append(Rows(table, grid, own, rows_kept(grid, own, ends, together)))
    return SetText(text, tables, forms, widths, rows)


def _is_small(grid: Grid, rules: ColumnRules) -> bool:
    """A long list keeps the widths of its template: no row of it is of any weight."""
    return grid.rows <= 2 * rules.rows


def _are_one(text: str, above: ScannedTable, below: ScannedTable) -> bool:
    """Tell whether two tables stand in one frame: as wide, and no words between them."""
    if above.grid is None or below.grid is None:
        return False
    between = text[above.end : below.start]
    is_wide = sum(above.grid.widths) == sum(below.grid.widths)
    return is_wide and not any(word in between for word in _WORDS)
