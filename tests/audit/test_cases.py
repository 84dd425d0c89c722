"""Every code that an audit gives: a small document that has the fault, and one close by that has not."""

import tomllib

import pytest

from generator.base.problem import Severity
from generator.load.workspace_folder import find_workspace
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.library import Library
from tests.audit.bases import BASES
from tests.conftest import ROOT
from tests.foreign import picture, word_bytes

CASES = sorted((ROOT / "tests" / "cases" / "audit").glob("*.toml"))


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return Library(find_workspace(tmp_path_factory.mktemp("nowhere"))[0])


@pytest.fixture
def audited(library, tmp_path):
    def audit(base, changes=(), scheme=""):
        path = tmp_path / "自评.docx"
        path.write_bytes(word_bytes(*BASES[base](changes)))
        return Auditor(library, AuditOrder((path,), scheme)).run()

    return audit


def told(audited, code):
    return [p for p in audited.problems if p.code == code]


@pytest.mark.parametrize("base", BASES)
def test_a_clean_document_has_no_problem_at_all(audited, base):
    assert [(p.code, p.message) for p in audited(base).problems] == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_the_fault_is_found_at_its_place(audited, path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    found = told(audited(case["base"], case["bad"], case.get("scheme", "")), path.stem)
    assert found
    assert case["place"] in ("", *(str(p.place.document) for p in found))
    assert all(p.message and p.hint for p in found)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_what_is_close_by_and_right_is_not_told(audited, path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    assert told(audited(case["base"], case["good"], case.get("scheme", "")), path.stem) == []


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_advice_speaks_of_the_document_not_of_inputs(audited, path):
    case = tomllib.loads(path.read_text(encoding="utf-8"))
    for problem in audited(case["base"], case["bad"], case.get("scheme", "")).problems:
        assert "[[" not in problem.hint
        assert "{{" not in problem.hint


SICHUAN = """
项目名称 | 公共租赁住房维护 | < | < | < | < | <
主管部门 | 某市住房局 | < | < | 实施单位 | 某市住房保障中心 | <
项目预算执行情况（万元） |  | 年初预算 | 调整后预算数 | 预算执行数 | 执行率 | 得分（10分）
^ | 总额 | 110.50 | 110.50 | 105.20 | 95.20% | 9.52
^ | 财政资金 | 110.50 | 110.50 | 105.20 | 95.20% | ——
年度目标 | 完成320套公租房维护，保障住户安全。 | < | < | < | < | <
完成情况 | 完成320套公租房维护，住户反映良好。 | < | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成 | 权重 | 得分
产出指标 | 数量指标 | 维护套数 | ＝320套 | 320套 | 20 | 20
^ | 质量指标 | 验收合格率 | ≥95％ | 100％ | 20 | 20
^ | 时效指标 | 完成时间 | 2023年12月前 | 2023年11月 | 10 | 10
效益指标 | 社会效益指标 | 住户投诉次数 | ≤5次 | 3次 | 30 | 30
满意度指标 | 服务对象满意度指标 | 住户满意度 | ≥90% | 92.3% | 10 | 10
合计 | < | < | < | < | 100 | 99.52
"""
WITHOUT_EXECUTION = """
项目名称 | < | 义务教育阶段营养改善 | < | < | < | <
预算单位 | < | 某县教育局 | < | < | < | <
预算金额（元） | < | 1,250,000.00 | < | 实际支出（元） | 1,238,500.00 | <
支出率 | < | 99.08% | < | < | < | <
一级指标 | 二级指标 | 三级指标 | 预期值 | 实际值 | 分值 | 自评分
产出指标 | 数量指标 | 受益学生人数 | 2500人 | 2517人 | 25 | 25
^ | 时效指标 | 资金拨付及时率 | 100% | 100% | 25 | 25
效益指标 | 社会效益 | 学生营养状况改善 | 明显改善 | 明显改善 | 30 | 30
满意度指标 | 满意度 | 家长满意度 | ≥85% | 91% | 20 | 20
总分 | < | < | < | < | 100 | 100
"""


@pytest.mark.parametrize("table", [SICHUAN, WITHOUT_EXECUTION], ids=["四川", "没有执行率分"])
def test_a_clean_form_of_a_province_without_a_scheme_has_no_error(library, tmp_path, table):
    path = tmp_path / "自评.docx"
    path.write_bytes(word_bytes("2023年度项目支出绩效自评表", picture(table)))
    found = Auditor(library, AuditOrder((path,))).run()
    assert [p for p in found.problems if p.severity is Severity.ERROR] == []
    assert [p for p in found.problems if p.code in ("A01", "A03", "A04", "C01")] == []


@pytest.mark.parametrize(
    ("table", "old", "new", "code"),
    [
        (SICHUAN, "| 99.52", "| 98.52", "A01"),
        (SICHUAN, "95.20% | 9.52", "98.20% | 9.52", "A04"),
        (SICHUAN, "| 30 | 30\n", "| 35 | 35\n", "A03"),
        (SICHUAN, "| 320套 | 20", "|  | 20", "C01"),
        (WITHOUT_EXECUTION, "| 100 | 100", "| 100 | 99", "A01"),
        (WITHOUT_EXECUTION, "99.08%", "99.80%", "A04"),
        (WITHOUT_EXECUTION, "| 91% | 20 | 20", "| 91% | 15 | 15", "A03"),
    ],
)
def test_faults_of_forms_without_a_scheme_are_found_by_what_they_print(
    library, tmp_path, table, old, new, code
):
    assert old in table
    path = tmp_path / "自评.docx"
    path.write_bytes(word_bytes("2023年度项目支出绩效自评表", picture(table.replace(old, new))))
    found = Auditor(library, AuditOrder((path,))).run()
    assert code in {p.code for p in found.problems}


def test_a_report_without_a_form_has_no_error(library, tmp_path):
    path = tmp_path / "报告.txt"
    path.write_text(
        "某州数据中心2024年度项目支出绩效自评报告\n一、基本情况\n全年实施项目15个，到位资金334.67万元。\n"
        "二、存在的问题\n预算编制不够精细。\n",
        encoding="utf-8",
    )
    found = Auditor(library, AuditOrder((path,))).run()
    assert {p.severity for p in found.problems} <= {Severity.NOTE}
