"""What becomes of a form: tags for its cells and lines, loops for its rows of indicators, and what is left."""

import datetime
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from generator.base.document_place import DocumentPlace
from generator.base.pattern import Pattern
from generator.model.reading import ReadCell, ReadParagraph, ReadTable
from generator.read.columns import BandRead
from generator.read.reading_map import Use
from generator.use.adopt.looking import Looked
from generator.tables.tags import COLUMNS, field_tag, tag_of, written
from generator.word.tagging import Edit, Loop

_DAY = Pattern(r"(?:19|20)[0-9]{2}\s*(?:年\s*[0-9]{1,2}\s*月\s*[0-9]{1,2}\s*日|([-./])[0-9]{1,2}\1[0-9]{1,2})")
_AMOUNT = Pattern(r"(-?[0-9][0-9,，]*(?:\.[0-9]+)?)\s*(?:[万千亿]?元|分)")
_FEWEST = 4  # characters of a name that is looked for inside a title


class Left(NamedTuple):
    """A cell or line that got no tag although something may belong there, and why."""

    place: DocumentPlace
    text: str
    reason: str


class Plan(NamedTuple):
    """What is to be done with a form."""

    edits: tuple[Edit, ...]
    loops: tuple[Loop, ...]
    left: tuple[Left, ...]
    fields: tuple[str, ...]  # names of fields that no form but this one has


def make_plan(looked: Looked) -> Plan:
    """Plan the tags of a form."""
    planner = _Planner(looked)
    for block in looked.document.blocks:
        if isinstance(block, ReadParagraph):
            planner.paragraph(block)
        else:
            planner.table(block)
    return Plan(
        tuple(planner.edits), tuple(planner.loops), tuple(planner.left), tuple(planner.fields)
    )


class _Planner:
    def __init__(self, looked: Looked) -> None:
        self._looked = looked
        self._said: dict[str, str] = {}  # what each tag had printed where it stood first
        self.edits: list[Edit] = []
        self.loops: list[Loop] = []
        self.left: list[Left] = []
        self.fields: dict[str, None] = {}

    def paragraph(self, paragraph: ReadParagraph) -> None:
        """Tag a line: the values in it, the names and the year of a title, its gaps."""
        place, text = paragraph.place, paragraph.text
        self._gaps(place)
        for use in self._looked.uses.get(place, []):
            old = part_of(text, use.value)
            if old and (tag := self._tag(use, old, "")):
                self.edits.append(Edit(place, written(tag), old))
        if self._looked.draft.tally.uses.get(place) == "title":
            self._title(place, text)

    def _title(self, place: DocumentPlace, text: str) -> None:
        draft, subject = self._looked.draft, self._looked.subject
        done = {edit.text for edit in self.edits if edit.place == place}
        named = [(subject.name if subject else "", "form.name"), (draft.unit.get("name"), "form.unit")]
        if draft.year is not None:
            named.append((str(draft.year), "form.year"))
        for said, tag in named:
            if said and len(said) >= _FEWEST and said in text and written(tag) not in done:
                self.edits.append(Edit(place, written(tag), said))

    def _gaps(self, place: DocumentPlace) -> None:
        uses = self._looked.gap_uses.get(place, [])
        for gap in self._looked.gaps.get(place, ()):
            use = next((u for u in uses if gap.specimen in _shown(u.value)), None)
            tag = self._tag(use, "", "") if use else ""
            if tag:
                self.edits.append(Edit(place, written(tag), gap.old, gap.after))

    def table(self, table: ReadTable) -> None:
        """Tag the cells of a table; rows of indicators become loops."""
        bands = [
            band
            for band in self._looked.full.bands
            if (band.place.part, band.place.table) == (table.place.part, table.place.table)
        ]
        inside: set[int] = set()
        overs: set[str] = {loop.over for loop in self.loops}
        for band in bands:
            loop = _loop(table, band)
            if loop is None:
                continue
            if loop.over in overs:
                at = table.grid[loop.first][0].place
                self.left.append(Left(at, "", "又一块指标，和前一块是同一些行，没有放标签"))
                continue
            overs.add(loop.over)
            self.loops.append(loop)
            inside |= set(range(loop.first, loop.last))
        for number in range(len(table.grid)):
            if number in inside:
                continue
            for cell in table.cells(number):
                if cell.row == number:
                    self._cell(cell, table)

    def _cell(self, cell: ReadCell, table: ReadTable) -> None:
        uses = self._looked.uses.get(cell.place, [])
        tagged = [(use, tag_of(use.keys)) for use in uses]
        known = [(use, tag) for use, tag in tagged if tag]
        self._gaps(cell.place)
        if not known:
            if uses and not _is_label(uses):
                self.left.append(Left(cell.place, cell.text, "没有对应的标签"))
            return
        is_blank = cell.place in self._looked.blanks
        if is_blank:
            use, _ = known[0]
            if tag := self._tag(use, cell.text, label_of(table, cell)):
                self.edits.append(Edit(cell.place, written(tag)))
            return
        parts = [(use, part_of(cell.text, use.value)) for use, _ in known]
        inner = [(use, old) for use, old in parts if old and _is_inner(cell.text, old)]
        if not inner:
            if tag := self._tag(known[0][0], cell.text, label_of(table, cell)):
                self.edits.append(Edit(cell.place, written(tag)))
            return
        seen: set[str] = set()
        for use, old in inner:
            tag = self._tag(use, old, label_of(table, cell))
            if tag and old not in seen:
                self.edits.append(Edit(cell.place, written(tag), old))
                seen.add(old)

    def _tag(self, use: Use, said: str, label: str) -> str:
        """Return the tag of a use; what a form says a second time, and otherwise, is a field of its own."""
        tag, plain = tag_of(use.keys), "".join(said.split())
        if not tag:
            return ""
        if use.keys[0] == "fields":
            self.fields.setdefault(str(use.keys[1]))
        first = self._said.setdefault(tag, plain)
        if first == plain or not plain or not label:
            return tag
        name = "".join(label.split()).strip("：:")
        own = field_tag(name)
        if own and own not in self._said:
            self._said[own] = plain
            self.fields.setdefault(name)
            return own
        return tag


