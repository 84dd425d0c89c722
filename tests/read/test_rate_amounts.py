"""A rate is that of two amounts when it is right by one of a hundred, and against none."""

from decimal import Decimal

import pytest

from generator.read.rate_amounts import borne_out, denies, holds


def line(budget, spent, rate, *, is_rate=True):
    said = (budget, spent, rate)
    return {n: (Decimal(value), n == 2 and is_rate) for n, value in enumerate(said)}


@pytest.mark.parametrize(("rate", "is_of_them"), [("0.51", True), ("0.49", True), ("0.511", False)])
def test_a_rate_is_right_to_one_per_cent(rate, is_of_them):
    own = line("100", "50", rate)
    assert (holds(own, (0, 1, 2)), denies(own, (0, 1, 2))) == (is_of_them, not is_of_them)


@pytest.mark.parametrize(("is_rate", "is_of_them"), [(False, True), (True, False)])
def test_a_bare_number_may_be_one_of_a_hundred(is_rate, is_of_them):
    assert holds(line("100", "50", "50", is_rate=is_rate), (0, 1, 2)) is is_of_them


def test_what_one_row_denies_is_not_borne_out():
    roles, good = {0: "", 1: "", 2: ""}, line("100", "50", "0.5")
    assert borne_out([good], roles) == (0, 1, 2)
    assert borne_out([good, line("100", "50", "0.6")], roles) is None
