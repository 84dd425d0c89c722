"""An adopted form in a build that works everything out itself: it looks as it did."""

import json

import pytest

from generator.use.adopt.adopted_printing import printing_of
from generator.use.adopt.comparing import compare
from generator.use.adopt.plan import make_plan
from generator.use.foreign_file import read_foreign
from tests.foreign import picture, word_bytes

TITLE = "溪口县项目支出绩效自评表（2023年度）"
HEAD = """
    项目名称 | < | 山塘清淤 | < | < | < | < | <
    主管部门 | < | 溪口县水利局 | < | 实施单位 | 溪口县水利站 | < | <
"""
OWN_WORDS = rf"""
    {HEAD.strip()}
    项目资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    年度资金总额 | < | 1,260.00 | 1,200.00 | 1,140.00 | 10 | 95.00% | 9.50
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
    产出\n（60） | 数量 | 清淤山塘 | ≥12座 | 12座 | 30 | 30 |
    ^ | 质量 | 验收合格率 | 100% | 100% | 30 | 30 |
    效益 | 社会 | 受益村民 | ≥800人 | 820人 | 20 | 20 |
    群众（10） | 村民 | 村民满意率 | ≥90% | 93% | 10 | 10 |
    总分 | < | < | < | < | 100 | 99.50 |
"""
REPEATED = rf"""
    {HEAD.strip()}
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
    产出 | 数量 | 清淤山塘 | ≥12座 | 12座 | 30 | 30 |
    产出 | 数量 | 加固塘坝 | ≥3处 | 3处 | 30 | 30 |
    效益 | 社会 | 受益村民 | ≥800人 | 820人 | 40 | 40 |
    总分 | < | < | < | < | 100 | 100 |
"""
SIGN_ALONE = rf"""
    {HEAD.strip()}
    一级指标 | 二级指标 | 三级指标 | 指标性质 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 清淤山塘 | ≥ | 12座 | 12座 | 30 | 30
    ^ | 时效指标 | 完工时间 | ≤ | 11月20日 | 11月8日 | 30 | 30
    效益指标 | 社会效益指标 | 受益村民 | ≥ | 800人 | 820人 | 40 | 40
    总分 | < | < | < | < | < | 100 | 100
"""
IN_PARTS = r"""
    项目名称 | < | 山塘清淤 | < | < | < | < | < | <
    主管部门 | < | 溪口县水利局 | < | 实施单位 | 溪口县水利站 | < | < | <
    一级指标 | 二级指标 | 三级指标 | 指标性质 | 年度指标值 | 计量单位 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 清淤山塘 | >= | 12 | 座 | 12 | 20 | 20
    ^ | 时效指标 | 完工时间 | <= | 11月20日 | 日期 | 11月8日 | 20 | 20
    ^ | 质量指标 | 管护制度 | 定性 | 健全 | | 健全 | 20 | 20
    效益指标 | 社会效益指标 | 受益村民 | >= | 800 | 人 | 820 | 40 | 40
    总分 | < | < | < | < | < | < | 100 | 100
"""
MONEY = """
    项目资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数 | 执行率 | < | <
    年度资金总额 | < | 80 | 80 | 72 | 90% | < | <
"""
BELOW = rf"""
    {HEAD.strip()}
    {MONEY.strip()}
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
    产出指标 | 数量指标 | 清淤山塘 | ≥12座 | 12座 | 50 | 50 |
    效益指标 | 社会效益指标 | 受益村民 | ≥800人 | 820人 | 40 | 40 |
    预算执行率（10分） | < | < | < | < | 10 | 9 |
    总分 | < | < | < | < | 100 | 99 |
"""
INSIDE = rf"""
    {HEAD.strip()}
    {MONEY.strip()}
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
    产出指标 | 数量指标 | 清淤山塘 | ≥12座 | 12座 | 50 | 50 |
    效益指标 | 社会效益指标 | 受益村民 | ≥800人 | 820人 | 40 | 40 |
    预算执行率（10） | 预算执行率 | | 100% | 90% | 10 | 9 |
    总分 | < | < | < | < | 100 | 99 |
"""
OF_NOTHING = rf"""
    {HEAD.strip()}
    项目资金（万元） | < | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分
    年度资金总额 | < | 80.00 | 80.00 | 80.00 | 10 | 100.00% | 10.00
    其中：财政拨款 | < | 80.00 | 80.00 | 80.00 | — | 100.00% | —
    其他资金 | < | 0.00 | 0.00 | 0.00 | — | 0.00% | —
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因
    产出指标 | 数量指标 | 清淤山塘 | ≥12座 | 12座 | 49.5 | 49.5 | 无
    小计 | < | < | < | < | 49.50 | 49.50 |
    效益指标 | 经济效益指标 | | | | | |
    ^ | 社会效益指标 | 受益村民 | ≥800人 | 820人 | 40.5 | 40.5 | 无
    小计 | < | < | < | < | 40.50 | 40.50 |
    总分 | < | < | < | < | 100 | 100.00 |
"""
CONSTRAINT = r"""
    项目名称 | < | 山塘清淤 | < | < | < | <
    主管部门 | < | 溪口县水利局 | < | 实施单位 | 溪口县水利站 | <
    年度目标 | 一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 得分
    ^ | 产出指标 | 数量指标 | 清淤山塘 | ≥12座 | 12座 | 30
    ^ | ^ | 质量指标 | 验收合格率 | 100% | 100% | 30
    ^ | 效益指标 | 社会效益指标 | 受益村民 | ≥800人 | 820人 | 40
    约束性指标 | < | 资金管理 | 管理合规性 | 合规 | 合规 | 0
    总分 | < | < | < | < | < | 100
"""


