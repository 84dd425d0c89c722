"""A09, A10: columns of a list that follow from two others: 数量×单价=金额, 到位-支出=结余, 增长率."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from generator.base.number import places_of, plain, round_half_up, truncate
from generator.base.pattern import Pattern
from generator.read.printed_values import number, percent, squeezed
from generator.rules.finding import Finding
from generator.rules.list_tables import Cells, ListTable, list_tables
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_PERCENT = 100
_FEWEST = 2  # rows that bear the relation out
_YEAR = Pattern("20[0-9]{2}年")
_YEARS = {"head-of-year-before": 0, "head-of-year": 1}


class _Relation(NamedTuple):
    """Three columns by the words of their heads; the third follows from the two before it."""

    finding: str
    heads: tuple[str, str, str]
    sign: str


_RELATIONS = (
    _Relation("list-product", ("head-of-number", "head-of-price", "head-of-amount"), "×"),
    _Relation("list-left", ("head-of-given", "head-of-spent", "head-of-left"), "-"),
    _Relation("list-change", ("head-of-year", "head-of-year-before", "head-of-change"), "-"),
    _Relation("list-growth", ("head-of-year", "head-of-year-before", "head-of-growth"), "%"),
)


def list_columns(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """That a column follows from two others, most of its rows say; the one that does not is a slip."""
    for table in list_tables(form):
        for relation in _RELATIONS:
            columns = _columns(table, relation, words)
            if columns is not None:
                yield from _held(table, relation, columns)


def _columns(
    table: ListTable, relation: _Relation, words: Vocabulary
) -> tuple[int, int, int] | None:
    """Return the only column of each of the three heads."""
    found = []
    for id in relation.heads:
        own = [c for c, head in table.heads.items() if words.begins(id, squeezed(head.text))]
        if not own and id in _YEARS:
            own = _of_year(table, _YEARS[id])
        if len(own) != 1:
            return None
        found.append(own[0])
    first, second, third = found
    return (first, second, third) if len(set(found)) == len(found) else None


def _of_year(table: ListTable, which: int) -> list[int]:
    """Return the column of the earlier or the later of two years that heads begin with."""
    years = [(match[0], c) for c, h in table.heads.items() if (match := _YEAR.match(h.text))]
    return [sorted(years)[which][1]] if len({year for year, _ in years}) == len(years) == 2 else []


def _held(
    table: ListTable, relation: _Relation, columns: tuple[int, int, int]
) -> Iterator[Finding]:
    rows = [row for row in table.rows if all(c in row for c in columns)]
    if table.total is not None and relation.sign != "×":
        rows.append(table.total)
    wrong = []
    for row in rows:
        due = _due(row, relation, columns)
        if due is None:
            return
        if not _agrees(_printed(row, columns[2]), due):
            wrong.append((row, due))
    if len(rows) - len(wrong) < max(_FEWEST, len(wrong) + 1):
        return
    for row, due in wrong:
        yield _told(table, row, relation, columns, due)


def _due(row: Cells, relation: _Relation, columns: tuple[int, int, int]) -> Fraction | None:
    values = [number(row[c].text) for c in columns[:2]]
    if values[0] is None or values[1] is None or _printed(row, columns[2]) is None:
        return None
    one, other = Fraction(values[0]), Fraction(values[1])
    if relation.sign == "×":
        return one * other
    if relation.sign == "-":
        return one - other
    return (one - other) / other * _PERCENT if other else None


def _printed(row: Cells, column: int) -> Decimal | None:
    text = row[column].text
    value = percent(text)
    return number(text) if value is None else value


def _agrees(printed: Decimal | None, due: Fraction) -> bool:
    """Tell a value that is right as it is printed; an amount may be printed in 万元 beside prices in 元."""
    if printed is None:
        return True
    places = places_of(printed)
    sizes = (1, 10_000)
    return any(
        abs(printed) in (abs(round_half_up(due / size, places)), abs(truncate(due / size, places)))
        for size in sizes
    )


def _told(
    table: ListTable,
    row: Cells,
    relation: _Relation,
    columns: tuple[int, int, int],
    due: Fraction,
) -> Finding:
    cell = row[columns[2]]
    printed = _printed(row, columns[2]) or Decimal(0)
    size = _size(printed, due)
    right = plain(round_half_up(due / size, max(2, places_of(printed))))
    name = squeezed(table.heads[columns[2]].text)
    signs = {"×": "×", "-": "-", "%": "→"}
    values = [squeezed(row[c].text) for c in columns[:2]]
    how = signs[relation.sign].join(values[::-1] if relation.sign == "%" else values)
    sign = "%" if relation.sign == "%" else ""
    return Finding(relation.finding, cell.place, squeezed(cell.text), f"{right}{sign}", how, name)


def _size(printed: Decimal, due: Fraction) -> int:
    """Return in what a wrong amount was meant: 万元 where the product is thousands of times as much."""
    is_far = printed and abs(due / Fraction(printed)) > _PERCENT
    return 10_000 if is_far else 1
