"""Forms of many provinces, by their labels: what stands where does not matter, what it is called does."""

from decimal import Decimal

import pytest

from tests.foreign import NATIONAL, picture, read_excel, read_word, understood

READERS = {"Word": read_word, "Excel": read_excel}


@pytest.fixture(params=READERS)
def read(request):
    return READERS[request.param]


def rows_of(subject, *keys):
    return [tuple(row.get(key, "") for key in keys) for row in subject.values["indicator"]]


def test_the_national_form_is_understood_whole(read):
    draft = understood(read(NATIONAL))
    (subject,) = draft.subjects
    assert subject.values["project"] == {
        "name": "图书购置",
        "authority": "某县文化局",
        "implementer": "某县图书馆",
    }
    funds = subject.values["funds"]
    assert (funds["initial"], funds["budget"], funds["spent"]) == (100, 100, 95)
    assert funds["stated"] == {"rate": 95, "weight": 10, "score": Decimal("9.5")}
    assert funds["sources"] == [
        {"name": "当年财政拨款", "initial": 80, "budget": 80, "spent": 80},
        {"name": "上年结转资金", "initial": 20, "budget": 20, "spent": 15},
        {"name": "其他资金"},
    ]
    assert subject.values["goal"] == {"expected": "丰富馆藏。", "achieved": "购书20500册。"}
    assert rows_of(subject, "class", "name", "target", "actual", "weight") == [
        ("产出/数量", "购书册数", "≥20000册", "20500册", 20),
        ("产出/数量", "新书占比", "≥60%", "58%", 10),
        ("产出/时效", "到货时间", "11月底前", "11月20日", 20),
        ("效益/社会效益", "阅读氛围", "明显改善", "有所改善", 30),
        ("满意度/服务对象满意度", "读者满意度", "≥90%", "93%", 10),
    ]
    assert subject.values["indicator"][1]["reason"] == "部分新书晚到。"
    assert subject.values["stated"] == {"weight": 100, "total": Decimal("94.17")}
    assert not subject.unplaced
    assert not draft.unplaced


def test_what_is_printed_goes_under_stated_and_only_own_judgement_is_a_score(read):
    (subject,) = understood(read(NATIONAL)).subjects
    counted, judged = subject.values["indicator"][0], subject.values["indicator"][3]
    assert "score" not in counted
    assert counted["stated"] == {"weight": 20, "score": 20}
    assert judged["score"] == 25
    assert judged["stated"] == {"weight": 30, "score": 25}


def test_every_value_knows_its_place_in_word():
    (subject,) = understood(read_word("自评表附后", NATIONAL)).subjects
    assert subject.places["funds", "spent"].as_data() == {"table": 1, "row": 4, "column": 6}
    assert subject.places["indicator", 1, "name"].as_data() == {"table": 1, "row": 12, "column": 4}
    assert subject.places["indicator", 1, "class"].as_data() == {"table": 1, "row": 11, "column": 3}


def test_every_value_knows_its_place_in_excel():
    (subject,) = understood(read_excel(NATIONAL)).subjects
    assert subject.places["funds", "spent"].as_data() == {"sheet": "表1", "cell": "F4"}


