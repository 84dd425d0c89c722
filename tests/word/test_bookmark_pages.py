"""The printed page of a bookmark, as LibreOffice lays the document out."""

import zlib

import docx
import pytest
from docx.enum.section import WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.base.problem import Problem
from generator.word.bookmark_pages import MARK, page_numbers, page_numbers_of_many
from generator.word.office import Source
from tests.word.soffice import (
    add_bookmark,
    add_page,
    fake_soffice,
    needs_soffice,
    package,
    real_soffice,
    saved,
    small_document,
)


def number_pages(section, start=None, style=None):
    numbers = OxmlElement("w:pgNumType")
    if style:
        numbers.set(qn("w:fmt"), style)
    if start:
        numbers.set(qn("w:start"), str(start))
    section._sectPr.append(numbers)


def report(*, style=None, start=1):
    """A cover, then a section of its own numbers with a bookmark on each of its three pages."""
    document = docx.Document()
    document.add_paragraph("封面")
    number_pages(document.add_section(WD_SECTION.NEW_PAGE), start, style)
    for number in range(3):
        if number:
            add_page(document)
        add_bookmark(document.add_paragraph(f"第{number + 1}节"), f"_Toc{number}", number)
    return saved(document)


@needs_soffice
def test_pages_are_numbered_as_the_section_says():
    pages = page_numbers(report(), ("_Toc0", "_Toc1", "_Toc2"), real_soffice())
    assert pages == {"_Toc0": "1", "_Toc1": "2", "_Toc2": "3"}


@needs_soffice
def test_pages_are_written_in_the_numerals_of_the_section():
    pages = page_numbers(report(style="lowerRoman", start=3), ("_Toc0", "_Toc1"), real_soffice())
    assert pages == {"_Toc0": "iii", "_Toc1": "iv"}


@needs_soffice
def test_a_bookmark_that_is_not_there_is_left_out():
    assert page_numbers(report(), ("_Toc2", "none"), real_soffice()) == {"_Toc2": "3"}


@needs_soffice
def test_asking_does_not_move_what_keeps_with_the_next_paragraph():
    document = docx.Document()
    last = document.add_paragraph("2024年3月1日")
    last.paragraph_format.keep_with_next = True
    add_bookmark(last, "signature", 1)
    assert page_numbers(saved(document), ("signature",), real_soffice()) == {"signature": "1"}


@needs_soffice
def test_several_documents_are_asked_in_one_run():
    asked = [(Source(report(start=n)), ("_Toc0",)) for n in (1, 7)]
    assert page_numbers_of_many(asked, real_soffice()) == ({"_Toc0": "1"}, {"_Toc0": "7"})


def answering(tmp_path, pdf):
    (tmp_path / "answer.pdf").write_bytes(pdf)
    code = (
        "import pathlib, sys\n"
        "target = pathlib.Path(sys.argv[sys.argv.index('--outdir') + 1])\n"
        "answer = pathlib.Path(__file__).with_name('answer.pdf').read_bytes()\n"
        "(target / '1.pdf').write_bytes(answer)\n"
    )
    return fake_soffice(tmp_path, code)


def title(words):
    return b"<</Title<" + ("\ufeff" + words).encode("utf-16-be").hex().upper().encode() + b">>>"


def test_titles_inside_packed_objects_are_read_too(tmp_path):
    packed = zlib.compress(title(f"{MARK}0=12;"))
    pdf = b"%PDF-1.7\n1 0 obj <</Type/ObjStm/Length 9>>\nstream\n" + packed + b"\nendstream"
    office = answering(tmp_path, pdf)
    assert page_numbers(report(), ("_Toc0",), office) == {"_Toc0": "12"}


@pytest.mark.parametrize(
    "pdf",
    [b"%PDF-", title("x"), title(f"{MARK}7=1;"), title(f"{MARK}0=Error: Reference;"), b"/Title<0>"],
)
def test_an_answer_that_says_nothing_is_a_problem(tmp_path, pdf):
    problem = page_numbers(report(), ("_Toc0",), answering(tmp_path, pdf), shown="a.docx")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.file) == ("O11", "a.docx")
    assert "更新域" in problem.hint


def test_a_failing_run_is_its_problem(tmp_path):
    office = fake_soffice(tmp_path, "raise SystemExit(9)")
    problem = page_numbers(report(), ("_Toc0",), office)
    assert isinstance(problem, Problem)
    assert "代码 9" in problem.message


@pytest.mark.parametrize(
    "data", [b"", b"PK", package({}), package({"word/document.xml": b"<a"}), package({"a": b""})]
)
def test_a_document_that_cannot_be_read_is_a_problem(tmp_path, data):
    office = fake_soffice(tmp_path, "raise SystemExit('asked')")
    assert isinstance(page_numbers(data, ("a",), office), Problem)


def test_nothing_is_run_when_nothing_is_asked(tmp_path):
    office = fake_soffice(tmp_path, "raise SystemExit('asked')")
    assert page_numbers(small_document(), (), office) == {}
    assert page_numbers(small_document(), ("none",), office) == {}
