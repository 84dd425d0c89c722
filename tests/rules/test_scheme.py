"""Each fault of a scheme file is found, at its line, and nothing else is."""

from pathlib import Path

import pytest

from generator.base.problem import Problem, Severity
from generator.base.toml import parse_toml
from generator.model.requirements import REQUIRABLE, WORKED_OUT
from generator.model.scheme import Scheme
from generator.rules.scheme.scheme_checks import check_scheme

OTHERS = ("national-rules", "invented")

SOUND = """
id = "invented"
title = "虚构省项目自评"
national = "national-rules"

[force]
from = 2024
to = 2025

[[basis]]
id = "form"
document = "虚构省自评表"

[rounding]
places = 1
basis = "form"

[[project]]
total = 100
when-class = "成本"
basis = "form"
[[project.part]]
id = "cost"
label = "成本"
kind = "indicators"
weight = 40
classes = ["成本"]
basis = "form"
[[project.part]]
id = "output"
label = "产出"
kind = "indicators"
weight = 60
classes = ["产出"]
moves-to = "cost"
basis = "form"

[[project]]
total = 90.5
basis = "form"
[[project.part]]
id = "execution"
label = "执行率"
kind = "execution"
weight = 30.5
basis = "form"
[[project.part]]
id = "output"
label = "产出"
kind = "indicators"
weight = 60
basis = "form"

[[classes]]
name = "成本"
basis = "form"
[[classes]]
name = "产出"
basis = "form"

[[method]]
when = ["execution"]
kind = "steps"
of = 10
steps = [
  { from = 95, points = 10 },
  { from = 70, points = 4 },
]
basis = "form"
[[method]]
when = ["≥"]
kind = "ratio"
pass-line = true
basis = "form"
[[method]]
when = ["≥"]
kind = "all-or-none"
classes = ["成本"]
basis = "form"
[[method]]
when = ["text"]
kind = "tier"
basis = "form"

[[tier]]
label = "好"
from = 70
to = 100
basis = "form"
[[tier]]
label = "不好"
from = 0
to = 70
basis = "form"

[[grade]]
word = "甲"
from = 85
to = 100
basis = "form"
[[grade]]
word = "乙"
from = 50
to = 85
basis = "form"

[thresholds]
execution = { percent = 80, basis = "form" }

[required]
goals = ["goal.expected"]
evaluation = ["funds.spent", "indicator.actual"]
"""


def check(text: str) -> tuple[Problem, ...]:
    source, problems = parse_toml(text, Path("invented.toml"), "invented.toml")
    assert source is not None
    assert problems == ()
    return check_scheme(Scheme.from_data(source.data), source, OTHERS)


def changed(old: str, new: str) -> str:
    assert SOUND.count(old) == 1, f"{old!r} must stand exactly once in the sound scheme"
    return SOUND.replace(old, new)


def test_a_sound_scheme_raises_nothing() -> None:
    assert check(SOUND) == ()


GRADE_A = 'word = "甲"\nfrom = 85\nto = 100\nbasis = "form"\n'
GRADE_B = 'word = "乙"\nfrom = 50\nto = 85\nbasis = "form"\n'

