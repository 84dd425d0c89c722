"""Tables on pages: cut labels say again what they are, forms that hardly miss a page are set tighter."""

import re

import pytest

from generator.base.document_place import DocumentPlace
from generator.layout.cut_labels import Part
from generator.word.columns.arrange import Arranger
from generator.word.columns.edit import edited
from generator.word.columns.parting import Marks, part_edits
from generator.word.columns.scan import scan_tables
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.written_body import Body
from generator.word.columns.xml_text import text_of
from generator.word.reading.markup import parse_part
from generator.word.reading.reading_grid import read_grid
from tests.word.columns.tables import W, cell, paragraph, plain_table, row, table

LOOKS = Looks({"": ParagraphLook(21, 240, "exact", "center")}, {"": (40, 57, 40, 57)})
LINE, AIR = 240, 80
MARK = "（续）"
HEAD = "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"


def section(lines):
    """Make the properties of pages that hold so many rows of one line, and nearly one more."""
    high = lines * (LINE + AIR + 10) + 200
    return (
        f'<w:sectPr><w:pgSz w:w="8000" w:h="{high}"/>'
        '<w:pgMar w:top="0" w:right="1000" w:bottom="0" w:left="1000"/></w:sectPr>'
    )


def document(content, lines):
    return f"<w:document {W}><w:body>{content}{section(lines)}</w:body></w:document>"


def grouped(rows, label="产出指标"):
    made = [
        row(
            cell(label if not n else "", 2000, merge="continue" if n else "restart"),
            cell(f"第{n}项", 4000),
        )
        for n in range(rows)
    ]
    return table((2000, 4000), *made)


def listed(rows):
    """Make a list with heads, and a label beside both."""
    below = '<w:tcBorders><w:bottom w:val="nil"/></w:tcBorders></w:tcPr>'
    above = '<w:tcBorders><w:top w:val="nil"/></w:tcBorders></w:tcPr>'
    head = f"{HEAD}{cell('绩效指标', 2000)}{cell('名称', 4000)}</w:tr>".replace(
        "</w:tcPr>", below, 1
    )
    made = [
        row(
            cell("", 2000, merge="continue" if n else "restart").replace("</w:tcPr>", above),
            cell(f"第{n}项", 4000),
        )
        for n in range(rows)
    ]
    return table((2000, 4000), head, *made)


def arranged(content, lines, **settings):
    (made,) = Arranger().arrange([Body("form.docx", document(content, lines), LOOKS, **settings)])
    return made


def first_cells(text):
    found = []
    for line in re.findall(r"<w:tr>.*?</w:tr>", text):
        one = re.search(r"<w:tc>.*?</w:tc>", line)[0]
        merge = re.search(r'<w:vMerge(?: w:val="(\w+)")?/>', one)
        found.append((text_of(one), (merge[1] or "on") if merge else ""))
    return found


def test_a_label_cut_by_a_page_end_says_again_what_it_is():
    cells = first_cells(arranged(grouped(30), 20).text)
    assert cells[0] == ("产出指标", "restart")
    assert [n for n, (text, _) in enumerate(cells) if text] == [0, 20]
    assert cells[20] == (f"产出指标{MARK}", "restart")
    assert {merge for _, merge in cells[21:]} == {"on"}


def test_a_form_that_says_no_label_again_keeps_its_merged_cell():
    cells = first_cells(arranged(grouped(30), 20, repeats_labels=False).text)
    assert cells == [("产出指标", "restart"), *[("", "on")] * 29]


def test_a_label_on_one_page_stays_as_it_is():
    cells = first_cells(arranged(grouped(20), 20).text)
    assert [text for text, _ in cells if text] == ["产出指标"]


def test_the_rows_behind_a_page_end_stay_together_so_that_it_stays_there():
    lines = re.findall(r"<w:tr>.*?</w:tr>", arranged(grouped(30), 20).text)
    assert "<w:keepNext/>" in lines[20]


def test_a_cell_without_anything_takes_the_words():
    table = grouped(30).replace(
        '<w:p><w:pPr><w:jc w:val="center"/></w:pPr></w:p>', '<w:p w:rsidR="1"/>'
    )
    assert table.count("<w:p w:rsidR") == 29
    assert first_cells(arranged(table, 20).text)[20] == (f"产出指标{MARK}", "restart")


def test_reading_takes_the_parts_for_one():
    text = arranged(grouped(30), 20).text
    root = parse_part(text.encode(), "word/document.xml")
    element = next(root.iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}tbl"))
    read, _ = read_grid(element, DocumentPlace("", table=1), lambda p: "".join(p.itertext()))
    assert {id(line[0]) for line in read.grid} == {id(read.grid[0][0])}
    assert (read.grid[0][0].text, read.grid[0][0].height) == ("产出指标", 30)


@pytest.mark.parametrize(("rows", "is_cut"), [(19, False), (30, True)])
def test_a_label_beside_heads_and_rows(rows, is_cut):
    text = arranged(listed(rows), 20).text
    cells = first_cells(text)
    if is_cut:
        assert cells[:2] == [("", ""), ("绩效指标", "restart")]
        assert cells[20][0] == f"绩效指标{MARK}"
    else:
        assert cells[0] == ("绩效指标", "restart")
        assert {merge for _, merge in cells[1:]} == {"on"}
    assert ("<w:tblHeader/>" in text) is is_cut


