"""Levels of headings: which may not be left out, which are numbered alike."""

import pytest

from generator.rules.page.page_numbering import mixed, order
from tests.rules.page.laid import SENTENCE, pages, said

HEADS = {1: "一、项目情况", 2: "（一）项目情况", 3: "1.项目情况", 4: "（1）项目情况"}


@pytest.mark.parametrize(
    ("levels", "missing"),
    [((1, 2, 3), []), ((2,), ["level-missing"]), ((3,), []), ((1, 3), []), ((4,), [])],
)
def test_only_headings_of_the_second_level_need_one_above(levels, missing):
    report = pages(*[said(HEADS[level]) for level in levels], said(SENTENCE))
    assert [finding.id for finding in order(report)] == missing


@pytest.mark.parametrize("level", HEADS)
def test_headings_of_every_level_are_numbered_alike(level):
    head = HEADS[level]
    title = head[-4:]
    counted = said(title, number=head.removesuffix(title))
    own = [found.id for found in mixed(pages(said(head), counted, said(head), said(SENTENCE)))]
    assert own == ["number-counted"]
    assert [*mixed(pages(said(head), said(head), said(SENTENCE)))] == []


TITLE = said("图书购置项目绩效自评报告", 44, "center", begins_page=True)


@pytest.mark.parametrize(
    ("turn", "missing"),
    [
        ([said(HEADS[2], begins_page=True)], []),  # a page break within a report
        ([TITLE, said(HEADS[2])], ["level-missing"]),  # another report
    ],
)
def test_a_report_goes_on_behind_a_page_break(turn, missing):
    report = pages(said(HEADS[1]), said(SENTENCE), *turn, said(SENTENCE))
    assert [finding.id for finding in order(report)] == missing
