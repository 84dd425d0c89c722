"""The changes that a filled workbook makes to the files of its dossier, and what becomes of the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from generator.base.positions import KeyPath
from generator.base.toml import TomlFile, value_at
from generator.base.toml_change import AppendRow, Change, FileChange, Remove, SetValue
from generator.excel.form.form_map import Marks
from generator.excel.form.plain_words import Meant, plain_words, same_words
from generator.excel.form.slot import NAME, VALUE, ListKind, Slot, SlotKind
from generator.excel.form.workbook_reading import CellNow, Filled
from generator.use.fill.cell import CLASS, Cell, is_left_blank, short, title_of, unquoted, was_blank
from generator.use.fill.taken_before import Digests, cell_id
from generator.use.fill.three_versions import Verdict, weigh
from generator.use.fill.typed_cells import Models, words_in
from generator.use.fill.workbook_account import Answer, Entry
from generator.use.fill.workbook_rows import RowNumbers

_KEPT_BLANK = (SlotKind.TEXT, SlotKind.QUANTITY)
_FREE = ("text", "text-after", "titles", "facts", "fields", "tables")
_GONE_ROW = "这一行在填报里已经没有了"


class Proposed(NamedTuple):
    """A change of a file, and what is told of it when it is made."""

    change: FileChange
    entries: tuple[Entry, ...]
    cells: tuple[Cell, ...]


class Changes:
    """Works out the changes of one file of the dossier."""

    def __init__(
        self, filled: Filled, subject: str, file: TomlFile, models: Models, before: Digests
    ) -> None:
        self._subject, self._file, self._models, self._before = subject, file, models, before
        lists = [own for own in filled.form.lists if own.subject == subject]
        own = {m: s for m, s in filled.form.slots.items() if s.subject == subject}
        self._rows = RowNumbers(lists, own.values(), file.data)
        self.left: list[Entry] = []
        self._cells = list(self._read(own, filled.cells))

    def proposed(self) -> Iterator[Proposed]:
        """Go through the changes: single cells, rows that came, rows that were emptied."""
        rows: dict[KeyPath, list[Cell]] = {}
        for cell in self._cells:
            row = self._rows.row_of(cell.slot.keys)
            if row:
                rows.setdefault(row, []).append(cell)
            else:
                yield from self._single(cell, cell.slot.keys)
        begun = {keys[:-1] for keys, cells in rows.items() if self._is_begun(keys, cells)}
        for keys, cells in rows.items():
            if is_left_blank(cells):
                yield from self._left_blank(keys, cells) if keys[:-1] in begun else ()
            else:
                yield from self._row(keys, cells)

    def _read(self, slots: Mapping[Marks, Slot], cells: Mapping[Marks, CellNow]) -> Iterator[Cell]:
        for marks, slot in slots.items():
            now = cells.get(marks)
            if now is None:
                continue
            said = Meant(now.text) if slot.kind is SlotKind.GIVEN else words_in(slot, now)
            if said.fault:
                self._leave(Answer.REFUSED, Cell(marks, slot, now, now.text), said.fault)
                continue
            if slot.kind is SlotKind.GIVEN and not same_words(said.words, slot.base):
                reason = "这一格印好了，不能改；已按原来的算"
                self._leave(Answer.REFUSED, Cell(marks, slot, now, now.text), reason)
                said = Meant(slot.base)
            yield Cell(marks, slot, now, said.words)

    def _is_begun(self, keys: KeyPath, cells: Sequence[Cell]) -> bool:
        """Tell a row that had nothing but its class, and has more now: somebody fills the list in."""
        is_blank = self._rows.is_new(keys) or was_blank(cells)
        typed = (c for c in cells if c.slot.keys[-1] != CLASS and c.slot.kind is not SlotKind.GIVEN)
        return is_blank and any(c.words.strip() for c in typed)

    def _left_blank(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        """Take away a row of which only the class is there: the unit has nothing of that class."""
        there = self._rows.current(keys)
        if there is None or not all(self._is_as_in_file(c) for c in cells):
            return
        path = next(c.words for c in cells if c.slot.keys[-1] == CLASS)
        shown = next((c for c in cells if c.slot.keys[-1] == "name"), cells[0])
        entry = Entry(Answer.TAKEN, shown.now.place, "删去一行", path, "", "没有填")
        yield Proposed(FileChange(self._file, Remove(there)), (entry,), ())

    def _row(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        if self._rows.kind_at(keys[:-1]) is ListKind.PAIRS:
            yield from self._pair(keys, cells)
        elif self._rows.is_new(keys) or (self._rows.current(keys) is None and was_blank(cells)):
            yield from self._new_row(keys, cells)
        elif self._rows.current(keys) is None:
            touched = [c for c in cells if not same_words(c.words, c.slot.base)]
            for cell in () if self._is_emptied(cells) else touched:  # gone on both sides
                self._leave(Answer.UNPLACED, cell, _GONE_ROW)
        elif self._is_emptied(cells) and not self._holds_rows(keys):
            yield from self._emptied(keys, cells)
        else:
            for cell in cells:
                yield from self._single(cell, self._rows.current(cell.slot.keys) or ())

    def _single(self, cell: Cell, keys: KeyPath) -> Iterator[Proposed]:
        """Weigh one cell that the file has a place for."""
        if cell.slot.kind is SlotKind.GIVEN:
            return
        file = self._file_says(cell.slot.kind, keys)
        if file is None:
            if not same_words(cell.words, cell.slot.base):
                self._leave(Answer.REFUSED, cell, "填报里这一处写得比一格能放的多，请改输入")
            return
        verdict = weigh(cell.slot.base, cell.words, file, self._taken(cell))
        if verdict is Verdict.CONFLICT:
            self._leave(Answer.CONFLICT, cell, f"填报里现在是“{short(file)}”，留着填报里的", file)
        elif verdict is Verdict.TAKE:
            change = self._change(cell, keys)
            if change is not None:
                entry = self._entry(Answer.TAKEN, cell, unquoted(file, cell.words), file)
                yield Proposed(FileChange(self._file, change), (entry,), (cell,))

    def _change(self, cell: Cell, keys: KeyPath) -> Change | None:
        slot = cell.slot
        if not cell.words.strip():
            if self._models.is_required(self._subject, keys):
                self._leave(Answer.REFUSED, cell, "这一栏不能空；整行不要的，请把整行都清空")
                return None
            is_kept = slot.kind in _KEPT_BLANK and not set(keys) & set(_FREE)
            return SetValue(keys, "") if is_kept else Remove(keys)
        checked = self._models.check(self._subject, keys, slot, cell.words)
        if checked.fault:
            self._leave(Answer.REFUSED, cell, checked.fault)
            return None
        return SetValue(keys, checked.value)

    def _is_emptied(self, cells: Sequence[Cell]) -> bool:
        """Tell a row that held something and holds nothing now, but for what was printed there."""
        typed = [c for c in cells if c.slot.kind is not SlotKind.GIVEN]
        return any(c.slot.base for c in typed) and not any(c.words.strip() for c in typed)

    def _holds_rows(self, keys: KeyPath) -> bool:
        """Tell a row that holds rows of its own: it is never taken away by the cells before them."""
        row = value_at(self._file.data, self._rows.current(keys) or ())
        held = row.values() if isinstance(row, dict) else ()
        return any(isinstance(v, list) and v and isinstance(v[0], dict) for v in held)

    def _emptied(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        there = self._rows.current(keys) or ()
        title = title_of(cells)
        for cell in cells:
            says = self._file_says(cell.slot.kind, self._rows.current(cell.slot.keys) or ())
            is_own = cell.slot.kind is SlotKind.GIVEN or says == ""
            if not is_own and (says is None or weigh(cell.slot.base, "", says) is not Verdict.TAKE):
                reason = f"这一行清空了，填报里“{cell.slot.title}”又改过，没有删"
                self._leave(Answer.CONFLICT, cell, reason, says or "")
                return
        first = next(c for c in cells if c.slot.base)
        entry = Entry(Answer.TAKEN, first.now.place, "删去一行", title, "")
        yield Proposed(FileChange(self._file, Remove(there)), (entry,), tuple(cells))

    def _new_row(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        typed = [c for c in cells if c.words.strip()]
        if not any(c.slot.kind is not SlotKind.GIVEN for c in typed):
            return
        words = {str(c.slot.keys[-1]): c.words for c in typed if len(c.slot.keys) == len(keys) + 1}
        there = self._rows.like(keys[:-1], words)
        if there is not None:
            self._rows.take(keys[:-1], int(keys[-1]), int(there[-1]))
            for cell in cells:
                yield from self._single(cell, (*there, *cell.slot.keys[len(keys) :]))
            return
        path = self._rows.current(keys[:-1])
        if path is None:
            for cell in typed:
                self._leave(Answer.UNPLACED, cell, _GONE_ROW)
            return
        row = self._values(keys, path, typed)
        if row is None:
            return
        if missing := self._missing(path, row):
            self._leave(Answer.REFUSED, typed[0], f"新加的一行还缺：{'、'.join(missing)}")
            return
        entry = Entry(Answer.TAKEN, typed[0].now.place, "新加一行", "", title_of(typed))
        change = FileChange(self._file, AppendRow(path, row))
        yield Proposed(change, (entry,), tuple(typed))

    def _values(self, keys: KeyPath, path: KeyPath, cells: Sequence[Cell]) -> dict[str, Any] | None:
        row: dict[str, Any] = {}
        for cell in cells:
            inner = cell.slot.keys[len(keys) :]
            slot = cell.slot
            if slot.kind is SlotKind.GIVEN:
                slot = slot._replace(kind=SlotKind.TEXT)
            checked = self._models.check(self._subject, (*path, 0, *inner), slot, cell.words)
            if checked.fault:
                self._leave(Answer.REFUSED, cell, f"{checked.fault}；这一行没有填入")
                return None
            table = row
            for key in inner[:-1]:
                table = table.setdefault(str(key), {})
            table[str(inner[-1])] = checked.value
        return row

    def _missing(self, path: KeyPath, row: Mapping[str, Any]) -> list[str]:
        wanted = self._models.required(self._subject, (*path, 0))
        return [title for key, title in wanted if key not in row]

    def _pair(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        """Take a new name with its value."""
        by_key = {str(cell.slot.keys[-1]): cell for cell in cells}
        name, value = by_key.get(NAME), by_key.get(VALUE)
        if name is None or value is None or not (name.words.strip() or value.words.strip()):
            return
        there = self._rows.current(keys[:-1])
        if there is None or not name.words.strip():
            reason = "没有写名称" if there is not None else _GONE_ROW
            self._leave(Answer.REFUSED, value, reason)
            return
        yield from self._single(value, (*there, name.words.strip()))

    def _is_as_in_file(self, cell: Cell) -> bool:
        keys = self._rows.current(cell.slot.keys) or ()
        return same_words(self._file_says(cell.slot.kind, keys) or "", cell.words)

    def _file_says(self, kind: SlotKind, keys: KeyPath) -> str | None:
        return plain_words(kind, value_at(self._file.data, keys)) if keys else None

    def _taken(self, cell: Cell) -> str:
        return self._before.get(cell_id(cell.marks), "")

    def _leave(self, answer: Answer, cell: Cell, reason: str, file: str = "") -> None:
        self.left.append(self._entry(answer, cell, reason, file))

    def _entry(self, answer: Answer, cell: Cell, reason: str, file: str) -> Entry:
        return Entry(answer, cell.now.place, cell.slot.title, file, cell.words, reason)
