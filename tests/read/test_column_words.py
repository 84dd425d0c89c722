"""How like a heading has to be to a name to say anything of its column."""

from types import SimpleNamespace

import pytest

from generator.read.column_words import ColumnWords


def likeness(known, heading):
    entry = SimpleNamespace(role="name", words=(known,), hints=())
    labels = SimpleNamespace(column=[entry], label=[], sign=[])
    phrases = SimpleNamespace(is_part_of_year=lambda _: False)
    return ColumnWords(labels, str, phrases).likeness(heading)


@pytest.mark.parametrize(
    ("known", "heading", "like"),
    [
        ("一二三四五", "一二甲乙丙", None),  # 0.333
        ("一二三四五六七", "一二三甲乙丙丁戊己", 0.341),
    ],
)
def test_a_third_of_the_signs_and_pairs_says_nothing(known, heading, like):
    found = likeness(known, heading).get("name")
    assert found == (pytest.approx(like, abs=0.002) if like else None)
