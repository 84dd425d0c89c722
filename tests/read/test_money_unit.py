"""Whatever unit a form prints its amounts in, inputs hold the same amounts to the last digit."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.foreign import picture, read_word, understood

SIZES = {
    "元": "0.0001",
    "百元": "0.01",
    "千元": "0.1",
    "万元": "1",
    "十万元": "10",
    "百万元": "100",
    "千万元": "1000",
    "亿元": "10000",
}
KNOWN = ("元", "千元", "万元", "亿元")
UNITS = st.sampled_from([*SIZES])
AMOUNTS = st.decimals(0, 9999, places=3)


def form(where, unit, initial, budget, spent):
    head = f"项目资金（{unit}）" if where == "block" else "项目资金"
    columns = [
        f"{c}（{unit}）" if where == "columns" else c
        for c in ("年初预算数", "全年预算数", "全年执行数")
    ]
    rows = picture(f"""项目名称 | 河道清淤 | < | < | <
{head} |  | {" | ".join(columns)}
^ | 年度资金总额 | {initial} | {budget} | {spent}
^ | 其中：财政拨款 | {initial} | {budget} | {spent}
""")
    above = [f"金额单位：{unit}"] if where == "line" else []
    return read_word("2023年度项目支出绩效自评表", *above, rows)


def in_wan(funds, key):
    return funds[key] * Decimal(SIZES[funds.get("unit", "万元")])


@pytest.mark.parametrize("where", ["block", "columns", "line"])
@given(unit=UNITS, amounts=st.tuples(AMOUNTS, AMOUNTS, AMOUNTS))
def test_amounts_are_the_same_in_any_unit(where, unit, amounts):
    (subject,) = understood(form(where, unit, *amounts)).subjects
    funds = subject.values["funds"]
    assert funds.get("unit", "万元") in KNOWN
    wanted = [amount * Decimal(SIZES[unit]) for amount in amounts]
    assert [in_wan(funds, key) for key in ("initial", "budget", "spent")] == wanted
    (source,) = funds["sources"]
    held = [
        source[key] * Decimal(SIZES[funds.get("unit", "万元")])
        for key in ("initial", "budget", "spent")
    ]
    assert held == wanted


@pytest.mark.parametrize(("unit", "is_told"), [("百万元", True), ("千元", False), ("万元", False)])
def test_a_conversion_is_told(unit, is_told):
    (subject,) = understood(form("block", unit, 1, 2, 3)).subjects
    assert any(f"1{unit}＝" in remark for remark in subject.remarks) == is_told


def test_an_amount_with_a_unit_of_its_own_keeps_its_worth():
    rows = [["年初预算数", "1.2"], ["全年预算数", "130万元"], ["全年执行数（千元）", "800"]]
    draft = understood(read_word("2023年度项目支出绩效自评表", "金额单位：百万元", rows))
    funds = draft.subjects[0].values["funds"]
    assert (funds["initial"], funds["budget"], funds["spent"]) == (120, 130, 80)


def test_amounts_of_a_department_have_the_unit_of_their_form():
    rows = [
        ["部门名称", "某县水利局"],
        ["基本支出总额（元）", "12000"],
        ["项目支出总额（元）", "30000"],
    ]
    draft = understood(read_word("2023年度部门整体支出绩效自评表", rows))
    values = draft.subjects[0].values
    assert values["funds"]["unit"] == "元"
    assert values["department"]["basic"] == 12000
