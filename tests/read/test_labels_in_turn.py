"""Labels and values in turn are no header of indicators; an amount is no name; sheets of one subject."""

import io

import openpyxl
import pytest

from generator.use.foreign_file import read_foreign
from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"
ROWS = """指标类 | 具体指标 | 年度计划 | 实际值 | 满分 | 得分
产出 | 铺设管道（米） | 900 | 900 | 60 | 60
效益 | 漏损率 | ≤9% | 8% | 40 | 40"""


def test_a_row_of_pairs_above_the_money_is_no_header():
    (subject,) = understood(
        read_word(
            TITLE,
            picture(
                """
                项目名称 | 管网技改 | 支出类别 | 资本性支出 | < | <
                预算单位 | 青岭水务公司 | 批复文号 | 青财资〔2023〕6号 | 是否跨年 | 是
                资金投入 | 项目 | 计划投资 | 实际到位 | 实际支出 | 支出进度
                ^ | 资本金 | 900 | 900 | 765 | 85%
                """
            ),
            picture(ROWS),
        )
    ).subjects
    assert [i["name"] for i in subject.values["indicator"]] == ["铺设管道（米）", "漏损率"]
    assert subject.values["fields"]["批复文号"] == "青财资〔2023〕6号"
    assert subject.values["fields"]["是否跨年"] == "是"


@pytest.mark.parametrize("first", ["指标类 | 具体指标 | 年度计划 | 实际值 | 满分 | 得分"])
def test_a_header_of_an_even_number_of_columns_stays_one(first):
    assert ROWS.startswith(first)
    (subject,) = understood(read_word(TITLE, picture(ROWS))).subjects
    assert [i["weight"] for i in subject.values["indicator"]] == [60, 40]


def test_an_amount_is_no_name_of_a_project():
    text = f"""
        部门名称 | 青岭县林业局 | < | < | < | <
        支出预算合计 | 900 | 基本支出 | 300 | 项目支出 | 600
        {ROWS}
    """
    draft = understood(read_word("部门整体支出绩效自评表", picture(text)))
    (subject,) = draft.subjects
    assert subject.kind == "department"
    assert "600" in subject.values["fields"].values()


def test_a_name_in_that_place_is_one():
    text = f"项目支出名称 | 护林防火 | < | < | < | <\n{ROWS}"
    (subject,) = understood(read_word(TITLE, picture(text))).subjects
    assert subject.name == "护林防火"


def workbook(tmp_path, second):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "基础信息"
    for row in (
        ["部门整体支出绩效自评基础信息表"],
        ["部门名称", "青岭县林业局", "供养人数", 96],
        ["完成情况", "巡护二百公里，没有火灾。"],
    ):
        sheet.append(row)
    other = book.create_sheet("评分表")
    other.append([second])
    for line in picture(ROWS):
        other.append(line)
    stream = io.BytesIO()
    book.save(stream)
    path = tmp_path / "form.xlsx"
    path.write_bytes(stream.getvalue())
    return read_foreign(path)[0]


def test_sheets_of_one_subject_are_read_together(tmp_path):
    (subject,) = understood(workbook(tmp_path, "部门整体支出绩效自评评分表")).subjects
    assert subject.get(("goal", "achieved")) == "巡护二百公里，没有火灾。"
    assert len(subject.values["indicator"]) == 2
    assert subject.values["fields"]["供养人数"] == "96"


def test_a_sheet_of_another_kind_is_another_subject(tmp_path):
    subjects = understood(workbook(tmp_path, "项目支出绩效自评评分表")).subjects
    assert [s.kind for s in subjects] == ["department", "project"]


@pytest.mark.parametrize(("heading", "below"), [("金额", "60"), ("金 额", "")])
def test_a_list_of_amounts_of_projects_names_no_project(heading, below):
    title = "2023年度部门整体支出绩效自评表"
    head = f"""
    部门名称 | < | 青岭县水务局 | < | < | 单位编码 | < | 205001 | <
    部门收支情况（万元） | 收入项目 | < | {heading} | < | 支出项目 | < | {heading} | <
    ^ | 拨款 | < | {below} | < | 人员经费 | < | {below} | <
    """
    subjects = understood(read_word(title, picture(head.strip() + f"\n{ROWS}"))).subjects
    assert [(s.kind, s.name, s.has_indicators) for s in subjects] == [("department", "", True)]
