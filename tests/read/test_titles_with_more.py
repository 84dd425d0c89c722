"""A title whose line says more: the unit of the money, who fills it in; in a cell and above the table."""

import pytest

from generator.read.printed_values import title_pieces
from tests.foreign import picture, read_word, understood

TABLE = """
{first}项目名称 | 灌区泵站更新 | < | < | 项目负责人 | 王强 | <
主管部门 | 云山县水利局 | < | < | 实施单位 | 云山县水利站 | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出（60分） | 数量 | 新建泵站 | ≥12座 | 12座 | 60 | 60
效益（40分） | 社会效益 | 农户满意度 | ≥90% | 92% | 40 | 40
"""
TITLES = (
    "项目支出绩效自评表（2023年度）  单位：元",
    "项目支出绩效自评表（2023年度）　　　单位：元",
    "项目支出绩效自评表（2023年度）单位：元",
)


def told(*parts):
    draft = understood(read_word(*parts))
    (subject,) = draft.subjects
    return subject.title, draft.year, subject.money_unit


@pytest.mark.parametrize("title", TITLES)
def test_a_title_in_a_cell_is_one_whatever_its_line_says_besides(title):
    table = picture(TABLE.format(first=f"{title} | < | < | < | < | < | <\n").strip())
    assert told(table) == ("项目支出绩效自评表（2023年度）", 2023, "元")


@pytest.mark.parametrize("title", TITLES)
def test_so_is_a_title_above_the_table(title):
    table = picture(TABLE.format(first="").strip())
    assert told(title, table) == ("项目支出绩效自评表（2023年度）", 2023, "元")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("2023年度 项目支出绩效自评表", ["2023年度 项目支出绩效自评表"]),
        ("自评表（表3）", ["自评表（表3）"]),
        ("自评表\n（2023年度）", ["自评表", "（2023年度）"]),
        ("自评表（2023年度）（单位：元）", ["自评表（2023年度）", "（单位：元）"]),
    ],
)
def test_a_line_is_parted_where_it_has_a_gap_or_a_label(text, pieces):
    assert title_pieces(text) == pieces
