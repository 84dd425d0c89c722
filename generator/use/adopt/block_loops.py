"""Blocks of indicators as loops: which row of them is kept, and what each of its cells prints."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import BandRead, Choice
from generator.tables.form_fields import INDICATOR_ROW
from generator.tables.indicator_table import FLAT
from generator.tables.tag_keys import COLUMNS, field_name
from generator.use.adopt.subtotal_rows import Classes, Subtotals, subtotals_of, sum_row
from generator.use.adopt.target_columns import ALWAYS_ADJUSTED, says_targets_again, target_tag
from generator.word.form_tags import Loop, LoopRow

_LEVELS = ("level1", "level1_weight", "level2", "level2_weight")
_OWN = Pattern(r'field\["(.*)"\]')


def find_loop(table: ReadTable, band: BandRead, classes: Classes) -> Loop | None:
    """Plan the loop of a block, by the row of it that shows most columns."""
    subtotals = subtotals_of(table, band, classes)
    first, last = band.first, _end(table, band, subtotals)
    if first >= last:
        return None
    columns = columns_of(band, table)
    repeated = frozenset(c for c in columns if _is_repeated(table, first, last, c, columns))
    named = _shapes(table, (first, last), columns, subtotals)
    rows = []
    for name, alike in _in_order(named):
        kept = max(alike, key=lambda row: _richness(table, row, columns))
        cells = dict(_cells(table, kept, first, columns, repeated))
        others = [other for other in named if other] if _goes_first(named) else []
        rows.append(LoopRow(kept, cells, _condition(name, others)))
    sums = sum_row(table, subtotals, columns)
    return Loop(table.place, first, last, over_of(band), tuple(rows), sums)


def _end(table: ReadTable, band: BandRead, subtotals: Subtotals) -> int:
    """Return where the rows of a loop end: the sums of all classes are below it."""
    last = min(band.span[1], len(table.grid))
    return last if subtotals.below_all is None else min(last, subtotals.below_all)


def shapes_of(table: ReadTable, band: BandRead, classes: Classes) -> dict[str, list[int]]:
    """Return the rows of each shape but the usual one, by the names of the shapes."""
    subtotals = subtotals_of(table, band, classes)
    span = band.first, _end(table, band, subtotals)
    named = _shapes(table, span, columns_of(band, table), subtotals) if span[0] < span[1] else {}
    return {name: rows for name, rows in named.items() if name}


def _shapes(
    table: ReadTable, span: tuple[int, int], columns: Mapping[int, str], subtotals: Subtotals
) -> dict[str, list[int]]:
    """Gather the rows of each shape under its name; the most usual one comes last and has none."""
    shapes: dict[_Shape, list[int]] = {}
    for row in range(*span):
        if row in subtotals.rows:
            continue
        shapes.setdefault(_shape(table, row), []).append(row)
    ranked = sorted(shapes.values(), key=lambda rows: (len(rows), _most(table, rows, columns)))
    found: dict[str, list[int]] = {}
    for number, alike in enumerate(ranked, 1):
        kept = max(alike, key=lambda row: _richness(table, row, columns))
        name = "" if number == len(ranked) else _name(table, kept, columns, number)
        found[name if name not in found else str(number)] = alike
    return found


def _in_order(named: Mapping[str, Sequence[int]]) -> list[tuple[str, Sequence[int]]]:
    """Let the usual shape go first where it comes first, so that what is merged runs into it."""
    is_first = _goes_first(named)
    return sorted(named.items(), key=lambda one: (one[0] == "") != is_first)


def _goes_first(named: Mapping[str, Sequence[int]]) -> bool:
    return bool({*named} - {"", FLAT}) and named[""][0] == min(rows[0] for rows in named.values())


def _condition(name: str, others: Sequence[str]) -> str:
    """Say when a shape is the one; the usual one goes for all rows that have no other."""
    if name:
        return f'row.shape == "{name}"'
    return " and ".join(f'row.shape != "{other}"' for other in others)


_Shape = tuple[tuple[int, int], ...]


def _shape(table: ReadTable, row: int) -> _Shape:
    """Return where the cells of a row begin and how far they reach."""
    return tuple((cell.column, cell.width) for cell in table.cells(row))


def _most(
    table: ReadTable, rows: Sequence[int], columns: Mapping[int, str]
) -> tuple[int, int, int]:
    return max(_richness(table, row, columns) for row in rows)


def _name(table: ReadTable, row: int, columns: Mapping[int, str], number: int) -> str:
    """Name a shape: that of a class without a lower one is known, others have numbers."""
    lower = next((c for c, name in columns.items() if name == "level2"), -1)
    cell = table.at(row, lower)
    is_flat = cell is not None and columns.get(cell.column) == "level1"
    return FLAT if is_flat else str(number)


def columns_of(band: BandRead, table: ReadTable | None = None) -> dict[int, str]:
    """Return what each column prints, by where it begins; nothing for one that no tag prints.

    Where the ``table`` is given, what stands below the headings has a say as well.
    """
    roles = {c.role for c in band.columns}
    if table is not None:
        if _says_units_again(table, band):
            roles.add("actual-said-whole")
        if says_targets_again(table, band):
            roles.add(ALWAYS_ADJUSTED)
    return {c.strip.start: _column(c, roles) for c in band.columns}


def _says_units_again(table: ReadTable, band: BandRead) -> bool:
    """Tell a form with a column of units in which most values reached bear theirs as well: 9台套."""
    starts = {c.role: c.strip.start for c in reversed(band.columns)}
    if not {"measure-unit", "actual"} <= starts.keys():
        return False
    last = min(band.span[1], len(table.grid))
    rows = range(band.first, last)
    said = [
        (_text(table, r, starts["actual"]), _text(table, r, starts["measure-unit"])) for r in rows
    ]
    known = [actual.endswith(unit) for actual, unit in said if actual and unit]
    return 2 * sum(known) > len(known)


def own_columns(table: ReadTable, band: BandRead) -> dict[str, bool]:
    """Return the names of the columns that only this form has, and whether what is alike in them is merged."""
    levels = {c.strip.start for c in band.columns if c.role == "level3"}
    last = min(band.span[1], len(table.grid))
    found: dict[str, bool] = {}
    for column, tag in columns_of(band, table).items():
        cells = [table.at(row, column) for row in range(band.first, last)]
        is_tall = any(cell is not None and cell.height > 1 for cell in cells)
        if name := _own_name(tag):
            found[name] = is_tall or (column in levels and not _is_said_again(cells))
    return found


def _is_said_again(cells: Sequence[ReadCell | None]) -> bool:
    """Tell whether cells below one another say the same, each for itself."""
    return any(
        a is not b and a is not None and b is not None and a.text.strip() == b.text.strip() != ""
        for a, b in pairwise(cells)
    )


def _own_name(tag: str) -> str:
    found = _OWN.fullmatch(tag)
    return found[1] if found else ""


def _column(choice: Choice, roles: set[str]) -> str:
    """Choose the tag: a value whose sign or unit has a column of its own stands without them."""
    names = COLUMNS.get(choice.role, ())
    if choice.role == "level3" and "name" in roles:
        names = ()  # a class below the second
    if choice.role in ("target", "adjusted") and "target" in roles:
        names = (target_tag(choice.role, roles),)
    if choice.role == "actual" and "actual-unit" not in roles:
        is_bare = "measure-unit" in roles and "actual-said-whole" not in roles
        names = ("actual_bare" if is_bare else "actual",)
    known = next((name for name in names if name in INDICATOR_ROW), "")
    heading = field_name("".join(choice.strip.heading.split()))
    return known or (f'field["{heading}"]' if heading else "")


def over_of(band: BandRead) -> str:
    """Return the list whose rows a block prints."""
    is_of_goal = band.within[:1] == ("goals",)
    return f"goals[{band.within[1]}].indicators" if is_of_goal else "rows.indicators"


def _richness(table: ReadTable, row: int, columns: Mapping[int, str]) -> tuple[int, int, int]:
    own = [c for c in table.cells(row) if c.row == row]
    begun = sum(c.column in columns for c in own)
    return len(list(table.cells(row))), sum(bool(c.text.strip()) for c in own), begun


def _is_repeated(
    table: ReadTable, first: int, last: int, column: int, columns: Mapping[int, str]
) -> bool:
    """Tell a column in which every row says its class again, instead of one merged cell."""
    if columns[column] not in _LEVELS:
        return False
    upper = [c for c, name in columns.items() if name in _LEVELS and c <= column]
    cells = [table.at(row, column) for row in range(first, last)]
    if any(cell is not None and cell.height > 1 for cell in cells):
        return False
    said = [tuple(_text(table, row, c) for c in upper) for row in range(first, last)]
    return any(a == b and a[-1] for a, b in pairwise(said))


def _text(table: ReadTable, row: int, column: int) -> str:
    cell = table.at(row, column)
    return "" if cell is None else cell.text.strip()


def _cells(
    table: ReadTable,
    kept: int,
    first: int,
    columns: Mapping[int, str],
    repeated: Collection[int],
) -> Iterator[tuple[int, str]]:
    for cell in table.cells(kept):
        name = columns.get(cell.column, "")
        if name:
            merge = "" if cell.column in repeated else "|merge"
            yield cell.column, f"{{{{ row.{name}{merge} }}}}"
        elif cell.column in columns:
            yield cell.column, ""
        elif first <= cell.row and cell.height > 1:
            text = cell.text.strip()
            head = f"{{% if loop.first %}}{text}{{% endif %}}" if text else ""
            yield cell.column, f"{head}{{{{ row.block|merge }}}}"
