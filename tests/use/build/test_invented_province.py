"""A province that nobody has seen: its scheme, outline and words are files, and no Python is touched."""

from decimal import Decimal

import docx
import pytest

from tests.conftest import write_files

SCHEME = """
id = "yunzhou-2031"
title = "云州省项目支出绩效自评（2031）"
region = "云州省"
fund-rows = ["省级资金", "县级资金"]

[force]
from = 2031

[[basis]]
id = "order"
document = "云财绩〔2031〕7号"
clause = "第九条"
verified = true

[rounding]
places = 1
basis = "order"

[[project]]
total = 100
basis = "order"

[[project.part]]
id = "money"
label = "资金执行"
kind = "execution"
weight = 15
places = 0
basis = "order"

[[project.part]]
id = "deeds"
label = "办事成效"
kind = "indicators"
weight = 70
classes = ["成效"]
basis = "order"

[[project.part]]
id = "voice"
label = "群众口碑"
kind = "indicators"
weight = 15
classes = ["口碑"]
moves-to = "deeds"
basis = "order"

[[classes]]
name = "成效"
label = "成效指标"
children = ["件数", "用时"]
basis = "order"

[[classes]]
name = "口碑"
label = "口碑指标"
children = ["评价"]
basis = "order"

[[method]]
when = ["execution"]
kind = "steps"
of = 15
steps = [{ from = 95, points = 15 }, { from = 70, points = 9 }]
label = "分两档"
basis = "order"

[[method]]
when = ["≥", ">", "="]
kind = "ratio"
basis = "order"

[[method]]
when = ["≤", "<"]
kind = "overrun"
label = "每超一成扣一成"
basis = "order"

[[method]]
when = ["text", "qualitative", "range", "yes-no", "date"]
kind = "tier"
basis = "order"

[[default-direction]]
direction = "≤"
classes = ["用时"]
basis = "order"

[[tier]]
label = "好"
from = 70
to = 100
words = ["很好"]
basis = "order"

[[tier]]
label = "差"
from = 0
to = 70
words = ["不好"]
basis = "order"

[[grade]]
word = "甲等"
from = 85
to = 100
basis = "order"

[[grade]]
word = "乙等"
from = 0
to = 85
basis = "order"

[required]
evaluation = ["unit.date", "project.authority", "funds.budget", "funds.spent", "indicator.target", "indicator.actual", "indicator.weight"]

[[document]]
id = "report"
title = "{{ name }}自评（{{ year }}）"
template = "report.docx"
for = "project"
outline = "yunzhou"
attaches = ["form"]
basis = "order"

[[document]]
id = "form"
title = "自评表"
template = "project-form.docx"
for = "project"
basis = "order"
"""

OUTLINE = """
id = "yunzhou"
title = "云州提纲"
source = "云财绩〔2031〕7号附件"
numbers = ["第{一}部分 ", "{1}. ", "（{1}）"]

[[section]]
id = "money"
title = "花了多少"

[[section]]
id = "verdict"
title = "结论"
level = 2
"""

UNIT = """
year = 2031
scheme = "yunzhou-2031"

[unit]
name = "云州省青山县水务局"
date = 2032-02-29
"""

PROJECT = """
[project]
name = "修渠 & 清淤 <一期>"
authority = "青山县政府"
implementer = "青山县水务局"

[funds]
initial = 80
budget = 80
spent = 72
sources = [{ name = "省级资金", budget = 60 }, { name = "县级资金", budget = 20 }]
explanation = "汛期停工。"

[[indicator]]
class = "成效/件数"
name = "修渠里程"
target = "≥30公里"
actual = "28500米"
weight = 40
reason = "汛期停工。"

[[indicator]]
class = "成效/用时"
name = "单段用时"
target = "10天"
actual = "12天"
weight = 30
reason = "汛期停工。"

[[indicator]]
class = "口碑/评价"
name = "沿线村民评价"
target = "定性"
actual = "很好"
weight = 15
score = 14
reason = "一处噪声投诉。"
"""


