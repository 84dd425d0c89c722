"""A form of another office, printed from inputs and imported again, says the same in the inputs."""

import pytest
import tomli

from tests.conftest import write_files
from tests.use.build.forms import loop, write_template
from tests.use.build.test_other_forms import DOCUMENT, ITEMS, PROJECT, SCHEME, UNIT

MONEY = "项目资金（{{ form.money_unit }}）"
ITEM_SCHEME = SCHEME.replace("weight = 90", "weight = 70").replace(
    '[[classes]]\nname = "产出"', f'{ITEMS}\n[[classes]]\nname = "产出"'
)
ITEM_PROJECT = PROJECT.replace('actual = "12座"\nweight = 30', 'actual = "12座"\nweight = 10') + (
    '\n[[item]]\nname = "制度健全性"\nscore = 11\nreason = "缺一项。"\n'
    '\n[[item]]\nname = "专款专用"\nanswer = "基本是"\n'
)


@pytest.fixture
def back(workspace, run):
    """Print a form and import what was printed; return the inputs without what was stated."""

    def make(rows, settings="", project=PROJECT, scheme=SCHEME):
        write_files(
            workspace,
            {
                "templates/schemes/lan-2030.toml": scheme + DOCUMENT + settings,
                "inputs/lan-2030/unit.toml": UNIT,
                "inputs/lan-2030/pumps.toml": project,
            },
        )
        head = [["项目支出绩效自评表"], ["项目名称", "{{ form.name }}"]]
        foot = [["总分", *[""] * (max(map(len, rows)) - 2), "{{ form.total }}"]]
        write_template(workspace / "templates" / "docx" / "form.docx", [*head, *rows, *foot])
        code, out, err = run("build", "inputs/lan-2030")
        assert code == 0, out + err
        (path,) = (workspace / "outputs" / "lan-2030").glob("*.docx")
        code, out, err = run("import", path, "-o", "inputs/back-2030")
        assert code == 0, out + err
        assert "没有导入" not in out
        (file,) = set((workspace / "inputs/back-2030").glob("*.toml")) - {
            workspace / "inputs/back-2030/unit.toml"
        }
        return without_stated(tomli.loads(file.read_text(encoding="utf-8")))

    return make


def without_stated(value):
    if isinstance(value, list):
        return [without_stated(one) for one in value]
    if not isinstance(value, dict):
        return value
    return {k: without_stated(v) for k, v in value.items() if not k.startswith("stated")}


def rows_of(project):
    return without_stated(tomli.loads(project))["indicator"]


INDICATORS = [
    ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    *loop("rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}", "{{ row.target_sign }}", "{{ row.target_value }}", "{{ row.target_unit }}", "{{ row.actual_value }}", "{{ row.weight }}", "{{ row.score }}", "{{ row.reason }}"),
]  # fmt: skip


@pytest.mark.parametrize("at_least", ["≥", "≧", "大于等于", "达到"])
def test_a_target_in_three_columns_is_the_target_again(back, at_least):
    settings = f"""
[document.print]
signs = {{ at-least = "{at_least}", at-most = "≦", equal = "═", qualitative = "定性" }}
level1-points = "below"
level2-points = "beside"
[document.print.numbers]
score = {{ places = 2 }}
weight = {{ places = 1 }}
"""
    assert back(INDICATORS, settings)["indicator"] == rows_of(PROJECT)


def test_amounts_rates_and_rows_of_the_money_are_the_same_again(back):
    project = (
        PROJECT.replace("[funds]", '[funds]\namounts = { "一季度" = 20, "结余" = 3 }\nrows = [{ name = "年初结余", budget = 3 }]')
        .replace("spent = 90 }", 'spent = 90, weight = 6, amounts = { "一季度" = 15 } }')
        .replace("spent = 39.43 }", "spent = 39.43, weight = 4 }")
        .replace('adjustment = "年中追加泵站电机更新资金。"\nexplanation = "质保期未满，尾款未付。"\n', "")
    )  # fmt: skip
    scheme = SCHEME.replace('kind = "execution"', 'kind = "execution"\nby-source = true')
    settings = """
[document.print]
money-unit = "元"
free-rows = ["年初结余"]
[document.print.numbers]
rate = { places = 2 }
spent = { grouped = true, places = 2 }
amounts = { grouped = true }
"""
    cells = ("{{ row.initial }}", "{{ row.budget }}", "{{ row.spent }}", '{{ row.amounts["一季度"] }}', '{{ row.amounts["结余"] }}', "{{ row.rate }}", "{{ row.weight }}", "{{ row.score }}")  # fmt: skip
    rows = [
        [MONEY, "", "年初预算数", "全年预算数", "全年执行数", "一季度", "结余", "执行率", "分值", "得分"],
        ["^", "年度资金总额", *(cell.replace("row.", "form.") for cell in cells[:-2]), "{{ form.execution_weight }}", "{{ form.execution_score }}"],
        *loop("rows.funds", "^", "{{ row.label }}", *cells),
        *loop("rows.free_funds", "^", "{{ row.label }}", *cells[:-3], "", "", ""),
        *INDICATORS,
    ]  # fmt: skip
    funds = back(rows, settings, project, scheme)["funds"]
    assert funds == {
        "unit": "元",
        "initial": 1200000,
        "budget": 1505000,
        "spent": 1294300,
        "amounts": {"一季度": 200000, "结余": 30000},
        "sources": [
            {
                "name": "市级资金",
                "initial": 1000000,
                "budget": 1000000,
                "spent": 900000,
                "amounts": {"一季度": 150000},
                "weight": 6,
            },
            {"name": "区级资金", "initial": 200000, "budget": 505000, "spent": 394300, "weight": 4},
        ],
        "rows": [{"name": "年初结余", "budget": 30000}],
    }


