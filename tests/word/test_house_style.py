"""The house style of a workspace goes over every template."""

from decimal import Decimal

from generator.model.workspace import HouseStyle
from tests.word.samples import MANNER, REPORT, opened, part, report_of, write


def styles(**values):
    manner = MANNER._replace(style=HouseStyle(**values))
    return opened(write(part(REPORT, report_of()), manner=manner)).styles


def test_line_spacing_changes_for_body_text_and_not_for_tables():
    assert styles()["公文正文"].paragraph_format.line_spacing.pt == 28.9
    found = styles(line=Decimal("27.5"))
    assert found["公文正文"].paragraph_format.line_spacing.pt == 27.5
    assert (
        found["表格文字"].paragraph_format.line_spacing
        == styles()["表格文字"].paragraph_format.line_spacing
    )
    assert found["表格文字"].paragraph_format.line_spacing.pt == 12.6


def test_headings_are_bold_where_asked():
    found = styles(bold=(2,))
    assert found["Heading 2"].font.bold
    assert not found["Heading 1"].font.bold


def test_fonts_are_replaced_by_name():
    from docx.oxml.ns import qn

    fonts = styles(fonts={"仿宋_GB2312": "仿宋"})["公文正文"].element.rPr.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == "仿宋"
