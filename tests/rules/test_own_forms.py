"""Declarations of forms: each fault is told at its line, and what is right close by is not."""

import tomllib
from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.load.validation import validate
from generator.model.own_form import OwnForm
from generator.rules.scheme.scheme import check_own_form
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


def test_two_documents_mean_the_same_by_one_name(workspace, run):
    other = '[[document.field]]\nkey = "受益人数"\nkind = "text"\n'
    scheme = scheme_text().replace('id = "goals"', 'id = "goals"\nform = ""') + other
    own_workspace(workspace, scheme=scheme)
    _, out, _ = run("schemes", "county-2020")
    assert "栏目“受益人数”与文书“form”里的种类、选项或单位不同" in out


def test_a_slip_in_a_form_is_told_at_its_line(workspace, run):
    own_workspace(workspace, FORM.replace("longest = 40", "longst = 40"))
    _, out, _ = run("schemes", "county-2020")
    assert "forms/county-form.toml" in out
    assert "longest" in out
