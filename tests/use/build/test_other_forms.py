"""What the forms of other offices print: each kind of column from inputs of our own, cell by cell."""

from collections.abc import Callable

import pytest
import tomli

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
adjustment = "年中追加泵站电机更新资金。"
explanation = "质保期未满，尾款未付。"
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
        name: str = "",
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
        (path,) = (workspace / "outputs" / "lan-2030").glob(f"{name}*.docx")
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


def test_points_stand_inside_the_labels_of_classes(form):
    columns = loop(
        "rows.indicators", "{{ row.level1|merge }}", "{{ row.level2|merge }}", "{{ row.name }}"
    )
    settings = '[document.print]\nlevel1-points = "below"\nlevel2-points = "beside"\n'
    assert [row[:2] for row in form(columns, settings)] == [
        ["产出指标\n（60分）", "数量指标（40分）"],
        ["", ""],
        ["", "质量达标（20分）"],
        ["效益指标\n（30分）", "社会效益指标（30分）"],
    ]


def test_points_and_the_unit_of_money_stand_inside_labels_of_a_template(form):
    rows = form([['产出指标（{{ classes["产出"].weight }}分）', '{{ classes["产出/数量"].score }}', "年初预算数（{{ form.money_unit }}）", '{{ parts["绩效指标"].weight }}分']])  # fmt: skip
    assert rows == [["产出指标（60分）", "39", "年初预算数（万元）", "90分"]]


def test_classes_are_rows_of_their_own(form):
    rows = form(
        loop(
            "rows.class_sums",
            "{{ row.name }}",
            "{{ row.label }}",
            "{{ row.weight }}",
            "{{ row.score }}",
        )
    )
    assert rows == [
        ["产出", "产出指标", "60", "58"],
        ["产出/数量", "数量指标", "40", "39"],
        ["产出/质量", "质量达标", "20", "19"],
        ["效益", "效益指标", "30", "28"],
        ["效益/社会效益", "社会效益指标", "30", "28"],
    ]


FUNDS = loop("rows.funds", "{{ row.label }}", "{{ row.budget }}", "{{ row.spent }}", "{{ row.rate }}", "{{ row.weight }}", "{{ row.score }}")  # fmt: skip


def test_sources_have_rates_of_their_own_and_fixed_words_where_they_have_nothing(form):
    settings = """
[document.print]
fund-rows = ["市级资金", "区级资金", "其他资金", "捐赠"]

[[document.print.constant]]
table = "funds"
columns = ["weight", "score"]
text = "—"

[[document.print.constant]]
table = "funds"
columns = ["budget", "spent", "rate"]
rows = ["其他资金"]
text = "/"
"""
    rows = form(FUNDS, settings)
    assert rows == [
        ["其中：市级资金", "100", "90", "90%", "—", "—"],
        ["区级资金", "50.5", "39.43", "78.08%", "—", "—"],
        ["其他资金", "/", "/", "/", "—", "—"],
        ["捐赠", "", "", "", "—", "—"],
    ]


def test_sources_may_be_scored_by_themselves(form):
    scheme = SCHEME.replace(
        'kind = "execution"\nweight = 10', 'kind = "execution"\nweight = 10\nby-source = true'
    )
    project = PROJECT.replace("spent = 90 }", "spent = 90, weight = 6 }").replace(
        "spent = 39.43 }", "spent = 39.43, weight = 4 }"
    )
    rows = form([*FUNDS, ["合计", "{{ form.budget }}", "{{ form.spent }}", "{{ form.rate }}", "{{ form.execution_weight }}", "{{ form.execution_score }}"]], "", project, scheme)  # fmt: skip
    assert rows == [
        ["其中：市级资金", "100", "90", "90%", "6", "5.4"],
        ["区级资金", "50.5", "39.43", "78.08%", "4", "3.12"],
        ["合计", "150.5", "129.43", "86%", "10", "8.52"],
    ]


