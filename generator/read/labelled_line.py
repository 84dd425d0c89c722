"""Lines that hold labels and values themselves: 单位名称：某局　　填报日期：2024年3月15日."""

import re

from generator.base.pattern import Pattern
from generator.model.foreign_document import ReadCell
from generator.read.cell_kinds import is_question, looks_like_label
from generator.read.labelled_values import FieldTaker
from generator.read.printed_values import labelled_parts, number, squeezed
from generator.read.question_line import question_and_answer
from generator.read.reading_order import Desk
from generator.read.table_rows import Spot

_PAIR = Pattern(r"\s*([^:：\n]{2,24}?)\s*[:：](.*)", re.DOTALL)
# （自评等级：优）: a line in brackets is a line.
_WHOLE = Pattern(r"^[（(]([^（）()]*[:：][^（）()]*)[）)]$")
_LONGEST_LINE, _LONGEST_VALUE, _LONGEST_NAME = 120, 60, 14
_YEAR = Pattern(r"[（(]?(?:19|20)[0-9]{2}年度?[）)]?")


class LineReader:
    """Reads cells in which labels stand with their values."""

    def __init__(self, desk: Desk, fields: FieldTaker) -> None:
        self._desk, self._fields = desk, fields
        self._is_execution = False

    def read(self, cell: ReadCell, *, is_execution: bool = False) -> bool:
        """Read one cell; tell whether anything in it was understood.

        Beside the rate of the execution points are those of the execution, no total.
        """
        text = _WHOLE.sub(r"\1", cell.text.strip())
        parts = labelled_parts(text) if len(text) <= _LONGEST_LINE else [text]
        pieces = [piece for part in parts for piece in self._pieces(part)]
        self._is_execution = is_execution or self._tells_execution(pieces)
        taken = [self._part(piece, cell) for piece in pieces]
        if not any(taken):
            return False
        if cell.place not in self._desk.tally.furniture or len(pieces) > 1:
            self._desk.tally.use(cell.place, "line")
        for piece, is_taken in zip(pieces, taken, strict=True):
            if not is_taken and squeezed(piece):
                self._desk.leave(cell.place, piece, "这一部分没有认出的栏目名")
        return True

    def _tells_execution(self, pieces: list[str]) -> bool:
        """Tell a line that says the rate of the execution before its points."""
        pairs = [pair for piece in pieces if (pair := self._pair(piece)) is not None]
        return any(self._desk.book.role(label) == "rate" for label, _ in pairs)

    def _pieces(self, part: str) -> list[str]:
        """Cut what stands behind wide gaps off: 公开14表　　2023年度."""
        if len(part) > _LONGEST_LINE:
            return [part]
        pair = _PAIR.fullmatch(part)
        if pair and pair[2].strip():
            head, *rest = re.split(r"\t+|[ 　]{3,}", pair[2].strip())
            return [f"{pair[1]}：{head}", *rest]
        return [piece for piece in re.split(r"\t+|[ 　]{3,}", part) if piece.strip()]

    def _part(self, part: str, cell: ReadCell) -> bool:
        """Read one label with its value."""
        desk = self._desk
        if _YEAR.fullmatch(squeezed(part)):
            desk.note_year(part)
            return True
        if desk.book.phrases.is_form_number(part):
            return True
        pair = self._pair(part)
        if pair is None:
            return False
        label, said = pair
        inside = ReadCell(said, cell.place, cell.row, cell.column)
        role = desk.book.role(label)
        is_unit = role == "measure-unit" or (not role and len(part) <= _LONGEST_VALUE)
        if is_unit and desk.note_money_unit(part) and number(said) is None:
            return True
        if role == "funds" and desk.book.money.amount(said, "元") is not None:
            role = "fund-total"
        if role and role != "measure-unit":
            if self._is_execution and role in ("weight", "score"):
                self._fields.execution(role, inside)
            else:
                self._fields.take(Spot(cell._replace(text=label), role), inside)
            desk.note_year(part if len(part) <= _LONGEST_LINE else "")
            return True
        if desk.book.phrases.is_part(part) and desk.book.money.amount(said, "元") is not None:
            self._fields.take(Spot(cell._replace(text=label), "fund-source"), inside)
            return True
        is_named = len(label) <= _LONGEST_NAME or is_question(label)
        is_short = is_named and len(said) <= _LONGEST_VALUE
        if not is_short or not looks_like_label(label, desk.book):
            return False
        self._fields.own.put(label, inside)
        return True

    def _pair(self, part: str) -> tuple[str, str] | None:
        """Part a label from its value; 其中：is no label where another one follows."""
        text = part.strip()
        for word in self._desk.book.phrases.words("breakdown"):
            rest = re.sub(rf"^{re.escape(word)}\s*[:：]", "", text)
            if rest != text and re.search("[:：]", rest):
                text = rest
        if asked := question_and_answer(text, self._desk.book.phrases):
            return asked
        found = _PAIR.fullmatch(text)
        return (found[1], found[2].strip()) if found else None
