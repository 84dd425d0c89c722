"""A09: a column that every row but one shows to be the sum of those beside it: quarters and the year, 小计 and its parts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.printed_values import number, squeezed
from generator.rules.finding import Finding
from generator.rules.list_tables import list_tables
from generator.rules.once import once_for_a_form
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_FEWEST_ROWS, _FEWEST_PARTS, _MOST_PARTS = 3, 2, 12
_BORNE_OUT = 2  # rows with two parts or more that come to their sum
_HEADED = Pattern("(?:金额|资金|全年)?(?:合计|总计|共计|小计)")  # then one other row bears it out
_TOTAL = Pattern("(?:金额|资金)?(?:合计|总计|共计)")
_OPEN = Pattern("其中|小计")
_POINTS = Pattern("分|权重|率|比|均|单价|标准")
_Row = Mapping[int, Entry]
_Table = tuple[str, str, int]


def totals_below(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """The last row of a run inside a form, 金额合计, column by column."""
    totals = {
        (_table(e), e.place.row)
        for e in form.entries
        if e.text.strip()[-1:] == "计" and _TOTAL.fullmatch(squeezed(e.text))
    }
    if not totals:
        return
    alone = {next(iter(t.heads.values())).place.table for t in list_tables(form)}
    least = words.percent("parts-of-closed")
    for block in (b for rows in _tables(form).values() for b in _blocks(rows)):
        last = next(iter(block[-1].values()))
        is_total = (_table(last), last.place.row) in totals
        if len(block) < _FEWEST_ROWS or last.place.table in alone or not is_total:
            continue
        if not _TOTAL.fullmatch(_label(form, block[-1])):
            continue
        if any(_OPEN.match(_label(form, row)) for row in block[:-1]) or len(block[0]) < 2:
            continue  # parts of parts; a single column is looked at elsewhere
        for column, cell in block[-1].items():
            values = [_value(row, column) for row in block[:-1]]
            printed, due = _value(block[-1], column), sum(values, Decimal(0))
            if _is_of_points(form, cell) or printed <= 0 or printed == due:
                continue
            if least <= due / printed <= 2 - least:
                how, head = "+".join(map(plain, values)), _heading(form, cell)
                yield Finding("list-total", cell.place, plain(printed), plain(due), how, head)


def sums_across(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """What no heading says the other rows say; a sum far off is no slip but another thing."""
    for rows in _tables(form).values():
        for block in _blocks(rows):
            yield from _odd_rows(form, block, words)


@once_for_a_form
def _tables(form: PrintedForm) -> Mapping[_Table, Mapping[int, _Row]]:
    tables: dict[_Table, dict[int, dict[int, Entry]]] = defaultdict(dict)
    for entry in form.entries:
        at = entry.place
        if (at.table or at.sheet) and not at.part and number(entry.text) is not None:
            tables[_table(entry)].setdefault(at.row, {})[at.column] = entry
    return tables


def _table(entry: Entry) -> _Table:
    return entry.place.file, entry.place.sheet, entry.place.table


def _blocks(rows: Mapping[int, _Row]) -> Iterator[list[_Row]]:
    """Give the runs of rows whose numbers stand in the same columns."""
    block: list[_Row] = []
    for before, at in pairwise((-1, *sorted(rows))):
        if block and (at != before + 1 or {*rows[at]} != {*block[-1]}):
            yield block
            block = []
        block.append(rows[at])
    yield block


def _odd_rows(form: PrintedForm, block: Sequence[_Row], words: Vocabulary) -> Iterator[Finding]:
    columns = sorted(block[0])
    if len(block) < _BORNE_OUT or len(columns) <= _FEWEST_PARTS:
        return
    least = words.percent("parts-of-closed")
    told: set[int] = set()
    for at, whole in enumerate(columns):
        is_headed = _HEADED.fullmatch(_heading(form, block[0][whole])) is not None
        for parts in _beside(columns, at) if is_headed or len(block) >= _FEWEST_ROWS else ():
            odd = [row for row in block if _together(row, parts) != _value(row, whole)]
            borne = sum(_is_sum(row, parts) for row in block if row not in odd)
            if len(odd) != 1 or id(odd[0]) in told:
                continue
            is_share = "%" in odd[0][whole].text  # rounded, and told beside its count
            if borne < (1 if is_headed and not is_share else _BORNE_OUT):
                continue
            printed, due = _value(odd[0], whole), _together(odd[0], parts)
            if printed > 0 and least <= due / printed <= 2 - least:
                told.add(id(odd[0]))
                how = "+".join(plain(_value(odd[0], column)) for column in parts)
                place = odd[0][whole].place
                name = _name(form, odd[0][whole])
                yield Finding("sum-across", place, plain(printed), plain(due), how, name)


def _beside(columns: Sequence[int], at: int) -> Iterator[Sequence[int]]:
    """Give the runs of columns right before and right behind one, the longest first."""
    for size in range(_MOST_PARTS, _FEWEST_PARTS - 1, -1):
        if size <= at:
            yield columns[at - size : at]
        if at + size < len(columns):
            yield columns[at + 1 : at + 1 + size]


def _is_sum(row: _Row, parts: Sequence[int]) -> bool:
    return sum(_value(row, column) != 0 for column in parts) >= _FEWEST_PARTS


def _together(row: _Row, parts: Sequence[int]) -> Decimal:
    return sum((_value(row, column) for column in parts), Decimal(0))


def _value(row: _Row, column: int) -> Decimal:
    return number(row[column].text) or Decimal(0)


def _words(form: PrintedForm, cell: Entry) -> Iterator[Entry]:
    """Give the cells with words of the table of a cell."""
    return (e for e in form.entries if _table(e) == _table(cell) and number(e.text) is None)


def _name(form: PrintedForm, cell: Entry) -> str:
    """Return the words that stand last before a figure in its row."""
    at = cell.place
    row = [e for e in _words(form, cell) if e.place.row == at.row and e.place.column < at.column]
    return squeezed(row[0].text) if row else ""


def _label(form: PrintedForm, row: _Row) -> str:
    return _name(form, row[min(row)])


def _heading(form: PrintedForm, cell: Entry) -> str:
    """Return the words that stand last above a figure in its column."""
    at = cell.place
    above = [e for e in _words(form, cell) if e.place.column == at.column and e.place.row < at.row]
    return squeezed(above[-1].text) if above else ""


def _is_of_points(form: PrintedForm, cell: Entry) -> bool:
    return _POINTS.search(_heading(form, cell)) is not None
