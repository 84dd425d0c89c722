"""A cell with the name of a body and its code: what it becomes, and what a normal build prints of it."""

import pytest

from generator.use.adopt.coded_names import coded_name
from generator.use.foreign_file import read_foreign
from tests.foreign import picture, word_bytes

FORM = """
    项目名称 | < | 古井修缮 | < | < | <
    主管部门（代码） | < | 北坡县文旅局（215002） | < | 实施单位 | 北坡县文保所
    一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 得分
    产出指标 | 数量指标 | 修缮古井 | ≥9口 | 9口 | 50
    效益指标 | 社会效益指标 | 参观人数 | ≥800人 | 860人 | 50
    总分 | < | < | < | < | 100
"""


@pytest.mark.parametrize(
    ("text", "label", "parts"),
    [
        (
            "某某局（215002）",
            "主管部门（代码）",
            ("某某局", "215002", "主管部门代码", ("（", "）"), False),
        ),
        ("某某局[215]", "主管部门及代码", ("某某局", "215", "主管部门代码", ("[", "]"), False)),
        ("某某局（215002）", "主管部门", ("某某局", "215002", "主管部门代码", ("（", "）"), False)),
        ("", "实施单位（代码）", ("", "", "实施单位代码", ("（", "）"), False)),
        ("", "主管部门", None),
        ("某某局", "主管部门（代码）", None),
        ("215002某某局", "主管部门（代码）", None),
        (
            "215002-某某局",
            "主管部门（代码）",
            ("某某局", "215002", "主管部门代码", ("", "-"), True),
        ),
    ],
)
def test_a_cell_is_parted_where_its_code_stands_behind_the_name(text, label, parts):
    found = coded_name(text, label)
    assert (found if found is None else tuple(found)) == parts


@pytest.mark.parametrize("said", ["北坡县文旅局（215002）", "215002-北坡县文旅局"])
def test_a_normal_build_prints_the_code_and_reads_it_back(run, workspace, said):
    form = workspace / "form.docx"
    table = picture(FORM.replace("北坡县文旅局（215002）", said))
    form.write_bytes(word_bytes("项目支出绩效自评表（2023年度）", table))
    run("adopt", form, "-o", workspace)
    inputs = workspace / "inputs"
    run("import", form, "-o", inputs / "x")
    first = (inputs / "x" / "project-1.toml").read_text(encoding="utf-8")
    assert '"主管部门代码" = "215002"' in first
    run("build", inputs / "x", "--draft")
    (made,) = (workspace / "outputs" / "x").glob("*.docx")
    assert read_foreign(made)[0].blocks[-1].at(1, 2).text == said
    run("import", made, "-o", inputs / "y")
    again = (inputs / "y" / "project-1.toml").read_text(encoding="utf-8")
    assert again.replace(made.name, form.name) == first
