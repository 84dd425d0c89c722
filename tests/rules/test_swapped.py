"""Two figures that changed over are a slip of the pen; what differs otherwise is another number."""

from decimal import Decimal

import pytest

from generator.rules.swapped import are_swapped


@pytest.mark.parametrize(
    ("one", "other", "is_swapped"),
    [
        ("12", "21", True),
        ("2.86", "2.68", True),
        ("1536", "1563", True),
        ("38.6", "36.8", True),
        ("12", "12", False),
        ("12", "13", False),
        ("123", "321", False),
        ("12", "210", False),
        ("1234", "2143", False),
        ("1.2", "12", False),
    ],
)
def test_just_two_neighbours_stand_the_other_way_round(one, other, is_swapped):
    assert are_swapped(Decimal(one), Decimal(other)) is is_swapped
