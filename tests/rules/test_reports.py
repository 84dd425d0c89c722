"""Whole reports with their tables: what is planted is told at its place, and nothing else is."""

import tomllib
from pathlib import Path

import pytest

from generator.load.workspace_folder import find_workspace
from generator.use.audit.auditor import Auditor, AuditOrder
from generator.use.library import Library
from tests.foreign import excel_bytes, picture, word_bytes
from tests.rules.papers import paper, problems_of

REPORTS = tomllib.loads((Path(__file__).parent / "reports.toml").read_text(encoding="utf-8"))[
    "report"
]


def parts(text):
    """Take rows between bars together as a table, other lines as paragraphs."""
    found = []
    for line in text.strip().splitlines():
        if not line.startswith("|"):
            found.append(line)
            continue
        row = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if found and isinstance(found[-1], list):
            found[-1].append(row)
        else:
            found.append([row])
    return found


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["name"])
def test_a_report_is_told_what_is_wrong_in_it_and_no_more(report):
    problems = problems_of(paper(parts(report["text"])))
    told = {f"{p.code}@{p.place.document}" for p in problems if p.severity.value != "note"}
    assert told == set(report["told"])


SEVERAL_TABLES = """
村级照明项目产出指标完成情况表
| 指标名称 | 目标值 | 完成值 | 分值 | 得分 |
| 安装路灯数量 | ≥640盏 | 640盏 | 25 | 25 |
| 亮灯率 | ≥98% | 98% | {points} | {points} |
村级照明项目效益和满意度指标完成情况表
| 指标名称 | 目标值 | 完成值 | 分值 | 得分 |
| 受益群众人数 | ≥1.2万人 | 1.2万人 | 40 | 40 |
| 群众满意度 | ≥90% | 93% | 10 | 10 |
2023年12月6日
"""


HEAD_TWICE = """
项目支出绩效自评表
（2023年度）
| 项目名称 | 老旧管网改造 | 主管部门 | 柳溪县水务局 |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 产出指标 | 数量指标 | 改造管网长度 | ≥24公里 | 24.6公里 | 30 | 30 |
| 产出指标 | 质量指标 | 验收合格率 | 100% | 100% | {points} | {points} |
项目支出绩效自评表（续）
| 项目名称 | 老旧管网改造 | 主管部门 | 柳溪县水务局 |
| 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 |
| 效益指标 | 社会效益指标 | 受益居民户数 | ≥3600户 | 3650户 | 40 | 40 |
| 满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | 93% | 10 | 10 |
| 总分 | | | | | 100 | |
2024年3月6日
"""


@pytest.mark.parametrize(("points", "codes"), [("20", []), ("18", ["A03"])])
def test_the_rest_of_a_form_may_repeat_its_head(points, codes):
    problems = problems_of(paper(parts(HEAD_TWICE.format(points=points))))
    assert [p.code for p in problems if p.severity.value == "error"] == codes


@pytest.mark.parametrize(("points", "codes"), [("25", []), ("23", ["A03"])])
def test_tables_of_a_class_each_are_held_against_the_whole_together(points, codes):
    problems = problems_of(paper(parts(SEVERAL_TABLES.format(points=points))))
    assert [p.code for p in problems if p.severity.value == "error"] == codes


CHANGED_GOAL = """
2023年项目支出绩效目标自评表
| 项目名称 | 农田建设 | 主管部门 | 云山县农业农村局 | | |
| 当年绩效目标 | 年初绩效目标 | 全年（调整）绩效目标 | 全年目标实际完成情况 | | |
| 当年绩效目标 | 新建高标准农田{first}亩。 | 新建高标准农田{then}亩。 | 新建高标准农田2600亩。 | | |
| 指标名称 | 计量单位 | 指标性质 | 年初指标值 | 调整指标值 | 全年完成值 |
| 新建高标准农田面积 | 亩 | ≥ | 2200 | 2600 | 2600 |
2024年3月5日
"""


@pytest.mark.parametrize(
    ("first", "then", "told"), [("2200", "2600", []), ("2600", "2620", ["2620亩"])]
)
def test_a_goal_that_was_changed_is_held_against_the_row_as_it_was_changed(first, then, told):
    problems = problems_of(paper(parts(CHANGED_GOAL.format(first=first, then=then))))
    said = [p.message for p in problems if p.code == "X02"]
    assert [any(value in one for value in told) for one in said] == [True] * len(told)


