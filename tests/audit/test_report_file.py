"""An audit as a file: a workbook, data, or a page of Word for each unit."""

import io
import json
import re

import docx
import openpyxl
import pytest

from generator.base.document_place import DocumentPlace
from generator.base.problem import Place, Problem, Severity
from generator.load.workspace_folder import read_workspace
from generator.read.given_answers import Account, Entry
from generator.use.audit.audit_file import MAKERS, write_report
from generator.use.audit.found import Audited, AuditedUnit, Unchecked
from generator.use.library import Library
from tests.conftest import ROOT
from tests.word.samples import assert_valid

CELL = DocumentPlace(table=1, row=17, column=8)
SHEET = DocumentPlace(sheet="表 一", cell="H18")
FORM, REPORT, BOOK, BROKEN = "收/甲/自评 表.docx", "收/甲/报告.docx", "收/乙/表.xlsx", "收/坏.docx"


def problem(file, at=CELL, severity=Severity.ERROR, code="A01", message="印出的总分不对"):
    place = Place(file, document=at)
    return Problem(code, severity, message, place, "核对总分", "94.5", "自评表的通行要求")


def audited(*problems):
    entry = Entry(SHEET, "神秘", "unread", "没有读懂")
    return Audited(
        problems=list(problems),
        unchecked=[Unchecked(Place(BOOK, document=SHEET), "神秘", "没有认出的栏目名")],
        asked=[FORM, REPORT, BOOK, BROKEN],
        units=[
            AuditedUnit("某县图书馆", 2023, (FORM, REPORT)),
            AuditedUnit("某县水务中心", None, (BOOK,)),
        ],
        accounts=[Account(BOOK, (entry,))],
    )


PROBLEMS = (
    problem(FORM),
    problem(FORM, severity=Severity.WARNING, code="C02", message="没有写原因").accept("已知"),
    problem(REPORT, DocumentPlace(paragraph=7), Severity.WARNING, "X02", "两处不同"),
    problem(REPORT, DocumentPlace(paragraph=8), Severity.NOTE, "F01", "全角半角"),
    problem(BOOK, SHEET),
    Problem("D01", Severity.ERROR, "文件已损坏", Place(BROKEN)),
    Problem("I10", Severity.WARNING, "配置里有不认识的项", Place("jixiao.toml", 3, 1)),
)


@pytest.fixture
def library(tmp_path):
    return Library(read_workspace(None)[0])


def made(ending, library, *problems):
    data, faults = MAKERS[ending](audited(*problems), library)
    assert not faults
    assert MAKERS[ending](audited(*problems), library)[0] == data
    return data


def sheets(data):
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {page.title: [*page.iter_rows(values_only=True)] for page in book}, book


class TestWorkbook:
    def test_files_are_listed_with_their_counts_and_totals(self, library):
        rows, _ = sheets(made(".xlsx", library, *PROBLEMS))
        head, *files, foot = rows["文件"]
        assert head[:6] == ("单位", "年度", "文件", "错误", "警告", "提示")
        assert ("某县图书馆", 2023, FORM, 1, 0, 0, 1, 0, 0, None) in files
        assert ("某县水务中心", None, BOOK, 1, 0, 0, 0, 1, 0, None) in files
        assert (None, None, BROKEN, 1, 0, 0, 0, 0, 0, "文件已损坏") in files
        assert foot[0] == "2 个单位"

    def test_every_finding_has_unit_place_words_and_basis(self, library):
        rows, _ = sheets(made(".xlsx", library, *PROBLEMS))
        found = {row[2:5]: row for row in rows["问题"][1:]}
        assert len(found) == len(PROBLEMS)
        assert found[BOOK, "工作表“表 一”H18", "A01"] == (
            *("某县水务中心", None, BOOK, "工作表“表 一”H18", "A01", "错误"),
            *("印出的总分不对", "94.5", "核对总分", "自评表的通行要求", None),
        )
        assert found[FORM, "表 1第 17 行第 8 列", "C02"][-1] == "已知"
        assert found["jixiao.toml", None, "I10"][0] is None

    def test_what_was_not_understood_has_its_sheet(self, library):
        rows, _ = sheets(made(".xlsx", library))
        assert rows["没有读懂"][1] == (
            *("某县水务中心", None, BOOK, "工作表“表 一”H18"),
            *("神秘", "没有认出的栏目名"),
        )

    def test_sheets_are_frozen_and_can_be_filtered(self, library):
        _, book = sheets(made(".xlsx", library, *PROBLEMS))
        assert book["问题"].freeze_panes == "E2"
        assert book["问题"].auto_filter.ref == f"A1:K{len(PROBLEMS) + 1}"
        assert book["文件"].freeze_panes == "D2"
        assert book["问题"].column_dimensions["G"].width > 10

    def test_words_of_strangers_are_no_formulas(self, library):
        rows, book = sheets(made(".xlsx", library, problem(FORM, message='=HYPERLINK("x")')))
        assert rows["问题"][1][6] == '=HYPERLINK("x")'
        assert book["问题"]["G2"].data_type == "s"


