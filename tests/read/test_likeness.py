"""How like a label has to be to a known word, and how long."""

import pytest

from generator.read.likeness import Likeness

SIGNS = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰"


@pytest.mark.parametrize(
    ("known", "label", "is_like"),
    [
        ("一二三四五六", "一二啊四五六", True),  # 8 of 11 signs and pairs: 0.727
        ("一二三四", "一二三啊", False),  # 5 of 7: 0.714
        ("一二三", "一二三", True),
        ("一二", "一二", False),
        (SIGNS[:24], SIGNS[:24], True),
        (SIGNS[:25], SIGNS[:25], False),
    ],
)
def test_a_label_is_known_by_most_of_its_signs_and_pairs(known, label, is_like):
    assert Likeness({known: "name"}, ()).nearest(label) == ("name" if is_like else "")