def test_changed_targets_deductions_and_three_goals_are_the_same_again(back):
    project = (
        PROJECT.replace('achieved = "更新完成。"', 'achieved = "更新完成。"\nadjusted = "再更新两座泵站。"')
        .replace('target = "≥12座"', 'target = "≥12座"\ninitial-target = "≥10座"')
        .replace('actual = "95%"', 'actual = "95%"\ndeduction = 2')
    )  # fmt: skip
    rows = [
        ["年度总体目标", "年初目标", "<", "<", "调整后目标", "<", "<", "实际完成情况", "<", "<"],
        ["^", "{{ form.expected }}", "<", "<", "{{ form.adjusted }}", "<", "<", "{{ form.achieved }}", "<", "<"],
        ["一级指标", "二级指标", "三级指标", "年初指标值", "调整后指标值", "实际完成值", "分值", "扣分", "得分", "偏差原因分析及改进措施"],
        *loop("rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}", "{{ row.initial_target }}", "{{ row.adjusted_target }}", "{{ row.actual }}", "{{ row.weight }}", "{{ row.deduction }}", "{{ row.score }}", "{{ row.reason }}"),
    ]  # fmt: skip
    read = back(rows, "", project)
    assert read["goal"] == tomli.loads(project)["goal"]
    assert read["indicator"] == rows_of(project)
    assert "fields" not in read


def test_points_that_the_formula_takes_off_are_no_deductions(back):
    rows = [
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "扣分", "得分", "偏差原因分析及改进措施"],
        *loop("rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}", "{{ row.target }}", "{{ row.actual }}", "{{ row.weight }}", "{{ row.lost }}", "{{ row.score }}", "{{ row.reason }}"),
    ]  # fmt: skip
    read = back(rows)
    assert read["indicator"] == rows_of(PROJECT)
    assert "fields" not in read


ITEM_TABLES = {
    "with the part": [
        ["项目管理", "内容", "评分标准", "分值", "完成情况", "得分", "扣分原因"],
        *loop("rows.answers", "{{ row.part|merge }}", "{{ row.name }}", "{{ row.standard }}", "{{ row.weight }}", "{{ row.answer }}", "{{ row.score }}", "{{ row.reason }}"),
    ],
    "questions": [
        ["问题", "<", "<", "答案", "得分", "说明", "<"],
        *loop("rows.answers", "{{ row.name }}", "<", "<", "{{ row.answer }}", "{{ row.score }}", "{{ row.reason }}", "<"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("table", ITEM_TABLES.values(), ids=ITEM_TABLES)
def test_items_are_answered_again(back, table):
    rows = [
        *table,
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
        *loop("rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}", "{{ row.target }}", "{{ row.actual }}", "{{ row.weight }}", "{{ row.score }}"),
    ]  # fmt: skip
    read = back(rows, "", ITEM_PROJECT, ITEM_SCHEME)
    assert read["item"] == tomli.loads(ITEM_PROJECT)["item"]
    assert "fields" not in read


def test_items_beside_their_values_are_answered_again(back):
    rows = [
        ["制度健全性", '{{ items["制度健全性"].score }}', "专款专用", '{{ items["专款专用"].answer }}', "<", "<", "<"],
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
        *loop("rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}", "{{ row.target }}", "{{ row.actual }}", "{{ row.weight }}", "{{ row.score }}"),
    ]  # fmt: skip
    read = back(rows, "", ITEM_PROJECT, ITEM_SCHEME)
    assert read["item"] == [
        {"name": "制度健全性", "score": 11},
        {"name": "专款专用", "answer": "基本是"},
    ]


def test_an_indicator_with_the_name_of_an_item_stays_an_indicator(back):
    project = ITEM_PROJECT.replace('name = "更新泵站"', 'name = "制度健全性"')
    rows = [
        ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
        *loop("rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}", "{{ row.target }}", "{{ row.actual }}", "{{ row.weight }}", "{{ row.score }}"),
    ]  # fmt: skip
    read = back(rows, "", project, ITEM_SCHEME)
    assert read["indicator"][0]["name"] == "制度健全性"
    assert "item" not in read
