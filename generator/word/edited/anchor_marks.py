"""Our own anchors put in order in a file that other programs wrote; nobody else's bookmarks are touched.

LibreOffice begins the anchor of an empty cell twice; whoever copies a row copies the names in it.
"""

from generator.word.anchors import document_of
from generator.word.edited.edited_words import END, START
from generator.word.xml import Element, W


def tidy_anchors(root: Element) -> None:
    """Take out halves of our anchors, and a second anchor of one name."""
    open_: dict[str, Element] = {}
    names: set[str] = set()
    for mark in list(root.iter(START, END)):
        number = mark.get(f"{W}id") or ""
        if mark.tag == END:
            start = open_.pop(number, None)
            if start is None:
                _remove(mark)  # the end of something that never began
                continue
            name = start.get(f"{W}name") or ""
            if document_of(name) and name in names:
                _remove(start)
                _remove(mark)
            names.add(name)
            continue
        if number in open_:
            _drop_ours(open_[number], mark)
        if mark.getparent() is not None:
            open_[number] = mark
    for start in open_.values():
        if document_of(start.get(f"{W}name") or ""):
            _remove(start)


def _drop_ours(first: Element, second: Element) -> None:
    """Of two that begin under one number only one can be meant by the end."""
    ours = [m for m in (second, first) if document_of(m.get(f"{W}name") or "")]
    if ours:
        _remove(ours[0])


def _remove(mark: Element) -> None:
    parent = mark.getparent()
    if parent is not None:
        parent.remove(mark)
