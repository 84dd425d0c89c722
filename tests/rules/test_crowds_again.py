"""The same people with two values: two digits changed over, and one more word in common."""

import pytest

from tests.rules.forms import BOOK, form


@pytest.mark.parametrize(
    ("again", "told"),
    [
        ("惠及农村群众1.68万人。", [("1.68万人", "1.86万人")]),
        ("1.68万名农村居民受益。", [("1.68万人", "1.86万人")]),
        ("惠及农村群众1.87万人。", []),  # another number
        ("惠及城区居民1.68万人。", []),  # other people
        ("接待农村群众1.68万人次。", []),  # visits
        ("上年惠及农村群众1.68万人。", []),
        ("惠及农村群众168人。", []),
    ],
)
def test_the_same_people_are_known_by_a_word_and_by_their_digits(again, told):
    said = form(sentences=["改善1.86万农村人口供水条件。", again])
    found = [(f.left, f.right) for f in BOOK.findings(said) if f.id == "crowd-again"]
    assert found == told


def test_numbers_of_two_digits_are_alike_by_chance():
    said = form(sentences=["培训农村人口21人。", "培训农村群众12人。"])
    assert [f.id for f in BOOK.findings(said) if f.id == "crowd-again"] == []
