"""An amount of money as it is said."""

from decimal import Decimal

import pytest

from generator.base.spoken_amount import spoken_amount


@pytest.mark.parametrize(
    ("yuan", "said"),
    [
        ("38000000000", "380 亿元"),
        ("100000000", "1 亿元"),
        ("99999999", "9999.9999 万元"),
        ("10000", "1 万元"),
        ("9999.5", "9999.5 元"),
        ("1000000000000", "1 万亿元"),
        ("0", "0 元"),
    ],
)
def test_an_amount_is_said_in_the_largest_unit(yuan, said):
    assert spoken_amount(Decimal(yuan)) == said
