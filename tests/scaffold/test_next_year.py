"""Last year's dossier for the next year: what was promised stays, what came of it goes."""

import copy
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import tomli

from generator.base.toml import parse_toml
from generator.load.validation import validate
from generator.model.entry import Entry
from generator.model.subject import DepartmentEntry, ProjectEntry
from generator.model.unit import UnitEntry
from generator.scaffold import next_year
from generator.scaffold.folder import new_dossier
from tests.conftest import ROOT
from tests.foreign import packaged_wording


def carry_over(files, year):
    return next_year.carry_over(files, year, packaged_wording())


DOSSIERS = sorted(p.parent for p in (ROOT / "inputs").glob("*/unit.toml"))

UNIT = """#:schema .schema/unit.schema.json
# 我们的单位
year     = 2023
scheme   = "mof-2020" # 财政局定的

[unit]
name = "甲局"
date = 2024-04-27

[[report]]
id    = "evaluation"
title = "甲局2023年评价报告"

[report.text]
problems = "2023年的老话"

[report.stated]
grade = "旧等级"

[facts]
"处置线索" = "313件" # 印作 312

[[accept]]
code   = "C03"
reason = "旧理由"
"""

PROJECT = '''# 办案

[project]
name        = "2023年办案经费"
overview    = """于2022年设立，
2023年继续。"""
basis       = [{ document = "关于2023年预算的批复", number = "财〔2023〕1号" }]

[titles]
report = "2023年办案经费自评报告"

[funds]
unit    = "元"
# 调整过两次
budget  = 170000.00
spent   = 160000.00 # 决算数
# 来源照旧
sources = [
  { name = "当年财政拨款", initial = 16, budget = 17, spent = 16 }, # 区财政
  { name = "2023年结转", spent = 1 },
]
plan    = [{ by = "2023年3月底", percent = 25 }]

[[funds.by-expenditure]]
name   = "基本支出"
amount = 12
parts  = [{ name = "工资", amount = 12, parts = [{ name = "津贴", amount = 3 }] }]

# 总目标由办公会定
[goal]
expected = """一是完成2023年任务。

二是达标。"""
achieved = "旧成果喜人。"
score    = 20

# 最要紧的指标
[[indicator]]
class       = "产出/数量"
name        = "办理案件数"
target      = "2023年11月底前办结80件" # 与上级核对过
# 十二月的台账
# 第 4 册
actual      = "旧130件"
actual-text = "旧句子"
weight      = 15.50
reason      = "旧原因"
evidence    = ["旧材料"]
review      = { score = 14, remark = "旧意见" }
stated      = { score = 14 }

[indicator.extra-none]

[[shared-score]]
class  = "产出/质量"
weight = 10
score  = 9

# 这一条是老问题
[[problem]]
text = "旧问题"

[text]
# 这一段年年都写
work = "2023年支出{{ funds.spent }}，{{ fact('2023年立案') }}。"
plan = "办结41件，挽回300余万元，旧成果喜人，当年成立。"

[text-after]
work = "另见《2023年批复》第3条。"

# 留给自己看的话

[stated]
total = 99
'''.replace("\n[indicator.extra-none]\n", "")

NESTED = """department = { name = "甲局", basic = 12.5 }

[[goals]]
name = "目标1"
score = 20

[[goals.indicator]]
class = "产出/数量"
name = "甲"
from = ["a:2023年办案数"]
actual = "旧"

[[goals.shared-score]]
class = "产出/数量"
score = 9
weight = 10

[[goals]]
name = "目标2"
achieved = "旧"
"""


@pytest.fixture(scope="module")
def carried() -> dict[str, str]:
    return carry_over({"unit.toml": UNIT, "a.toml": PROJECT, "department.toml": NESTED}, 2024)


def model_of(name: str) -> type[Entry]:
    known: dict[str, type[Entry]] = {"unit.toml": UnitEntry, "department.toml": DepartmentEntry}
    return known.get(name, ProjectEntry)


def check(name: str, text: str) -> None:
    file, problems = parse_toml(text, Path(name), name)
    assert file is not None, problems
    assert validate(model_of(name), file)[1] == ()


def read(text: str) -> dict[str, Any]:
    return tomli.loads(text, parse_float=Decimal)


def body(text: str) -> str:
    """Return a file without the lines that say what was moved."""
    return "\n".join(line for line in text.splitlines() if "【转入】" not in line)


def test_the_files_are_valid_and_hold_nothing_of_the_old_results(carried):
    assert set(carried) == {"unit.toml", "a.toml", "department.toml"}
    for name, text in carried.items():
        check(name, text)
        assert "旧" not in body(text).replace("来源照旧", "").replace("旧成果喜人，", "")
        assert "印作" not in text


