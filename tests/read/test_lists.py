"""Sheets with a row for each indicator or project: one draft for each project, sorted by unit."""

from decimal import Decimal

import pytest

from generator.read.join import join_drafts
from tests.foreign import picture, read_excel, read_word, understood

ROWS = picture("""
预算单位 | 项目名称 | 主管部门 | 全年预算数（万元） | 全年执行数（万元） | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
某县图书馆 | 图书购置 | 某县文化局 | 100 | 95 | 产出指标 | 数量指标 | 购书册数 | ≥20000册 | 20500册 | 50 | 50
 |  |  |  |  | 效益指标 | 社会效益指标 | 到馆人次 | ≥10万人次 | 11万人次 | 40 | 40
 | 讲座 | 某县文化局 | 5 | 5 | 产出指标 | 数量指标 | 讲座场次 | 12场 | 12场 | 90 | 90
某县博物馆 | 布展 | 某县文化局 | 30 | 27 | 产出指标 | 数量指标 | 展览 | 3个 | 3个 | 90 | 90
合计 |  |  | 135 | 127 |  |  |  |  |  |  |
""")


def test_every_project_of_a_list_is_a_draft():
    draft = understood(read_excel(ROWS))
    assert [s.name for s in draft.subjects] == ["图书购置", "讲座", "布展"]
    first = draft.subjects[0].values
    assert first["funds"] == {"budget": 100, "spent": 95}
    assert [row["class"] for row in first["indicator"]] == ["产出/数量", "效益/社会效益"]
    assert first["indicator"][0]["stated"] == {"weight": 50, "score": 50}


def test_the_projects_of_several_units_are_sorted_by_unit():
    draft = understood(read_excel(ROWS))
    one, two = join_drafts([("名单.xlsx", draft)])
    assert (one.unit["name"], [s.name for s in one.subjects]) == (
        "某县图书馆",
        ["图书购置", "讲座"],
    )
    assert (two.unit["name"], [s.name for s in two.subjects]) == ("某县博物馆", ["布展"])


def test_a_row_for_each_project_is_understood():
    rows = picture("""
    序号 | 项目名称 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 自评得分 | 评价等级
    1 | 图书购置 | 100 | 100 | 95 | 95% | 96.5 | 优
    2 | 讲座 | 5 | 5 | 5 | 100% | 88 | 良
    """)
    draft = understood(read_word("某县图书馆2023年度项目自评汇总", rows))
    one, two = draft.subjects
    assert one.values["stated"] == {"grade": "优", "total": Decimal("96.5")}
    assert one.values["funds"]["stated"] == {"rate": 95}
    assert two.name == "讲座"


def test_percentages_of_a_sheet_are_read_as_they_are_shown():
    rows = [
        ["项目名称", "全年预算数", "全年执行数", "执行率", "三级指标", "年度指标值", "实际完成值"],
        ["讲座", 5, 4.75, 0.95, "满意度", 0.9, 0.955],
    ]
    draft = understood(read_excel(rows, percent=[(1, 3), (1, 5), (1, 6)]))
    (subject,) = draft.subjects
    assert subject.values["funds"]["stated"]["rate"] == 95
    assert subject.values["indicator"][0]["target"] == "90.00%"
    assert subject.values["indicator"][0]["actual"] == "95.50%"


def test_a_column_that_nobody_knows_is_told():
    rows = picture("""
    项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 执行率 | 心情
    讲座 | 某局 | 5 | 5 | 100% | 好
    """)
    assert any("心情" in remark for remark in understood(read_excel(rows)).remarks)


def test_a_form_and_its_report_in_two_files_are_one_project():
    form = understood(
        read_word(
            "2023年度项目支出绩效自评表",
            "填报单位：某县图书馆",
            picture("项目名称 | 讲座\n主管部门 | 某局"),
        )
    )
    report = understood(
        read_word("某县图书馆2023年讲座项目绩效自评报告", "一、项目基本情况", "办讲座。")
    )
    (joined,) = join_drafts([("表.docx", form), ("报告.docx", report)])
    (subject,) = joined.subjects
    assert subject.name == "讲座"
    assert subject.sections[0].text == "办讲座。"


