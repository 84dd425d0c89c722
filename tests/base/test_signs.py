"""Numbers of items are no part of the numbers behind them; signs of multiplication are many."""

import re

import pytest

from generator.base.signs import TIMES, without_list_signs


@pytest.mark.parametrize(
    ("texts", "plain"),
    [
        (
            ["说明：1.预算已调整。", "2.90（含）—100分为优。"],
            ["说明：1.预算已调整。", "2、90（含）—100分为优。"],
        ),
        (["1.90分以上为优；2.80分以上为良"], ["1、90分以上为优；2、80分以上为良"]),
        (["注：1.10分×执行率\n2.20分为满意度"], ["注：1、10分×执行率\n2、20分为满意度"]),
        (
            ["1.机井12眼。", "2.水厂3座。", "3.5万人受益。"],
            ["1.机井12眼。", "2.水厂3座。", "3、5万人受益。"],
        ),
        (["2.90万元用于培训。"], ["2.90万元用于培训。"]),
        (["1.5万亩。", "3.6万亩。"], ["1.5万亩。", "3.6万亩。"]),
        (
            ["1.预算已调整。", "其余不变。", "2.90万元。"],
            ["1.预算已调整。", "其余不变。", "2.90万元。"],
        ),
        (["1.预算已调整。", "2.05万元。"], ["1.预算已调整。", "2.05万元。"]),
        (["支出1.2万元和2.3万元"], ["支出1.2万元和2.3万元"]),
    ],
)
def test_numbers_of_items_are_parted_from_numbers(texts, plain):
    assert without_list_signs(texts) == plain
    assert [len(text) for text in plain] == [len(text) for text in texts]


@pytest.mark.parametrize("sign", ["×", "*", "x", "X", "＊", "·", "乘以", "乘", "ｘ", "Ｘ"])
def test_a_sign_of_multiplication_is_known(sign):
    assert re.fullmatch(TIMES, sign)


@pytest.mark.parametrize("sign", ["-", "—", "、", "/", "÷", "+"])
def test_other_signs_are_none(sign):
    assert not re.fullmatch(TIMES, sign)
