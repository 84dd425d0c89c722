"""Columns of points beside the classes, lists under a header of figures: adopted, and filled by another office."""

import json

import pytest

from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
INDICATORS = """
    一级指标 | 二级指标 | 三级指标 | < | 指标值 | 完成值 | 分值 | 得分
    产出指标 | 数量指标 | 巡护里程 | < | ≥200公里 | 210公里 | 50 | 50
    效益指标 | 生态效益指标 | 林区火灾 | < | ≤1起 | 0起 | 50 | 50
    总分 | < | < | < | < | < | 100 | 100
"""
POINTS = """
    项目名称 | < | 护林防火 | < | < | < | < | <
    主管部门 | < | 青岭县林业局 | < | 实施单位 | < | 青岭县林场 | <
    一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 完成情况 | 得分
    产出 | 60 | 数量 | 40 | 巡护里程 | 25 | 巡护二百公里 | 25
    ^ | ^ | ^ | ^ | 检查站点 | 15 | 检查八处 | 15
    ^ | ^ | 质量 | 20 | 处置率 | 20 | 全部处置 | 20
    效益 | 40 | 生态效益 | 40 | 林区火灾 | 40 | 没有发生 | 38
    合计 | 100 | | 100 | | 100 | | 98
"""
OTHER_POINTS = """
    项目名称 | < | 苗圃扩建 | < | < | < | < | <
    主管部门 | < | 青岭县林业局 | < | 实施单位 | < | 青岭县林场 | <
    一级指标 | 分值 | 二级指标 | 分值 | 三级指标 | 分值 | 完成情况 | 得分
    产出 | 70 | 数量 | 30 | 育苗 | 30 | 育苗十万株 | 30
    ^ | ^ | 质量 | 40 | 成活率 | 40 | 九成以上 | 39
    效益 | 30 | 生态效益 | 30 | 绿化 | 10 | 绿化三处 | 10
    ^ | ^ | ^ | ^ | 节水 | 20 | 节水一成 | 20
    合计 | 100 | | 100 | | 100 | | 99
"""
FUND = f"""
    项目名称 | < | 林农互助金 | < | < | < | < | <
    收支情况 | 项目 | < | 上年执行数 | < | 本年预算数 | 本年执行数 | 完成预算
    ^ | 一、收入 | < | 410.00 | < | 430.00 | 441.20 | 102.60%
    ^ | 其中：缴费收入 | < | 98.00 | < | 102.00 | 103.10 | 101.08%
    ^ | 二、支出 | < | 314.00 | < | 339.00 | 336.70 | 99.32%
    ^ | 三、当年结余 | < | 96.00 | < | 91.00 | 104.50 | 114.84%
    {INDICATORS.strip()}
"""
OTHER_FUND = FUND.replace("其中：缴费收入", "利息收入").replace(
    "    ^ | 二、支出", "    ^ | 捐赠收入 | < | 5.00 | < | 6.00 | 6.50 | 108.33%\n    ^ | 二、支出"
)
BATCHES = f"""
    项目名称 | < | 林道硬化 | < | < | < | < | <
    发行批次 | < | 发行日期 | 期限（年） | 发行额度（万元） | 累计支出（万元） | 支出进度 | 付息情况
    2022年第四批 | < | 2022-05-11 | 10 | 4100.00 | 4100.00 | 100.00% | 已按期付息
    2022年第七批 | < | 2022-08-16 | 15 | 2200.00 | 1650.00 | 75.00% | 已按期付息
    收益情况（万元） | 年度 | 预测收益 | < | 实际收益 | 差异 | 差异原因 | <
    ^ | 2022年 | 12.50 | < | 11.50 | -1.00 | 建设期 | <
    ^ | 2023年 | 20.00 | < | 20.50 | 0.50 | 游客增加 | <
    {INDICATORS.strip()}
"""
OTHER_BATCHES = (
    BATCHES.replace("2022年第七批", "2023年第九批")
    .replace("已按期付息", "尚未到期")
    .replace(
        "    收益情况",
        "    2023年第一批 | < | 2023-02-03 | 20 | 800.00 | 0.00 | 0.00% | 无\n    收益情况",
    )
)
SIDES = f"""
    项目名称 | < | 护林防火 | < | < | < | < | <
    收支情况（万元） | 收入 | < | 金额 | < | 支出 | 金额 | <
    ^ | 一般公共预算拨款 | < | 120.00 | < | 人员经费 | 90.00 | <
    ^ | 上年结转 | < | 6.50 | < | 巡护经费 | 31.00 | <
    ^ | 收入合计 | < | 126.50 | < | 支出合计 | 121.00 | <
    {INDICATORS.strip()}
"""
OTHER_SIDES = SIDES.replace("上年结转", "政府性基金拨款").replace(
    "    ^ | 收入合计",
    "    ^ | 其他收入 | < | 2.00 | < | | | <\n    ^ | 上年结余 | < | 1.00 | < | | | <\n    ^ | 收入合计",
)
YEARS = f"""
    项目名称 | < | 护林防火 | < | < | < | < | <
    实施期限 | < | 2021—2023年 | < | < | < | < | <
    资金安排（万元） | 年度 | < | 2021年 | < | 2022年 | 2023年 | 合计
    ^ | 预算安排 | < | 40.00 | < | 50.00 | 60.00 | 150.00
    ^ | 实际支出 | < | 39.00 | < | 50.00 | 54.00 | 143.00
    ^ | 支出进度 | < | 97.50% | < | 100.00% | 90.00% | 95.33%
    进度安排 | 序号 | 工作内容 | < | < | 计划时间 | 完成时间 | <
    ^ | 1 | 招标 | < | < | 3月 | 3月 | <
    ^ | 2 | 施工 | < | < | 10月 | 11月 | <
    {INDICATORS.strip()}
"""
OTHER_YEARS = (
    YEARS.replace("60.00", "70.00")
    .replace("施工", "设计")
    .replace("    一级指标", "    ^ | 3 | 施工 | < | < | 9月 | 12月 | <\n    一级指标")
)
GRADED = f"""
    项目名称 | < | 护林防火 | < | < | 联系人 | 林政科负责人 | <
    主管部门 | < | 青岭县林业局 | < | < | 实施单位 | 青岭县林场 | <
    {INDICATORS.strip()}
    自评结论 | < | □ A 优秀　■ B 良好　□ C 合格\\n巡护到位，一处站点未建。 | < | < | < | < | <
"""
OTHER_GRADED = (
    GRADED.replace("□ A", "■ A").replace("■ B", "□ B").replace("巡护到位，一处站点未建", "全部建成")
).replace("林政科", "资源科")
FORMS = {
    "graded": (GRADED, OTHER_GRADED),
    "points": (POINTS, OTHER_POINTS),
    "fund": (FUND, OTHER_FUND),
    "batches": (BATCHES, OTHER_BATCHES),
    "sides": (SIDES, OTHER_SIDES),
    "years": (YEARS, OTHER_YEARS),
}


