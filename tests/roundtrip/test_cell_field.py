"""Cells, titles and figures by their keys: the input that holds them, or why none does."""

import datetime
import tomllib
from decimal import Decimal

import pytest

from generator.base.toml_patch import SetValue
from generator.load.workspace_folder import find_workspace
from generator.roundtrip.cell_field import Cells, cell_field
from generator.roundtrip.field_kinds import Field, NoField
from generator.roundtrip.fix import fix_files
from generator.roundtrip.printed_blocks_read import printed_blocks
from generator.roundtrip.typed_in import Typed, changes_of, figure_field, typed_in
from generator.tables.field_keys import (
    FORM_INPUTS,
    FUND_INPUTS,
    GOAL_INPUTS,
    INDICATOR_INPUTS,
    PART_INPUTS,
    PLAN_INPUTS,
    USE_INPUTS,
)
from generator.tables.form_fields import (
    FORM,
    FUND_ROW,
    GOAL,
    INDICATOR_ROW,
    PART_ROW,
    PLAN_ROW,
    USE_ROW,
)
from generator.use.build.tracing import documents_of
from generator.use.check.examine import examine
from generator.use.library import Library

BOOKS = "indicator[产出/数量/购书册数]"
DOCUMENT = "library-2023/books/form"


@pytest.fixture
def cells(dossier):
    def make(**options):
        folder = dossier(**options)
        library = Library(find_workspace(folder)[0])
        examined = examine(folder, library, is_draft=True)
        return Cells(examined.dossier, examined.sheets, examined.book), library, examined

    return make


@pytest.mark.parametrize(
    ("fields", "inputs"),
    [
        (FORM, FORM_INPUTS),
        (FUND_ROW, FUND_INPUTS),
        (PLAN_ROW, PLAN_INPUTS),
        (USE_ROW, USE_INPUTS),
        (PART_ROW, PART_INPUTS),
        (INDICATOR_ROW, INDICATOR_INPUTS),
        (GOAL, GOAL_INPUTS),
    ],
)
def test_every_field_of_a_form_has_its_input_or_a_reason(fields, inputs):
    assert set(fields) == set(inputs)


@pytest.mark.parametrize(
    ("key", "file", "keys", "kind", "is_there"),
    [
        (f"{BOOKS}.reason", "books", ("indicator", 0, "reason"), "text", False),
        (f"{BOOKS}.actual", "books", ("indicator", 0, "actual"), "measure", True),
        (f"{BOOKS}.evidence", "books", ("indicator", 0, "evidence"), "texts", False),
        (f"{BOOKS}.review_remark", "books", ("indicator", 0, "review", "remark"), "words", False),
        ("form.purpose", "books", ("funds", "purpose"), "text", False),
        ("form.spent", "books", ("funds", "spent"), "number", True),
        ("form.planned", "books", ("funds", "initial"), "number", True),
        ("form.expected", "books", ("goal", "expected"), "text", True),
        ("form.unit_code", "unit", ("unit", "code"), "words", False),
        ("form.authority", "books", ("project", "authority"), "words", True),
        ("goal[1].achieved", "books", ("goal", "achieved"), "text", True),
        ("source[当年财政拨款].spent", "books", ("funds", "sources", 0, "spent"), "number", True),
        ("title", "books", ("titles", "form"), "text", False),
        ("signature.date", "unit", ("unit", "date"), "day", True),
    ],
)
def test_a_cell_stands_for_an_input(cells, key, file, keys, kind, is_there):
    field = cell_field(cells()[0], DOCUMENT, key)
    assert isinstance(field, Field)
    assert (field.source.path.stem, field.keys, field.kind, field.is_there) == (
        file,
        keys,
        kind,
        is_there,
    )


@pytest.mark.parametrize(
    "key", ["form.total", "form.rate", f"{BOOKS}.score", f"{BOOKS}.level1", "form.basic"]
)
def test_what_is_computed_or_printed_by_the_form_is_no_input(cells, key):
    assert isinstance(cell_field(cells()[0], DOCUMENT, key), NoField)


