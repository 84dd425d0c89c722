"""A09: columns whose headings say how they are reckoned: （A）, （B）, （C=A+B）."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.base.chinese import half_width
from generator.base.number import plain
from generator.base.pattern import Pattern
from generator.read.given_answers import Entry
from generator.read.printed_values import number, squeezed
from generator.rules.finding import Finding
from generator.rules.printed_form import PrintedForm
from generator.rules.rule_words import Vocabulary

_LETTER = Pattern(r"[（(]([A-Z]|[①-⑨])(?:[=＝]([^)）]{3,20}))?[)）]$")
_TERM = Pattern(r"([+＋\-－—]?)([A-Z]|[①-⑨])")
_MINUS = "-－—"
_Heads = Mapping[str, "_Head"]


class _Head(NamedTuple):
    """A column by its letter, and the letters that it is reckoned from, with their signs."""

    column: int
    name: str
    terms: tuple[tuple[str, str], ...]


def head_formulas(form: PrintedForm, words: Vocabulary) -> Iterator[Finding]:
    """Hold every row below such headings, of sums and differences, against them."""
    del words
    rows: dict[tuple[str, str, int, int], list[Entry]] = {}
    for entry in form.entries:
        at = entry.place
        if (at.table or at.sheet) and not at.part:
            rows.setdefault((at.file, at.sheet, at.table, at.row), []).append(entry)
    for (file, sheet, table, top), own in rows.items():
        heads = _heads(own)
        for head in heads.values():
            if not head.terms or any(letter not in heads for _, letter in head.terms):
                continue
            for (*where, row), cells in rows.items():
                if where == [file, sheet, table] and row > top:
                    yield from _held({e.place.column: e for e in cells}, head, heads)


def _heads(cells: list[Entry]) -> dict[str, _Head]:
    found: dict[str, _Head] = {}
    for cell in cells:
        if (letter := _LETTER.search(half_width(squeezed(cell.text)))) is not None:
            formula = letter[2] or ""
            terms = tuple((t[1], t[2]) for t in _TERM.finditer(formula))
            is_sum = "".join(f"{sign}{name}" for sign, name in terms) == formula
            found[letter[1]] = _Head(
                cell.place.column, _LETTER.sub("", squeezed(cell.text)), terms if is_sum else ()
            )
    return found


def _held(row: Mapping[int, Entry], head: _Head, heads: _Heads) -> Iterator[Finding]:
    cell = row.get(head.column)
    printed = None if cell is None else number(cell.text)
    parts = [(sign, row.get(heads[letter].column)) for sign, letter in head.terms]
    values = [
        (sign, value)
        for sign, part in parts
        if part is not None and (value := number(part.text)) is not None
    ]
    if cell is None or printed is None or len(values) < len(parts):
        return
    due = sum((-v if sign and sign in _MINUS else v for sign, v in values), Decimal(0))
    if due != printed:
        how = "".join(f"{sign}{plain(v) if v >= 0 else f'({plain(v)})'}" for sign, v in values)
        yield Finding("head-formula", cell.place, plain(printed), plain(due), how, head.name)
