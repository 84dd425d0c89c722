"""元 among 万元, told by size: against cost, columns, sources, other projects, department, last year."""

from functools import cache

import pytest

from generator.load.dossier_inputs import load_dossier
from generator.use.check.amount_slips import AmountsOfTree
from generator.use.check.examine import examine_loaded
from generator.use.libraries import Libraries
from tests.conftest import PROJECT, ROOT, UNIT, write_files

MONEY = """initial = 100
budget = 100
spent = 95
sources = [{ name = "当年财政拨款", initial = 100, budget = 100, spent = 95 }]
"""
COST = PROJECT.replace(
    '[[indicator]]\nclass = "效益',
    '[[indicator]]\nclass = "产出/成本"\nname = "购书经费"\ntarget = "≤100万元"\n'
    'actual = "95万元"\nweight = 0\n\n[[indicator]]\nclass = "效益',
    1,
)
DEPARTMENT = '[department]\nname = "某县图书馆"\n\n[funds]\nbudget = 30\nspent = 29\n'
OTHER = '[project]\nname = "{}"\n\n[funds]\nbudget = {}\nspent = {}\n'


@cache
def library():
    return Libraries().of(ROOT)[0]


def examined(folder):
    return examine_loaded(load_dossier(folder), folder, library())


def project(budget, spent=None, text=PROJECT):
    spent = budget if spent is None else spent
    money = f"initial = {budget}\nbudget = {budget}\nspent = {spent}\n"
    return text.replace(MONEY, money)


def said(problems):
    return [
        (p.place.file.rsplit("/", 1)[-1], p.place.key, p.message, p.hint)
        for p in problems
        if p.code == "F03"
    ]


HINT = "换算成万元"
OF_ONE = "金额单位是万元，{} {}（即 {}，对吗？）像是按元填的，对照的是{}"
BUDGET = "全年预算数"


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        pytest.param({"books": project(100)}, [], id="nothing"),
        pytest.param(
            {"books": project("1000000", "950000", COST)},
            [
                (
                    "books.toml",
                    "funds.budget",
                    OF_ONE.format(BUDGET, 1000000, "100 亿元", "“购书经费” 100万元"),
                    HINT,
                )
            ],
            id="cost",
        ),
        pytest.param(
            {"books": project(100, "950000")},
            [
                (
                    "books.toml",
                    "funds.spent",
                    OF_ONE.format("全年执行数", 950000, "95 亿元", "全年预算数 100万元"),
                    HINT,
                )
            ],
            id="column",
        ),
        pytest.param(
            {"books": project("60000"), "department": DEPARTMENT},
            [
                (
                    "books.toml",
                    "funds.budget",
                    OF_ONE.format(BUDGET, 60000, "6 亿元", "“某县图书馆”全年预算数 30万元"),
                    HINT,
                )
            ],
            id="department",
        ),
        pytest.param(
            {"books": project("380000"), "halls": OTHER.format("修缮", 20, 20)},
            [],
            id="one other tells nothing",
        ),
        pytest.param(
            {
                "books": project("60000"),
                "halls": OTHER.format("修缮", 20, 20),
                "fire": OTHER.format("消防", 15, 15),
            },
            [
                (
                    "books.toml",
                    "funds.budget",
                    OF_ONE.format(BUDGET, 60000, "6 亿元", "“修缮”全年预算数 20万元"),
                    HINT,
                )
            ],
            id="siblings",
        ),
        pytest.param(
            {
                "books": project("59999"),
                "halls": OTHER.format("修缮", 20, 20),
                "fire": OTHER.format("消防", 15, 15),
            },
            [],
            id="siblings within bounds",
        ),
    ],
)
def test_an_amount_of_another_size_is_said_aloud(tmp_path, texts, found):
    files = {"unit.toml": UNIT, **{f"{name}.toml": text for name, text in texts.items()}}
    folder = write_files(tmp_path / "inputs" / "library-2023", files)
    told = [one for one in said(examined(folder).problems) if "，对吗" in one[2]]
    assert [one for one in told if one[2].startswith("金额单位")] == found


@pytest.mark.parametrize(("budget", "is_told"), [("99999", False), ("100000", True)])
def test_a_project_has_no_thousandfold_of_last_years_money(tmp_path, budget, is_told):
    amounts = AmountsOfTree()
    for year, money in ((2022, "100"), (2023, budget)):
        files = {"unit.toml": UNIT.replace("2023", str(year)), "books.toml": project(money)}
        folder = write_files(tmp_path / "inputs" / f"library-{year}", files)
        amounts.look(examined(folder), library())
    found = said(amounts.told())
    message = OF_ONE.format(BUDGET, budget, "10 亿元", "2022年度全年预算数 100万元")
    assert found == [("books.toml", "funds.budget", message, HINT)] * is_told


def test_another_units_money_says_nothing(tmp_path):
    amounts = AmountsOfTree()
    for year, name, money in ((2022, "某县文化馆", "100"), (2023, "某县图书馆", "380000")):
        unit = UNIT.replace("2023", str(year)).replace("某县图书馆", name)
        files = {"unit.toml": unit, "books.toml": project(money)}
        amounts.look(examined(write_files(tmp_path / "inputs" / f"x-{year}", files)), library())
    assert list(amounts.told()) == []


def test_a_cost_is_not_blamed_for_amounts_that_are_told_already(tmp_path):
    files = {"unit.toml": UNIT, "books.toml": project("1000000", "950000", COST)}
    folder = write_files(tmp_path / "inputs" / "library-2023", files)
    assert [key for _, key, _, _ in said(examined(folder).problems)] == ["funds.budget"]
