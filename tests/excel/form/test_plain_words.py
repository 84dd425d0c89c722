"""Values go into cells in plain words, and come back as the values that they were."""

import datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.excel.form.plain_words import meant, plain_words, same_words, value_of
from generator.excel.form.slot import SlotKind as Kind

BACK = [
    (Kind.NUMBER, Decimal("0.30"), Decimal("0.3")),
    (Kind.NUMBER, 3, Decimal(3)),
    (Kind.WHOLE, 2, 2),
    (Kind.DAY, datetime.date(2024, 2, 29), datetime.date(2024, 2, 29)),
    (Kind.DAY, "2024年2月29日", datetime.date(2024, 2, 29)),
    (Kind.DAY, "2024年3月", datetime.date(2024, 3, 1)),
    (Kind.FLAG, False, False),
    (Kind.LINES, ["甲", "乙"], ["甲", "乙"]),
    (Kind.TEXT, "一行\n又一行", "一行\n又一行"),
    (Kind.QUANTITY, Decimal("3.50"), "3.50"),
]


@pytest.mark.parametrize(("kind", "value", "back"), BACK)
def test_a_value_comes_back(kind, value, back):
    words = plain_words(kind, value)
    assert value_of(kind, meant(kind, words).words) == back


WRONG = [
    (Kind.NUMBER, "十五"), (Kind.NUMBER, "15分"), (Kind.NUMBER, "1,2"), (Kind.NUMBER, "1e5"),
    (Kind.WHOLE, "2.5"), (Kind.DAY, "2023-02-29"), (Kind.FLAG, "对"),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), WRONG)
def test_what_is_no_value_has_a_fault(kind, text):
    found = meant(kind, text)
    assert (found.words, bool(found.fault)) == ("", True)


def test_texts_that_lines_cannot_hold_are_not_put_into_a_cell():
    assert plain_words(Kind.LINES, ["甲\n乙"]) is None
    assert plain_words(Kind.TEXT, {"甲": 1}) is None


@given(st.text(alphabet=st.characters(blacklist_categories=("Cs", "Cc"))))
def test_a_text_is_itself(text):
    words = plain_words(Kind.TEXT, text)
    assert same_words(meant(Kind.TEXT, words).words, text)