@pytest.fixture
def built(run, workspace):
    """Adopt a form, import it, build it without the record of the import; return both documents."""

    def go(table):
        form = workspace / "form.docx"
        form.write_bytes(word_bytes(TITLE, picture(table)))
        _, out, _ = run("adopt", form, "-o", workspace, "--format", "json")
        folder = workspace / "inputs" / "x"
        run("import", form, "-o", folder)
        (folder / ".jixiao" / "import.json").unlink()
        run("build", folder, "--draft")
        (made,) = (workspace / "outputs" / "x").glob("*.docx")
        return read_foreign(form)[0], read_foreign(made)[0], json.loads(out)

    return go


@pytest.mark.parametrize(
    "table",
    [OWN_WORDS, REPEATED, SIGN_ALONE, IN_PARTS, BELOW, INSIDE, OF_NOTHING],
    ids=["words", "repeated", "sign", "parts", "execution below", "execution inside", "nothing"],
)
def test_what_is_worked_out_looks_as_it_did(table, built):
    form, made, _ = built(table)
    assert compare(form, made).differences == ()


def test_points_in_a_label_follow_the_rows(built, run, workspace):
    built(OWN_WORDS)
    project = workspace / "inputs" / "x" / "project-1.toml"
    row = '\n[[indicator]]\nclass = "产出/数量"\nname = "加固塘坝"\ntarget = "≥3处"\nactual = "3处"\nweight = 5\n'
    project.write_text(project.read_text(encoding="utf-8") + row, encoding="utf-8")
    run("build", workspace / "inputs" / "x", "--draft")
    (made,) = (workspace / "outputs" / "x").glob("*.docx")
    texts = [text for _, text, _ in read_foreign(made)[0].said()]
    assert "产出\n（65）" in texts
    assert "群众（10）" in texts


@pytest.mark.parametrize(
    ("printed", "told"),
    [("9.5", "改用“按完成比例"), ("8", "没有一种计分方式都相符")],
    ids=["another way fits", "none fits"],
)
def test_printed_scores_choose_the_way_of_scoring(printed, told, built):
    table = OWN_WORDS.replace("95.00% | 9.50", f"95.00% | {printed}")
    _, _, adopted = built(table)
    assert told in "\n".join(adopted["remarks"])


