"""The line of over-completion: what reaches it goes beyond, what stays below does not."""

from decimal import Decimal
from fractions import Fraction

import pytest

from generator.model.scheme_bounds import Threshold
from generator.score.beyond import goes_beyond

LINE = Threshold(percent=Decimal(130), basis="b1")


@pytest.mark.parametrize(
    ("reached", "bound", "expected"),
    [
        (Fraction(130, 100), LINE, True),
        (Fraction(1299, 1000), LINE, False),
        (None, LINE, False),
        (Fraction(9), None, False),
    ],
)
def test_the_line_itself_is_beyond(reached, bound, expected):
    assert goes_beyond(reached, bound) is expected
