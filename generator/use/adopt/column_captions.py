"""Captions that stand over the columns of the rows below them, told from a row of pairs."""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from generator.model.foreign_document import ReadCell, ReadTable
from generator.read.goal_cells import counted
from generator.read.label_book import LabelBook
from generator.read.printed_values import squeezed
from generator.use.adopt.caption_words import SURE
from generator.use.adopt.row_kinds import RowKinds

_HOLDS = -1.4  # weight of words that are more of a value
_FEWEST = 2
_NUMBER = "number"
_COLUMNS = 4  # so many captions beside each other that some of them may be unknown


class Headers:
    """Tells the headers of one table."""

    def __init__(
        self, table: ReadTable, weights: Mapping[int, float], kinds: RowKinds, book: LabelBook
    ) -> None:
        self._table, self._weights, self._kinds, self._book = table, weights, kinds, book

    def _weight(self, cell: ReadCell) -> float:
        return self._weights[id(cell)]

    def header(self, row: int, own: Sequence[ReadCell]) -> tuple[ReadCell, ...]:
        """Return the captions of columns in a row; nothing where it has none."""
        columns = [c for c in own if c.text.strip()]
        if columns and columns[0] is own[0] and own[0].height > 1:
            columns = columns[1:]
        if len(columns) < _FEWEST or any(self._weight(c) < 0 for c in columns):
            return ()
        if any(not c.text.strip() for c in own if c.column > columns[0].column):
            return ()  # a blank behind a caption is for its value
        is_sure = self.are_twins(columns) or self._is_over_counted(columns)
        return tuple(columns) if is_sure else self._over_values(row, own, columns)

    def _over_values(
        self, row: int, own: Sequence[ReadCell], columns: Sequence[ReadCell]
    ) -> tuple[ReadCell, ...]:
        """Return captions where values stand below nearly all of them."""
        pairs = own if columns[0] is own[0] else columns
        is_full = all(c.text.strip() for c in pairs)
        if (
            is_full
            and self._kinds.turns(pairs)
            and self._kinds.of_turns(pairs) > sum(map(self._weight, pairs))
        ):
            return ()
        bottom = row + min(c.height for c in columns)
        under = [c for c in self.own(bottom) if head_over(c, columns) is not None]
        named = sum(self._weight(c) >= 1 for c in columns)
        if len(under) >= _FEWEST and all(self._weight(c) > 0 for c in under):
            is_split = len(under) > len(columns) or any(c.row + c.height > bottom for c in columns)
            split = sum(self._weight(c) >= 1 for c in under)
            is_named = named * 3 >= len(columns) * 2 or split * 3 >= len(under) * 2
            if len(columns) == _FEWEST and named < _FEWEST:
                return ()  # a label with its value over the header of something else
            return tuple(columns) if is_split and is_named else ()
        inner = [c for c in under if head_over(c, columns) is not columns[0]] or under
        held = sum(self._weight(c) <= _HOLDS for c in inner)
        sure = sum(self._weight(c) >= SURE for c in inner)
        if not inner or sure or held * 3 < len(inner):
            return ()
        if self._is_over_figures(columns, bottom):
            return tuple(columns)
        if len(columns) == _FEWEST:
            is_enough = named == _FEWEST or (named == 1 and self._weight(under[0]) < 0)
        else:
            is_enough = named * 3 >= len(columns) * 2 or (
                held == len(inner) and named * 2 >= len(columns)
            )
            is_enough = is_enough or self._is_contrast(columns, under, held)
        return tuple(columns) if is_enough else ()

    def are_twins(self, columns: Sequence[ReadCell]) -> bool:
        """Tell headings of two lists side by side: names and amounts, then names and amounts again."""
        names, amounts = columns[::2], columns[1::2]
        if len(columns) < _COLUMNS or len(names) != len(amounts):
            return False
        if len({squeezed(c.text) for c in amounts}) > 1 or self._book.money.is_figure(
            amounts[0].text
        ):
            return False
        below = [self._table.at(c.row + c.height, c.column) for c in amounts]
        return all(
            b is not None and (b.column, b.end) == (c.column, c.end) and self._may_be_figure(b)
            for b, c in zip(below, amounts, strict=True)
        ) and any(b is not None and b.text.strip() for b in below)

    def _is_over_counted(self, columns: Sequence[ReadCell]) -> bool:
        """Tell headings of a list whose rows are counted: 序号 over one and two."""
        first, bottom = columns[0], columns[0].row + columns[0].height
        if len(columns) <= _FEWEST or self._book.columns.role(first.text) != _NUMBER:
            return False
        below = [self._table.at(row, first.column) for row in (bottom, bottom + 1)]
        numbers = [counted(c.text) for c in below if c is not None and c.end == first.end]
        return numbers == [1, 2]

    def _may_be_figure(self, cell: ReadCell) -> bool:
        return not cell.text.strip() or self._book.money.is_figure(cell.text)

    def begins(self, row: int, own: Sequence[ReadCell]) -> bool:
        """Tell a new header in the rows below another: nothing but captions, some of them known."""
        if self._begins_anew(row, own):
            return True
        known = sum(self._weight(c) >= 1 for c in own)
        is_said = all(self._weight(c) > 0 for c in own)
        return len(own) >= _COLUMNS and known >= _FEWEST and is_said and bool(self.header(row, own))

    def _begins_anew(self, row: int, own: Sequence[ReadCell]) -> bool:
        """Tell words over figures, beside the name of their block: a header below another one."""
        columns = own[1:] if own[0].height > 1 else ()
        is_said = len(columns) > _FEWEST and all(self._weight(c) > 0 for c in columns)
        return is_said and self._is_over_figures(columns, row + 1)

    def _is_over_figures(self, columns: Sequence[ReadCell], row: int) -> bool:
        """Tell captions over figures: neighbours that have figures below them in two rows."""
        two = [{c.column: c for c in self.own(at)} for at in (row, row + 1)]
        over = [
            all(h.column in own and self._is_figure(own[h.column], h) for own in two)
            for h in columns
        ]
        return any(a and b for a, b in pairwise(over))

    def _is_figure(self, cell: ReadCell, head: ReadCell) -> bool:
        return cell.end == head.end and self._book.money.is_figure(cell.text)

    def _is_contrast(
        self, columns: Sequence[ReadCell], under: Sequence[ReadCell], held: int
    ) -> bool:
        """Tell captions of which each is known or stands over what no caption says."""
        if len(columns) < _COLUMNS or len(under) < len(columns) or held * 2 < len(columns):
            return False
        pairs = zip(columns[1:], under[-len(columns) + 1 :], strict=True)
        return all(self._weight(c) >= 1 or self._weight(u) <= _HOLDS for c, u in pairs)

    def own(self, row: int) -> list[ReadCell]:
        """Return the cells that begin in a row."""
        if row >= len(self._table.grid):
            return []
        return [c for c in self._table.cells(row) if c.row == row]


def head_over(cell: ReadCell, heads: Sequence[ReadCell]) -> ReadCell | None:
    """Return the caption over a cell: no narrower than that."""
    for head in heads:
        if head.column <= cell.column and cell.end <= head.end and head.row < cell.row:
            return head
    return None
