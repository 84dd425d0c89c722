"""What a form prints is held against what it prints: no scheme, no year, whatever the province."""

import pytest

from generator.base.problem import Severity
from generator.load.workspace_folder import find_workspace
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.library import Library
from tests.audit.bases import OTHER
from tests.conftest import ROOT
from tests.foreign import excel_bytes, picture, word_bytes

# A form as in 湖北: no weights, one score over several rows, the formula of the rate in the head.
MERGED = """
项目名称 | < | 流动书车服务 | < | < | < | <
主管部门 | < | 青山市文旅局 | < | 实施单位 | 青山市图书馆 | <
预算执行情况\\n（万元）\\n（20分） | < |  | 预算数（A） | 执行数（B） | 执行率（B/A） | 得分\\n（20分*执行率）
^ | ^ | 年度财政资金总额 | 18.5 | 18.5 | 100% | 20
年度绩效目标\\n（80分） | 一级指标 | 二级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分
^ | 产出指标\\n（50分） | 数量指标 | 书车出行 | ≥72次 | 74次 | 30
^ | ^ | ^ | 更新图书 | ≥640册 | 655册 | ^
^ | ^ | 质量指标 | 图书完好率 | ≥97% | 98% | 20
^ | 效益指标\\n（30分） | 社会效益指标 | 村民阅读习惯 | 逐步养成 | 逐步养成 | 30
总分 | < | < | < | < | < | 100
偏差大或目标未完成原因分析 | < | 无 | < | < | < | <
"""
# A form as in 四川: split target, own reason column, instructions in its cells.
SPLIT = """
项目名称 | 遗属生活补助 | < | < | < | < | < | < | < | <
主管部门 | 青山县教体局 | < | < | < | 实施单位 | 青山县第二小学 | < | < | <
项目基本情况 | 1.项目年度目标完成情况 | < | 项目年度目标 | < | < | 年度目标完成情况 | < | < | <
^ | ^ | ^ | 按月发放补助，保障16名遗属生活。 | < | < | 按月发放，16名遗属全部领取。 | < | < | <
预算执行情况（10分） | 年度预算数（万元） | < | 年初预算 | 调整后预算数 | 预算执行数 | 预算执行率 | 权重 | 得分 | 原因
^ | 总额 | < | 11.52 | 11.52 | 11.52 | 100.00% | 10 | 10 |
^ | 其中：财政资金 | < | 11.52 | 11.52 | 11.52 | 100.00% | / | / |
^ | 财政专户管理资金 | < | 0.00 | 0.00 | 0.00 | 0.00% | / | / |
绩效指标（90分） | 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 度量单位 | 完成值 | 权重 | 得分
^ | 产出指标 | 数量指标 | 发放人数 | ≥ | 16 | 人 | 16 | 50 | 50
^ | 效益指标 | 社会效益指标 | 补助到位率 | = | 100 | % | 100 | 40 | 40
合计 | < | < | < | < | < | < | < | 100 | 100
评价结论 | 项目自评100分，补助按月到人。 | < | < | < | < | < | < | < | <
"""
TITLES = {MERGED: "流动书车服务项目自评表", SPLIT: "部门预算项目支出绩效自评表"}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(find_workspace(tmp_path_factory.mktemp("nowhere"))[0])


@pytest.fixture
def audited(library, tmp_path):
    def audit(table, *changes, note=""):
        text = table
        for old, new in changes:
            assert old in text
            text = text.replace(old, new)
        path = tmp_path / "自评.docx"
        path.write_bytes(word_bytes(TITLES[table], picture(text), *([note] if note else [])))
        found = Auditor(library, AuditOrder((path,))).run().problems
        return [p for p in found if "哪一年度" not in p.message]

    return audit


@pytest.mark.parametrize("table", [MERGED, SPLIT], ids=["merged", "split"])
def test_a_right_form_without_a_year_has_nothing_but_notes(audited, table):
    assert [(p.code, p.message) for p in audited(table) if p.severity is not Severity.NOTE] == []


@pytest.mark.parametrize(
    ("table", "change", "code", "place"),
    [
        (MERGED, ("| 100\n偏差", "| 99\n偏差"), "A01", (10, 7)),
        (MERGED, ("效益指标\\n（30分）", "效益指标\\n（40分）"), "A03", (5, 1)),
        (MERGED, ("100% | 20", "100% | 19"), "A05", (4, 7)),
        (MERGED, ("18.5 | 100% | 20", "18.5 | 99% | 20"), "A04", (4, 6)),
        (MERGED, ("| 74次 |", "| ≥72次 |"), "C07", (6, 6)),
        (MERGED, ("主管部门 | < | 青山市文旅局", "主管部门 | < | "), "C01", (2, 1)),
        (MERGED, ("| 逐步养成 | 逐步养成 |", "| 是否养成习惯 | 养成 |"), "C06", (9, 5)),
        (SPLIT, ("| 11.52 | 11.52 | 11.52 | 100.00% | 10", "|  | 11.52 | 11.52 | 100.00% | 10"), "C01", (6, 5)),
        (SPLIT, ("按月发放，16名遗属全部领取。", "说明年度目标的完成情况（100字以内）"), "C06", (4, 7)),
        (SPLIT, ("按月发放，16名遗属全部领取。", "按月发放补助，保障16名遗属生活。"), "C11", (4, 7)),
        (SPLIT, ("| 人 | 16 |", "| 人次 | 16 |"), "C08", (10, 6)),
        (SPLIT, ("| % | 100 | 40 | 40", "| % | 93 | 40 | 40"), "A07", (11, 10)),
        (SPLIT, ("| % | 100 | 40 | 40", "| % | 93 | 40 | 37.2"), "C02", (11, 4)),
    ],
)  # fmt: skip
def test_a_fault_is_found_at_its_cell(audited, table, change, code, place):
    found = [p for p in audited(table, change) if p.code == code]
    assert [(p.place.document.row, p.place.document.column) for p in found] == [place]


