"""What may be meant by values that no rule reads."""

import pytest

from generator.base.value_guesses import guessed_days, guesses


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("98%≤", ["≤98%"]),
        ("《98%", ["≤98%"]),
        ("达到 98%", []),
        ("完成98%", ["98%"]),
        ("20-10卷", ["10-20卷"]),
        ("98%", []),
    ],
)
def test_a_number_is_put_as_it_may_be_meant(said, meant):
    assert [guess.meant for guess in guesses(said)] == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("11.30前", ["2024年11月30日前"]),
        ("2024/2", ["2024年2月"]),
        ("2月下旬", ["2024年2月29日"]),
        ("2023年2月下旬", ["2023年2月28日"]),
        ("13月上旬", []),
        ("11月12日至12月3日", ["12月3日"]),
        ("三季度末", ["2024年9月底前"]),
        ("11月前", ["11月底前"]),
        ("2024年11月12日", []),
    ],
)
def test_a_day_is_put_with_its_year(said, meant):
    assert [guess.meant for guess in guessed_days(said, 2024)] == meant
