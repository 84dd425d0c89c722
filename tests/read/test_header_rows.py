"""Rows that name columns: known words, and words that stand above classes and figures."""

import pytest

from generator.read.header_rows import HeaderRows
from generator.read.header_spans import HeaderSpans
from tests.read.cells import lens, table

BODY = "产出 | 数量 | 围栏长度 | ≥12公里 | 11公里 | 50 | 45.8"
WORDS = "大类 | 小类 | 事项 | 应做 | 已做 | 占 | 记"


def rows(*lines):
    return HeaderRows(table("\n".join(lines)), lens())


@pytest.mark.parametrize(
    ("head", "bottom"),
    [
        ("三级指标 | 指标值 | 完成值", 1),
        ("三级指标 | 指标值", 0),
        ("三级指标 | 指标值 | 事项", 0),
        ("三级指标 | 指标值 | 完成值 | 项目名称 | 主管部门", 1),
        ("指标值 | 完成值 | 得分", 0),
        ("一级指标 | 二级指标 | 三级指标", 0),
        ("三级指标 | 指标值 | 完成值 | 项目名称", 1),
        ("三级指标 | 指标值 | 完成值 | 项目名称 | 主管部门 | 实施单位 | 年度", 0),
    ],
)
def test_a_header_names_an_indicator_and_what_is_judged_in_three_columns(head, bottom):
    assert rows(head).named(0) == bottom


@pytest.mark.parametrize(("length", "bottom"), [(24, 1), (25, 0)])
def test_unknown_headings_have_twenty_four_signs(length, bottom):
    assert rows(WORDS.replace("事项", "事" * length), BODY).shaped(0) == bottom


@pytest.mark.parametrize(
    ("head", "body", "bottom"),
    [
        ("大类 | 事项 | 应做 | 已做", "产出 | 围栏长度 | ≥12公里 | 11公里", 1),
        ("事项 | 应做 | 已做", "围栏长度 | ≥12公里 | 11公里", 0),
        ("事项 | 应做 | 已做 | 备注", "围栏长度 | ≥12公里 | 11公里 | 无", 1),
        ("事项 | 应做 | 情况 | 备注", "围栏长度 | ≥12公里 | 完工 | 无", 0),
    ],
)
def test_unknown_headings_stand_above_four_columns_with_a_class_or_two_figures(head, body, bottom):
    assert rows(head, body).shaped(0) == bottom


@pytest.mark.parametrize(
    ("text", "spans", "is_in_class"),
    [
        ("产出 | 事项\n^ | 围栏长度", [(0, 1, True), (1, 2, True)], True),
        ("产出 | <\n^ | ^", [(0, 1, True)], False),
    ],
    ids=["beside it", "of the class alone"],
)
def test_a_row_that_has_no_cell_of_its_own_is_beside_no_class(text, spans, is_in_class):
    assert rows(text).is_in_class(1, spans) is is_in_class


DEEP = """
大类 | 小类 | 事项 | 数量情况 | < | 记分情况 | <
^ | ^ | ^ | 应做 | 已做 | 占 | 记
"""
DEEPER = """
大类 | 小类 | 事项 | 总体情况 | < | < | <
^ | ^ | ^ | 数量情况 | < | 记分情况 | <
^ | ^ | ^ | 应做 | 已做 | 占 | 记
"""


@pytest.mark.parametrize(("header", "bottom"), [(DEEP, 2), (DEEPER, 0)])
def test_unknown_headings_stand_in_two_rows(header, bottom):
    assert rows(header.strip(), BODY).shaped(0) == bottom


KNOWN = """
绩效指标 | < | < | 完成情况 | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 打分 | <
^ | ^ | ^ | ^ | ^ | 分值 | 得分
"""


@pytest.mark.parametrize("count", [2, 3])
def test_known_headings_stand_in_three_rows(count):
    lines = KNOWN.strip().splitlines()
    header = [line.replace("^", "") if n == 3 - count else line for n, line in enumerate(lines)]
    assert rows(*header[3 - count :], BODY).named(0) == count


@pytest.mark.parametrize(
    ("row", "names"),
    [
        ("指标值 | 完成值 | 甲 | 乙", True),
        ("指标值 | 完成值 | 甲 | 乙 | 丙", False),
        ("指标值 | 甲", False),
    ],
)
def test_a_further_row_of_headings_is_known_by_half(row, names):
    assert rows(row)._names_more(0) is names


@pytest.mark.parametrize(
    ("body", "edge"),
    [
        ("产出指标 | 数量指标 | 清淤长度 | 8公里 | 9公里", 2),
        ("产出指标 | 数量指标 | 质量指标 | 清淤长度 | 9公里", 3),
        ("产出指标 | 数量指标 | 质量指标 | 时效指标 | 清淤长度", 0),
    ],
)
def test_names_of_indicators_begin_within_the_first_four_columns(body, edge):
    own = table(f"甲 | 乙 | 丙 | 丁 | 戊\n{body}")
    found = HeaderSpans(own, lens(), HeaderRows(own, lens()))
    assert found.likely_edge(0, 1, [(n, n + 1, False) for n in range(5)]) == edge
