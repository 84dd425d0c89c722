"""Days that do not exist, and days written otherwise than a file takes them."""

import datetime

import pytest

from generator.base.day_slips import day_slip, impossible_days, in_digits, no_such_day


@pytest.mark.parametrize(
    ("year", "month", "day", "fault"),
    [
        (2023, 11, 30, ""),
        (2023, 11, 31, "没有2023年11月31日，2023年11月只有 30 天"),
        (2024, 2, 29, ""),
        (2023, 2, 29, "没有2023年2月29日，2023年2月只有 28 天"),
        (None, 2, 29, ""),
        (None, 2, 30, "没有2月30日，2月只有 29 天"),
        (2023, 0, 1, "没有 0 月"),
        (2023, 13, 1, "没有 13 月"),
        (2023, 12, 31, ""),
        (2023, 12, 0, "没有2023年12月0日，2023年12月只有 31 天"),
    ],
)
def test_a_day_is_there_or_is_not(year, month, day, fault):
    assert no_such_day(year, month, day) == fault


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2024/3/1", datetime.date(2024, 3, 1)),
        ("2024.03.01", datetime.date(2024, 3, 1)),
        ("2024年3月1日", datetime.date(2024, 3, 1)),
        ("２０２４年３月１号", datetime.date(2024, 3, 1)),
        ("20240301", datetime.date(2024, 3, 1)),
        ("24-03-01", None),
        ("2024-11-31", None),
    ],
)
def test_a_day_by_itself(text, day):
    slip = day_slip(text)
    assert slip is not None
    assert slip.day == day


@pytest.mark.parametrize("text", ["2024年", "3月1日", "100", "2024-03", "99999999"])
def test_what_is_no_day(text):
    assert day_slip(text) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2023年11月30日前开工，２０２３年２月３０日前完工", ["２０２３年２月３０日"]),
        ("13月1日验收，6月底前投用", ["13月1日"]),
        ("于2024-11-31验收", ["2024-11-31"]),
        ("于2024.11.31前验收", ["2024.11.31"]),
        ("2024/9/30至2024/11/31", ["2024/11/31"]),
        ("二〇二四年十一月三十一日", ["二〇二四年十一月三十一日"]),
        ("二○二四年十一月三十日、二月三十日", ["二月三十日"]),
        ("二十一月三日", []),
        ("文号2024-13-2", []),
        ("编码GB2024.11.31、2024.11.31.5", []),
        ("支出20241131元", []),
        ("2024-11-30、2024/2/29", []),
    ],
)
def test_days_inside_a_sentence(text, said):
    assert [one.said for one in impossible_days(text)] == said
    assert all(text[one.start :].startswith(one.said) for one in impossible_days(text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("2024-13-2", ["2024-13-2"]),
        ("2024.13.2前", ["2024.13.2"]),
        (" 20241131前", ["20241131"]),
        ("20241131", []),  # a number, unless other values of the row are days
        ("20241130前", []),
    ],
)
def test_a_value_is_more_surely_a_day(text, said):
    assert [one.said for one in impossible_days(text, is_value=True)] == said


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("二〇二四年十一月底前", "2024年11月底前"),
        ("二零二四年三月一日", "2024年3月1日"),
        ("十二月三十一日前", "12月31日前"),
        ("三个月", "三个月"),
        ("二三月份", "二三月份"),
    ],
)
def test_days_in_numerals_are_written_in_digits(text, meant):
    assert in_digits(text) == meant
