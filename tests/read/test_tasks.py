"""Tasks and projects beside amounts of their own, and words beside amounts that name no money."""

import pytest

from generator.rules.facts import printed_forms
from tests.foreign import picture, read_word, understood
from tests.rules.forms import BOOK, UNITS

TITLE = "2023年度部门整体支出绩效自评表"


def draft_of(grid):
    return understood(read_word(TITLE, picture(grid)))


def test_amounts_of_tasks_are_no_funds_of_the_department():
    draft = draft_of("""
    部门名称 | 某旗林业局 | < | < | <
    年度主要任务 | 任务名称 | 主要内容 | 预算数（万元） | 执行数（万元）
    ^ | 造林 | 新造林300亩 | 61 | 60
    ^ | 防火 | 巡护8条线路 | 22 | 21
    """)
    (subject,) = draft.subjects
    assert subject.values["duty"] == [
        {"name": "造林", "responsibility": "新造林300亩"},
        {"name": "防火", "responsibility": "巡护8条线路"},
    ]
    assert "funds" not in subject.values
    assert subject.unplaced == []
    assert subject.values["fields"] == {
        "造林·预算数（万元）": "61",
        "造林·执行数（万元）": "60",
        "防火·预算数（万元）": "22",
        "防火·执行数（万元）": "21",
    }


def test_words_before_the_name_of_an_amount_are_listed():
    draft = draft_of("""
    部门名称 | 某旗林业局 | < | < | <
    项目资金（万元） | 资金类别 | 承担单位 | 全年预算数 | 全年执行数
    ^ | 年度资金总额 | < | 83 | 81
    ^ | 甲站负责 | 造林补助 | 61 | 60
    ^ | 乙站负责 | 防火经费 | 22 | 21
    """)
    (subject,) = draft.subjects
    assert [row["name"] for row in subject.values["funds"]["sources"]] == ["造林补助", "防火经费"]
    left = [u.quote for u in (*draft.unplaced, *subject.unplaced)]
    assert left == ["甲站负责", "乙站负责"]


def told(draft):
    return {
        (f.id, f.left, f.right)
        for x in printed_forms(draft, UNITS, BOOK.words)
        for f in BOOK.findings(x)
    }


TASKS = """
部门名称 | 某旗林业局 | < | < | < | < | < | < | <
一、部门年度重点工作任务 | < | < | < | < | < | < | < | <
任务名称 | 主要内容 | 级次 | 预算（元） | < | < | 实际支出（元） | 执行率 | 偏低原因及措施
^ | ^ | ^ | 总额 | 财政拨款 | 其他 | ^ | ^ | ^
造林 | 新造林300亩 | 旗级 | 610,000.00 | 600,000.00 | 10,000.00 | 603,900.00 | 99% |
防火 | 巡护8条线路 | 盟级 | 220,000.00 | 200,000.00 | 20,000.00 | {} | {} | {}
二、部门整体支出绩效指标 | < | < | < | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成情况 | 未完成原因 | <
产出指标 | 数量指标 | 造林面积 | ≥ | 300 | 亩 | 305 | | <
"""


def test_tasks_below_a_header_of_two_rows_are_read_to_the_next_heading():
    draft = draft_of(TASKS.format("209,000.00", "95%", ""))
    (subject,) = draft.subjects
    assert [d["name"] for d in subject.values["duty"]] == ["造林", "防火"]
    kept = subject.values["fields"]
    assert kept["造林·级次"] == "旗级"
    assert kept["防火·预算·财政拨款"] == "200,000.00"
    assert [r["name"] for r in subject.values["indicator"]] == ["造林面积"]
    assert subject.unplaced == []
    assert "funds" not in subject.values


@pytest.mark.parametrize(
    ("spent", "rate", "reason", "finding"),
    [
        ("209,000.00", "95%", "", None),
        ("209,000.00", "97%", "", ("rate", "97%", "95%")),
        ("110,000.00", "50%", "", ("unspent-on", "50%", "90%")),
        ("110,000.00", "50%", "无", ("unspent-on", "50%", "90%")),
        ("110,000.00", "50%", "雨季推迟，尾款次年支付", None),
        ("198,000.00", "90%", "", None),
        ("231,000.00", "105%", "", ("overspent", "231000", "220000")),
    ],
)
def test_each_task_is_held_against_itself(spent, rate, reason, finding):
    found = told(draft_of(TASKS.format(spent, rate, reason)))
    found = {f for f in found if f[0] in ("rate", "unspent-on", "overspent", "sources")}
    assert found == ({finding} if finding else set())


def test_sources_of_a_task_come_to_its_budget():
    form = TASKS.format("209,000.00", "95%", "").replace("| 20,000.00 |", "| 30,000.00 |")
    assert ("sources", "220000", "230000") in told(draft_of(form))


