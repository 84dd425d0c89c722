"""What rounding may explain of amounts that are printed with different decimals."""

import pytest

from generator.rules.money_account import slack
from tests.rules.forms import CLAIM, _fact


@pytest.mark.parametrize(
    ("texts", "yuan"),
    [
        (("1.25万元", "3.10万元"), 0),
        (("1.2万元", "3.10万元"), 550),
        (("1.2万元", "3万元"), 0),
        (("12万元", "3万元"), 0),
    ],
    ids=["alike", "tenths and hundredths", "a whole number is exact", "whole numbers"],
)
def test_half_a_last_digit_of_each_is_left_where_their_digits_differ(texts, yuan):
    assert slack(*(_fact("amount", "经费", text, CLAIM) for text in texts)) == yuan
