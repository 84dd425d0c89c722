import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.chinese import (
    date_text,
    digit_by_digit,
    formal_numeral,
    from_digits,
    half_width,
    numeral,
    parse_date,
    to_number,
)

NUMERALS = [
    (0, "零"),
    (1, "一"),
    (10, "十"),
    (11, "十一"),
    (12, "十二"),
    (20, "二十"),
    (21, "二十一"),
    (99, "九十九"),
    (100, "一百"),
    (101, "一百零一"),
    (108, "一百零八"),
    (110, "一百一十"),
    (111, "一百一十一"),
    (1000, "一千"),
    (1001, "一千零一"),
    (1010, "一千零一十"),
    (1100, "一千一百"),
    (2023, "二千零二十三"),
    (9999, "九千九百九十九"),
    (10_000, "一万"),
    (10_001, "一万零一"),
    (10_010, "一万零一十"),
    (10_100, "一万零一百"),
    (11_000, "一万一千"),
    (100_000, "十万"),
    (100_010, "十万零一十"),
    (120_000, "十二万"),
    (35_000, "三万五千"),
    (10_000_000, "一千万"),
    (99_999_999, "九千九百九十九万九千九百九十九"),
]


@pytest.mark.parametrize(("number", "text"), NUMERALS)
def test_a_number_is_written_in_chinese_and_read_again(number: int, text: str) -> None:
    assert numeral(number) == text
    assert to_number(text) == number


def test_every_numeral_up_to_9999_is_read_again_and_none_is_used_twice() -> None:
    texts = [numeral(number) for number in range(10_000)]
    assert len(set(texts)) == len(texts)
    assert [to_number(text) for text in texts] == list(range(10_000))


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("两", 2),
        ("两百", 200),
        ("两千零八", 2008),
        ("两万", 20_000),
        ("两万两千两百", 22_200),
        ("一百〇八", 108),
        ("〇", 0),
        ("一十二", 12),
        (" 十二 ", 12),
    ],
)
def test_other_ways_to_write_a_numeral_are_read(text: str, number: int) -> None:
    assert to_number(text) == number


NO_NUMERALS = """
件 二三 两三 百 万 十百 一百二 二百零 零五 两十 十两 二十两 一百八 一零八 十二件 12 一万万万
一亿 一百零二十 千方百计
"""


@pytest.mark.parametrize("text", [*NO_NUMERALS.split(), ""])
def test_what_is_not_a_numeral_is_not_a_number(text: str) -> None:
    assert to_number(text) is None


@pytest.mark.parametrize("number", [-1, 100_000_000])
def test_a_number_without_numeral_is_refused(number: int) -> None:
    with pytest.raises(ValueError, match="no numeral"):
        numeral(number)


@settings(max_examples=200)
@given(st.text("零〇一二三四五六七八九两十百千万件", max_size=9) | st.text(max_size=9))
def test_reading_a_numeral_never_fails(text: str) -> None:
    number = to_number(text)
    assert number is None or to_number(numeral(number)) == number


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("３０件", "30件"),
        ("≥９０％", "≥90%"),
        ("＋１．５", "+1.5"),
        ("－３％", "-3%"),
        ("＞＝８０", ">=80"),
        ("＜５", "<5"),
        ("６３％～６８％", "63%~68%"),
        ("ＡＺａｚ", "AZaz"),
        ("一　二", "一 二"),
        ("，。；：（）？！、“”《》【】", "，。；：（）？！、“”《》【】"),
    ],
)
def test_only_what_carries_a_number_becomes_half_width(wide: str, narrow: str) -> None:
    assert half_width(wide) == narrow


@pytest.mark.parametrize(
    "text",
    [
        "2023年4月27日",
        "2023-04-27",
        "2023.4.27",
        "2023/4/27",
        " 2023 年 4 月 27 日 ",
        "２０２３年４月２７日",
        "2023年04月27日",
        "2023-4-27",
    ],
)
def test_a_date_is_read_in_every_common_form(text: str) -> None:
    assert parse_date(text) == datetime.date(2023, 4, 27)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2023年2月29日",
        "2023-02-30",
        "2023年13月1日",
        "0000-01-01",
        "2023-4.27",
        "2023年4月",
        "4月27日",
        "23-04-27",
        "2023年4月27日前",
        "٢٠٢٣-04-27",
        "2023年4月27",
    ],
)
def test_a_day_that_does_not_exist_or_is_not_whole_is_no_date(text: str) -> None:
    assert parse_date(text) is None


@settings(max_examples=100)
@given(st.dates(min_value=datetime.date(1000, 1, 1)))
def test_a_written_date_is_read_again(date: datetime.date) -> None:
    assert parse_date(date_text(date)) == date
    assert parse_date(date.isoformat()) == date


def test_a_date_is_printed_without_leading_zeros() -> None:
    assert date_text(datetime.date(2023, 4, 7)) == "2023年4月7日"


@pytest.mark.parametrize(("number", "text"), [(108, "壹佰零捌"), (2023, "贰仟零贰拾叁"), (0, "零")])
def test_a_formal_numeral_is_that_of_cheques(number, text):
    assert formal_numeral(number) == text


@pytest.mark.parametrize("text", ["二〇二四", "二零二四", "二○二四", "二Ｏ二四"])
def test_a_year_is_read_digit_by_digit_whatever_its_nought(text):
    assert from_digits(text) == 2024
    assert digit_by_digit(2024) == "二〇二四"