def test_the_unit_starts_the_new_year_with_its_goals(carried):
    data = read(carried["unit.toml"])
    assert (data["year"], data["stage"], data["scheme"]) == (2024, "goals", "mof-2020")
    assert data["unit"] == {"name": "甲局"}
    assert data["report"] == [
        {"id": "evaluation", "title": "甲局2024年评价报告", "text": {"problems": "2024年的老话"}}
    ]
    assert data["facts"] == {"处置线索": ""}
    assert "accept" not in data


def test_a_stage_that_was_written_is_changed_in_its_place():
    text = 'stage = "evaluation"\nyear = 2023\n[unit]\nname = "甲"\n'
    new = body(carry_over({"unit.toml": text}, 2024)["unit.toml"])
    assert new.startswith('stage = "goals"\nyear = 2024\n')


def test_names_targets_and_weights_stay_as_written(carried):
    data = read(carried["a.toml"])
    assert data["indicator"] == [
        {
            "class": "产出/数量",
            "name": "办理案件数",
            "target": "2024年11月底前办结80件",
            "actual": "",
            "weight": Decimal("15.50"),
        }
    ]
    assert "weight      = 15.50" in carried["a.toml"]
    assert data["shared-score"] == [{"class": "产出/质量", "weight": 10}]
    assert data["goal"] == {"expected": "一是完成2024年任务。\n\n二是达标。", "achieved": ""}


def test_money_goes_and_its_sources_stay(carried):
    assert read(carried["a.toml"])["funds"] == {
        "unit": "元",
        "sources": [{"name": "当年财政拨款"}, {"name": "2024年结转"}],
        "plan": [{"by": "2024年3月底", "percent": 25}],
        "by-expenditure": [
            {"name": "基本支出", "parts": [{"name": "工资", "parts": [{"name": "津贴"}]}]}
        ],
    }


def test_goals_with_rows_and_tables_in_braces_are_carried_too(carried):
    assert read(carried["department.toml"]) == {
        "department": {"name": "甲局"},
        "goals": [
            {
                "name": "目标1",
                "indicator": [
                    {"class": "产出/数量", "name": "甲", "from": ["a:2024年办案数"], "actual": ""}
                ],
                "shared-score": [{"class": "产出/数量", "weight": 10}],
            },
            {"name": "目标2", "achieved": ""},
        ],
    }


@pytest.mark.parametrize(
    "comment",
    [
        "# 办案",
        "# 来源照旧",
        "# 区财政",
        "# 总目标由办公会定",
        "# 最要紧的指标",
        "# 与上级核对过",
        "# 留给自己看的话",
        "# 这一段年年都写",
    ],
)
def test_comments_on_what_stays_are_kept(carried, comment):
    assert comment in carried["a.toml"]


@pytest.mark.parametrize(
    "comment",
    ["# 调整过两次", "# 决算数", "# 十二月的台账", "# 第 4 册", "# 这一条是老问题"],
)
def test_comments_on_what_went_go_with_it(carried, comment):
    assert comment not in carried["a.toml"]


def test_standing_texts_stay_with_their_quotations_and_move_on_by_a_year(carried):
    data = read(carried["a.toml"])
    # The quoted fact keeps its name, as it does under [facts].
    assert data["text"]["work"] == "2024年支出{{ funds.spent }}，{{ fact('2023年立案') }}。"
    assert data["text-after"] == {"work": "另见《2023年批复》第3条。"}
    assert data["titles"] == {"report": "2024年办案经费自评报告"}


def test_typed_numbers_and_results_of_last_year_in_standing_texts_are_pointed_out(carried):
    (line,) = [x for x in carried["a.toml"].splitlines() if "手写的数" in x and "text." in x]
    assert line == "# 【转入】  text.plan：手写的数 41件、300余万元；上年的结果“旧成果喜人”"
    assert read(carried["a.toml"])["text"]["plan"].startswith("办结41件，挽回300余万元，旧成果")


def test_a_result_is_looked_for_from_four_letters_on():
    subject = "[[indicator]]\nclass = 'a/b'\nname = 'n'\nactual = '{}'\n[text]\nwork = '{}。'\n"
    notes = [
        "上年的结果"
        in carry_over({"unit.toml": UNIT, "a.toml": subject.format(w, w)}, 2024)["a.toml"]
        for w in ("已完成", "全部完成")
    ]
    assert notes == [False, True]


