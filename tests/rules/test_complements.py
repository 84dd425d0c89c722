"""Words of which one denies the other: what is denied has two signs at least."""

import pytest

from generator.rules.complements import are_opposites
from tests.rules.forms import BOOK


@pytest.mark.parametrize(
    ("one", "other", "is_so"),
    [
        ("检测合格", "检测不合格", True),
        ("水质不达标", "水质达标", True),
        ("升高", "不高", False),
        ("检测合格", "抽查不达标", False),
    ],
)
def test_one_of_two_denies_the_other(one, other, is_so):
    assert are_opposites(one, other, BOOK.words) is is_so
