"""Headers of one kind in one pair of brackets and in two."""

from pathlib import Path

import pytest

from generator.base.toml import parse_toml
from generator.base.toml_mend import mend_toml

ROW = 'name = "甲"\n'


@pytest.mark.parametrize(
    ("headers", "lines", "meant"),
    [
        (("[[a]]", "[[a]]"), [], ("[[a]]", "[[a]]")),
        (("[a]", "[[a]]"), [1], ("[[a]]", "[[a]]")),
        (("[[a]]", "[a]"), [3], ("[[a]]", "[[a]]")),
        (("[[a]]", "【a】"), [3], ("[[a]]", "[[a]]")),
        (("[[a]]", "【【a】】"), [3], ("[[a]]", "[[a]]")),
        (("[[a]]", "  [a]] # 乙"), [3], ("[[a]]", "  [[a]] # 乙")),
        (("[a]", "[a]", "[a]"), [3], ("[[a]]", "[[a]]", "[[a]]")),
        (("[[a]]", "[a]", "[[b]]", "[b]"), [3, 7], ("[[a]]", "[[a]]", "[[b]]", "[[b]]")),
    ],
)
def test_rows_of_a_list_are_told_once_each_and_mended(headers, lines, meant):
    text = "".join(f"{header}\n{ROW}" for header in headers)
    _, problems = parse_toml(text, Path("x.toml"), "x.toml")
    assert [problem.place.line for problem in problems] == lines
    assert mend_toml(text).text == "".join(f"{header}\n{ROW}" for header in meant)


def test_a_table_written_in_two_parts_is_left_to_people():
    text = '[a]\nname = "甲"\n[a]\nplace = "乙"\n'
    _, problems = parse_toml(text, Path("x.toml"), "x.toml")
    assert [(problem.code, problem.place.line) for problem in problems] == [("I06", 3)]
    assert mend_toml(text).text == text
