"""A row for each file of an audit: counts by severity, what was not read, the worst unit first."""

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.read.given_answers import Account, Entry
from generator.use.audit.file_rows import Counts, file_rows, problems_by_file, worst_first
from generator.use.audit.found import Audited, AuditedUnit, Unchecked

AT = DocumentPlace(table=1, row=2, column=3)


def problem(file, severity=Severity.WARNING, code="A01", at=AT):
    return Problem(code, severity, f"{code} {file}", Place(file, document=at))


def audited(*problems, asked=("甲/表.docx", "乙/表.docx", "乙/报告.docx"), unchecked=()):
    units = [
        AuditedUnit("甲校", 2023, ("甲/表.docx",)),
        AuditedUnit("乙校", 2023, ("乙/表.docx", "乙/报告.docx")),
    ]
    entry = Entry(AT, "甲", "unread", "没有读懂")
    return Audited(
        problems=list(problems),
        unchecked=list(unchecked),
        asked=list(asked),
        units=units,
        accounts=[Account("甲/表.docx", (entry, entry._replace(answer="used")))],
    )


def test_problems_are_counted_by_severity_and_accepted_ones_apart():
    known = problem("甲/表.docx").accept("列在基线文件里")
    found = audited(problem("甲/表.docx"), problem("甲/表.docx", Severity.ERROR), known)
    row = file_rows(found)[0]
    assert row.counts == Counts(error=1, warning=1, note=0, accepted=1)
    assert (row.unit, row.year, row.stopped) == ("甲校", 2023, "")


def test_what_was_not_understood_is_said_in_cells_and_columns():
    row = file_rows(audited(problem("甲/表.docx", Severity.ERROR, "D07")))[0]
    assert row.unread == "1 格，1 栏"
    assert row.as_data()["account"] == {"cells": 2, "used": 1, "furniture": 0, "unread": 1}


def test_a_file_that_could_not_be_read_has_a_row_that_says_why():
    broken = Problem("D01", Severity.ERROR, "文件已损坏", Place("乙/坏.docx"))
    renamed = Problem("D01", Severity.NOTE, "扩展名是 .txt", Place("甲/表.docx"))
    plain = Unchecked(Place("乙/报告.docx"), "", "没有认出自评表")
    found = audited(
        broken, renamed, asked=("甲/表.docx", "乙/坏.docx", "乙/报告.docx"), unchecked=[plain]
    )
    assert [row.stopped for row in file_rows(found)] == ["", "文件已损坏", "没有认出自评表"]
    assert file_rows(found)[1].unit == "乙校"  # the only one of its folder


def test_many_files_that_could_not_be_read_are_of_no_unit():
    asked = [f"乙/坏{n}.docx" for n in range(4)]
    assert {row.unit for row in file_rows(audited(asked=asked))} == {""}
    assert {row.unit for row in file_rows(audited(asked=asked[:3]))} == {"乙校"}
    assert {row.unit for row in file_rows(audited(asked=["丙/坏.docx"]))} == {""}


def test_units_stand_together_the_worst_first():
    found = audited(
        problem("乙/报告.docx", Severity.ERROR),
        problem("甲/表.docx"),
        problem("甲/表.docx", Severity.NOTE),
    )
    files = [row.file for row in worst_first(file_rows(found))]
    assert files == ["乙/报告.docx", "乙/表.docx", "甲/表.docx"]
    assert [row.file for row in file_rows(found)] == list(found.asked)


def test_a_problem_of_several_files_stands_with_the_first_of_them():
    both = problem("乙/表.docx、乙/报告.docx", at=None)
    found = problems_by_file(audited(both))
    assert found["乙/表.docx"] == [both]
    assert found["乙/报告.docx"] == []


def test_every_file_of_a_list_of_several_units_names_them_all():
    found = audited()
    found.units.append(AuditedUnit("丙校", 2023, ("甲/表.docx",)))
    assert file_rows(found)[0].unit == "甲校、丙校"