@pytest.fixture
def province(workspace):
    return write_files(
        workspace,
        {
            "templates/schemes/yunzhou-2031.toml": SCHEME,
            "templates/text/yunzhou/outline.toml": OUTLINE,
            "templates/text/yunzhou/money.j2": "共{{ funds.spent }}，为预算的{{ funds.rate }}。\n",
            "templates/text/yunzhou/verdict.j2": "得{{ score.total }}，{{ score.grade }}。\n",
            "inputs/水务 2031/unit.toml": UNIT,
            "inputs/水务 2031/canal.toml": PROJECT,
        },
    )


def test_it_is_scored_by_its_own_rules(province, run):
    import json

    code, out, _ = run("score", "inputs/水务 2031", "--format", "json")
    (sheet,) = json.loads(out)["dossiers"]
    assert code == 0
    # 72/80 = 90 % gives 9 of 15; 28.5/30 of 40; 30 × (1 − 2/10); 14 as judged.
    assert [part["score"] for part in sheet["parts"]] == ["9", "62.0", "14"]
    assert Decimal(sheet["total"]) == 85
    assert sheet["grade"] == "甲等"
    assert "云财绩〔2031〕7号第九条" in sheet["parts"][0]["trace"]


def test_its_report_is_written_in_its_own_words_and_numbers(province, run):
    code, _, err = run("build", "inputs/水务 2031")
    assert code == 0, err
    (path,) = (province / "outputs" / "水务 2031").glob("*.docx")
    document = docx.Document(str(path))
    text = [p.text for p in document.paragraphs if p.text]
    assert "第一部分 花了多少" in text
    assert "1. 结论" in text
    assert "共72万元，为预算的90%。" in text
    assert "得85分，甲等。" in text
    cells = {cell.text for t in document.tables for row in t.rows for cell in row.cells}
    assert {
        "修渠 & 清淤 <一期>",
        "其中：省级资金",
        "县级资金",
        "成效指标（70分）",
        "28500米",
        "38",
    } <= cells


def test_a_fault_of_its_scheme_is_told_at_the_line_of_the_scheme_file(province, run):
    path = province / "templates" / "schemes" / "yunzhou-2031.toml"
    path.write_text(SCHEME.replace("weight = 70", "weight = 60"), encoding="utf-8")
    code, out, _ = run("check", "inputs/水务 2031")
    assert code == 1
    assert "templates/schemes/yunzhou-2031.toml:" in out


def test_a_workspace_may_override_a_shipped_scheme(province, run):
    own = province / "templates" / "schemes" / "mof-2020.toml"
    own.write_text(SCHEME.replace("yunzhou-2031", "mof-2020"), encoding="utf-8")
    _, out, _ = run("schemes", "mof-2020")
    assert "云州省" in out


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('outline = "yunzhou"', 'outline = "../../../etc"'),
        ('template = "report.docx"', 'template = "../../x.docx"'),
        ('id = "report"', 'id = "../x"'),
    ],
)
def test_a_scheme_cannot_name_files_outside_its_folders(province, run, old, new):
    path = province / "templates" / "schemes" / "yunzhou-2031.toml"
    path.write_text(SCHEME.replace(old, new), encoding="utf-8")
    code, out, _ = run("build", "inputs/水务 2031")
    assert code == 1
    assert "I12" in out


def test_a_title_cannot_lead_out_of_the_outputs(province, run):
    path = province / "templates" / "schemes" / "yunzhou-2031.toml"
    text = SCHEME.replace('title = "{{ name }}自评', 'title = "../../{{ name }}自评')
    path.write_text(text, encoding="utf-8")
    assert run("build", "inputs/水务 2031")[0] == 0
    (written,) = province.rglob("*.docx")
    assert written.parent == province / "outputs" / "水务 2031"