def test_a_form_with_one_score_for_a_class_is_understood(read):
    form = picture("""
    项目名称 | < | 办案经费 | < | < | < | <
    主管部门 | < | 某局 | < | 项目实施单位 | 某室 | <
    预算执行情况（万元） （20分） | < |  | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分 （20分*执行率）
    ^ | < | 年度财政资金总额 | 358 | 301.82 | 84% | 17
    项目绩效总目标（20分） | 年初设定目标 | < | < | 全年实际完成情况 | < | 得分
    ^ | 一是办案。\\n二是改革。 | < | < | 都完成了。 | < | 20
    项目年度绩效指标（60分） | 一级指标 | 二级指标 | 指标名称 | 年初目标值（A） | 实际完成值（B） | 得分
    ^ | 产出指标 | 数量指标 | 办案 | 80件 | 90件 | 9
    ^ | ^ | ^ | 谈话 | 次数 | 已完成 | ^
    ^ | 效益指标 | 时效指标 | 计划 |  | 已完成 |
    ^ | ^ | 满意度指标 | 群众满意度 | ≥90% | 已完成 | 9
    偏差大或目标未完成原因分析 | < |  | < | < | < | <
    改进措施及结果应用方案 | < | 加强管理。 | < | < | < | <
    """)
    (subject,) = understood(read(form)).subjects
    funds = subject.values["funds"]
    assert (funds["budget"], funds["spent"]) == (358, Decimal("301.82"))
    assert funds["stated"] == {"rate": 84, "score": 17, "weight": 20}
    assert subject.values["goal"]["score"] == 20
    assert subject.values["goal"]["expected"] == "一是办案。\n二是改革。"
    assert subject.values["shared-score"] == [
        {"class": "产出/数量", "score": 9, "stated": {"score": 9}},
        {"class": "效益/时效", "stated": {"blank": True}},
        {"class": "效益/满意度", "score": 9, "stated": {"score": 9}},
    ]
    assert all("score" not in row for row in subject.values["indicator"])
    assert subject.values["result"] == {"improvement": "加强管理。"}


def test_amounts_without_column_names_are_taken_only_when_the_rate_bears_them_out(read):
    form = """
    项目名称 | < | 巡察经费 | < | < | < | <
    预算执行情况（万元） | < |  |  |  |  | 得分
    ^ | < | 年度财政资金总额 | 150 | {} | 80% | 16
    """
    (subject,) = understood(read(picture(form.format(120)))).subjects
    assert subject.values["funds"]["budget"] == 150
    assert subject.values["funds"]["spent"] == 120
    assert subject.values["funds"]["stated"] == {"rate": 80, "score": 16}
    assert "请核对" in subject.remarks[0]
    (doubtful,) = understood(read(picture(form.format(130)))).subjects
    assert "spent" not in doubtful.values.get("funds", {})
    assert doubtful.unplaced


def test_a_department_form_with_income_and_expenditure_is_understood(read):
    form = picture("""
    预算部门名称 | < | < | 某县文化局 | < | < | < | < | <
    年度预算申请（万元） | 年度资金总额 | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    ^ | ^ | < | 1262.27 | 1715.85 | 1715.85 | 10分 | 100% | 10
    ^ | 按收入性质分： | < | < | < | 按支出性质分： | < | < | <
    ^ | 其中：  一般公共预算：1715.85 | < | < | < | 其中：基本支出：1682.85 | < | < | <
    ^ | 其他资金：0 | < | < | < | 项目支出：33 | < | < | <
    年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
    ^ | 目标。 | < | < | < | 完成。 | < | < | <
    """)
    draft = understood(read(form))
    (subject,) = draft.subjects
    assert subject.kind == "department"
    assert draft.unit["name"] == "某县文化局"
    funds = subject.values["funds"]
    assert funds["initial"] == Decimal("1262.27")
    assert funds["stated"] == {"rate": 100, "weight": 10, "score": 10}
    assert funds["by-income"][0] == {"name": "一般公共预算", "amount": Decimal("1715.85")}
    assert funds["by-expenditure"] == [
        {"name": "基本支出", "amount": Decimal("1682.85")},
        {"name": "项目支出", "amount": 33},
    ]
    assert subject.values["department"] == {"basic": Decimal("1682.85"), "projects": 33}


def test_several_goals_above_their_tables_each_carry_their_indicators():
    table = """
    年度绩效指标 | 一级指标 | 二级指标 | 指标名称 | 年初指标值 | 实际完成值 | 得分
    ^ | 产出指标 | 数量指标 | {} | 10件 | 12件 | 5
    ^ | ^ | ^ | 另一项 | 3次 | 3次 | ^
    """
    draft = understood(
        read_word(
            "2020年度部门整体绩效自评表",
            "总分：95",
            picture("单位名称 | 某县文化局\n基本支出总额 | 20万元"),
            "年度目标1 (25 分)：一是甲。",
            "二是乙。",
            picture(table.format("甲件数")),
            "年度目标2（30分）：丙。",
            picture(table.format("丙件数")),
        )
    )
    (subject,) = draft.subjects
    assert (subject.kind, draft.year) == ("department", 2020)
    assert subject.values["stated"] == {"total": 95}
    one, two = subject.values["goals"]
    assert (one["name"], one["weight"], one["expected"]) == ("年度目标1", 25, "一是甲。\n二是乙。")
    assert [row["name"] for row in one["indicator"]] == ["甲件数", "另一项"]
    assert [row["name"] for row in two["indicator"]] == ["丙件数", "另一项"]
    assert one["shared-score"][0]["score"] == 5


