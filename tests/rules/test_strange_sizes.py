"""A digit too many: the value without it is a usual one, and it has three digits at least."""

import pytest

from generator.rules.dossier.strange_sizes import _without_a_digit
from tests.rules.forms import UNITS


@pytest.mark.parametrize(
    ("target", "actual", "meant"),
    [
        ("≥10所", "100所", "10所"),
        ("≥8所", "80所", ""),
        ("≥10所", "130所", "13所"),
        ("≥10所", "140所", ""),
        ("≥100所", "1100所", "110所"),
        ("≥60所", "120所", ""),
        ("≥90所", "190所", "90所"),
        ("≥96所", "191所", ""),
    ],
)
def test_a_value_without_one_digit_is_at_its_target_or_a_little_beyond(target, actual, meant):
    assert _without_a_digit(UNITS.measure(target), UNITS.measure(actual)) == meant
