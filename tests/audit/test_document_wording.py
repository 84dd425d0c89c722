"""What a rule tells of some words, the rules of wording do not tell of them once more."""

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.use.audit.document_wording import not_told_by

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
