"""Rates with zeros at their end are told once where the scheme does not write them so."""

from types import SimpleNamespace

import pytest

from generator.model.form_printing import NumberFormat, Printing
from generator.model.printed_words import PrintedCell, PrintedForm, PrintedRow
from generator.use.printed_formats import rates_otherwise

WHOLE, SOURCE = {"form.rate": "95.00%"}, {"rows.funds[0].rate": "90.0%"}
LOOP = {"rows.funds": (PrintedRow({"rate": PrintedCell("88.50%")}),)}


def scheme(**numbers):
    style = Printing(numbers={name: NumberFormat(places=p) for name, p in numbers.items()})
    return SimpleNamespace(id="own", document=(SimpleNamespace(id="form", print_=style),))


@pytest.mark.parametrize(
    ("printed", "numbers", "told"),
    [
        (PrintedForm(document="form", words=WHOLE), {}, ["95.00%", "“95%”", "places = 2"]),
        (PrintedForm(document="form", words=SOURCE), {}, ["90.0%", "“90%”", "places = 1"]),
        (PrintedForm(document="form", rows=LOOP), {}, ["88.50%", "“88.5%”", "places = 2"]),
        (PrintedForm(document="form", words=WHOLE | SOURCE, rows=LOOP), {}, ["95.00%"]),
        (PrintedForm(document="form", words=WHOLE, rows=LOOP), {"rate": 2}, []),
        (PrintedForm(document="form", words={"form.rate": "95.38%"}), {}, []),
        (PrintedForm(document="form", words={"form.rate": "95%"}), {}, []),
        (PrintedForm(document="other", words=WHOLE), {}, []),
    ],
)
def test_zeros_that_a_build_would_not_print_are_told(printed, numbers, told):
    found = [*rates_otherwise(printed, scheme(**numbers))]
    assert len(found) == bool(told)
    assert all(words in found[0] for words in told)
