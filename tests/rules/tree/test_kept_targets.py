"""Targets and goals of the year before that were left standing."""

import pytest

from tests.rules.tree.trees import found, project, told, unit

ROWS = ("购书册数|≥20000册", "讲座场次|≥12场", "办证张数|≥3000张", "读者满意度|≥90%")
NEXT = ("购书册数|≥20000册", "讲座场次|≥12场", "办证张数|≥3200张", "读者满意度|≥90%")
GOAL = "购置图书2万册，举办讲座12场。"


def years(before, now, **other):
    """Write the same unit in two years; of the second, something may be other."""
    return (unit(year=2022), before), (unit(**{"year": 2023, **other}), now)


BAD = [
    ("all", years(project(rows=ROWS), project(rows=ROWS)), "targets-kept", "3"),
    ("fewest", years(project(rows=ROWS[:3]), project(rows=ROWS[:3])), "targets-kept", "3"),
    (
        "of those that stayed",
        years(project(rows=ROWS), project(rows=(*ROWS[:3], "借阅册次|≥9册次"))),
        "targets-kept",
        "3",
    ),
    (
        "year in the name",
        years(project("2022年度图书购置", rows=ROWS), project("2023年度图书购置", rows=ROWS)),
        "targets-kept",
        "3",
    ),
    (
        "by its code",
        years(project("图书购置", rows=ROWS, code="B1"), project("图书添购", rows=ROWS, code="B1")),
        "targets-kept",
        "3",
    ),
    (
        "a year between",
        ((unit(year=2020), project(rows=ROWS)), (unit(year=2023), project(rows=ROWS))),
        "targets-kept",
        "3",
    ),
    ("goal", years(project(goal=GOAL), project(goal=GOAL)), "goal-kept", GOAL),
]
GOOD = [
    ("one anew", years(project(rows=ROWS), project(rows=NEXT))),
    ("too few", years(project(rows=ROWS[1:]), project(rows=ROWS[1:]))),
    ("rates alone", years(*[project(rows=[f"{n}类合格率|≥9{n}%" for n in range(5)])] * 2)),
    ("another project", years(project("图书购置", rows=ROWS), project("图书编目", rows=ROWS))),
    ("another unit", years(project(rows=ROWS), project(rows=ROWS), name="西河县水务局")),
    ("the same year", ((unit(), project(rows=ROWS)), (unit(), project(rows=ROWS)))),
    ("goal with another figure", years(project(goal=GOAL), project(goal=GOAL.replace("12", "13")))),
    ("goal without figures", years(*[project(goal="保障机关正常运转，按时发放工资。")] * 2)),
    ("goal with quoted figures", years(*[project(goal=GOAL + "支出{{ funds.spent }}。")] * 2)),
]  # fmt: skip


@pytest.mark.parametrize(("says", "tree", "id", "left"), BAD, ids=[case[0] for case in BAD])
def test_what_was_left_standing_is_told_in_the_later_year(tmp_path, says, tree, id, left):
    year = "2020" if says == "a year between" else "2022"
    assert told(found(tmp_path, *tree), "targets-kept", "goal-kept") == [("d1", left, year)]
    assert told(found(tmp_path, *tree), id)


@pytest.mark.parametrize(("says", "tree"), GOOD, ids=[case[0] for case in GOOD])
def test_what_was_set_anew_is_left_alone(tmp_path, says, tree):
    assert told(found(tmp_path, *tree), "targets-kept", "goal-kept") == []
