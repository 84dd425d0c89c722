import json
from pathlib import Path

from generator.base.problem import Place, Problem, Severity
from generator.batch.digest import Digest
from generator.batch.run_result import RunResult
from generator.batch.unit_of_work import Outcome

SETTING = Problem("S01", Severity.WARNING, "设置有误", Place("jixiao.toml"))
OWN = Problem("C01", Severity.ERROR, "缺少分值", Place("a.toml", 3))


def taken(*outcomes: Outcome, wants_report: bool = False) -> RunResult:
    result = RunResult(wants_report=wants_report)
    for outcome in outcomes:
        result.take(outcome)
    return result


def test_problems_of_the_workspace_are_told_once_and_those_of_dossiers_each():
    result = taken(
        Outcome(Path("a"), (OWN,), settings=(SETTING,)),
        Outcome(Path("b"), (OWN,), settings=(SETTING,)),
    )
    assert result.problems == [SETTING, OWN, OWN]


def slip(file, quote="渌口"):
    return Problem("W01", Severity.WARNING, "像是笔误", Place(file, 3), quote=quote)


def test_a_word_that_many_units_write_is_no_slip_of_any():
    units = ("甲局", "乙局", "丙局")
    outcomes = [
        Outcome(
            Path(u),
            (slip(f"{u}/a.toml"), slip(f"{u}/a.toml", f"{u}话")),
            digest=Digest(u, "2023", ()),
        )
        for u in units
    ]
    assert [p.quote for p in taken(*outcomes[:2]).problems] == ["渌口", "甲局话", "渌口", "乙局话"]
    assert [p.quote for p in taken(*outcomes).problems] == ["甲局话", "乙局话", "丙局话"]


def test_what_is_no_slip_of_inputs_is_told_however_many_write_it():
    problems = (slip("a.docx"), OWN._replace(quote="渌口"))
    outcomes = [Outcome(Path(u), problems, digest=Digest(u, "2023", ())) for u in "甲乙丙"]
    assert len(taken(*outcomes).problems) == 6


def test_a_run_is_whole_when_each_dossier_is():
    assert taken(Outcome(Path("a"), ())).is_whole
    assert not taken(Outcome(Path("a"), (), is_whole=False), Outcome(Path("b"), ())).is_whole


def test_units_are_compared_once_one_of_several_was_written():
    one = Outcome(Path("a"), (), digest=Digest("某县文化和旅游局", "2023", ()))
    other = Outcome(Path("b"), (), digest=Digest("某县文化与旅游局", "2023", ()))
    written = Outcome(Path("b"), (), written=(Path("x.docx"),), digest=other.digest)
    assert not taken(one, other).across()
    assert not taken(written).across()
    assert {problem.code for problem in taken(one, written).across()} == {"X05"}


def test_a_report_for_programs_holds_every_dossier(tmp_path):
    result = taken(Outcome(Path("b"), (OWN,)), Outcome(Path("a"), ()), wants_report=True)
    assert result.write_report(tmp_path / "run.json", result.problems) == []
    data = json.loads((tmp_path / "run.json").read_text("utf-8"))
    assert [dossier["path"] for dossier in data["dossiers"]] == ["a", "b"]


def test_a_report_that_cannot_be_written_is_a_problem(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    faults = taken(wants_report=True).write_report(tmp_path / "file" / "run.json", [])
    assert len(faults) == 1
