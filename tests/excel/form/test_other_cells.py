"""What stands in a sheet that came back beside the cells to fill in is told once each."""

import pytest

from generator.excel.form.form_map import DossierNamed, FormMap, Marks, map_rows, read_map
from generator.excel.form.other_cells import (
    OtherKind,
    gone,
    in_row,
    of_copy,
    of_doubled,
    of_sheet,
    without_lost_formulas,
)
from generator.excel.form.returned_sheet import ReturnedSheet
from generator.excel.form.slot import Slot, SlotKind
from generator.excel.form.workbook_page import WORKING, FormLook, Page, Placed
from generator.excel.form.worked_cells import functions_of, worked_cells
from generator.excel.workbook_bounds import SheetFacts

SENT = (
    ("p1", "c2", "c3", "c4"),
    ("r2", "名称", "得分", ""),
    ("r3", "甲", "", 1.0),
    ("r4", "", "", 2.0),
)
FIRST = b'<c r="D3"><f>SUM(A1)</f><v>1</v></c>'
SECOND = b'<c r="D4" s="1"><f t="shared" si="0"/><v>2</v></c>'
FORMULAS = FIRST + SECOND


def sheet(*rows, xml=FORMULAS, name="页", is_hidden=False):
    values = [list(line) for line in rows or SENT]
    return ReturnedSheet(name, values, SheetFacts(), worked_cells(xml), is_hidden)


def form():
    def at(row, column):
        return Marks("p1", f"r{row}", f"c{column}")

    slots = {
        at(row, column): Slot("a", ("row", row - 3, key), SlotKind.TEXT, key, base)
        for row, column, key, base in (
            (3, 2, "name", "甲"),
            (3, 3, "score", ""),
            (4, 2, "name", ""),
            (4, 3, "score", ""),
        )
    }
    labels = {at(2, 2): "名称", at(2, 3): "得分"}
    named = DossierNamed("单位", 2023, ("a",))
    return FormMap(named, {"p1": "页"}, slots, labels, {at(3, 4): "SUM", at(4, 4): ""}, ())


def changed(*edits, delete=None):
    rows = [list(line) for line in SENT]
    for row, column, value in edits:
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = value
    if delete is not None:
        del rows[delete]
    return rows


def told(own):
    columns = own.columns()
    rows = (in_row(form(), own, row, columns) for row in range(len(own.values)))
    return [(o.kind, o.place.cell, o.now) for found in rows for o in found]


EDITS = [
    ((), []),
    (((1, 1, "改了"),), [(OtherKind.PRINTED, "B2", "改了")]),
    (((1, 2, ""),), [(OtherKind.PRINTED, "C2", "")]),
    (((2, 5, "表外"), (2, 6, "又一格")), [(OtherKind.STRAY, "F3", "表外 又一格")]),
    (((3, 1, "乙"),), []),  # a cell to fill in
]


@pytest.mark.parametrize(("edits", "found"), EDITS)
def test_cells_that_are_no_slots_are_told_row_by_row(edits, found):
    assert told(sheet(*changed(*edits))) == found


@pytest.mark.parametrize("value", [99.0, ""])
def test_a_cell_that_lost_its_formula_is_told_whatever_it_holds(value):
    own = sheet(*changed((2, 3, value)), xml=SECOND)
    assert told(own) == [(OtherKind.WORKED, "D3", "99" if value else "")]


@pytest.mark.parametrize(
    ("formula", "is_told"),
    [(b"99", True), (b"MAX(A1)", True), (b"", False), (b'sum( A1 )&amp;"MAX("', False)],
)
def test_a_formula_of_others_in_a_cell_that_is_worked_out_is_told(formula, is_told):
    own = sheet(xml=b'<c r="D3"><f>' + formula + b"</f><v>1</v></c>" + SECOND)
    assert [kind for kind, *_ in told(own)] == [OtherKind.WORKED] * is_told


