"""Parts that are named alike: how much of the ends of two names makes them kinds of one thing."""

import pytest

from generator.rules.count_parts import are_of_one_kind
from tests.rules.forms import CLAIM, _fact


@pytest.mark.parametrize(
    ("names", "are_alike"),
    [
        (("支出型救助", "急难型救助"), True),
        (("散居农户", "城镇户"), False),
        (("散居农户", "城镇农户"), True),
        (("男性", "女性"), True),
        (("合格", "不合格"), True),
        (("党员", "女性"), False),
        (("党员", "女性", "青年"), True),
    ],
)
def test_two_names_are_of_one_kind_by_their_last_two_signs(names, are_alike):
    parts = [_fact("part", name, "5人", CLAIM) for name in names]
    assert are_of_one_kind(parts) is are_alike
