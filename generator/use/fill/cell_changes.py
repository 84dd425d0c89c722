"""What a single cell of a workbook changes in the file that it is of, or why it changes nothing."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import TomlFile, value_at
from generator.base.toml_change import Change, FileChange, Remove, SetValue
from generator.excel.form.plain_words import plain_words, same_words
from generator.excel.form.slot import SlotKind
from generator.use.fill.cell import Cell, quoted_by_name, short, unquoted
from generator.use.fill.taken_before import BLANK, Digests, cell_id
from generator.use.fill.three_versions import Verdict, weigh
from generator.use.fill.typed_cells import Models
from generator.use.fill.workbook_account import Answer, Entry
from generator.use.fill.workbook_rows import RowNumbers

_KEPT_BLANK = (SlotKind.TEXT, SlotKind.QUANTITY)
_FREE = ("text", "text-after", "titles", "facts", "fields", "tables")


class Proposed(NamedTuple):
    """A change of a file, and what is told of it when it is made."""

    change: FileChange
    entries: tuple[Entry, ...]
    cells: tuple[Cell, ...]


class CellChanges:
    """Weighs the cells of one file of the dossier, and keeps what is told of those that change nothing."""

    def __init__(
        self, subject: str, file: TomlFile, models: Models, before: Digests, rows: RowNumbers
    ) -> None:
        self.file, self.models, self.subject, self.rows = file, models, subject, rows
        self._before = before
        self.left: list[Entry] = []

    def single(self, cell: Cell, keys: KeyPath) -> Iterator[Proposed]:
        """Weigh one cell that the file has a place for."""
        if cell.slot.kind is SlotKind.GIVEN:
            return
        file = self.says(cell.slot.kind, keys)
        if file is None:
            if not same_words(cell.words, cell.slot.base):
                self.leave(Answer.LOCKED, cell, "填报里这一处写得比一格能放的多，请改输入")
            return
        verdict = self.weighed(cell, cell.words, file)
        if verdict is Verdict.CONFLICT:
            self.leave(Answer.CONFLICT, cell, f"填报里现在是“{short(file)}”，留着填报里的", file)
        elif verdict is Verdict.TAKE:
            change = self._change(cell, keys)
            if change is not None:
                told = [unquoted(file, cell.words), beside(cell)]
                if keys[-1] == "name" and cell.words.strip():
                    told.append(quoted_by_name(self.file.text, file, cell.words.strip()))
                reason = "；".join(filter(None, told))
                entry = self.entry(Answer.TAKEN, cell, reason, file)
                yield Proposed(FileChange(self.file, change), (entry,), (cell,))

    def _change(self, cell: Cell, keys: KeyPath) -> Change | None:
        slot = cell.slot
        if not cell.words.strip():
            if self.models.is_required(self.subject, keys):
                self.leave(Answer.REFUSED, cell, "这一栏不能空；整行不要的，请把整行都清空")
                return None
            is_kept = slot.kind in _KEPT_BLANK and not set(keys) & set(_FREE)
            return SetValue(keys, "") if is_kept else Remove(keys)
        checked = self.models.check(self.subject, keys, slot, cell.words)
        if checked.fault:
            self.leave(Answer.REFUSED, cell, checked.fault)
            return None
        return SetValue(keys, checked.value)

    def weighed(self, cell: Cell, words: str, file: str) -> Verdict:
        """Weigh what a cell would say against what the file says."""
        return weigh(cell.slot.base, words, file, self.taken(cell))

    def was_taken(self, cells: Sequence[Cell]) -> bool:
        """Tell cells of which something was taken before."""
        return any(self.taken(c) not in ("", BLANK) for c in cells)

    def taken(self, cell: Cell) -> str:
        """Return the digest of what was taken from a cell last."""
        return self._before.get(cell_id(cell.marks), "")

    def says(self, kind: SlotKind, keys: KeyPath) -> str | None:
        """Return what the file says at a key, in plain words."""
        return plain_words(kind, value_at(self.file.data, keys)) if keys else None

    def is_as_in_file(self, cell: Cell) -> bool:
        """Tell a cell that says what the file says."""
        keys = self.rows.current(cell.slot.keys) or ()
        return same_words(self.says(cell.slot.kind, keys) or "", cell.words)

    def leave(self, answer: Answer, cell: Cell, reason: str, file: str = "") -> None:
        """Note a cell that changes nothing, and why."""
        self.left.append(self.entry(answer, cell, reason, file))

    def entry(self, answer: Answer, cell: Cell, reason: str, file: str) -> Entry:
        """Return what is told of a cell."""
        return Entry(answer, cell.now.place, cell.slot.title, file, cell.words, reason)


def beside(cell: Cell) -> str:
    """Say what is told beside the value: it is that of a formula, or of a row that nobody sees."""
    now = cell.now
    told = [f"只取公式 {short(now.formula)} 算出的数"] if now.formula else []
    return "；".join([*told, *(["这一行（列）是隐藏的"] if now.is_folded else [])])
