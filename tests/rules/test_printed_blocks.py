"""What is about to be printed is looked at once more."""

from decimal import Decimal

import pytest

from generator.figures.figure import Figure
from generator.figures.figure_book import FigureBook
from generator.model.blocks import Cell, DocumentBlocks, Heading, Paragraph, Row, Table
from generator.model.spans import Span
from generator.rules.printed_blocks import check_blocks

BOOK = FigureBook([Figure("p/funds.spent", Decimal(95), "95万元", "万元")])


def document(*blocks, form=None):
    return DocumentBlocks("d", (Span("报告"),), blocks, form=form)


def paragraph(*spans):
    return Paragraph(spans, (), key="p1")


def messages(blocks, *, is_draft=False):
    return [p.message for p in check_blocks([blocks], BOOK, is_draft=is_draft)]


def form(total, *scores):
    rows = tuple(Row({"score": Cell((Span(score),))}, f"r{n}") for n, score in enumerate(scores))
    fields = {
        "total": Cell((Span(total),)),
        "execution_score": Cell((Span("10"),)),
    }
    return document(form=Table(fields, {"indicators": rows}, {}, "p"))


def test_a_sound_document_has_nothing_to_tell():
    sound = document(paragraph(Span("支出"), Span("95万元", "p/funds.spent")))
    assert messages(sound) == []
    assert messages(form("96", "50", "36")) == []


def test_a_figure_without_a_source_is_told():
    assert "没有来源" in messages(document(paragraph(Span("9", "p/nothing"))))[0]


@pytest.mark.parametrize("text", ["支出{{ funds.spent }}", "{% if a %}"])
def test_a_quotation_that_was_not_filled_is_told(text):
    assert "没有填上" in messages(document(paragraph(Span(text))))[0]


def test_a_gap_is_told_except_in_a_draft():
    gap = document(paragraph(Span("支出【待补】")))
    assert "空缺" in messages(gap)[0]
    assert messages(gap, is_draft=True) == []


def test_headings_of_one_number_are_told():
    first = Heading(1, "一、", (Span("甲"),), "a", "a")
    assert "编号重复" in messages(document(first, first._replace(key="b")))[0]


def test_a_total_above_its_scores_is_told_one_below_is_not():
    assert "大于各项得分之和" in messages(form("97", "50", "36"))[0]
    assert messages(form("95", "50", "36")) == []
