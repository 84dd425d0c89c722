"""The look that somebody gave to a built file becomes that of the template: shown first, then written."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from generator.load.packaged import packaged_templates
from generator.word.package import DOCUMENT, read_parts
from generator.word.word_tags import TAG
from generator.word.xml import W, parse

FORM = "project-form.docx"


@pytest.fixture
def built(dossier, run, workspace) -> Path:
    run("build", dossier())
    (path,) = (workspace / "outputs").rglob("*.docx")
    return path


@pytest.fixture
def edited(built) -> Callable[[Callable[[Any], None]], Path]:
    def edit(change: Callable[[Any], None]) -> Path:
        document = docx.Document(str(built))
        change(document)
        document.save(str(built))
        return built

    return edit


@pytest.fixture
def own(workspace) -> Path:
    return workspace / "templates" / "docx" / FORM


def widths(table) -> list[int]:
    return [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]


def set_widths(table, new: list[int]) -> None:
    for column, width in zip(table._tbl.tblGrid.findall(qn("w:gridCol")), new, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table._tbl.tr_lst:
        at = 0
        for cell in row.tc_lst:
            cell.tcPr.find(qn("w:tcW")).set(qn("w:w"), str(sum(new[at : at + cell.grid_span])))
            at += cell.grid_span


def wider(document) -> None:
    table = document.tables[0]
    old = widths(table)
    set_widths(table, [old[0] + 200, *old[1:-1], old[-1] - 200])


def words_of(data: bytes) -> list[str]:
    root = parse(read_parts(data)[DOCUMENT])
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p")]


def test_what_nobody_changed_teaches_nothing(run, built, own):
    code, out, err = run("templates", "learn", built, "--apply")
    assert (code, out) == (0, "")
    assert "没有可学的" in err
    assert not own.exists()


def test_a_file_as_we_wrote_it_teaches_nothing_though_its_template_is_another_by_now(
    run, built, own
):
    run("templates", "copy", FORM.removesuffix(".docx"))
    document = docx.Document(str(own))
    document.sections[0].left_margin = Mm(40)
    document.save(str(own))
    assert "没有可学的" in run("templates", "learn", built)[2]


def test_widths_are_shown_then_written_and_stand_in_the_next_build(run, edited, own, dossier):
    path = edited(wider)
    new = widths(docx.Document(str(path)).tables[0])
    code, out, err = run("templates", "learn", path)
    assert code == 0
    assert f"{FORM} 表 1：列宽" in out
    assert "--apply" in err
    assert not own.exists()
    run("templates", "learn", path, "--apply")
    assert own.is_file()
    path.unlink()
    run("build", dossier())
    assert widths(docx.Document(str(path)).tables[0]) == new
    # Whatever the words of the table are now.
    run("build", dossier(change={"图书购置": "图书、期刊、电子资源和数据库的购置以及编目加工"}))
    (other,) = {*path.parent.glob("*.docx")} - {path}
    assert widths(docx.Document(str(other)).tables[0]) == new


def test_a_second_run_changes_nothing(run, edited, own):
    path = edited(wider)
    run("templates", "learn", path, "--apply")
    data = own.read_bytes()
    code, out, err = run("templates", "learn", path, "--apply")
    assert (code, out) == (0, "")
    assert "没有可学的" in err
    assert own.read_bytes() == data


def everything(document) -> None:
    wider(document)
    document.tables[0].rows[0].height = Mm(15)
    title = next(p for p in document.paragraphs if p.text.strip())
    for run in title.runs:
        run.font.size = Pt(20)
        run.font.bold = True
    title.paragraph_format.space_after = Pt(12)
    document.sections[0].left_margin = Mm(31)


def test_every_kind_of_look_is_learnt_and_not_a_word_is_touched(run, edited, workspace, dossier):
    path = edited(everything)
    out = run("templates", "learn", path, "--apply")[1]
    assert "表 1第 1 行：行高" in out
    for what in ("列宽", "行高", "字号", "加粗", "段后", "左边距"):
        assert what in out
    for template in (workspace / "templates" / "docx").iterdir():
        packaged = (packaged_templates() / "docx" / template.name).read_bytes()
        assert words_of(template.read_bytes()) == words_of(packaged)
        assert any(TAG.search(words) for words in words_of(packaged))
    assert run("templates", "check")[0] == 0
    path.unlink()
    run("build", dossier())
    new = docx.Document(str(path))
    assert new.tables[0].rows[0].height == Mm(15).twips * 635
    assert new.sections[0].left_margin == docx.shared.Twips(round(31 * 1440 / 25.4))


def test_words_that_somebody_typed_are_not_learnt(run, edited, own):
    def typed(document):
        document.add_paragraph("馆长写的。")
        document.tables[0].cell(0, 0).paragraphs[0].add_run("另加")

    assert "没有可学的" in run("templates", "learn", edited(typed), "--apply")[2]
    assert not own.exists()


def test_one_of_several_rows_of_a_loop_is_named_and_not_learnt(run, edited, own):
    def one_row(document):
        rows = [row for table in document.tables for row in table.rows]
        (row,) = [row for row in rows if any("购书册数" in cell.text for cell in row.cells)]
        row.height = Mm(25)

    code, out, _ = run("templates", "learn", edited(one_row), "--apply")
    assert code == 0
    assert "T12" in out
    assert "行高只改了印出来的一部分" in out
    assert not own.exists()


def test_undo_takes_it_back_and_again_puts_it_there(run, edited, own):
    run("templates", "learn", edited(wider), "--apply")
    data = own.read_bytes()
    run("undo")
    assert not own.exists()
    run("undo")
    assert own.read_bytes() == data


def test_an_own_template_is_changed_and_what_it_was_comes_back(run, edited, own, workspace):
    run("templates", "copy", FORM.removesuffix(".docx"))
    before = own.read_bytes()
    run("templates", "learn", edited(wider), "--apply")
    assert own.read_bytes() != before
    run("undo")
    assert own.read_bytes() == before


def test_inputs_that_changed_since_are_told(run, edited, dossier, own):
    path = edited(wider)
    dossier(change={"spent = 95\n": "spent = 96\n", "spent = 95 }": "spent = 96 }"})
    code, out, _ = run("templates", "learn", path, "--apply")
    assert code == 1
    assert "T11" in out
    assert "jixiao build" in out
    assert not own.exists()


def test_the_file_of_another_program_is_told(run, built, workspace):
    foreign = workspace / "别人的.docx"
    document = docx.Document()
    document.add_paragraph("完全是别的内容")
    document.save(str(foreign))
    code, out, _ = run("templates", "learn", foreign)
    assert code == 1
    assert "T11" in out


@pytest.mark.parametrize("data", [b"", b"PK no", b"text"])
def test_what_is_no_word_file_is_told(run, built, workspace, data):
    path = workspace / "坏的.docx"
    path.write_bytes(data)
    code, out, _ = run("templates", "learn", path)
    assert code == 1
    assert "T11" in out


def test_a_path_that_leads_nowhere_is_told(run, workspace):
    assert run("templates", "learn", "没有.docx")[0] == 1
