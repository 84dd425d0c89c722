"""Numbers with zeros at their end are told once where the scheme does not write them so, and marks."""

from types import SimpleNamespace

import pytest

from generator.model.form_printing import Constant, NumberFormat, Printing
from generator.model.printed_words import PrintedCell, PrintedForm, PrintedRow
from generator.use.printed_formats import numbers_otherwise, words_otherwise

WHOLE, SOURCE = {"form.rate": "95.00%"}, {"rows.funds[0].rate": "90.0%"}
SCORES = {"rows.indicators": (PrintedRow({"score": PrintedCell("19.50")}, 0),)}
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
        (PrintedForm(document="form", words={"form.rate": "95.00"}), {}, ["“95”", "rate ="]),
        (PrintedForm(document="form", words={"form.total": "98.90"}), {}, ["“98.9”", "total ="]),
        (PrintedForm(document="form", words={"form.total": "98.90"}), {"total": 2}, []),
        (PrintedForm(document="form", words={"form.execution_score": "9.0"}), {}, ["places = 1"]),
        (PrintedForm(document="form", words={"form.total": "98.91"}), {}, []),
        (PrintedForm(document="form", words={"rows.funds[1].rate": "—"}), {}, ['text = "—"']),
        (PrintedForm(document="form", words={"form.rate": "—"}), {}, []),
        (PrintedForm(document="form", rows=SCORES), {}, ['"indicators.score" = {', "“19.5”"]),
        (PrintedForm(document="form", rows=SCORES), {"score": 2}, []),
    ],
)
def test_zeros_that_a_build_would_not_print_are_told(printed, numbers, told):
    found = [*numbers_otherwise(printed, scheme(**numbers))]
    assert len(found) == bool(told)
    assert all(words in found[0] for words in told)


def test_a_mark_that_the_scheme_has_is_not_told():
    own = Printing(constant=(Constant(table="funds", columns=("rate",), text="—"),))
    document = SimpleNamespace(id="form", print_=own)
    printed = PrintedForm(document="form", words={"rows.funds[1].rate": "/"})
    assert [*numbers_otherwise(printed, SimpleNamespace(id="own", document=(document,)))] == []


@pytest.mark.parametrize(
    ("said", "column", "is_told"),
    [
        (["一场取消", "无", "无"], "reason", True),
        (["一场取消", "—", "—"], "reason", True),
        (["一场取消", "无", ""], "reason", False),
        (["一场取消", "无", "—"], "reason", False),
        (["一场取消", "另一场", "三场"], "reason", False),
        (["无", "无"], "level1", False),
    ],
)
def test_a_word_for_nothing_in_a_column_that_is_never_blank_is_told(said, column, is_told):
    rows = tuple(PrintedRow({column: PrintedCell(text)}, n) for n, text in enumerate(said))
    printed = PrintedForm(document="form", rows={"rows.indicators": rows})
    found = [*words_otherwise(printed, scheme(), ("无", "没有"))]
    assert ["columns" in one for one in found] == [True] * is_told
