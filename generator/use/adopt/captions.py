"""Which cells of a table are captions and which are for values, by how they stand beside each other."""

from collections.abc import Iterator, Mapping, Sequence

from generator.base.chinese import NUMERALS
from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.columns import BandRead
from generator.read.goal_cells import counted, goal_numbers
from generator.read.goal_rows import find_goals
from generator.read.label_book import LabelBook, without_number
from generator.read.matrix import is_year
from generator.read.numbered_lines import counts_of, labels_beside, without_count
from generator.read.printed_values import one_line, squeezed
from generator.tables.tag_keys import field_name
from generator.use.adopt.caption_words import SURE, said_with_label, weigh
from generator.use.adopt.column_captions import Headers, head_over
from generator.use.adopt.row_kinds import Kind, RowKinds
from generator.use.adopt.subtotal_rows import sums_below

_SERIAL = Pattern(f"[0-9]{{1,3}}|[{NUMERALS}]{{1,3}}")
_MAY_NAME = -1.5  # weight of words that may name a row
_LIKELY = 2.0  # a caption among the rows below a block of indicators
_FEWEST = 2
_GOALS = ("goals", "expected", "achieved")


class Captions:
    """Tells the captions of one table; of the rows of indicators only their header."""

    def __init__(self, table: ReadTable, book: LabelBook, bands: Sequence[BandRead] = ()) -> None:
        self._table, self._book = table, book
        self._weights = {id(c): weigh(c.text, book) for row in table.grid for c in row}
        counts = (*goal_numbers(table), *counts_of(table, book), *labels_beside(table, book))
        self._weights |= {id(c): SURE for c in (*counts, *_years_across(table))}
        self._pairs = {
            id(c) for row in table.grid for c in row if said_with_label(c.text, book) is not None
        }
        self._row_kinds = RowKinds(self._weights)
        self._headers = Headers(table, self._weights, self._row_kinds, book)
        self._kinds: dict[tuple[int, int], Kind] = {}
        self._heads: dict[tuple[int, int], ReadCell] = {}
        self._rows: dict[int, tuple[ReadCell, ...]] = {}  # captions over the rows of a table
        heads: tuple[ReadCell, ...] = ()
        headers = {row: band for band in bands for row in range(band.place.row - 1, band.span[1])}
        self._last_of_bands = max(headers, default=len(table.grid))
        for row in range(len(table.grid)):
            heads = self._in_band(row, headers[row]) if row in headers else self._row(row, heads)

    def is_caption(self, cell: ReadCell) -> bool:
        """Tell a cell whose words are of the form."""
        return self._kinds.get((cell.row, cell.column)) == "caption"

    def is_value(self, cell: ReadCell) -> bool:
        """Tell a cell that is for a value."""
        return self._kinds.get((cell.row, cell.column)) == "value"

    def of_row(self, cell: ReadCell) -> ReadCell | None:
        """Return the nearest caption to the left of a cell, in whatever row that begins."""
        for column in range(cell.column - 1, -1, -1):
            left = self._table.at(cell.row, column)
            if left is not None and left is not cell and self.is_caption(left):
                return left
        return None

    def of_column(self, cell: ReadCell) -> ReadCell | None:
        """Return the caption over a cell: that of its column, else one right above it."""
        if (found := self._heads.get((cell.row, cell.column))) is not None:
            return found
        left = self._table.at(cell.row, cell.column - 1)
        if left is not None and self.is_caption(left):
            return None
        above = self._table.at(cell.row - 1, cell.column)
        if above is None or (above.column, above.width) != (cell.column, cell.width):
            return None
        return above if self.is_caption(above) else self.of_column(above)

    def around(self, cell: ReadCell) -> Iterator[str]:
        """Give the captions of a cell from the nearest to the farthest: row, column, blocks."""
        row, column = self.of_row(cell), self.of_column(cell)
        yield from (found.text for found in (row, column) if found is not None)
        block = row
        while block is not None and (block := self.of_row(block)) is not None:
            yield block.text
        while row is not None and row.row:
            row = self._table.at(row.row - 1, row.column)
            if row is not None and self.is_caption(row):
                yield row.text

    def heads_at(self, row: int) -> tuple[ReadCell, ...]:
        """Return the captions over the columns of a row; nothing for a row of pairs."""
        return self._rows.get(row, ())

    def are_twins(self, heads: Sequence[ReadCell]) -> bool:
        """Tell the headings of two lists side by side."""
        return self._headers.are_twins(heads)

    @property
    def words(self) -> frozenset[str]:
        """Return the words of all captions, as names of fields have them."""
        return frozenset(
            name
            for row in self._table.grid
            for c in row
            if self.is_caption(c)
            for said in (one_line(c.text), without_number(one_line(c.text)))
            for name in (field_name(said), field_name(self._book.part_name(said)))
        )

    def weight(self, cell: ReadCell) -> float:
        """Return how surely the words of a cell are a caption."""
        return self._weights[id(cell)]

    def is_head(self, cell: ReadCell) -> bool:
        """Tell a caption over a column."""
        return any(cell is head for heads in self._rows.values() for head in heads)

    def be_value(self, cell: ReadCell) -> None:
        """Note that the words of a cell, though they look like a caption, are an office's own."""
        self._kinds[cell.row, cell.column] = "value"

    def values_of(self, caption: ReadCell) -> list[ReadCell]:
        """Return the cells right behind a caption, up to the next one."""
        found: list[ReadCell] = []
        for cell in self._table.cells(caption.row):
            if cell.column < caption.end:
                continue
            if cell.row != caption.row or not self.is_value(cell):
                break
            found.append(cell)
        return found

    def _in_band(self, row: int, band: BandRead) -> tuple[ReadCell, ...]:
        """Settle a row of the header of a block of indicators; return the captions of its columns."""
        if row < band.span[0]:
            own = self._headers.own(row)
            self._settle(own, ["caption" if c.text.strip() else "value" for c in own])
        elif row < band.first or row in sums_below(band):
            self._beside_indicators(row, band)
        cells = (self._table.at(band.span[0] - 1, c.strip.start) for c in band.columns)
        return tuple(c for c in cells if c is not None and c.text.strip())

    def _beside_indicators(self, row: int, band: BandRead) -> None:
        """Settle a row of the execution, or of sums: its label reaches over the names of indicators."""
        own = self._headers.own(row)
        names = next((c.strip.start for c in band.columns if c.role == "name"), 0)
        self._settle(own, ["caption" if c.column <= names else "value" for c in own])
        for cell in own:
            head = self._table.at(band.span[0] - 1, cell.column)
            if head is not None and cell.column > names:
                self._heads[row, cell.column] = head

    def _row(self, row: int, heads: tuple[ReadCell, ...]) -> tuple[ReadCell, ...]:
        """Settle a row; return the captions that stand over the rows below it."""
        own = self._headers.own(row)
        if not own:
            return heads
        said = [c for c in own if c.text.strip()]
        if find_goals(self._table, row, self._book) is not None:
            self._settle(own, ["caption"] * len(own))
            return tuple(said)
        if self._goes_on(row, own, said, heads):
            self._settle(own, ["caption" if c.text.strip() else "value" for c in own])
            return (*(h for h in heads if h.row + h.height > row), *said)
        over = {c.column: h for c in own if (h := head_over(c, heads)) is not None}
        if not self._headers.begins(row, own) and self._is_below(own, over, heads, row):
            self._below(own, over, heads)
            self._rows[row] = heads
            return heads
        columns = self._headers.header(row, own)
        if columns:
            self._settle(own, ["caption" if c.text.strip() else "value" for c in own])
            return columns
        self._settle(own, self._row_kinds.parsed(own))
        if row > self._last_of_bands:
            self._heads |= {(row, c.column): over[c.column] for c in own if c.column in over}
        return ()

    def _ends_count(self, own: Sequence[ReadCell], heads: Sequence[ReadCell]) -> bool:
        """Tell a row below a counted list that has words where its rows have their number."""
        if not heads or self._book.columns.role(heads[0].text) != "number":
            return False
        under = (c for c in own if c.column == heads[0].column and c.text.strip())
        return any(not counted(c.text) for c in under)

    def _are_of_goals(self, cells: Sequence[ReadCell]) -> bool:
        return any(self._book.role(without_count(cell.text)) in _GOALS for cell in cells)

    def _weight(self, cell: ReadCell) -> float:
        return self._weights[id(cell)]

    def _goes_on(
        self, row: int, own: Sequence[ReadCell], said: Sequence[ReadCell], heads: Sequence[ReadCell]
    ) -> bool:
        """Tell the second row of a header: cells of the first reach down beside it, or are wider."""
        if not heads or not said or any(self._weight(c) <= 0 for c in said):
            return False
        reaches = any(h.row + h.height > row for h in heads)
        wide = [h for h in heads if sum(h.column <= c.column and c.end <= h.end for c in own) > 1]
        return (reaches or len(wide) == len(heads)) and len(said) >= _FEWEST

    def _is_below(
        self,
        own: Sequence[ReadCell],
        over: Mapping[int, ReadCell],
        heads: Sequence[ReadCell],
        row: int,
    ) -> bool:
        """Tell a row below captions from one that has pairs of its own."""
        if len(over) < _FEWEST and not (over and len(own) <= _FEWEST):
            return False
        if self._ends_count(own, heads):
            return False
        if self._are_of_goals(own) and not self._are_of_goals(heads):
            return False  # goals are below no headings of the money
        first = heads[0].text if heads else ""
        inner = [c for c in own[1:] if c.column in over and over[c.column].text != first]
        most = _LIKELY if row > self._last_of_bands else SURE
        return not any(self._weight(c) >= most for c in inner)

    def _below(
        self, own: Sequence[ReadCell], over: Mapping[int, ReadCell], heads: Sequence[ReadCell]
    ) -> None:
        """Settle a row below captions: its first words are its name, the rest are values."""
        kinds: list[Kind] = []
        is_named = False
        for number, cell in enumerate(own):
            plain = squeezed(cell.text)
            head = over.get(cell.column)
            is_second = head is not None and head is not heads[0] and head.text == heads[0].text
            if not is_named and number == 0 and self._is_serial(plain, head):
                kinds.append("caption")
            elif (
                plain
                and self._weight(cell) > _MAY_NAME
                and (is_second or (not is_named and number < _FEWEST))
            ):
                kinds.append("caption")
                is_named = True
            else:
                kinds.append("value")
                is_named = True
            if head is not None:
                self._heads[cell.row, cell.column] = head
        self._settle(own, kinds)

    def _is_serial(self, plain: str, head: ReadCell | None) -> bool:
        """Tell the number of a row."""
        is_number = _SERIAL.fullmatch(plain) is not None
        return is_number and (head is None or self._book.columns.role(head.text) == "number")

    def _settle(self, own: Sequence[ReadCell], kinds: Sequence[Kind]) -> None:
        for cell, kind in zip(own, kinds, strict=True):
            self._kinds[cell.row, cell.column] = "value" if id(cell) in self._pairs else kind


def _years_across(table: ReadTable) -> Iterator[ReadCell]:
    """Give the years that stand beside each other over columns; one alone is a value."""
    for number in range(len(table.grid)):
        years = [c for c in table.cells(number) if c.row == number and is_year(c.text)]
        if len({squeezed(c.text) for c in years}) > 1:
            yield from years