def test_a_column_of_a_list_that_is_worded_otherwise_is_found_by_what_it_holds():
    rows = [
        [cell.replace("实际完成值", "年末干成").replace("得分", "甲") for cell in row]
        for row in ROWS
    ]
    draft = understood(read_excel(rows))
    first = draft.subjects[0].values["indicator"][0]
    assert (first["actual"], first["stated"]["score"]) == ("20500册", 50)


def test_every_cell_of_a_list_is_accounted_for():
    rows = [[*row, "备注" if not at else f"话{at}"] for at, row in enumerate(ROWS)]
    draft = understood(read_excel(rows))
    (account,) = draft.accounts
    unread = {(e.text, e.what) for e in account.entries if e.answer == "unread"}
    assert unread == {
        ("135", "合计没有对应的项"),
        ("127", "合计没有对应的项"),
        *((f"话{at}", "“备注”没有对应的项") for at in range(1, 6)),
    }


def test_a_list_column_with_data_that_nobody_knows_is_kept_on_the_draft():
    rows = picture("""
    项目名称 | 主管部门 | 全年预算数 | 全年执行数 | 执行率 | 心情
    讲座 | 某局 | 5 | 5 | 100% | 好
    """)
    (column,) = understood(read_excel(rows)).unread_columns
    assert (column.heading, column.cells) == ("心情", 1)


def test_forms_of_one_project_in_two_years_stay_apart():
    def form(year, actual):
        rows = picture(f"""
        项目名称 | 讲座 | < | <
        三级指标 | 年度指标值 | 实际完成值 | 得分
        讲座场次 | 12场 | {actual} | 40
        """)
        title = f"{year}年度项目支出绩效自评表"
        draft = understood(read_word(title, "填报单位：某县图书馆", rows))
        draft.year = year
        return f"{year}.docx", draft

    drafts = join_drafts([form(2022, "11场"), form(2023, "13场")])
    assert [d.year for d in drafts] == [2022, 2023]
    assert [d.subjects[0].values["indicator"][0]["actual"] for d in drafts] == ["11场", "13场"]


def test_rows_of_a_second_file_that_say_otherwise_are_listed():
    def form(name, actual):
        rows = picture(f"""
        项目名称 | 讲座 | < | <
        三级指标 | 年度指标值 | 实际完成值 | 得分
        讲座场次 | 12场 | {actual} | 40
        听众人数 | 900人 | 950人 | 50
        """)
        return name, understood(read_word("2023年度项目支出绩效自评表", rows))

    (joined,) = join_drafts([form("甲.docx", "13场"), form("乙.docx", "11场")])
    (subject,) = joined.subjects
    assert subject.values["indicator"][0]["actual"] == "13场"
    assert [(u.file, u.quote) for u in subject.unplaced] == [("乙.docx", "11场")]


GROUPED = """
序号 | 项目名称 | 年初预算 | 调整金额 | 调整后预算 | 支出数 | 支出率 | 自评得分 | 自评等级
{number} | 读者服务类 | {budget} |  |  |  |  |  |
1 | 图书购置 | 90 | 10 | 100 | 95 | 95% | 96.5 | 优
2 | 讲座 | 5 | 0 | 5 | 5 | 100% | 98 | 优
"""


@pytest.mark.parametrize(
    ("number", "budget", "names"),
    [
        ("一", "", ["图书购置", "讲座"]),
        ("（一）", "", ["图书购置", "讲座"]),
        ("3", "", ["读者服务类", "图书购置", "讲座"]),
        ("一", "105", ["读者服务类", "图书购置", "讲座"]),
    ],
)
def test_a_heading_of_projects_is_no_project(number, budget, names):
    rows = picture(GROUPED.format(number=number, budget=budget))
    draft = understood(read_word("某县图书馆2023年度项目自评汇总", rows))
    assert [s.name for s in draft.subjects] == names


def test_how_much_the_budget_was_changed_is_a_column_that_is_known():
    rows = picture(GROUPED.format(number="一", budget=""))
    draft = understood(read_word("某县图书馆2023年度项目自评汇总", rows))
    assert [column.heading for column in draft.unread_columns] == []
