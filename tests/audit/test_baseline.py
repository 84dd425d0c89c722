"""A baseline knows problems by unit, code and content: files may be renamed, figures may not change."""

import json

import pytest

from generator.base.document_place import DocumentPlace, without_places
from generator.base.problem import Place, Problem, Severity
from generator.use.audit.baseline import read_baseline, write_baseline
from generator.use.audit.found import Audited, AuditedUnit

CELL = DocumentPlace(table=1, row=17, column=8)


def total(file="甲/表.docx", at=CELL, quote="94.5", right="93.5", code="A01"):
    message = f"印出的总分 {quote} 不等于各项得分之和 {right}"
    return Problem(code, Severity.ERROR, message, Place(file, document=at), quote=quote)


def twice(here="甲/报告.docx", there="甲/表.docx", row=4):
    message = f"全年执行数这里是 96，{there} 表 1第 {row} 行第 6 列是 95"
    at = DocumentPlace(paragraph=10)
    return Problem("X02", Severity.WARNING, message, Place(here, document=at), quote="96 万元")


def audited(*problems, unit="甲校"):
    files = tuple(dict.fromkeys(problem.place.file for problem in problems))
    asked = [*files, "甲/表.docx", "新/表（改）.docx"]
    return Audited(problems=list(problems), asked=asked, units=[AuditedUnit(unit, 2023, files)])


@pytest.fixture
def known(tmp_path):
    """Write some problems down and give what accepts others."""

    def write(*problems, unit="甲校"):
        path = tmp_path / "已知.json"
        assert write_baseline(path, audited(*problems, unit=unit)) is None
        baseline, faults = read_baseline(path)
        assert not faults

        def accept(*later, unit="甲校"):
            found = list(baseline.accept(audited(*later, unit=unit)))
            return [problem.code for problem in found if not problem.accepted]

        return accept

    return write


def test_a_renamed_file_keeps_its_baseline(known):
    assert known(total())(total("新/自评表 定稿.docx")) == []


def test_rows_that_were_added_above_change_nothing(known):
    assert known(total())(total(at=CELL._replace(row=18))) == []


@pytest.mark.parametrize("change", [{"quote": "94.6"}, {"right": "92.5"}, {"code": "A03"}])
def test_a_changed_figure_is_told_anew_and_the_old_one_as_gone(known, change):
    later = total(**change)
    assert known(total())(later) == [later.code, "D05"]


def test_what_is_known_of_one_unit_is_not_known_of_another(known):
    assert known(total())(total(), unit="乙校") == ["A01", "D05"]
    assert known(total(), unit="甲 校")(total()) == []


def test_the_other_file_in_a_message_may_be_renamed_too(known):
    assert known(twice())(twice(there="新/表（改）.docx", row=5)) == []


def test_a_problem_is_known_as_often_as_it_was_there(known):
    again = total(at=CELL._replace(table=2))
    assert known(total())(total(), again) == ["A01"]
    assert known(total(), again)(total(), again) == []


def test_what_could_not_be_read_is_never_known(known):
    broken = Problem("D01", Severity.ERROR, "文件已损坏", Place("甲/表.docx"))
    assert known(broken)(broken) == ["D01"]


def test_a_baseline_of_the_first_format_still_holds_by_the_name_of_the_file(tmp_path):
    path = tmp_path / "旧.json"
    old = total()
    one = {"file": "表.docx", "code": "A01", "message": old.message, "quote": old.quote}
    path.write_text(json.dumps({"format": 1, "known": [one]}), encoding="utf-8")
    baseline, faults = read_baseline(path)
    assert not faults
    assert [p.accepted != "" for p in baseline.accept(audited(old))] == [True]
    (other, _gone) = baseline.accept(audited(total("甲/别名.docx")))
    assert not other.accepted


@pytest.mark.parametrize(
    "text", ["[1, 2", "[]", '{"format": 3, "known": []}', '{"format": 2}', "3"]
)
def test_what_is_no_baseline_is_told(tmp_path, text):
    path = tmp_path / "已知.json"
    path.write_text(text, encoding="utf-8")
    baseline, (fault,) = read_baseline(path)
    assert (baseline, fault.code) == (None, "D04")


def test_places_are_taken_out_of_words():
    places = [
        CELL,
        DocumentPlace(table=2),
        DocumentPlace(paragraph=3),
        DocumentPlace(line=4, column=2),
        DocumentPlace(line=4),
        DocumentPlace(sheet="表 一", cell="H18"),
    ]
    assert [without_places(f"甲{place}乙 3 行") for place in places] == ["甲乙 3 行"] * len(places)
