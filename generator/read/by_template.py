"""A form read by the template that prints it: what stands where the template has its tags."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.model.printed import PrintedCell, PrintedForm, PrintedRow
from generator.model.reading import ReadCell, ReadDocument, ReadParagraph, ReadTable
from generator.read.alignment import aligned
from generator.read.tag_pattern import (
    TagPattern,
    ends_loop,
    list_of,
    loop_over,
    shape_of,
    tag_pattern,
)

_SAME_FORM = 0.75  # so much of what a template prints itself stands in a form of it
_SHAPE, _BODY = "shape", "in body"
_IN_LOOP, _SHAPED, _FEW = 0.4, 0.3, 3


class _Line(NamedTuple):
    """A row of a template: its cells with what they print, and the list that it repeats for."""

    cells: tuple[tuple[ReadCell, TagPattern], ...]
    over: str = ""
    shape: str = ""
    others: tuple["_Line", ...] = ()  # rows of other shapes that the same loop prints

    def closest(self, table: ReadTable, row: int) -> "_Line":
        """Return the shape that a row of a form has, or else comes nearest to."""
        theirs = {(cell.column, cell.width) for cell in table.cells(row)}
        return max(
            (self, *self.others),
            key=lambda line: (
                sum((c.column, c.width) in theirs for c, _ in line.cells) / len(line.cells)
            ),
        )


class Match(NamedTuple):
    """A form as a template reads it, and how much of the template's own words stand in it."""

    form: PrintedForm
    share: float
    places: Mapping[str, DocumentPlace] = MappingProxyType({})
    rows: Mapping[str, tuple[DocumentPlace, ...]] = MappingProxyType({})  # where each row stands
    has_body: bool = False  # the template prints a report, too

    @property
    def is_same(self) -> bool:
        """Tell whether the form is one of the template."""
        return self.share >= _SAME_FORM


def read_by_template(template: ReadDocument, form: ReadDocument) -> Match:
    """Read a form by a template."""
    words: dict[str, str] = {}
    places: dict[str, DocumentPlace] = {}
    rows: dict[str, tuple[PrintedRow, ...]] = {}
    at_rows: dict[str, tuple[DocumentPlace, ...]] = {}
    begun: set[str] = set()  # rows of one list may be printed class by class
    found = wanted = 0
    theirs = [b for b in form.blocks if isinstance(b, ReadTable)]
    at = 0
    for table in (b for b in template.blocks if isinstance(b, ReadTable)):
        lines = lines_of(table)
        readings = [_Reading(lines, other) for other in theirs[at:]]
        best = max(readings, key=lambda r: r.found, default=None)
        wanted += sum(_is_fixed(p) for line in lines for _, p in line.cells)
        if best is None or not best.found:
            continue
        at += readings.index(best) + 1
        found += best.found
        for tag, (said, place) in best.words().items():
            words.setdefault(tag, said)
            places.setdefault(tag, place)
        for over, lines_read in best.rows().items():
            name = list_of(over)
            if over not in begun and (name != over or name not in rows):
                begun.add(over)
                rows[name] = (*rows.get(name, ()), *(row for row, _ in lines_read))
                at_rows[name] = (*at_rows.get(name, ()), *(place for _, place in lines_read))
    paragraphs = _Paragraphs(template, form, words)
    for tag, said in paragraphs.words.items():
        words.setdefault(tag, said)
    least = _FEW
    if not wanted:
        found, wanted = paragraphs.found, paragraphs.wanted
        least = 1 if paragraphs.has_body and not theirs else _FEW
    share = found / wanted if wanted >= least else 0.0
    form_read = PrintedForm(words=words, rows=rows)
    return Match(form_read, share, places, at_rows, paragraphs.has_body)


def lines_of(table: ReadTable) -> list[_Line]:
    """Read the rows of a table of a template; the rows that open and close loops are none."""
    lines: list[_Line] = []
    over, shape, is_begun = "", "", False
    for number in range(len(table.grid)):
        cells = list(table.cells(number))
        text = " ".join(cell.text for cell in cells if cell.row == number)
        if (named := loop_over(text)) is not None:
            over, shape, is_begun = named, "", False
        elif ends_loop(text):
            over = ""
        elif over and (chosen := shape_of(text)) is not None:
            shape = chosen
        else:
            own = tuple((c, tag_pattern(c.text)) for c in cells if c.row == number or over)
            if is_begun and over:  # one more shape of the rows of this loop
                lines[-1] = lines[-1]._replace(others=(*lines[-1].others, _Line(own, over, shape)))
            else:
                lines.append(_Line(own, over, shape))
            is_begun = bool(over)
    return lines


