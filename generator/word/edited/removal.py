"""Take blocks and rows of ours out of a person's file, and merge cells, without breaking what stays."""

import copy

from generator.word.edited.edited_words import END, START
from generator.word.edited.story_reading import number_of
from generator.word.xml import Element, W

_PARAGRAPH, _TABLE, _ROW, _CELL = (f"{W}{name}" for name in ("p", "tbl", "tr", "tc"))
# In the order of the schema, what may stand before w:vMerge.
_BEFORE_MERGE = frozenset(f"{W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge"))


def remove_block(block: Element) -> bool:
    """Take out a paragraph or table; tells whether that could be done."""
    parent = block.getparent()
    if parent is None or next(block.iter(f"{W}sectPr"), None) is not None:
        return False
    if parent.tag == _CELL:
        rest = [
            child for child in parent if child.tag in (_PARAGRAPH, _TABLE) and child is not block
        ]
        if not rest or rest[-1].tag != _PARAGRAPH:
            return False
    _take_out(block)
    return True


def remove_row(row: Element) -> bool:
    """Take out a row; a cell below that went on with one of its cells begins anew."""
    parent = row.getparent()
    table = next(row.iterancestors(_TABLE), None)
    if parent is None or table is None or len(list(_rows(table))) == 1:
        return False
    _take_out(row)
    mend_merges(table)
    return True


def mend_merges(table: Element) -> None:
    """Let a cell begin anew where nothing above it is merged with it."""
    above: set[tuple[int, int]] = set()
    for row in _rows(table):
        now: set[tuple[int, int]] = set()
        column = number_of(row.find(f"{W}trPr/{W}gridBefore"), 0)
        for cell in row.iter(_CELL):
            if next(cell.iterancestors(_ROW)) is not row:
                continue
            width = number_of(cell.find(f"{W}tcPr/{W}gridSpan"), 1)
            merge = cell.find(f"{W}tcPr/{W}vMerge")
            if merge is not None:
                if merge.get(f"{W}val") != "restart" and (column, width) not in above:
                    merge.set(f"{W}val", "restart")
                now.add((column, width))
            column += width
        above = now


def set_merge(cell: Element, merge: str) -> None:
    """Begin, continue or end a merge of a cell with those above and below."""
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        properties = cell.makeelement(f"{W}tcPr", {})
        cell.insert(0, properties)
    for old in properties.findall(f"{W}vMerge"):
        properties.remove(old)
    if not merge:
        return
    made = properties.makeelement(
        f"{W}vMerge", {f"{W}val": "restart"} if merge == "restart" else {}
    )
    before = [child for child in properties if child.tag in _BEFORE_MERGE]
    if before:
        before[-1].addnext(made)
    else:
        properties.insert(0, made)


def _take_out(element: Element) -> None:
    """Take out an element, but no half of a mark whose other half stands elsewhere."""
    pairs = ((START, END), (f"{W}commentRangeStart", f"{W}commentRangeEnd"))
    for first, second in pairs:
        starts = {m.get(f"{W}id") for m in element.iter(first)}
        ends = {m.get(f"{W}id") for m in element.iter(second)}
        for mark in list(element.iter(first, second)):
            if mark.get(f"{W}id") not in starts & ends:
                _beside(element, copy.deepcopy(mark))
    element.getparent().remove(element)


def _beside(element: Element, mark: Element) -> None:
    """Let a half live on in the block behind, where a mark may stand."""
    mark.tail = None
    element.addprevious(mark)


def _rows(table: Element) -> list[Element]:
    return [row for row in table.iter(_ROW) if next(row.iterancestors(_TABLE)) is table]
