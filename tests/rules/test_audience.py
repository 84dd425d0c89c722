"""Whom a finding is told to: what inputs hear, what a document hears, and how much it weighs there."""

import re
from pathlib import Path

import pytest

from generator.base.document_place import DocumentPlace
from generator.load.packs import find_packs
from generator.load.rule_texts import load_rule_texts
from generator.rules.audience import WRITERS, Audience
from generator.rules.finding import Finding
from tests.rules.forms import BOOK, FAMILIES

FINDINGS = [text for family in FAMILIES for text in family.finding]
GENERATOR = Path(__file__).parents[2] / "generator"

CELL = DocumentPlace(table=1, row=2, column=3)
LINE = DocumentPlace(line=7)
SURE, GUESSED = Audience(is_document=True), Audience(is_document=True, is_sure=False)


def told(id, audience, at=CELL):
    finding = Finding(id, at, "12", "10", name="修剪面积")
    return [(p.severity.value, p.hint) for p in BOOK.told([finding], audience)]


def test_advice_for_inputs_is_for_inputs_alone():
    (_, of_inputs), (_, of_document) = (told("reason-missing", a)[0] for a in (WRITERS, GUESSED))
    assert "reason" in of_inputs
    assert "reason" not in of_document


@pytest.mark.parametrize("text", FINDINGS, ids=lambda text: text.id)
def test_no_document_is_told_of_keys_or_commands(text):
    if text.of != "inputs":
        said = re.sub(r"\{\w+\}", "", text.says + text.hint)
        assert not re.search(r"[a-z]{3,}|\[\[", said)


@pytest.mark.parametrize("text", FINDINGS, ids=lambda text: text.id)
def test_the_words_quote_only_what_a_finding_has(text):
    whole = Finding(text.id, CELL, "左", "右", "算法", "名", "原话")
    for audience in (WRITERS, GUESSED):
        problem = BOOK.problem(whole, audience)
        assert problem.hint
        assert not set("{}") & set(problem.message + problem.hint)


def test_a_finding_of_inputs_is_not_told_of_a_document_and_the_other_way_round():
    assert told("typed-figure", WRITERS)
    assert not told("typed-figure", SURE)
    assert told("instruction", SURE)
    assert not told("instruction", WRITERS)


def test_what_rests_on_the_scheme_is_told_of_a_document_only_where_it_surely_fits():
    assert told("score-differs", WRITERS)
    assert told("score-differs", SURE)
    assert not told("score-differs", GUESSED)


def test_a_blank_of_plain_text_weighs_less_than_an_empty_cell():
    assert told("indicator-blank", GUESSED)[0][0] == "error"
    assert told("indicator-blank", GUESSED, LINE)[0][0] == "warning"


def test_the_unit_of_a_form_alone_is_not_asked_for():
    with_report = Audience(is_document=True, is_sure=False, has_report=True)
    assert not told("unit-date-blank", GUESSED)
    assert told("unit-date-blank", with_report)[0][0] == "note"
    assert told("unit-date-blank", WRITERS)[0][0] == "error"


def test_every_finding_of_the_code_has_words_and_no_words_lie_idle():
    used = set()
    for path in GENERATOR.rglob("*.py"):
        used |= set(re.findall(r'"([a-z]+(?:-[a-z]+)*)"', path.read_text(encoding="utf-8")))
    assert {text.id for text in FINDINGS} <= used
    made = set()
    for path in GENERATOR.rglob("*.py"):
        found = re.findall(r'\b(?:Finding|Slip)\(\s*"([a-z-]+)"', path.read_text(encoding="utf-8"))
        made |= set(found)
    assert made <= set(BOOK.texts)


def test_words_of_an_own_folder_that_quote_what_there_is_not_are_a_problem(tmp_path):
    folder = tmp_path / "templates" / "rules"
    folder.mkdir(parents=True)
    finding = '[[finding]]\nid = "own"\ncode = "A01"\nsays = "{nobody}"\nhint = "{0}"\n'
    (folder / "99-own.toml").write_text(f'family = "own"\n{finding}', encoding="utf-8")
    _, problems = load_rule_texts(find_packs(tmp_path))
    assert [(p.code, p.place.line) for p in problems] == [("I12", 5), ("I12", 6)]


def test_a_finding_that_an_own_folder_leaves_out_is_not_told():
    without = BOOK._replace(texts={})
    assert list(without.told([Finding("total", CELL)])) == []


def test_how_much_a_finding_weighs_is_said_only_where_it_is_not_what_its_code_weighs():
    usual = {text.id: text.severity for family in FAMILIES for text in family.code}
    assert [text.id for text in FINDINGS if text.severity == usual[text.code]] == []
