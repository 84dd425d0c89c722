"""What one workbook would change in its dossier, cell by cell, before anything is decided."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from generator.base.toml import TomlFile
from generator.excel.form.workbook_reading import Filled
from generator.use.fill.cell import Cell, digests_of
from generator.use.fill.cell_changes import Proposed
from generator.use.fill.opened import Opened
from generator.use.fill.other_entries import entry_of
from generator.use.fill.taken_before import Digests, TakenBefore, form_id
from generator.use.fill.typed_cells import Models
from generator.use.fill.workbook_account import Answer, Entry
from generator.use.fill.workbook_changes import Changes

_HELD = "这份填报表里有填错的格，改好以后一起取"


class Weighed(NamedTuple):
    """The changes, and what is told of all that changes nothing; the cells of each file by subject."""

    opened: Opened
    form: str
    proposed: tuple[Proposed, ...]
    left: tuple[Entry, ...]
    cells: Mapping[str, Sequence[Cell]]

    @property
    def is_refused(self) -> bool:
        """Tell a workbook with a cell that holds no value of it: half of it is never written."""
        return any(entry.answer is Answer.REFUSED for entry in self.left)

    def without(self, found: Mapping[int, Entry]) -> "Weighed":
        """Take back some changes, by their numbers, each for a reason."""
        kept = tuple(one for n, one in enumerate(self.proposed) if n not in found)
        return self._replace(proposed=kept, left=(*self.left, *found.values()))

    def held(self) -> "Weighed":
        """Take back all changes: something else in the workbook is refused."""
        told = [
            entry._replace(answer=Answer.HELD, reason=_HELD)
            for one in self.proposed
            for entry in one.entries
        ]
        return self._replace(proposed=(), left=(*told, *self.left))

    def digests(self) -> Digests:
        """Return what is noted of the cells that are taken."""
        return digests_of([cell for one in self.proposed for cell in one.cells])


def weigh_workbook(opened: Opened, files: Mapping[str, TomlFile], models: Models) -> Weighed:
    """Weigh a workbook against the files of its dossier as they are."""
    filled = opened.filled
    form = form_id(filled.form, opened.folder, opened.path.name)
    before = TakenBefore(opened.folder).of(form)
    proposed: list[Proposed] = []
    left: list[Entry] = []
    cells: dict[str, Sequence[Cell]] = {}
    for subject in dict.fromkeys(slot.subject for slot in filled.form.slots.values()):
        file = files.get(subject)
        if file is None:
            left += _no_file(filled, subject)
            continue
        changes = Changes(filled, subject, file, models, before)
        proposed += changes.proposed()
        left += changes.left
        cells[subject] = changes.cells
    left += map(entry_of, filled.others)
    return Weighed(opened, form, tuple(proposed), tuple(left), cells)


def _no_file(filled: Filled, subject: str) -> Iterator[Entry]:
    """Say once that there is no file of a subject, when something was filled in for it."""
    for marks, slot in filled.form.slots.items():
        now = filled.cells.get(marks)
        is_typed = now is not None and now.text.strip() and now.text.strip() != slot.base.strip()
        if slot.subject == subject and now is not None and is_typed:
            reason = f"填报文件夹里没有 {subject}.toml，这一页都没有填入"
            yield Entry(Answer.UNPLACED, now.place, slot.title, "", now.text, reason)
            return
