"""Rows of the money as loops: a form prints as many as a unit has, whatever the first one had."""

import re

import pytest

from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from tests.foreign import picture, word_bytes
from tests.use.adopt.grid_form import GridForm

TITLE = "项目支出绩效自评表（2023年度）"
ROWS = """
    一级指标 | 二级指标 | 三级指标 | < | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 安装路灯 | < | ≥80盏 | 82盏 | 50 | 50
    效益指标 | 社会效益指标 | 受益村 | < | ≥4个 | 4个 | 40 | 40
    总分 | < | < | < | < | < | 90 | 90
"""
SOURCES = """
    项目名称 | < | 乡村路灯 | < | < | < | < | <
    预算执行情况（万元） | 资金来源 | 年初预算 | 全年预算数 | 全年执行数 | 执行率 | 权重 | 得分
    ^ | 总额 | 50 | 52 | 49.4 | 95.00% | 10 | 9.5
    ^ | 其中：财政资金 | 40 | 42 | 39.4 | 93.81% | / | /
    {between}
    {ROWS}
"""
FULL = "^ | 单位资金 | 10 | 10 | 10 | 100.00% | / | /"
BLANK = "^ | 财政专户管理资金 |  |  |  |  | / | /"
LAST = "^ | 其他资金 |  |  |  |  | / | /"


def sources(*lines):
    between = "\n    ".join(lines)
    return word_bytes(TITLE, picture(SOURCES.format(between=between, ROWS=ROWS.strip())))


@pytest.mark.parametrize(
    ("first", "second"),
    [((), (FULL,)), ((BLANK, FULL, LAST), (FULL,)), ((BLANK, FULL), (BLANK, FULL))],
    ids=["one row becomes two", "blank rows that the other has not", "blank rows again"],
)
def test_sources_are_a_loop_whichever_rows_of_the_first_form_are_blank(twin, first, second):
    differences, _, words = twin(sources(*first), sources(*second))
    assert "{%tr for row in rows.funds %}" in words
    assert not any("rows.funds[" in text for text in words)
    assert differences == ()


DASHES = SOURCES.replace("93.81%", "—").replace("39.4", "{spent}")
OTHER = "^ | 单位资金 | 10 | 10 | 10 | {rate} | / | /"


@pytest.mark.parametrize(
    ("spent", "rate", "tags"),
    [
        ("39.4", "—", 0),  # beside what was spent: the column says no rate
        ("39.4", "100.00%", 1),  # one row says one: the dash stands for something else
        ("", "—", 1),  # a dash for no money
    ],
)
def test_a_dash_beside_amounts_is_printed_in_the_place_of_a_rate(planned, spent, rate, tags):
    between = OTHER.format(rate=rate) if spent else BLANK.replace("|  | / | /", "| — | / | /")
    text = DASHES.format(spent=spent, between=between, ROWS=ROWS.strip())
    (loop,) = (o for o in planned(word_bytes(TITLE, picture(text))).loops if o.over == "rows.funds")
    cells = [*loop.rows[0].cells.values()]
    assert cells.count("{{ row.rate }}") == tags
    assert "{{ row.spent }}" in cells


DEPARTMENT = """
    部门名称 | < | 青岭县档案馆 | < | < | < | < | <
    年度预算申请（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^ | 年度资金总额 | 60 | 60 | 57 | 10 | 95.00% | 9.5
    ^ | 按收入性质分： | < | < | < | 按支出性质分： | < | <
    {parts}
    年度总体目标 | 预期目标 | < | < | 实际完成情况 | < | < | <
    ^ | 整理档案三千卷。 | < | < | 整理档案三千一百卷。 | < | < | <
    {ROWS}
"""


def department(*pairs, title="2023年度部门整体支出绩效自评表"):
    lines = "\n    ".join(f"^ | {income} | < | < | < | {spent} | < | <" for income, spent in pairs)
    return word_bytes(
        title,
        [
            [cell.replace("~", "　") for cell in row]  # blanks that a picture has no place for
            for row in picture(DEPARTMENT.format(parts=lines, ROWS=ROWS.strip()))
        ],
    )


@pytest.mark.parametrize(
    "second",
    [
        [("其中：一般公共预算：60", "其中：基本支出：60")],
        [
            ("其中：一般公共预算：30", "其中：基本支出：40"),
            ("政府性基金拨款：10", "项目支出：15"),
            ("纳入专户管理的非税收入拨款：10", "上缴上级支出：5"),
            ("其他资金：10", ""),
        ],
        [
            ("其中：一般公共预算：45", "其中：基本支出：40"),
            ("~~~政府性基金拨款：", "~~~项目支出：20"),
            ("~~~纳入专户管理的非税收入拨款：", ""),
            ("~~~事业收入：15", ""),
        ],
    ],
    ids=["shorter", "longer", "without an amount, indented"],
)
def test_lists_side_by_side_are_as_long_as_those_of_the_unit(twin, second):
    before = "~~~" if any("~" in income for income, _ in second) else ""
    first = [
        ("其中：一般公共预算：45", "其中：基本支出：40"),
        (f"{before}政府性基金拨款：0", f"{before}项目支出：20"),
        (f"{before}其他资金：15", ""),
    ]
    differences, _, words = twin(department(*first), department(*second))
    assert "{%tr for row in rows.breakdown %}" in words
    assert differences == ()


