"""Random moves in a built file: what is ours is cut out and pasted into cells, boxes, other chapters."""

from hypothesis import strategies as st

from tests.roundtrip.hand.hands import Page, W, text, xml
from tests.roundtrip.strokes_by_hand import WORDS, has_section

FRAME = (
    '<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="4000"/>'
    '</w:tblGrid><w:tr><w:tc><w:tcPr><w:tcW w:w="4000" w:type="dxa"/></w:tcPr>{inner}</w:tc></w:tr>'
    "</w:tbl>"
)
BOX = (
    '<w:r><w:pict><v:shape id="box{number}" style="width:80pt;height:20pt"><v:textbox>'
    "<w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"
)
KINDS = (
    *("into a new table", "into a new table", "into a cell", "into a cell", "into a box"),
    *("to another chapter", "out of a cell", "table into a table", "table into a cell"),
    *("row into another table", "type", "type"),
)


@st.composite
def moves(draw):
    """What is moved how, from where, to where, and which words are typed there."""
    count = st.integers(0, 300)
    return [
        (draw(st.sampled_from(KINDS)), draw(count), draw(count), draw(WORDS))
        for _ in range(draw(st.integers(1, 4)))
    ]


def moved(data: bytes, done) -> bytes:
    page = Page(data)
    for kind, source, target, words in done:
        said = [p for p in page.paragraphs() if text(p).strip() and not has_section(p)]
        _MOVES[kind](page, said[source % len(said)], said[target % len(said)], words)
    return page.save()


def frame(*elements, words=""):
    """A table of one cell with elements in it."""
    made = xml(FRAME.format(inner=f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"))
    first = next(made.iter(f"{W}p"))
    for element in elements:
        first.addprevious(element)
    if elements and elements[-1].tag == f"{W}p" and not words:
        first.getparent().remove(first)
    return made


def take(p):
    """Cut a paragraph out; a cell keeps an empty one."""
    if p.getparent().tag in {f"{W}tc", f"{W}txbxContent"}:
        p.addprevious(xml("<w:p/>"))
    p.getparent().remove(p)
    return p


def _into_a_new_table(page, p, there, words):
    mark = xml("<w:p/>")
    p.addprevious(mark)
    mark.addnext(frame(take(p), words=words))


def _into_a_cell(page, p, there, words):
    cells = list(page.body.iter(f"{W}tc"))
    cell = cells[len(words + text(there)) % len(cells)]
    if p not in set(cell.iter(f"{W}p")):
        cell.append(take(p))


def _into_a_box(page, p, there, words):
    if p is there or next(p.iterancestors(f"{W}txbxContent"), None) is not None:
        return
    run = xml(BOX.format(number=page.next_number()))
    next(run.iter(f"{W}txbxContent")).append(take(p))
    there.append(run)


def _to_another_chapter(page, p, there, words):
    if p is not there and there not in set(p.iter(f"{W}p")):
        there.addnext(take(p))


def _out_of_a_cell(page, p, there, words):
    tops = [top for top in page.body if top.tag == f"{W}p" and not has_section(top)]
    if p not in tops and tops:
        tops[len(words) % len(tops)].addnext(take(p))


def _table_into_a_table(page, p, there, words):
    table = next(p.iterancestors(f"{W}tbl"), None)
    if table is None:
        return
    mark = xml("<w:p/>")
    table.addprevious(mark)
    mark.addnext(frame(table, words=words))


def _table_into_a_cell(page, p, there, words):
    table = next(p.iterancestors(f"{W}tbl"), None)
    cell = next(there.iterancestors(f"{W}tc"), None)
    if table is not None and cell is not None and cell not in set(table.iter(f"{W}tc")):
        table.addprevious(xml("<w:p/>"))
        there.addprevious(table)


def _row_into_another_table(page, p, there, words):
    row = next(p.iterancestors(f"{W}tr"), None)
    other = next(there.iterancestors(f"{W}tr"), None)
    if row is None or other is None or row in {other, *other.iterancestors()}:
        return
    if other in set(row.iter(f"{W}tr")) or len(row.getparent().findall(f"{W}tr")) < 2:
        return
    if next(row.iter(f"{W}vMerge"), None) is None and next(other.iter(f"{W}vMerge"), None) is None:
        other.addnext(row)


def _type(page, p, there, words):
    node = next(node for node in p.iter(f"{W}t") if node.text)
    node.text += words


_MOVES = {
    "into a new table": _into_a_new_table,
    "into a cell": _into_a_cell,
    "into a box": _into_a_box,
    "to another chapter": _to_another_chapter,
    "out of a cell": _out_of_a_cell,
    "table into a table": _table_into_a_table,
    "table into a cell": _table_into_a_cell,
    "row into another table": _row_into_another_table,
    "type": _type,
}
