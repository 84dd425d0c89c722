"""The blocks of a text: their order, their places, and what is looked through."""

from lxml import etree

from generator.word.edited.edited_story import Grid, Passage
from generator.word.edited.story_reading import read_blocks
from tests.word.edited.paragraphs import WN, ours


def body(inner: str):
    return etree.fromstring(f'<w:body xmlns:w="{WN}">{inner}</w:body>')


def p(words: str) -> str:
    return f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>"


def tc(inner: str, span: int = 1, merge: str = "") -> str:
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    return f'<w:tc><w:tcPr><w:gridSpan w:val="{span}"/>{merged}</w:tcPr>{inner}</w:tc>'


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"


def test_paragraphs_and_tables_are_counted_apart():
    blocks = read_blocks(body(p("甲") + table(tc(p("乙"))) + p("丙")))
    assert [type(block) for block in blocks] == [Passage, Grid, Passage]
    assert [str(block.place) for block in blocks] == ["第 1 段", "表 1", "第 2 段"]
    assert [block.text for block in blocks] == ["甲", "乙", "丙"]


def test_controls_and_insertions_are_looked_through():
    inner = f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{tc(p('乙'))}</w:tr></w:sdtContent></w:sdt>"
    cell = f"<w:tr><w:sdt><w:sdtContent>{tc(p('丙'))}</w:sdtContent></w:sdt></w:tr>"
    blocks = read_blocks(body(f"{inner}<w:tbl>{row}{cell}</w:tbl>"))
    assert blocks[0].text == "甲"
    assert [line.text for line in blocks[1].lines] == ["乙", "丙"]


def test_a_row_that_was_struck_out_is_not_there():
    struck = f"<w:tr><w:trPr><w:del/></w:trPr>{tc(p('乙'))}</w:tr>"
    (grid,) = read_blocks(body(f"<w:tbl><w:tr>{tc(p('甲'))}</w:tr>{struck}</w:tbl>"))
    assert [line.text for line in grid.lines] == ["甲"]


def test_cells_know_their_column_in_the_grid_their_width_and_their_merge():
    row = f'<w:trPr><w:gridBefore w:val="2"/></w:trPr>{tc(p("甲"), 3, "restart")}{tc(p("乙"))}'
    (grid,) = read_blocks(body(table(row)))
    slots = grid.lines[0].slots
    assert [(slot.column, slot.width, slot.merge) for slot in slots] == [
        (2, 3, "restart"),
        (5, 1, ""),
    ]


def test_widths_that_are_no_numbers_are_one():
    row = f'<w:tc><w:tcPr><w:gridSpan w:val="３"/></w:tcPr>{p("甲")}</w:tc>{tc(p("乙"))}'
    (grid,) = read_blocks(body(table(row)))
    assert [slot.column for slot in grid.lines[0].slots] == [0, 1]


def test_a_table_in_a_cell_has_its_own_place():
    inner = table(tc(p("里")))
    (grid,) = read_blocks(body(table(tc(p("甲") + inner + p("乙")))))
    slot = grid.lines[0].slots[0]
    assert [block.text for block in slot.blocks] == ["甲", "里", "乙"]
    assert slot.text == "甲\n里\n乙"
    assert "里的" in str(slot.blocks[1].place)
    assert len(grid.lines) == 1


def test_a_block_knows_the_anchors_that_begin_in_it_and_no_others():
    marks = "".join(
        f'<w:bookmarkStart w:id="{n}" w:name="{name}"/><w:bookmarkEnd w:id="{n}"/>'
        for n, name in enumerate((ours(1), "_Toc5", ours(2)))
    )
    (passage,) = read_blocks(body(f"<w:p>{marks}</w:p>"))
    assert passage.names == (ours(1), ours(2))