@pytest.mark.parametrize(("rows", "begins"), [(4, False), (12, True)])
def test_a_table_below_another_one_begins_a_page_in_all_programs(rows, begins):
    high = plain_table((2000, 4000), ("年度目标", "|".join("目" * 17)))
    text = arranged(f"{high}<w:p></w:p>{grouped(rows)}", 22).text
    above, below = text.split("</w:tbl>")[:2]
    assert ("<w:pageBreakBefore/>" in below) is begins
    assert below.count("<w:pageBreakBefore/>") <= 1
    assert "<w:pageBreakBefore/>" not in above


def test_where_nobody_knows_the_pages_heads_are_repeated_without_the_label():
    strange = "<w:p><w:r><w:drawing/></w:r></w:p>"
    text = arranged(strange + listed(30), 20).text
    cells = first_cells(text)
    assert cells[:2] == [("", ""), ("绩效指标", "restart")]
    assert MARK not in text


@pytest.mark.parametrize(
    ("rows", "sizes"),
    [
        (20, set()),
        (21, {"20"}),  # 10 points will do
        (23, {"18"}),
        (26, {"18"}),  # 9, and less air
        (28, set()),  # a page that is filled as far is no miss
    ],
)
def test_a_form_that_hardly_misses_a_page_is_set_tighter(rows, sizes):
    made = arranged(grouped(rows), 20)
    assert set(re.findall(r'<w:sz w:val="(\d+)"/>', made.text)) == sizes
    assert not made.missed


PICTURE = "<w:p><w:r><w:drawing/></w:r></w:p>"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (paragraph("写一句。") * 20, ""),  # running text with a small table
        ("", PICTURE),  # nobody knows what the last page is
    ],
)
def test_tables_of_running_text_are_not_set_smaller_for_its_last_page(above, below):
    made = arranged(above + grouped(21 if below else 7) + below, 20)
    assert "<w:sz " not in made.text
    assert not made.missed


def test_no_letters_get_smaller_than_a_scheme_allows():
    made = arranged(grouped(26), 20, smallest=20)
    assert "<w:sz " not in made.text  # it would not do
    (missed,) = made.missed
    assert (missed.pages, missed.over, missed.lines) == (2, 99.0, 8)  # six rows of 16.5 points


def test_an_own_template_keeps_its_letters():
    made = arranged(grouped(21), 20, is_own=True)
    assert "<w:sz " not in made.text
    assert made.missed[0].pages == 2


@pytest.mark.parametrize(("lines", "is_whole"), [(5, True), (20, False)])
def test_rows_that_are_not_high_stand_on_one_page(lines, is_whole):
    high = cell("|".join(["甲"] * lines), 6000)
    text = arranged(table((6000,), f"<w:tr><w:trPr/>{high}</w:tr>"), 40).text
    assert ("<w:cantSplit/>" in text) is is_whole


@pytest.mark.parametrize(
    ("wide", "mark"),
    [(114 + 419, "︵续︶"), (114 + 420, "(续)"), (114 + 630, "(续)"), (114 + 631, "（续）")],
)
def test_the_mark_of_a_label_that_goes_on_fits_its_cell(wide, mark):
    marks = Marks("（续）", "(续)", "︵续︶")
    text = table(
        (wide, 4000),
        row(cell("产出", wide, merge="restart"), cell("甲", 4000)),
        row(cell("", wide, merge="continue"), cell("乙", 4000)),
    )
    scanned = scan_tables(text, LOOKS, "固定列宽")[0]
    edits = list(part_edits(text, scanned, [Part(1, 0, 1, 0, is_again=True)], marks, 0, ()))
    assert mark in text_of(edited(text, edits))


@pytest.mark.parametrize(("rows", "below"), [(1, 0), (2, 180), (3, 330), (9, 330)])
def test_a_label_beside_rows_stands_in_the_middle_of_them_and_the_heads(rows, below):
    above, high = 330, 330
    marks = Marks("（续）", "(续)", "︵续︶")
    words = '<w:pStyle w:val="甲"/><w:spacing w:line="240"/><w:jc w:val="center"/>'
    cells = [cell("绩效", 600, merge="restart", properties=words), cell("名称", 4000)]
    others = (row(cell("", 600, merge="continue"), cell("项", 4000)) for _ in range(rows))
    text = table((600, 4000), row(*cells), *others)
    scanned = scan_tables(text, LOOKS, "固定列宽")[0]
    part = Part(1, 0, rows, 0, is_again=False)
    changed = edited(
        text, list(part_edits(text, scanned, [part], marks, 1, [above] + [high] * rows))
    )
    head, first = re.findall(r"<w:tr>.*?</w:tr>", changed)[:2]
    said = f' w:after="{below}"' if below else ""
    assert f'<w:pStyle w:val="甲"/><w:spacing w:line="240"{said}/><w:jc w:val="center"/>' in first
    assert "绩效" in first
    assert "w:after" not in head