@pytest.mark.parametrize(
    ("formula", "functions"),
    [
        ('=IF(A1="x(",_xlfn.IFS(B1,TRUE()),FALSE)', "IF IFS"),
        ("=A1+B2", ""),
        ("=ROUND(SUM(A1:A2),2)", "ROUND SUM"),
    ],
)
def test_the_functions_of_a_formula_are_the_same_whoever_saved_it(formula, functions):
    assert functions_of(formula) == functions


def test_a_page_that_lost_all_its_formulas_is_told_once():
    own = sheet(xml=b"")
    others = [o for row in range(4) for o in in_row(form(), own, row, own.columns())]
    assert [(o.kind, o.cells) for o in without_lost_formulas(others, 2)] == [(OtherKind.WORKED, 2)]


GONE = [
    (changed(delete=2), [(OtherKind.GONE_ROW, "甲")]),
    (changed(delete=3), [(OtherKind.GONE_BLANK, "")]),
    (changed((0, 2, "")), [(OtherKind.GONE_COLUMN, "得分")]),
    (changed((0, 0, "别的")), [(OtherKind.GONE_PAGE, "页")]),
    (changed(), []),
]


@pytest.mark.parametrize(("rows", "found"), GONE)
def test_what_is_not_there_any_more_is_told_by_what_it_held(rows, found):
    own = sheet(*rows)
    pages = {own.page: own} if own.page else {}
    assert [(o.kind, o.base) for o in gone(form(), pages)] == found


def test_a_copied_sheet_and_a_copied_row_count_what_differs():
    copy = sheet(*changed((2, 1, "乙")), name="页 (2)")
    assert of_copy(copy, sheet()).cells == 1
    assert of_copy(sheet(), sheet()).cells == 0
    (doubled,) = of_doubled(form(), copy, 2)
    assert (doubled.kind, doubled.now) == (OtherKind.DOUBLED, "乙")


@pytest.mark.parametrize(
    ("is_hidden", "kind"), [(False, OtherKind.SHEET), (True, OtherKind.HIDDEN_SHEET)]
)
def test_a_sheet_of_strangers_is_one_entry(is_hidden, kind):
    (found,) = of_sheet(sheet(("", "甲"), ("乙",), xml=b"", is_hidden=is_hidden))
    assert (found.kind, found.place.cell, found.cells) == (kind, "B1", 2)
    assert list(of_sheet(sheet(("", ""), xml=b""))) == []


def test_formulas_and_hidden_rows_are_read_from_the_part():
    found = worked_cells(
        b'<cols><col min="2" max="3" width="9" hidden="1"/><col min="5" max="5"/></cols>'
        b'<row r="7" hidden="1"><c r="A7" t="n"><f>SUM(B1:B2)</f><v>3</v></c><c r="B7"><v>1</v></c></row>'
    )
    assert found.formulas == {(6, 0): "=SUM(B1:B2)"}
    assert (found.hidden_rows, found.hidden_columns) == ({6}, {1, 2})


@pytest.mark.parametrize(
    ("cell", "error"),
    [
        (b'<c r="D3" t="e"><v>#REF!</v></c>', "#REF!"),
        (b'<c r="D3" s="4" t="e"><f>1/0</f><v>#DIV/0!</v></c>', "#DIV/0!"),
        (b'<x:c t="e" r="D3"><x:v>#N/A</x:v></x:c>', "#N/A"),
        (b'<c r="D3" t="str"><f>A1</f><v>#NAME?</v></c>', ""),
        (b'<c r="D3"><v>1</v></c><c r="E3" t="e"><v>#NUM!</v></c>', ""),
    ],
)
def test_an_error_is_no_blank_although_the_reader_gives_one(cell, error):
    now = sheet(*changed((2, 3, "")), xml=cell).now(2, 3)
    assert (now.error, now.text) == (error, error)


def test_words_that_formulas_are_held_against_are_known_and_none_of_strangers():
    placed = Placed(2, WORKING, "产出|甲|2023年11月", FormLook.WORKING)
    page = Page("页", (placed,), (), (), (), ())
    read = read_map(map_rows(DossierNamed("单位", 2023, ("a",)), [page]))
    assert read is not None
    assert read.labels == {Marks("p1", "r3", f"c{WORKING + 1}"): "产出|甲|2023年11月"}
