"""An amount that a list of projects has as well is told of where the form itself has it."""

from decimal import Decimal

import pytest

from generator.base.document_place import DocumentPlace
from generator.read.given_answers import Entry
from generator.rules.own_place import own_place
from generator.rules.printed_value import Amount, Text
from tests.rules.forms import form

LISTED = DocumentPlace(sheet="汇总", row=5, column=5)
OWN = DocumentPlace(sheet="甲", row=9, column=6)


@pytest.mark.parametrize(
    ("at", "text", "key", "place"),
    [
        (LISTED, "62.5", "funds.spent", OWN),
        (LISTED, "62.50", "funds.spent", OWN),
        (LISTED, "62.4", "funds.spent", LISTED),  # another value is another matter
        (LISTED, "62.5", "funds.budget", LISTED),
        (OWN._replace(row=3), "62.5", "funds.spent", OWN._replace(row=3)),
    ],
)
def test_the_cell_of_the_form_goes_before_that_of_the_list(at, text, key, place):
    one = form(rows=["产出/数量|修剪|≥3次|3次|10|10"])
    rows = tuple(
        row._replace(name=Text(row.name.text, OWN._replace(row=12, column=3))) for row in one.rows
    )
    one = one._replace(rows=rows, whole=(Entry(OWN, text, "used", key),))
    assert own_place(one, Amount(Decimal("62.5"), at), "funds.spent") == place