def test_a_goal_table_in_yuan_with_a_payment_plan_is_understood(read):
    form = picture("""
    222001某市文化局本级 | < | < | < | < | 单位：元 | <
    项目编码 | 13030321KP | < | 项目名称 | 车辆保险费 | < | <
    预算规模及资金用途 | 预算数 | 28000.00 | 其中：财政资金 | 28000.00 | 其他资金 | 0
    ^ | 为机关车辆上保险 | < | < | < | < | <
    资金支出计划（%） | 3月底 | 6月底 | < | 10月底 | 12月底 | <
    ^ | 25.00% | 50.00% | < | 75.00% | 100.00% | <
    绩效目标 | 1.及时上交保险 | < | < | < | < | <
    """)
    rows = picture("""
    一级指标 | 二级指标 | 三级指标 | 绩效指标描述 | 指标值 | 指标值确定依据
    产出指标 | 数量指标 | 车辆数 | 上保险的车辆 | 12辆 | 年度工作计划
    ^ | 时效指标 | 及时率 | 按时上交 | 100% | 年度工作计划
    """)
    draft = understood(read(form, rows))
    (subject,) = draft.subjects
    assert draft.unit == {"code": "222001", "name": "某市文化局本级"}
    assert subject.values["project"] == {"code": "13030321KP", "name": "车辆保险费"}
    assert subject.values["funds"]["unit"] == "元"
    assert subject.values["funds"]["budget"] == 28000
    assert subject.values["funds"]["purpose"] == "为机关车辆上保险"
    assert [step["percent"] for step in subject.values["funds"]["plan"]] == [25, 50, 75, 100]
    assert subject.values["goal"] == {"expected": "1.及时上交保险"}
    assert rows_of(subject, "name", "description", "basis")[0] == (
        "车辆数",
        "上保险的车辆",
        "年度工作计划",
    )
    assert "actual" not in subject.values["indicator"][0]


def test_sign_value_and_unit_in_columns_of_their_own_become_one_target(read):
    form = picture("""
    项目名称 | 道路养护 | < | < | < | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | < | < | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
    ^ | ^ | ^ | 指标性质 | 指标值 | 度量单位 | ^ | ^ | ^ | ^
    产出指标 | 数量指标 | 养护里程 | ≥ | 120 | 公里 | 125 | 20 | 20 |
    ^ | 质量指标 | 合格率 | ＝ | 100 | % | 98 | 20 | 19.6 | 雨季
    ^ | 成本指标 | 单位成本 | ≤ | 3.5 | 万元 | 3.2 | 10 | 10 |
    效益指标 | 社会效益指标 | 出行条件 | 定性 | 改善 |  | 改善 | 20 | 18 |
    总分 | < | < | < | < | < | < | 100 | 97.6 | 优
    """)
    (subject,) = understood(read(form)).subjects
    assert rows_of(subject, "name", "target", "actual") == [
        ("养护里程", "≥120公里", "125公里"),
        ("合格率", "=100%", "98%"),
        ("单位成本", "≤3.5万元", "3.2万元"),
        ("出行条件", "改善", "改善"),
    ]
    assert subject.values["stated"]["grade"] == "优"


def test_directions_in_words_are_kept(read):
    form = picture("""
    项目名称 | 供暖 | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标方向 | 指标值 | 实际完成值 | 分值
    产出 | 质量 | 投诉率 | 反向 | 2% | 1% | 10
    产出 | 数量 | 供暖面积 | 正向 | 30万平方米 | 31万平方米 | 10
    """)
    (subject,) = understood(read(form)).subjects
    assert [row.get("direction") for row in subject.values["indicator"]] == ["≤", "≥"]