@pytest.fixture
def adopted(run, workspace):
    """Adopt a form; return what adopt said, and the words of the template."""

    def go(table):
        form = workspace / "form.docx"
        form.write_bytes(word_bytes(TITLE, picture(table)))
        code, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
        told = json.loads(out)
        assert (code, told["comparison"]["differences"]) == (0, [])
        template = read_foreign(workspace / "templates" / "docx" / "form.docx")[0]
        return told, [text for _, text, _ in template.said()]

    return go


@pytest.mark.parametrize(("first", "second"), FORMS.values(), ids=FORMS)
def test_the_form_of_another_office_comes_out_again(first, second, adopted, run, workspace):
    adopted(first)
    other = workspace / "other.docx"
    other.write_bytes(word_bytes(TITLE, picture(second)))
    run("import", other, "-o", workspace / "inputs" / "y")
    run("build", workspace / "inputs" / "y", "--as-stated")
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    assert compare(read_foreign(other)[0], read_foreign(made)[0]).differences == ()


def test_points_of_a_class_are_summed(adopted):
    _, words = adopted(POINTS)
    tags = [t for t in words if "_weight" in t and "row." in t]
    assert tags == ["{{ row.level1_weight|merge }}", "{{ row.level2_weight|merge }}"]


def test_rows_under_a_heading_that_asks_for_names_are_a_list(adopted):
    told, words = adopted(FUND)
    assert '{%tr for row in table("收支情况") %}' in words
    assert told["fields"] == []


def test_years_beside_each_other_are_columns_and_no_sources(seen):
    looked, _ = seen(word_bytes(TITLE, picture(YEARS)))
    (subject,) = looked.draft.subjects
    fields = subject.values["fields"]
    assert (fields["预算安排·2021年"], fields["实际支出·2023年"]) == ("40.00", "54.00")
    assert subject.get(("funds", "sources")) is None


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        (("", ""), ("序号", "工作内容", "计划时间", "完成时间")),
        (("^ | 2 | 施工", "^ | 5 | 施工"), None),
        (("序号", "环节"), None),
    ],
)
def test_rows_that_are_counted_are_a_list_whatever_their_columns_are_called(
    planned, change, columns
):
    plan = planned(word_bytes(TITLE, picture(YEARS.replace(*change))))
    assert next((one.columns for one in plan.lists), None) == columns


@pytest.mark.parametrize(
    ("row", "is_list"),
    [
        ("^ | {} | < | | < | | | ", False),  # 三公经费 and the like: the form names its rows
        ("^ | {} | < | 3.00 | < | 4.00 | 3.50 | 87.50%", True),
        ("^ |  | < | | < | | | ", True),
    ],
    ids=["named and blank", "named and filled in", "all blank"],
)
def test_names_that_a_blank_form_prints_are_of_the_form(planned, row, is_list):
    rows = "\n".join(row.format(name) for name in ("差旅费", "会议费"))
    head = "经费情况 | 项目 | < | 上年执行数 | < | 本年预算数 | 本年执行数 | 完成预算"
    table = f"项目名称 | < | 护林防火 | < | < | < | < | <\n{head}\n{rows}\n{INDICATORS.strip()}"
    plan = planned(word_bytes(TITLE, picture(table)))
    assert bool(plan.lists) is is_list