def test_a_form_in_yuan_is_filled_from_inputs_in_ten_thousands(form):
    settings = '[document.print]\nmoney-unit = "元"\n'
    rows = form([["{{ form.money_unit }}", "{{ form.initial }}", "{{ form.budget }}", "{{ form.spent }}", "{{ form.rate }}", '{{ sources["区级资金"].spent }}']], settings)  # fmt: skip
    assert rows == [["元", "1200000", "1505000", "1294300", "86%", "394300"]]


def test_a_form_in_ten_thousands_is_filled_from_inputs_in_yuan(form):
    project = (
        PROJECT.replace("[funds]", '[funds]\nunit = "元"')
        .replace("initial = 120\nbudget = 150.5\nspent = 129.43", "initial = 1200000\nbudget = 1505000\nspent = 1294300.5")
        .replace("initial = 100, budget = 100, spent = 90", "initial = 1000000, budget = 1000000, spent = 900000")
        .replace("initial = 20, budget = 50.5, spent = 39.43", "initial = 200000, budget = 505000, spent = 394300.5")
    )  # fmt: skip
    settings = '[document.print]\nmoney-unit = "万元"\n'
    rows = form([["{{ form.money_unit }}", "{{ form.initial }}", "{{ form.spent }}", '{{ sources["区级资金"].spent }}']], settings, project)  # fmt: skip
    assert rows == [["万元", "120", "129.43005", "39.43005"]]


def test_numbers_are_written_as_the_form_declares(form):
    settings = """
[document.print]
money-unit = "元"

[document.print.numbers]
rate = { places = 2 }
"funds.rate" = { places = 0, with-unit = false }
execution_score = { places = 1 }
budget = { places = 2, grouped = true }
score = { places = 2 }
weight = { places = 2, trimmed = true }
target_value = { places = 1 }
"""
    rows = form(
        [
            ["{{ form.budget }}", "{{ form.rate }}", "{{ form.execution_score }}", '{{ sources["区级资金"].rate }}'],
            *loop("rows.indicators", "{{ row.target_value }}", "{{ row.target }}", "{{ row.weight }}", "{{ row.score }}"),
        ],
        settings,
    )  # fmt: skip
    assert rows == [
        ["1,505,000.00", "86.00%", "8.6", "78"],
        ["12.0", "≥12座", "30", "30.00"],
        ["40.0", "≤40人次", "10", "9.00"],
        ["100.0", "=100%", "20", "19.00"],
        ["明显提升", "明显提升", "30", "28.00"],
    ]


def test_quarters_and_rows_that_are_no_source_are_free(form):
    project = (
        PROJECT.replace("[funds]", '[funds]\namounts = { "一季度" = 20, "结余" = -1.5 }\nrows = [{ name = "年初结余", budget = 3, amounts = { "二季度" = 2 } }]')
        .replace("spent = 90 }", 'spent = 90, amounts = { "一季度" = 15 } }')
    )  # fmt: skip
    quarters = ('{{ row.amounts["一季度"] }}', '{{ row.amounts["二季度"] }}')
    rows = form(
        [
            ["总额", "{{ form.budget }}", '{{ form.amounts["一季度"] }}', '{{ form.amounts["结余"] }}'],
            *loop("rows.funds", "{{ row.name }}", "{{ row.budget }}", *quarters),
            *loop("rows.free_funds", "{{ row.name }}", "{{ row.budget }}", *quarters),
            ['{{ sources["年初结余"].budget }}', '{{ sources["年初结余"].amounts["二季度"] }}', '{{ sources["没有"].amounts["二季度"] }}', "完"],
        ],
        "",
        project,
    )  # fmt: skip
    assert rows == [
        ["总额", "150.5", "20", "-1.5"],
        ["市级资金", "100", "15", ""],
        ["区级资金", "50.5", "", ""],
        ["年初结余", "3", "", "2"],
        ["3", "2", "", "完"],
    ]


def test_a_form_prints_rows_of_the_money_in_an_order_of_its_own(form):
    project = PROJECT.replace("[funds]", '[funds]\nrows = [{ name = "年初结余", budget = 3 }]')
    settings = '[document.print]\nfund-rows = ["区级资金", "年初结余", "其他资金"]\n'
    rows = form(loop("rows.funds", "{{ row.name }}", "{{ row.budget }}"), settings, project)
    assert rows == [["区级资金", "50.5"], ["年初结余", "3"], ["其他资金", ""], ["市级资金", "100"]]