def one_line_a_row(content):
    for part in content:
        yield from [[part]] if isinstance(part, str) else part


def lines_in_one_cell(content):
    lines = []
    for part in content:
        if isinstance(part, str):
            lines.append(part)
            continue
        yield ["\n".join(lines)]
        yield from part
        lines = []
    yield ["\n".join(lines)]


def blank_rows_around_lists(content):
    for part in content:
        yield from [[part]] if isinstance(part, str) else [[""], *part, [""]]


def lists_with_numbers(content):
    for part in content:
        if isinstance(part, str):
            yield [part]
            continue
        head, *rows = part
        if not head[0].endswith("内容"):  # a form, or a list that has its numbers
            yield from part
            continue
        yield ["序号", *head]
        for number, row in enumerate(rows, 1):
            yield ["合计", "", *row[1:]] if row[0] == "合计" else [str(number), *row]


@pytest.mark.parametrize(
    "laid_out", [one_line_a_row, lines_in_one_cell, blank_rows_around_lists, lists_with_numbers]
)
@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report["name"])
def test_a_report_in_a_worksheet_is_told_the_same(report, laid_out, tmp_path):
    rows = [*laid_out(parts(report["text"]))]
    width = max(map(len, rows))
    path = tmp_path / "报告.xlsx"
    path.write_bytes(excel_bytes([[*row, *[""] * (width - len(row))] for row in rows]))
    library = Library(find_workspace(tmp_path)[0])
    found = Auditor(library, AuditOrder((path,))).run().problems
    told = sorted(p.code for p in found if p.severity.value != "note")
    assert told == sorted(code.partition("@")[0] for code in report["told"])


FORM = """
项目名称 | < | 图书流动车 | < | < | < | < | < | <
主管部门 | < | 青山县文旅局 | < | 实施单位 | < | 青山县图书馆 | < | <
项目资金\\n（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
^ | 年度资金总额 | < | 100 | 100 | 95.4 | 10 | 95.4% | 9.54
年度总体目标 | 预期目标 | < | < | < | 实际完成情况 | < | < | <
^ | 流动车进村。 | < | < | < | 流动车进村36次。 | < | < | <
绩效指标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
^ | 产出指标（50分） | 数量指标 | 流动车进村次数 | ≥36次 | 36次 | 50 | 50 |
^ | 效益指标（30分） | 社会效益指标 | 阅读氛围 | 改善 | 改善 | 30 | 30 |
^ | 满意度指标（10分） | 服务对象满意度指标 | 读者满意度 | ≥90% | 93% | 10 | 10 |
总分 | < | < | < | < | < | 100 | 99.54 |
"""
REPORT = """
青山县图书馆2023年度图书流动车项目支出绩效自评报告
一、项目基本情况
全年预算100万元，全年执行{spent}万元，其中车辆租赁费47.7万元，占总支出的{share}%。
二、完成情况
流动车进村36次，读者到车借阅率由12%提高{to}
青山县图书馆
2024年3月1日
"""


@pytest.mark.parametrize(
    ("spent", "share", "to", "expected"),
    [
        ("95.4", "50", "到18%。", set()),
        ("94.5", "50.48", "到18%。", {"X02"}),
        ("95.4", "52", "到18%。", {"A10"}),
        ("95.4", "50", "到", {"W07"}),
    ],
)
@pytest.mark.parametrize("is_apart", [True, False])
def test_a_report_is_held_against_its_form_wherever_it_stands(
    spent, share, to, expected, is_apart, tmp_path
):
    lines = parts(REPORT.format(spent=spent, share=share, to=to))
    table = ["2023年度项目支出绩效自评表", picture(FORM)]
    files = [lines, table] if is_apart else [[*lines, *table]]
    paths = []
    for number, content in enumerate(files):
        paths.append(tmp_path / f"材料{number}.docx")
        paths[-1].write_bytes(word_bytes(*content))
    library = Library(find_workspace(tmp_path)[0])
    found = Auditor(library, AuditOrder(tuple(paths))).run().problems
    assert {p.code for p in found if p.severity.value != "note"} == expected
