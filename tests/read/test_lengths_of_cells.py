"""Cells by the length of their words: units, headings over several others, labels, names in a template."""

import pytest

from generator.read.document_account import _is_long
from generator.read.form_layout import _is_words, _plain
from generator.read.header_levels import HeaderLevels
from generator.read.row_kind import _of_the_form
from tests.foreign import book
from tests.read.cells import lens, row, table


@pytest.mark.parametrize(("text", "kind"), [("人份数", "unit"), ("人份次数", "text")])
def test_a_unit_that_nobody_lists_has_three_signs(text, kind):
    own = lens()
    assert own.book.units.is_unit(text)
    assert text not in own.book.units.plain
    assert own.look(text).kind == kind


@pytest.mark.parametrize(("length", "is_long"), [(22, False), (23, True)])
def test_a_label_has_twenty_two_signs(length, is_long):
    assert _is_long("好" * length, book()) is is_long


@pytest.mark.parametrize(("length", "is_name"), [(40, True), (41, False)])
def test_what_a_template_names_has_forty_signs(length, is_name):
    assert _is_words("好" * length) is is_name
    assert bool(_plain(f"{'好' * length}：{{{{ unit.name }}}}")) is is_name


@pytest.mark.parametrize(("length", "is_over"), [(8, True), (9, False)])
def test_a_heading_over_several_others_has_eight_signs(length, is_over):
    wide = ("完成" + "情" * length)[:length]
    text = f"绩效指标 | < | {wide} | <\n二级指标 | 三级指标 | 指标值 | 完成值"
    own = table(text)
    upper, lower = ([c for c in own.cells(n) if c.row == n] for n in (0, 1))
    spans = [(n, n + 1, False) for n in range(4)]
    assert HeaderLevels(lens()).spans_over(upper, lower, spans) is is_over


@pytest.mark.parametrize(
    ("text", "is_wide"),
    [("说明的话 | < | < | < |  | ", True), ("说明的话 | < | < |  |  | ", False)],
)
def test_one_cell_over_more_than_half_the_columns_is_no_row(text, is_wide):
    said = [cell for cell in row(text) if cell.text]
    assert (_of_the_form(said, lens(), 6) is not None) is is_wide