BLANK_LIST = YEARS.replace("招标 | < | < | 3月 | 3月", " | < | < | | ").replace(
    "施工 | < | < | 10月 | 11月", " | < | < | | "
)


def test_a_blank_list_whose_rows_are_counted_is_a_list(planned):
    lists = planned(word_bytes(TITLE, picture(BLANK_LIST))).lists
    assert [one.name for one in lists] == ["进度安排"]


@pytest.mark.parametrize("second", ["2", ""])
def test_blank_rows_keep_the_numbers_that_the_form_prints(run, workspace, second):
    (workspace / "form.docx").write_bytes(
        word_bytes(TITLE, picture(BLANK_LIST.replace("^ | 2 |", f"^ | {second} |")))
    )
    _, said, _ = run("adopt", workspace / "form.docx", "-o", workspace, "--dry-run")
    assert "（100.0%）" in said


@pytest.mark.parametrize(
    ("line", "labels"),
    [
        ("填报单位：（盖章）　　2023年度", ["填报单位："]),
        ("填报单位（盖章）：　　2023年度　　单位：万元", ["填报单位（盖章）："]),
    ],
)
def test_the_name_of_the_unit_has_its_place_before_the_seal_and_before_the_year(
    planned, line, labels
):
    plan = planned(word_bytes("项目支出绩效自评表", line, picture(INDICATORS.strip())))
    own = [e for e in plan.edits if not e.place.table and e.text == "{{ form.unit }}"]
    assert [(edit.after, edit.old) for edit in own] == [(label, "") for label in labels]


def test_an_amount_that_the_form_prints_nowhere_is_not_asked(adopted, workspace):
    adopted(YEARS)
    scheme = (workspace / "templates/schemes/form.toml").read_text(encoding="utf-8")
    assert "funds.budget" not in scheme
    assert "project.name" in scheme


@pytest.mark.parametrize(
    ("change", "columns"),
    [
        (("", ""), ("收入", "收入·金额", "支出", "支出·金额")),
        (("支出 | 金额", "支出 | 数额"), None),
        (("31.00", "三十一"), ("收入", "收入·金额", "支出", "支出·金额")),
        (("90.00", "九十"), None),  # no amount is right below the heading
        (("120.00 | < | 人员经费 | 90.00", " | < | 人员经费 | "), None),
    ],
)
def test_two_lists_side_by_side_are_one_where_amounts_stand_below_both(planned, change, columns):
    plan = planned(word_bytes(TITLE, picture(SIDES.replace(*change))))
    found = next((one.columns for one in plan.lists if one.name == "收支情况"), None)
    assert found == columns


def test_sources_of_money_stay_rows_of_the_form(adopted, workspace):
    table = f"""
    项目名称 | < | 护林防火 | < | < | < | < | <
    资金情况（万元） | 项目 | < | 年初预算数 | < | 全年预算数 | 全年执行数 | 执行率
    ^ | 年度资金总额 | < | 40.00 | < | 40.00 | 38.00 | 95.00%
    ^ | 其中：财政拨款 | < | 30.00 | < | 30.00 | 30.00 | 100.00%
    ^ | 其他资金 | < | 10.00 | < | 10.00 | 8.00 | 80.00%
    {INDICATORS.strip()}
    """
    _, words = adopted(table)
    assert "{%tr for row in rows.funds %}" in words
    assert "年度资金总额" in words
    assert not any("table(" in text for text in words)
    scheme = (workspace / "templates/schemes/form.toml").read_text(encoding="utf-8")
    assert 'fund-rows = ["财政拨款", "其他资金"]' in scheme


def test_lists_below_one_another_have_their_own_headers(adopted):
    told, words = adopted(BATCHES)
    loops = [t for t in words if t.startswith("{%tr for")]
    assert [t.split(" in ")[1] for t in loops[:2]] == [
        'table("发行批次") %}', 'table("收益情况") %}'
    ]  # fmt: skip
    assert {"期限（年）", "年度", "预测收益", "差异原因"} <= {*words}
    assert told["fields"] == []


def test_a_number_of_years_is_no_year(adopted):
    _, words = adopted(
        f"""
        项目名称 | < | 护林防火 | < | 管护期限（年） | 3 | 存放地点 | 林场
        {INDICATORS.strip()}
        """
    )
    assert "管护期限（年）" in words


def test_grades_that_are_worked_out_print_their_own_boxes(adopted):
    _, words = adopted(GRADED.replace("A 优秀", "优秀").replace("B 良好", "良好"))
    assert any('form.grade == "良好"' in text for text in words)


def test_grades_of_another_name_are_a_choice_of_the_form(adopted):
    told, words = adopted(GRADED)
    assert any('choice("自评结论")["A优秀"]' in text for text in words)
    assert "自评结论·说明" in told["fields"]
