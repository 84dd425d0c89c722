"""Targets and actuals that are values but for how they are put."""

import pytest

from generator.base.measure_slips import put_right


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("=>90%", ["≥90%"]),
        ("＝<3次", ["≤3次"]),
        ("百分之九十", ["90%"]),
        ("≥百分之98.5", ["≥98.5%"]),
        ("≥九十", ["≥90"]),
        ("≥三十二册", ["≥32册"]),
        ("24年11月底前", ["2024年11月底前"]),
        ("2024年11月20", ["2024年11月20日"]),
        ("2024年11月20前", ["2024年11月20日前"]),
        ("2024-11-20日", ["2024-11-20"]),
        ("一级", []),  # a word, and no number
        ("十分满意", []),
        ("90%≥", []),  # nobody knows which way it is meant
        ("≥90%", []),
        ("2024年11月", []),
        ("2024年11月20日", []),
        ("百分之几", []),
    ],
)
def test_what_may_be_meant(text, meant):
    assert [said for said, _ in put_right(text)] == meant
    assert all(slip for _, slip in put_right(text))