def test_a_target_that_was_changed_stands_in_two_columns_and_goals_in_three(form):
    project = changed(
        PROJECT, **{'target = "≥12座"': 'target = "≥12座"\ninitial-target = "≥10座"', 'achieved = "更新完成。"': 'adjusted = "更新{{ indicator("更新泵站").target }}。"\nachieved = "更新完成。"'}
    ).replace('adjusted = "更新{{ indicator("更新泵站").target }}。"', "adjusted = '更新{{ indicator(\"更新泵站\").target }}。'")  # fmt: skip
    rows = form(
        [
            ["{{ form.expected }}", "{{ form.adjusted }}", "{{ form.achieved }}"],
            *loop("rows.indicators", "{{ row.name }}", "{{ row.initial_target }}", "{{ row.adjusted_target }}"),
        ],
        "",
        project,
    )  # fmt: skip
    assert rows[0] == ["更新泵站。", "更新≥12座。", "更新完成。"]
    assert rows[1:3] == [["更新泵站", "≥10座", "≥12座"], ["培训人次", "≤40人次", ""]]


def test_scores_of_the_bureau_and_points_lost_add_up_where_every_row_has_them(form):
    reviews = iter(("30", "8.5", "18", "28"))
    blocks = PROJECT.split("[[indicator]]")
    whole = "[[indicator]]".join(
        [
            blocks[0],
            *(
                f"{block.rstrip()}\nreview = {{ score = {next(reviews)} }}\n"
                for block in blocks[1:]
            ),
        ]
    )
    cells = [["{{ form.review_total }}", "{{ form.lost_total }}"]]
    assert form(cells, "", whole) == [["84.5", "4"]]
    assert form(cells, "", whole.replace("review = { score = 8.5 }", "")) == [["", "4"]]


def test_points_that_were_taken_off_have_columns_of_their_own(form):
    project = PROJECT.replace('actual = "12座"', 'actual = "12座"\ndeduction = 2.5\nreview = { score = 27, remark = "资料不全" }\nreason = "资料不全。"').replace('actual = "95%"', 'actual = "95%"\ndeduction = 25')  # fmt: skip
    rows = form(loop("rows.indicators", "{{ row.computed_score }}", "{{ row.deduction }}", "{{ row.score }}", "{{ row.lost }}", "{{ row.review_score }}", "{{ row.review_remark }}", "{{ row.done_rate }}"), "", project)  # fmt: skip
    assert rows == [
        ["30", "2.5", "27.5", "2.5", "27", "资料不全", "100%"],
        ["9", "", "9", "1", "", "", ""],
        ["19", "25", "0", "20", "", "", "95%"],
        ["", "", "28", "2", "", "", ""],
    ]


ITEMS = """
[[project.part]]
id = "care"
label = "项目管理"
kind = "items"
weight = 20
basis = "order"

[[project.part.item]]
name = "制度健全性"
weight = 12
standard = "制度齐全得满分"

[[project.part.item]]
name = "专款专用"
weight = 8
judge = "answer"
answers = [{ word = "是", percent = 100 }, { word = "基本是", percent = 62.5 }, { word = "否", percent = 0 }]
"""


@pytest.mark.parametrize(
    ("answer", "score", "total"),
    [("是", "8", "93.6"), ("基本是", "5", "90.6"), ("否", "0", "85.6")],
)
def test_parts_of_the_score_may_be_items(form, answer, score, total):
    scheme = SCHEME.replace("weight = 90", "weight = 70").replace(
        '[[classes]]\nname = "产出"', ITEMS + '\n[[classes]]\nname = "产出"'
    )
    project = (
        PROJECT.replace('actual = "12座"\nweight = 30', 'actual = "12座"\nweight = 10')
        + f'\n[[item]]\nname = "制度健全性"\nscore = 11\nreason = "缺一项。"\n\n[[item]]\nname = "专款专用"\nanswer = "{answer}"\n'
    )
    rows = form(
        [
            *loop("rows.answers", "{{ row.part|merge }}", "{{ row.part_weight|merge }}", "{{ row.name }}", "{{ row.weight }}", "{{ row.standard }}", "{{ row.answer }}", "{{ row.score }}", "{{ row.reason }}"),
            ['{{ items["专款专用"].score }}', '{{ parts["项目管理"].score }}', "{{ form.total }}", "", "", "", "", "完"],
        ],
        "",
        project,
        scheme,
    )  # fmt: skip
    assert rows[0] == ["项目管理", "20", "制度健全性", "12", "制度齐全得满分", "", "11", "缺一项。"]
    assert rows[1] == ["", "", "专款专用", "8", "", answer, score, ""]
    assert rows[2][:3] == [score, str(11 + int(score)), total]


