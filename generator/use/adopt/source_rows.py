"""Rows of the sources of money as a loop: a form has as many as the unit has, each under its own name."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.form_subject import form_subject
from generator.read.printed_values import one_line
from generator.tables.field_keys import OF_WHICH
from generator.tables.form_fields import BEHIND
from generator.tables.tag_keys import OWN_COLUMN, SOURCES, field_name, tags_of, written
from generator.use.adopt.looking import Looked
from generator.use.adopt.source_names import follow, have_amounts, names_again, source_places
from generator.word.form_tags import Edit, Loop, LoopRow

_SOURCE = Pattern(r"rows\.funds\[([0-9]+)\]\.(\w+)")
_FIELD = Pattern(r'field\("([^"]*)"\)')
_RATE = "rate"
_DASH = Pattern(r"[-—–―/／]+")
_MARK = Pattern(r"[-—–―/／0.%]*")

_Columns = Mapping[int, str]  # what each column of a row prints, by where its cell begins


class SourceRows(NamedTuple):
    """The loop, what it takes the place of, and how the form calls the sources."""

    loop: Loop
    edits: tuple[Edit, ...] = ()
    fields: frozenset[str] = frozenset()
    labels: Mapping[str, str] = {}  # where they are not the names of the sources
    indent: str = ""  # blanks before those behind the first

    def holds(self, place: DocumentPlace) -> bool:
        """Tell a place in the rows of the loop."""
        table, row = self.loop.table, place.row - 1
        is_same = (place.part, place.table) == (table.part, table.table)
        return is_same and self.loop.first <= row < self.loop.last


def source_rows(looked: Looked, edits: Sequence[Edit], loops: Sequence[Loop]) -> SourceRows | None:
    """Return the rows of sources that are laid out alike; nothing where each has its own layout."""
    sources = source_places(looked)
    at = [place for _, _, place in sources]
    tables = [b for b in looked.document.blocks if isinstance(b, ReadTable)]
    table = next((t for t in tables if at and _is_in(at[0], t)), None)
    if table is None or not follow(at):
        return None
    rows = _Rows(looked, table, at, [name for _, name, _ in sources], edits)
    found = rows.found()
    if found is None or any(_touches(found.loop, other) for other in loops):
        return None
    said = [e for e in edits if not found.holds(e.place) and SOURCES in e.text]
    return None if said else found


def _is_in(place: DocumentPlace, table: ReadTable) -> bool:
    return (place.part, place.table) == (table.place.part, table.place.table) and place.row > 0


def _touches(loop: Loop, other: Loop) -> bool:
    is_same = (loop.table.part, loop.table.table) == (other.table.part, other.table.table)
    return is_same and loop.first < other.last and other.first < loop.last


class _Rows:
    """The rows of the sources in one table."""

    def __init__(
        self,
        looked: Looked,
        table: ReadTable,
        at: Sequence[DocumentPlace],
        names: Sequence[str],
        edits: Sequence[Edit],
    ) -> None:
        self._looked, self._table, self._at = looked, table, at
        first = at[0].row - 1
        self._numbers = range(first, first + len(at))
        own = [e for e in edits if _is_in(e.place, table) and e.place.row - 1 in self._numbers]
        self._edits = {edit.place: edit for edit in own}
        self._said = {edit.place for edit in edits}
        self._names = names
        self._again = frozenset(names_again(table, self._numbers, at[0].column - 1))

    def found(self) -> SourceRows | None:
        """Return the loop, if one row can stand for all."""
        if len({*self._names}) < len(self._names) or not self._are_alike():
            return None
        tags = [dict(self._tags(number)) for number in self._numbers]
        columns = self._joined(tags)
        if columns is None or not self._is_all_alike(columns) or not self._has_amounts(columns):
            return None
        kept = max(self._numbers, key=lambda number: len(tags[number - self._numbers[0]]))
        own = {c: n for c, n in columns.items() if n != _RATE or not self._is_constant(c)}
        cells = {column: written(f"row.{name}") for column, name in own.items()}
        label, labels = self._label()
        for column in (self._at[0].column - 1, *self._again):
            cells[column] = written(f"row.{label}")
        first = self._numbers[0]
        last = first + len(self._numbers)
        loop = Loop(self._table.place, first, last, SOURCES, (LoopRow(kept, cells),))
        edits = tuple(self._edits.values())
        named = (_FIELD.fullmatch(tag) for edit in edits for tag in tags_of(edit.text))
        own_fields = frozenset(m[1] for m in named if m)
        return SourceRows(loop, edits, own_fields, labels, self._indent())

    def _are_alike(self) -> bool:
        """Tell rows that have their cells at the same places, none of them merged within the rows."""
        shapes = set()
        for number in self._numbers:
            cells = [*self._table.cells(number)]
            if any(cell.height > 1 and cell.row in self._numbers for cell in cells):
                return False
            shapes.add(tuple((cell.column, cell.width) for cell in cells))
        return len(shapes) == 1

    def _has_amounts(self, columns: _Columns) -> bool:
        own = [cell.column for cell in self._own(self._numbers[0])]
        named = (self._at[0].column - 1, *self._again) if self._again else ()
        return have_amounts(own, named, columns)

    def _own(self, number: int) -> Iterator[ReadCell]:
        return (cell for cell in self._table.cells(number) if cell.row == number)

    def _tags(self, number: int) -> Iterator[tuple[int, str]]:
        """Give what the cells of a row print: what is read into a source, or a field beside it."""
        source = number - self._numbers[0]
        for cell in self._own(number):
            is_name = cell.column == self._at[0].column - 1 or cell.column in self._again
            if not is_name and (tag := self._tag(cell, source)):
                yield cell.column, tag

    def _tag(self, cell: ReadCell, source: int) -> str:
        for use in self._looked.uses.get(cell.place, ()):
            keys = use.keys
            if keys[:3] == ("funds", "sources", source) and keys[3] == "amounts":
                name = field_name(str(keys[4]))
                return f'amounts["{name}"]' if name else ""
        edit = self._edits.get(cell.place)
        tags = tags_of(edit.text) if edit is not None and not edit.old and not edit.after else []
        if len(tags) != 1:
            return ""
        if found := _SOURCE.fullmatch(tags[0]):
            return found[2] if int(found[1]) == source else ""
        found = _FIELD.fullmatch(tags[0])
        name = (found[1].partition(BEHIND)[2] or self._heading(cell)) if found else ""
        return f'field["{name}"]' if name else ""

    def _heading(self, cell: ReadCell) -> str:
        """Return the name of the heading over a column: the lowest words that are no value."""
        above = (self._table.at(row, cell.column) for row in range(self._numbers[0] - 1, -1, -1))
        said = (c for c in above if c is not None and c.text.strip())
        return next((field_name(one_line(c.text)) for c in said if c.place not in self._said), "")

    def _joined(self, tags: Sequence[_Columns]) -> dict[int, str] | None:
        """Join what the rows print; nothing where two of them differ in a column.

        A blank that was read as a field beside one source is read otherwise beside the next.
        """
        columns: dict[int, str] = {}
        for row in tags:
            for column, name in row.items():
                known = columns.setdefault(column, name)
                if OWN_COLUMN.fullmatch(known):
                    columns[column] = name
                elif known != name and not OWN_COLUMN.fullmatch(name):
                    return None
        edited = {place.column - 1 for place in self._edits}
        return columns if edited <= {*columns, self._at[0].column - 1} else None

    def _is_all_alike(self, columns: _Columns) -> bool:
        """Tell rows of which nothing is lost: what no tag prints is the same in all of them."""
        for number in self._numbers:
            for cell in self._own(number):
                text, first = _solid(cell), self._table.at(self._numbers[0], cell.column)
                is_said = cell.place in self._edits or cell.column == self._at[0].column - 1
                if (
                    is_said
                    or cell.column in self._again
                    or (cell.column in columns and self._is_open(cell, text))
                ):
                    continue
                if first is None or _solid(first) != text:
                    return False
        return True

    def _is_open(self, cell: ReadCell, text: str) -> bool:
        """Tell a cell that its tag may print as well: read so, or a mark for nothing."""
        return _MARK.fullmatch(text) is not None or any(
            use.keys[:2] == ("funds", "sources") for use in self._looked.uses.get(cell.place, ())
        )

    def _is_constant(self, column: int) -> bool:
        """Tell a column that has a dash in every row, also beside what was spent: it says no rate."""
        cells = [self._table.at(number, column) for number in self._numbers]
        said = {"" if cell is None else _solid(cell) for cell in cells}
        if len(said) != 1 or _DASH.fullmatch(said.pop()) is None:
            return False
        subject = form_subject(self._looked.draft)
        if subject is None or subject.get(("funds", "spent")) is None:
            return True
        sources = subject.get(("funds", "sources")) or ()
        return any(source.get("spent") is not None for source in sources)

    def _indent(self) -> str:
        """Return the blanks before all names but the first, which begins with 其中 in their place."""
        cells = [self._table.at(number, self._at[0].column - 1) for number in self._numbers]
        first, *others = (blanks_before(cell) for cell in cells)
        return others[0] if others and not first and len({*others}) == 1 else ""

    def _label(self) -> tuple[str, dict[str, str]]:
        """Return which name the rows print, and the words of those that are called otherwise."""
        cells = [self._table.at(number, self._at[0].column - 1) for number in self._numbers]
        said = ["" if cell is None else _solid(cell) for cell in cells]
        if said == self._names:
            return "name", {}
        usual = [f"{'' if n else OF_WHICH}{name}" for n, name in enumerate(self._names)]
        whole = zip(self._names, usual, said, cells, strict=True)
        return "label", {
            name: cell.text.strip()
            for name, own, text, cell in whole
            if own != text and cell is not None
        }


def blanks_before(cell: ReadCell | None) -> str:
    """Return the blanks that a cell of one line begins with."""
    text = "" if cell is None else cell.text
    return text[: len(text) - len(text.lstrip())] if "\n" not in text.rstrip() else ""


def _solid(cell: ReadCell) -> str:
    return "".join(cell.text.split())
