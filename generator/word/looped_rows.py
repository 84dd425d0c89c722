"""The rows of a table that a loop prints: of several one stays, between the rows that open and close it."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from generator.word.cells_alike import beside_alike
from generator.word.form_tags import Around, Loop
from generator.word.reading.markup import Element, child, w
from generator.word.reading.reading_grid import column_of_cells, rows_of
from generator.word.set_words import clean, set_words


def repeat(table: Element, loop: Loop) -> None:
    """Keep one row of several, or one of each shape, between the rows that open and close the loop."""
    rows = rows_of(table)
    if loop.around is not None and not loop.rows:
        first = rows[loop.first - loop.around.before]
        for number in _repeat_around(rows, loop, loop.around, first, rows[loop.last - 1]):
            _remove(rows[number])
        return
    every = (*loop.rows, *(() if loop.sums is None else (loop.sums,)))
    kept = [rows[own.number] for own in every]
    for row, own in zip(kept, every, strict=True):
        cells = list(column_of_cells(row))
        for column, cell in cells:
            if column in own.cells:
                alike = _below_each_other(rows, loop, column), beside_alike(cells, column)
                set_words(cell, own.cells[column], chain(*alike))
    opening, *others = list(_woven(loop, kept))
    rows[loop.first].addprevious(opening)
    last = opening
    for element in others:
        last.addnext(element)
        last = element
    gone = [*range(loop.first, loop.last)]
    if loop.around is not None:
        gone += _repeat_around(rows, loop, loop.around, opening, last)
    for number in gone:
        if not any(rows[number] is own for own in kept):
            _remove(rows[number])


def _below_each_other(rows: Sequence[Element], loop: Loop, column: int) -> Iterator[Element]:
    """Give the cells of a column in all rows of a loop."""
    for row in rows[loop.first : loop.last]:
        yield from (cell for at, cell in column_of_cells(row) if at == column)


def _remove(row: Element) -> None:
    if (home := row.getparent()) is not None:
        home.remove(row)


def _repeat_around(
    rows: Sequence[Element], loop: Loop, around: Around, opening: Element, last: Element
) -> range:
    """Put a loop around another; return the rows of those that are printed by it as well."""
    start, end = loop.first - around.before, loop.last + around.behind
    first = rows[start] if around.before else opening
    mark = f"{{%tr for {around.name} in {around.over} %}}"
    first.addprevious(_marker(first, mark, _begun_in(first)))
    final = rows[end - 1] if around.behind else last
    final.addnext(_marker(final, "{%tr endfor %}", ()))
    return range(end, around.last)


def _begun_in(row: Element) -> set[int]:
    """Return the columns of the cells that are not merged with the row above."""
    return {column for column, cell in column_of_cells(row) if not _goes_on(cell)}


def _goes_on(cell: Element) -> bool:
    properties = child(cell, "tcPr")
    merge = None if properties is None else child(properties, "vMerge")
    return merge is not None and merge.get(w("val")) != "restart"


def _woven(loop: Loop, kept: Sequence[Element]) -> Iterator[Element]:
    """Give the rows of a loop with the marks around them."""
    pairs = list(zip(kept[: len(loop.rows)], loop.rows, strict=True))
    first, one = pairs[0]
    last, usual = pairs[-1]
    yield _marker(first, f"{{%tr for row in {loop.over} %}}", one.cells)
    for number, (row, own) in enumerate(pairs):
        if len(pairs) > 1:
            test = f"{'elif' if number else 'if'} {own.condition}" if own.condition else "else"
            yield _marker(row, f"{{%tr {test} %}}", own.cells)
        yield row
    if len(pairs) > 1:
        yield _marker(last, "{%tr endif %}", usual.cells)
    if loop.sums is not None:
        last, usual = kept[-1], loop.sums
        yield _marker(last, f"{{%tr if {loop.sums.condition} %}}", usual.cells)
        yield last
        yield _marker(last, "{%tr endif %}", usual.cells)
    yield _marker(last, "{%tr endfor %}", usual.cells)


def _marker(row: Element, text: str, tagged: Collection[int]) -> Element:
    """Make a row that only says what becomes of the next one; it is never printed.

    It has the cells of that row: what is merged with the rows above runs through it.
    """
    made = row.makeelement(w("tr"), {}, None)
    home: Element | None = None
    for column, cell in column_of_cells(row):
        twin = made.makeelement(w("tc"), {}, None)
        own = child(cell, "tcPr")
        properties = twin.makeelement(w("tcPr"), {}, None) if own is None else clean(own)
        merge = child(properties, "vMerge")
        if merge is not None and column in tagged:
            properties.remove(merge)
        if home is None and (merge is None or column in tagged):
            home = twin
        twin.append(properties)
        set_words(twin, "")
        made.append(twin)
    set_words(home if home is not None else made[0], text)
    return made