def test_a_sentence_for_a_cell_is_what_the_cell_stands_for(cells):
    change = {'actual = "20500册"': 'actual = "20500册"\nactual-text = "购书齐全。"'}
    field = cell_field(cells(change=change)[0], DOCUMENT, f"{BOOKS}.actual")
    assert isinstance(field, Field)
    assert field.keys == ("indicator", 0, "actual-text")


def test_every_cell_of_a_draft_has_an_answer(cells):
    known, library, examined = cells()
    answers = 0
    for name, document in documents_of(examined, library, None).items():
        for block in printed_blocks(document):
            if block.kind in ("cell", "title", "signature"):
                assert isinstance(cell_field(known, name, block.key), Field | NoField)
                answers += 1
    assert answers > 20


def test_cells_of_a_row_that_is_not_there_make_one_row(cells):
    known, library, _ = cells()
    budget = cell_field(known, DOCUMENT, "source[其他资金].budget")
    spent = cell_field(known, DOCUMENT, "source[其他资金].spent")
    assert isinstance(budget, Field)
    assert isinstance(spent, Field)
    values = [typed_in(budget, "3", library.units), typed_in(spent, "2.5", library.units)]
    fixes = fix_files(own.change for own in changes_of(v for v in values if isinstance(v, Typed)))
    assert not fixes.refused
    assert tomllib.loads(fixes.fixed[0].after)["funds"]["sources"][1] == {
        "name": "其他资金",
        "budget": 3,
        "spent": 2.5,
    }


def test_words_typed_over_a_figure_change_the_fact_and_no_other_number(cells):
    project = {
        'overview = "为全县读者购置图书。"': "overview = '分16批到货，其中{{ fact(\"延迟批次\") }}延迟'",
        '[[indicator]]\nclass = "产出/数量"': '[facts]\n"延迟批次" = "5批"\n\n'
        '[[indicator]]\nclass = "产出/数量"',
    }
    known, library, _ = cells(change=project)
    figure = known.book["books/fact[延迟批次]"]
    field = figure_field(known.book, figure.id)
    assert isinstance(field, Field)
    for said in ("6批", "6"):
        typed = typed_in(field, said, library.units, figure, "5批")
        assert isinstance(typed, Typed)
        ((change, _),) = changes_of([typed])
        assert change.change == SetValue(("facts", "延迟批次"), "6批")
    (fixed,) = fix_files([change]).fixed
    assert fixed.after == fixed.before.replace('"5批"', '"6批"')


@pytest.mark.parametrize(
    ("said", "shown", "value"),
    [
        ("96", "95", 96),
        ("96万元", "95万元", 96),
        ("1,096.5", "95", Decimal("1096.5")),
        ("1，096", "95", 1096),
        ("12,345,678.5", "95", Decimal("12345678.5")),
        ("96 000", "95", 96000),
        ("96,5", "95", None),  # perhaps 96.5, and never 965
        ("0,095", "95", None),
        ("1,23,456", "95", None),
        ("1.234,567", "95", None),
        ("1234,567", "95", None),
        ("96 5", "95", None),
        ("960000", "950000元", 96),
        ("960000元", "95万元", 96),
        ("九十六", "95", None),
        ("96册", "95万元", None),
        ("", "95", None),
    ],
)
def test_a_number_is_read_in_the_unit_that_was_printed(cells, said, shown, value):
    known, library, _ = cells()
    figure = known.book["books/funds.spent"]
    field = figure_field(known.book, figure.id)
    assert isinstance(field, Field)
    typed = typed_in(field, said, library.units, figure, shown)
    assert (typed.value if isinstance(typed, Typed) else None) == value


def test_a_computed_figure_is_refused_with_its_formula(cells):
    known, _, _ = cells()
    refused = figure_field(known.book, "books/funds.rate")
    assert isinstance(refused, NoField)
    assert known.book["books/funds.rate"].formula in refused.reason


def test_a_day_is_read_as_it_is_printed(cells):
    known, library, _ = cells()
    field = cell_field(known, DOCUMENT, "signature.date")
    assert isinstance(field, Field)
    typed = typed_in(field, "2024年4月12日", library.units)
    assert isinstance(typed, Typed)
    assert typed.value == datetime.date(2024, 4, 12)
    assert isinstance(typed_in(field, "明天", library.units), NoField)
