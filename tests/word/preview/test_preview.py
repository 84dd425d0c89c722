"""A view of a document, whatever the machine has: pages, or words that say what they are."""

import docx
import pytest

from generator.base.problem import Problem, Severity
from generator.word.office import Office
from generator.word.preview import preview as views
from generator.word.preview.plain_preview import SAYS, plain_page
from generator.word.preview.preview import Preview, Previews
from generator.word.preview.uno_python import find_uno_python
from generator.word.program import Finished
from tests.word.soffice import CONVERTING, fake_soffice, saved, small_document

NONE = Problem("O10", Severity.ERROR, "没有找到 LibreOffice")


def no_python(program):
    """Stand in where no Python has UNO."""


def view_of(previews: Previews, document: bytes) -> Preview:
    view = previews.view(document, "甲.docx")
    assert isinstance(view, Preview), view
    return view


def test_without_an_office_words_are_shown_with_the_reason():
    view = view_of(Previews(NONE), small_document("绩效"))
    assert view.kind == "html"
    assert view.problems == (NONE,)
    page = view.data.decode()
    assert SAYS in page
    assert "没有找到 LibreOffice" in page
    assert "<p>绩效</p>" in page


def test_without_uno_there_is_one_start_for_each(tmp_path, monkeypatch):
    monkeypatch.setattr(views, "find_uno_python", no_python)
    count = tmp_path / "count"
    office = fake_soffice(tmp_path, f"open({str(count)!r}, 'a').write('x')\n{CONVERTING}")
    with Previews(office) as previews:
        for _ in range(2):
            assert view_of(previews, small_document()).kind == "pdf"
    assert count.read_text() == "xx"


def test_where_printing_fails_words_are_shown_with_the_reason(tmp_path, monkeypatch):
    monkeypatch.setattr(views, "find_uno_python", no_python)
    with Previews(fake_soffice(tmp_path, "raise SystemExit(77)")) as previews:
        view = view_of(previews, small_document("绩效"))
    assert view.kind == "html"
    assert "代码 77" in view.data.decode()


@pytest.mark.parametrize("data", [b"", b"PK garbage"])
def test_what_cannot_be_read_is_a_problem(data):
    assert isinstance(Previews(NONE).view(data, "甲.docx"), Problem)


def test_tables_keep_their_merged_cells_and_words_are_only_words():
    document = docx.Document()
    document.add_heading("一、<概况> & 其他", 1)
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "绩效指标"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "<script>"
    table.cell(1, 1).text = "甲"
    page = plain_page(saved(document), "为什么", "甲.docx")
    assert isinstance(page, str)
    assert "<h1>一、&lt;概况&gt; &amp; 其他</h1>" in page
    assert '<tr><td rowspan="2">绩效指标</td><td colspan="2">&lt;script&gt;</td></tr>' in page
    assert "<tr><td>甲</td><td></td></tr>" in page
    assert "<script" not in page


@pytest.mark.parametrize(
    ("system", "place"),
    [
        ("linux", "program/python"),
        ("win32", "program/python.exe"),
        ("darwin", "Resources/python"),
    ],
)
def test_the_python_of_libreoffice_comes_first(tmp_path, monkeypatch, system, place):
    home = tmp_path / ("MacOS" if system == "darwin" else "program")
    for path in (home / "soffice", tmp_path / place):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("", "utf-8")
    asked = []
    module = "generator.word.preview.uno_python.run_program"

    def ran(command, *rest):
        asked.append(command[0])
        return Finished(0)

    monkeypatch.setattr(module, ran)
    found = find_uno_python(home / "soffice", {"PATH": ""}, system)
    assert found is not None
    assert found.resolve() == (tmp_path / place).resolve()
    assert len(asked) == 1


def test_a_python_without_uno_is_none(tmp_path):
    program = fake_soffice(tmp_path, "raise SystemExit(1)").program
    program.rename(program.with_name("python"))
    assert find_uno_python(Office(program).program, {"PATH": ""}, "win32") is None
