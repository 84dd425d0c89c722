"""A workbook that came back, opened, with the dossier that it is of."""

from pathlib import Path
from typing import NamedTuple

from generator.base.problem import Problem
from generator.base.regular_file import LARGEST_FILE
from generator.base.strange_text import read_bytes, shown_path
from generator.excel.form.slot import UNIT, SlotKind
from generator.excel.form.workbook_reading import Filled, read_filled
from generator.use.fill.dossiers import Choose, Inputs, find_dossier
from generator.use.fill.workbook_account import refused_file

_NO_FORM = "不是 jixiao form 写出的填报表：里面没有记着哪一格是哪一项"
_NO_FORM_HINT = "别处的表用 jixiao import 导入"


class Opened(NamedTuple):
    """One workbook that can be filled in: what it says, whose it is."""

    path: Path
    folder: Path
    filled: Filled

    @property
    def shown(self) -> str:
        """Return how it is called."""
        return shown_path(self.path)


def open_workbook(
    path: Path, inputs: Inputs, choose: Choose
) -> tuple[Opened | None, tuple[Problem, ...]]:
    """Open a workbook, or say why nothing of it can be taken."""
    shown = shown_path(path)
    data, problems = read_bytes(path, shown, LARGEST_FILE)
    if data is None:
        return None, problems
    filled, problems = read_filled(data, shown)
    if filled is None:
        return None, problems or (refused_file(shown, _NO_FORM, _NO_FORM_HINT),)
    found = find_dossier(inputs, filled.form.dossier, _typed_name(filled), choose)
    if found.folder is None:
        return None, (refused_file(shown, found.message, found.hint),)
    return Opened(path, found.folder, filled), ()


def _typed_name(filled: Filled) -> str:
    for marks, slot in filled.form.slots.items():
        if slot.subject == UNIT and slot.keys == ("unit", "name"):
            now = filled.cells.get(marks)
            return now.text if now is not None and slot.kind is not SlotKind.GIVEN else ""
    return ""