def _is_fixed(pattern: TagPattern) -> bool:
    return bool(pattern.fixed) and not pattern.column


class _Reading:
    """One table of a form under one table of a template."""

    def __init__(self, lines: Sequence[_Line], table: ReadTable) -> None:
        self._lines, self._table = lines, table
        numbers = range(len(table.grid))
        self._pairs = aligned(lines, numbers, self._score, lambda line: bool(line.over))
        self.found = sum(self._same(lines[i], j) for i, j in self._pairs)

    def _score(self, line: _Line, row: int) -> float:
        if line.over:
            return _IN_LOOP
        own = [c for c in self._table.cells(row) if c.row == row]
        is_shaped = len(own) == len(line.cells)
        fixed = sum(_is_fixed(p) for _, p in line.cells)
        same = self._same(line, row)
        if fixed and not same:
            return 0.0
        return same + (_SHAPED if is_shaped else 0.0)

    def _same(self, line: _Line, row: int) -> int:
        """Count the cells whose fixed words stand in the form, too."""
        if line.over:
            return 0
        pairs = self._cells(line, row)
        return sum(_is_fixed(p) and p.read(c.text) is not None for p, c in pairs)

    def _cells(self, line: _Line, row: int) -> list[tuple[TagPattern, ReadCell]]:
        """Pair the cells of a row: in their order where there are as many, else by their columns."""
        own = [c for c in self._table.cells(row) if c.row == row]
        if len(own) == len(line.cells):
            return [(p, c) for (_, p), c in zip(line.cells, own, strict=True)]
        by_column = {c.column: c for c in own}
        return [(p, by_column[c.column]) for c, p in line.cells if c.column in by_column]

    def words(self) -> dict[str, tuple[str, DocumentPlace]]:
        """Return what stands in the place of the tags outside of loops, and where."""
        found: dict[str, tuple[str, DocumentPlace]] = {}
        for i, j in self._pairs:
            if self._lines[i].over:
                continue
            for pattern, cell in self._cells(self._lines[i], j):
                said = pattern.read(cell.text) if pattern.tags else None
                for tag, text in (said or {}).items():
                    found.setdefault(tag, (text, cell.place))
        return found

    def rows(self) -> dict[str, list[tuple[PrintedRow, DocumentPlace]]]:
        """Return the rows of each loop, and where each stands."""
        found: dict[str, list[tuple[PrintedRow, DocumentPlace]]] = {}
        for i, j in self._pairs:
            line = self._lines[i]
            if line.over:
                place = self._table.place._replace(row=j + 1)
                found.setdefault(line.over, []).append((self._row(line, j), place))
        return found

    def _row(self, lines: _Line, row: int) -> PrintedRow:
        line = lines.closest(self._table, row)
        cells = {_SHAPE: PrintedCell(line.shape)} if lines.others else {}
        for at, pattern in line.cells:
            cell = self._table.at(row, at.column)
            if cell is None or not pattern.column:
                continue
            merge = "" if cell.height == 1 else "restart" if cell.row == row else "continue"
            text = "" if merge == "continue" else cell.text
            said = pattern.read(text)
            words = text if said is None else said.get(f"row.{pattern.column}", text)
            cells[pattern.column] = PrintedCell(words.strip(), merge)
        return PrintedRow(cells)


class _Paragraphs:
    """The paragraphs of a form under those of a template."""

    def __init__(
        self, template: ReadDocument, form: ReadDocument, known: Mapping[str, str]
    ) -> None:
        lines = [tag_pattern(p.text, known) for p in _paragraphs(template)]
        texts = [p.text for p in _paragraphs(form)]
        pairs = aligned(lines, texts, _likeness)
        self.words: Mapping[str, str] = {
            tag: said for i, j in pairs for tag, said in (lines[i].read(texts[j]) or {}).items()
        }
        self.has_body = any(_BODY in p.text for p in _paragraphs(template))
        self.wanted = sum(bool(line.fixed) for line in lines)
        self.found = sum(bool(lines[i].fixed) for i, j in pairs)


def _paragraphs(document: ReadDocument) -> list[ReadParagraph]:
    return [b for b in document.blocks if isinstance(b, ReadParagraph) and b.text.strip()]


def _likeness(line: TagPattern, text: str) -> float:
    if line.read(text) is None:
        return 0.0
    return 1.0 + len(line.fixed) if line.fixed else _IN_LOOP