# The formula in the head and the points of a heading count in every kind of file, too.
CHANGES = [
    (MERGED, ("| 100\n偏差", "| 99\n偏差")),
    (MERGED, ("效益指标\\n（30分）", "效益指标\\n（40分）")),
    (MERGED, ("100% | 20", "100% | 19")),
    (MERGED, ("18.5 | 100% | 20", "18.5 |  | 20")),
    (MERGED, ("主管部门 | < | 青山市文旅局", "主管部门 | < | ")),
    (MERGED, ("图书完好率 | ≥97%", "图书完好率 | 按要求填写")),
    (SPLIT, ("| 11.52 | 11.52 | 11.52 | 100.00% | 10", "|  | 11.52 | 11.52 | 100.00% | 10")),
    (SPLIT, ("按月发放，16名遗属全部领取。", "按月发放，16名遗属全部领取，")),
    (SPLIT, ("| 人 | 16 |", "|  | 16 |")),
    (SPLIT, ("| % | 100 | 40 | 40", "| % |  | 40 | ")),
]


@pytest.mark.parametrize(("table", "change"), CHANGES)
def test_word_and_workbook_with_the_same_cells_have_the_same_faults(
    library, tmp_path, table, change
):
    rows = picture(table.replace(*change))
    head = [[TITLES[table], *["<"] * (max(map(len, rows)) - 1)]]
    files = {"自评.docx": word_bytes(TITLES[table], rows), "自评.xlsx": excel_bytes([*head, *rows])}
    told = []
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        found = Auditor(library, AuditOrder((tmp_path / name,))).run().problems
        told.append(sorted((p.code, p.message) for p in found))
    assert told[0] == told[1]
    assert told[0]


def test_an_unfilled_column_is_told_once(audited):
    changes = [
        ("| 人 | 16 | 50 | 50", "| 人 |  | 50 | "),
        ("| % | 100 | 40 | 40", "| % |  | 40 | "),
    ]
    found = audited(SPLIT, *changes, ("| 100 | 100\n", "| 100 | \n"))
    assert [p.code for p in found if p.code in ("C01", "A02")].count("C01") == 1


def test_points_of_the_form_s_own_note(audited):
    note = "注：各级指标分值统一设置为：产出指标60分、效益指标20分，得分不超过分值。"
    found = [p for p in audited(MERGED, note=note) if p.code == "A03"]
    assert [(p.place.document.row, p.place.document.column) for p in found] == [(6, 2), (9, 2)]


def test_a_note_with_the_same_points_is_no_fault(audited):
    note = "注：各级指标分值统一设置为：产出指标50分、效益指标30分，得分不超过分值。"
    assert [p for p in audited(MERGED, note=note) if p.code == "A03"] == []


def test_the_formula_of_the_form_holds_and_no_scheme_says_otherwise(audited):
    found = audited(MERGED, ("18.5 | 18.5 | 100% | 20", "18.5 | 17.39 | 94% | 18.8"))
    assert [p.message for p in found if p.code in ("A05", "A06")] == []


# 决策 and 过程 are judged by rules, and their table asks for no values.
JUDGED = """
一级指标 | 二级指标 | 三级指标 | 评分要点 | 分值 | 得分 | 扣分原因
决策 | 项目立项 | 立项依据充分性 | 符合规定 | 4 | 4 |
过程 | 资金管理 | 资金使用合规性 | 符合规定 | 6 | 6 |
"""


@pytest.mark.parametrize(("columns", "told"), [("评分要点", []), ("目标值", ["C01"])])
def test_a_row_lacks_no_value_that_its_table_does_not_ask_for(library, tmp_path, columns, told):
    table = JUDGED.replace("评分要点", columns)
    if told:
        table = table.replace("| 符合规定 |", "|  |")
    path = tmp_path / "自评.docx"
    path.write_bytes(word_bytes("2023年度" + TITLES[SPLIT], picture(SPLIT), picture(table)))
    found = Auditor(library, AuditOrder((path,))).run().problems
    blank = [
        p for p in found if p.code == "C01" and p.place.document and p.place.document.table == 2
    ]
    assert sorted({p.code for p in blank if "指标值" in p.message}) == told


@pytest.mark.parametrize(
    ("said", "told"), [("", ["C04"]), ('no-place = ["funds.adjustment"]\n', [])]
)
def test_nobody_is_asked_for_a_reason_that_the_form_has_no_place_for(workspace, said, told):
    scheme = (ROOT / "templates/schemes/mof-2020.toml").read_text(encoding="utf-8")
    own = workspace / "templates/schemes/mof-2020.toml"
    own.parent.mkdir(parents=True)
    own.write_text(f"{said}{scheme}", encoding="utf-8")
    path = workspace / "自评.docx"
    table = picture(OTHER.replace("| 40 | 40 | 40 |", "| 30 | 40 | 40 |"))
    path.write_bytes(word_bytes("2023年度项目支出绩效自评表", table))
    library = Library(find_workspace(workspace)[0])
    found = Auditor(library, AuditOrder((path,), scheme="mof-2020")).run().problems
    assert [p.code for p in found if p.code == "C04"] == told