TWO_FORMS = """
[document.print]
money-unit = "元"

[[document]]
id = "city-form"
title = "市级表"
template = "city-form.docx"
for = "project"
signed = false
basis = "order"

[document.print]
fund-rows = ["财政拨款"]
level1-points = "no"
[document.print.numbers]
spent = { places = 1 }
"""


def test_a_project_has_several_forms_each_with_its_own_settings(form, workspace):
    cells = [["{{ form.money_unit }}", "{{ form.spent }}"], *loop("rows.funds", "{{ row.name }}", "{{ row.spent }}")]  # fmt: skip
    write_template(workspace / "templates" / "docx" / "city-form.docx", cells)
    rows = form(cells, TWO_FORMS, name="01")
    city = printed(workspace / "outputs" / "lan-2030" / "02 市级表.docx")
    assert rows == [["元", "1294300"], ["市级资金", "900000"], ["区级资金", "394300"]]
    assert city == [["万元", "129.4"], ["财政拨款", ""], ["市级资金", "90.0"], ["区级资金", "39.4"]]


def test_a_new_folder_asks_what_the_forms_of_its_scheme_print(workspace, run):
    settings = '[document.print]\nfree-rows = ["年初结余"]\nfund-rows = ["财政拨款", "年初结余"]\n'
    scheme = SCHEME.replace("weight = 90", "weight = 70").replace(
        '[[classes]]\nname = "产出"', ITEMS + '\n[[classes]]\nname = "产出"'
    )
    path = "templates/schemes/lan-2030.toml"
    write_files(workspace, {path: scheme + DOCUMENT + settings})
    assert run("init", "inputs/某局-2030", "--scheme", "lan-2030")[0] == 0
    data = tomli.loads((workspace / "inputs/某局-2030/project-1.toml").read_text(encoding="utf-8"))
    assert data["funds"]["sources"] == [{"name": "财政拨款"}]
    assert data["funds"]["rows"] == [{"name": "年初结余"}]
    assert data["item"] == [{"name": "制度健全性"}, {"name": "专款专用", "answer": ""}]


def test_every_number_of_a_form_is_explained_by_its_place(form, run, workspace):
    project = PROJECT.replace("[funds]", '[funds]\namounts = { "一季度" = 20 }').replace(
        "weight = 30\nscore = 28", "weight = 30\nscore = 27"
    )
    rows = loop("rows.indicators", "{{ row.level1_weight|merge }}", "{{ row.lost }}", "{{ row.done_rate }}", "{{ row.name }}")  # fmt: skip
    form(
        [*rows, ['{{ form.amounts["一季度"] }}', '{{ sources["区级资金"].rate }}', "", ""]],
        "",
        project,
    )
    (path,) = (workspace / "outputs" / "lan-2030").glob("*.docx")
    for number, words in (
        ("60", "40 + 20 = 60"),
        ("3", "扣分 = 分值 - 得分"),
        ("78.08%", "39.43 ÷ 50.5 × 100% = 78.08%"),
        ("20", "一季度"),
    ):
        code, out, err = run("explain", path, number)
        assert (code, words in out) == (0, True), (number, out, err)


OWN_FORM = """
id = "city"

[print]
money-unit = "元"
signs = { at-least = "不少于这个数" }
[print.numbers]
spent = { places = 1 }
"""