def test_a_review_score_stands_beside_the_units_own(read):
    form = picture("""
    项目名称 | 防汛 | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 自评得分 | 复核得分
    决策（10分） | 项目立项 | 立项规范性 | 规范 | 规范 | 10 | 10 | 9
    管理（25分） | 资金管理 | 预算执行率 | 100% | 90% | 25 | 22.5 | 22.5
    """)
    (subject,) = understood(read(form)).subjects
    assert [row["review"]["score"] for row in subject.values["indicator"]] == [9, Decimal("22.5")]
    assert rows_of(subject, "class")[0] == ("决策/项目立项",)
    assert subject.points == {"决策": 10, "管理": 25}


def test_classes_in_cells_that_are_not_merged_hold_for_the_rows_below(read):
    form = picture("""
    项目名称 | 绿化 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值
    产出指标 | 数量指标 | 种树 | 100株 | 100株
     |  | 种草 | 5亩 | 6亩
     | 质量指标 | 成活率 | 95% | 96%
    效益指标 | 生态效益指标 | 绿化率 | 30% | 31%
    """)
    (subject,) = understood(read(form)).subjects
    assert [c for (c,) in rows_of(subject, "class")] == [
        "产出/数量",
        "产出/数量",
        "产出/质量",
        "效益/生态效益",
    ]


def test_blank_rows_of_unused_classes_are_passed_over(read):
    form = picture("""
    项目名称 | 绿化 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值
    产出指标 | 数量指标 | 种树 | 100株 | 100株
    ^ | 成本指标 |  |  |
    """)
    (subject,) = understood(read(form)).subjects
    assert len(subject.values["indicator"]) == 1
    assert not subject.unplaced


def test_labels_beside_values_in_a_row_are_understood(read):
    form = picture("""
    项目名称 | 校车 | 项目编码 | 5101
    年初预算 | 50 | 调整后预算数 | 60
    执行数 | 54 | 执行率 | 90%
    预算调整原因 | 增加线路。 | < | <
    存在问题 | 线路不足。 | < | <
    改进措施 | 增开线路。 | < | <
    """)
    (subject,) = understood(read(form)).subjects
    funds = subject.values["funds"]
    assert (funds["initial"], funds["budget"], funds["spent"]) == (50, 60, 54)
    assert funds["adjustment"] == "增加线路。"
    assert subject.values["problem"] == [{"text": "线路不足。", "measure": "增开线路。"}]


def test_what_has_no_place_is_listed_with_its_place_and_never_guessed(read):
    form = picture("""
    项目名称 | 校车 | < | <
    幸福指数 | 很高 | < | <
    年初预算 | 五十余万 | 执行数 | 54
    """)
    (subject,) = understood(read(form)).subjects
    assert "initial" not in subject.values["funds"]
    left = {(u.quote, u.reason) for u in subject.unplaced}
    assert ("五十余万", "不是金额") in left
    assert subject.values["fields"] == {"幸福指数": "很高"}
    assert all(str(u.place) for u in subject.unplaced)


def test_two_forms_in_one_file_are_two_projects(read):
    other = [[cell.replace("图书购置", "新馆设备") for cell in row] for row in NATIONAL]
    draft = understood(read(NATIONAL, other))
    assert [s.name for s in draft.subjects] == ["图书购置", "新馆设备"]
    assert all(len(s.values["indicator"]) == 5 for s in draft.subjects)


def test_two_forms_below_each_other_in_one_sheet_are_two_projects(read):
    other = [[cell.replace("图书购置", "新馆设备") for cell in row] for row in NATIONAL]
    title = [["项目支出绩效自评表（2023年度）", *["<"] * 8]]
    draft = understood(read([*title, *NATIONAL, *title, *other]))
    assert [s.name for s in draft.subjects] == ["图书购置", "新馆设备"]
    assert draft.year == 2023


def test_words_that_would_be_a_template_are_made_harmless(read):
    form = picture("""
    项目名称 | 校车 | <
    年度目标 | {{ 目标 }}与{% if %} | <
    """)
    (subject,) = understood(read(form)).subjects
    assert subject.values["goal"]["expected"] == "{ { 目标 } }与{ % if % }"


