"""Two digits changed over are a slip in numbers of a hundred at least: of smaller ones two may well have the same."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from generator.rules.short_names import _is_slip


@pytest.mark.parametrize(
    ("one", "other", "is_one"),
    [
        ("1260", "1206", True),
        ("100.12", "100.21", True),
        ("99.12", "99.21", False),
        ("12", "21", False),
        ("1260", "1306", False),
    ],
)
def test_digits_changed_over_are_a_slip_from_a_hundred_on(one, other, is_one):
    facts = [SimpleNamespace(value=Decimal(value)) for value in (one, other)]
    assert _is_slip(*facts) is is_one
    assert _is_slip(*reversed(facts)) is is_one
