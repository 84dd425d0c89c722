"""A number that is known by itself, without its unit."""

import pytest

from generator.roundtrip.carried_edits import is_telling


@pytest.mark.parametrize(
    ("shown", "expected"),
    [("123", True), ("12", False), ("5%", True), ("约五", False), ("1.5", True)],
)
def test_three_digits_or_anything_beside_them_tell(shown, expected):
    assert is_telling(shown) is expected
