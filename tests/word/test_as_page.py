"""Tables keep their merges, figures their names, and words stay words."""

import io

import docx
from docx.oxml.ns import qn

from generator.word.anchors import document_prefix, fingerprint
from generator.word.as_page import Printed, figures_by_anchor, page_of


def bytes_of(document):
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_merges_become_spans():
    document = docx.Document()
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 0).merge(table.cell(2, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    page = page_of(bytes_of(document), {})
    assert page.count('rowspan="3"') == 1
    assert page.count('colspan="2"') == 1
    assert page.count("<td") == 1 + 1 + 2 + 2


def test_words_are_escaped():
    document = docx.Document()
    document.add_paragraph("<b>1 & 2</b>")
    assert "&lt;b&gt;1 &amp; 2&lt;/b&gt;" in page_of(bytes_of(document), {})


def test_empty_paragraphs_are_left_out():
    document = docx.Document()
    document.add_paragraph("")
    document.add_paragraph("有字")
    assert page_of(bytes_of(document), {}) == "<p>有字</p>"


def test_a_figure_is_known_by_the_name_of_its_anchor():
    whole = Printed("a/form", "p/spent", "a/funds.spent", is_whole=True)
    inside = Printed("a/form", "s1/p1", "a/funds.rate", is_whole=False)
    prefix = document_prefix("a/form")
    assert figures_by_anchor([whole, inside]) == {
        f"{prefix}_{fingerprint('p/spent')}": "a/funds.spent",
        f"{prefix}_{fingerprint('s1/p1>a/funds.rate')}": "a/funds.rate",
    }


def test_a_bookmark_of_a_figure_becomes_a_button_and_the_inner_one_counts():
    document = docx.Document()
    paragraph = document.add_paragraph()
    names = iter(("_jx1_a", "_jx1_b_2", "other"))
    for words in ("支出", "<95>", "万元"):
        start = paragraph._p.makeelement(qn("w:bookmarkStart"), {})
        name = next(names)
        start.set(qn("w:id"), name[-1])
        start.set(qn("w:name"), name)
        paragraph._p.append(start)
        paragraph.add_run(words)
    for id in ("2", "a", "r"):
        end = paragraph._p.makeelement(qn("w:bookmarkEnd"), {})
        end.set(qn("w:id"), id)
        paragraph._p.append(end)
    page = page_of(bytes_of(document), {"_jx1_a": "whole", "_jx1_b": "spent"})
    button = '<button type="button" data-figure="spent">&lt;95&gt;万元</button>'
    assert page == f"<p>支出{button}</p>"


def test_headings_stand_below_those_around_them():
    document = docx.Document()
    document.add_heading("一、概况", 1)
    assert page_of(bytes_of(document), {}, below=3) == "<h4>一、概况</h4>"
