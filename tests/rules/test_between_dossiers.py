"""Projects of several dossiers: rows that are copied, and how many of them are named."""

from types import SimpleNamespace

import pytest

from generator.rules.between_dossiers import copied_rows_held, same_projects_held

NAMES = ("图书购置", "水渠维修", "道路养护", "绿化补植", "泵站改造", "校舍修缮", "渔港清淤")


def row(name, **said):
    amounts = {"initial": None, "budget": None, "spent": None}
    return SimpleNamespace(
        **{"name": name, "code": "", "implementer": "", "print": "一样", **amounts, **said}
    )


def dossiers(*rows, years=()):
    return [
        SimpleNamespace(
            path=f"d{n}", name=f"单位{n}", year=[*years, *[2023] * 9][n], projects=[own]
        )
        for n, own in enumerate(rows)
    ]


@pytest.mark.parametrize(
    ("count", "named", "more"), [(6, 5, ""), (7, 5, "等 6 个"), (3, 2, ""), (2, 1, "")]
)
def test_five_of_those_that_share_rows_are_named(count, named, more):
    (held,) = copied_rows_held(dossiers(*map(row, NAMES[:count])))
    shown = "、".join(f"单位{n}：{NAMES[n]}" for n in range(1, named + 1))
    assert held.finding.right == shown + more
    assert held.left == count


@pytest.mark.parametrize(
    ("others", "years", "count"),
    [
        ([{"implementer": "某馆"}], (), 1),
        ([{"implementer": "另馆"}], (), 0),
        ([{"implementer": "某馆"}], (2022,), 0),
        ([{"implementer": "某馆"}, {"implementer": "某馆"}], (), 2),
    ],
)
def test_a_project_of_two_dossiers_has_one_budget(others, years, count):
    told = [{"implementer": "某馆"}, *others]
    held = list(
        same_projects_held(dossiers(*(row("图书购置", budget=9, **s) for s in told), years=years))
    )
    assert len(held) == count
    assert all(one.agrees for one in held)