WAITING = GridForm(
    "waiting",
    "部门整体支出绩效自评表\n（[2023]年度）",
    """
    部门名称 | < | [青岭县档案馆] | < | < | < | <
    年度预算申请（万元） | | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分
    ^ | 年度资金总额 | [60] | [60] | [57] | [95%] | [9.5]
    ^ | 按收入性质分： | < | < | 按支出性质分： | < | <
    ^ | 其中：一般公共预算：[55] | < | < | 其中：基本支出：[40] | < | <
    ^ | 其他资金：[5] | < | < | 项目支出：[20] | < | <
    年度主要任务 | 任务名称 | < | 主要内容 | < | 预算数 | 执行数
    ^ | [整理档案] | < | [整理三千卷] | < | [20] | [19]
    ^ | [开放阅览] | < | [全年开放] | < | [5] | [5]
    年度总体目标 | < | [整理档案三千卷。] | < | < | < | <
    完成情况 | < | [整理档案三千一百卷。] | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | [整理档案] | [≥3000卷] | [3100卷] | [50] | [50]
    效益指标 | 社会效益指标 | [接待读者] | [≥800人次] | [820人次] | [40] | [40]
    总分 | < | < | < | < | 100 | [99.5]
    """,
)


def test_a_head_over_kinds_of_money_and_an_area_are_no_blank_and_no_place(planned):
    pairs = [("其中：一般公共预算：45", "其中：基本支出：40"), ("其他资金：15", "项目支出：20")]
    said = planned(department(*pairs, title="2023年度转移支付区域绩效自评表")).left
    assert not [one for one in said if "性质分" in one.text or "转移支付区" in one.reason]


DECLARED = GridForm(
    "declared",
    "项目支出绩效目标申报表\n（[2024]年度）",
    """
    项目名称 | < | [扩建苗圃] | < | < | <
    项目资金（万元） | 实施期资金总额 | [300] | < | 年度资金总额 | [100]
    ^ | 其中：财政拨款 | [280] | < | 其中：财政拨款 | [95]
    ^ | 其他资金 | [20] | < | 其他资金 | [5]
    总体目标 | 实施期目标 | < | < | 年度目标 | <
    ^ | [育苗九十万株。] | < | < | [育苗三十万株。] | <
    绩效指标 | 一级指标 | 二级指标 | 三级指标 | 实施期指标值 | 年度指标值
    ^ | 产出指标 | 数量指标 | [育苗] | [≥90万株] | [≥30万株]
    ^ | 效益指标 | 生态效益指标 | [成活率] | [≥90%] | [≥85%]
    ^ | 满意度指标 | 满意度指标 | [林农满意度] | [≥90%] | [≥90%]
    """,
)
# The unit has no indicator of a class that the blank form prints.
WITHOUT_CLASS = DECLARED._replace(table=DECLARED.table.replace("生态效益", "社会效益"))


@pytest.mark.parametrize(
    ("blank", "filled", "more"),
    [
        (WAITING, WAITING, set()),
        (DECLARED, DECLARED, set()),
        # The row of the class that is empty, and the cells that reach over it.
        (DECLARED, WITHOUT_CLASS, {0, 7, 10}),
    ],
)
def test_what_a_blank_form_prints_twice_or_ahead_is_read_for_what_it_is(
    run, workspace, blank, filled, more
):
    (workspace / "form.docx").write_bytes(blank.blank)
    (workspace / "filled.docx").write_bytes(filled.filled)
    assert "（100.0%）" in run("adopt", workspace / "form.docx", "-o", workspace)[1]
    folder = workspace / "inputs" / "y"
    assert "没有导入" not in run("import", workspace / "filled.docx", "-o", folder)[1]
    assert run("build", folder)[0] == 0
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    found = compare(*(read_foreign(path)[0] for path in (workspace / "filled.docx", made)))
    assert {one.place.row for one in found.differences} == more


ARRIVED = """
    项目名称 | < | 乡村路灯 | < | < | < | < | <
    预算执行情况（万元） | 资金来源 | 预算数 | 到位数 | 执行数 | 执行率 | 权重 | 得分
    ^ | 合计 | 52 | 47 | 45.5 | 87.50% | 10 | 8.75
    ^ | 省级资金 | 40 | 36 | 35 | 87.50% | / | /
    ^ | 县级资金 | 12 | 11 | 10.5 | 87.50% | / | /
"""


def test_a_further_amount_of_all_the_money_is_stated_once(planned):
    plan = planned(word_bytes(TITLE, picture(ARRIVED + ROWS)))
    tags = [edit.text for edit in plan.edits]
    assert '{{ form.amounts["到位数"] }}' in tags
    assert not any("到位数" in name for name in plan.fields)


