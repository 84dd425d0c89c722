"""Funds in strips: a row of labels and amounts is the whole, the rows below it are its sources."""

import pytest

from generator.read.strip_funds import find_strips, read_strips
from tests.foreign import book, picture, read_word, understood
from tests.read.cells import desk, table

FORM = """
项目名称 | 灌区泵站更新 | < | < | 项目负责人 | 王强 | <
{strips}
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出（60分） | 数量 | 新建泵站 | ≥12座 | 12座 | 60 | 60
效益（40分） | 社会效益 | 农户满意度 | ≥90% | 92% | 40 | 40
"""
WHOLE = "预算资金（万元） | 460 | 实际支出（万元） | < | 391 | 执行率 | 85%"


def funds(strips):
    text = FORM.format(strips=strips)
    (subject,) = understood(read_word("2023年度项目支出绩效自评表", picture(text.strip()))).subjects
    said = subject.get(("funds",))
    keys = ("budget", "spent", "stated-rate")
    sources = [(s["name"], *(str(s.get(key)) for key in keys)) for s in said.get("sources", ())]
    return (said.get("budget"), said.get("spent")), sources


@pytest.mark.parametrize(
    "below",
    [
        "其中：省级资金 | 300 | | < | 240 | 执行率 | 80%\n县级资金 | 160 | | < | 151 | 执行率 | 94.38%",
        "其中：省级资金 | 300 | | < | 240 | | 80%\n县级资金 | 160 | | < | 151 | | 94.38%",
        "其中：省级资金 | 300 | 省级资金 | < | 240 | 执行率 | 80%\n县级资金 | 160 | 县级资金 | < | 151 | 执行率 | 94.38%",
    ],
)
def test_each_source_has_its_amounts_below_those_of_the_whole(below):
    assert funds(f"{WHOLE}\n{below}") == (
        (460, 391),
        [("省级资金", "300", "240", "80"), ("县级资金", "160", "151", "94.38")],
    )


def test_the_names_may_stand_before_the_labels_of_each_row():
    assert funds(
        "年度资金总额 | 预算数 | 460 | 执行数 | 391 | 执行率 | 85%\n"
        "其中：省级资金 | 预算数 | 300 | 执行数 | 240 | 执行率 | 80%"
    ) == ((460, 391), [("省级资金", "300", "240", "80")])


def test_the_whole_alone_is_read_where_its_label_names_the_block():
    assert funds(WHOLE) == ((460, 391), [])


def test_a_source_may_have_a_name_that_nobody_knows():
    below = "其中：自治区资金 | 300 | 支出 | < | 240 | 执行率 | 80%\n师本级资金 | 160 | 支出 | < | 151 | 执行率 | 94.38%"
    assert [source[0] for source in funds(f"{WHOLE}\n{below}")[1]] == ["自治区资金", "师本级资金"]


def test_sources_of_which_one_is_laid_out_otherwise_are_no_strips():
    below = "其中：省级资金 | 300 | | < | 240 | | 80%\n县级资金 | 160 | 已支出一百余万元 | < | < | < | <"
    assert [source[2] for source in funds(f"{WHOLE}\n{below}")[1]] != ["240"]


def test_a_row_of_other_labels_ends_the_block():
    amounts, sources = funds(f"{WHOLE}\n建设地点 | 甲镇 | 建设年限 | < | 2年 | 进度 | 完工")
    assert (amounts, sources) == ((460, 391), [])


def test_labels_between_the_amounts_are_of_the_form_and_amounts_are_not():
    own = desk()
    strips = table(f"{WHOLE}\n其中：省级资金 | 300 | | < | 240 | 执行率 | 80%")
    read_strips(find_strips(strips, 0, book()), strips, own)
    furnished = {(place.row, place.column) for place in own.tally.furniture}
    assert furnished == {(1, 1), (1, 3), (1, 6), (2, 1), (2, 6)}
