"""Rows of items that a scheme scores: which headings stand above them, and what their cells say."""

import pytest

from generator.load.label_packs import load_labels
from generator.load.packs import find_packs
from generator.model.item import Item
from generator.model.units import Units
from generator.read.item_rows import find_items, read_items
from generator.read.label_book import LabelBook
from generator.read.reading_order import Desk
from tests.read.cells import table

ITEMS = [Item(name="台账完整", weight=5)]
BOOK = LabelBook(load_labels(find_packs(None))[0], Units(), items=ITEMS)


@pytest.mark.parametrize(
    ("rows", "row", "roles"),
    [
        ("事项 | 得分\n台账完整 | 4", 0, ["score"]),
        ("事项 | 说明\n^ | 得分\n台账完整 | 4", 1, None),
        ("事项\n台账完整", 0, None),
    ],
    ids=["both", "the names have none in this row", "the names alone"],
)
def test_items_have_a_heading_and_what_is_said_of_them_another(rows, row, roles):
    found = find_items(table(rows), row, BOOK)
    assert (found and [role for _, role in found.columns]) == roles


def test_an_answer_stands_on_one_line_and_a_reason_as_it_is_written():
    own = Desk(BOOK)
    rows = table("事项 | 完成情况 | 扣分原因\n台账完整 | 基 本\\n完 整 | 缺 一 本")
    read_items(find_items(rows, 0, BOOK), rows, own)
    (said,) = own.need().values["item"]
    assert (said["answer"], said["reason"]) == ("基本完整", "缺 一 本")
