"""Every rule of inputs: a dossier that breaks it, and one near by that does not."""

from types import SimpleNamespace

import pytest

from generator.load.dossier_inputs import load_dossier
from generator.load.workspace_folder import find_workspace
from generator.rules.dossier.blank_names import blank_names
from generator.use.check.examine import examine
from generator.use.library import Library
from tests.conftest import PROJECT, UNIT, write_files

GOOD_WEIGHT = "weight = 30\nreason"
STATED = '\n[stated]\ntotal = {total}\ngrade = "{grade}"\n'


def codes(folder) -> set[str]:
    found = examine(folder, Library(find_workspace(folder)[0]))
    return {p.code for p in found.problems if not p.accepted}


def messages(folder, code) -> list[str]:
    found = examine(folder, Library(find_workspace(folder)[0]))
    return [p.message for p in found.problems if p.code == code]


def with_stated(total="93.5", grade="优"):
    return {"\n[[problem]]": STATED.format(total=total, grade=grade) + "\n[[problem]]"}


def funds_stated(**values):
    table = ", ".join(f"{k.replace('_', '-')} = {v}" for k, v in values.items())
    return {"spent = 95\n": f"spent = 95\nstated = {{ {table} }}\n"}


def prose(text):
    return {"为全县读者购置图书。": text}


def row(which, **changes):
    """Change the lines of the row of that name."""
    lines = next(part for part in PROJECT.split("[[indicator]]") if f'name = "{which}"' in part)
    new = lines
    for key, value in changes.items():
        old = next(
            line for line in lines.splitlines() if line.startswith(f"{key.replace('_', '-')} =")
        )
        new = new.replace(old, "" if value is None else f"{key.replace('_', '-')} = {value}")
    return {lines: new}


BREAKS = [
    ("A01", with_stated("95")),
    ("A01", with_stated("93.49")),
    ("A02", row("购书册数", target='"定性"', actual='"达成预期指标"')),
    ("I24", {'class = "产出/数量"': 'class = "产出指标/数量指标"'}),
    ("I24", {'class = "产出/数量"': 'class = "成果/数量"'}),
    ("I24", {'class = "产出/数量"': 'class = "产出/规模"'}),
    ("A02", {"budget = 100\nspent = 95": "budget = 0\nspent = 0"}),
    ("C05", {"spent = 95\n": "spent = 105\n"}),
    ("A03", row("购书册数", weight="45")),
    ("A04", funds_stated(rate="94.9")),
    ("A05", funds_stated(score="9.4")),
    ("A06", funds_stated(weight="90")),
    ("A06", funds_stated(row_weights="[10]")),
    ("A07", row("到馆人次增长率", weight="30\nstated = { score = 25 }")),
    ("A07", row("到馆人次增长率", weight="30\nscore = 30")),
    ("A07", row("读者满意度", target='"定性"', actual='"达成预期指标"', weight="10\nscore = 7")),
    ("A07", row("读者满意度", target='"定性"', actual='"很好"', weight="10\nscore = 11")),
    ("A09", {"budget = 100, spent = 95 }]": "budget = 90, spent = 95 }]"}),
    ("A09", {"spent = 95\n": 'spent = 95\nuses = [{ item = "书", amount = 90 }]\n'}),
    ("A10", prose("处理306人，其中275人，占89.8%。")),
    ("A09", prose("预算100万元，其中中央资金40万元，县级资金80万元，全年执行数95万元。")),
    ("A09", prose("预算100万元，其中实际支出60万元，项目支出60万元。")),
    ("A11", prose("设有3个部门：甲部、乙部、丙部、丁部。")),
    ("G01", with_stated(grade="优良")),
    ("G03", with_stated(grade="良")),
    ("G04", with_stated(grade="优秀")),
    ("G05", prose("采用社会功能分析法进行评价。")),
    ("C01", row("购书册数", actual='""')),
    ("C01", {'authority = "某县文化局"\n': ""}),
    ("C01", {"date = 2024-03-01\n": ""}),
    ("C02", row("到馆人次增长率", reason=None)),
    ("C03", row("购书册数", actual='"26000册"')),
    ("C04", {"initial = 100\nbudget = 100": "initial = 90\nbudget = 100"}),
    ("C05", {"spent = 95\n": "spent = 89\n"}),
    ("C06", row("购书册数", target='"件数"')),
    ("C06", row("购书册数", target='"是/否"')),
    ("C06", row("购书册数", actual='"已完成"')),
    ("C07", row("购书册数", actual='"大量购入"')),
    ("C08", row("购书册数", actual='"20500件"')),
    ("C08", row("到馆人次增长率", target='"10人"')),
    ("C09", row("购书册数", name='"购书及时率"')),
    ("C11", row("购书册数", target='"≥20000册"\ndescription = "购书册数"')),
    ("C11", {'expected = "丰富馆藏。"': 'expected = "同"', "achieved = ": 'achieved = "同" # '}),
    ("C12", {"overview": "# overview"}),
    (
        "X01",
        {"\n[[problem]]": "\n[stated]\ntotal = 93.5\nnarrative = { total = 93 }\n\n[[problem]]"},
    ),
    ("X05", {'implementer = "某县图书馆"': 'implementer = "某县图书馆馆"'}),
    ("R02", {"year = 2023": "year = 2019"}),
    ("I29", {"[project]": 'not-asked = ["funds.intial"]\n[project]'}),
    ("I29", {"year = 2023": 'not-asked = ["unit.day"]\nyear = 2023'}),
    ("I29", {"year = 2023": 'not-asked = ["funds.initial"]\nyear = 2023'}),
]

