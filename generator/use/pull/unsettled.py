"""Figures of which a remark of ours still says that the inputs moved on: an old value does not go back.

What stands there was written before the inputs changed, and says what they said then, in another way:
nobody asked for the old number.
"""

from collections.abc import Iterable, Iterator, Sequence

from generator.model.units import Units
from generator.roundtrip.anchor_book import shown_figures
from generator.roundtrip.carried_edits import MOVED_ON
from generator.roundtrip.edit_account import Answer
from generator.roundtrip.files_record import FileRecord
from generator.roundtrip.person_edit import FigureEdit, Left, PersonEdit
from generator.roundtrip.typed_in import is_same_amount


def without_unsettled(
    edits: Iterable[PersonEdit],
    remarks: Sequence[str],
    earlier: Iterable[FileRecord],
    units: Units,
) -> Iterator[PersonEdit]:
    """Leave out what only says a former value; ``remarks`` are those that still hang on the file."""
    shown: dict[str, list[str]] = {}
    for record in earlier if remarks else ():
        for figure, said in shown_figures(record).items():
            shown.setdefault(figure, []).extend(said)
    for edit in edits:
        if (
            isinstance(edit, FigureEdit)
            and any(edit.entry.was in remark for remark in remarks)
            and any(is_same_amount(old, edit.words, units) for old in shown.get(edit.figure, ()))
        ):
            reason = f"{MOVED_ON}：现在是 {edit.entry.was}，您写的是上一版的数"
            yield Left(edit.entry._replace(answer=Answer.CONFLICT, reason=reason))
        else:
            yield edit
