"""Forms as others fill them in: limits of length left in, points beside the rate, texts beside goals."""

import pytest

from generator.base.number import plain
from generator.read.year import find_year
from tests.foreign import NATIONAL_HEAD, book, picture, read_excel, read_word, understood

TITLE = "2022年度项目支出绩效自评表"
HEAD = "一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因"
ROWS = """
产出指标 | 数量指标 | 清淤长度 | 8公里 | 8公里 | 50 | 50 |
效益指标 | 社会效益指标 | 受益人口 | 900人 | 870人 | 40 | 38 | 有人外出。
"""


def only(*parts, title=TITLE):
    (subject,) = understood(read_word(title, *parts)).subjects
    return subject


def left(subject):
    return [entry.quote for entry in subject.unplaced]


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("清淤全部完成，群众满意（200字以内）", False),
        ("（限200字以内）清淤8公里。", False),
        ("项目实施的主要内容（200字以内）", True),
        ("概述任务，资金，进度（200字以内）", True),
        ("简要说明完成情况，不超过200字以内。", True),
    ],
)
def test_a_limit_of_length_left_in_does_not_make_a_text_an_instruction(text, is_asked):
    assert book().phrases.is_instruction(text) is is_asked


def test_points_in_one_cell_beside_the_rate_are_no_total():
    subject = only(
        picture(f"""
        项目名称 | 沟渠清淤 | < | < | < | < | < | <
        预算执行情况（10分） | 全年预算数 | 40 | 全年执行数 | 38 | 执行率 | 95% | 得分：9.5
        {HEAD}{ROWS}""")
    )
    assert str(subject.get(("funds", "stated", "score"))) == "9.5"
    assert subject.get(("stated", "total")) is None


def test_a_total_below_the_rows_in_one_cell_is_that_of_the_form():
    subject = only(
        picture(f"""
        项目名称：沟渠清淤 | < | < | < | < | < | < | <
        {HEAD}{ROWS}自评总分：88分    评价等级：良 | < | < | < | < | < | < | <
        """)
    )
    assert (str(subject.get(("stated", "total"))), subject.get(("stated", "grade"))) == ("88", "良")


def test_a_table_without_merges_leaves_blanks_between_label_and_value():
    subject = only(
        picture(f"""
        项目名称 |  | 沟渠清淤 |  |  |  |  |
        主管部门 |  | 某县水利局 |  | 实施单位 |  | 某镇水利站 |
        {HEAD}{ROWS}""")
    )
    assert subject.values["project"] == {
        "name": "沟渠清淤",
        "authority": "某县水利局",
        "implementer": "某镇水利站",
    }


def test_the_text_beside_a_numbered_goal_is_what_was_planned():
    rows = ROWS.strip().splitlines()
    subject = only(
        picture(f"""
        项目名称 | < | 沟渠清淤 | < | < | < | < | <
        年度绩效目标1 | < | 清淤8公里。 | < | 完成情况 | 已清淤8公里。 | < | <
        {HEAD}
        {rows[0]}
        年度绩效目标2 | < | 改善900人用水。 | < | < | < | < | <
        {HEAD}
        {rows[1]}
        """)
    )
    goals = subject.get(("goals",))
    assert [g["expected"] for g in goals] == ["清淤8公里。", "改善900人用水。"]
    assert goals[0]["achieved"] == "已清淤8公里。"
    assert not left(subject)


def test_a_score_over_all_lower_classes_is_that_of_the_upper_one():
    subject = only(
        picture("""
        项目名称 | 沟渠清淤 | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
        产出指标（50分） | 数量指标 | 清淤长度 | 8公里 | 8公里 | 47
        ^ | 质量指标 | 合格率 | 100% | 100% | ^
        ^ | 时效指标 | 及时率 | 100% | 80% | ^
        效益指标（40分） | 社会效益指标 | 受益人口 | 900人 | 870人 | 38
        """)
    )
    shared = [(s["class"], str(s["score"])) for s in subject.get(("shared-score",))]
    assert ("产出", "47") in shared
    assert not left(subject)


