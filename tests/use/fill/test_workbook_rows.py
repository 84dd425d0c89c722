"""A row of the workbook is known in the inputs by its name, then by where it stands."""

import pytest

from generator.excel.form.slot import ListAt, Slot, SlotKind
from generator.use.fill.workbook_rows import RowNumbers


def numbers(before, now):
    slots = [
        Slot("a", ("indicator", n, "name"), SlotKind.TEXT, "", name)
        for n, name in enumerate(before)
    ]
    data = {"indicator": [{"name": name} for name in now]}
    rows = RowNumbers([ListAt("a", ("indicator",), len(before))], slots, data)
    found = [rows.current(("indicator", n, "name")) for n in range(len(before))]
    return [None if keys is None else keys[1] for keys in found]


CASES = [
    ("甲乙丙", "甲乙丙", [0, 1, 2]),
    ("甲乙丙", "丙甲乙", [1, 2, 0]),
    ("甲乙丙", "甲丁乙丙", [0, 2, 3]),
    ("甲乙丙", "甲丙", [0, None, 1]),
    ("甲乙丙", "甲丁丙", [0, 1, 2]),  # renamed where it stands
    ("甲甲乙", "甲甲乙", [0, 1, 2]),
    ("甲乙", "", [None, None]),
]


@pytest.mark.parametrize(("before", "now", "found"), CASES)
def test_rows_are_found_again(before, now, found):
    assert numbers(before, now) == found


def test_rows_inside_of_rows_follow_them():
    slots = [
        Slot("a", ("duty", 0, "name"), SlotKind.TEXT, "", "甲"),
        Slot("a", ("duty", 1, "name"), SlotKind.TEXT, "", "乙"),
        Slot("a", ("duty", 1, "indicator", 0, "name"), SlotKind.TEXT, "", "丙"),
    ]
    lists = [ListAt("a", ("duty", 1, "indicator"), 1), ListAt("a", ("duty",), 2)]
    data = {"duty": [{"name": "乙", "indicator": [{"name": "丁"}, {"name": "丙"}]}]}
    rows = RowNumbers(lists, slots, data)
    keys = ("duty", 1, "indicator", 0, "name")
    assert rows.current(keys) == ("duty", 0, "indicator", 1, "name")
    assert rows.current(("duty", 0, "name")) is None
    assert rows.row_of(keys) == keys[:4]
    assert rows.is_new(("duty", 1, "indicator", 1))
