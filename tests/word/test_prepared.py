"""Prepared templates: the same XML as docxtpl makes, kept on disk, and never trusted blindly."""

import io

import docx
import pytest
from docxtpl import DocxTemplate
from jinja2 import Environment, StrictUndefined
from lxml import etree
from markupsafe import Markup

from generator.base import cache
from generator.language.filter_list import SIGNATURES
from generator.language.filters import apply_filter
from generator.language.program_run import Run
from generator.word.context import template_names
from generator.word.expressions import put_indents, put_merges
from generator.word.value_xml import indent, merge_state
from generator.word.word_render import Renderer
from generator.word.word_tags import join_tags
from tests.word.samples import (
    ALL_TEMPLATES,
    MANNER,
    REPORT,
    form_document,
    indicator,
    opened,
    part,
    report_of,
    write,
)

CLEAN = MANNER._replace(is_clean=True, is_fixed=True)
ROWS = [indicator("甲 & 乙", level1="restart"), indicator("", level1="continue"), indicator("<丙>")]


def canonical(data: bytes) -> bytes:
    """Return the body of a file in canonical form; a run break inside text is the same either way."""
    body = docx.Document(io.BytesIO(data)).element.body
    return etree.tostring(body, method="c14n")


def unkept(data: bytes) -> bytes:
    """Leave out which paragraphs stay with the next: that is decided when the words are known."""
    return canonical(data).replace(b"<w:keepNext></w:keepNext>", b"")


def by_docxtpl(template, blocks, run=None) -> bytes:
    """Fill a template with docxtpl itself, after the same merges and indents were put into it."""
    document = DocxTemplate(str(template))
    document.init_docx()
    root = document.docx.element
    assert list(join_tags(root)) == []
    put_merges(root)
    put_indents(root)
    engine = Environment(autoescape=True, undefined=StrictUndefined)
    own = run or Run()
    for name in SIGNATURES:
        engine.filters[name] = lambda value, *wanted, name=name: apply_filter(
            name, value, wanted, own
        )
    engine.filters.update(
        indent=lambda words: words,
        vmerge=lambda cell: Markup(merge_state(cell)),  # noqa: S704 - one of two constants
        indented=lambda words: Markup(indent(words)),  # noqa: S704 - numbers only
    )
    document.render(template_names(blocks), jinja_env=engine, autoescape=True)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("template", ALL_TEMPLATES, ids=lambda path: path.stem)
def test_the_fast_path_writes_what_docxtpl_writes(template):
    blocks = form_document(ROWS, "说明 “一”\n二 & <三>")
    ours = write(part(template, blocks), manner=CLEAN)
    assert canonical(ours) == canonical(by_docxtpl(template, blocks))


def test_the_fast_path_writes_what_docxtpl_writes_for_a_report():
    blocks = report_of("报告 & <甲>", attachments=(((report_of().title[0]),),))
    ours = write(part(REPORT, blocks), manner=CLEAN)
    assert unkept(ours) == unkept(by_docxtpl(REPORT, blocks))


def with_paragraph(tmp_path, *texts, name="own.docx"):
    document = docx.Document(str(REPORT))
    for text in texts:
        document.add_paragraph(text)
    path = tmp_path / name
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        ("{{ nothing }}", "T02", "没有的字段“nothing”"),
        ("{{ signature.nane }}", "T02", "是不是想写：name"),
        ("{{ title", "T04", "没有写完整"),
        ("{% if %}", "T02", "标签写法不对"),
        ("｛｛ title }}", "T04", "全角"),
        ("{%p if draft %}草稿", "T04", "会丢失"),
        ("{%p if draft %}{%p endif %}", "T04", "两个"),
        ("{{ body }}", "T02", "不能直接印出"),
        ("{{ title.__class__.__mro__ }}", "T02", "下面没有别的项"),
        ("{% for x in title %}{% endfor %}", "T02", "成行的内容"),
    ],
)
def test_a_bad_template_is_a_problem_with_its_paragraph(tmp_path, words, code, told):
    path = with_paragraph(tmp_path, words)
    result = Renderer().render([part(path, report_of())], MANNER)
    assert result.data is None
    found = [p for p in result.problems if p.code == code and told in p.message + p.hint]
    assert found, result.problems
    assert found[0].place.file == "own.docx"
    count = len(docx.Document(str(path)).paragraphs)
    assert f"正文第{count}段" in found[0].message


