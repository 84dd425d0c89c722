"""Tables of documents that are written together."""

import re

from generator.word.columns import arrange
from generator.word.columns.arrange import Arranger
from generator.word.columns.table_looks import Looks, ParagraphLook
from generator.word.columns.written_body import Body
from tests.word.columns.tables import body, paragraph, plain_table

LOOKS = Looks({"": ParagraphLook(21, 240, "auto", "")}, {"": (0, 57, 0, 57)})
LONG = "各项工作按计划完成，群众反映的问题件件有回音，事事有着落，没有发生安全事故。"
WIDTHS = (2000, 2000, 2000)


def arranged(*texts, template="form.docx"):
    made = Arranger().arrange([Body(template, text, LOOKS) for text in texts])
    return [own.text for own in made]


def grids(text):
    return [
        tuple(map(int, re.findall(r'<w:gridCol w:w="(\d+)"/>', one)))
        for one in re.findall(r"<w:tblGrid>.*?</w:tblGrid>", text)
    ]


def form(*words):
    return body(plain_table(WIDTHS, words))


def test_documents_of_one_template_share_widths():
    calm, full = arranged(form("甲", "乙", "丙"), form("甲", LONG, "丙"))
    assert grids(calm) == grids(full) != [WIDTHS]


def test_documents_of_other_templates_do_not():
    bodies = [
        Body("a.docx", form("甲", "乙", "丙"), LOOKS),
        Body("b.docx", form("甲", LONG, "丙"), LOOKS),
    ]
    calm, full = (own.text for own in Arranger().arrange(bodies))
    assert grids(calm) == [WIDTHS]
    assert grids(full) != [WIDTHS]


def test_tables_under_each_other_are_one_form_and_others_are_not():
    between = paragraph("")
    one = body(
        plain_table(WIDTHS, ["甲", LONG, "丙"]), between, plain_table(WIDTHS, ["甲", "乙", "丙"])
    )
    first, second = grids(arranged(one)[0])
    assert first[0] == second[0] != WIDTHS[0]  # labels stand in one column
    two = body(
        plain_table(WIDTHS, ["甲", LONG, "丙"]),
        paragraph("另一张表"),
        plain_table((*WIDTHS[:2], 1999), ["甲", "乙", "丙"]),
    )
    first, second = grids(arranged(two)[0])
    assert first != WIDTHS
    assert second == (*WIDTHS[:2], 1999)


def test_an_own_template_keeps_its_widths_unless_they_break_something():
    calm, torn = form("甲", LONG, "丙"), body(plain_table((600, 3000), ["1234.5万元", "甲"]))
    own = [Body(name, text, LOOKS, is_own=True) for name, text in (("a", calm), ("b", torn))]
    first, second = (one.text for one in Arranger().arrange(own))
    assert grids(first) == [WIDTHS]
    assert grids(second) != [(600, 3000)]


def test_widths_that_a_person_fixed_stand_and_all_else_is_arranged():
    fixed = body(
        plain_table(WIDTHS, ["甲", LONG, "丙"], properties='<w:tblCaption w:val="固定列宽"/>')
    )
    made = arranged(fixed)[0]
    assert grids(made) == [WIDTHS]
    assert '<w:jc w:val="left"/>' in made


def test_a_long_list_stays():
    rows = [["甲", LONG, "丙"]] * 400
    text = body(plain_table(WIDTHS, *rows))
    assert grids(arranged(text)[0]) == [WIDTHS]


def test_what_is_arranged_once_is_arranged_alike_again():
    texts = [form("甲", LONG, "丙"), form("1234.5万元", "乙", "丙")]
    assert arranged(*texts) == arranged(*texts)


def test_a_text_without_tables_is_as_it_was():
    text = body(paragraph("只有正文。"))
    assert arranged(text) == [text]


OPEN = '<w:tblBorders><w:bottom w:val="nil"/></w:tblBorders>'


def joined(words):
    above = plain_table(WIDTHS, ["甲", words, "丙"], properties=OPEN)
    return body(above, paragraph(""), plain_table(WIDTHS, ["甲", "乙", "丙"]))


def test_tables_of_a_form_share_the_rule_between_them_unless_a_page_may_end_there():
    assert 'w:val="nil"' in arranged(joined("乙"))[0]
    high = arranged(joined(LONG * 10))[0]
    assert 'w:val="nil"' not in high
    assert '<w:tblBorders><w:bottom w:val="single"' in high


def test_what_was_arranged_before_is_not_looked_at_again(monkeypatch):
    arranger, read = Arranger(), []
    looked = arrange.find_forms
    monkeypatch.setattr(arrange, "find_forms", lambda b, r: (read.append(b), looked(b, r))[1])
    calm, full = (
        Body("a.docx", form("甲", "乙", "丙"), LOOKS),
        Body("a.docx", form("甲", LONG, "丙"), LOOKS),
    )
    first = arranger.arrange([calm, full])
    read.clear()
    assert arranger.arrange([calm, full]) == first
    assert read == []
    other = full._replace(text=form(LONG, LONG, "丙"))
    assert arranger.arrange([calm, other]) == Arranger().arrange([calm, other])


def test_other_looks_are_another_body():
    arranger, one = Arranger(), Body("a.docx", form("甲", LONG, "丙"), LOOKS)
    large = one._replace(looks=Looks({"": ParagraphLook(44, 480, "auto", "")}, LOOKS.cells))
    arranger.arrange([one])
    assert arranger.arrange([large]) == Arranger().arrange([large])
