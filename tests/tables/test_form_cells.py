"""Figures in the cells of a form, written by its settings."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from generator.model.form_printing import NumberFormat, Printing
from generator.tables.form_cells import FormCells

RATE = SimpleNamespace(value=Decimal("95.00"), shown="95%", bare="95", unit="%")


@pytest.mark.parametrize(
    ("how", "said"),
    [
        ({}, "95%"),
        ({"with_unit": False}, "95"),
        ({"with_unit": False, "places": 2}, "95.00"),
        ({"places": 1}, "95.0%"),
        ({"with_unit": False, "trimmed": True}, "95"),
    ],
)
def test_a_form_that_leaves_the_unit_out_writes_the_number_as_usual(how, said):
    printing = Printing(numbers={"rate": NumberFormat(**how)} if how else {})
    cells = FormCells(None, printing, None)
    assert cells._as_form_does("funds", "rate", RATE, RATE.shown, None, has_unit=True) == said
