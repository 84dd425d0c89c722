"""What is certain is mended: each fault just beyond its boundary is gone, nothing new is told, no word changed."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from generator.rules.page.page_mends import page_mends
from generator.word.mending.mended_file import mended_file
from generator.word.reading.look.document_look import read_laid_out
from tests.rules.page.changes import (
    AUTO,
    CASES,
    COUNTED,
    LIST,
    both,
    insert,
    look,
    page,
    runs,
    say,
    tabled,
)
from tests.rules.page.letter import SENTENCE, line, written
from tests.rules.page.yard import found, yard

MENDED = {
    *("paper-size", "margin-top", "margin-left", "text-area", "pitch-loose", "lines-per-page"),
    *("pitch-mixed", "font", "size", "odd-font", "odd-size", "first-line", "other-lines"),
    *("title-side", "page-number", "page-number-font", "page-number-size", "page-number-dashes"),
    *("page-number-centred", "page-number-side", "signature-side", "signature-edge"),
    *("spaces-indent", "spaces-side", "blank-lines", "blank-page", "marks-latin", "marks-mixed"),
    *("heads-once", "row-parted"),
}


def mended(data):
    document = read_laid_out(data, "报告.docx")
    before = {b.place: b.setting.before for b in document.blocks if hasattr(b, "setting")}
    return mended_file(data, page_mends(document, yard()), before)


def said(data):
    document = docx.Document(io.BytesIO(data))
    cells = [c.text for t in document.tables for row in t.rows for c in row.cells]
    return "".join("".join([*(p.text for p in document.paragraphs), *cells]).split())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.finding)
def test_a_fault_that_is_certain_is_gone_and_no_word_with_it(case):
    data = written(case.beyond)
    before = {f.id for f in found(data)}
    done = mended(data)
    after = {f.id for f in found(done.data)}
    assert after <= before
    assert (case.finding in after) == (case.finding not in MENDED)
    assert said(done.data) == said(data)


def test_a_letter_by_the_standard_is_left_alone():
    assert mended(written()).made == ()


def test_what_was_mended_is_not_mended_again():
    bad = both(
        page(top=25.4), look("body", None, font="宋体", size=12), insert("note", line("blank"))
    )
    once = mended(written(bad))
    assert once.made
    assert mended(once.data).made == ()


def test_a_first_sentence_that_stands_out_keeps_its_font():
    lead = runs("body", ("一是宣传。", {"font": "黑体"}), (SENTENCE, {"font": "宋体"}))
    done = mended(written(both(look("body", None, font="宋体"), lead)))
    document = docx.Document(io.BytesIO(done.data))
    fonts = [r._r.rPr.rFonts.get(qn("w:eastAsia")) for r in document.paragraphs[4].runs]
    assert fonts == ["黑体", "仿宋_GB2312"]


def test_a_section_with_a_table_wider_than_the_text_keeps_its_margins():
    wide = tabled(widths=(3000, 2600, 1600, 1600, 800))
    done = mended(written(both(page(left=25.4, right=28.6), wide)))
    assert "margin-left" in {f.id for f in found(done.data)}


def test_what_stood_behind_empty_paragraphs_keeps_its_distance():
    done = mended(written(insert("note", line("blank"), line("blank"))))
    document = docx.Document(io.BytesIO(done.data))
    below = next(p for p in document.paragraphs if p.text.startswith("附件："))
    assert below.paragraph_format.space_before.pt == pytest.approx(3 * 28.9, abs=0.1)


def test_pages_are_begun_by_a_property_and_not_by_empty_paragraphs():
    done = mended(written(insert("note", *[line("blank")] * 22)))
    document = docx.Document(io.BytesIO(done.data))
    below = next(p for p in document.paragraphs if p.text.startswith("附件："))
    assert below.paragraph_format.page_break_before is True


def test_a_foot_that_says_more_than_the_number_stays():
    data = written(both(page(sides=("center", "center")), page(dashes="第")))
    done = mended(data)
    assert [m for m in done.made if m.finding.startswith("page-number")] == []


def test_all_rows_of_the_heads_are_repeated():
    rows = (("类别", "名称", "数量", "情况", "分值"), ("^", "单位", "册数", "^", "^"), *LIST[1:])
    done = mended(written(tabled(rows=rows, heads=0)))
    rows = docx.Document(io.BytesIO(done.data)).tables[0].rows
    is_head = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert is_head[:3] == [True, True, False]


def test_spaces_in_front_of_an_automatic_number_are_left_to_a_person():
    done = mended(written(both(AUTO, say("level-1", "　　项目基本情况", **COUNTED))))
    assert [m for m in done.made if m.finding == "spaces-indent"] == []