PROJECTS = """
{} | 预算数 | 执行数 | 执行率
育苗补助 | 46.2 | {} | {}
护林工资 | 31.5 | 31.5 | 100%
"""
REPORT = "某旗林业局2023年部门整体支出绩效自评报告"


@pytest.mark.parametrize("head", ["项目", "项目支出", "支出内容", "任务名称", ""])
def test_the_first_project_of_a_list_is_not_the_whole_department(head):
    table = picture(PROJECTS.format(head, "40.1", "86.8%"))
    draft = understood(
        read_word(
            REPORT, "一、部门概况", "下设三个股室。", "二、项目情况", table, "三、问题", "无。"
        )
    )
    values = [s.values for s in draft.subjects]
    assert not any("funds" in v and v["funds"].get("budget") in (46.2, 31.5) for v in values)
    kept = {k: x for v in values for k, x in v.get("fields", {}).items()}
    assert kept["育苗补助·预算数"] == "46.2"
    assert kept["护林工资·执行率"] == "100%"
    assert told(draft) & {("rate", "86.8%", "86.8%")} == set()


def test_a_wrong_rate_of_a_project_in_a_list_is_told():
    table = picture(PROJECTS.format("项目", "40.1", "96.8%"))
    draft = understood(read_word(REPORT, "一、部门概况", "下设三个股室。", "二、项目情况", table))
    assert ("rate", "96.8%", "86.8%") in told(draft)


def test_a_list_with_a_total_keeps_it_too():
    table = picture(PROJECTS.format("项目", "40.1", "86.8%") + "合计 | 77.7 | 71.6 | 92.15%")
    draft = understood(read_word(REPORT, "一、部门概况", "下设三个股室。", "二、项目情况", table))
    (subject,) = draft.subjects
    assert subject.values["fields"]["合计·执行数"] == "71.6"
    assert "funds" not in subject.values


@pytest.mark.parametrize("head", ["项目", "资金来源", ""])
def test_a_whole_and_its_sources_are_no_list_of_projects(head):
    draft = draft_of(f"""
    项目名称 | 育苗 | < | <
    {head} | 全年预算数 | 全年执行数 | 执行率
    年度资金总额 | 50 | 45 | 90%
    其中：财政拨款 | 30 | 25 | 83.33%
    育林基金 | 20 | 20 | 100%
    """)
    (subject,) = draft.subjects
    assert subject.get(("funds", "budget")) == 50
    names = [s["name"] for s in subject.get(("funds", "sources"))]
    assert names == ["财政拨款", "育林基金"]
    assert subject.spending == []


def test_names_and_contents_over_two_rows_need_no_words_that_we_know():
    rows = """
    部门名称 | 南浦市气象局 | < | < | < | <
    年度主要任务 | 任务名称 | 进展 | 预算数（万元） | < | 执行数（万元）
    ^ | ^ | ^ | 总额 | 财政拨款 | ^
    ^ | 增雨作业 | 作业四十二次 | 210 | 180 | 205
    """
    (subject,) = understood(read_word("2023年度部门整体支出绩效自评表", picture(rows))).subjects
    fields = subject.values["fields"]
    assert (fields["增雨作业·进展"], fields["增雨作业·预算数·财政拨款"]) == ("作业四十二次", "180")


@pytest.mark.parametrize(
    ("points", "funds"),
    [
        ("10 | 96.39% | 9.64", {"budget": "83", "spent": "80"}),
        ("— | 96.39% | —", {}),
    ],
)
def test_the_sum_of_all_tasks_is_the_money_where_it_bears_the_points_of_the_execution(
    points, funds
):
    draft = draft_of(f"""
    部门名称 | < | 某旗林业局 | < | < | < | < | < | <
    主要任务 | 任务名称 | 完成情况 | 全年预算数（万元） | < | 全年执行数（万元） | 分值 | 执行率 | 得分
    ^ | ^ | ^ | 总额 | 财政拨款 | ^ | ^ | ^ | ^
    ^ | 造林 | 造林300亩 | 61 | 61 | 60 | — | 98.36% | —
    ^ | 防火 | 巡护到位 | 22 | 20 | 20 | — | 90.91% | —
    ^ | 金额合计 | < | 83 | 81 | 80 | {points}
    """)
    values = draft.subjects[0].values
    found = values.get("funds", {})
    assert {key: str(found[key]) for key in ("budget", "spent") if key in found} == funds
    assert str(found.get("stated", {}).get("score")) == ("9.64" if funds else "None")
    assert str(values["fields"]["金额合计·全年预算数·财政拨款"]) == "81"
