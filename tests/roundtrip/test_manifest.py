"""A record is the same whether it is laid out from what was written, or from what is remembered of it."""

from decimal import Decimal
from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.figures.figure import Source, number_figure, text_figure
from generator.figures.figure_book import FigureBook
from generator.model.blocks import DocumentBlocks, Paragraph
from generator.model.figure_id import FigureId
from generator.model.spans import Span
from generator.roundtrip.manifest import (
    Written,
    WrittenDocument,
    book_lines,
    figure_lines,
    file_record,
    recorded_figures,
)

SPENT, NAME = FigureId.money("p01", "spent"), FigureId.named("p01", "name")
BODY = (
    Paragraph(
        (Span("支出"), Span("9.50万元", SPENT), Span("。", origin="text")), "overview", key="p1"
    ),
    Paragraph((Span("没有印出"),), "overview", key="p2"),
)
BLOCKS = DocumentBlocks("unit/p01/report", (Span("报\n告"),), BODY)
ANCHORS = (("a1", "title", "", True), ("a2", "p1", "", True), ("a3", "p1", SPENT, False))


@pytest.mark.parametrize(
    ("anchors", "keys"), [(ANCHORS, ["title", "p1"]), ((), ["title", "p1", "p2"])]
)
def test_documents_are_laid_out_as_what_is_remembered_of_them(anchors, keys):
    record = file_record(Written("报告.docx", b"x", (WrittenDocument(BLOCKS, anchors),)), "")
    data = record.documents_as_data()
    assert [block["key"] for block in data[0]["blocks"]] == keys
    assert data[0]["title"] == "报告"
    assert data == [document.as_data() for document in record.documents]
    assert record.documents == (*record.documents,)


def test_figures_are_laid_out_as_what_is_remembered_of_them():
    file, _ = parse_toml('[project]\nname = "图书"\n[funds]\nspent = 9.50\n', Path("p01.toml"), "p")
    figures = [
        text_figure(NAME, "图书", label="名称", sources=(Source(file, ("project", "name")),)),
        number_figure(
            SPENT,
            Decimal("9.50"),
            "万元",
            label="全年执行数",
            sources=(Source(file, ("funds", "spent")),),
            formula="9 + 0.50",
            rule="相加",
            basis="财预〔2020〕10号",
            inputs=(NAME,),
        ),
    ]
    lines = book_lines(FigureBook(figures))
    assert '"line":4,"key":"funds.spent"' in lines[1].decode()
    assert lines == figure_lines(recorded_figures(FigureBook(figures)))


def test_two_figures_of_one_id_are_a_fault():
    with pytest.raises(ValueError, match=SPENT):
        FigureBook([text_figure(NAME, "a"), text_figure(SPENT, "b"), text_figure(SPENT, "c")])
