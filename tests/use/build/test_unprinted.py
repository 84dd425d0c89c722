"""What a dossier holds and no form prints is told with its name and line; what was printed is not."""

from itertools import combinations
from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.model.dossier import Subject
from generator.model.subject import ProjectEntry
from generator.use.build.unprinted import in_one_place, left_out
from tests.conftest import PROJECT, UNIT
from tests.own_form import own_workspace

HEAD = '[project]\nname = "护林"\n[funds]\n'
# What is held, the key that prints it, and how it is called.
HELD = (
    (
        'sources = [{ name = "省级资金", budget = 3 }]',
        "source[省级资金].budget",
        "资金来源“省级资金”",
    ),
    ('rows = [{ name = "年初结余", spent = 1 }]', "row[年初结余].spent", "资金行“年初结余”"),
    ('uses = [{ item = "差旅费", amount = 2 }]', "use[差旅费].amount", "资金用途“差旅费”"),
    ('plan = [{ by = "3月底", percent = 5 }]', "plan[3月底].percent", "支出计划“3月底”"),
    ('by-income = [{ name = "拨款", amount = 4 }]', "breakdown[1].income", "收入“拨款”"),
    ('by-expenditure = [{ name = "上缴", amount = 4 }]', "expenditure[上缴]", "支出“上缴”"),
)
GOALS = "".join(
    f'[[goals]]\nname = "目标{n}"\n'
    f'[[goals.indicator]]\nclass = "产出/数量"\nname = "防火路{n}"\ntarget = "≥1公里"\n'
    for n in (1, 2, 3)
)


def subject_of(text):
    file, faults = parse_toml(text, Path("a.toml"), "a.toml")
    assert file is not None, faults
    return Subject("a", ProjectEntry.from_data(file.data), file)


def told(text, printed=()):
    subject = subject_of(HEAD + text)
    return [(own.said, subject.source.place(own.keys).line) for own in left_out(subject, printed)]


@pytest.mark.parametrize("count", range(len(HELD) + 1))
def test_all_that_is_held_is_printed_or_told(count):
    text = "\n".join(line for line, _, _ in HELD)
    lines = {said: number for number, (_, _, said) in enumerate(HELD, 4)}
    for chosen in combinations(HELD, count):
        printed = sorted(key for _, key, _ in chosen)
        left = [(own[2], lines[own[2]]) for own in HELD if own not in chosen]
        assert told(text, printed) == left


@pytest.mark.parametrize(
    ("printed", "left"),
    [
        (
            (),
            [
                "目标“目标1”和它的 1 个指标",
                "目标“目标2”和它的 1 个指标",
                "目标“目标3”和它的 1 个指标",
            ],
        ),
        (
            (
                "goal[1]/indicator[产出/数量/防火路1].name",
                "goal[2]/indicator[产出/数量/防火路2].name",
            ),
            ["目标“目标3”和它的 1 个指标"],
        ),
        (("form.expected",), ["指标“防火路1”", "指标“防火路2”", "指标“防火路3”"]),
        (
            ("goal[1].name", "goal[2].name", "goal[3]/indicator[产出/数量/防火路3].name"),
            ["指标“防火路1”", "指标“防火路2”"],
        ),
    ],
)
def test_of_a_goal_that_is_printed_each_indicator_is_held_to_account(printed, left):
    assert [said for said, _ in told(GOALS, printed)] == left


@pytest.mark.parametrize(
    ("printed", "has_others"),
    [((), False), (("goal[1]/indicator[产出/数量/防火路1].name",), True)],
)
def test_a_form_that_prints_some_of_a_kind_loses_the_others(printed, has_others):
    left = [*left_out(subject_of(HEAD + GOALS), printed)]
    assert {own.has_others for own in left} == {has_others}


@pytest.mark.parametrize(
    "text",
    [
        'sources = [{ name = "省级资金" }]',  # a row of the form that has no amount
        '[goal]\nname = ""',
        "",
    ],
)
def test_what_is_blank_is_not_missed(text):
    assert told(text) == []


def test_names_that_begin_alike_are_not_mixed_up():
    text = 'uses = [{ item = "费", amount = 2 }, { item = "费用", amount = 1 }]'
    assert told(text, ["use[费用].amount"]) == [("资金用途“费”", 4)]


TWO_GOALS = '[[goals]]\nexpected = "修路。"\n[[goals]]\nachieved = "修桥。"\n'


@pytest.mark.parametrize(
    ("text", "printed", "lines"),
    [
        (TWO_GOALS, ("form.achieved", "form.expected"), [6]),
        (TWO_GOALS, ("form.expected",), [6]),
        (TWO_GOALS, ("form.expected", "goal[1].expected", "goal[2].achieved"), []),
        (TWO_GOALS, ("goal[1].expected",), []),  # the second is told as left out
        (TWO_GOALS.replace("achieved", "name"), ("form.expected",), []),
        ('[goal]\nexpected = "修路。"\nachieved = "修了。"\n', ("form.expected",), []),
    ],
)
def test_goals_that_share_the_place_of_one_are_told_at_the_second(text, printed, lines):
    found = [*in_one_place(subject_of(HEAD + text), printed)]
    assert [problem.place.line for problem in found] == lines
    assert {problem.code for problem in found} <= {"T09"}


@pytest.mark.parametrize("command", [("check",), ("build", "--draft")])
def test_check_and_build_tell_it_at_the_line_of_the_input(command, workspace, dossier, run):
    own_workspace(workspace)
    folder = dossier(UNIT.replace("mof-2020", "county-2020"), PROJECT)
    _, out, _ = run(*command, folder)
    line = (folder / "books.toml").read_text("utf-8").splitlines().index("[goal]") + 1
    assert f":{line}:" in next(one for one in out.splitlines() if "第 1 个目标" in one)
    assert "资金来源“当年财政拨款”在表上没有位置" in out
    assert "指标“购书册数”在表上" not in out


@pytest.mark.parametrize("command", [("check",), ("build", "--draft")])
def test_a_form_that_came_with_the_program_is_not_asked(command, dossier, run):
    _, out, _ = run(*command, dossier())
    assert "T09" not in out
