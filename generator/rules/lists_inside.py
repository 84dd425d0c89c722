"""A09: a list of names and amounts inside a form, closed by its sum: 主要项目 with 合计 below."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.printed_values import number, squeezed
from generator.rules.finding import Finding
from generator.rules.list_tables import list_tables
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_TOTAL = Pattern("合计|总计|共计|小计")
_FEWEST = 2
_SHORTEST_NAME = 2
_Rows = dict[int, dict[int, Entry]]


def lists_inside(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Rows of one name and one amount right above a sum of the same two columns."""
    least = words.percent("parts-of-closed")
    alone = {next(iter(t.heads.values())).place.table for t in list_tables(form)}
    tables: dict[tuple[str, str, int], _Rows] = defaultdict(lambda: defaultdict(dict))
    for entry in form.entries:
        at = entry.place
        if at.table and entry.text.strip() and at.table not in alone:
            tables[at.file, at.sheet, at.table][at.row][at.column] = entry
    for rows in tables.values():
        for row in sorted(rows):
            total = _pair(rows[row])
            if total is None or not _TOTAL.fullmatch(squeezed(total[0].text)):
                continue
            printed, parts = number(total[1].text), [*_above(rows, row, total)][::-1]
            together = sum(parts, Decimal(0))
            if len(parts) < _FEWEST or not printed or together == printed:
                continue
            if least <= together / printed <= 2 - least:
                how = "+".join(plain(part) for part in parts)
                left, right = plain(printed), plain(together)
                yield Finding(
                    "list-total", total[1].place, left, right, how, _label(rows, row, total)
                )


def _pair(row: dict[int, Entry]) -> tuple[Entry, Entry] | None:
    """Return the last two cells of a row, a name and a number; before them a label may stand."""
    cells = [row[column] for column in sorted(row)]
    if not 2 <= len(cells) <= 3 or number(cells[-1].text) is None:
        return None
    return (cells[-2], cells[-1]) if all(number(c.text) is None for c in cells[:-1]) else None


def _above(rows: _Rows, row: int, total: tuple[Entry, Entry]) -> Iterator[Decimal]:
    """Give the amounts above a sum, as long as the rows are of the same two columns."""
    for at in range(row - 1, 0, -1):
        pair = _pair(rows[at]) if at in rows else None
        columns = None if pair is None else (pair[0].place.column, pair[1].place.column)
        if pair is None or columns != (total[0].place.column, total[1].place.column):
            return
        value = number(pair[1].text)
        name = squeezed(pair[0].text)
        if value is None or len(name) < _SHORTEST_NAME or _TOTAL.fullmatch(name):
            return
        yield value


def _label(rows: _Rows, row: int, total: tuple[Entry, Entry]) -> str:
    """Return the label that stands once beside all of them."""
    first = next((at for at in range(row, 0, -1) if at in rows and len(rows[at]) > 2), row)
    lead = rows[first][min(rows[first])]
    return (
        squeezed(lead.text)
        if lead.place.column < total[0].place.column
        else squeezed(total[0].text)
    )
