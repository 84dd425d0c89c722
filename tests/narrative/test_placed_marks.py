"""Marks of blocks in masked lines: rows, sides, tables, references."""

import pytest

from generator.narrative.placed_marks import cells_of, references_in, sides_of, table_at


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("| 甲 | 乙 |", [" 甲 ", " 乙 "]),
        ("||", [""]),
        ("| 甲 |", [" 甲 "]),
        ("| 甲 | 乙", None),
        ("甲 | 乙 |", None),
        ("|", None),
        ("", None),
    ],
)
def test_a_row_begins_and_ends_with_a_bar(line, cells):
    found = cells_of(line)
    assert cells == (None if found is None else [line[c.start : c.end] for c in found])


@pytest.mark.parametrize(
    ("line", "sides"),
    [
        ("| --- | :--- | ---: | :--: |", ["", "left", "right", "center"]),
        ("| -- |", [""]),
        ("| - |", None),
        ("| --- | 甲 |", None),
        ("文字", None),
    ],
)
def test_a_line_of_dashes_says_the_sides(line, sides):
    assert sides_of(line) == sides


@pytest.mark.parametrize(
    ("lines", "caption", "rows", "end"),
    [
        (["表：题", "| 甲 |", "| 乙 |", "文字"], 0, (1, 2), 3),
        (["| 甲 |", "| --- |", "| 乙 |"], -1, (0, 2), 3),
        (["表: 题", "| 甲 |"], 0, (1,), 2),
    ],
)
def test_rows_below_each_other_are_one_table(lines, caption, rows, end):
    found = table_at(lines, 0)
    assert (found.caption, found.rows, found.end) == (caption, rows, end)


@pytest.mark.parametrize(
    "lines", [["文字"], ["表：没有行"], ["表：", "| 甲 |"], ["表：题", "文字"]]
)
def test_words_are_no_table(lines):
    assert table_at(lines, 0) is None


def test_references_are_found_in_their_places():
    assert [(name, *cut) for name, cut in references_in("甲[^1]乙[^注]。")] == [
        ("1", 1, 5),
        ("注", 6, 10),
    ]
