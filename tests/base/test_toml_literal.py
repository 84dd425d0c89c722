"""Values in TOML: what is written is read again as the same."""

from decimal import Decimal

import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.toml_literal import bare_key, literal

TEXTS = st.text(st.characters(blacklist_categories=["Cs"]), max_size=20)
VALUES = st.recursive(
    TEXTS | st.booleans() | st.integers(-(10**12), 10**12) | st.dates(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
@settings(max_examples=100, deadline=None)
def test_any_value_is_read_again_as_it_was(value):
    assert tomli.loads(f"a = {literal(value)}") == {"a": value}


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9
    )
)
@settings(max_examples=50, deadline=None)
def test_a_decimal_keeps_its_digits(value):
    assert tomli.loads(f"a = {literal(value)}", parse_float=Decimal)["a"] == value


def test_a_key_is_in_quotes_only_where_it_must_be():
    assert [bare_key(k) for k in ("a-b_1", "办案", "a b", "")] == ["a-b_1", '"办案"', '"a b"', '""']
