"""Prepare merging cells: ``{{ row.level1|merge }}`` puts its merge state into the cell's properties.

Conditional merges written into the text of a template end up invalid, and docxtpl's own ``vm`` sees
one loop only. So the state, which the data knows, becomes an expression inside ``w:tcPr``.
"""

import re

from docx.document import Document
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from markupsafe import Markup

from generator.word.context import CellText

_MERGE = re.compile(r"\{\{\s*([\w.]+)\s*\|\s*merge\s*\}\}")
# In the order of the schema, what may stand before w:vMerge.
_BEFORE = ("w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge")


def prepare_merges(document: Document) -> None:
    """Put a merge expression into every cell whose text asks for it."""
    for cell in document.element.body.iter(qn("w:tc")):
        text = "".join(node.text or "" for node in cell.iter(qn("w:t")))
        if found := _MERGE.search(text):
            _insert(cell, f"{{{{ {found[1]}|vmerge }}}}")


def _insert(cell: BaseOxmlElement, expression: str) -> None:
    properties = cell.get_or_add_tcPr()
    before = [child for child in properties if child.tag in {qn(name) for name in _BEFORE}]
    if before:
        before[-1].tail = expression
    else:
        properties.text = expression


def merge(cell: CellText) -> CellText:
    """Return the cell's words; a continued cell has none."""
    return cell


def vmerge(cell: CellText) -> Markup:
    """Return the merge state of a cell as Word writes it."""
    states = {"restart": '<w:vMerge w:val="restart"/>', "continue": "<w:vMerge/>"}
    return Markup(states.get(cell.merge, ""))  # noqa: S704 - one of two constants
