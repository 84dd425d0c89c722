"""What pull reads of an edited file: every difference is among the edits, also what no input can take."""

import copy

import pytest
from hypothesis import given, settings

from generator.model.units import Units
from generator.roundtrip.differences import differences
from generator.roundtrip.edit_account import Kind
from generator.roundtrip.person_edits import Addition, Left, person_edits, stands_in
from generator.word.edited.file import WordFile
from tests.roundtrip.builds import CHANGES, between
from tests.roundtrip.hand.edits_objects import inline
from tests.roundtrip.hand.hands import W, drop_marks, on, props, remove, set_text, xml
from tests.roundtrip.strokes_by_hand import edited, edits


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    return between(tmp_path_factory.mktemp("edits"), {}, CHANGES["a figure"])


def read(built, data):
    return list(person_edits(WordFile(data), built.base, built.base, Units(())))


def last_cell(row):
    return row.findall(f"{W}tc")[-1]


def _merged(page):
    row = page.row("购书册数")
    for cell, value in ((last_cell(row), "restart"), (last_cell(row.getnext()), "continue")):
        merge = xml(f'<w:vMerge w:val="{value}"/>')
        props(cell, "tcPr").find(f"{W}tcW").addnext(merge)


def _cell_gone(page):
    remove(last_cell(page.row("购书册数")))


def _picture_in_row(page):
    row = page.row("购书册数")
    twin = copy.deepcopy(row)
    drop_marks(twin)
    for node in list(twin.iter(f"{W}t")):
        set_text(node, "手写")
    row.addnext(twin)
    last_cell(twin).find(f"{W}p").append(inline(page))


def _picture_in_table(page):
    place = page.table("购书册数")
    table = xml(
        '<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="900"/></w:tblGrid><w:tr><w:tc><w:tcPr>'
        '<w:tcW w:w="900" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>另表</w:t></w:r></w:p></w:tc>'
        "</w:tr></w:tbl>"
    )
    table.find(f".//{W}p").append(inline(page))
    between = xml("<w:p/>")
    place.addnext(between)
    between.addnext(table)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (_merged, [(Left, Kind.CELL), (Left, Kind.CELL)]),
        (_cell_gone, [(Left, Kind.CELL)]),
        (_picture_in_row, [(Addition, Kind.ROW), (Left, Kind.THING)]),
        (_picture_in_table, [(Left, Kind.TABLE), (Left, Kind.THING)]),
    ],
)
def test_what_differs_beside_words_is_named(form, change, told):
    found = read(form, on(change)(form.ours))
    assert [(type(edit), edit.entry.kind) for edit in found] == told
    assert all(edit.entry.reason for edit in found if isinstance(edit, Left))


@settings(max_examples=15)
@given(edits())
def test_every_difference_of_shape_is_among_the_edits(form, done):
    data = edited(form.ours, done)
    kinds = (Kind.CELL, Kind.ROW, Kind.TABLE, Kind.THING)
    differ = [e for e in differences(WordFile(data), form.base) if e.kind in kinds]
    named = {(e.entry.kind, e.entry.place, e.entry.now) for e in read(form, data)}
    assert {(e.kind, e.place, e.now) for e in differ} <= named


@pytest.mark.parametrize(
    ("pieces", "text", "is_there"),
    [
        (["支出", "。"], f"支出{'9' * 24}。", True),
        (["支出", "。"], f"支出{'9' * 25}。", False),
        (["支出", "", "。"], f"支出{'9' * 48}。", True),
        (["支出", "", "。"], f"支出{'9' * 49}。", False),
        (["支出", "万元。"], "支出。支出9万元。", True),
        (["", "支出"], "另支出", True),
        (["", ""], "支出", False),
    ],
)
def test_words_stand_with_a_figure_between_them_and_no_more(pieces, text, is_there):
    assert stands_in(pieces, text) == is_there
