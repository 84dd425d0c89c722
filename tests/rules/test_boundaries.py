"""Every rule at its boundary: what is just within is not told, what is just beyond is, at its place."""

import tomllib
from pathlib import Path

import pytest

from generator.rules.audience import WRITERS, Audience
from tests.rules.forms import BOOK, FAMILIES, form

CASES = tomllib.loads((Path(__file__).parent / "boundaries.toml").read_text(encoding="utf-8"))[
    "case"
]
_BY_PRINT = ("按印出的内容", "句子里的数", "句子里的说法")


def found(said, id):
    return [finding for finding in BOOK.findings(form(**said)) if finding.id == id]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_what_is_just_within_is_not_told(case):
    assert found({**case.get("form", {}), **case["within"]}, case["finding"]) == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_what_is_just_beyond_is_told_at_its_place(case):
    findings = found({**case.get("form", {}), **case["beyond"]}, case["finding"])
    assert [[f.where.row or f.where.paragraph, f.where.column] for f in findings] == [case["place"]]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["says"])
def test_it_weighs_what_the_data_says_and_is_told_in_words(case):
    finding = found({**case.get("form", {}), **case["beyond"]}, case["finding"])[0]
    problem = BOOK.problem(finding, Audience(is_document=True, is_sure=False), "自评.docx")
    assert problem.severity.value == case["severity"]
    assert problem.code == case["code"]
    assert finding.right == case.get("right", finding.right)
    assert problem.hint
    assert "{" not in problem.message


def test_what_was_typed_is_exact_and_what_was_read_is_doubtful():
    said = {"funds": "|100|90|||", "splits": {"按支出性质分": "基本支出=60|项目支出=40.02"}}
    assert found(said, "breakdown") == []
    (finding,) = found({**said, "typed": True}, "breakdown")
    assert BOOK.problem(finding, WRITERS).severity.value == "error"
    assert BOOK.problem(finding, Audience(is_document=True)).severity.value == "warning"


def test_every_finding_by_print_has_a_case_at_its_boundary():
    by_print = {text.id for f in FAMILIES if f.family in _BY_PRINT for text in f.finding}
    # These have tests of their own: over several forms, over names and over crowds.
    told = {case["finding"] for case in CASES} | {"above-department", "blank-name", "crowd-again"}
    assert by_print - told == set()


def test_what_stands_in_nearly_every_row_of_a_document_is_told_once():
    signs = form(rows=[f"产出/数量|{name}处|≥3次|≥3次|10|10" for name in "甲乙丙丁"])
    found = [f for f in BOOK.findings(signs) if f.id == "copied-sign"]
    told = list(BOOK.told(found, Audience(is_document=True)))
    assert [p.place.document.row for p in told] == [1]
    assert "共 4 处" in told[0].message
    assert len(list(BOOK.told(found[:3], Audience(is_document=True)))) == 3


def test_placeholders_and_blank_rows_raise_nothing():
    rows = ["产出/数量|||||", "产出/质量|……||||", "产出/时效|指标2||||"]
    said = {
        "rows": [*rows, "产出/数量|修剪面积|≥36公顷|36公顷|10|10"],
        "columns": ["actual", "score"],
    }
    assert [f.id for f in BOOK.findings(form(**said)) if f.id != "all-weights"] == []


def test_goals_of_spring_are_not_asked_for_results():
    spring = form(rows=["产出/数量|修剪面积|≥36公顷||50|", "效益/社会效益|游客人数|≥3万人||50|"])
    spring = spring._replace(is_evaluation=False)
    assert list(BOOK.findings(spring)) == []


def test_a_total_that_is_said_again_names_the_other_places():
    said = {"total": "95", "claimed-total": "96", "sentences": ["总分[total:总分:96分]。"]}
    (finding,) = (f for f in BOOK.findings(form(**said)) if f.id in ("claimed-total", "said-total"))
    problem = BOOK.problem(finding, Audience(is_document=True), "自评.docx")
    assert "第 11 段" in problem.message


@pytest.mark.parametrize(("length", "shown"), [(20, "好" * 20), (21, "好" * 19 + "…")])
def test_a_value_longer_than_twenty_signs_is_quoted_in_part(length, shown):
    said = form(rows=[f"产出/数量|修剪次数|≥3次|{'好' * length}|10|10"])
    (finding,) = [f for f in BOOK.findings(said) if f.id == "no-number"]
    assert finding.left == shown


def test_how_far_a_sentence_goes_beyond_its_target_is_told_in_per_cent():
    (finding,) = found({"pairs": ["飞行|≥100小时|150小时"]}, "far-beyond")
    assert finding.how.endswith("= 150%")
