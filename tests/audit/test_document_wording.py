"""What a rule tells of some words, the rules of wording do not tell of them once more."""

import pytest

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.load.packs import find_packs, load_wording_rules
from generator.use.audit.document_wording import check_document, not_told_by
from generator.wording.engine import Linter
from generator.wording.passage import Context
from tests.rules.papers import paper

PLACE = DocumentPlace(paragraph=7)


def problem(code, message, quote="", place=PLACE, file="自评.docx"):
    at = Place.in_document(place, file)
    return Problem(code, Severity.WARNING, message, at, "补全", quote)


def test_the_same_words_in_the_same_place_are_told_once():
    ruled = [
        problem("W07", "这一段断在半句上：“……定期清理库存，”", place=PLACE.in_file("自评.docx"))
    ]
    again = problem("W07", "这句话没有写完", "清理库存，")
    assert not_told_by(ruled, [again]) == []


def test_other_words_another_place_and_another_code_are_told():
    ruled = [problem("W07", "这一段断在半句上：“……定期清理库存，”")]
    others = [
        problem("W07", "“（含税”里的括号没有配对", "（含税"),
        problem("W07", "这句话没有写完", "清理库存，", DocumentPlace(paragraph=8)),
        problem("W05", "随时间变化", "清理库存，"),
        problem("W07", "这句话没有写完"),
    ]
    assert not_told_by(ruled, others) == others


@pytest.mark.parametrize(
    ("lines", "codes"),
    [
        (["备注：", "1.按分值的90-70%打分。"], []),
        (["备注：1.按分值的90-70%打分。"], []),
        (["备注：", "按分值的90-70%打分。"], ["F04"]),  # no point of the note
        (["一、完成情况", "1.按分值的90-70%打分。"], ["F04"]),
    ],
)
def test_how_the_note_of_a_form_is_written_is_told_to_nobody(lines, codes):
    rules = [rule for file in load_wording_rules(find_packs(None))[0] for rule in file.rules.rule]
    linter = Linter([rule for rule in rules if rule.code == "F04"], ())
    told = check_document(paper(["2023年度自评表", *lines]), linter, Context())
    assert [remark.problem.code for remark in told] == codes
