"""A cell of a workbook that came back, and what a row of such cells holds."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.base.pattern import Pattern
from generator.excel.form.form_map import Marks
from generator.excel.form.returned_sheet import CellNow
from generator.excel.form.slot import Slot, SlotKind
from generator.use.fill.taken_before import cell_id, digest_of

CLASS = "class"
_QUOTED = Pattern(r"\{\{.*?\}\}")


class Cell(NamedTuple):
    """A cell of the workbook with the key that it is of."""

    marks: Marks
    slot: Slot
    now: CellNow
    words: str


def digests_of(cells: Sequence[Cell]) -> dict[str, str]:
    """Return what is noted of cells that were taken."""
    return {cell_id(cell.marks): digest_of(cell.words) for cell in cells}


def title_of(cells: Sequence[Cell]) -> str:
    """Return what a row is called: by its name, else by the first words in it."""
    named = [c for c in cells if c.slot.keys[-1] == "name"] or list(cells)
    return next((c.words or c.slot.base for c in named if c.words or c.slot.base), "")


def shown_of(cells: Sequence[Cell]) -> Cell:
    """Return the cell of a row that it is told at: its name, else what is no class folded away."""
    others = [c for c in cells if c.slot.keys[-1] != CLASS]
    return next((c for c in cells if c.slot.keys[-1] == "name"), [*others, *cells][0])


def was_blank(cells: Sequence[Cell]) -> bool:
    """Tell a row of the inputs that had its class and nothing else."""
    return [c.slot.keys[-1] for c in cells if c.slot.base] == [CLASS]


def is_left_blank(cells: Sequence[Cell]) -> bool:
    """Tell such a row that still has nothing else."""
    typed = [c.slot.keys[-1] for c in cells if c.words.strip()]
    is_held = any(c.slot.base and c.slot.kind is not SlotKind.GIVEN for c in cells)
    return is_held and was_blank(cells) and typed == [CLASS]


def unquoted(file: str, words: str) -> str:
    """Say when figures that a text quoted are not quoted any more."""
    gone = len(_QUOTED.findall(file)) - len(_QUOTED.findall(words))
    return f"原来引用的数少了 {gone} 处，写死的数不会再跟着变" if words and gone > 0 else ""


def quoted_by_name(text: str, was: str, now: str) -> str:
    """Say how often texts quote an indicator by the name that it is to lose."""
    names = (f'"{was}"', f"'{was}'", f'\\"{was}\\"')
    count = sum(any(name in one for name in names) for one in _QUOTED.findall(text))
    if not count or not was or was == now:
        return ""
    return f"填报里有 {count} 处文字引用“{was}”，没有一起改的，请改成“{now}”"


def short(text: str) -> str:
    """Cut a text down to what a line has room for."""
    line = " ".join(text.split())
    return line if len(line) <= 20 else f"{line[:19]}…"
