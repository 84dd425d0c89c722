"""Cells of a row of indicators under columns that inputs have no place for: 完成率, 备注, 评价标准."""

from collections.abc import Collection, Iterator, Mapping

from generator.base.document_place import DocumentPlace
from generator.model.foreign_document import ReadCell
from generator.read.columns import BandRead
from generator.read.draft import Draft
from generator.rules.printed_form import Row
from generator.rules.printed_value import Text
from generator.rules.rule_words import Vocabulary
from generator.rules.where import Where

_DONE_RATE, _REMARK, _CRITERIA = "done-rate", "remark", "method"
_SAID = "said"  # the heading of the criteria is one of a remark, too

Cells = Mapping[tuple[str, DocumentPlace], ReadCell]


def cells_beside(draft: Draft, files: Collection[str], words: Vocabulary) -> Cells:
    """Find the cells by the role of their column and by the place of the name in their row."""
    found: dict[tuple[str, DocumentPlace], ReadCell] = {}
    for band in draft.bands:
        if band.place.file in files:
            found.update(_of_band(band, words))
    return found


def with_beside(row: Row, cells: Cells, words: Vocabulary) -> Row:
    """Add what columns say that inputs have not; a remark is a reason where there is no other.

    Below 评分说明 may stand how points are given, or why they were.
    """
    said = _beside(cells, _SAID, row.place)
    if words.has("rule-of-a-form", said.text):
        said = Text()
    return row._replace(
        done_rate=_beside(cells, _DONE_RATE, row.place),
        reason=row.reason or _beside(cells, _REMARK, row.place) or said,
        criteria=_beside(cells, _CRITERIA, row.place),
    )


def _beside(cells: Cells, role: str, name: Where) -> Text:
    """Return what a row says in a column (empty: nothing, or there is no such column)."""
    if not isinstance(name, DocumentPlace):
        return Text()
    cell = cells.get((role, name))
    return Text() if cell is None else Text(cell.text, cell.place.in_file(name.file))


def _of_band(
    band: BandRead, words: Vocabulary
) -> Iterator[tuple[tuple[str, DocumentPlace], ReadCell]]:
    strips = {choice.role: choice.strip for choice in band.columns}
    names = strips.get("name")
    if _CRITERIA in strips and words.ends("remark-label", strips[_CRITERIA].heading):
        strips[_SAID] = strips[_CRITERIA]
    for role in (_DONE_RATE, _REMARK, _CRITERIA, _SAID):
        if names is None or role not in strips:
            continue
        for name, cell in zip(names.cells, strips[role].cells, strict=False):
            if name is not None and cell is not None and cell.text.strip():
                yield (role, name.place.in_file(band.place.file)), cell