def test_equal_names_in_a_class_stay_apart(read):
    form = picture("""
    项目名称 | 校车 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值
    产出 | 数量 | 车次 | 10次 | 10次
    产出 | 数量 | 车次 | 20次 | 20次
    """)
    (subject,) = understood(read(form)).subjects
    assert [n for (n,) in rows_of(subject, "name")] == ["车次", "车次（2）"]
    assert "同名指标" in subject.unplaced[0].reason


def test_a_source_named_twice_in_a_row_is_of_the_budget_and_of_what_was_spent(read):
    form = picture("""
    项目名称 | < | 道路养护 | < | < | <
    项目预算\\n执行情况\\n（万元） | < | 预算数： | 120 | 执行数： | 108.5
    ^ | < | 其中：财政拨款 | 100 | 其中：财政拨款 | 98
    年度总体目标完成情况 | 预期目标 | < | < | 目标实际完成情况 | <
    ^ | 养好路。 | < | < | 养好了。 | <
    """)
    (subject,) = understood(read(form)).subjects
    assert subject.values["funds"]["sources"] == [{"name": "财政拨款", "budget": 100, "spent": 98}]
    assert subject.values["goal"] == {"expected": "养好路。", "achieved": "养好了。"}


def test_columns_without_a_place_are_told(read):
    form = picture("""
    项目名称 | 课后服务 | < | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值（A） | 实际完成值（B） | 得分计算方法 | 得分系数
    产出指标 | 数量指标 | 人数 | ≥800人 | 812人 | 满足得满分 | 1
    """)
    (subject,) = understood(read(form)).subjects
    assert ["得分计算方法" in r or "得分系数" in r for r in subject.remarks] == [True, True]


def test_a_total_among_other_labels_is_no_line_of_the_total(read):
    form = picture("""
    项目名称 | 环境整治 | < | 自评总分（分） | 99
    年初绩效目标 | < | 全年（调整）绩效目标 | < | 全年目标实际完成情况
    整治好。 | < | 整治得更好。 | < | 整治好了。
    """)
    (subject,) = understood(read(form)).subjects
    assert subject.values["stated"] == {"total": 99}
    assert subject.values["goal"] == {
        "expected": "整治好。",
        "adjusted": "整治得更好。",
        "achieved": "整治好了。",
    }
    assert subject.unplaced == []


def test_a_class_score_of_a_sheet_holds_for_the_blank_cells_below():
    form = picture("""
    项目名称 | 巡察 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 得分
    产出指标 | 数量指标 | 轮次 | 两轮 | 两轮 | 9
     |  | 村数 | 10个 | 10个 |
     | 质量指标 | 整改率 | 100% | 100% | 8
    """)
    (subject,) = understood(read_excel(form)).subjects
    assert [(s["class"], s["score"]) for s in subject.values["shared-score"]] == [
        ("产出/数量", 9),
        ("产出/质量", 8),
    ]


def _of_two(first, second, *, is_below):
    rows = [["项目名称", "河道清淤", "主管部门", first]]
    rows += [["主管部门", second, "", ""]] if not is_below else []
    rows += [["一级指标", "三级指标", "指标值", "完成值"], ["产出", "清淤", "3处", "3处"]]
    rows += [["主管部门", second, "", ""]] if is_below else []
    return understood(read_word("2023年度项目支出绩效自评表", rows))


@pytest.mark.parametrize("is_below", [False, True])
def test_the_same_authority_once_more_is_used(is_below):
    draft = _of_two("某县水利局", "某县水利局", is_below=is_below)
    (subject,) = draft.subjects
    assert subject.conflicts == []
    assert [e.text for e in draft.accounts[0].entries if e.answer == "unread"] == []


@pytest.mark.parametrize("is_below", [False, True])
def test_another_authority_is_a_contradiction_of_two_places(is_below):
    (subject,) = _of_two("某县水利局", "某县农业局", is_below=is_below).subjects
    (conflict,) = subject.conflicts
    assert (conflict.first.row, conflict.place.row) == (1, 4 if is_below else 2)
    (left,) = subject.unplaced
    assert "表 1第 1 行第 4 列" in left.reason
