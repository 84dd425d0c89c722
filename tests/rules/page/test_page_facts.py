"""Lengths as Word counts them."""

import pytest

from generator.rules.page.page_facts import HALF_POINT, MILLIMETRE, POINT


@pytest.mark.parametrize(("millimetres", "twips"), [(210, 11906), (297, 16838)])
def test_a_sheet_of_a4_is_as_large_as_word_says(millimetres, twips):
    assert round(millimetres * MILLIMETRE) == twips


def test_a_letter_of_size_three_is_sixteen_points_high():
    assert 32 * HALF_POINT == 16 * POINT == 320