def test_scores_that_agree_say_nothing(built):
    table = OWN_WORDS.replace("1,140.00", "1,200.00").replace("95.00% | 9.50", "100.00% | 10.00")
    _, _, adopted = built(table)
    assert not any("计分" in remark and "分，按" in remark for remark in adopted["remarks"])


@pytest.mark.parametrize(("score", "places"), [("9.5", "places = 1"), ("9.53", "places = 2")])
def test_scores_are_rounded_as_the_form_rounds_them(score, places, built, workspace):
    table = OWN_WORDS.replace("1,140.00", "1,144.00").replace("95.00% | 9.50", f"95.33% | {score}")
    _, made, _ = built(table)
    (scheme,) = (workspace / "templates" / "schemes").glob("*.toml")
    rounding = scheme.read_text(encoding="utf-8").partition("[rounding]")[2].partition("[[")[0]
    assert places in rounding
    assert score in [text for _, text, _ in made.said()]


def test_a_class_with_cells_of_its_own_keeps_them(built, run, workspace):
    form, _, _ = built(CONSTRAINT)
    run("import", workspace / "form.docx", "-o", workspace / "inputs" / "y")
    run("build", workspace / "inputs" / "y", "--as-stated")
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    assert compare(form, read_foreign(made)[0]).differences == ()
    (drafted,) = (workspace / "outputs" / "x").glob("*.docx")
    found = compare(form, read_foreign(drafted)[0])
    assert found.same_merges == found.merges


def test_a_number_that_shows_no_padding_is_padded_as_those_beside_it(built, run, workspace):
    table = OWN_WORDS.replace("1,140.00 | 10 | 95.00% | 9.50", "1,145.64 | 10 | 95.47% | 9.55")
    table = table.replace("100 | 99.50", "100 | 99.55")
    for points in ("30", "20", "10"):
        table = table.replace(f"| {points} | {points} |", f"| {points} | {points}.00 |")
    built(table)
    project = workspace / "inputs" / "x" / "project-1.toml"
    text = project.read_text(encoding="utf-8")
    assert "1145.64" in text
    project.write_text(text.replace("1145.64", "1140.00"), encoding="utf-8")
    run("build", workspace / "inputs" / "x", "--draft")
    (made,) = (workspace / "outputs" / "x").glob("*.docx")
    texts = [text for _, text, _ in read_foreign(made)[0].said()]
    assert {"9.50", "99.50", "30.00"} <= {*texts}


@pytest.mark.parametrize(
    ("row", "signs"),
    [
        (
            "社会效益指标 | 受益村民 | ≥ | 800人 | 820人",
            {"dated": "定性", "qualitative": "定性"},
        ),
        ("社会效益指标 | 管护水平 |  | 提高 | 提高", {}),  # it is blank beside words
    ],
)
def test_a_column_of_signs_that_is_never_blank_says_so_of_words(seen, row, signs):
    known = "社会效益指标 | 受益村民 | ≥ | 800人 | 820人"
    assert known in SIGN_ALONE
    looked, book = seen(word_bytes(TITLE, picture(SIGN_ALONE.replace(known, row))))
    made = printing_of(looked, make_plan(looked, book), book)
    assert made.get("signs", {}) == signs


@pytest.mark.parametrize(
    ("spent", "rate", "score", "total", "of_row", "places"),
    [
        ("1,190.00", "99.17%", "9.92", "99.92", "20", [2, 2, 2]),
        ("1,190.00", "99.17%", "9.9", "99.92", "20", [2, None, None]),  # they end as they may
        ("1,190.00", "99.17%", "9.92", "99.42", "19.5", [2, None, None]),
        ("1190", "99.17%", "9.92", "99.92", "20", [None, None, None]),
    ],
)
def test_rates_and_totals_have_the_places_of_amounts_that_are_padded(
    seen, spent, rate, score, total, of_row, places
):
    table = OWN_WORDS.replace("1,140.00 | 10 | 95.00% | 9.50", f"{spent} | 10 | {rate} | {score}")
    table = table.replace("100 | 99.50", f"100 | {total}").replace("20 | 20 |", f"20 | {of_row} |")
    if "." not in spent:
        table = table.replace(",", "").replace(".00 |", " |")
    looked, book = seen(word_bytes(TITLE, picture(table)))
    numbers = printing_of(looked, make_plan(looked, book), book).get("numbers", {})
    columns = ("form.rate", "form.execution_score", "form.total")
    assert [numbers.get(c, {}).get("places") for c in columns] == places


