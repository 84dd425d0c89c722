"""Years in names and targets: the old one moves on, others and documents stay."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.scaffold.years import mentions, move_year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年11月底前", "2024年11月底前"),
        ("2023年度办案经费", "2024年度办案经费"),
        ("２０２３年11月底前", "2024年11月底前"),
        ("2023-11-30", "2024-11-30"),
        ("2023.11.30前完成", "2024.11.30前完成"),
        ("2023年起、2023年止", "2024年起、2024年止"),
        ("2022年11月底前", "2022年11月底前"),
        ("12023年", "12023年"),
        ("2023件", "2023件"),
        ("株渌发〔2023〕1号", "株渌发〔2023〕1号"),
        ("2023—2025年规划", "2023—2025年规划"),
        ("2023年至2025年规划", "2023年至2025年规划"),
        ("2021-2023年规划", "2021-2023年规划"),
        ("落实《2023年工作要点》", "落实《2023年工作要点》"),
        ("", ""),
    ],
)
def test_only_the_old_year_itself_moves(text, expected):
    assert move_year(text, 2023, 2024) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024年2月29日前", "2025年2月28日前"),
        ("2024-02-29", "2025-02-28"),
        ("2024年2月28日", "2025年2月28日"),
    ],
)
def test_a_leap_day_moves_to_the_last_of_february(text, expected):
    assert move_year(text, 2024, 2025) == expected


@given(text=st.text(alphabet="0123年月—《》至底前甲", max_size=30), by=st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_moving_on_and_back_gives_the_same_text(text, by):
    assert move_year(text, 2020 + by, 2020 + by) == text
    assert len(move_year(text, 2023, 2023 + by)) == len(text)


def test_a_mention_is_shown_with_the_words_around_it():
    assert mentions("巡察工作于2022年启动，2023年完成。", (2022,)) == (
        "巡察工作于2022年启动，2023…",
    )
    assert mentions("12022年", (2022,)) == ()
