"""New rows of a table of free names: a name with its value, which may be renamed and cleared again."""

from collections.abc import Iterator, Sequence

from generator.base.positions import KeyPath
from generator.base.toml import value_at
from generator.base.toml_change import FileChange, Remove
from generator.excel.form.slot import NAME, VALUE
from generator.use.fill.cell import Cell
from generator.use.fill.cell_changes import CellChanges, Proposed
from generator.use.fill.taken_before import digest_of
from generator.use.fill.workbook_account import Answer, Entry

GONE_ROW = "这一行在填报里已经没有了"


def pair(own: CellChanges, keys: KeyPath, cells: Sequence[Cell]) -> Iterator[Proposed]:
    """Take a name with its value; one that had another name before, or is cleared, goes."""
    by_key = {str(cell.slot.keys[-1]): cell for cell in cells}
    name, value = by_key.get(NAME), by_key.get(VALUE)
    if name is None or value is None:
        return
    there, said = own.rows.current(keys[:-1]), name.words.strip()
    before = _taken_name(own, there, name)
    if before and before != said and not (value.words.strip() and not said):
        yield from _gone(own, (*(there or ()), before), name, value)
    if not (said or value.words.strip()):
        return
    if there is None or not said:
        own.leave(Answer.REFUSED, value, "没有写名称" if there is not None else GONE_ROW)
        return
    for one in own.single(value, (*there, said)):
        yield one._replace(cells=(name, value))


def _taken_name(own: CellChanges, there: KeyPath | None, name: Cell) -> str:
    """Return the name under which the row was taken before, when the file still has it."""
    table = value_at(own.file.data, there) if there is not None else None
    names = table if isinstance(table, dict) and own.was_taken([name]) else ()
    return next((str(one) for one in names if digest_of(str(one)) == own.taken(name)), "")


def _gone(own: CellChanges, keys: KeyPath, name: Cell, value: Cell) -> Iterator[Proposed]:
    says = own.says(value.slot.kind, keys) or ""
    if digest_of(says) != own.taken(value):
        reason = f"“{keys[-1]}”清空了，填报里又改过，没有删"
        own.leave(Answer.CONFLICT, value, reason, says)
        return
    entry = Entry(Answer.TAKEN, name.now.place, "删去一项", str(keys[-1]), name.words)
    cleared = tuple(cell._replace(words="") for cell in (name, value))
    yield Proposed(FileChange(own.file, Remove(keys)), (entry,), cleared)