BESIDE = """
    项目名称 | < | 乡村路灯 | < | < | < | < | <
    项目资金（万元） | 资金来源 | 预算数 | 到位数 | 执行数 | 结余数 | 下达文号 | 备注
    ^ | 年度资金总额 | 52 | 47 | 45.5 | 1.5 | 乡财1号 | 缓拨
    ^ | 其中：省级资金 | 40 | 36 | 35 | 1 | 乡财1号 | 缓拨
    ^ | 县级资金 | 12 | 11 | 10.5 | 0.5 | 乡财2号 | 已拨
"""


def test_columns_of_the_money_are_the_same_in_a_blank_form(planned):
    blank = BESIDE
    for words in (" 52", " 47", " 45.5", " 1.5", " 40", " 36", " 35", " 1", " 12", " 11", " 10.5",
                  " 0.5", " 乡财1号", " 乡财2号", " 缓拨", " 已拨"):  # fmt: skip
        blank = blank.replace(f"|{words} ", "| ").replace(f"|{words}\n", "|\n")
    plans = [planned(word_bytes(TITLE, picture(form + ROWS))) for form in (BESIDE, blank)]
    filled, empty = ({(*e.place[2:5], e.text) for e in plan.edits} for plan in plans)
    loops = [dict(loop.rows[0].cells) for plan in plans for loop in plan.loops[-1:]]
    assert filled == empty
    assert loops[0] == loops[1]
    assert {'{{ row.amounts["结余数"] }}', '{{ row.field["下达文号"] }}'} <= {*loops[0].values()}


WITHOUT_LABEL = """
    项目名称 | 校舍加固 | < | < | < | <
    资金来源（元） | 预算安排 | 实际到位 | 实际支出 | 结余 | 备注
    合计 | [1,500.00] | [1,500.00] | [1,425.00] | [75.00] | [质保金]
    省级财政 | [900.00] | [900.00] | [855.00] | [45.00] | [质保金]
    区级财政 | [600.00] | [600.00] | [570.00] | [30.00] | [质保金]
"""


def test_names_of_sources_beside_blanks_are_names(planned):
    forms = (re.sub(r"\[(.*?)\]", said, WITHOUT_LABEL) for said in (r"\1", ""))
    plans = [planned(word_bytes("2023年度项目支出绩效自评表", picture(form))) for form in forms]
    loops = [[(loop.over, dict(loop.rows[0].cells)) for loop in plan.loops] for plan in plans]
    assert loops[0] == loops[1]
    assert loops[0][0][1][0] == "{{ row.name }}"


NAMED = """
    项目名称 | < | 乡村路灯 | < | < | < | < | <
    预算执行情况（万元） | 资金来源 | 年初预算 | 全年预算数 | 全年执行数 | 执行率 | 权重 | 得分
    ^ | 总额 | 50 | 50 | 40 | 80.00% | 10 | 8
    ^ | {0} | 30 | 30 | 24 | 80.00% | / | /
    ^ | {1} | 20 | 20 | 16 | 80.00% | / | /
"""


def named(*names):
    rows = picture(NAMED.format(*names).strip() + ROWS)
    return word_bytes(TITLE, [[cell.replace("·", "　") for cell in row] for row in rows])


@pytest.mark.parametrize(
    ("first", "second", "labels", "indent"),
    [
        ("其中：省级资金", "···县级资金", {}, "　　　"),
        ("其中：省级资金", "县级资金", {}, ""),
        (
            "其中：1.省级资金",
            "2.县级资金",
            {"省级资金": "其中：1.省级资金", "县级资金": "2.县级资金"},
            "",
        ),
    ],
)
def test_sources_are_called_as_the_form_calls_them(planned, first, second, labels, indent):
    sources = planned(named(first, second)).sources
    assert (dict(sources.labels), sources.indent) == (labels, indent)


def test_blanks_before_names_of_sources_are_printed_before_new_ones(twin, run, workspace):
    twin(*(named("其中：省级资金", f"···{other}级资金") for other in ("县", "市")))
    _, told, _ = run("build", workspace / "inputs" / "y")
    assert "错误" not in told
    (made,) = (p for p in (workspace / "outputs" / "y").glob("*.docx") if "按填报数" not in p.name)
    said = [text for _, text, _ in read_foreign(made)[0].said() if text.endswith("级资金")]
    assert said == ["其中：省级资金", "　　　市级资金"]


RATES = """
    项目名称 | < | 乡村路灯 | < | < | < | < | <
    资金情况（万元） | 资金来源 | 预算数 | 到位数 | 到位率 | 执行数 | 执行率 | 结余
    ^ | 合计 | [80.00] | [76.00] | [95.00%] | [72.00] | [90.00%] | [4.00]
    ^ | 财政拨款 | [80.00] | [76.00] | [95.00%] | [72.00] | [90.00%] | [4.00]
"""


@pytest.mark.parametrize("said", [r"\1", ""], ids=["filled in", "blank"])
def test_the_share_that_came_in_is_a_field_and_no_amount(planned, said):
    plan = planned(word_bytes(TITLE, picture(re.sub(r"\[(.*?)\]", said, RATES) + ROWS)))
    assert "合计·到位率" in plan.fields
    assert not any("到位率" in edit.text and "amounts" in edit.text for edit in plan.edits)