OWN_CLASSES = r"""
    项目名称 | < | 山塘清淤 | < | < | < | <
    一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分
    产出指标 | 数量指标 | 清淤山塘 | ≥12座 | 12座 | 60 | 60
    效益指标 | 社会效益指标 | 受益村民 | ≥800人 | 820人 | 10 | 10
    ^ | 生态效益指标 | | | | |
    ^ | 可持续影响指标 | 管护年限 | ≥5年 | 5年 | 10 | 10
    管理效率 | 资产管理 | 账实相符率 | 100% | 100% | 20 | 20
    总分 | < | < | < | < | 100 | 100
"""
MORE = r"""
    效益指标 | 经济效益指标 | 增产鲜鱼 | ≥2吨 | 2吨 | 5 | 5
    ^ | 社会效益指标 | 受益村民 | ≥800人 | 820人 | 5 | 5
    ^ | 生态效益指标 | | | | |
    ^ | 可持续影响指标 | 管护年限 | ≥5年 | 5年 | 10 | 10
    管理效率 | 资产管理 | 账实相符率 | 100% | 100% | 10 | 10
    ^ | 人才支撑 | 持证人员 | ≥3人 | 3人 | 10 | 10
"""


def test_a_class_without_an_indicator_stands_where_it_stood_beside_classes_of_a_units_own(
    run, workspace
):
    first, second = workspace / "form.docx", workspace / "second.docx"
    first.write_bytes(word_bytes(TITLE, picture(OWN_CLASSES)))
    head, _, rest = OWN_CLASSES.partition("    效益指标 |")
    text = head + MORE.strip("\n") + "\n    总分" + rest.partition("总分")[2]
    second.write_bytes(word_bytes(TITLE, picture(text)))
    run("adopt", first, "-o", workspace)
    folder = workspace / "inputs" / "y"
    run("import", second, "-o", folder)
    (folder / ".jixiao" / "import.json").unlink()
    run("build", folder, "--draft")
    (made,) = (workspace / "outputs" / "y").glob("*.docx")
    assert compare(read_foreign(second)[0], read_foreign(made)[0]).differences == ()


@pytest.mark.parametrize(
    ("rows", "constants"),
    [
        # of whatever source has nothing: the twin may call it otherwise
        (["80 | 80 | 80 | 100%", "— | — | — | —"], {"initial": [], "budget": [], "rate": []}),
        (["80 | 80 | 80 | 100%", "0 | 0 | 0 | —"], {"rate": []}),
        (["80 | 80 | 80 | —", "0 | 0 | 0 | —"], {"rate": ["财政拨款", "其他资金"]}),
        (["80 | 80 | 80 | 100%", "0 | 0 | 0 | "], {}),
    ],
)
def test_a_mark_for_nothing_is_that_of_every_source_that_has_nothing(seen, rows, constants):
    money, other = (f"{row} |" for row in rows)
    table = OWN_WORDS.replace(
        "    一级指标",
        f"    其中：财政拨款 | < | {reordered(money)}\n    其他资金 | < | {reordered(other)}\n    一级指标",
        1,
    ).replace("1,260.00 | 1,200.00 | 1,140.00 | 10 | 95.00%", "80 | 80 | 80 | 10 | 100%")
    looked, book = seen(word_bytes(TITLE, picture(table)))
    made = printing_of(looked, make_plan(looked, book), book).get("constant", [])
    found = {
        column: one.get("rows", [])
        for one in made
        if one["table"] == "funds"
        for column in one["columns"]
    }
    assert {name: found.get(name) for name in constants} == constants
    assert ("rate" in found) == ("rate" in constants)


def reordered(row):
    initial, budget, spent, rate, _ = row.split("|")
    return "|".join((initial, budget, spent, " ", rate, " "))
