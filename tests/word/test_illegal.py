"""Characters that no part of a Word file can hold."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.word.illegal import find_illegal


def find(text):
    return find_illegal(text, text.encode())


BY_EXPRESSION = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufdd0-\ufdef\ufffe\uffff]")


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x0b", "\x1f", "\ufdd0", "\ufdef", "\uffff"])
def test_it_is_found_wherever_it_stands(sign):
    assert find(f"前{sign}后") == sign


def test_line_ends_tabs_and_neighbours_are_fine():
    assert find("一行\n\t二\r\x20\ufdcf\ufdf0\ufffd\U0001f600") == ""


@given(st.text())
def test_it_finds_what_an_expression_finds(text):
    found = BY_EXPRESSION.findall(text)
    assert (find(text) in found) if found else find(text) == ""
