"""Rows found by the cores of their names: as by going through all of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.rules.printed_form import Row
from generator.rules.printed_value import Text
from generator.rules.row_cores import SHORTEST, RowCores
from tests.rules.forms import BOOK

ENDINGS = BOOK.words.words("counted-in")
NAMES = st.text("甲乙丙", min_size=1, max_size=9)
CALLED = st.text("甲乙丙", max_size=12)


def rows_of(names):
    return {name: Row(Text(name)) for name in names}


def gone_through(rows, called):
    found = []
    for name, row in rows.items():
        core = name.removesuffix(next((w for w in ENDINGS if name.endswith(w)), ""))
        if len(core) >= SHORTEST and (core in called or called in core):
            found.append(row)
    return found[0] if len(found) == 1 else None


@given(st.lists(st.builds(str.__add__, NAMES, st.sampled_from(["", *ENDINGS[:3]]))), CALLED)
def test_the_only_row_is_found_and_of_several_none(names, called):
    rows = rows_of(names)
    if len(called) >= SHORTEST:
        assert RowCores(rows, ENDINGS).only(called) is gone_through(rows, called)


def test_what_only_counts_is_no_part_of_the_name():
    assert ENDINGS
    rows = rows_of([f"渠道清淤{ENDINGS[0]}", "村道硬化里程"])
    cores = RowCores(rows, ENDINGS)
    assert cores.only("完成渠道清淤") is rows[f"渠道清淤{ENDINGS[0]}"]
    assert cores.only("村道硬化") is rows["村道硬化里程"]
    assert cores.only("校舍维修") is None


def test_a_name_that_two_rows_hold_is_of_neither():
    rows = rows_of(["东片渠道清淤长度", "西片渠道清淤长度"])
    assert RowCores(rows, ENDINGS).only("渠道清淤") is None


def test_a_name_that_leaves_something_out_is_that_of_the_one_row_that_says_more():
    rows = rows_of(["整治重点排污口", "新建村级充电桩", "新建镇级充电桩"])
    cores = RowCores(rows, ENDINGS)
    assert cores.longer("整治排污口") is rows["整治重点排污口"]
    assert cores.longer("新建充电桩") is None
    assert cores.longer("整治重点排污口") is None
    assert cores.longer("整重点口") is None


@pytest.mark.parametrize(
    ("name", "called", "is_found"),
    [
        ("渠道清淤", "完成渠道清淤", True),
        ("清渠淤", "完成清渠淤", False),
        ("渠道清淤长度", "渠道清淤", True),
        ("渠道清淤长度", "道清淤", False),
    ],
)
def test_a_core_has_four_signs(name, called, is_found):
    rows = rows_of([name])
    assert (RowCores(rows, ()).only(called) is rows[name]) is is_found


@pytest.mark.parametrize(
    ("called", "is_found"), [("整治排污", True), ("整排污", False), ("整治污", False)]
)
def test_a_shortened_name_keeps_two_signs_at_both_ends(called, is_found):
    rows = rows_of(["整治重点排污"])
    assert (RowCores(rows, ()).longer(called) is rows["整治重点排污"]) is is_found


@pytest.mark.parametrize(
    ("name", "called", "is_found"),
    [("高血压者管理", "管理高血压者", True), ("血压者管理", "管理血压者", False)],
)
def test_six_signs_in_another_order_are_the_name(name, called, is_found):
    rows = rows_of([name])
    assert (RowCores(rows, ()).turned(called) is rows[name]) is is_found