def test_a_reason_and_a_measure_in_columns_of_their_own_are_one_text():
    subject = only(
        picture("""
        项目名称 | 沟渠清淤 | < | < | < | < | < | < | <
        一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 | 改进措施
        产出指标 | 数量指标 | 清淤长度 | 8公里 | 7公里 | 50 | 44 | 汛期停工。 | 冬季补做。
        效益指标 | 社会效益指标 | 受益人口 | 900人 | 900人 | 40 | 40 |  |
        """)
    )
    first, second = subject.get(("indicator",))
    assert first["reason"] == "汛期停工。\n冬季补做。"
    assert "reason" not in second
    assert not left(subject)


def test_one_row_of_amounts_below_its_header_is_the_whole():
    subject = only(
        picture(f"""
        项目名称 | 沟渠清淤 | < | < | < | < | < | <
        资金（万元） | 年初预算 | 结余结转及调整 | 拨款 | 支付 | 年末结余 | 收回 | <
        ^ | 52.40 | -2.00 | 50.40 | 48.10 | 2.30 | 0 | <
        {HEAD}{ROWS}""")
    )
    funds = subject.get(("funds",))
    assert (str(funds["initial"]), str(funds["spent"])) == ("52.40", "48.10")
    kept = {name: str(amount) for name, amount in funds["amounts"].items()}
    assert kept == {"结余结转及调整": "-2.00", "拨款": "50.40", "年末结余": "2.30", "收回": "0"}
    assert not left(subject)


def test_one_row_of_figures_below_its_header_is_named_by_both():
    subject = only(
        picture("""
        财政供养人员情况 | 编制数 | 2022年实际在职人数 | 控制率
        ^ | 21 | 19 | 90.48%
        """),
        title="2022年度部门整体支出绩效自评表",
    )
    assert subject.get(("fields",)) == {
        "财政供养人员情况·编制数": "21",
        "财政供养人员情况·2022年实际在职人数": "19",
        "财政供养人员情况·控制率": "90.48%",
    }


def test_the_heads_of_texts_about_the_money_are_no_values():
    subject = only(
        picture(f"""
        项目名称 | < | 沟渠清淤 | < | < | < | < | <
        资金管理情况 |  | 情况说明 | < | < | < | 存在问题和改进措施 | <
        ^ | 下达及时性 | 20日内下达 | < | < | < | 个别晚拨 | <
        {HEAD}{ROWS}""")
    )
    said = [*(subject.get(("fields",)) or {}).values(), *left(subject)]
    assert "存在问题和改进措施" not in said
    assert {"20日内下达", "个别晚拨"} <= set(said)


def test_short_lines_that_say_the_year_come_before_years_in_texts():
    rows = picture(f"""{NATIONAL_HEAD}^ | 清淤。 | < | < | < | 2023年6月补做。 | < | < | <""")
    document = read_word("项目支出绩效自评表", "评价年度：2022年", rows)
    assert understood(document).year == 2022
    sheet = read_excel(
        picture(f"""
        2022年度指标明细 |  |  |  |  |  |  |
        {HEAD}
        产出指标 | 数量指标 | 清淤长度 | 8公里 | 7公里 | 50 | 44 | 2023年补做。
        效益指标 | 社会效益指标 | 受益人口 | 900人 | 900人 | 40 | 40 |
        """)
    )
    draft = understood(sheet)
    find_year(sheet, draft, book().phrases)
    assert draft.year == 2022


UNMERGED = """
项目名称 | 信访服务 |  |  |  |  |
主管部门 | 某县信访局 |  | 实施单位 | 某县信访局 |  |
年度目标1：（40分） | 接待来访群众，化解积案。 |  |  |  |  |
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出 | 数量指标 | 接访批次 | ≥300批 | 312批 | 40 | 40
年度目标2：（60分） | 加强法治宣传，引导群众依法信访。 |  |  |  |  |
一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分
产出 | 数量指标 | 宣传场次 | ≥24场 | 25场 | 60 | 60
"""