def test_the_file_of_a_form_holds_its_settings_and_a_document_goes_before_it(form, workspace):
    write_files(workspace, {"templates/forms/city.toml": OWN_FORM})
    cells = [["{{ form.money_unit }}", "{{ form.spent }}"], *loop("rows.indicators", "{{ row.target_sign }}", "{{ row.name }}")]  # fmt: skip
    rows = form(cells, 'form = "city"\n')
    assert rows[:2] == [["元", "1294300.0"], ["不少于这个数", "更新泵站"]]
    rows = form(cells, 'form = "city"\n[document.print]\nmoney-unit = "万元"\n')
    assert rows[0] == ["万元", "129.4"]


def test_a_fault_of_the_settings_in_a_file_is_told_there(form, workspace, run):
    write_files(workspace, {"templates/forms/city.toml": OWN_FORM.replace("spent =", "spend =")})
    with pytest.raises(AssertionError):
        form([["{{ form.spent }}"]], 'form = "city"\n')
    _, out, _ = run("check", "inputs/lan-2030")
    assert "templates/forms/city.toml:7:1: 错误 S17 没有“spend”这一栏" in out


def test_classes_are_called_as_the_form_calls_them(form):
    columns = loop(
        "rows.indicators", "{{ row.level1|merge }}", "{{ row.level2 }}", "{{ row.level1_name }}"
    )
    settings = """
[document.print.labels]
"产出" = "A 产出\\n（{{ weight }}分）"
"产出/数量" = "数量"
"""
    assert form(columns, settings) == [
        ["A 产出\n（60分）", "数量", "产出"],
        ["", "数量", "产出"],
        ["", "质量达标", "产出"],
        ["效益指标", "社会效益指标", "效益"],
    ]


def test_a_class_that_the_form_has_not_is_written_as_all_of_its_level(form):
    settings = """
[document.print.labels]
"产出/数量" = "数量（{{ weight }}分）"
"产出/质量" = "质量（{{ weight }}分）"
"""
    scheme = SCHEME.replace('id = "lan-2030"', 'id = "lan-2030"\nown-classes = true', 1)
    rows = form(loop("rows.indicators", "{{ row.level2|merge }}"), settings, scheme=scheme)
    assert [text for (text,) in rows if text] == [
        "数量（40分）",
        "质量（20分）",
        "社会效益（30分）",
    ]


def test_rows_are_chosen_by_class_whatever_the_form_calls_it(form):
    settings = '[document.print.labels]\n"产出" = "A1"\n'
    rows = form(loop('rows.indicators|of("产出")', "{{ row.level1 }}", "{{ row.name }}"), settings)
    assert [row[1] for row in rows] == ["更新泵站", "培训人次", "验收合格率"]


def test_what_stands_beside_a_target_is_not_in_its_cell(form):
    columns = ("{{ row.target_amount }}", "{{ row.target_signed }}", "{{ row.actual_bare }}")
    assert form(loop("rows.indicators", *columns)) == [
        ["12座", "≥12", "12"],
        ["40人次", "≤40", "44"],
        ["100%", "=100", "95"],
        ["明显提升", "明显提升", "明显提升"],
    ]


PRINTED = """
[required]
evaluation = ["funds.rate", "score.execution", "score.total", "score.grade"]

[[grade]]
word = "合格"
from = 0
to = 100
basis = "order"
"""


@pytest.mark.parametrize(
    ("cut", "told"),
    [
        ("spent = 129.43\n", ["执行率，算不出来", "执行率得分，算不出来", "总分，算不出来"]),
        ("weight = 30\n", ["总分，算不出来"]),
    ],
    ids=["no amount", "no points"],
)
def test_what_a_form_prints_and_does_not_come_out_is_told(cut, told, form, run, workspace):
    scheme = SCHEME + PRINTED
    assert form([["{{ form.total }}"]], "", PROJECT, scheme) == [["94.6"]]
    write_files(workspace, {"inputs/lan-2030/pumps.toml": PROJECT.replace(cut, "", 1)})
    code, out, err = run("check", "--all", "inputs/lan-2030")
    assert code == 1
    assert all(words in out + err for words in told)
