"""A form with sentences around it, made of a few lines: what is asked for is said, the rest fits."""

from generator.base.problem import Severity
from tests.foreign import picture
from tests.rules.papers import paper, problems_of

_HEAD = """
项目名称 | < | {project} | < | < | < | < | <
主管部门 | < | 青山县公共服务局 | < | 实施单位 | < | 青山县公共服务局 | <
项目资金\\n（万元） |  | < | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | 得分（10分）
^ | 年度资金总额 | < | {budget} | {budget} | {spent} | {rate}% | {execution}
^ | 其中：财政拨款 | < | {budget} | {budget} | {spent} | {rate}% | —
年度总体目标 | 年初设定目标 | < | < | 实际完成情况 | < | < | <
^ | {goal} | < | < | {done} | < | < | <
一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施
"""
_USUAL = {
    "title": "2023年度项目支出绩效自评表",
    "project": "便民服务设施提升",
    "budget": "400",
    "spent": "400",
    "rate": "100",
    "execution": "10",
    "goal": "设施得到改善，群众办事更加方便。",
    "done": "设施得到改善，群众办事更加方便，窗口秩序良好。",
    "prose": "",
    "foot": "",
    "date": "2024年3月20日",
}
_LONGEST_CASE = 60


def told(family, case):
    """Return what is told of a form with the rows of a family, and of the sentences beside it."""
    return problems_of(paper(parts({**family, **case})))


def heeded(family, problems):
    """Leave notes out, unless the family is told as notes."""
    return [p for p in problems if family.get("notes") or p.severity is not Severity.NOTE]


def parts(said):
    """Lay a form out: rows are 二级|名称|指标值|完成值|分值|得分|原因, each below its class."""
    said = {**_USUAL, **said}
    lines = [*_rows(said.get("rows", ()))]
    scores = sum(float(line.split("|")[6]) for line in lines) + float(said["execution"])
    foot = [f"总分 | < | < | < | < | 100 | {scores:g} | "]
    if said["foot"]:
        foot.append(f"{said['foot'].replace('=', ' | < | ', 1)} | < | < | < | < | <")
    table = picture("\n".join([_HEAD.format(**said).strip(), *lines, *foot]))
    prose = said["prose"].split("|") if said["prose"] else []
    return [said["title"], table, *prose, "青山县公共服务局", said["date"]]


def _rows(rows):
    """Fill up to 90 points, so that the form adds up: the last row has what is left."""
    left = 90
    for row in rows:
        class_, name, target, actual, weight, score, reason = (
            cell.strip() for cell in row.split("|")
        )
        left -= int(weight)
        upper = "满意度指标" if "满意" in class_ else "效益指标" if "效益" in class_ else "产出指标"
        yield " | ".join((upper, class_, name, target, actual, weight, score, reason))
    yield f"满意度指标 | 服务对象满意度指标 | 办事群众满意度 | ≥90% | 95% | {left} | {left} | "


def name_of(family, case):
    """Say which case it is."""
    return f"{family['name']}: {'; '.join(f'{k}={v}' for k, v in case.items())}"[:_LONGEST_CASE]