HOLDS = [
    ("A01", with_stated("93.5")),
    ("A02", row("购书册数", target='"定性"', actual='"达成预期指标"', weight="50\nscore = 50")),
    ("A04", funds_stated(rate="95")),
    ("A04", funds_stated(rate="95.0")),
    ("A05", funds_stated(score="9.5")),
    ("A05", funds_stated(score="10")),  # printed in whole points
    ("A06", funds_stated(weight="10", row_weights="[0, 0]")),
    ("A07", row("到馆人次增长率", weight="30\nstated = { score = 24.0 }")),
    ("A07", row("读者满意度", target='"定性"', actual='"达成预期指标"', weight="10\nscore = 8")),
    ("A09", {"spent = 95\n": 'spent = 95\nuses = [{ item = "书", amount = 95 }]\n'}),
    ("A09", prose("预算100万元，其中中央资金预算数40万元，全年执行数95万元。")),
    ("A09", prose("预算100万元，其中中央资金40万元，县级资金60万元，本项目实际支出95万元。")),
    ("A10", prose("处理306人，其中275人，占89.9%。")),
    ("A10", prose("处理306人，其中275人，占90%。")),
    ("A11", prose("设有3个部门：甲部、乙部、丙部。")),
    ("A11", prose("设有12个部门：甲部、乙部等。")),
    ("G04", with_stated(grade="优")),
    ("G05", prose("采用成本效益分析法、比较法进行评价。")),
    ("C02", {"spent = 95\n": "spent = 100\n", "spent = 95 }]": "spent = 100 }]"}),
    ("C03", row("购书册数", actual='"25880册"')),  # 129.4 % is within
    (
        "C04",
        {"initial = 100\nbudget = 100": 'adjustment = "追加图书款。"\ninitial = 90\nbudget = 100'},
    ),
    ("C05", {"spent = 95\n": "spent = 90\n"}),
    ("C05", {"spent = 95\n": 'spent = 80\nexplanation = "书未到货。"\n'}),
    ("C07", row("购书册数", target='"按时完成"', actual='"按时"', weight="50\nscore = 50")),
    ("C08", row("购书册数", target='"≥2万册"')),
    ("C08", row("到馆人次增长率", target='"10‰"')),
    ("C12", {"overview": "# overview", "year = 2023": 'documents = ["form"]\nyear = 2023'}),
    ("X05", {'implementer = "某县图书馆"': 'implementer = "某县美术馆和博物院"'}),
    ("I29", {"[project]": 'not-asked = ["funds.initial"]\n[project]'}),
    ("I29", {"year = 2023": 'not-asked = ["unit.name", "unit.date"]\nyear = 2023'}),
]