def test_the_next_goal_begins_also_where_its_text_is_not_merged_over_the_columns():
    (subject,) = understood(read_excel(picture(UNMERGED))).subjects
    goals = subject.values["goals"]
    assert [goal["expected"] for goal in goals] == [
        "接待来访群众，化解积案。",
        "加强法治宣传，引导群众依法信访。",
    ]
    assert [[row["name"] for row in goal["indicator"]] for goal in goals] == [
        ["接访批次"],
        ["宣传场次"],
    ]


def test_a_sentence_in_a_column_of_classes_is_listed_and_not_taken_for_a_class():
    table = UNMERGED.replace("年度目标2：（60分）", "质量提升").replace(
        "年度目标1：（40分）", "年度目标"
    )
    draft = understood(read_excel(picture(table)))
    entries = [entry for account in draft.accounts for entry in account.entries]
    (answer,) = {entry.answer for entry in entries if "引导群众" in entry.text}
    assert answer == "unread"


@pytest.mark.parametrize("gap", ["\t", " ", "　　"])
def test_the_number_of_the_form_behind_a_gap_is_not_of_the_unit_s_name(gap):
    draft = understood(
        read_word(TITLE, f"部门：某县明光中学{gap}公开14表", picture(f"{HEAD}{ROWS}"))
    )
    assert draft.unit["name"] == "某县明光中学"


@pytest.mark.parametrize(
    ("whole", "spent", "source", "places"),
    [
        ("96%", 48, "46 | 44 | 95.65%", None),
        ("96%", 48, "46 | 44 | 95.7%", 1),
        ("96%", 48, "40 | 39 | 97.5%", None),  # all that it is
        ("96.0%", 48, "46 | 44 | 95.65%", 2),
        ("96.00%", 48, "46 | 44 | 96%", None),
        ("95%", 48, "46 | 44 | 95.65%", 0),
        ("96%", 48, "46 | 44 | 96%", 0),
    ],
)
def test_a_source_tells_how_rates_are_printed_where_the_whole_is_even(whole, spent, source, places):
    subject = only(
        picture(f"""
        项目名称 | < | 沟渠清淤 | < | < | < | < | <
        资金（万元） | < | 全年预算数 | 全年执行数 | 执行率 | < | < | <
        年度资金总额 | < | 50 | {spent} | {whole} | < | < | <
        其中：财政拨款 | < | {source} | < | < | <
        {HEAD}{ROWS}""")
    )
    assert subject.get(("funds", "rate-places")) == places


QUARTERS = """
    资金来源（万元） | 预算数 | 一季度支出 | 二季度支出 | 三季度支出 | 四季度支出 | 全年执行数 | 备注
    资金总额 | 520 | 60 | 120 | 140 | 184 | 504 |
    其中：省级资金 | 400 | 60 | 90 | 100 | 150 | 400 |
"""


@pytest.mark.parametrize(
    ("row", "stated"),
    [
        (
            "执行率 | 96.92% | 执行率得分（10分） | 9.69",
            {"rate": "96.92", "weight": "10", "score": "9.69"},
        ),
        ("执行率 | 96.92% | 得分 | 9.69", {"rate": "96.92", "score": "9.69"}),
        ("执行率 | 96.92% | 执行率分值 | 10", {"rate": "96.92", "weight": "10"}),
    ],
)
def test_a_row_of_the_rate_and_its_points_below_the_money_is_none_of_its_rows(row, stated):
    subject = only(
        picture(f"{QUARTERS}    {row} | 进度偏差原因 | 年末到位 | < | <\n    {HEAD}{ROWS}")
    )
    found = {key: plain(value) for key, value in subject.get(("funds", "stated")).items()}
    assert found == stated
    assert [source["name"] for source in subject.get(("funds", "sources"))] == ["省级资金"]
    assert subject.get(("fields", "进度偏差原因")) == "年末到位"
