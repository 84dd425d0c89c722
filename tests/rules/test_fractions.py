"""Targets and points that were typed as parts of 1."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from generator.rules.dossier.fractions import (
    _is_share,
    is_sure,
    per_cent_of_target,
    target_in_per_cent,
)
from generator.use.check.examine import examine
from generator.use.libraries import Libraries
from tests.conftest import ROOT

LIBRARY = Libraries().of(ROOT)[0]


@pytest.mark.parametrize(
    ("target", "actual", "meant"),
    [
        ("≥0.9", "93%", "≥90%"),
        ("0.9", "93%", "90%"),
        ("≥0.935", "93%", "≥93.5%"),
        ("≥0.9%", "93%", "≥90%"),
        ("≥0.9%", "50.1%", "≥90%"),
        ("≥0.9%", "50%", ""),  # may be what it says
        ("≥0.9", "1%", ""),
        ("≥1", "93%", ""),  # the whole, or one in a hundred
        ("≥0.9", "0.93", ""),
        ("≥0.9", "93", ""),
        ("≤0.5", "3%", ""),  # a bound that was not kept
        ("≥0.9公里", "93%", ""),
        ("≥90%", "93%", ""),
    ],
)
def test_a_target_as_a_fraction_beside_a_rate(target, actual, meant):
    assert target_in_per_cent(target, actual, LIBRARY.units) == meant


@pytest.mark.parametrize(("target", "sure"), [("≥0.9", True), ("≥0.9%", False), ("≥0.9％", False)])
def test_a_fraction_with_a_sign_is_not_sure(target, sure):
    assert is_sure(target) is sure


@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({"weight = 50": "weight = 0.5"}, ["A03"]),  # neither the sums nor the whole beside it
        ({"weight = 50": "weight = 0.5", "weight = 30": "weight = 0.3"}, ["A03", "A03"]),
        ({'"≥90%"': '"≥0.9"'}, ["C08"]),  # and not that it was exceeded
        ({'"≥90%"': '"≥0"'}, []),
        ({'"≥20000册"': '"≥200"'}, ["C03"]),  # a hundred times: who knows of which unit
        ({'"93%"': '"1"'}, ["C08"]),
    ],
)
def test_what_follows_is_not_told_beside_it(dossier, change, codes):
    found = examine(dossier(change=change), LIBRARY).problems
    assert [problem.code for problem in found] == codes


@pytest.mark.parametrize(
    ("target", "actual", "meant"),
    [("≥92%", "1", ""), ("≥92%", "1.5", "1.5%"), ("≥92%", "93", "93%"), ("≥92%", "93%", "")],
)
def test_of_one_beside_a_rate_nobody_knows_whether_it_is_the_whole(target, actual, meant):
    row = SimpleNamespace(target=target, actual=actual)
    assert per_cent_of_target(row, LIBRARY.units) == meant


@pytest.mark.parametrize(
    ("weight", "is_share"), [("0", False), ("0.5", True), ("1", False), ("1.5", False)]
)
def test_a_weight_below_one_is_a_share(weight, is_share):
    assert _is_share(Decimal(weight)) is is_share
