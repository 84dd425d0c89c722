"""Rows that break a source down: noted where several of them come to it."""

from decimal import Decimal

import pytest

from generator.read.draft import SubjectDraft
from generator.read.funds_columns import MoneyColumn
from generator.read.funds_lines import FundsLine, FundsLines
from generator.read.table_rows import Spot
from tests.read.cells import desk, row

SPENT = MoneyColumn(1, 2, "全年执行数", "spent")


def line(label, amount):
    said, cell = row(f"{label} | {amount}")
    return FundsLine(Spot(said, ""), ((SPENT, cell),))


@pytest.mark.parametrize(
    ("labels", "is_whole"),
    [(("其他资金", "小计"), True), (("小计",), False), (("小计", "小计"), False)],
)
def test_what_is_called_a_subtotal_below_one_source_is_the_whole(labels, is_whole):
    funds = FundsLines(desk(), SubjectDraft("project"))
    found = funds._subtotal([line(label, 5) for label in labels])
    assert (found is not None) is is_whole


@pytest.mark.parametrize(
    ("parts", "noted"), [((5,), ()), ((3, 2), (3, 2)), ((3, 1), ())], ids=["one", "two", "less"]
)
def test_two_parts_that_come_to_a_source_are_held_against_it(parts, noted):
    subject = SubjectDraft("project")
    subject.values["funds"] = {"sources": [{"name": "其他资金"}]}
    lines = [line(f"其中：第{n}批", amount) for n, amount in enumerate(parts, 1)]
    FundsLines(desk(), subject)._write_parts("其他资金", line("其他资金", 5), lines)
    assert tuple(part.value for part in subject.source_parts) == tuple(map(Decimal, noted))
