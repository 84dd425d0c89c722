"""Spaces that push words across the page, and those that are there for their looks."""

import pytest

from generator.rules.page.spaces import spaces
from tests.rules.page.laid import pages, said


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("填报单位　盖章", []),
        ("填报单位　　盖章", ["spaces-inside"]),
        ("填报单位　  盖章", ["spaces-inside"]),
        ("填报单位　 盖章", []),
        ("填报单位\t盖章", []),
        ("填报单位\t\t盖章", ["spaces-inside"]),
        ("填　　　报表", []),
        ("填　　　报表格", []),
        ("填　　　报表格子", ["spaces-inside"]),
    ],
)
def test_two_wide_spaces_push_unless_a_word_of_four_letters_is_spaced(text, told):
    assert [found.id for found in spaces(pages(said(text)))] == told
