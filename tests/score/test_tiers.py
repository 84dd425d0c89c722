"""Tiers at their bounds: a bound that two tiers touch belongs to exactly one of them."""

from decimal import Decimal

import pytest

from generator.score.tiers import lies_in, tier_of

TOUCHING = {"达成": (80, 100, True), "部分": (50, 80, True), "未达成": (0, 50, True)}
LOWER_LEFT_OUT = {"达成": (80, 100, False), "部分": (60, 80, False), "未达成": (0, 60, True)}


@pytest.fixture
def scheme(shipped):
    """Lay out three tiers: from, to, and whether the lower bound belongs to the tier."""

    def make(tiers):
        whole = shipped("hubei-2020")
        return whole.changed(
            tier=tuple(
                whole.tier[0].changed(
                    label=label, from_=Decimal(low), to=Decimal(high), from_included=has_low
                )
                for label, (low, high, has_low) in tiers.items()
            )
        )

    return make


@pytest.mark.parametrize(
    ("tiers", "score", "label"),
    [
        (TOUCHING, "100", "达成"),
        (TOUCHING, "80", "达成"),
        (TOUCHING, "79.9", "部分"),
        (TOUCHING, "50", "部分"),
        (TOUCHING, "49.9", "未达成"),
        (TOUCHING, "0", "未达成"),
        (TOUCHING, "100.1", None),
        (LOWER_LEFT_OUT, "80.1", "达成"),
        (LOWER_LEFT_OUT, "80", "部分"),
        (LOWER_LEFT_OUT, "60.1", "部分"),
        (LOWER_LEFT_OUT, "60", "未达成"),
        (LOWER_LEFT_OUT, "0", "未达成"),
        (LOWER_LEFT_OUT, "-0.1", None),
    ],
)
def test_every_score_lies_in_the_one_tier_that_has_its_bound(scheme, tiers, score, label):
    laid = scheme(tiers)
    of = [tier.label for tier in laid.tier if lies_in(Decimal(score), Decimal(100), tier, laid)]
    assert of == ([label] if label else [])


@pytest.mark.parametrize(
    ("score", "weight", "label"), [("0", "0", "达成"), ("1", "0", None), ("1", "1", "达成")]
)
def test_a_row_without_points_has_none_to_give(scheme, score, weight, label):
    tier = tier_of(Decimal(score), Decimal(weight), scheme(TOUCHING))
    assert (tier.label if tier else None) == label


def test_the_tier_is_named_where_the_method_is_one_of_tiers(judged):
    row = {"target": "定性", "actual": "较好", "scheme": "hubei-2020", "score": Decimal(9)}
    assert judged(**row).score.trace.formula == "单位自评 9 分，达成预期指标档（100%–80%）"
