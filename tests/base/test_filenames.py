"""File names that every system takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.filenames import is_safe_name, name_fault, safe_name


@pytest.mark.parametrize(
    "name",
    [
        "",
        ".",
        "..",
        "CON",
        "con.toml",
        "LPT1.docx",
        "COM¹",
        "a:b",
        "a/b",
        "a\\b",
        "a?",
        "a.",
        "a ",
        "甲" * 100,
    ],
)
def test_names_that_windows_refuses_are_refused(name):
    assert name_fault(name)


@pytest.mark.parametrize(
    "name", ["报告.docx", "case-handling.toml", "CONTENT.toml", "01 甲 乙（草稿）.docx"]
)
def test_ordinary_names_are_fine(name):
    assert is_safe_name(name)


def test_a_title_stays_readable():
    assert safe_name('关于"甲/乙"的报告?') == "关于＂甲／乙＂的报告？"


@given(st.text(max_size=300))
def test_any_title_gives_a_safe_name_and_always_the_same(title):
    name = safe_name(title)
    assert is_safe_name(name)
    assert safe_name(title) == name
    assert "/" not in name
    assert "\\" not in name
