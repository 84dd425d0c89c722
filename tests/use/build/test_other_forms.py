"""What the forms of other offices print: each kind of column from inputs of our own, cell by cell."""

from collections.abc import Callable

import pytest

from tests.conftest import write_files
from tests.use.build.forms import Rows, loop, printed, write_template

SCHEME = """
id = "lan-2030"
title = "兰州湾自评"
fund-rows = ["市级资金", "区级资金"]

[force]
from = 2030

[[basis]]
id = "order"
document = "兰绩〔2030〕3号"

[[project]]
total = 100
basis = "order"

[[project.part]]
id = "money"
label = "预算执行"
kind = "execution"
weight = 10
basis = "order"

[[project.part]]
id = "deeds"
label = "绩效指标"
kind = "indicators"
weight = 90
basis = "order"

[[classes]]
name = "产出"
label = "产出指标"
children = ["数量", "质量"]
children-labels = { "质量" = "质量达标" }
basis = "order"

[[classes]]
name = "效益"
children = ["社会效益"]
basis = "order"

[[method]]
when = ["execution", "≥", ">", "="]
kind = "ratio"
basis = "order"

[[method]]
when = ["≤", "<"]
kind = "overrun"
basis = "order"

[[method]]
when = ["text", "qualitative", "range", "yes-no", "date"]
kind = "unit"
basis = "order"
"""

DOCUMENT = """
[[document]]
id = "form"
title = "自评表"
template = "form.docx"
for = "project"
signed = false
basis = "order"
"""

UNIT = """
year = 2030
scheme = "lan-2030"

[unit]
name = "兰州湾区水务局"
date = 2031-01-20
"""

PROJECT = """
[project]
name = "泵站更新"

[funds]
initial = 120
budget = 150.5
spent = 129.43
adjustment = "追加。"
explanation = "尾款未付。"
sources = [
  { name = "市级资金", initial = 100, budget = 100, spent = 90 },
  { name = "区级资金", initial = 20, budget = 50.5, spent = 39.43 },
]

[goal]
expected = "更新泵站。"
achieved = "更新完成。"

[[indicator]]
class = "产出/数量"
name = "更新泵站"
target = "≥12座"
actual = "12座"
weight = 30

[[indicator]]
class = "产出/数量"
name = "培训人次"
target = "≤40人次"
actual = "44人次"
weight = 10
reason = "报名踊跃。"

[[indicator]]
class = "产出/质量"
name = "验收合格率"
target = "=100%"
actual = "95%"
weight = 20
reason = "一处返工。"

[[indicator]]
class = "效益/社会效益"
name = "排涝能力"
target = "明显提升"
actual = "明显提升"
weight = 30
score = 28
reason = "仍有积水点。"
"""

Print = Callable[..., list[list[str]]]


@pytest.fixture
def form(workspace, run) -> Print:
    """Print the form of a project by a template, with some lines of the files changed or added."""

    def make(
        rows: Rows,
        settings: str = "",
        project: str = PROJECT,
        scheme: str = SCHEME,
        unit: str = UNIT,
    ) -> list[list[str]]:
        write_files(
            workspace,
            {
                "templates/schemes/lan-2030.toml": scheme + DOCUMENT + settings,
                "inputs/lan-2030/unit.toml": unit,
                "inputs/lan-2030/pumps.toml": project,
            },
        )
        write_template(workspace / "templates" / "docx" / "form.docx", rows)
        code, out, err = run("build", "inputs/lan-2030")
        assert code == 0, out + err
        (path,) = (workspace / "outputs" / "lan-2030").glob("*.docx")
        return printed(path)

    return make


def changed(text: str, **lines: str) -> str:
    """Replace lines, given as old=new pairs of key and value."""
    for old, new in lines.items():
        assert old in text, old
        text = text.replace(old, new)
    return text


def test_a_target_stands_as_sign_value_and_unit(form):
    rows = form(
        loop(
            "rows.indicators",
            "{{ row.target_sign }}",
            "{{ row.target_value }}",
            "{{ row.target_unit }}",
            "{{ row.actual_value }}",
            "{{ row.actual_unit }}",
        )
    )
    assert rows == [
        ["≥", "12", "座", "12", "座"],
        ["≤", "40", "人次", "44", "人次"],
        ["=", "100", "%", "95", "%"],
        ["", "明显提升", "", "明显提升", ""],
    ]


def test_a_form_writes_signs_in_its_own_way(form):
    settings = '[document.print]\nsigns = { at-least = "≧", at-most = "小于等于", equal = "═", qualitative = "定性" }\n'
    rows = form(
        loop("rows.indicators", "{{ row.target_sign }}", "{{ row.target_value }}"), settings
    )
    assert [row[0] for row in rows] == ["≧", "小于等于", "═", "定性"]


def test_classes_stand_with_their_points_and_scores(form):
    rows = form(
        loop(
            "rows.indicators",
            "{{ row.level1_label|merge }}", "{{ row.level1_weight|merge }}", "{{ row.level1_score|merge }}",
            "{{ row.level2_label|merge }}", "{{ row.level2_weight|merge }}", "{{ row.level2_score|merge }}",
            "{{ row.name }}",
        )
    )  # fmt: skip
    assert rows == [
        ["产出指标", "60", "58", "数量指标", "40", "39", "更新泵站"],
        ["", "", "", "", "", "", "培训人次"],
        ["", "", "", "质量达标", "20", "19", "验收合格率"],
        ["效益指标", "30", "28", "社会效益指标", "30", "28", "排涝能力"],
    ]