def test_data_is_what_the_command_prints(library):
    data = json.loads(made(".json", library, *PROBLEMS))
    assert set(data) == {"problems", "summary", "unchecked", "schemes", "files"}
    assert data["summary"] == {"error": 3, "warning": 2, "note": 1, "accepted": 1}
    assert [file["file"] for file in data["files"]] == [FORM, REPORT, BOOK, BROKEN]


def pages(data):
    """Give the words of each page as paragraphs, with the rows of its table."""
    document = docx.Document(io.BytesIO(data))
    found = []
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            found[-1] += ["|".join(cell.text for cell in row.cells) for row in block.rows]
        elif block.style.name in ("表标题", "表标题首"):
            found.append([block.text])
        elif block.text.strip():
            found[-1].append(block.text)
    return found


class TestPageOfWord:
    def test_each_unit_has_a_page_with_its_files_and_findings_at_their_cells(
        self, library, tmp_path
    ):
        data = made(".docx", library, *PROBLEMS)
        assert_valid(data, tmp_path)
        books, water, broken = pages(data)
        assert books[1] == "某县图书馆："
        assert "2023年度绩效自评材料已经审核，有错误 1 处、警告 1 处" in books[2]
        assert books[3].startswith("材料1：自评 表.docx（错误 1 处，警告 0 处）")
        assert "1|自评 表.docx　表 1第 17 行第 8 列|错误：印出的总分不对（A01）|核对总分|" in books
        assert "2|报告.docx　第 7 段|警告：两处不同（X02）|核对总分|" in books
        assert "另有提示 1 处，没有列入，可以参考。" in books
        assert "1|工作表“表 一”H18|错误：印出的总分不对（A01）|核对总分|" in water
        assert "年度绩效" not in water[2]
        assert any("没有读懂 1 格" in words for words in water)
        assert broken[1] == "（没有读出单位）："
        assert any("文件已损坏" in words for words in broken)

    def test_the_day_until_which_is_left_to_the_clerk(self, library):
        (page,) = pages(made(".docx", library, problem(FORM)))
        assert re.search("请于　+年　+月　+日前", page[2])
        assert [words[:8] for words in page[-2:]] == ["审核单位（盖章）", "报送单位（盖章）"]

    def test_the_first_page_is_not_blank_and_each_other_begins_a_new_one(self, library):
        document = docx.Document(io.BytesIO(made(".docx", library, *PROBLEMS)))
        styles = [p.style.name for p in document.paragraphs if p.style.name.startswith("表标题")]
        assert styles == ["表标题首", "表标题", "表标题"]

    def test_units_without_errors_and_warnings_have_nothing_to_put_right(self, library):
        known = problem(FORM).accept("已知")
        note = problem(BOOK, SHEET, Severity.NOTE)
        (page,) = pages(made(".docx", library, known, note))
        assert page[1:] == ["各单位的材料没有发现错误和警告，没有要退回的。"]

    def test_signs_that_word_cannot_hold_are_written_out(self, library):
        (page,) = pages(made(".docx", library, problem(FORM, message="甲\x01乙\u202e丙 {{ x }}")))
        assert any("甲‹U+0001›乙‹U+202E›丙 {{ x }}" in words for words in page)

    def test_an_edited_template_of_the_own_folder_is_taken(self, tmp_path):
        (tmp_path / "jixiao.toml").write_text("", encoding="utf-8")
        own = tmp_path / "templates" / "docx" / "returned.docx"
        own.parent.mkdir(parents=True)
        document = docx.Document(str(ROOT / "templates" / "docx" / "returned.docx"))
        for paragraph in document.paragraphs:
            for run in paragraph.runs:
                run.text = run.text.replace("绩效自评材料审核退回意见", "某市财政局审核意见")
        document.save(str(own))
        (page,) = pages(made(".docx", Library(read_workspace(tmp_path)[0]), problem(FORM)))
        assert page[0] == "某市财政局审核意见"

    def test_a_template_with_a_wrong_name_is_told_and_nothing_written(self, tmp_path):
        (tmp_path / "jixiao.toml").write_text("", encoding="utf-8")
        own = tmp_path / "templates" / "docx" / "returned.docx"
        own.parent.mkdir(parents=True)
        document = docx.Document()
        document.add_paragraph("{{ unit.nome }}")
        document.save(str(own))
        target = tmp_path / "意见.docx"
        library = Library(read_workspace(tmp_path)[0])
        (fault,) = write_report(audited(problem(FORM)), target, library)
        assert fault.code.startswith("T")
        assert not target.exists()


def test_a_persons_file_is_not_written_over(library, tmp_path):
    target = tmp_path / "结果.XLSX"
    assert write_report(audited(*PROBLEMS), target, library) == ()
    assert write_report(audited(), target, library) == ()
    target.write_bytes(b"theirs")
    (fault,) = write_report(audited(*PROBLEMS), target, library)
    assert fault.code == "O02"
    assert target.read_bytes() == b"theirs"
