"""Sums below each class, below them all, and a class of the third level: worked out, whoever fills the form in."""

import pytest

from generator.use.adopt.comparing import compare
from generator.use.foreign_file import read_foreign
from tests.foreign import picture, word_bytes

TITLE = "项目支出绩效自评表（2023年度）"
TOP = """
    项目名称 | < | {name} | < | < | < | < | <
    主管部门 | < | 青岭县林业局 | < | 实施单位 | 青岭县林场 | < | <
    资金安排（万元） | < | 50 | < | 实际支出（万元） | {spent} | < | <
    一级指标 | 二级指标 | 三级指标 | 四级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
"""
PER_CLASS = f"""{TOP}
    预算执行 | 支出率 | < | < | 100% | 90% | 10 | 9
    产出 | 数量 | 共性 | 巡护里程 | ≥200公里 | 210公里 | 20 | 20
    ^ | ^ | ^ | 巡护次数 | ≥50次 | 51次 | 10 | 10
    ^ | 质量 | 个性 | 火情处置率 | 100% | 80% | 20 | 16
    ^ | 小计 | < | < | < | < | 50 | 46
    效益 | 社会 | 共性 | 林区火灾 | ≤1起 | 0起 | 40 | 40
    ^ | 小计 | < | < | < | < | 40 | 40
    总分 | < | < | < | < | < | 100 | 95
""".format(name="护林防火", spent="45")
TWIN = f"""{TOP}
    预算执行 | 支出率 | < | < | 100% | 80% | 10 | 8
    产出 | 数量 | 个性 | 修剪面积 | ≥20亩 | 22亩 | 30 | 30
    ^ | 小计 | < | < | < | < | 30 | 30
    效益 | 社会 | 共性 | 受益人数 | ≥900人 | 910人 | 25 | 25
    ^ | 生态 | 共性 | 新增绿地 | ≥10亩 | 5亩 | 25 | 12.5
    ^ | ^ | 个性 | 成活率 | ≥90% | 91% | 10 | 10
    ^ | 小计 | < | < | < | < | 60 | 47.5
    总分 | < | < | < | < | < | 100 | 85.5
""".format(name="绿地养护", spent="40")
BELOW_ALL = """
    项目名称 | < | 护林防火 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出 | 数量 | 巡护里程 | ≥200公里 | 210公里 | 60 | 60
    效益 | 社会 | 林区火灾 | ≤1起 | 0起 | 40 | 40
    小计 | < | < | < | < | 100 | 100
    自评总分 | < | < | < | < | < | 100
"""


@pytest.fixture
def made(run, workspace):
    """Adopt a form once, import another one of its kind, print it by our scores or as it was stated."""

    def go(first, other, *how):
        for name, table in (("form", first), ("other", other)):
            (workspace / f"{name}.docx").write_bytes(word_bytes(TITLE, picture(table)))
        folder = workspace / "inputs" / "other"
        assert run("adopt", workspace / "form.docx", "-o", workspace)[0] == 0
        code, told, _ = run("import", workspace / "other.docx", "-o", folder)
        assert (code, "小计" in told) == (0, False)
        assert run("build", folder, *how)[0] == 0
        (printed,) = (workspace / "outputs" / "other").glob("*.docx")
        return compare(read_foreign(workspace / "other.docx")[0], read_foreign(printed)[0])

    return go


@pytest.mark.parametrize(
    ("first", "other", "how"),
    [(PER_CLASS, PER_CLASS, ()), (PER_CLASS, TWIN, ()), (TWIN, PER_CLASS, ("--as-stated",))],
    ids=["own", "another-office", "as-stated"],
)
def test_sums_of_classes_and_third_levels_come_out_in_every_office(first, other, how, made):
    assert made(first, other, *how).differences == ()


def test_sums_below_all_indicators_are_worked_out(made, workspace):
    changed = BELOW_ALL.replace("60 | 60", "60 | 45").replace("100 | 100", "100 | 85")
    other = changed.replace("210公里", "150公里").replace("< | 100\n", "< | 85\n")
    assert made(BELOW_ALL, other).differences == ()
    words = [t for _, t, _ in read_foreign(workspace / "templates/docx/form.docx")[0].said()]
    assert {"{{ form.indicators_weight }}", "{{ form.indicators_score }}"} <= {*words}
