"""Cells that say a part of the money with its name: 其中：基本支出：1185.2."""

from generator.model.foreign_document import ReadCell
from generator.read.form_subject import form_subject
from generator.tables.field_keys import OF_WHICH
from generator.tables.tag_keys import split_tag
from generator.use.adopt.cell_parts import solid
from generator.use.adopt.looking import Looked


def split_of(looked: Looked, cell: ReadCell) -> str:
    """Return what prints such a cell whole; nothing for any other."""
    subject = form_subject(looked.draft)
    for use in looked.uses.get(cell.place, ()) if subject is not None else ():
        tag = split_tag(use.keys)
        parts = subject.get(use.keys[:2]) if subject is not None and tag else None
        if not parts:
            continue
        at = use.keys[2]
        name, amount = (str(parts[at].get(key, "")) for key in ("name", "amount"))
        if solid(cell.text) == f"{'' if at else OF_WHICH}{name}：{amount}":
            return tag
    return ""
