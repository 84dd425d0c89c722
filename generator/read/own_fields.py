"""Fields that a form has and our inputs have not: kept under the name that the form gives them."""

from decimal import Decimal

from generator.base.document_place import DocumentPlace
from generator.base.toml import KeyPath
from generator.model.foreign_document import ReadCell
from generator.read.cell_kinds import is_question
from generator.read.label_book import without_number
from generator.read.printed_values import one_line, squeezed, words
from generator.read.reading_order import Desk

NAME_LENGTH = 40
NUMBER = "行号"
INSTRUCTION, PLACEHOLDER, LABEL, UNTICKED, NOTE = "说明", "占位", "栏目名", "没有勾选", "附注"


class OwnFields:
    """Writes [fields] of the open subject."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def furnish(self, cell: ReadCell) -> bool:
        """Set a cell aside that says nothing of its own: blank, a placeholder, an instruction."""
        said = self._desk.book.phrases
        if said.says_nothing(cell.text) or said.is_placeholder(cell.text):
            self._desk.tally.furnish(cell.place, PLACEHOLDER)
        elif said.is_instruction(cell.text):
            self._desk.tally.furnish(cell.place, INSTRUCTION)
        else:
            return False
        return True

    def put(self, label: str, cell: ReadCell) -> None:
        """Keep what a cell says under its label; of options the one that is ticked."""
        if self.furnish(cell):
            return
        text, said = words(cell.text), self._desk.book.phrases
        ticked = said.ticked(text)
        if ticked is not None:
            if not ticked:
                self._desk.tally.furnish(cell.place, UNTICKED)
                return
            chosen = "、".join(ticked)
            self._remark(f"“{text}”取勾选的“{chosen}”，其余选项没有导入（{cell.place}）")
            self.answer(self.name_of(label), chosen, cell.place)
            return
        if is_question(label) and squeezed(text) in (*said.words("answer"), *said.words("tick")):
            self._desk.answers.add(cell.place)
        self.keep(self.name_of(label), text, cell.place)

    def answer(self, name: str, chosen: str, place: DocumentPlace) -> None:
        """Keep the option of a question that is ticked."""
        self._desk.answers.add(place)
        self.keep(name, chosen, place)

    def number(self, cell: ReadCell) -> None:
        """Set the number of a row aside."""
        self._desk.tally.furnish(cell.place, NUMBER)

    def put_note(self, cell: ReadCell, label: str = "") -> None:
        """Set a note of the form aside; what a note says of the unit is kept under the note's word."""
        phrases = self._desk.book.phrases
        if phrases.is_form_note(cell.text):
            self._desk.tally.furnish(cell.place, NOTE)
            return
        word, said = phrases.note(cell.text)
        self.put(word or label or NOTE, cell._replace(text=said))

    def _remark(self, text: str) -> None:
        holder = self._desk.subject if self._desk.subject is not None else self._desk.draft
        holder.remarks.append(" ".join(text.split()))

    def keep(self, name: str, text: str | Decimal, place: DocumentPlace) -> None:
        """Write a field; a second one of the same name that says something else bears a number."""
        subject, said = self._desk.subject, str(text)
        if not name:
            self._desk.draft.leave(place, said, "没有栏目名")
        elif subject is None:
            self._desk.waiting.append((("fields", name), said, place))
        else:
            keys: KeyPath = ("fields", name)
            number = 1
            while (old := subject.get(keys)) and old != said:
                number += 1
                keys = ("fields", f"{name}（{number}）")
            subject.put(keys, said, place)

    def name_of(self, label: str) -> str:
        """Return a label as the name of a field: without its number, its colon, its instruction."""
        name = self._desk.book.phrases.without_seal(without_number(one_line(label)))
        return name.strip(" :：*、").replace("\n", "")[:NAME_LENGTH]
