"""Declarations of forms: each fault is told at its line, and what is right close by is not."""

import tomllib
from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.load.validation import validate
from generator.model.own_form import OwnForm
from generator.rules.scheme.scheme_checks import check_own_form
from tests.own_form import FORM, own_workspace, scheme_text

CASES = tomllib.loads((Path(__file__).parent / "own_forms.toml").read_text("utf-8"))["case"]


def problems_of(text):
    source, faults = parse_toml(f'id = "x"\n{text}', Path("x.toml"), "x.toml")
    form, more = validate(OwnForm, source)
    assert not [*faults, *more]
    return check_own_form(form, source)


@pytest.mark.parametrize("case", CASES, ids=lambda c: c.get("says") or c["form"][:40])
def test_a_declaration_is_told_what_is_wrong_with_it(case):
    problems = problems_of(case["form"])
    if "says" not in case:
        assert not problems
        return
    assert any(case["says"] in problem.message for problem in problems)
    assert all(
        problem.code == "S15" and problem.hint and problem.place.line for problem in problems
    )


def test_the_form_of_the_tests_is_right():
    assert not problems_of(FORM.replace('id = "county-form"', ""))


def test_a_form_that_is_not_there_is_told_where_it_is_named(workspace, dossier, run):
    own_workspace(workspace, scheme=scheme_text(**{'form = "county-form"': 'form = "county-fom"'}))
    _, out, _ = run("schemes", "county-2020")
    assert "没有“county-fom”" in out
    assert "county-form" in out


LIST = """[[document.table]]
key = "设备清单"
total = "总计"
[[document.table.column]]
key = "到货"
kind = "{kind}"
[[document.table.column]]
key = "台数"
kind = "number"
unit = "台"
[[document.table.column]]
key = "设备"
title = "名称"
[[document.table.column]]
key = "顺序"
kind = "serial"
"""


@pytest.mark.parametrize(
    ("other", "says"),
    [
        (
            '[[document.field]]\nkey = "受益人数"\nkind = "text"\n',
            "栏目“受益人数”与文书“form”里的种类、选项、单位或算法不同",
        ),
        (
            '[[document.field]]\nkey = "资金合计"\nkind = "amount"\n',
            "栏目“资金合计”与文书“form”里的种类、选项、单位或算法不同",
        ),
        (LIST.format(kind="text"), "表“设备清单”与文书“form”里的行、列不同"),
        (
            '[[document.indicator-field]]\nkey = "评分标准"\nkind = "number"\n',
            "指标表的列“评分标准”与文书“form”里的",
        ),
        (LIST.format(kind="date"), ""),  # in another order, with other titles: it means the same
        (
            '[[document.field]]\nkey = "受益人数"\ntitle = "受益人"\nkind = "number"\nunit = "人"\n',
            "",
        ),
    ],
)
def test_two_documents_mean_the_same_by_one_name(other, says, workspace, run):
    scheme = scheme_text().replace('id = "goals"', 'id = "goals"\nform = ""') + other
    own_workspace(workspace, scheme=scheme)
    _, out, _ = run("schemes", "county-2020")
    assert (says in out) if says else ("与文书“form”里的" not in out)


def test_a_slip_in_a_form_is_told_at_its_line(workspace, run):
    own_workspace(workspace, FORM.replace("longest = 40", "longst = 40"))
    _, out, _ = run("schemes", "county-2020")
    assert "forms/county-form.toml" in out
    assert "longest" in out