def part_of(text: str, value: object) -> str:
    """Return the words of a text that say a value; nothing when they cannot be told."""
    if isinstance(value, datetime.date):
        found = _DAY.search(text)
        return found[0] if found else ""
    if isinstance(value, Decimal) and (amount := _AMOUNT.fullmatch(text.strip())):
        return amount[1]
    shown = _shown(value)
    plain = "".join(text.split())
    wanted = "".join(shown.split())
    if not wanted or wanted not in plain:
        return ""
    return shown


def _is_inner(text: str, old: str) -> bool:
    """Tell words that stand behind a label in one cell, or that a unit follows."""
    plain, part = "".join(text.split()), "".join(old.split())
    at = plain.find(part)
    return plain != part and (plain[:at].endswith(("：", ":")) or _AMOUNT.fullmatch(plain) is not None)


def _shown(value: object) -> str:
    return "" if value is None else str(value)


def _is_label(uses: list[Use]) -> bool:
    """Tell a cell that names a row: its words are of the form."""
    return all(use.keys[-1] == "name" and "sources" in use.keys for use in uses)


def label_of(table: ReadTable, cell: ReadCell) -> str:
    """Return the words to the left of a cell."""
    for column in range(cell.column - 1, -1, -1):
        left = table.at(cell.row, column)
        if left is not None and left.text.strip():
            return left.text
    return ""


def _loop(table: ReadTable, band: BandRead) -> Loop | None:
    """Plan the loop of a block of indicators, by the row of it that shows most columns."""
    first, last = band.span
    last = min(last, len(table.grid))
    if first >= last:
        return None
    columns = {c.strip.start: COLUMNS.get(c.role, "") for c in band.columns}
    kept = max(range(first, last), key=lambda row: _richness(table, row, columns))
    over = f"goals[{band.within[1]}].indicators" if band.within[:1] == ("goals",) else "rows.indicators"
    cells = dict(_loop_cells(table, kept, first, columns))
    return Loop(table.place, first, last, kept, over, cells)


def _richness(table: ReadTable, row: int, columns: dict[int, str]) -> tuple[int, int, int]:
    own = [c for c in table.cells(row) if c.row == row]
    begun = sum(c.column in columns for c in own)
    covered = len(list(table.cells(row)))
    return covered, sum(bool(c.text.strip()) for c in own), begun


def _loop_cells(
    table: ReadTable, kept: int, first: int, columns: dict[int, str]
) -> Iterator[tuple[int, str]]:
    for cell in table.cells(kept):
        name = columns.get(cell.column, "")
        if name:
            yield cell.column, f"{{{{ row.{name}|merge }}}}"
        elif cell.column not in columns and first <= cell.row and cell.height > 1:
            text = cell.text.strip()
            head = f"{{% if loop.first %}}{text}{{% endif %}}" if text else ""
            yield cell.column, f"{head}{{{{ row.block|merge }}}}"
