"""A word that many units write is no slip, whatever the lists say."""

from generator.base.problem import Place, Problem, Severity
from generator.use.audit.document_wording import Remark, told
from generator.use.lint.shared_words import shared_words


def test_a_word_of_three_units_is_shared_and_one_of_two_or_of_one_unit_thrice_is_not():
    written = [
        ("甲局", "渌口"),
        ("乙局", "渌口"),
        ("丙局", "渌口"),
        ("甲局", "效溢"),
        ("乙局", "效溢"),
    ]
    assert shared_words(written) == {"渌口"}
    assert shared_words([("甲局", "渌口")] * 3) == frozenset()


def test_what_is_no_word_in_doubt_is_never_shared():
    assert shared_words([("甲局", ""), ("乙局", ""), ("丙局", "")]) == frozenset()


def test_an_audit_leaves_out_the_words_of_many_units():
    def remark(word):
        return Remark(Problem("W01", Severity.WARNING, word, Place("a.docx")), word)

    files = [(unit, [remark("渌口"), remark(f"{unit}溢")]) for unit in ("甲局", "乙局", "丙局")]
    assert [problem.message for problem in told(files)] == ["甲局溢", "乙局溢", "丙局溢"]