# what is changed · into what · the code · the words of the message · the line it points at
FAULTS = {
    "parts that do not add up": (
        ('weight = 40', 'weight = 30'),
        ("S02", "各部分分值之和为 90，总分写的是 100", "total = 100"),
    ),
    "decimal parts that do not add up": (
        ('weight = 30.5', 'weight = 30.6'),
        ("S02", "各部分分值之和为 90.6，总分写的是 90.5", "total = 90.5"),
    ),
    "a part id twice": (
        ('id = "execution"', 'id = "output"'),
        ("S03", "部分代码“output”重复", 'id = "output"'),
    ),
    "weight that moves nowhere": (
        ('moves-to = "cost"', 'moves-to = "costs"'),
        ("S03", "分值转入的部分“costs”不存在", 'moves-to = "costs"'),
    ),
    "weight that moves to itself": (
        ('moves-to = "cost"', 'moves-to = "output"'),
        ("S03", "部分“output”的分值不能转给自己", 'moves-to = "output"'),
    ),
    "a part with an unknown class": (
        ('classes = ["产出"]', 'classes = ["产 出"]'),
        ("S04", "指标体系 classes 里没有一级指标“产 出”", 'classes = ["产 出"]'),
    ),
    "a condition with an unknown class": (
        ('when-class = "成本"', 'when-class = "成效"'),
        ("S04", "指标体系 classes 里没有一级指标“成效”", 'when-class = "成效"'),
    ),
    "a class in two parts": (
        ('classes = ["产出"]', 'classes = ["产出", "成本"]'),
        ("S04", "一级指标“成本”已在部分“cost”里，分值会算两次", 'classes = ["产出", "成本"]'),
    ),
    "no layout for the usual case": (
        ('total = 90.5', 'total = 90.5\nwhen-class = "产出"'),
        ("S05", "项目没有通常情形下的评分组成", "[[project]]"),
    ),
    "a gap between grades": (
        ('from = 50\nto = 85', 'from = 50\nto = 84'),
        ("G02", "等级“甲”（85 起）与“乙”（到 84）之间有空档", "to = 84"),
    ),
    "grades that overlap": (
        ('from = 50\nto = 85', 'from = 50\nto = 86'),
        ("G02", "等级“甲”（85 起）与“乙”（到 86）重叠", "to = 86"),
    ),
    "a grade upside down": (
        ('from = 50\nto = 85', 'from = 85\nto = 85'),
        ("G02", "等级“乙”的下限 85 不低于上限 85", "from = 85"),
    ),
    "a grade twice": (
        ('word = "乙"', 'word = "甲"'),
        ("G02", "等级“甲”写了两次", "[[grade]]"),
    ),
    "a gap between tiers": (
        ('from = 0\nto = 70', 'from = 0\nto = 69.5'),
        ("S07", "档次“好”（70 起）与“不好”（到 69.5）之间有空档", "to = 69.5"),
    ),
    "tiers that overlap": (
        ('from = 0\nto = 70', 'from = 0\nto = 71'),
        ("S07", "档次“好”（70 起）与“不好”（到 71）重叠", "to = 71"),
    ),
    "tiers that do not reach the top": (
        ('from = 70\nto = 100', 'from = 70\nto = 99'),
        ("S07", "定性档次的最高上限是 99%，应为 100%", "to = 99"),
    ),
    "tiers that do not reach the bottom": (
        ('from = 0\nto = 70', 'from = 1\nto = 70'),
        ("S07", "定性档次的最低下限是 1%，应为 0", "from = 1"),
    ),
    "tiers that leave out nothing done": (
        ('from = 0\nto = 70', 'from = 0\nfrom-included = false\nto = 70'),
        ("S07", "完成 0% 不属于任何一档：“不好”不含下限", "from-included = false"),
    ),
    "a situation with two methods": (
        ('when = ["text"]', 'when = ["text", "≥"]'),
        ("S08", "情形“≥”有两种计分方式", 'when = ["text", "≥"]'),
    ),
    "a situation twice in one method": (
        ('when = ["text"]', 'when = ["text", "text"]'),
        ("S08", "情形“text”有两种计分方式", 'when = ["text", "text"]'),
    ),
    "a situation with two methods for one class": (
        ('when = ["text"]\nkind = "tier"', 'when = ["≥"]\nkind = "tier"\nclasses = ["成本"]'),
        ("S08", "情形“≥”（类别“成本”）有两种计分方式", 'when = ["≥"]'),
    ),
    "steps without a full score": (
        ('of = 10\n', ''),
        ("S08", "分段计分没有满分 of，或写成了 0", 'kind = "steps"'),
    ),
    "steps out of nothing": (
        ('of = 10\nsteps', 'of = 0\nsteps'),
        ("S08", "分段计分没有满分 of，或写成了 0", 'kind = "steps"'),
    ),
    "a full score where there are no steps": (
        ('pass-line = true', 'pass-line = true\nof = 20'),
        ("S08", "计分方式 ratio 用不到 of", "of = 20"),
    ),
    "steps where the kind has none": (
        ('pass-line = true', 'pass-line = true\nsteps = [{ from = 1, points = 0 }]'),
        ("S08", "计分方式 ratio 用不到 steps", "steps = [{ from = 1, points = 0 }]"),
    ),
    "a pass line where nothing is in proportion": (
        ('kind = "all-or-none"', 'kind = "all-or-none"\npass-line = true'),
        ("S08", "计分方式 all-or-none 不能有及格线", "pass-line = true"),
    ),
    "steps that climb": (
        ('from = 70, points = 4', 'from = 95, points = 4'),
        ("S08", "分段起点 95 不低于上一段的 95", "{ from = 95, points = 4 },"),
    ),
    "more points for less": (
        ('from = 95, points = 10', 'from = 95, points = 3'),
        ("S08", "本段得分 4 高于上一段的 3", "{ from = 70, points = 4 },"),
    ),
    "more points than there are": (
        ('from = 95, points = 10', 'from = 95, points = 11'),
        ("S08", "本段得分 11 超过满分 10", "{ from = 95, points = 11 },"),
    ),
    "a basis that is not there": (
        ('places = 1\nbasis = "form"', 'places = 1\nbasis = "forms"'),
        ("S09", "没有依据“forms”", 'basis = "forms"'),
    ),
    "a basis that is not there deep inside": (
        ('percent = 80, basis = "form"', 'percent = 80, basis = "law"'),
        ("S09", "没有依据“law”", 'execution = { percent = 80, basis = "law" }'),
    ),
    "a basis that nothing rests on": (
        ('[rounding]', '[[basis]]\nid = "law"\ndocument = "法"\n[rounding]'),
        ("S09", "依据“law”没有一处用到", 'id = "law"'),
    ),
    "a basis twice": (
        ('[rounding]', '[[basis]]\nid = "form"\ndocument = "法"\n[rounding]'),
        ("S09", "依据代码“form”重复", 'id = "form"'),
    ),
    "an end before the beginning": (
        ('to = 2025', 'to = 2023'),
        ("S10", "适用年度的截止年 2023 早于起始年 2024", "to = 2023"),
    ),
    "an unknown national scheme": (
        ('national = "national-rules"', 'national = "national-rule"'),
        ("S10", "没有对照的全国方案“national-rule”", 'national = "national-rule"'),
    ),
    "a scheme held against itself": (
        ('national = "national-rules"', 'national = "invented"'),
        ("S10", "对照的全国方案不能是本方案自己", 'national = "invented"'),
    ),
    "an unknown required key": (
        ('"funds.spent"', '"funds.spend"'),
        ("S10", "不认识的必填项“funds.spend”", 'evaluation = ["funds.spend", "indicator.actual"]'),
    ),
    "a required key twice": (
        ('"funds.spent"', '"indicator.actual"'),
        (
            "S10",
            "必填项“indicator.actual”写了两次",
            'evaluation = ["indicator.actual", "indicator.actual"]',
        ),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("change", "expected"), FAULTS.values(), ids=FAULTS)
def test_a_fault_is_found_at_its_line(
    change: tuple[str, str], expected: tuple[str, str, str]
) -> None:
    text = changed(*change)
    (problem,) = check(text)
    line = text.splitlines()[problem.place.line - 1]
    assert (problem.code, problem.message, line.strip()) == (
        expected[0],
        expected[1],
        expected[2],
    )
    assert problem.hint
    assert problem.place.file == "invented.toml"


def test_every_code_has_a_case() -> None:
    codes = {f"S{n:02}" for n in range(2, 11) if n != 6} | {"G02"}
    assert {expected[0] for _, expected in FAULTS.values()} == codes


def test_a_near_spelling_is_suggested() -> None:
    (problem,) = check(changed('"funds.spent"', '"funds.spend"'))
    assert "funds.spent" in problem.hint


def test_an_unused_basis_stops_nothing() -> None:
    (problem,) = check(changed("[rounding]", '[[basis]]\nid = "law"\ndocument = "法"\n[rounding]'))
    assert problem.severity is Severity.WARNING


def test_a_part_left_to_the_unit_leaves_the_sum_open() -> None:
    assert check(changed("weight = 30.5\n", "")) == ()


def test_layouts_of_the_department_are_checked_too() -> None:
    part = '[[department.part]]\nid = "goals"\nlabel = "目标"\nkind = "goals"\nweight = 80\n'
    layout = f'[[department]]\ntotal = 100\nbasis = "form"\n{part}basis = "form"\n'
    (problem,) = check(changed('[[classes]]\nname = "成本"', f'{layout}[[classes]]\nname = "成本"'))
    assert (problem.code, problem.message) == ("S02", "各部分分值之和为 80，总分写的是 100")


def test_any_class_may_be_named_when_the_scheme_lists_none() -> None:
    listed = (
        '[[classes]]\nname = "成本"\nbasis = "form"\n[[classes]]\nname = "产出"\nbasis = "form"\n'
    )
    assert check(changed(listed, "")) == ()


def test_the_usual_layout_comes_last() -> None:
    problems = check(
        changed('when-class = "成本"\n', "").replace(
            "total = 90.5", 'total = 90.5\nwhen-class = "成本"'
        )
    )
    assert [(p.code, p.message) for p in problems] == [
        ("S05", "项目的通常评分组成（没有 when-class）不在最后，后面的永远用不到")
    ]


@pytest.mark.parametrize("condition", ["", 'when-class = "产出"\n'])
def test_a_condition_stands_once(condition: str) -> None:
    part = '[[project.part]]\nid = "all"\nlabel = "全部"\nkind = "indicators"\nweight = 1\n'
    layout = f'[[project]]\ntotal = 1\n{condition}basis = "form"\n{part}basis = "form"\n'
    text = changed("[[project]]\ntotal = 90.5", (layout * 2) + "[[project]]\ntotal = 90.5")
    repeated = [p for p in check(text) if "写了两次" in p.message]
    assert {p.code for p in repeated} == {"S05"}


def test_steps_without_steps_are_missed() -> None:
    start, end = SOUND.index("steps = ["), SOUND.index("]\nbasis", SOUND.index("steps = [")) + 2
    (problem,) = check(SOUND[:start] + SOUND[end:])
    assert (problem.code, problem.message) == ("S08", "分段计分缺少 steps")


def test_judging_by_tiers_needs_tiers() -> None:
    start, end = SOUND.index("[[tier]]"), SOUND.index("[[grade]]")
    (problem,) = check(SOUND[:start] + SOUND[end:])
    assert (problem.code, problem.message) == ("S08", "按档次计分，但方案没有 [[tier]]")


def test_grades_may_be_written_upwards() -> None:
    assert check(SOUND.replace(GRADE_A, "@").replace(GRADE_B, GRADE_A).replace("@", GRADE_B)) == ()


def test_all_problems_come_at_once_from_top_to_bottom() -> None:
    text = changed("to = 2025", "to = 2023").replace("weight = 40", "weight = 4")
    text = text.replace("from = 50\nto = 85", "from = 50\nto = 80").replace("funds.spent", "x")
    problems = check(text)
    assert [p.code for p in problems] == ["S10", "S02", "G02", "S10"]
    assert [p.place.line for p in problems] == sorted(p.place.line for p in problems)


def test_every_requirable_path_is_accepted() -> None:
    listed = ", ".join(f'"{path}"' for path in (*REQUIRABLE, *WORKED_OUT))
    assert check(changed('["funds.spent", "indicator.actual"]', f"[{listed}]")) == ()
