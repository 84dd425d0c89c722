"""The changes that a filled workbook makes to a file of its dossier, and what becomes of the rest."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.base.positions import KeyPath
from generator.base.toml import TomlFile, value_at
from generator.base.toml_change import AppendRow, FileChange, Remove
from generator.excel.form.form_map import Marks
from generator.excel.form.plain_words import Meant, same_words
from generator.excel.form.returned_sheet import CellNow
from generator.excel.form.slot import ListKind, Slot, SlotKind
from generator.excel.form.workbook_reading import Filled
from generator.use.fill.cell import CLASS, Cell, is_left_blank, shown_of, title_of, was_blank
from generator.use.fill.cell_changes import CellChanges, Proposed, beside
from generator.use.fill.pair_changes import GONE_ROW, pair
from generator.use.fill.taken_before import Digests, cell_id
from generator.use.fill.three_versions import Verdict
from generator.use.fill.typed_cells import Models, words_in
from generator.use.fill.workbook_account import Answer, Entry
from generator.use.fill.workbook_rows import RowNumbers


class Changes:
    """Works out the changes of one file of the dossier."""

    def __init__(
        self, filled: Filled, subject: str, file: TomlFile, models: Models, before: Digests
    ) -> None:
        self._file = file
        lists = [own for own in filled.form.lists if own.subject == subject]
        own = {m: s for m, s in filled.form.slots.items() if s.subject == subject}
        by_keys = {slot.keys: cell_id(marks) for marks, slot in own.items()}

        def taken(keys: KeyPath) -> str:
            return before.get(by_keys.get(keys, ""), "")

        self._rows = RowNumbers(lists, own.values(), file.data, taken)
        self._own = CellChanges(subject, file, models, before, self._rows)
        self._cells = list(self._read(own, filled.cells))

    @property
    def left(self) -> list[Entry]:
        """Return what is told of cells that change nothing."""
        return self._own.left

    @property
    def cells(self) -> Sequence[Cell]:
        """Return the cells of the file, as they came back."""
        return self._cells

    def proposed(self) -> Iterator[Proposed]:
        """Go through the changes: single cells, rows that came, rows that were emptied."""
        rows: dict[KeyPath, list[Cell]] = {}
        for cell in self._cells:
            row = self._rows.row_of(cell.slot.keys)
            if row:
                rows.setdefault(row, []).append(cell)
            else:
                yield from self._own.single(cell, cell.slot.keys)
        begun = {keys[:-1] for keys, cells in rows.items() if self._is_begun(keys, cells)}
        for keys, cells in rows.items():
            if is_left_blank(cells) and not self._is_cleared(cells):
                yield from self._left_blank(keys, cells) if keys[:-1] in begun else ()
            else:
                yield from self._row(keys, cells)

    def _read(self, slots: Mapping[Marks, Slot], cells: Mapping[Marks, CellNow]) -> Iterator[Cell]:
        targets = {
            slot.keys[:-1]: cells[marks].text
            for marks, slot in slots.items()
            if slot.keys[-1] == "target" and marks in cells
        }
        for marks, slot in slots.items():
            now = cells.get(marks)
            if now is None:
                continue
            target = targets.get(slot.keys[:-1], "") if slot.keys[-1] == "actual" else ""
            is_given = slot.kind is SlotKind.GIVEN
            said = Meant(now.text) if is_given else words_in(slot, now, target)
            if said.fault:
                self._own.leave(Answer.REFUSED, Cell(marks, slot, now, now.text), said.fault)
                continue
            if slot.kind is SlotKind.GIVEN and not same_words(said.words, slot.base):
                reason = "这一格印好了，不能改；已按原来的算"
                self._own.leave(Answer.LOCKED, Cell(marks, slot, now, now.text), reason)
                said = Meant(slot.base)
            words = said.words
            if slot.keys[-1] == CLASS and not is_given and words.strip():
                words = self._own.models.class_of(words)
            yield Cell(marks, slot, now, words)

    def _is_begun(self, keys: KeyPath, cells: Sequence[Cell]) -> bool:
        """Tell a row that had nothing but its class, and has more now: somebody fills the list in."""
        is_blank = self._rows.is_new(keys) or was_blank(cells)
        typed = (c for c in cells if c.slot.keys[-1] != CLASS and c.slot.kind is not SlotKind.GIVEN)
        return is_blank and any(c.words.strip() for c in typed)

    def _left_blank(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        """Take away a row of which only the class is there: the unit has nothing of that class."""
        there = self._rows.current(keys)
        if there is None or not all(self._own.is_as_in_file(c) for c in cells):
            return
        path = next(c.words for c in cells if c.slot.keys[-1] == CLASS)
        entry = Entry(Answer.TAKEN, shown_of(cells).now.place, "删去一行", path, "", "没有填")
        yield Proposed(FileChange(self._file, Remove(there)), (entry,), ())

    def _row(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        there = self._rows.current(keys)
        if self._rows.kind_at(keys[:-1]) is ListKind.PAIRS:
            yield from pair(self._own, keys, cells)
        elif there is None and (self._rows.is_new(keys) or was_blank(cells)):
            yield from self._new_row(keys, cells)
        elif there is None:
            touched = [c for c in cells if not same_words(c.words, c.slot.base)]
            for cell in () if self._is_cleared(cells) else touched:  # gone on both sides
                self._own.leave(Answer.UNPLACED, cell, GONE_ROW)
        elif self._is_cleared(cells) and not self._holds_rows(keys):
            yield from self._emptied(keys, cells)
        else:
            for cell in cells:
                yield from self._own.single(cell, self._rows.current(cell.slot.keys) or ())

    def _is_cleared(self, cells: Sequence[Cell]) -> bool:
        """Tell a row that held something and holds nothing now, but for its class and what is printed.

        Its class may stand far to the right, folded away, where nobody thinks of it.
        """
        typed = [c for c in cells if c.slot.kind is not SlotKind.GIVEN]
        if any(c.slot.keys[-1] == "name" for c in typed):
            others = [c for c in typed if c.slot.keys[-1] != CLASS]
            kept = [c for c in typed if c not in others and c.words.strip()]
            if all(same_words(c.words, c.slot.base) for c in kept):
                typed = others
        held = any(c.slot.base for c in typed) or self._own.was_taken(typed)
        return held and not any(c.words.strip() for c in typed)

    def _holds_rows(self, keys: KeyPath) -> bool:
        """Tell a row that holds rows of its own: it is never taken away by the cells before them."""
        row = value_at(self._file.data, self._rows.current(keys) or ())
        held = row.values() if isinstance(row, dict) else ()
        return any(isinstance(v, list) and v and isinstance(v[0], dict) for v in held)

    def _emptied(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        there = self._rows.current(keys) or ()
        says = [self._own.says(c.slot.kind, self._rows.current(c.slot.keys) or ()) for c in cells]
        for cell, said in zip(cells, says, strict=True):
            is_own = cell.slot.kind is SlotKind.GIVEN or said == ""
            if not is_own and (
                said is None or self._own.weighed(cell, "", said) is not Verdict.TAKE
            ):
                reason = f"这一行清空了，填报里“{cell.slot.title}”又改过，没有删"
                self._own.leave(Answer.CONFLICT, cell, reason, said or "")
                return
        named = [s for c, s in zip(cells, says, strict=True) if c.slot.keys[-1] == "name"]
        title = next((s for s in (*named, *says) if s), "") or title_of(cells)
        entry = Entry(Answer.TAKEN, shown_of(cells).now.place, "删去一行", title, "")
        cleared = tuple(cell._replace(words="") for cell in cells)
        yield Proposed(FileChange(self._file, Remove(there)), (entry,), cleared)

    def _new_row(self, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
        own = self._own
        typed = [c for c in cells if c.words.strip()]
        if not any(c.slot.kind is not SlotKind.GIVEN for c in typed):
            return
        words = {str(c.slot.keys[-1]): c.words for c in typed if len(c.slot.keys) == len(keys) + 1}
        there = self._rows.like(keys[:-1], words)
        if there is not None:
            self._rows.take(keys[:-1], int(keys[-1]), int(there[-1]))
            for cell in cells:
                yield from own.single(cell, (*there, *cell.slot.keys[len(keys) :]))
            return
        path = self._rows.current(keys[:-1])
        if path is None:
            for cell in typed:
                own.leave(Answer.UNPLACED, cell, GONE_ROW)
            return
        row = _values(own, keys, path, typed)
        if row is None:
            return
        if missing := _missing(own, path, row):
            own.leave(Answer.REFUSED, shown_of(typed), f"新加的一行还缺：{'、'.join(missing)}")
            return
        again = "上次取过，填报里已经没有这一行，重新加上" if own.was_taken(typed) else ""
        told = "；".join(dict.fromkeys(filter(None, (again, *map(beside, typed)))))
        entry = Entry(
            Answer.TAKEN, shown_of(typed).now.place, "新加一行", "", title_of(typed), told
        )
        change = FileChange(self._file, AppendRow(path, row))
        yield Proposed(change, (entry,), tuple(typed))


def _values(
    own: CellChanges, keys: KeyPath, path: KeyPath, cells: Sequence[Cell]
) -> dict[str, Any] | None:
    row: dict[str, Any] = {}
    for cell in cells:
        inner = cell.slot.keys[len(keys) :]
        slot = cell.slot
        if slot.kind is SlotKind.GIVEN:
            slot = slot._replace(kind=SlotKind.TEXT)
        checked = own.models.check(own.subject, (*path, 0, *inner), slot, cell.words)
        if checked.fault:
            own.leave(Answer.REFUSED, cell, f"{checked.fault}；这一行没有填入")
            return None
        table = row
        for key in inner[:-1]:
            table = table.setdefault(str(key), {})
        table[str(inner[-1])] = checked.value
    return row


def _missing(own: CellChanges, path: KeyPath, row: Mapping[str, Any]) -> list[str]:
    wanted = own.models.required(own.subject, (*path, 0))
    return [title for key, title in wanted if key not in row]
