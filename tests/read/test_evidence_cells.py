"""What a cell looks like by itself, at the lengths of headings and of classes."""

import pytest

from generator.read.evidence_cells import CellLens
from tests.foreign import book


@pytest.fixture(scope="module")
def lens():
    return CellLens(book())


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("某指标", "text"),
        ("某某指标", "class"),
        ("某" * 10 + "指标", "class"),
        ("某" * 11 + "指标", "text"),
        ("产出指标（" + "0" * 11 + "50分）", "class1"),
        ("产出指标（" + "0" * 12 + "50分）", "text"),
    ],
)
def test_a_class_is_neither_a_word_nor_a_sentence(lens, text, kind):
    assert lens.look(text).kind == kind


@pytest.mark.parametrize(
    ("text", "kind"), [("36某某", "measure"), ("36某某某", "text"), ("36公里", "measure")]
)
def test_a_number_is_measured_in_a_unit_or_in_two_signs_that_nobody_knows(lens, text, kind):
    assert lens.look(text).kind == kind


@pytest.mark.parametrize(("blanks", "role"), [(36, "name"), (37, "")])
def test_a_heading_has_forty_signs_at_most(lens, blanks, role):
    assert lens.column_role("三级指标" + " " * blanks) == role
