"""Pages typed by hand, as values: no Word is written or read."""

from generator.base.document_place import DocumentPlace
from generator.model.laid_out import (
    LaidCell,
    LaidOut,
    LaidParagraph,
    LaidRow,
    LaidRun,
    LaidSection,
    LaidTable,
    Letters,
    Setting,
)
from generator.rules.page.page_facts import Pages
from tests.rules.page.yard import yard

HERE = DocumentPlace(paragraph=1)
SENTENCE = "本项目为全县读者购置纸质图书和有声读物，方便群众就近借阅，群众反映良好。"


def said(text, size=32, side="both", number="", colour="", **setting):
    """Say something in one look."""
    letters = Letters(size=size, colour=colour)
    setting = Setting(side=side, **setting)
    return LaidParagraph(HERE, (LaidRun(text, letters),), setting, letters, number)


def cell(text, row=0, column=0, rows=1, size=20):
    return LaidCell(HERE, row, column, rows, 1, (said(text, size),), (0, 0, 0, 0))


def tabled(*cells, widths, rows=1, **row):
    return LaidTable(HERE, widths, (LaidRow(**row),) * rows, cells)


def pages(*blocks, height=16838, width=11906, **paper):
    """Lay blocks out on paper as wide as A4, without any edges."""
    section = LaidSection(blocks, width, height, 0, 0, 0, 0, **paper)
    return Pages(LaidOut("报告.docx", (section,)), yard())
