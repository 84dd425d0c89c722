"""Digits as they are mistyped."""

import pytest

from generator.base.digit_slips import COMMA, GROUPED, LETTER, POINT, WIDE, mend_digits


@pytest.mark.parametrize(
    ("typed", "meant", "slips"),
    [
        ("1O0", "100", (LETTER,)),
        ("l00", "100", (LETTER,)),
        ("≥2OOOO册", "≥20000册", (LETTER,)),
        ("９５．３", "95.3", (WIDE,)),
        ("1,234,567", "1234567", (GROUPED,)),
        ("3，568", "3568", (GROUPED,)),
        ("95,3", "95.3", (COMMA,)),
        ("95,30", "95.30", (COMMA,)),
        ("95、3", "95.3", (COMMA,)),
        ("8。5%", "8.5%", (POINT,)),
        ("１O。5", "10.5", (WIDE, LETTER, POINT)),
        ("H2O", "H2O", ()),
        ("PM2.5", "PM2.5", ()),
        ("Office", "Office", ()),
        ("甲、乙", "甲、乙", ()),
        ("100", "100", ()),
        ("12 345", "12 345", ()),
    ],
)
def test_the_number_that_is_meant_and_the_names_of_the_slips(typed, meant, slips):
    assert mend_digits(typed) == (meant, slips)


def test_groups_of_thousands_may_stay():
    assert mend_digits("≥3,568册", keeps_groups=True) == ("≥3,568册", ())


@pytest.mark.parametrize(
    ("typed", "is_sure"), [("95。3", True), ("3,568", True), ("95,3", False), ("1O,5", False)]
)
def test_a_comma_may_stand_for_a_point_or_be_one_too_many(typed, is_sure):
    assert mend_digits(typed).is_sure is is_sure