@pytest.mark.parametrize(
    ("row_weight", "weight", "missing"),
    [("", "", ["“产出/数量”缺少分值"]), ("", "weight = 50\n", []), ("weight = 50\n", "", [])],
)
def test_a_score_for_several_rows_needs_a_weight_as_any_row(dossier, row_weight, weight, missing):
    shared = f'[[shared-score]]\nclass = "产出/数量"\n{weight}score = 50\n\n[[problem]]'
    folder = dossier(change={"weight = 50\n": row_weight, "[[problem]]": shared})
    found = examine(folder, Library(find_workspace(folder)[0])).problems
    told = [p for p in found if p.code == "C01"]
    assert [p.message for p in told] == missing
    assert all(p.place.key.endswith("shared-score[产出/数量].weight") for p in told)


@pytest.mark.parametrize(
    ("weights", "missing"), [((10, 10), 0), ((10, None), 1), ((None, None), 0)]
)
def test_where_a_scheme_leaves_weights_open_one_is_blank_beside_others(dossier, weights, missing):
    bare = PROJECT[: PROJECT.index("[[indicator]]")]
    for class_, weight in zip(("产出/数量", "产出/质量"), weights, strict=True):
        given = f"weight = {weight}\n" if weight else ""
        bare += (
            f'[[indicator]]\nclass = "{class_}"\nname = "{class_[-2:]}处"\ntarget = "≥3处"\n'
            f'actual = "3处"\n[[shared-score]]\nclass = "{class_}"\n{given}score = 9\n'
        )
    unit = UNIT.replace("mof-2020", "hubei-hongshan-2020").replace("2023", "2020")
    folder = dossier(project=bare, unit=unit)
    found = examine(folder, Library(find_workspace(folder)[0])).problems
    assert len([p for p in found if p.code == "C01" and "分值" in p.message]) == missing


@pytest.mark.parametrize(("classes", "missing"), [(("产出",), 1), ((), 0)])
def test_a_class_is_missed_where_the_scheme_has_some(dossier, classes, missing):
    folder = dossier(change={'class = "产出/数量"': 'class = ""'})
    scheme = SimpleNamespace(classes=classes)
    found = blank_names(SimpleNamespace(dossier=load_dossier(folder).dossier, scheme=scheme))
    assert [one.id for one in found] == ["class-blank"] * missing


def test_a_slip_in_what_is_not_asked_is_told_at_its_place_with_the_nearest_name(dossier, run):
    folder = dossier(
        change={"[project]": 'not-asked = ["goal.expected", "funds.intial"]\n[project]'}
    )
    code, out, _ = run("check", folder)
    assert code == 1
    assert "books.toml:1:31: 错误 I29 not-asked 里没有“funds.intial”这一项" in out
    assert "是不是想写：funds.initial" in out


def test_what_another_file_holds_is_told_where_it_belongs(dossier, run):
    _, out, _ = run("check", dossier(change={"[project]": 'not-asked = ["unit.date"]\n[project]'}))
    assert "“unit.date”不在这个文件里" in out
    assert "请写进 unit.toml" in out


@pytest.mark.parametrize(
    ("code", "change"), BREAKS, ids=[f"{c}-{n}" for n, (c, _) in enumerate(BREAKS)]
)
def test_a_broken_rule_is_found(dossier, code, change):
    assert code in codes(dossier(change=change))


@pytest.mark.parametrize(
    ("code", "change"), HOLDS, ids=[f"{c}-{n}" for n, (c, _) in enumerate(HOLDS)]
)
def test_its_neighbour_is_left_alone(dossier, code, change):
    assert code not in codes(dossier(change=change))


