"""Random edits of a built file: what a person may do to any paragraph, row or anchor of it."""

import copy

from hypothesis import strategies as st

from tests.roundtrip.hand.hands import Page, W, drop_marks, new_paragraph, set_text, text
from tests.roundtrip.sentences import HAND

WORDS = st.text(HAND, min_size=1, max_size=5)
KINDS = (
    *("type", "type", "type", "over", "strike", "drop", "add", "copy", "move", "split", "join"),
    *("drop row", "copy row", "bold", "no anchors", "all anchors", "retype"),
)


@st.composite
def edits(draw):
    """What is done, where (counted through the paragraphs that say something), with which words."""
    return [
        (draw(st.sampled_from(KINDS)), draw(st.integers(0, 200)), draw(WORDS))
        for _ in range(draw(st.integers(1, 4)))
    ]


def edited(data: bytes, done) -> bytes:
    page = Page(data)
    for kind, number, words in done:
        said = [p for p in page.paragraphs() if text(p).strip()]
        place = said[number % len(said)]
        _EDITS[kind](page, place, words)
    return page.save()


def _nodes(p):
    return [node for node in p.iter(f"{W}t") if node.text]


def _type(page, p, words):
    node = _nodes(p)[-1]
    at = len(node.text) // 2
    set_text(node, node.text[:at] + words + node.text[at:])


def _over(page, p, words):
    set_text(_nodes(p)[0], words)


def _strike(page, p, words):
    node = _nodes(p)[0]
    set_text(node, node.text[: len(node.text) // 2])


def _is_alone(p) -> bool:
    beside = [c for c in p.getparent() if c.tag in {f"{W}p", f"{W}tbl"}]
    return p.getparent().tag == f"{W}tc" or len(beside) < 2 or has_section(p)


def has_section(p) -> bool:
    return next(p.iter(f"{W}sectPr"), None) is not None


def _drop(page, p, words):
    if _is_alone(p):
        for node in _nodes(p):
            set_text(node, "")
        return
    p.getparent().remove(p)


def _add(page, p, words):
    if not has_section(p):
        p.addnext(new_paragraph(p, f"{words}。"))


def _copy(page, p, words):
    if not has_section(p):
        twin = copy.deepcopy(p)
        drop_marks(twin)
        p.addnext(twin)


def _move(page, p, words):
    before = p.getprevious()
    if before is not None and before.tag == f"{W}p" and not has_section(p):
        before.addprevious(p)


def _split(page, p, words):
    if has_section(p):
        return
    node = _nodes(p)[-1]
    made = new_paragraph(p, node.text[len(node.text) // 2 :] or words)
    set_text(node, node.text[: len(node.text) // 2])
    p.addnext(made)


def _join(page, p, words):
    after = p.getnext()
    if after is None or after.tag != f"{W}p" or has_section(p) or has_section(after):
        return
    for child in list(after):
        if child.tag != f"{W}pPr":
            p.append(child)
    after.getparent().remove(after)


def _row(p):
    row = next(p.iterancestors(f"{W}tr"), None)
    if row is None or next(row.iter(f"{W}vMerge"), None) is not None:
        return None
    return row


def _drop_row(page, p, words):
    row = _row(p)
    if row is not None and len(row.getparent().findall(f"{W}tr")) > 2:
        row.getparent().remove(row)


def _copy_row(page, p, words):
    row = _row(p)
    if row is not None:
        twin = copy.deepcopy(row)
        drop_marks(twin)
        for node in list(twin.iter(f"{W}t"))[:1]:
            set_text(node, words)
        row.addnext(twin)


def _bold(page, p, words):
    run = _nodes(p)[0].getparent()
    look = run.find(f"{W}rPr")
    if look is not None and look.find(f"{W}b") is None:
        look.insert(1 if look.find(f"{W}rFonts") is not None else 0, look.makeelement(f"{W}b", {}))


def _no_anchors(page, p, words):
    drop_marks(p)


def _all_anchors(page, p, words):
    drop_marks(page.body)


def _retype(page, p, words):
    drop_marks(p)
    nodes = _nodes(p)
    said = text(p)
    for node in nodes:
        set_text(node, "")
    set_text(nodes[0], said + words)


_EDITS = {
    "type": _type,
    "over": _over,
    "strike": _strike,
    "drop": _drop,
    "add": _add,
    "copy": _copy,
    "move": _move,
    "split": _split,
    "join": _join,
    "drop row": _drop_row,
    "copy row": _copy_row,
    "bold": _bold,
    "no anchors": _no_anchors,
    "all anchors": _all_anchors,
    "retype": _retype,
}
