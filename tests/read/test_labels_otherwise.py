"""What labels and totals are where forms print them otherwise than most."""

import pytest

from tests.foreign import picture, read_word, understood

TITLE = "2023年度项目支出绩效自评表"


def read(rows, title=TITLE):
    (subject,) = understood(read_word(title, rows)).subjects
    return subject


@pytest.mark.parametrize("label", ["总计（100分）", "合计", "得分合计", "总分"])
def test_a_total_in_a_cell_over_weight_and_score(label):
    rows = picture(f"""指标名称 | 目标值 | 完成值 | 分值 | 得分 | 原因
清淤长度 | 8公里 | 8公里 | 60 | 60 |
受益人口 | 30人 | 29人 | 40 | 38.04 |
{label} | < | < | 98.04 | < | <""")
    stated = read(rows).values["stated"]
    assert {key: str(value) for key, value in stated.items()} == {"total": "98.04"}


@pytest.mark.parametrize("first", ["预算安排数", "预算批复", "批复预算", "预算申请数", "下达预算"])
@pytest.mark.parametrize("second", ["全年预算数", "预算调整后", "调整预算数"])
def test_of_two_budgets_that_of_the_whole_year_is_the_budget(first, second):
    rows = picture(f"""项目资金（万元） |  | {first} | {second} | 实际支付 | 支付率
^ | 总计 | 36.5 | 35 | 30 | 85.71%""")
    funds = read(rows).values["funds"]
    assert (str(funds["initial"]), funds["budget"], funds["spent"]) == ("36.5", 35, 30)


def test_what_arrived_is_no_budget_of_the_whole_year():
    rows = picture("""项目资金（万元） |  | 预算安排 | 资金到位 | 资金支付 | 支付率
^ | 合计 | 38.9 | 37.9 | 36.42 | 93.62%""")
    funds = read(rows).values["funds"]
    assert "initial" not in funds
    assert str(funds["budget"]) == "38.9"


@pytest.mark.parametrize(
    "label", ["年度目标1：（40分）", "年度目标1（40分）：", "年度目标1(40分)", "年度目标1："]
)
@pytest.mark.parametrize("is_inside", [True, False])
def test_a_numbered_goal_with_its_points(label, is_inside):
    text = "加强青少年思想引领。"
    first = (
        f"{label.rstrip('：')}：{text} | < | < | < | <"
        if is_inside
        else f"{label} | {text} | < | < | <"
    )
    rows = picture(f"""{first}
一级指标 | 二级指标 | 三级指标 | 年初目标值 | 实际完成值
产出指标 | 数量指标 | 团日场次 | 36场 | 41场""")
    (goal,) = read(rows, "2023年度部门整体支出绩效自评表").values["goals"]
    assert goal["expected"] == text
    assert goal.get("weight") == (40 if "40" in label else None)


@pytest.mark.parametrize("text", ["完成12个街坊改造。", "完成全部改造，实现达标。", "建成3座泵站"])
def test_a_text_beside_a_goal_is_no_heading_of_a_column(text):
    rows = picture(f"""年度目标 | {text} | < | < | <
一级目标 | 二级目标 | 三级目标 | 目标值 | 实际完成值
产出目标 | 数量 | 改造数 | 12个 | 12个""")
    values = read(rows).values
    assert values["goal"] == {"expected": text}
    assert [r["name"] for r in values["indicator"]] == ["改造数"]