def second(name="图书编目", **changes):
    text = PROJECT.replace("图书购置", name)
    for old, new in changes.items():
        text = text.replace(old, new)
    return text


class TestAcrossFiles:
    def test_projects_that_do_not_make_up_the_department_are_found(self, dossier):
        department = "[department]\nbasic = 10\nprojects = 96\n[funds]\nbudget = 110\nspent = 106\ninitial = 110\n"
        assert "X03" in codes(dossier(department=department))
        assert "X03" not in codes(
            dossier(department=department.replace("96", "95").replace("106", "105"))
        )

    def test_a_part_of_the_projects_is_not_held_against_the_department(self, dossier):
        department = "[department]\nbasic = 10\nprojects = 96\n[funds]\nbudget = 110\nspent = 106\ninitial = 110\n"
        unit = UNIT.replace("[unit]", "projects-complete = false\n[unit]", 1)
        assert "X03" not in codes(dossier(unit=unit, department=department))

    def test_basic_and_project_expenditure_must_make_up_the_whole(self, dossier):
        department = "[department]\nbasic = 11\nprojects = 95\n[funds]\nbudget = 110\nspent = 105\ninitial = 110\n"
        assert "X03" in codes(dossier(department=department))

    @pytest.mark.parametrize(
        ("budget", "right"), [("110", "预算数 110 不同"), ("105", "部门支出 105 不同")]
    )
    def test_kinds_of_expenditure_are_held_against_the_budget_and_what_was_spent(
        self, dossier, budget, right
    ):
        department = f"[department]\nbasic = 11\nprojects = 95\n[funds]\nbudget = {budget}\nspent = 105\ninitial = 110\n"
        assert any(right in message for message in messages(dossier(department=department), "X03"))

    def test_a_split_of_the_budget_is_held_against_the_budget_alone(self, dossier):
        department = "[department]\nbasic = 13\nprojects = 95\n[funds]\nbudget = 110\nspent = 105\ninitial = 110\n"
        parts = 'by-expenditure = [{name = "基本支出", amount = 13}, {name = "项目支出", amount = 95}]\n'
        found = codes(dossier(department=department + parts))
        assert "X03" not in found
        assert "A09" in found

    @pytest.mark.parametrize(("paid", "is_told"), [("5", False), ("5.01", True)])
    def test_a_third_kind_of_expenditure_belongs_to_the_whole(self, dossier, paid, is_told):
        department = "[department]\nbasic = 10\nprojects = 95\n[funds]\nbudget = 115\nspent = 110\ninitial = 115\n"
        parts = ", ".join(
            f'{{name = "{name}", amount = {amount}}}'
            for name, amount in (("基本支出", 10), ("项目支出", 95), ("上缴上级支出", paid))
        )
        found = codes(dossier(department=f"{department}by-expenditure = [{parts}]\n"))
        assert ("X03" in found, "A09" in found) == (is_told, is_told)

    def test_amounts_in_other_units_are_converted_first(self, dossier):
        department = (
            "[department]\nbasic = 100000\nprojects = 950000\n"
            '[funds]\nunit = "元"\nbudget = 1100000\nspent = 1050000\ninitial = 1100000\n'
        )
        assert "X03" not in codes(dossier(department=department))

    def test_a_department_figure_that_stands_for_one_of_several_projects_is_noted(self, dossier):
        department = (
            "[funds]\nbudget = 1\nspent = 1\ninitial = 1\n"
            '[[indicator]]\nclass = "产出/数量"\nname = "全馆购书"\ntarget = "≥20000册"\nactual = "20500册"\nweight = 50\n'
        )
        assert "X04" in codes(dossier(department=department, other=second()))
        assert "X04" not in codes(
            dossier(
                department=department.replace("20500", "30500"), other=second(**{"20500": "900"})
            )
        )

    @pytest.mark.parametrize(("lead", "is_told"), [("图书", False), ("全馆", True), ("", True)])
    def test_a_department_figure_that_names_the_project_is_the_project_s_own(
        self, dossier, lead, is_told
    ):
        department = (
            "[funds]\nbudget = 1\nspent = 1\ninitial = 1\n"
            f'[[indicator]]\nclass = "产出/数量"\nname = "{lead}购书册数"\ntarget = "≥20000册"\nactual = "20500册"\nweight = 50\n'
        )
        other = second("报刊编目", **{"20500": "900"})
        assert ("X04" in codes(dossier(department=department, other=other))) is is_told

    @pytest.mark.parametrize(("value", "is_told"), [("100", True), ("99", False)])
    def test_small_numbers_are_equal_by_chance(self, dossier, value, is_told):
        department = (
            "[funds]\nbudget = 1\nspent = 1\ninitial = 1\n"
            f'[[indicator]]\nclass = "产出/数量"\nname = "全馆购书"\ntarget = "≥9册"\nactual = "{value}册"\nweight = 50\n'
        )
        own = {'"20500册"': f'"{value}册"'}
        found = codes(dossier(change=own, department=department, other=second()))
        assert ("X04" in found) is is_told

    @pytest.mark.parametrize(("shared", "is_told"), [(9, True), (8, False)])
    def test_nine_of_ten_rows_are_nearly_all(self, dossier, shared, is_told):
        def project(own):
            names = [*"甲乙丙丁戊己庚辛壬"[:shared], *own[: 10 - shared]]
            return "".join(
                f'[[indicator]]\nclass = "产出/质量"\nname = "指标{name}"\ntarget = "≥1件"\nactual = "1件"\nweight = 0\n'
                for name in names
            )

        bare = PROJECT[: PROJECT.index("[[indicator]]")]
        other = bare.replace("图书购置", "车辆保险")
        found = codes(dossier(project=bare + project("子丑"), other=other + project("寅卯")))
        assert ("C10" in found) is is_told

    def test_one_indicator_under_two_names_is_found(self, dossier):
        other = second(到馆人次增长率="到馆人次增长比率")
        assert "X05" in codes(dossier(other=other))

    def test_names_that_differ_in_a_number_are_two_things(self, dossier):
        other = second("第二期图书购置项目")
        assert "X05" not in codes(dossier(change={"图书购置": "第一期图书购置项目"}, other=other))

    def test_a_declared_short_name_is_no_second_name(self, dossier):
        unit = UNIT.replace(
            'name = "某县图书馆"', 'name = "某县图书馆总馆"\nshort = ["某县图书馆"]'
        )
        assert "X05" not in codes(dossier(unit=unit))

    def test_the_same_rows_in_unlike_projects_are_found(self, dossier):
        extra = "".join(
            f'[[indicator]]\nclass = "产出/质量"\nname = "指标{c}"\ntarget = "≥1件"\nactual = "1件"\nweight = 0\n'
            for c in "甲乙丙"
        )
        rows = {"\n[[problem]]": f"\n{extra}\n[[problem]]"}
        assert "C10" in codes(dossier(change=rows, other=second("车辆保险", **rows)))
        assert "C10" not in codes(dossier(change=rows, other=second("车辆保险")))


def test_a_local_scheme_says_where_it_leaves_the_national_one(dossier):
    assert "R01" in codes(dossier(change={"mof-2020": "hubei-hongshan-2020"}))
    assert "R01" not in codes(dossier())


def test_in_spring_nothing_has_to_be_done_yet(workspace):
    unit = UNIT.replace('scheme = "mof-2020"', 'scheme = "mof-2020"\nstage = "goals"')
    project = PROJECT
    for line in (
        "spent = 95\n",
        'actual = "20500册"\n',
        'actual = "8%"\n',
        'actual = "93%"\n',
        'reason = "新馆推迟开放。"\n',
    ):
        project = project.replace(line, "")
    project = project.replace(", spent = 95 }]", " }]").replace("achieved = ", "# achieved = ")
    folder = write_files(
        workspace / "inputs" / "spring", {"unit.toml": unit, "books.toml": project}
    )
    assert codes(folder) == set()