def test_where_no_text_is_in_doubt_nothing_is_said_of_it(carried):
    assert "自写的章节沿用上年" not in carried["unit.toml"]


def test_choices_of_outlines_and_documents_stay():
    choices = (
        'documents = ["report"]\nbundle = true\nprojects = ["a"]\n[outlines]\nreport = "mof-2020"\n'
    )
    new = read(carry_over({"unit.toml": f"year = 2023\n{choices}"}, 2024)["unit.toml"])
    assert {k: new[k] for k in read(choices)} == read(choices)


def test_years_that_moved_are_listed_at_the_top(carried):
    text = carried["a.toml"]
    assert "project.name：2023年办案经费 → 2024年办案经费" in text
    assert re.search(r"indicator\[办理案件数\]\.target：2023年\S+ → 2024年", text)


def test_older_years_elsewhere_are_pointed_out_and_left(carried):
    text = carried["a.toml"]
    assert "project.overview：于2022年设立" in text
    assert read(text)["project"]["overview"] == "于2022年设立，\n2023年继续。"
    assert read(text)["project"]["basis"] == [
        {"document": "关于2023年预算的批复", "number": "财〔2023〕1号"}
    ]


def test_the_schema_line_stays_first(carried):
    assert carried["unit.toml"].startswith("#:schema .schema/unit.schema.json\n# 【转入】")


def test_carrying_on_once_more_does_not_pile_up_notes(carried):
    again = carry_over(carried, 2025)
    assert "2023 年度转入" not in again["a.toml"]
    assert again["a.toml"].count("由 2024 年度转入") == 1
    assert read(again["a.toml"])["project"]["name"] == "2025年办案经费"


def test_line_ends_of_windows_make_no_difference(carried):
    files = {"unit.toml": UNIT, "a.toml": PROJECT, "department.toml": NESTED}
    assert carry_over({k: v.replace("\n", "\r\n") for k, v in files.items()}, 2024) == carried


def test_files_that_are_not_toml_are_left_out():
    assert set(carry_over({"unit.toml": UNIT, ".schema/unit.schema.json": "{}"}, 2024)) == {
        "unit.toml"
    }


def test_the_explanations_of_a_new_folder_outlive_the_values():
    files = new_dossier(ROOT / "inputs" / "jia-2023", None, 2023, "甲局")
    blank = re.compile(r'^actual( +)= ""', re.MULTILINE)
    filled = blank.sub(r'actual\1= "旧47件"', files["project-1.toml"])
    assert "旧" in filled
    text = carry_over({"unit.toml": files["unit.toml"], "p.toml": filled}, 2024)["p.toml"]
    assert "旧" not in body(text)
    check("unit.toml", files["unit.toml"])
    lost = set(filled.splitlines()) - set(text.splitlines())
    assert [line for line in lost if "旧" not in line] == []
    assert re.search(r'^actual += "" +# 实际完成值：年初留空', text, re.MULTILINE)


def results_in(node: Any, path: str = "") -> list[str]:
    """List what may not be in a dossier at the start of a year."""
    gone = {
        "score",
        "reason",
        "review",
        "stated",
        "evidence",
        "spent",
        "initial",
        "budget",
        "amount",
        "uses",
        "adjustment",
        "explanation",
        "problem",
        "accept",
        "date",
    }
    found: list[str] = []
    if isinstance(node, list):
        for item in node:
            found += results_in(item, path)
    elif isinstance(node, dict):
        for key, value in node.items():
            is_result = key in gone
            is_filled = key in ("actual", "achieved", "actual-text") and value
            if is_result or is_filled:
                found.append(f"{path}/{key}")
            else:
                found += results_in(value, f"{path}/{key}")
    return found


def promises(data: Any) -> Any:
    """Return rows with what they promise."""
    rows = [
        *data.get("indicator", ()),
        *(r for g in data.get("goals", ()) for r in g.get("indicator", ())),
    ]
    return [(r["class"], r["name"], r.get("target"), r.get("weight")) for r in rows]


@pytest.mark.parametrize("folder", DOSSIERS, ids=lambda p: p.name)
def test_the_examples_can_be_carried_on(folder):
    files = {p.name: p.read_text(encoding="utf-8") for p in sorted(folder.glob("*.toml"))}
    before = copy.deepcopy(files)
    for name, text in carry_over(files, 2031).items():
        check(name, text)
        data = read(text)
        assert results_in(data) == [], name
        assert not any([*data.get("facts", {}).values(), *data.get("result", {}).values()])
        assert promises(data) == promises(read(files[name]))
        assert "\n\n\n" not in text
    assert files == before
