"""What nobody has filled in yet, a line for each file."""

import pytest

from generator.base.problem import Place, Problem, Severity
from generator.use.check.still_blank import blanks_as_data, fold_blanks

FILE = "inputs/a-2024/project-1.toml"


def blank(key: str, line: int = 9, *, code: str = "C01", file: str = FILE) -> Problem:
    return Problem(code, Severity.ERROR, f"缺少{key}", Place(file, line, 1, key))


MANY = (
    blank("indicator[产出/数量].target", 31),
    blank("indicator[甲.乙].actual", 32),
    blank("goals[1].indicator[2].weight", 33),
    blank("goals[1].expected", 28),
    blank("funds", 9),
    blank("funds.spent", 9),
    blank("project.name", 5),
    blank("", 1, code="C12"),
    blank("not-evaluated", 40),
)


def test_blanks_are_counted_by_what_they_are_of_in_the_order_of_a_file():
    (own,) = fold_blanks(MANY, {FILE: "巡察工作经费"})
    assert own.line() == (
        f"{FILE}: 巡察工作经费：还有 9 处没有填"
        "（基本信息 1、资金 2、目标 1、指标 3、章节 1、其他 1）"
    )
    assert blanks_as_data([own])[0]["parts"] == {
        "基本信息": 1,
        "资金": 2,
        "目标": 1,
        "指标": 3,
        "章节": 1,
        "其他": 1,
    }


@pytest.mark.parametrize(("count", "lines"), [(0, 0), (3, 0), (4, 1)])
def test_a_few_blanks_are_told_one_by_one(count, lines):
    assert len(fold_blanks(MANY[:count], {})) == lines


def test_beside_a_file_that_is_empty_a_few_of_another_are_named_in_their_line():
    other = "inputs/a-2024/unit.toml"
    found = fold_blanks((*MANY, blank("unit.date", 18, file=other)), {})
    assert [own.line() for own in found if own.file == other] == [
        f"{other}: 单位：还有 1 处没有填：缺少unit.date（第 18 行）"
    ]


@pytest.mark.parametrize(
    ("file", "name"), [("project-1.toml", "项目"), ("department.toml", "部门整体")]
)
def test_what_has_no_name_is_called_by_what_its_file_is_for(file, name):
    (own,) = fold_blanks([p._replace(place=p.place._replace(file=f"a/{file}")) for p in MANY], {})
    assert own.name == name


def test_what_was_accepted_and_what_is_wrong_otherwise_is_no_blank():
    accepted = [problem.accept("没有") for problem in MANY]
    wrong = [problem._replace(code="A02") for problem in MANY]
    assert fold_blanks((*accepted, *wrong), {}) == ()
