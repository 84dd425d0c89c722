"""The rows of items that a form scores beside its indicators."""

from collections.abc import Callable

from generator.model.blocks import Cell, Row
from generator.model.figure_id import FigureId
from generator.model.spans import Spans
from generator.score.score_sheet import ItemScore, PartScore
from generator.tables.equal_groups import merged, spans, words
from generator.tables.form_cells import FormCells
from generator.tables.form_fields import ITEM_ROW
from generator.tables.material import Material

TABLE = "answers"
Say = Callable[[tuple[str | int, ...], str], Spans]


class ItemRows:
    """Makes the rows of one subject."""

    def __init__(self, material: Material, cells: FormCells, say: Say) -> None:
        self._material, self._cells, self._say = material, cells, say
        self._owner = material.subject.id

    def make(self) -> tuple[Row, ...]:
        """Make the rows of all parts in the order of the scheme."""
        lines = [(part, item) for part in self._material.sheet.parts for item in part.items]
        groups = [part.id for part, _ in lines]
        whole = {
            "part": [words(part.label) for part, _ in lines],
            "part_weight": [self._of_part(part, "weight") for part, _ in lines],
            "part_score": [self._reached(self._of_part(part, "score")) for part, _ in lines],
        }
        columns = {name: merged(cells, groups) for name, cells in whole.items()}
        rows = []
        for index, (_, item) in enumerate(lines):
            own = {**{name: cells[index] for name, cells in columns.items()}, **self._row(item)}
            rows.append(Row({name: own[name] for name in ITEM_ROW}, item.id))
        return tuple(rows)

    def _row(self, item: ItemScore) -> dict[str, Cell]:
        name, said = item.item.name, item.said
        is_asked = item.item.judge == "answer"
        answer = self._quoted("answer", item)
        made = {
            "weight": self._number("weight", item),
            "answer": self._cells.needed(answer) if is_asked else answer,
            "score": self._cells.needed(self._number("score", item)),
            "reason": spans(self._say((*item.keys, "reason"), said.reason))
            if said is not None and said.reason
            else Cell(),
        }
        reached = {n: c if n == "weight" else self._reached(c) for n, c in made.items()}
        filled = self._cells.filled(reached, TABLE, name)
        return {"name": words(name), "standard": words(item.item.standard), **filled}

    def _of_part(self, part: PartScore, name: str) -> Cell:
        figure_id = FigureId.part(self._owner, part.id, name)
        return self._cells.number(TABLE, f"part_{name}", figure_id)

    def _number(self, name: str, item: ItemScore) -> Cell:
        return self._cells.number(TABLE, name, FigureId.item(self._owner, item.id, name))

    def _quoted(self, name: str, item: ItemScore) -> Cell:
        return self._cells.quoted(TABLE, name, FigureId.item(self._owner, item.id, name))

    def _reached(self, cell: Cell) -> Cell:
        return Cell() if self._material.is_spring else cell
