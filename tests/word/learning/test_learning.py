"""Looks read from one file, edges told by cells, and both put into a template without another change."""

from itertools import pairwise

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.oxml.ns import qn
from docx.shared import Pt

from generator.word.edited.edited_story import Grid
from generator.word.edited.file import WordFile
from generator.word.learning import measured_looks
from generator.word.learning.edges import widths_now
from generator.word.learning.looks_written import put, put_widths
from generator.word.learning.measured_looks import LookReader, new_pages, widths_of
from generator.word.learning.origin import marked, members, origin_of
from tests.word.soffice import saved, small_document


def table_file(edges: list[int], rows: list[list[tuple[int, int]]]) -> WordFile:
    """A file with one table; cells are given by the edges at which they begin and end."""
    document = docx.Document()
    table = document.add_table(len(rows), len(edges) - 1)
    for column, (a, b) in zip(
        table._tbl.tblGrid.findall(qn("w:gridCol")),
        pairwise(edges),
        strict=True,
    ):
        column.set(qn("w:w"), str(b - a))
    for row, cells in zip(table.rows, rows, strict=True):
        for begin, end in cells:
            first, last = edges.index(begin), edges.index(end) - 1
            row.cells[first].merge(row.cells[last])
    return WordFile(saved(document))


def grid(file: WordFile) -> Grid:
    (found,) = [block for block in file.blocks() if isinstance(block, Grid)]
    return found


OURS = [0, 1000, 2000, 3000]
SPLIT = [[(0, 1000), (1000, 3000)], [(0, 2000), (2000, 3000)]]


@pytest.mark.parametrize(
    ("edges", "rows", "expected"),
    [
        (OURS, SPLIT, (1000, 1000, 1000)),
        (
            [0, 1200, 2000, 3000],
            [[(0, 1200), (1200, 3000)], [(0, 2000), (2000, 3000)]],
            (1200, 800, 1000),
        ),
        # A cell of the second row was moved alone: the edge of ours is two now.
        (
            [0, 1000, 2000, 2500, 3300],
            [[(0, 1000), (1000, 3300)], [(0, 2500), (2500, 3300)]],
            (1000, 1500, 800),
        ),
    ],
)
def test_columns_are_told_by_the_cells(edges, rows, expected):
    ours, theirs = grid(table_file(OURS, SPLIT)), grid(table_file(edges, rows))
    pairs = zip(ours.lines, theirs.lines, strict=True)
    slots = {a: b for one, other in pairs for a, b in zip(one.slots, other.slots, strict=True)}
    assert widths_now(ours, theirs, slots) == expected


def test_an_edge_that_lies_in_two_places_is_none():
    whole = [[(0, 1000), (1000, 2000), (2000, 3000)]] * 2
    moved = [0, 1000, 1400, 2000, 3000]
    theirs = table_file(
        moved, [[(0, 1000), (1000, 2000), (2000, 3000)], [(0, 1400), (1400, 2000), (2000, 3000)]]
    )
    ours, other = grid(table_file(OURS, whole)), grid(theirs)
    pairs = zip(ours.lines, other.lines, strict=True)
    slots = {a: b for one, there in pairs for a, b in zip(one.slots, there.slots, strict=True)}
    assert widths_now(ours, other, slots) is None


def test_a_column_that_no_cell_needs_keeps_its_share():
    ours = grid(table_file(OURS, [[(0, 2000), (2000, 3000)]]))
    theirs = grid(table_file([0, 2400, 3000], [[(0, 2400), (2400, 3000)]]))
    slots = dict(zip(ours.lines[0].slots, theirs.lines[0].slots, strict=True))
    assert widths_now(ours, theirs, slots) == (1200, 1200, 600)


def test_numbers_tell_where_paragraphs_and_rows_come_from():
    file = WordFile(marked(table_file(OURS, SPLIT).data, 3))
    found = [origin_of(member) for member in members(file.root())]
    assert [own.template for own in found if own] == [3] * len(found)
    assert [own.member for own in found if own] == list(range(len(found)))
    assert origin_of(next(iter(members(WordFile(small_document()).root())))) is None


@pytest.mark.parametrize(
    ("name", "value"),
    [
        (measured_looks.EAST, "楷体_GB2312"),
        (measured_looks.LATIN, "Arial"),
        (measured_looks.SIZE, "21"),
        (measured_looks.BOLD, "1"),
        (measured_looks.BOLD, ""),
        (measured_looks.BEFORE, "120"),
        (measured_looks.AFTER, "0"),
        (measured_looks.LINE, "560 exact"),
        (measured_looks.SIDE, "center"),
        (measured_looks.PAGE, "1"),
        (measured_looks.PAGE, ""),
    ],
)
def test_what_is_put_is_what_is_read(name, value):
    file = WordFile(small_document("绩效"))
    (paragraph,) = file.root().iter(qn("w:p"))
    put(paragraph, name, value)
    assert LookReader(file).paragraph(paragraph)[name] == value
    order = (
        [child.tag for child in paragraph.find(qn("w:pPr"))]
        if paragraph.find(qn("w:pPr")) is not None
        else []
    )
    assert order == sorted(
        order, key=[qn(f"w:{n}") for n in ("pageBreakBefore", "spacing", "jc")].index
    )


def test_words_that_look_in_two_ways_have_no_look_of_that_kind():
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("甲").font.size = Pt(12)
    paragraph.add_run("乙").font.size = Pt(14)
    file = WordFile(saved(document))
    look = LookReader(file).paragraph(file.blocks()[0].element)
    assert measured_looks.SIZE not in look
    assert measured_looks.BOLD in look


def test_the_look_of_a_style_and_of_those_below_it_holds():
    document = docx.Document()
    document.styles["Normal"].font.size = Pt(16)
    document.add_paragraph("甲", "Body Text")
    file = WordFile(saved(document))
    assert LookReader(file).paragraph(file.blocks()[0].element)[measured_looks.SIZE] == "32"


@pytest.mark.parametrize("how", ["before", "own paragraph", "behind", "none"])
def test_a_break_before_a_paragraph_is_seen(how):
    document = docx.Document()
    first = document.add_paragraph("甲")
    if how == "own paragraph":
        document.add_page_break()
    if how == "behind":
        first.add_run().add_break(WD_BREAK.PAGE)
    second = document.add_paragraph()
    if how == "before":
        second.add_run().add_break(WD_BREAK.PAGE)
    second.add_run("乙")
    found = [passage.text.strip() for passage in new_pages(WordFile(saved(document)).blocks())]
    assert found == ([] if how == "none" else ["乙"])


def test_a_table_takes_widths_and_says_that_they_stand():
    file = table_file(OURS, SPLIT)
    table = grid(file).element
    assert put_widths(table, (500, 1500, 1000), "固定列宽")
    assert widths_of(table) == (500, 1500, 1000)
    cells = [
        cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}").get(qn("w:w")) for cell in table.iter(qn("w:tc"))
    ]
    assert cells == ["500", "2500", "2000", "1000"]
    assert table.find(f"{qn('w:tblPr')}/{qn('w:tblCaption')}").get(qn("w:val")) == "固定列宽"
    assert not put_widths(table, (1500, 1500), "固定列宽")
