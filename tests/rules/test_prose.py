"""Sentences of many trades: what is right is left alone, what is just wrong is told, by family."""

import tomllib
from pathlib import Path

import pytest

from tests.rules.papers import paper, problems_of, sentences

FILES = [
    tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((Path(__file__).parent / "prose").glob("*.toml"))
]
FAMILIES = [family for file in FILES for family in file.get("family", ())]
CLEAN = [text for file in FILES for one in file.get("clean", ()) for text in one["sentences"]]


def cases(key):
    return [
        pytest.param(family["codes"], text, id=f"{family['name']}: {text}")
        for family in FAMILIES
        for text in family[key]
    ]


def told(text):
    """Return what concerns the sentences; of the report around them nothing is asked here."""
    last = 3 + len(text.split("|"))
    return [
        problem
        for problem in problems_of(paper(sentences(text)))
        if problem.place.document is not None and 3 < problem.place.document.paragraph <= last
    ]


@pytest.mark.parametrize(("codes", "text"), cases("right"))
def test_what_is_right_is_left_alone(codes, text):
    del codes
    assert [f"{p.code} {p.message}" for p in told(text)] == []


@pytest.mark.parametrize("text", CLEAN)
def test_what_reports_usually_say_is_left_alone(text):
    assert [f"{p.code} {p.message}" for p in told(text)] == []


@pytest.mark.parametrize(("codes", "text"), cases("wrong"))
def test_what_is_wrong_is_told(codes, text):
    assert {p.code for p in told(text)} & set(codes)


def test_each_family_has_sentences_of_both_kinds():
    assert all(len(family["right"]) >= 3 <= len(family["wrong"]) for family in FAMILIES)


def test_what_has_no_name_is_told_without_one():
    (problem,) = told("成立自评小组，共7人，其中组长1人、副组长2人、成员5人。")
    assert problem.message.startswith("这里写作 7人")
