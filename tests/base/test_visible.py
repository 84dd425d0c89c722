"""The printer of foreign text: nothing that a screen obeys or hides reaches it."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.base.visible import AsIs, visible, visible_data, visible_lines


@pytest.mark.parametrize(
    "sign",
    [
        *("\x00", "\x07", "\x08", "\x0b", "\x1b", "\r", "\n", "\t", "\x7f", "\x85", "\x9b"),
        *("\u00ad", "\u061c", "\u180e", "\u200b", "\u200d", "\u200e", "\u200f", "\u2028", "\u2029"),
        *("\u202a", "\u202e", "\u2060", "\u2066", "\u2069", "\u3164", "\ufeff", "\ufff9"),
        *("\ud800", "\ue000", "\ufdd0", "\uffff", "\U000e0041", "\U0010ffff", "\U0002ffff"),
    ],
)
def test_what_a_screen_obeys_or_hides_is_written_out(sign):
    assert visible(f"甲{sign}乙") == f"甲‹U+{ord(sign):04X}›乙"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "某县图书馆（2023年度）",
        "a b\u3000c\u00a0d",
        "≥95%，±0.5℃ ①②③ ㎡ Ⅰ",
        "𠮷野家 😀 \U00031350 \U000323af",
        "é e\u0301",
        "☑□✓",
    ],
)
def test_what_documents_hold_stays_as_it_is(text):
    assert visible(text) == text
    assert visible_lines(text) == text


def test_a_text_of_several_lines_keeps_its_lines_and_tabs():
    assert visible_lines("甲\t乙\n\x1b[2J") == "甲\t乙\n‹U+001B›[2J"


def test_data_is_shown_in_its_keys_and_values_and_stays_what_it_is_elsewhere():
    data = {"引\u202e": ["a\nb", 1, None, True, ("\x1b",)], "值": AsIs({"a": "\u202e"})}
    shown = visible_data(data)
    assert shown == {"引‹U+202E›": ["a\nb", 1, None, True, ["‹U+001B›"]], "值": {"a": "\u202e"}}
    assert json.loads(json.dumps(shown)) == shown


@given(st.text())
def test_any_text_becomes_one_line_of_signs_that_are_seen(text):
    shown = visible(text)
    assert all(
        unicodedata.category(sign) not in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for sign in shown
    )
    assert len(shown.splitlines()) <= 1
    assert visible(shown) == shown
    shown.encode("utf-8")


@given(st.text(st.characters(categories=["L", "N", "P", "S"])))
def test_letters_and_signs_are_never_changed(text):
    plain = text.translate(dict.fromkeys(map(ord, "\u115f\u1160\u3164\uffa0\u2800")))
    assert visible(plain) == plain
