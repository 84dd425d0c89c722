"""Lists in a form whose rows each office names: its tasks, its uses of the money. They become free tables."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.goal_rows import goal_role
from generator.read.label_book import LabelBook, unnumbered
from generator.read.printed_values import one_line
from generator.tables.form_fields import BEHIND
from generator.tables.tag_keys import FIELDS, field_name
from generator.use.adopt.captions import Captions
from generator.use.adopt.free_list import FreeList
from generator.use.adopt.looking import Looked
from generator.word.form_tags import Loop, LoopRow
from generator.word.reading.reading_grid import is_nested

_FEWEST = 2  # columns
_SURE = 2.0
_OWN = (FIELDS, "duty")  # what no template but this one prints
_NUMBER = "number"
_SOURCES = "source-head"
_GOALS = ("expected", "achieved")
_NAMING = ("spending-head", "goal-head", "name-head", _SOURCES)
_SUMS = ("total", "fund-total")


class FoundList(NamedTuple):
    """A list and the loop that prints it."""

    declared: FreeList
    loop: Loop


class Lists:
    """Finds the lists of one table."""

    def __init__(
        self, table: ReadTable, captions: Captions, looked: Looked, book: LabelBook
    ) -> None:
        self._table, self._captions = table, captions
        self._looked, self._book = looked, book

    def find(self, inside: set[int]) -> list[FoundList]:
        """Return the lists of the table outside of some rows."""
        found: list[FoundList] = []
        row = 0
        while row < len(self._table.grid):
            heads = self._heads(row) if row not in inside else ()
            is_first = bool(heads) and row == max(h.row + h.height for h in heads)
            end = self._end(row, heads, inside) if is_first and len(heads) >= _FEWEST else row
            one = self._list(row, end, heads) if end > row else None
            if one is not None:
                found.append(one)
            elif is_first and end == row:
                self._unname(row, heads)
            row = max(end, row + 1)
        return found

    def _heads(self, row: int) -> tuple[ReadCell, ...]:
        """Return the headings over a row from left to right; a block that runs down beside it is none."""
        heads = [h for h in self._captions.heads_at(row) if h.row + h.height <= row]
        heads.sort(key=lambda head: head.column)
        left = self._left_of(heads[0], row) if heads else None
        return tuple([left, *heads] if left is not None else heads)

    def _left_of(self, head: ReadCell, row: int) -> ReadCell | None:
        """Return a heading that asks for names, before the first of which figures stand below."""
        left = self._table.at(head.row, head.column - 1) if head.column else None
        is_over = left is not None and left.row + left.height <= row and left.column < head.column
        return left if is_over and left is not None and self._is_listed(left) else None

    def _unname(self, first: int, heads: tuple[ReadCell, ...]) -> None:
        """Take what stands for names in rows that are read otherwise for what an office wrote."""
        end = first
        while end < len(self._table.grid) and self._heads(end) == heads:
            end += 1
        named = self._named(heads)
        is_counted = named is not heads[0]
        if len(heads) >= _FEWEST and (is_counted or self._is_of_office(named, first, end)):
            self._be_values(named, range(first, end))

    def _is_of_money(self, head: ReadCell) -> bool:
        """Tell a heading over sources of money, whose rows are known by their names."""
        return unnumbered(head.text) in self._book.phrases.words(_SOURCES)

    def _be_values(self, named: ReadCell, rows: Iterable[int]) -> None:
        for row in rows:
            cell = self._below(row, named)
            if cell is not None and not self._is_fixed(cell) and not self._is_source(cell):
                self._captions.be_value(cell)

    def _is_source(self, cell: ReadCell) -> bool:
        """Tell the name of a source of money: its row has a name, whoever has chosen it."""
        uses = self._looked.uses.get(cell.place, ())
        return any(u.keys[:2] == ("funds", "sources") and u.keys[-1] == "name" for u in uses)

    def _named(self, heads: tuple[ReadCell, ...]) -> ReadCell:
        """Return the heading of the column that says what a row is of: the first that counts none."""
        is_counted = self._book.columns.role(heads[0].text) == _NUMBER
        return heads[1] if is_counted else heads[0]

    def _end(self, first: int, heads: tuple[ReadCell, ...], inside: set[int]) -> int:
        row = first
        while row < len(self._table.grid) and row not in inside:
            if not self._is_row(row, heads, is_first=row == first):
                break
            row += 1
        return row

    def _is_row(self, row: int, heads: tuple[ReadCell, ...], *, is_first: bool) -> bool:
        """Tell a row of the list: a cell below each heading, none of them a label that we know."""
        if self._heads(row) != heads:
            return False
        cells = [self._below(row, head) for head in heads]
        named = self._named(heads)
        are_twins = self._captions.are_twins(heads)
        is_list = are_twins or named is not heads[0] or self._is_listed(named)
        # Goals have a loop of their own; tasks are taken for goals where nobody has written any.
        are_goals = any(goal_role(head.text, self._book) in _GOALS for head in heads)
        own = (
            *(() if is_first and not are_twins else ("funds",)),
            *(() if are_goals else ("goals",)),
        )
        if any(c is None for c in cells) or self._is_known(row, own if is_list else ()):
            return False
        name = self._name_cell(row, heads)
        left = None if name is None else self._captions.of_row(name)
        if left is not None and left.row == row and left.column < heads[0].column:
            return False  # its rows have names of the form
        is_open = name is not None and is_list and self._is_open(name)
        return name is not None and (is_open or not self._is_fixed(name, is_list=is_list))

    def _is_listed(self, head: ReadCell) -> bool:
        """Tell a heading over what each office names: 任务名称, 用途."""
        phrases = self._book.phrases
        words = (word for use in _NAMING for word in phrases.words(use))
        return unnumbered(head.text) in words

    def _is_open(self, cell: ReadCell) -> bool:
        return not cell.text.strip() or self._book.phrases.is_placeholder(cell.text)

    def _below(self, row: int, head: ReadCell) -> ReadCell | None:
        cell = self._table.at(row, head.column)
        is_own = cell is not None and cell.row == row and cell.column == head.column
        return cell if is_own and cell is not None and cell.height == 1 else None

    def _name_cell(self, row: int, heads: tuple[ReadCell, ...]) -> ReadCell | None:
        """Return the cell that says what a row is of."""
        return self._below(row, self._named(heads))

    def _is_fixed(self, cell: ReadCell, *, is_list: bool = False) -> bool:
        """Tell the name of a row that the form itself has, such as a source of money or a sum.

        Under a heading that asks for names all but the sums are the office's: 其中：…, 二、支出.
        """
        said = cell.text
        role = self._book.role(said)
        if is_list and said.strip():
            return role in _SUMS
        if not said.strip() or role or self._book.phrases.is_part(said):
            return True
        return self._captions.weight(cell) >= _SURE

    def _is_known(self, row: int, listed: tuple[str, ...]) -> bool:
        """Tell a row in which something of the inputs stands that is no field of the form's own.

        What is ``listed`` stands in rows of a list as well: sources of money of which the first was
        not read as one.
        """
        for cell in self._table.cells(row):
            uses = self._looked.uses.get(cell.place, ()) if cell.row == row else ()
            if any(use.keys[0] not in (*_OWN, *listed) for use in uses):
                return True
        return False

    def _list(self, first: int, end: int, heads: tuple[ReadCell, ...]) -> FoundList | None:
        names = self._names(heads)
        if self._are_of_form(range(first, end), heads):
            return None
        if "" in names or len({*names}) < len(names):
            return None
        is_counted = self._book.columns.role(heads[0].text) == _NUMBER
        named = self._named(heads)
        are_twins = self._captions.are_twins(heads)
        if not (is_counted or are_twins or self._is_of_office(named, first, end)):
            return None
        if is_nested(self._table.place):  # no row of a table in a cell can be repeated
            if not self._is_of_money(named):
                self._be_values(named, range(first, end))
            return None
        block = self._captions.of_row(heads[0])
        name = field_name(one_line(block.text if block is not None else named.text))
        declared = FreeList(name or names[0], tuple(names), names[0] if is_counted else "")
        cells = self._tags(first, heads, names)
        over = f'table("{declared.name}")'
        loop = Loop(self._table.place, first, end, over, (LoopRow(first, cells),))
        return FoundList(declared, loop)

    def _are_of_form(self, rows: range, heads: tuple[ReadCell, ...]) -> bool:
        """Tell rows of which a blank form says what they are: each has its name, and nothing else."""
        named = self._named(heads)
        cells = [(c, head) for row in rows for head in heads if (c := self._below(row, head))]
        names = [c for c, head in cells if head is named]
        others = (c for c, head in cells if head is not named and head is not heads[0])
        is_open = not any(map(self._says, others))
        return is_open and all(self._says(c) and not self._is_open(c) for c in names)

    def _says(self, cell: ReadCell) -> bool:
        return not self._book.phrases.says_nothing(cell.text)

    def _names(self, heads: Sequence[ReadCell]) -> list[str]:
        """Name the columns; of those that are called alike each has the name of its group before it."""
        names = [field_name(one_line(head.text)) for head in heads]
        alike = {name for name in names if names.count(name) > 1}
        are_twins = self._captions.are_twins(heads)
        groups = [self._beside(head) if are_twins else self._group(head) for head in heads]
        return [
            f"{field_name(one_line(group))}{BEHIND}{name}" if name in alike else name
            for group, name in zip(groups, names, strict=True)
        ]

    def _group(self, head: ReadCell) -> str:
        above = self._table.at(head.row - 1, head.column) if head.row else None
        return above.text if above is not None and self._captions.is_caption(above) else ""

    def _beside(self, head: ReadCell) -> str:
        """Return the heading to the left: that of the names whose amounts stand below this one."""
        left = self._table.at(head.row, head.column - 1)
        return "" if left is None else left.text

    def _is_of_office(self, head: ReadCell, first: int, end: int) -> bool:
        """Tell a column of names that each office has its own: its heading says so, or its cells count."""
        if self._is_listed(head):
            return True
        cells = [self._table.at(row, head.column) for row in range(first, end)]
        said = [c for c in cells if c is not None and not self._book.money.is_figure(c.text)]
        return len(said) > 1 and all(self._captions.weight(c) < 0 for c in said)

    def _tags(self, row: int, heads: tuple[ReadCell, ...], names: list[str]) -> Mapping[int, str]:
        tags: dict[int, str] = {}
        for cell in self._table.cells(row):
            if cell.row == row and cell.column >= heads[0].column:
                at = next((n for n, h in enumerate(heads) if h.column == cell.column), None)
                tags[cell.column] = "" if at is None else f'{{{{ row["{names[at]}"] }}}}'
        return tags
