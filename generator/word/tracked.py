"""Tracked changes read as accepted: what was inserted stays, what was deleted goes."""

from generator.word.xml import Element, W

_GONE = tuple(f"{W}{n}" for n in ("del", "moveFrom", "cellDel"))
_KEPT = tuple(f"{W}{n}" for n in ("ins", "moveTo"))
_NOTES = tuple(
    f"{W}{n}"
    for n in (
        *("rPrChange", "pPrChange", "tblPrChange", "tcPrChange", "trPrChange", "sectPrChange"),
        *("moveFromRangeStart", "moveFromRangeEnd", "moveToRangeStart", "moveToRangeEnd"),
        *("numberingChange", "tblGridChange", "cellIns", "cellMerge"),
    )
)


def accept_changes(root: Element) -> bool:
    """Accept every tracked change of a part; tells whether there was any."""
    changed = False
    for row in [r for r in root.iter(f"{W}tr") if r.find(f"{W}trPr/{W}del") is not None]:
        row.getparent().remove(row)
        changed = True
    for paragraph in [p for p in root.iter(f"{W}p") if _mark_is(p, "del")]:
        _join_next(paragraph)
        changed = True
    for element in list(root.iter(*_GONE)):
        if element.getparent() is not None:
            element.getparent().remove(element)
            changed = True
    for element in list(root.iter(*_KEPT)):
        _unwrap(element)
        changed = True
    for element in list(root.iter(*_NOTES)):
        if element.getparent() is not None:
            element.getparent().remove(element)
    return changed


def _mark_is(paragraph: Element, kind: str) -> bool:
    return paragraph.find(f"{W}pPr/{W}rPr/{W}{kind}") is not None


def _join_next(paragraph: Element) -> None:
    """A deleted paragraph mark joins the paragraph with the next one; an empty one just goes."""
    following = paragraph.getnext()
    if following is None or following.tag != f"{W}p":
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        mark.getparent().remove(mark)
        return
    at = 1 if following.find(f"{W}pPr") is not None else 0
    for child in reversed([c for c in paragraph if c.tag != f"{W}pPr"]):
        following.insert(at, child)
    paragraph.getparent().remove(paragraph)


def _unwrap(element: Element) -> None:
    parent = element.getparent()
    if parent is None:
        return
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)
