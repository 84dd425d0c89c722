"""Headings of several years side by side: 2022年实际, 2023年目标, 2023年实际.

The year of what was spent or reached is that of the form; what bears another one is only compared with.
"""

from collections.abc import Sequence

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.label_book import LabelBook

_HEAD = Pattern(r"\s*((?:19|20)[0-9]{2})\s*年度?的?\s*([一-鿿（）()%/、]{2,12})\s*")
_CENTURIES = ("19", "20")
_REACHED = frozenset(("actual",))
_JUDGED = frozenset(("target", "actual"))
_MONEY = ("spent", "budget", "initial")


def with_heads_of_one_year(table: ReadTable, book: LabelBook) -> ReadTable:
    """Leave the year out of the headings of indicators that name that of the form; call others earlier."""
    changed: dict[int, ReadCell] = {}
    before = next(iter(book.phrases.words("year-before")), "")
    for row in range(len(table.grid)):
        found = [
            (cell, head[1], head[2])
            for cell in table.cells(row)
            if cell.row == row
            and cell.text[:2] in _CENTURIES
            and (head := _HEAD.fullmatch(cell.text)) is not None
        ]
        if len({year for _, year, _ in found}) < 2:
            continue
        roles = [(year, book.columns.role(rest)) for _, year, rest in found]
        year = max((year for year, role in roles if role in _REACHED), default="")
        if not any(role in _JUDGED - _REACHED for at, role in roles if at == year):
            continue
        for cell, of, rest in found:
            told = rest if of == year else f"{before}（{cell.text.strip()}）"
            changed[id(cell)] = cell._replace(text=told)
    if not changed:
        return table
    grid = tuple(tuple(changed.get(id(cell), cell) for cell in row) for row in table.grid)
    return table._replace(grid=grid)


def of_other_years(labels: Sequence[str], book: LabelBook) -> tuple[bool, ...]:
    """Tell of the headings of amounts which are of another year than what was spent."""
    heads = [_HEAD.fullmatch(label) for label in labels]
    years = [found[1] for found in heads if found is not None]
    words = book.phrases.words("last-year")
    spent = [f[1] for f in heads if f is not None and name_in_year(f[2], book, ("spent",))]
    year = max(spent, default="") if len(set(years)) > 1 else ""
    return tuple(
        bool(year and found is not None and found[1] != year)
        or (label.strip().startswith(words) and bool(book.hinted(label, _MONEY)))
        for found, label in zip(heads, labels, strict=True)
    )


def name_in_year(label: str, book: LabelBook, among: tuple[str, ...]) -> str:
    """Return what a heading names without its year: 2023年执行 is 本年执行."""
    found = _HEAD.fullmatch(label)
    rest = found[2] if found is not None else label
    this = next(iter(book.phrases.words("this-year")), "")
    return next((r for text in (rest, this + rest) if (r := book.likely(text, among))), "")
