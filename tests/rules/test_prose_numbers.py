"""A11: a count and the things that are listed for it, one by one."""

import pytest

from generator.rules.dossier.prose_numbers import counts_in


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("签订施工合同3份，分别为一标、二标、三标。", []),
        ("签订施工合同4份，分别为一标、二标、三标。", [("4份", "3 份")]),
        ("设有3个科室：甲科、乙科。", [("3个", "2 个")]),
        ("办班12场，分别为3场、4场、5场。", []),  # parts of a number
        ("签订合同4份：甲方、乙方。", []),  # of contracts a colon leads to anything
    ],
)
def test_a_count_is_held_against_what_is_listed_for_it(text, told):
    assert [(slip.left, slip.right) for slip in counts_in(text)] == told