def test_a_wrong_field_in_a_table_is_told_by_row_and_column(tmp_path):
    document = docx.Document(str(ALL_TEMPLATES[0]))
    cell = document.tables[0].rows[1].cells[2]
    cell.paragraphs[0].runs[0].text = "{{ project.cod }}"
    path = tmp_path / "own.docx"
    document.save(str(path))
    result = Renderer().render([part(path, form_document(ROWS))], MANNER)
    assert any("表1第2行第2列" in p.message for p in result.problems)


@pytest.mark.parametrize("ends_with", ["a table", "a paragraph"])
def test_a_cell_that_ends_with_a_table_is_told(tmp_path, ends_with):
    document = docx.Document(str(ALL_TEMPLATES[0]))
    cell = document.tables[0].rows[1].cells[2]
    cell.add_table(1, 1).cell(0, 0).text = "县级"
    if ends_with == "a table":
        cell._tc.remove(cell.paragraphs[-1]._p)
    path = tmp_path / "own.docx"
    document.save(str(path))
    result = Renderer().render([part(path, form_document(ROWS))], MANNER)
    told = [p for p in result.problems if p.code == "T04" and "后面没有段落" in p.message]
    assert bool(told) == (ends_with == "a table")
    assert all("表1第2行第2列" in p.message for p in told)


def test_a_tag_that_word_has_cut_into_runs_is_found(tmp_path):
    document = docx.Document(str(REPORT))
    paragraph = document.add_paragraph()
    for piece in ("共{", "{ ti", "tle ", "}", "}份"):
        paragraph.add_run(piece)
    path = tmp_path / "cut.docx"
    document.save(str(path))
    assert "共某报告份" in [
        p.text for p in opened(write(part(path, report_of("某报告")))).paragraphs
    ]


def test_full_width_signs_inside_a_tag_are_understood(tmp_path):
    path = with_paragraph(tmp_path, "{%p if title ＝＝ ‘甲’ %}", "是", "{%p endif %}")
    assert "是" in [p.text for p in opened(write(part(path, report_of("甲")))).paragraphs]


def test_a_template_is_prepared_once_and_then_taken_from_the_disk(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    first = write(part(REPORT, report_of()))
    import generator.word.prepare as module

    monkeypatch.setattr(module, "prepare", lambda *_, **__: pytest.fail("prepared again"))
    assert write(part(REPORT, report_of())) == first


def test_a_damaged_or_foreign_file_in_the_cache_is_not_used(tmp_path, monkeypatch):
    kept = tmp_path / "kept"
    monkeypatch.setenv(cache.VARIABLE, str(kept))
    first = write(part(REPORT, report_of()))
    for file in kept.iterdir():
        file.write_bytes(file.read_bytes()[:-9] + b"malicious")
    assert write(part(REPORT, report_of())) == first


@pytest.mark.parametrize(
    "other",
    [(), ([], [], {}, []), (7, 7, 7), ([("a.xml", [(0, "no code", (), ())], ())], [], {})],
    ids=["empty", "more parts", "no lists", "no code"],
)
def test_an_entry_of_another_shape_is_made_anew(tmp_path, monkeypatch, other):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    first = write(part(REPORT, report_of()))
    for file in (tmp_path / "kept").iterdir():
        cache.keep(file.name, other)
    assert write(part(REPORT, report_of())) == first
    assert write(part(REPORT, report_of())) == first


@pytest.mark.parametrize("there", [b"", b"garbage", None], ids=["empty", "garbage", "a folder"])
def test_a_cache_of_files_that_are_none_is_no_hindrance(tmp_path, monkeypatch, there):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    first = write(part(REPORT, report_of()))
    for file in (tmp_path / "kept").iterdir():
        if there is None:
            file.unlink()
            file.mkdir()
        else:
            file.write_bytes(there)
    assert write(part(REPORT, report_of())) == first


@pytest.mark.skipif("os.name == 'nt'", reason="rights are kept differently on Windows")
def test_a_cache_that_others_may_write_to_is_not_used(tmp_path, monkeypatch):
    kept = tmp_path / "kept"
    kept.mkdir()
    kept.chmod(0o777)
    monkeypatch.setenv(cache.VARIABLE, str(kept))
    write(part(REPORT, report_of()))
    assert list(kept.iterdir()) == []


def test_a_changed_template_is_prepared_anew(tmp_path, monkeypatch):
    monkeypatch.setenv(cache.VARIABLE, str(tmp_path / "kept"))
    path = with_paragraph(tmp_path, "旧")
    assert "旧" in [p.text for p in opened(write(part(path, report_of()))).paragraphs]
    path = with_paragraph(tmp_path, "新")
    assert "新" in [p.text for p in opened(write(part(path, report_of()))).paragraphs]
