import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.base.deadline import Deadline, parse_deadline, write_deadline

FORMS = [
    ("2021年11月30日", Deadline(2021, 11, 30)),
    ("2021年11月30日前", Deadline(2021, 11, 30, before=True)),
    ("2021年11月30日之前", Deadline(2021, 11, 30, before=True)),
    ("2021年11月30日以前", Deadline(2021, 11, 30, before=True)),
    ("2021年11月30日前完成", Deadline(2021, 11, 30, before=True)),
    ("2021-11-30", Deadline(2021, 11, 30)),
    ("2021.11.30前", Deadline(2021, 11, 30, before=True)),
    ("2021/11/30", Deadline(2021, 11, 30)),
    ("12月31日之前", Deadline(None, 12, 31, before=True)),
    ("2月29日", Deadline(None, 2, 29)),
    ("2021年11月", Deadline(2021, 11)),
    ("2021年11月份", Deadline(2021, 11)),
    ("2021年11月底", Deadline(2021, 11)),
    ("2021年11月底前", Deadline(2021, 11, before=True)),
    ("2021年11月末完成", Deadline(2021, 11)),
    ("12月底前", Deadline(None, 12, before=True)),
    ("3月底", Deadline(None, 3)),
    ("2021年底前", Deadline(2021, before=True)),
    ("2021年底", Deadline(2021, 12)),
    ("年底前", Deadline(None, 12, before=True)),
    ("2021年", Deadline(2021)),
    ("2021年度", Deadline(2021)),
]


@pytest.mark.parametrize(("text", "deadline"), FORMS)
def test_a_deadline_is_read_in_its_common_forms(text: str, deadline: Deadline) -> None:
    assert parse_deadline(text) == deadline


NO_DEADLINES = """
前 年 月 2021年前 11月前 2021年内 2021年2月29日 13月 0月底前 2021年0月 2021年1月0日
2021年11月31日 2021-11 2021-11.30 30日前 21年11月 2021 11-30 第3月
"""


@pytest.mark.parametrize("text", [*NO_DEADLINES.split(), ""])
def test_what_is_ambiguous_or_does_not_exist_is_no_deadline(text: str) -> None:
    assert parse_deadline(text) is None


@pytest.mark.parametrize(
    ("deadline", "first", "last"),
    [
        (Deadline(2021, 11, 30), (2021, 11, 30), (2021, 11, 30)),
        (Deadline(2021, 11), (2021, 11, 1), (2021, 11, 30)),
        (Deadline(2024, 2), (2024, 2, 1), (2024, 2, 29)),
        (Deadline(2021), (2021, 1, 1), (2021, 12, 31)),
        (Deadline(2021, before=True), None, (2021, 12, 31)),
        (Deadline(2021, 11, 30, before=True), None, (2021, 11, 30)),
        (Deadline(None, 12), None, None),
    ],
)
def test_a_deadline_knows_its_first_and_last_day(
    deadline: Deadline, first: tuple[int, int, int] | None, last: tuple[int, int, int] | None
) -> None:
    assert deadline.first_day == (datetime.date(*first) if first else None)
    assert deadline.last_day == (datetime.date(*last) if last else None)


@pytest.mark.parametrize(
    ("done", "limit", "is_within"),
    [
        ("2021年11月29日", "2021年11月底前", True),
        ("2021年11月30日", "2021年11月底前", True),
        ("2021年12月1日", "2021年11月底前", False),
        ("2022年1月3日", "2021年底前", False),
        ("2021年11月30日", "2021年11月30日前", True),
        ("2020年11月30日", "2021年11月30日", True),
        ("2021年11月", "2021年11月底前", True),
        ("2021年11月", "2021年11月15日前", None),
        ("2021年12月", "2021年11月15日前", False),
        ("2021年", "2021年11月底前", None),
        ("2021年", "2021年底前", True),
        ("2021年11月底前", "2021年12月底前", True),
        ("2021年12月底前", "2021年11月底前", None),
        ("11月30日", "12月底前", True),
        ("12月1日", "11月底前", False),
        ("2月29日", "2月底前", True),
        ("11月30日", "2021年12月底前", None),
        ("2021年11月30日", "12月底前", None),
    ],
)
def test_what_was_done_is_held_against_a_limit(
    done: str,
    limit: str,
    is_within: bool | None,  # noqa: FBT001 -- the expected answer of a table
) -> None:
    one, other = parse_deadline(done), parse_deadline(limit)
    assert one is not None
    assert other is not None
    assert one.is_within(other) is is_within


def test_a_deadline_without_year_takes_that_of_the_dossier() -> None:
    assert Deadline(None, 12, before=True).in_year(2021) == Deadline(2021, 12, before=True)
    assert Deadline(2020, 12).in_year(2021) == Deadline(2020, 12)
    assert Deadline(None, 2, 29).in_year(2023).last_day == datetime.date(2023, 2, 28)


days = st.dates(min_value=datetime.date(1000, 1, 1), max_value=datetime.date(2999, 12, 31))
deadlines = st.builds(
    lambda day, shape, before: Deadline(
        day.year if "y" in shape else None,
        day.month if "m" in shape else None,
        day.day if "d" in shape else None,
        before,
    ),
    days,
    st.sampled_from(("ymd", "ym", "y", "md", "m")),
    st.booleans(),
)


@settings(max_examples=200)
@given(deadlines)
def test_a_written_deadline_is_read_again(deadline: Deadline) -> None:
    assert parse_deadline(write_deadline(deadline)) == deadline


@settings(max_examples=200)
@given(days, days)
def test_a_day_keeps_a_limit_exactly_when_it_is_not_later(
    done: datetime.date, limit: datetime.date
) -> None:
    one = Deadline(done.year, done.month, done.day)
    other = Deadline(limit.year, limit.month, limit.day, before=True)
    assert one.is_within(other) is (done <= limit)
