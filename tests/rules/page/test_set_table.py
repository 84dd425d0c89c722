"""Tables set: what is cut by the ends of its lines, at the widths and lengths that decide; all are values."""

import pytest

from generator.layout.pack import type_setting
from generator.layout.ruler import Ruler
from generator.rules.page.set_table import Setter, grouped
from tests.rules.page.laid import cell, tabled

SIZE = 20
EM, LINE, RULE = SIZE * 10, SIZE * 12, 10  # twips


def set_up(*cells, widths=(10 * EM,), rows=1):
    setting = type_setting()
    return Setter(Ruler(setting), setting).set(tabled(*cells, widths=widths, rows=rows))


def test_a_figure_is_told_with_twelve_signs_to_each_side_of_its_cut():
    broken = set_up(cell("1234567890" * 4), widths=(10 * EM,)).cells[0].broken
    assert broken == ("901234567890／123456789012",)


@pytest.mark.parametrize(("width", "broken"), [(2 * EM, True), (2 * EM - 1, False)])
def test_what_is_narrower_than_two_signs_has_nothing_cut(width, broken):
    assert bool(set_up(cell("1234567890"), widths=(width,)).cells[0].broken) is broken


@pytest.mark.parametrize(
    ("label", "width", "told"),
    [
        ("产出指标", 2 * EM, ()),
        ("产出指标", 3 * EM, ("产出指／标",)),
        ("产出标", 2 * EM, ("产出／标",)),
        ("质量", 2 * EM, ()),
    ],
)
def test_a_short_label_is_cut_in_two_halves_or_told(label, width, told):
    assert set_up(cell(label), widths=(width,)).cells[0].labels == told


def test_a_row_is_as_high_as_its_own_cells_and_the_last_as_those_that_end_in_it():
    own = set_up(
        cell("甲" * 50, rows=2),
        cell("乙", 0, 1),
        cell("丙" * 20, 1, 1),
        widths=(10 * EM, 10 * EM),
        rows=2,
    )
    assert own.needed == (LINE + RULE, 2 * LINE + RULE)
    assert own.heights == (LINE + RULE, 5 * LINE - (LINE + RULE))


@pytest.mark.parametrize(
    ("kept", "spans"),
    [
        ([False, False, False], [(0, 1), (1, 2), (2, 3)]),
        ([True, False, False], [(0, 2), (2, 3)]),
        ([False, True, False], [(0, 1), (1, 3)]),
        ([False, False, True], [(0, 1), (1, 2), (2, 3)]),
        ([True, True, True], [(0, 3)]),
    ],
)
def test_a_kept_row_stays_with_the_next_and_the_last_with_none(kept, spans):
    assert [*grouped([LINE] * 3, kept)] == spans
