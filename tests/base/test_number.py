from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.number import apart, approximate, fixed, plain, round_half_up, truncate


@pytest.mark.parametrize(
    ("exact", "places", "text"),
    [
        (Fraction("16.865"), 2, "16.87"),
        (Fraction("16.8649999"), 2, "16.86"),
        (Decimal("2.675"), 2, "2.68"),
        (Decimal("0.5"), 0, "1"),
        (Decimal("1.5"), 0, "2"),
        (Decimal("2.5"), 0, "3"),
        (Decimal("-0.5"), 0, "-1"),
        (Decimal("-2.345"), 2, "-2.35"),
        (Decimal("-0.001"), 2, "0.00"),
        (17, 2, "17.00"),
        (Fraction(20 * 30182, 35800), 0, "17"),
        (Fraction(2, 3), 3, "0.667"),
        (0, 1, "0.0"),
        (Decimal("1250"), -2, "1.3E+3"),
    ],
)
def test_a_half_is_rounded_away_from_zero(
    exact: Fraction | Decimal | int, places: int, text: str
) -> None:
    assert str(round_half_up(exact, places)) == text


@pytest.mark.parametrize(
    ("exact", "places", "text"),
    [
        (Fraction("89.869"), 1, "89.8"),
        (Fraction("-89.869"), 1, "-89.8"),
        (Fraction("-0.009"), 2, "0.00"),
        (Decimal("3"), 2, "3.00"),
        (Fraction(2, 3), 0, "0"),
    ],
)
def test_truncation_cuts_towards_zero(exact: Fraction | Decimal, places: int, text: str) -> None:
    assert str(truncate(exact, places)) == text


def test_a_number_longer_than_any_decimal_context_is_rounded_exactly() -> None:
    nines = "9" * 60
    assert str(round_half_up(Decimal(f"{nines}.994"), 2)) == f"{nines}.99"
    assert str(round_half_up(Decimal(f"{nines}.995"), 2)) == f"1{'0' * 60}.00"
    assert plain(truncate(Fraction(10**5000, 3), 0)) == "3" * 5000


def _round_by_hand(digits: str, fraction: str, places: int) -> str:
    """Round written digits as in school: look at the next digit, then carry from the right."""
    kept, following = (
        list(digits + fraction[:places].ljust(places, "0")),
        fraction[places : places + 1],
    )
    if following in ("5", "6", "7", "8", "9"):
        index = len(kept) - 1
        while index >= 0 and kept[index] == "9":
            kept[index] = "0"
            index -= 1
        if index >= 0:
            kept[index] = chr(ord(kept[index]) + 1)
        else:
            kept.insert(0, "1")
    whole, rest = "".join(kept[: len(kept) - places]), "".join(kept[len(kept) - places :])
    return (whole.lstrip("0") or "0") + ("." + rest if places else "")


digit_strings = st.text("0123456789", min_size=1, max_size=40)


@settings(max_examples=200)
@given(
    digit_strings, st.text("0123459", max_size=12), st.integers(0, 8), st.sampled_from(("", "-"))
)
def test_rounding_agrees_with_rounding_by_hand(
    whole: str, rest: str, places: int, sign: str
) -> None:
    exact = Decimal(f"{sign}{whole}.{rest or '0'}")
    expected = _round_by_hand(whole, rest, places)
    if expected.strip("0."):
        expected = sign + expected
    assert fixed(exact, places) == expected
    assert fixed(Fraction(exact), places) == expected


@settings(max_examples=100)
@given(digit_strings, st.text("0123456789", max_size=12), st.integers(0, 8))
def test_truncation_keeps_the_digits_that_were_there(whole: str, rest: str, places: int) -> None:
    expected = (whole.lstrip("0") or "0") + (
        "." + rest[:places].ljust(places, "0") if places else ""
    )
    assert format(truncate(Decimal(f"{whole}.{rest or '0'}"), places), "f") == expected


@settings(max_examples=100)
@given(st.fractions(), st.integers(0, 6))
def test_a_rounded_number_is_never_more_than_half_a_step_away(exact: Fraction, places: int) -> None:
    distance = abs(Fraction(round_half_up(exact, places)) - exact)
    assert distance * 2 * 10**places <= 1


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("1715.80", "1715.8"),
        ("1E+3", "1000"),
        ("-0", "0"),
        ("0.00", "0"),
        ("0E+2", "0"),
        ("100", "100"),
        ("-3.50", "-3.5"),
        ("1E-8", "0.00000001"),
        ("12345678901234567890123456789012345.10", "12345678901234567890123456789012345.1"),
    ],
)
def test_a_plain_number_has_no_exponent_and_no_idle_zeros(value: str, text: str) -> None:
    assert plain(Decimal(value)) == text


@pytest.mark.parametrize(
    ("value", "places", "text"),
    [("17", 2, "17.00"), ("16.865", 2, "16.87"), ("1E+3", 1, "1000.0"), ("-0.4", 0, "0")],
)
def test_a_fixed_number_has_all_its_places(value: str, places: int, text: str) -> None:
    assert fixed(Decimal(value), places) == text


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        (Fraction(60364, 3580), "16.8614…"),
        (Fraction(1, 3), "0.3333…"),
        (Fraction(-1, 3), "-0.3333…"),
        (Fraction(-1, 10**9), "-0.0000…"),
        (Fraction(2, 3), "0.6666…"),
        (Fraction(1, 8), "0.125"),
        (Fraction(1, 16), "0.0625"),
        (Fraction(1, 32), "0.0312…"),
        (Fraction(17), "17"),
        (Fraction(0), "0"),
        (Fraction(-5, 2), "-2.5"),
    ],
)
def test_a_trace_cuts_a_number_that_does_not_end(exact: Fraction, text: str) -> None:
    assert approximate(exact) == text


def test_a_trace_may_show_fewer_places() -> None:
    assert approximate(Fraction(1, 3), digits=2) == "0.33…"
    assert approximate(Fraction(1, 8), digits=2) == "0.12…"


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        (Fraction(8995, 100), "89.95"),
        (Fraction(89996, 1000), "89.996"),
        (Fraction(8999999, 100000), "89.99999"),
        (Fraction(90), "90"),
        (Fraction(90001, 1000), "90.001"),
    ],
)
def test_what_is_below_a_bound_does_not_look_like_the_bound(exact: Fraction, text: str) -> None:
    assert plain(apart(exact, Fraction(90), 2)) == text
