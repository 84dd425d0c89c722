"""The packaged templates: right, laid out as text beside the file, and open to a clerk's changes."""

import docx
import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.oxml.ns import qn

from generator.language.tag_words import Words
from generator.word.context import template_names
from generator.word.field_nodes import Chosen, Field, Group, Many
from generator.word.template_fields import NAMES, every_field
from generator.word.unpacked import unpacked
from tests.word.samples import (
    ALL_TEMPLATES,
    FORM_FILE,
    form_document,
    indicator,
    opened,
    part,
    write,
)


@pytest.mark.parametrize("template", ALL_TEMPLATES, ids=lambda path: path.stem)
def test_the_text_beside_a_template_is_what_the_file_holds(template):
    folder = template.with_suffix("")
    beside = {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in folder.rglob("*")
        if path.is_file()
    }
    assert beside == dict(unpacked(template.read_bytes())), "run: jixiao templates check --unpack"


def walk(node, value, path):
    """Hold what a template may quote against what is really there."""
    if isinstance(node, Field):
        assert isinstance(value, str), path
    elif isinstance(node, Group):
        assert set(node.names) == set(value), path
        for name, below in node.names.items():
            walk(below, value[name], f"{path}.{name}")
    elif isinstance(node, Many):
        for one in value:
            if isinstance(one, dict) or isinstance(node.one, Field):
                walk(node.one, one, f"{path}[]")
    elif isinstance(node, Chosen):
        for one in value.values():
            walk(node.one, one, f"{path}[…]")


def test_every_listed_field_is_there_and_no_other():
    names = template_names(form_document([indicator()]))
    assert set(names) == set(NAMES)
    amounts = names["form"]["amounts"]
    assert all(isinstance(v, Words) for v in names["form"].values() if v is not amounts)
    for name, node in NAMES.items():
        if names[name] is not None:
            walk(node, names[name], name)


def test_fields_are_listed_with_what_they_hold():
    listed = dict(every_field())
    assert listed["form.spent"] == "全年执行数"
    assert listed["rows.indicators[].name"] == "三级指标"
    assert listed['sources["…"].budget'] == "全年预算数"


def test_a_clerk_may_add_a_column_move_a_row_and_change_a_font(tmp_path):
    document = docx.Document(str(FORM_FILE))
    table = document.tables[1]
    for row, text in zip(
        table.rows, ("复核意见", "", "{{ row.review_remark }}", "", ""), strict=True
    ):
        cell = row.cells[-1]
        cell.add_paragraph(text)
    first = document.tables[0]
    first._tbl.append(first.rows[0]._tr)
    document.styles["表格文字"].font.name = "宋体"
    path = tmp_path / "own.docx"
    document.save(str(path))
    data = write(part(path, form_document([indicator("合格")])))
    assert opened(data).tables[0].rows[-1].cells[0].text == "项目名称"
    assert "合格" in opened(data).tables[1].rows[1].cells[-1].text


TABLES = [t for t in ALL_TEMPLATES if docx.Document(str(t)).tables]


@pytest.mark.parametrize("template", TABLES, ids=lambda path: path.stem)
def test_rows_have_air_that_does_not_depend_on_the_font(template):
    document = docx.Document(str(template))
    for table in document.tables:
        space = {e.tag: int(e.get(qn("w:w"))) for e in table._tbl.tblPr.find(qn("w:tblCellMar"))}
        assert space[qn("w:top")] + space[qn("w:bottom")] == 80
        paragraphs = [p for row in table.rows for cell in row.cells for p in cell.paragraphs]
        for style in {p.style.style_id: p.style for p in paragraphs}.values():
            assert style.paragraph_format.line_spacing_rule is WD_LINE_SPACING.EXACTLY
            assert style.paragraph_format.line_spacing.pt >= 1.2 * style.font.size.pt


@pytest.mark.parametrize("template", TABLES, ids=lambda path: path.stem)
def test_one_rule_stands_between_tables_of_one_form(template):
    for table in docx.Document(str(template)).element.body.iter(qn("w:tbl")):
        gap = table.getnext()
        below = gap.getnext() if gap is not None else None
        is_form = below is not None and below.tag == table.tag and not list(gap.iter(qn("w:t")))
        bottom = table.tblPr.find(f"{qn('w:tblBorders')}/{qn('w:bottom')}")
        assert (bottom is not None and bottom.get(qn("w:val")) == "nil") == is_form
